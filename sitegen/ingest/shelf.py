"""What was read in one run: with each new saving of a page all earlier ones are looked at again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_ROOM = 400 * 1024 * 1024
"""Bytes of saved documents of which something is kept; what is made of one takes about as much."""

Made = TypeVar("Made")


class Shelf:
    """Keeps what was made of documents, so that of fifty savings of a page each is read only once."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._filled = 0
        self._made: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, size: int, make: Callable[[], Made]) -> Made:
        """What `make` made under this key of a document of so many bytes; made now where it is not here."""
        if key not in self._made:
            made = make()
            if self._filled + size > self._room:
                self._made.clear()
                self._filled = 0
            self._made[key] = made
            self._filled += size
        found: Made = self._made[key]
        return found
