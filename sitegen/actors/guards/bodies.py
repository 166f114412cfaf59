"""When an organisation's name is a part of another one's: `Financial Times`, `Uzbek Interior Ministry`."""

from __future__ import annotations

from sitegen.actors.claims import Bearer
from sitegen.actors.countries import is_place
from sitegen.actors.guards.common import goes_on, is_acronym, is_apart_from_body, stands_by_chance
from sitegen.actors.homes import LONGEST, codes_at_end, codes_at_start, codes_within
from sitegen.actors.lexicon import (
    COMPANY_NOUNS,
    FUNCTION_WORDS,
    INSTITUTIONS,
    LEADING_INSTITUTIONS,
    MASTHEADS,
    NEWS_NOUNS,
)
from sitegen.actors.scene import Scene
from sitegen.actors.verbs import ACTING
from sitegen.actors.words import word_set

_DETERMINERS = word_set("the a an his her its their this that these those from about out between")
_BEFORE_BODIES = ACTING | COMPANY_NOUNS | NEWS_NOUNS
"""Words before a name that tell what it is, or that it does something."""

_NO_STATES: frozenset[str] = frozenset()


def is_other_acronym(bearer: Bearer, scene: Scene) -> bool:
    """Whether it stands in brackets after another long form: `Culinary Institute of America (CIA)`."""
    words = scene.words
    if words.gap(scene.first) != " (" or not words.gap(scene.last + 1).startswith(")"):
        return False
    letters = [letter for letter in scene.text if letter.isalpha()]
    long_form: list[str] = []
    for at in range(scene.first - 1, -1, -1):
        word = words.word(at)
        if word[0].isupper():
            if word[0] != letters.pop():
                return False
            long_form.append(word)
        if not letters or words.gap(at) not in {" ", "-"}:
            break
    return not letters and not bearer.words.issuperset(long_form)


def is_other_body(bearer: Bearer, scene: Scene) -> bool:
    """Whether its neighbours make it a part of another organisation's name, or that of another state."""
    text = scene.text.removeprefix("the ").removeprefix("The ")
    if _is_of_other_state(bearer, scene):
        return True
    if text.islower() or is_acronym(text):
        return False
    if scene.opens(scene.first) and text.endswith("ing") and scene.after() in _DETERMINERS:
        return True
    if scene.words.word(scene.last) in MASTHEADS and scene.after() == "of" and scene.after(2)[:1].isupper():
        return True
    if _has_other_word_before(bearer, scene):
        return True
    return " " not in text and (goes_on(scene) or scene.name_after() in INSTITUTIONS)


def _has_other_word_before(bearer: Bearer, scene: Scene) -> bool:
    """Whether a word that is not in its names stands before it as a part of a name."""
    word = scene.name_before()
    if scene.text in MASTHEADS and word:
        return word.lower() not in FUNCTION_WORDS
    if not word or word in bearer.words or is_place(word) or is_apart_from_body(word):
        return False
    told = word.lower() in _BEFORE_BODIES or stands_by_chance(scene, scene.first - 1)
    return not told and scene.capitals_tell()


def _is_of_other_state(bearer: Bearer, scene: Scene) -> bool:
    """Whether a country stands beside it that is not its own, where its name says no more than what it is."""
    if not bearer.states or not bearer.states.isdisjoint(codes_within(scene.text.split())):
        return False
    first, last = scene.words.word(scene.first), scene.words.word(scene.last)
    common = last.islower() or last in INSTITUTIONS or first in LEADING_INSTITUTIONS
    beside = _states_beside(scene) if common else _NO_STATES
    return bool(beside) and bearer.states.isdisjoint(beside)


def _states_beside(scene: Scene) -> frozenset[str]:
    """Codes of the countries right before it (`Uzbek`, `Uzbekistan's`), else of those after it and `of`."""
    if codes := codes_at_end(_words_before(scene)):
        return codes
    if scene.after() not in {"of", "in"}:
        return _NO_STATES
    start = 2 + (scene.after(2) == "the")
    return codes_at_start([scene.after(on) for on in range(start, start + LONGEST)])


def _words_before(scene: Scene) -> list[str]:
    """The last words before the span, in order, a possessive ending left out."""
    at = scene.first
    if scene.words.gap(at) != " ":
        return []
    if scene.words.owns(at - 1):
        at -= 1
    found: list[str] = []
    for to in range(at - 1, max(-1, at - 1 - LONGEST), -1):
        found.insert(0, scene.words.word(to))
        if scene.words.gap(to) != " ":
            break
    return found
