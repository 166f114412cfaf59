"""Looks at the site's folder. Events only say when to look; what changed is what a look finds."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sitegen.serve.changes import FILES, FOLDERS, Mark, Part, Snapshot, part_of

PAUSE_SECONDS = 0.08
"""How long the folder must stay the same before it counts as settled."""

LIMIT_SECONDS = 1.0
"""How long to wait for that at most."""


def scan(root: Path) -> dict[str, Mark]:
    """Every file that the site is made from. What vanishes meanwhile is not there."""
    found: dict[str, Mark] = {}
    for name in FILES:
        _mark(root / name, name, found)
    for name in FOLDERS:
        for path, entry in _walk(root / name, name):
            _mark(entry, path, found)
    return found


def settle(look: Callable[[], Snapshot], before: Snapshot) -> Snapshot:
    """Look until nothing moves any more: a save in several steps, or many files at once, is one change."""
    last = look()
    deadline = time.monotonic() + LIMIT_SECONDS
    while last != before and time.monotonic() < deadline:
        time.sleep(PAUSE_SECONDS)
        now = look()
        if now == last:
            break
        last = now
    return last


def _walk(folder: Path, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if part_of(path) is Part.NOTHING:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, path)
        else:
            yield path, entry


def _mark(entry: Path | os.DirEntry[str], path: str, found: dict[str, Mark]) -> None:
    try:
        # Path.stat, not DirEntry.stat: on Windows the entry's own figures may be old.
        status = Path(entry).stat()
    except OSError:
        return
    found[path] = Mark(size=status.st_size, mtime_ns=status.st_mtime_ns, inode=status.st_ino)
