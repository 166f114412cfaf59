"""Tells when it is worth looking at the site's folder."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from sitegen.serve.changes import FOLDERS

POLL_SECONDS = 0.5
"""How often to look where the system reports nothing."""

_ONLY_READ = frozenset({"opened", "closed_no_write"})
"""Events that Linux reports for reading: a build itself causes thousands."""


class Watcher:
    """Hints from the operating system that something may have changed; or none, and then time is the hint."""

    def __init__(self, root: Path, *, poll: bool, say: Callable[[str], None]) -> None:
        self._root = root
        self._say = say
        self._hint = threading.Event()
        self._observer: BaseObserver | None = None if poll else Observer()
        self._watched: dict[Path, _Watched] = {}

    def __enter__(self) -> Self:
        if self._observer:
            self._or_poll(self._observer.start)
        self.renew()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_observer()

    @property
    def polls(self) -> bool:
        """True where the system gives no hints."""
        return self._observer is None

    def wait(self) -> bool:
        """Wait a moment; True where a look is worth it now. Ctrl-C ends it on every system."""
        hinted = self._hint.wait(POLL_SECONDS)
        if hinted:  # otherwise a hint that comes right now would be lost
            self._hint.clear()
        return hinted or self.polls

    def renew(self) -> None:
        """Watch the folders that are there now: one may be new, or another folder of the same name."""
        for folder in (self._root, *(self._root / name for name in FOLDERS)):
            if self._observer:
                self._renew_one(self._observer, folder)

    def _renew_one(self, observer: BaseObserver, folder: Path) -> None:
        number = _number(folder)
        known = self._watched.get(folder)
        if known and known.number == number:
            return
        if known:
            del self._watched[folder]
            with contextlib.suppress(KeyError, OSError):  # the system has dropped the watch already
                observer.unschedule(known.watch)
        if number:
            self._or_poll(lambda: self._add(observer, folder, number))

    def _add(self, observer: BaseObserver, folder: Path, number: tuple[int, int]) -> None:
        watch = observer.schedule(_Handler(self._hint), str(folder), recursive=folder != self._root)
        self._watched[folder] = _Watched(number=number, watch=watch)

    def _or_poll(self, action: Callable[[], None]) -> None:
        """Do it; where the system has run out of watches, say so and look from time to time instead."""
        try:
            action()
        except OSError as problem:
            self._say(
                f"The system can't watch so many files ({problem.strerror}). "
                f"Looking for changes every {POLL_SECONDS} seconds instead, as with --poll."
            )
            self._stop_observer()

    def _stop_observer(self) -> None:
        observer, self._observer = self._observer, None
        if observer and observer.is_alive():
            observer.stop()
            observer.join()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Watched:
    number: tuple[int, int]
    watch: ObservedWatch


class _Handler(FileSystemEventHandler):
    def __init__(self, hint: threading.Event) -> None:
        self._hint = hint

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _ONLY_READ:
            self._hint.set()


def _number(folder: Path) -> tuple[int, int] | None:
    """What tells this folder from another one of the same name; None where there is no folder."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if folder.is_dir() else None
