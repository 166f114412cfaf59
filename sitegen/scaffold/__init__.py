"""`sitegen new`: a new archive from the files in `template/`, and the sample archive on top of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import sitegen

_RENAMED = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github"}
"""Names that start with a dot are kept under another name here, so that no tool takes them as its own."""

_SAMPLE = ("content", "seeds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaffolded:
    """What `new_archive` did."""

    written: tuple[str, ...]
    """Files written, relative to the new folder."""
    kept: tuple[str, ...]
    """Files that were there already, and were left as they are."""


def new_archive(folder: Path, *, demo: bool) -> Scaffolded:
    """Make a new archive in `folder`, with the sample archive in it for `demo`. Overwrites nothing.

    Raises OSError.
    """
    wanted = dict(_template())
    if demo:
        wanted |= dict(_sample())
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
        yield name, file.read_bytes().replace(b"@VERSION@", sitegen.__version__.encode())


def _sample() -> Iterator[tuple[str, bytes]]:
    """The sample archive: in a wheel it lies in `demo/`, in a checkout it is the repository."""
    package = Path(str(files(sitegen)))
    home = package / "demo" if (package / "demo").is_dir() else package.parent
    for folder in _SAMPLE:
        for path, file in _walk(home / folder, PurePosixPath(folder)):
            yield str(path), file.read_bytes()
    yield "site.yaml", (home / "site.yaml").read_bytes()


def _walk(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _walk(entry, path / entry.name)
        else:
            yield path / entry.name, entry
