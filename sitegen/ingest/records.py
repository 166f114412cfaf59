"""What an import records of a document: a new timeline, the source, and what was concluded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.ingest.case import Case
from sitegen.ingest.fold import Layer
from sitegen.ingest.naming import sha256
from sitegen.ingest.origin import told
from sitegen.model import LeftOut, Place, Source, Timeline, WrittenUpdate


def new_timeline(case: Case) -> Timeline | None:
    """The timeline that the document starts; None where it exists."""
    known, document = case.known, case.document
    if known.timeline in {timeline.slug for timeline in case.corpus.timelines}:
        return None
    return Timeline(
        slug=known.timeline,
        title=case.title,
        summary=document.summary,
        key_points=document.key_points,
        timezone=known.timezone,
        language=known.language or case.language,
        place=Place(path=f"content/{known.timeline}/timeline.yaml"),
    )


def new_source(case: Case, slug: str) -> Source:
    """The record of a document that was never imported, without what the import finds and writes."""
    known, document = case.known, case.document
    return Source(
        slug=slug,
        timeline=known.timeline,
        publisher=known.publisher,
        title=case.title,
        url=known.url,
        captured=known.captured,
        document=case.place,
        sha256=sha256(case.saved.data),
        importer=document.importer,
        language=known.language,
        summary=document.summary,
        key_points=document.key_points,
        place=Place(path=f"content/{known.timeline}/sources/{slug}.yaml"),
    )


def with_findings(
    source: Source, layers: Sequence[Layer], timezone: str, written: Sequence[WrittenUpdate]
) -> Source:
    """The record with what the savings hold and what was written."""
    return replace(
        source,
        timezone=timezone,
        inferred=tuple(dict.fromkeys(line for layer in layers for line in layer.inferred)),
        left_out=tuple(dict.fromkeys(line for layer in layers for line in layer.left_out)),
        suspects=tuple(dict.fromkeys(line for layer in layers for line in layer.document.suspects)),
        pictures=tuple(dict.fromkeys(picture for layer in layers for picture in layer.kept.listed)),
        written=tuple(written),
    )


def conclusions(case: Case) -> Iterator[str]:
    """What was counted and concluded: by the importer, then by the import."""
    if case.given.origin:
        yield from told(case.given.origin, case.place)
    yield from (f"{what}: {count}" for what, count in case.document.counts)
    yield from case.document.inferred
    yield from case.kept.told
    if not case.known.title:
        yield "the title is the name of the document, which prints none"
    if not case.known.language:
        yield f"the language is taken to be {case.language}, that of the site"
    if case.counted_in:
        yield f"days are counted in {case.counted_in}, the clock of the document; --timezone names another"
    for note in case.resolution.notes:
        yield f"{case.document.entries[note.place].locator}: {note.text}"


def left_out_of(case: Case, repeated: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """What is in no update and not in the header."""
    printed = case.document.title
    other = LeftOut(locator="headline", text=printed, reason=f"the title given is: {case.title}")
    return (*([other] if printed and printed != case.title else []), *case.document.left_out, *repeated)
