"""What changed between two looks at the site's folder. Pure: nothing here touches the disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a file of the site's folder is for."""

    SETTINGS = "settings"
    CONTENT = "content"
    THEME = "theme"
    DOCUMENT = "saved document"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What tells that a file is another one than before, without reading it."""

    size: int
    """Bytes."""
    mtime_ns: int
    """When it was last written."""
    inode: int
    """Its number in the file system: a file that was renamed over another has its own."""


Snapshot = Mapping[str, Mark]
"""Every file that counts, by path relative to the site's folder."""

FOLDERS = {"content": Part.CONTENT, "themes": Part.THEME, "seeds": Part.DOCUMENT}
"""The folders that a site is made from."""

FILES = {"site.yaml": Part.SETTINGS}
"""The files that a site is made from."""

_UNSEEN = re.compile(r"\..*|.*~|#.*#|.*\.(tmp|swp|swx|bak|orig)|4913|__pycache__|Thumbs\.db|desktop\.ini")
"""Hidden files, and what editors and systems lay beside the file that they save."""


def part_of(path: str) -> Part:
    """What the file at this path (relative to the site's folder, forward slashes) is for."""
    first, *rest = path.split("/")
    if any(_UNSEEN.fullmatch(segment) for segment in (first, *rest)):
        return Part.NOTHING
    return (FOLDERS if rest else FILES).get(first, Part.NOTHING)


def changed_paths(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Files that are new, gone or written since, sorted; a file that was only read is none of them."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))


def in_words(paths: tuple[str, ...]) -> str:
    """The changes for a person: one path, or how many files of what."""
    if len(paths) == 1:
        return paths[0]
    parts = sorted({part_of(path).value for path in paths})
    return f"{len(paths):,} files ({', '.join(parts)})"
