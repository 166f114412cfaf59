"""What goes into a proposal of new actors, what comes out, and what a recogniser is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sitegen.actors.reading import Reading
from sitegen.model import ActorKind

Spot = tuple[int, int]
"""A word of a reading: number of its sentence, number of the word in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An actor that a text names and the archive does not have yet."""

    name: str
    """The fullest name that the text gives."""
    kind: ActorKind
    """What it is."""
    aliases: tuple[str, ...] = ()
    """Other forms that the text uses for it, in the order in which they were found."""
    weak: tuple[str, ...] = ()
    """Those of `aliases` that name it only beside another form, but for those that `weak_forms` finds."""
    local: tuple[str, ...] = ()
    """Forms that mean it in this document and may mean another elsewhere, such as `police`."""
    reason: str
    """Why it is proposed, a phrase with the words of the text."""
    roles: tuple[str, ...] = ()
    """Offices and occupations that the text gives it, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """What a recogniser found: an actor, and where."""

    proposal: Proposal | None
    """The actor; None where the words are understood and name nobody who acts."""
    spots: frozenset[Spot] = frozenset()
    """The words that name it; later recognisers leave these alone."""


class Recogniser(Protocol):
    """Finds actors of one sort. Each stands in a file of its own and is named in `propose.RECOGNISERS`."""

    def __call__(self, reading: Reading, taken: frozenset[Spot]) -> Iterable[Find]:
        """The actors in a text, each once, in the order of the text, outside the words that are taken."""
        ...
