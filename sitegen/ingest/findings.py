"""What was concluded from a document, and what of it is in no update."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.ingest.case import Case
from sitegen.ingest.origin import told
from sitegen.instants import zone_in_words
from sitegen.model import LeftOut


def conclusions(case: Case) -> Iterator[str]:
    """What was counted and concluded: by the importer, then by the import."""
    if case.given.origin:
        yield from told(case.given.origin, case.place)
    yield from (f"{what}: {count}" for what, count in case.document.counts)
    counted = {what for what, _ in case.document.counts}
    yield from (line for line in case.document.inferred if line not in counted)
    yield from case.kept.told
    if not case.known.title:
        yield "the title is the name of the document, which prints none"
    if not case.known.language:
        yield f"the language is taken to be {case.language}, that of the site"
    if case.resolution.zone:
        clock = zone_in_words(case.resolution.zone)
        yield f"days are counted in {clock}, the clock of the document; --timezone names another"
    for note in case.resolution.notes:
        yield f"{case.document.entries[note.place].locator}: {note.text}"


def left_out_of(case: Case, repeated: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    """What is in no update and not in the header."""
    printed = case.document.title
    other = LeftOut(locator="headline", text=printed, reason=f"the title given is: {case.title}")
    return (*([other] if printed and printed != case.title else []), *case.document.left_out, *repeated)
