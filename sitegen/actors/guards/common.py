"""What guards of all sorts look at."""

from __future__ import annotations

from sitegen.actors.bearers import is_first_name
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import is_title
from sitegen.actors.lexicon import (
    CALENDAR,
    FUNCTION_WORDS,
    MASTHEADS,
    PLACE_WORDS,
    PUBLIC_NOUNS,
    ROLE_MODIFIERS,
)
from sitegen.actors.scene import Scene
from sitegen.actors.verbs import ACTING
from sitegen.actors.words import word_set

ENDS_OF_NAMES = (
    PLACE_WORDS
    | MASTHEADS
    | word_set(
        "University College Institute Tech Airlines Airways Foundation Inc Ltd Corp Corporation Company"
        " Holdings Industries Group Open Cup FC AFC United Athletic Today Delta Organization Organisation"
        " Library Clinic Prize Trophy Doctrine Effect Monument Memorial Canyon Falls Dam Rapids"
        " Jr Sr Junior Senior II III IV"
    )
)
"""Words after a name that make it the name of something else, or of a namesake."""

_CHANCE_ENDINGS = ("ed", "ing", "ly")
"""Endings of words that may stand before a name at the start of a sentence: `Embattled Truss`."""

_OPENERS = word_set(
    "instead perhaps indeed maybe afterwards thereafter nevertheless nonetheless moreover therefore"
    " furthermore thus hence otherwise sometimes often never always soon elsewhere besides whether"
)
"""Other words that may do so."""

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 5


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym, and so no part of the name beside it."""
    return _SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM and word.isupper()


def is_apart(word: str) -> bool:
    """Whether a word with a capital can be no part of a name beside it: a title, a day, `The`."""
    return is_apart_from_body(word) or word.lower() in ROLE_MODIFIERS


def is_apart_from_body(word: str) -> bool:
    """Whether it can be no part of any name: not so `National`, which may stand before `Bank`."""
    return is_title(word) or word in CALENDAR or word.lower() in FUNCTION_WORDS


def follows_given_name(scene: Scene) -> bool:
    """Whether a given name stands right before: `Michael Jordan`."""
    word = scene.name_before()
    return bool(word) and is_first_name(word) and not is_apart(word) and not is_place(word)


def stands_by_chance(scene: Scene, at: int) -> bool:
    """Whether the word with this number has its capital only because a sentence starts with it."""
    word = scene.words.word(at)
    return scene.opens(at) and (word.endswith(_CHANCE_ENDINGS) or word.lower() in _OPENERS)


def goes_on(scene: Scene) -> bool:
    """Whether the name goes on: `John Lee Hooker`, `Trump Tower`, `Apple Daily`."""
    word = scene.name_after()
    if not word or is_apart(word):
        return False
    if word in ENDS_OF_NAMES:
        return True
    told = word.lower() in ACTING | PUBLIC_NOUNS or is_place(word) or is_acronym(word)
    return not told and not scene.text.isupper() and scene.capitals_tell()
