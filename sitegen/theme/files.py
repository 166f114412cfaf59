"""A theme's files, read into memory: no link out, no hidden file, nothing half read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.theme.layers import Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """One file of one folder of a theme."""

    name: str
    """Path below `templates/` or `static/`, with forward slashes."""
    layer: int
    """Which folder of the theme it is from; 0 is the strongest."""
    label: str
    """The file in messages to a person."""
    data: bytes
    """Its content."""


def read_files(
    layers: tuple[Layer, ...], part: str, problems: list[Diagnostic], *, ending: str = ""
) -> tuple[ThemeFile, ...]:
    """All files below `part` in every folder, strongest folder first, each folder by name."""
    return tuple(
        ThemeFile(name=name, layer=index, label=f"{layer.label}/{part}/{name}", data=path.read_bytes())
        for index, layer in enumerate(layers)
        for name, path in sorted(_walk(layer, part, problems))
        if name.endswith(ending)
    )


def _walk(layer: Layer, part: str, problems: list[Diagnostic]) -> Iterator[tuple[str, Path]]:
    """Names and paths of the files that count: hidden files and editors' copies (`x~`, `#x#`) don't."""
    top = layer.folder / part
    for folder, folders, names in os.walk(top):
        for entry in sorted(folders + names):
            path = Path(folder, entry)
            name = path.relative_to(top).as_posix()
            if path.is_symlink() and not _stays(path, layer.folder):
                problems.append(
                    Diagnostic(
                        code="theme-link",
                        path=f"{layer.label}/{part}/{name}",
                        what="this link does not lead to a file of the theme",
                        mend="put a copy of the file here instead",
                    )
                )
            elif entry in names and not (entry.startswith((".", "#")) or entry.endswith("~")):
                yield name, path


def _stays(link: Path, folder: Path) -> bool:
    target = link.resolve()
    return target.is_file() and target.is_relative_to(folder)
