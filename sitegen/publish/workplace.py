"""Where a build works before its files go public, and the lock that keeps others out.

Beside the output folder, so that moving a file in is a rename within one file system; inside it
where the output folder is a file system of its own.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.publish.staging import owner

_STAGING = ".sitegen-staging"
_LOCK = ".sitegen-lock"
_GRACE_SECONDS = 0.2

INSIDE = frozenset({_STAGING, _LOCK})
"""Names that sitegen may use in the output folder while it works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Where one build works."""

    staging: Path
    """The staging folder; it exists only while a build works, or after one was killed."""
    lock: Path
    """The lock file; what counts is who locks it, not that it exists."""


def workplace(output: Path) -> Workplace:
    """The workplace for this (resolved) output folder."""
    if output.exists() and not _can_move_in(output.parent, output):
        return Workplace(staging=output / _STAGING, lock=output / _LOCK)
    return Workplace(
        staging=output.with_name(f".{output.name}{_STAGING}"), lock=output.with_name(f".{output.name}{_LOCK}")
    )


@contextlib.contextmanager
def locked(place: Workplace, shown: str) -> Iterator[None]:
    """Hold the operating system's lock, which dies with its owner.

    Raises ContentError where another build holds it.
    """
    # Not a thing to wait for: the other build would be followed by one that finds nothing to do.
    # The grace is for a lock file that its owner is just removing.
    lock = FileLock(place.lock, timeout=_GRACE_SECONDS)
    try:
        lock.acquire()
    except Timeout:
        number = owner(place.staging)
        who = f"another sitegen (process {number})" if number else "another sitegen"
        raise ContentError(
            [
                Diagnostic(
                    code="build-running",
                    path=shown,
                    what=f"{who} is building into this folder",
                    mend="wait until it has finished or stop it, then run the command again",
                )
            ]
        ) from None
    try:
        yield
    finally:
        # Safe while the lock is held: filelock takes no lock on a file that has lost its name.
        with contextlib.suppress(OSError):
            place.lock.unlink()
        lock.release()


def _can_move_in(parent: Path, output: Path) -> bool:
    """True where a file in `parent` can be renamed into `output`."""
    if parent.stat().st_dev != output.stat().st_dev or not os.access(parent, os.W_OK):
        return False
    # A bind mount has its parent's device number. Renaming between mounts is refused before the
    # names are looked up, so asking for a file that does not exist tells it and changes nothing.
    try:
        (parent / f"{_STAGING}-none").rename(output / f"{_STAGING}-none")
    except OSError as problem:
        return problem.errno != errno.EXDEV
    return True
