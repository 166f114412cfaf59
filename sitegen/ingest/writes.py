"""The files that an import makes beside its updates, and the order in which all are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sitegen.content.canonical import MACHINE_NOTE, actor_text, source_findings, source_text
from sitegen.content.edit import CannotEditError, Change, Put, Words, amended
from sitegen.content.emit import Bare
from sitegen.ingest.merge import Fate, Outcome
from sitegen.ingest.naming import aside, sha256
from sitegen.model import Actor, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A file to write."""

    path: str
    """Relative to the site's folder."""
    data: bytes | None
    """Its bytes; None where the file is taken away."""
    before: str = ""
    """SHA-256 of the bytes that it replaces; empty where there is no file."""
    move_from: str = ""
    """The file that takes this path first, where one moves."""
    copy_of: Path | None = None
    """The picture whose bytes it takes: pictures are not held in memory."""


_HEAD = (
    "publisher",
    "title",
    "url",
    "captured",
    "document",
    "sha256",
    "timezone",
    "importer",
    "language",
    "summary",
    "key_points",
)
"""Keys of a source's record that a person may correct, in their order."""

_MACHINE = "inferred|left_out|suspects|captures|pictures|likely_duplicates|written_actors|written"
"""The other ones, should the line that divides them be gone."""


def writes(
    root: Path,
    *,
    first: Iterable[Write],
    actors: Iterable[Actor],
    gone: Iterable[Actor],
    outcomes: Sequence[Outcome],
    source: Source,
    record: Source | None,
) -> Iterator[Write]:
    """All files, in an order that leaves whole content after each.

    What updates refer to stands before them. A new source's record says last what was written, so
    that an import that is cut short is taken up again by the next. `first` are the document, its sidecar and
    the timeline, as far as they are written; `actors` are those that are proposed and `gone` those that no
    longer are, `record` is what an earlier import left.
    """
    yield from first
    for actor in actors:
        yield Write(
            path=actor.place.path, data=actor_text(actor).encode(), before=_hash(root, actor.place.path)
        )
    place = source.place.path
    if record is None:
        start = source_text(replace(source, written=(), written_actors=(), likely_duplicates=())).encode()
        yield Write(path=place, data=start)
    else:
        start = (root / place).read_bytes()
    yield from _updates(root, outcomes)
    for actor in gone:
        yield Write(path=actor.place.path, data=None, before=_hash(root, actor.place.path))
    if record != source:
        whole = _head(start.decode(), record, source) + source_findings(source)
        yield Write(path=place, data=whole.encode(), before=sha256(start))


def _updates(root: Path, outcomes: Sequence[Outcome]) -> Iterator[Write]:
    """The files of updates: a name is left before it is taken; where names go round, one file steps aside."""
    leaving = {outcome.move_from: outcome for outcome in outcomes if outcome.move_from}
    waiting = {outcome.written.id for outcome in outcomes if outcome.data is not None}
    for outcome in outcomes:
        chain: list[Outcome] = []
        ahead: Outcome | None = outcome
        while ahead and ahead.written.id in waiting:
            waiting.remove(ahead.written.id)
            chain.append(ahead)
            ahead = leaving.get(ahead.path)
        stop = aside(outcome.path, outcome.written.id) if chain and ahead is outcome else ""
        if stop:
            data = (root / outcome.move_from).read_bytes()
            yield Write(path=stop, data=data, before=sha256(data), move_from=outcome.move_from)
        for one in reversed(chain):
            before = "" if one.fate is Fate.NEW else _hash(root, one.move_from or one.path)
            move_from = stop if stop and one is outcome else one.move_from
            yield Write(path=one.path, data=one.data, before=before, move_from=move_from)


def _hash(root: Path, path: str) -> str:
    file = root / path
    return sha256(file.read_bytes()) if file.is_file() else ""


def _head(start: str, record: Source | None, source: Source) -> str:
    """The part above what imports keep: as they write it, or what a person made of it, with new facts."""
    here = _human_part(start)
    if record is None or here == _human_part(source_text(record)):
        return _human_part(source_text(source))
    path = source.place.path
    with suppress(CannotEditError):
        return amended(path, here.encode(), _changes(record, source), order=_HEAD).decode()
    return here


def _human_part(record: str) -> str:
    """What a person may have corrected in a source's record, to the letter."""
    return re.split(
        rf"^(?:{re.escape(MACHINE_NOTE)}|(?:{_MACHINE}):)", record, maxsplit=1, flags=re.MULTILINE
    )[0]


def _changes(record: Source, source: Source) -> Iterator[Change]:
    for name in _HEAD:
        value = getattr(source, name)
        if value != getattr(record, name):
            if isinstance(value, tuple):
                yield Words((name,), value)
            elif isinstance(value, datetime):
                yield Put((name,), Bare(value.isoformat()))
            else:
                yield Put((name,), value or "")
