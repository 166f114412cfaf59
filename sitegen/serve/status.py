"""What the server shows at the moment, and who wants to know when that changes."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sitegen.serve.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The last good site, and what is wrong with the newest content."""

    folder: Path | None = None
    """The site's files; None as long as no build has succeeded."""
    base: str = "/"
    """Path that the site stands under, from `/` to `/`."""
    files: Collection[str] = frozenset()
    """The site's files, relative to its folder."""
    problems: tuple[Problem, ...] = ()
    """Why the last build failed; empty where it did not."""

    def version(self, data: bytes) -> str:
        """Tells whether a page would look the same now: hash of its bytes and of the problems."""
        digest = hashlib.sha256(data)
        digest.update(repr(self.problems).encode())
        return digest.hexdigest()[:16]


class Board:
    """Holds what is shown: the building thread changes it, the server's threads read it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shown = Shown()
        self._listeners: set[Callable[[], None]] = set()

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, shown: Shown) -> None:
        """Show something else, and tell everybody who listens."""
        self._shown = shown
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    @contextmanager
    def listening(self, listener: Callable[[], None]) -> Iterator[None]:
        """Have `listener` called, in any thread, whenever something else is shown."""
        with self._lock:
            self._listeners.add(listener)
        try:
            yield
        finally:
            with self._lock:
                self._listeners.discard(listener)
