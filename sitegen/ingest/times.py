"""The instants of a document's entries: by whose clock they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sitegen.content.tree import SIDECAR
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.importers.protocol import Document
from sitegen.ingest.request import Facts
from sitegen.ingest.sidecar import facts_of_sidecar
from sitegen.instants import Given, Resolution, resolve, zone
from sitegen.model import Source


def zone_told(root: Path, record: Source | None) -> str:
    """The zone that a person named for a saving of this source, as its sidecar has it; may be empty."""
    captures = reversed(record.captures) if record else ()
    documents = (*([record.document] if record else ()), *(capture.document for capture in captures))
    sidecars = (facts_of_sidecar(root / (name + SIDECAR), name + SIDECAR) for name in documents)
    return next((facts.timezone for facts in sidecars if facts.timezone), "")


def resolve_by(document: Document, known: Facts, told_zone: str, recorded_zone: str) -> Resolution:
    """Instants of the entries: by the zone that a person named, else by the document's own clock.

    Only where that does not tell, the zone that was recorded decides: a clock that was read off one
    saving is not told by anybody.
    """
    resolution = resolve_times(document, replace(known, timezone=told_zone))
    if resolution.questions and recorded_zone and not told_zone:
        return resolve_times(document, replace(known, timezone=recorded_zone))
    return resolution


def resolve_times(document: Document, facts: Facts) -> Resolution:
    """Instants of the entries. Raises ContentError where a time is given for an update that is not there."""
    places = {entry.locator: place for place, entry in enumerate(document.entries)}
    settled: dict[int, datetime] = {}
    unknown: list[Diagnostic] = []
    for item in facts.times:
        locator, _, time = (part.strip() for part in item.partition("="))
        if locator in places:
            settled[places[locator]] = datetime.fromisoformat(time)
        else:
            what = f"no update starts at '{locator}'"
            unknown.append(
                Diagnostic(
                    code="unknown-locator",
                    path="--time",
                    what=what,
                    mend=f"the first starts at {document.entries[0].locator}",
                )
            )
    if unknown:
        raise ContentError(unknown)
    given = Given(
        date=facts.date or document.date,
        date_basis="whoever imported it" if facts.date else document.date_basis,
        zone=zone(facts.timezone) if facts.timezone else None,
        captured=facts.captured,
        untimed=facts.untimed,
        settled=settled,
    )
    return resolve([entry.stamp for entry in document.entries], given, newest_first=document.newest_first)
