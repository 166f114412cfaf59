"""When a state's name is another place's, a person's or a thing's: `South Sudan`, `Jordan Peterson`."""

from __future__ import annotations

from sitegen.actors.countries import is_place
from sitegen.actors.guards.common import (
    ENDS_OF_NAMES,
    follows_given_name,
    goes_on,
    is_acronym,
    is_apart,
    stands_by_chance,
)
from sitegen.actors.lexicon import COMPASS, INSIDE, INSTITUTIONS, PUBLIC_NOUNS
from sitegen.actors.scene import Scene
from sitegen.actors.verbs import ACTING
from sitegen.actors.words import word_set

_GIVEN_NAMES = word_set("Chad Georgia Israel Jordan")
"""Names of states that people are given, too."""

_STATES_OF_THE_US = word_set("Georgia Washington")
"""Names of states of the US that are also a country's or a capital's."""

_OF_A_STATE_OF_THE_US = word_set(
    "gov governor republican republicans democrat democrats legislature statehouse runoff runoffs voters"
    " senator senate secretary bulldogs electors"
)
_CITY_THINGS = word_set(
    "city region area suburb suburbs airport mayor police court residents street streets district metro"
    " subway hotel time office bureau correspondent state university marathon stadium talks summit"
    " conference accords agreement attack attacks bombing"
)
_AS_PLACE = (INSIDE - {"to", "toward", "towards"}) | {"central", "downtown", "of"}
_TOWARDS = word_set("to toward towards")
_MOVING = word_set(
    "fly flew flown flying flight flights travel travelled traveled travelling traveling trip journey return"
    " returned returning go goes going went gone come came back move moved drive drove train road way sent"
    " brought taken visit visits close closest near next rushed headed heading"
)
_CAPITAL_DISTRICT = word_set("DC D")


def is_other_state(scene: Scene) -> bool:
    """Whether a state's name means another place, a person or a thing."""
    return _is_namesake(scene) or scene.name_after() in ENDS_OF_NAMES or _is_state_of_the_us(scene)


def is_city(scene: Scene) -> bool:
    """Whether a capital means the place or a namesake, and not the government that sits there."""
    return _is_namesake(scene) or goes_on(scene) or _is_place(scene)


def _is_namesake(scene: Scene) -> bool:
    """Whether it is another place's or a person's: `New Mexico`, `Michael Jordan`."""
    compass = {scene.name_before().capitalize(), scene.hyphen_before().capitalize()}
    if not COMPASS.isdisjoint(compass) or follows_given_name(scene):
        return True
    after = scene.name_after()
    if not after or scene.text not in _GIVEN_NAMES or is_apart(after) or is_place(after):
        return False
    lower = after.lower()
    return not (lower in PUBLIC_NOUNS or lower in ACTING or after in INSTITUTIONS or is_acronym(after))


def _is_state_of_the_us(scene: Scene) -> bool:
    """Whether it is the state of the US with that name: `Georgia's governor`, `Atlanta, Georgia`."""
    if scene.text not in _STATES_OF_THE_US:
        return False
    on = scene.last + 1 + scene.owned()
    if scene.words.word(on).lower() in _OF_A_STATE_OF_THE_US:
        return True
    if scene.before() == "of" and scene.before(2).lower() == "state":
        return True
    place = scene.words.word(scene.first - 1)
    return scene.words.gap(scene.first) == ", " and place[:1].isupper() and not is_place(place)


def _is_place(scene: Scene) -> bool:
    """Whether it is where something is: `in Moscow`, `flew to Moscow`, `Washington, DC`."""
    before = scene.before().lower()
    if before in _AS_PLACE or (before in _TOWARDS and scene.before(2).lower() in _MOVING):
        return True
    district = scene.words.gap(scene.last + 1) == ", " and scene.words.word(scene.last + 1)
    if district in _CAPITAL_DISTRICT or scene.after().lower() in _CITY_THINGS:
        return True
    other = scene.name_before()
    apart = not other or is_apart(other) or is_place(other) or stands_by_chance(scene, scene.first - 1)
    return not apart and scene.capitals_tell()
