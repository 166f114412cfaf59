"""Writes what was planned, file by file, in an order that leaves whole content wherever it is cut short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.content.files import write_atomic
from sitegen.content.tree import FileKind, located
from sitegen.curation.desk import Desk, sha256
from sitegen.diagnostics import ContentError, Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One file."""

    rank: int
    """When its turn is."""
    path: str
    """Where it stands, relative to the site's folder."""
    data: bytes | None
    """What is written there; None where it goes."""
    move_to: str = ""
    """Where it goes once it is written."""


def write(desk: Desk) -> None:
    """Write every changed file, each whole or not at all.

    Actors stand before the updates that name them, and go after: until a former slug is known to lead to
    its actor, the file of that slug stays. Files of one sort are written in the order in which they came to
    the desk. Raises ContentError where a file is no longer as it was when
    the change was planned; what was written before it stays, and the same command goes on from there.
    Raises OSError.
    """
    for step in sorted(_steps(desk), key=lambda step: step.rank):
        file = desk.root / step.path
        if _digest(file) != desk.before[step.path]:
            what = "this file changed while the command was at work, and was left as it is"
            raise ContentError(
                [Diagnostic(code="file-changed", path=step.path, what=what, mend="type the command again")]
            )
        if step.data is None:
            file.unlink()
            continue
        write_atomic(file, step.data)
        if step.move_to:
            file.rename(desk.root / step.move_to)


def _steps(desk: Desk) -> Iterator[_Step]:
    former = {slug for actor in desk.corpus.actors for slug in actor.formerly}
    left = set(desk.moves.values())
    for path, data in desk.files.items():
        found = located(path)
        assert found
        if path in desk.moves:
            # Under its old name until it is whole: a reference to it leads somewhere at any moment.
            yield _Step(rank=1, path=desk.moves[path], data=data, move_to=path)
        elif path not in left and not (data is None and not desk.before[path]):
            yield _Step(rank=_rank(found[1], path, former, goes=data is None), path=path, data=data)


def _rank(kind: FileKind, path: str, former: set[str], *, goes: bool) -> int:
    match kind:
        case FileKind.NOT_ACTORS:
            return 0
        case FileKind.ACTOR if goes:
            return 2 if Path(path).stem in former else 5
        case FileKind.ACTOR:
            return 1
        case FileKind.UPDATE:
            return 3
        case _:
            return 4


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()) if file.is_file() else ""
