"""What a person says of a document, now otherwise than before: written down everywhere, and told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields

from sitegen.content.canonical import timeline_text
from sitegen.content.edit import CannotEditError, Change, Put, Words, amended
from sitegen.content.tree import SIDECAR
from sitegen.ingest.case import Case
from sitegen.ingest.naming import sha256
from sitegen.ingest.request import Facts
from sitegen.ingest.same_source import of_bytes
from sitegen.ingest.sidecar import FACTS, emitted, facts_of_sidecar, sidecar_text
from sitegen.ingest.writes import Write
from sitegen.instants import zone_in_words
from sitegen.model import Source, Timeline


def said_anew(case: Case) -> tuple[str, ...]:
    """Names of the facts that a person says otherwise than at an earlier import of the same bytes."""
    record, digest = case.record, sha256(case.saved.data)
    if record is None or digest not in (record.sha256, *(capture.sha256 for capture in record.captures)):
        return ()
    return _other(case, said_before(case))


def said_before(case: Case) -> Facts:
    """What the sidecar in `seeds/` says."""
    place = case.place + SIDECAR
    return facts_of_sidecar(case.root / place, place)


def _other(case: Case, before: Facts) -> tuple[str, ...]:
    names = (f.name for f in fields(Facts) if getattr(case.given, f.name) != getattr(before, f.name))
    shared = any(
        source.timeline != case.known.timeline
        for source in of_bytes(case.corpus, "", sha256(case.saved.data))
    )
    return tuple(name for name in names if not (shared and name in ("timeline", "source")))


def sidecar_write(case: Case) -> Write | None:
    """The sidecar in `seeds/`, where it is to be written: new, or with what is said now.

    One that a source of another timeline has too goes on naming that timeline.
    """
    path = case.place + SIDECAR
    file = case.root / path
    if not file.is_file():
        text = sidecar_text(case.given)
        return Write(path=path, data=text.encode()) if text else None
    other = _other(case, said_before(case))
    if not other:
        return None
    data = file.read_bytes()
    order = [key.name for key in FACTS.keys]
    with suppress(CannotEditError):
        new = amended(path, data, [_change(name, case.given) for name in other], order=order)
        return Write(path=path, data=new, before=sha256(data))
    return None


def _change(name: str, facts: Facts) -> Change:
    value = emitted(facts, name)
    return Words((name,), value) if isinstance(value, tuple) else Put((name,), value)


def timeline_write(case: Case, timeline: Timeline) -> Write | None:
    """The timeline, where it is new or other than before; a person's words and layout stay."""
    if timeline in case.corpus.timelines:
        return None
    file = case.root / timeline.place.path
    text = timeline_text(timeline).encode()
    if not file.is_file():
        return Write(path=timeline.place.path, data=text)
    old = next(known for known in case.corpus.timelines if known.slug == timeline.slug)
    data = file.read_bytes()
    if data != timeline_text(old).encode():
        with suppress(CannotEditError):
            text = amended(timeline.place.path, data, [Put(("timezone",), timeline.timezone)])
    return Write(path=timeline.place.path, data=text, before=sha256(data))


def notes_of(case: Case, source: Source, timeline: Timeline, sidecar: Write | None) -> Iterator[str]:
    """What is otherwise than it was, and what was kept though it is said otherwise: a sentence for each."""
    before = said_before(case)
    place = case.place + SIDECAR
    if _other(case, before) and sidecar is None and (case.root / place).is_file():
        yield f"{place} was kept as it is, so a later import goes by what it says; correct it if it is wrong"
    if case.record is None:
        return
    for name in said_anew(case):
        if name in ("times", "origin", "source"):
            continue
        said = getattr(case.given, name)
        old = getattr(before, name) or getattr(case.record, name, "")
        where = [place] if sidecar else []
        where += [source.place.path] if getattr(source, name, None) == said else []
        if name == "timezone":
            kept = timeline.timezone != said
            where += [] if kept else [timeline.place.path]
            said, old = zone_in_words(said), zone_in_words(old)
        yield (
            f"{name} is now {said}, as you said"
            + (f", and no longer {old}" if old else "")
            + (f": in {', '.join(where)}" if where else "")
        )
        if name == "timezone" and kept:
            yield (
                f"{timeline.place.path} still counts its days in {zone_in_words(timeline.timezone)}; "
                "write another 'timezone:' there if that is wrong"
            )
    for name in ("publisher", "url", "language"):
        said, recorded = getattr(case.given, name), getattr(source, name)
        if said and said != recorded:
            yield (
                f"{source.place.path} says {name} '{recorded}', which was kept, though '{said}' is "
                "given now; correct it there if it is wrong"
            )
