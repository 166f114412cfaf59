"""`sitegen new`: a new archive from `template/`, with this sitegen in it and, if wanted, the sample one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import sitegen
from sitegen.scaffold.own_wheel import sample, wheel, wheel_name

_RENAMED = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github"}
"""Names that start with a dot are kept under another name here, so that no tool takes them as its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffolded:
    """What `new_archive` did."""

    written: tuple[str, ...]
    """Files written, relative to the new folder."""
    kept: tuple[str, ...]
    """Files that were there already, and were left as they are."""


def new_archive(folder: Path, *, demo: bool) -> Scaffolded:
    """Make a new archive in `folder`, with the sample archive in it for `demo`. Overwrites nothing.

    Raises ContentError where sitegen is not installed, OSError.
    """
    wanted = dict(_template()) | {f"tools/{wheel_name()}": wheel()}
    if demo:
        wanted |= {name: file.read_bytes() for name, file in sample()}
    written, kept = [], []
    for name in sorted(wanted):
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as stream:
                stream.write(wanted[name])
            written.append(name)
        except FileExistsError:
            kept.append(name)
    return Scaffolded(written=tuple(written), kept=tuple(kept))


def _template() -> Iterator[tuple[str, bytes]]:
    for path, file in _walk(files(sitegen) / "scaffold" / "template", PurePosixPath()):
        first, *rest = path.parts
        name = str(PurePosixPath(_RENAMED.get(first, first), *rest))
        yield name, file.read_bytes().replace(b"@WHEEL@", wheel_name().encode())


def _walk(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, path / entry.name)
        else:
            yield path / entry.name, entry
