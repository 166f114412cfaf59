"""What an import records: the source as its savings have it, and the timeline that it starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sitegen.content.canonical import timeline_text
from sitegen.ingest.case import Case
from sitegen.ingest.fold import Layer
from sitegen.ingest.merge import Outcome
from sitegen.ingest.said import said_anew
from sitegen.model import Capture, Place, Source, Timeline


def source_of(case: Case, slug: str, layers: Sequence[Layer]) -> Source:
    """The record of a source, as its savings have it; what a person corrected since the last import stays.

    What is said of the document otherwise than at its last import is what holds now.
    """
    place = Place(path=f"content/{case.known.timeline}/sources/{slug}.yaml")
    now = _head(layers)
    if case.record is None:
        return Source(slug=slug, timeline=case.known.timeline, place=place, **now)
    before = _before(case, case.record, layers)
    renewed = {name: now[name] for name in now if getattr(case.record, name) == before[name]}
    renewed |= {name: getattr(case.given, name) for name in _OF_THE_PAGE if name in said_anew(case)}
    renewed["timezone"] = case.given.timezone or renewed.get("timezone") or case.record.timezone
    return replace(case.record, **renewed)


def timeline_of(case: Case, layers: Sequence[Layer]) -> Timeline:
    """The timeline: as the document starts it or, as long as nobody changed it, renews it.

    In one that a person changed elsewhere, the zone is still renewed where that of its only source is.
    """
    found = next((t for t in case.corpus.timelines if t.slug == case.known.timeline), None)
    now = _shown(_head(layers), case.language)
    if found is None:
        place = Place(path=f"content/{case.known.timeline}/timeline.yaml")
        return Timeline(slug=case.known.timeline, place=place, **now)
    if case.record is None:
        return found
    before = _shown(_before(case, case.record, layers), case.language)
    as_it_was = {name for name, value in before.items() if getattr(found, name) == value}
    if (
        as_it_was == now.keys()
        and (case.root / found.place.path).read_bytes() == timeline_text(found).encode()
    ):
        return replace(found, **now)
    alone = all(
        source.slug == case.record.slug for source in case.corpus.sources if source.timeline == found.slug
    )
    if "timezone" in as_it_was and "timezone" in said_anew(case) and (alone or as_it_was == now.keys()):
        return replace(found, timezone=now["timezone"])
    return found


_OF_THE_PAGE = ("publisher", "url", "language")
"""What a person says of a page, whichever of its savings is meant."""

_OF_A_SAVING = {"title": "title", "captured": "captured", "format": "importer"}
"""What a person says of a saving, and the keys of the record that have it."""


def _before(case: Case, record: Source, layers: Sequence[Layer]) -> dict[str, Any]:
    """What the record said, as far as imports wrote it."""
    before = _head([layer for layer in layers if layer.recorded])
    anew = said_anew(case)
    kept = [name for name in (*_OF_THE_PAGE, "timezone") if name in anew]
    if layers[-1].capture.document == case.place:
        kept += [key for name, key in _OF_A_SAVING.items() if name in anew]
    return before | {name: getattr(record, name) for name in kept}


def _head(layers: Sequence[Layer]) -> dict[str, Any]:
    """What a record says of savings: what belongs to the saved file, of the newest; else the newest said."""
    newest = layers[-1]
    clocks = [layer.clock for layer in reversed(layers)]
    zones = [layer.given.timezone for layer in reversed(layers)]
    return {
        "publisher": _said(layers, "publisher"),
        "title": newest.capture.title,
        "url": _said(layers, "url"),
        "captured": newest.capture.captured,
        "document": newest.capture.document,
        "sha256": newest.capture.sha256,
        "timezone": next(filter(None, (*zones, *sorted(clocks, key=lambda zone: zone == "UTC"))), ""),
        "importer": newest.document.importer,
        "language": _said(layers, "language"),
        "summary": newest.document.summary,
        "key_points": newest.document.key_points,
    }


def _said(layers: Sequence[Layer], name: str) -> str:
    """What a person said of the newest saving that one was told of, else what the newest prints."""
    told = [getattr(layer.given, name) for layer in reversed(layers)]
    printed = [getattr(layer.document, name) for layer in reversed(layers)]
    return next(filter(None, (*told, *printed)), "")


def _shown(head: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Of the head what a timeline says."""
    shown = {name: head[name] for name in ("title", "summary", "key_points", "timezone")}
    return shown | {"language": head["language"] or language}


def with_findings(
    source: Source, layers: Sequence[Layer], outcomes: Iterable[Outcome], record: Source | None
) -> Source:
    """The record with what the savings hold; the one that is there, where that alone is new.

    A newer sitegen may word its conclusions otherwise, and other sources may have come or gone: that is
    no reason to write a record anew.
    """
    found = replace(
        source,
        **_findings(layers[-1]),
        captures=_captures(layers, outcomes) if len(layers) > 1 else source.captures,
        pictures=tuple(dict.fromkeys(picture for layer in layers for picture in layer.kept.listed)),
    )
    return record if record and _worded_as(record, found) == record else found


def _findings(layer: Layer) -> dict[str, Any]:
    """What was found in one saving."""
    names = ("inferred", "left_out", "suspects")
    lines = (layer.inferred, layer.left_out, layer.document.suspects)
    return {name: tuple(dict.fromkeys(found)) for name, found in zip(names, lines, strict=True)}


def _captures(layers: Sequence[Layer], outcomes: Iterable[Outcome]) -> tuple[Capture, ...]:
    """The savings, each with its updates; what was found in the newest one is said by the source."""
    told = [(outcome.written.id, {saving for saving, _ in outcome.post.parts}) for outcome in outcomes]
    return tuple(
        replace(
            layer.capture,
            updates=tuple(id_ for id_, savings in told if layer.capture.sha256 in savings),
            **({} if layer is layers[-1] else _findings(layer)),
        )
        for layer in layers
    )


def _worded_as(record: Source, found: Source) -> Source:
    """What was found, as the record words it."""
    names = ("inferred", "left_out", "suspects")
    before = {capture.sha256: {name: getattr(capture, name) for name in names} for capture in record.captures}
    captures = (replace(capture, **before.get(capture.sha256, {})) for capture in found.captures)
    kept = {name: getattr(record, name) for name in (*names, "likely_duplicates")}
    return replace(found, **kept, captures=tuple(captures))
