"""What a form of an actor is, as far as that decides which neighbours make it a part of another name."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from sitegen.actors.countries import capitals
from sitegen.actors.evidence import is_title
from sitegen.actors.homes import codes_of
from sitegen.actors.lexicon import PARTICLES
from sitegen.model import ActorKind

_LONGEST_ACRONYM = 6


class Sort(IntEnum):
    """The sorts of forms."""

    PLAIN = 0
    """Nothing that can be told from its letters."""
    FULL_NAME = 1
    """A person's name of several words."""
    SURNAME = 2
    """A person's name without a given name."""
    STATE = 3
    """A state's name."""
    SEAT = 4
    """A capital, for the government that sits there."""
    ACRONYM = 5
    """An organisation's acronym."""
    BODY = 6
    """Any other name of an organisation, group or news outlet."""
    OFFICE = 7
    """Words for whoever holds an office."""


def sort_of(form: str, kind: ActorKind) -> Sort:
    """What a name or alias of an actor of this kind is."""
    words = form.split()
    if kind is ActorKind.PERSON:
        return _of_person(words)
    if kind is ActorKind.STATE:
        return Sort.SEAT if form in _seats() and not codes_of(form) else Sort.STATE
    letters = "".join(filter(str.isalpha, form))
    return Sort.ACRONYM if letters.isupper() and len(letters) <= _LONGEST_ACRONYM else Sort.BODY


def _of_person(words: list[str]) -> Sort:
    if words[0] in {"The", "the"} or not words[-1][0].isupper() or "".join(words).isupper():
        return Sort.PLAIN
    if len(words) == 1 or words[0] in PARTICLES:
        return Sort.SURNAME
    return Sort.FULL_NAME if words[0][0].isupper() or is_title(words[0]) else Sort.PLAIN


@cache
def _seats() -> frozenset[str]:
    return frozenset(" ".join(words) for listed in capitals().values() for words, _ in listed)
