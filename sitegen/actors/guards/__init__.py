"""When words that are an actor's name are a part of another name: `Michael Jordan`, `Georgia Tech`.

A guard looks at the neighbours of a span and says whether it may name the actor. A wrong actor is worse
than a missed one: in doubt it says no. Where capitals tell nothing (headlines, other languages than English)
only given names and words that end names are looked at.
"""

from __future__ import annotations

from sitegen.actors.claims import Claim
from sitegen.actors.guards.bodies import is_other_acronym, is_other_body
from sitegen.actors.guards.offices import names_holder
from sitegen.actors.guards.people import is_other_full_name, is_other_surname
from sitegen.actors.guards.states import is_city, is_other_state
from sitegen.actors.lexicon import CALENDAR
from sitegen.actors.scene import Scene
from sitegen.actors.sorts import Sort
from sitegen.actors.words import word_set

__all__ = ["may_name"]

_TIMES = word_set(
    "in by since until till last next this early mid late of from to through between during before after"
    " every"
)
_OTHERS = {
    Sort.FULL_NAME: is_other_full_name,
    Sort.SURNAME: is_other_surname,
    Sort.STATE: is_other_state,
    Sort.SEAT: is_city,
}


def may_name(claim: Claim, scene: Scene) -> bool:
    """Whether a span may name the actor that claims it, as far as its neighbours tell."""
    if scene.first == scene.last and _is_date(scene):
        return False
    if claim.sort is Sort.OFFICE:
        return names_holder(scene)
    if claim.sort is Sort.ACRONYM:
        return not is_other_acronym(claim.bearer, scene)
    if claim.sort is Sort.BODY:
        return not is_other_body(claim.bearer, scene)
    is_other = _OTHERS.get(claim.sort)
    return is_other is None or not is_other(scene)


def _is_date(scene: Scene) -> bool:
    """Whether it is the month: `in May`, `5 May`, `May 2022`."""
    if scene.text not in CALENDAR:
        return False
    before, after = scene.before(), scene.words.word(scene.last + 1)
    dated = before[:1].isdigit() or after[:1].isdigit()
    return dated or before.lower() in _TIMES or before in CALENDAR
