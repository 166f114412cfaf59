"""What an import found and did, for the person who ran it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sitegen.ingest.merge import Fate
from sitegen.model import Actor, LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import found, and what it does."""

    document: str
    """The document, relative to the site's folder."""
    importer: str = ""
    """Name of the importer that read it."""
    title: str = ""
    """Its headline."""
    timeline: str = ""
    """Slug of the timeline; empty while it is not known."""
    source: str = ""
    """Slug of the source; empty while something is not known."""
    found: int
    """Updates in the document."""
    first: datetime | None = None
    """The oldest update's instant."""
    last: datetime | None = None
    """The newest update's instant."""
    fates: tuple[tuple[str, Fate], ...] = ()
    """Id and fate of each update, in page order."""
    vanished: tuple[str, ...] = ()
    """Ids of updates that an earlier import wrote and this one does not find."""
    actors: tuple[tuple[Actor, str], ...] = ()
    """Actors that are proposed, each with the reason."""
    inferred: tuple[str, ...] = ()
    """What was concluded, and by which rule."""
    left_out: tuple[LeftOut, ...] = ()
    """What is in no update and not in the header."""
    suspects: tuple[LeftOut, ...] = ()
    """Characters that look broken."""
    notes: tuple[str, ...] = ()
    """What a person should know besides."""
    files: tuple[str, ...] = ()
    """Files that are written, each once, in order."""

    def count(self, fate: Fate) -> int:
        """Updates that have this fate."""
        return sum(have is fate for _, have in self.fates)

    def ids(self, *fates: Fate) -> tuple[str, ...]:
        """Ids of the updates that have one of these fates."""
        return tuple(name for name, have in self.fates if have in fates)


_WORTH_NAMING = (Fate.REPLACED, Fate.EDITED, Fate.PROPOSED, Fate.DELETED, Fate.WITHDRAWN)


def render(report: ImportReport) -> str:
    """The report as plain text, with a line break at its end."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: ImportReport) -> Iterator[str]:
    yield f"{report.document}: {report.title or 'no headline'}"
    yield f"  {report.found} update{'s' * (report.found != 1)} found, read as {report.importer}"
    if report.first and report.last:
        first, last = (moment.isoformat(" ", "minutes") for moment in (report.first, report.last))
        yield f"  first {first}, last {last}"
    if report.source:
        yield f"  timeline {report.timeline}, source {report.source}"
    for fate, number in Counter(fate for _, fate in report.fates).items():
        yield f"  {number} {fate}"
        if fate in _WORTH_NAMING:
            yield from (f"    {name}" for name in report.ids(fate))
    yield from _list("no longer found in the document, kept", report.vanished)
    yield from _list("concluded", report.inferred)
    left_out = (f"{line.locator}: {line.text!r}: {line.reason}" for line in report.left_out)
    yield from _list("left out of the updates and the header", left_out)
    suspects = (f"{line.locator}: {line.text}" for line in report.suspects)
    yield from _list("characters that look broken, kept as they are", suspects)
    yield from _list("note", report.notes)
    actors = (f"{actor.name} ({actor.kind.value}): {reason}" for actor, reason in report.actors)
    yield from _list("actors proposed, to be looked at in content/actors/", actors)


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"    {item}" for item in items]
    if lines:
        yield f"  {heading}:"
        yield from lines
