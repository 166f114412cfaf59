"""When a person's name is a part of somebody else's: `Jeb Bush`, `Hamza bin Laden`, `Trump Tower`."""

from __future__ import annotations

from sitegen.actors.bearers import is_first_name
from sitegen.actors.countries import is_place
from sitegen.actors.guards.common import (
    follows_given_name,
    goes_on,
    is_acronym,
    is_apart,
    stands_by_chance,
)
from sitegen.actors.lexicon import FUNCTION_WORDS, NEWS_NOUNS, PARTICLES
from sitegen.actors.scene import Scene
from sitegen.actors.verbs import ACTING
from sitegen.actors.words import word_set

_ARTICLES = word_set("the a an another")
_BETWEEN_TWO = word_set(
    "summit meeting call talks pact deal alliance relationship relations debate ticket feud rivalry"
)
"""What two people have between them: `the Biden-Putin summit`."""


_THINGS = word_set(
    "rue avenue boulevard place quai pont lycée collège école aéroport stade gare hôpital musée avions"
    " calle avenida plaza paseo puente instituto colegio aeropuerto estadio hospital museo"
    " via viale piazza ponte liceo aeroporto stadio rua praça estádio escola straße platz flughafen stadion"
    " brücke schule улица площадь проспект мост школа аэропорт стадион имени вулиця площа імені"
)
"""Nouns of other languages before the name of what is called after somebody: `rue Macron`."""


def is_other_full_name(scene: Scene) -> bool:
    """Whether a name of several words is a part of a longer one."""
    return follows_given_name(scene) or _goes_on(scene) or _names_thing(scene)


def is_other_surname(scene: Scene) -> bool:
    """Whether a surname belongs to a namesake or to a thing."""
    named = _has_name_before(scene) or _goes_on(scene) or _is_compound(scene)
    return named or _has_article(scene) or _names_thing(scene)


def _goes_on(scene: Scene) -> bool:
    return goes_on(scene) or scene.words.word(scene.last + 1) in {"Jr", "Sr"}


def _names_thing(scene: Scene) -> bool:
    """Whether a street, an airport, a school is called so, in a language where its noun stands before."""
    return not scene.english and scene.before().lower() in _THINGS


def _has_name_before(scene: Scene) -> bool:
    """Whether another person's given name stands before it."""
    if scene.initial_before():
        return True
    word, at = _before_particles(scene)
    if not word[:1].isupper() or is_apart(word):
        return False
    if is_first_name(word):
        return True
    apart = stands_by_chance(scene, at) or is_place(word) or is_acronym(word)
    return not apart and scene.capitals_tell()


def _before_particles(scene: Scene) -> tuple[str, int]:
    """The word before a surname and the small words that belong to it, and its number."""
    at = scene.first - 1
    while at >= 0 and scene.words.gap(at + 1) in {" ", "-"} and scene.words.word(at).lower() in PARTICLES:
        at -= 1
    return (scene.words.word(at), at) if scene.words.gap(at + 1) == " " else ("", at)


def _is_compound(scene: Scene) -> bool:
    """Whether it is half of a surname: `Ocasio-Cortez`."""
    halves = (scene.hyphen_before(), scene.hyphen_after())
    if scene.words.word(scene.last + 1 + bool(halves[1])) in _BETWEEN_TWO:
        return False
    return any(word[:1].isupper() and not is_place(word) and not is_acronym(word) for word in halves)


def _has_article(scene: Scene) -> bool:
    """Whether an article makes it a thing: `the Sun`; not so in `the Truss government`."""
    if scene.before().lower() not in _ARTICLES or scene.hyphen_after():
        return False
    after = scene.after()
    verb = after in ACTING or after.endswith("ed") or after in FUNCTION_WORDS
    return not after.islower() or verb or after in NEWS_NOUNS
