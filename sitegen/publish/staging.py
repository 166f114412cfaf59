"""Writing finished files into the staging folder, from any process."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

_FILES = "files"
_PLAIN_SEGMENT = re.compile(r"[^\\/\x00-\x1f\x7f]+")

FILE_MODE = 0o644
FOLDER_MODE = 0o755


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A finished file that waits to be published."""

    path: str
    """Where it goes, relative to the output folder, with forward slashes."""
    fingerprint: str
    """Hash of exactly what it is made from."""
    sha256: str
    """Hash of its bytes, lower-case hex."""
    size: int
    """Its size in bytes."""
    mtime_ns: int
    """When it was written; renaming keeps it."""


def stage(staging: Path, path: str, data: bytes, fingerprint: str) -> Staged:
    """Write one file of the new site below the staging folder.

    Raises ValueError where `path` is not a plain relative path, and OSError, naming the file.
    """
    if not is_plain(path):
        raise ValueError(f"not a plain relative path: {path!r}")
    file = staged_file(staging, path)
    write(file, data)
    set_mode(file, FILE_MODE)
    return Staged(
        path=path,
        fingerprint=fingerprint,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        mtime_ns=file.stat().st_mtime_ns,
    )


def write(file: Path, data: bytes, *, durably: bool = False) -> None:
    """Write a file. Raises OSError with the file's name, which a full disk's own error lacks."""
    try:
        with file.open("wb") as opened:
            opened.write(data)
            if durably:
                opened.flush()
                os.fsync(opened.fileno())
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, str(file)) from problem


def staged_file(staging: Path, path: str) -> Path:
    """Where the file for `path` waits. The staging folder is flat: no folder to make for each page."""
    return staging / _FILES / hashlib.sha256(path.encode()).hexdigest()


def make_staging(staging: Path) -> None:
    """Make the staging folder, with a note of who works in it."""
    (staging / _FILES).mkdir(parents=True)
    write(staging / "owner", str(os.getpid()).encode())


def owner(staging: Path) -> str:
    """Number of the process that works in the staging folder; empty if it can't be read."""
    try:
        return (staging / "owner").read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def set_mode(path: Path, mode: int) -> None:
    """Give a file or folder its mode whatever the umask; Windows has none."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def is_plain(path: str) -> bool:
    """True for a relative path with forward slashes that can't lead out of its folder."""
    segments = path.split("/")
    return (
        all(_PLAIN_SEGMENT.fullmatch(s) and s not in {".", ".."} for s in segments) and ":" not in segments[0]
    )
