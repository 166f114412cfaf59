"""What stands in the output folder. Links are seen as links, never followed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from sitegen.cache import FileState


class Kind(Enum):
    """What a path leads to."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"
    LINK = "symbolic link"
    OTHER = "special file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One look at a path."""

    kind: Kind
    """What stands there."""
    sha256: str = ""
    """Hash of a file's bytes, lower-case hex."""
    size: int = 0
    """A file's size in bytes."""
    mtime_ns: int = 0
    """When a file's bytes last changed."""
    device: int = 0
    """Number of the file system that it is on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """An output folder, looked at. Made for one build, then thrown away."""

    folder: Path
    """The output folder, resolved."""
    states: Mapping[str, FileState] = field(default_factory=dict)
    """What is known of its files: spares reading those whose size and time are the same."""
    linked: dict[str, bool] = field(default_factory=dict)
    """Which of its folders lead through a link, as far as they were looked at."""

    def look(self, path: str) -> Seen:
        """See what stands at `path`; a path that leads through a link is that link. Raises OSError."""
        if self._leads_through_link(path.rpartition("/")[0]):
            return Seen(kind=Kind.LINK)
        try:
            status = os.lstat(self.folder / path)
        except (FileNotFoundError, NotADirectoryError):
            return Seen(kind=Kind.NOTHING)
        kind = _kind_of(status.st_mode)
        if kind is not Kind.FILE:
            return Seen(kind=kind, device=status.st_dev)
        known = self.states.get(path)
        same = known and (known.size, known.mtime_ns) == (status.st_size, status.st_mtime_ns)
        return Seen(
            kind=kind,
            sha256=known.sha256 if known and same else _hash(self.folder / path),
            size=status.st_size,
            mtime_ns=status.st_mtime_ns,
            device=status.st_dev,
        )

    def _leads_through_link(self, folder: str) -> bool:
        if not folder:
            return False
        if folder not in self.linked:
            above = self._leads_through_link(folder.rpartition("/")[0])
            self.linked[folder] = above or (self.folder / folder).is_symlink()
        return self.linked[folder]


def _kind_of(mode: int) -> Kind:
    if stat.S_ISREG(mode):
        return Kind.FILE
    if stat.S_ISDIR(mode):
        return Kind.FOLDER
    return Kind.LINK if stat.S_ISLNK(mode) else Kind.OTHER


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
