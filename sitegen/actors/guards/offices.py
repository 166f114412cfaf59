"""Whether words for an office name whoever holds it that day: `the Kazakh president said`.

They do not where they tell of another holder, of the office itself, or stand beside a name: then the name
says who is meant.
"""

from __future__ import annotations

import re

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import is_title
from sitegen.actors.guards.common import is_apart, stands_by_chance
from sitegen.actors.homes import LONGEST, codes_at_end
from sitegen.actors.lexicon import CALENDAR, FUNCTION_WORDS, INSIDE
from sitegen.actors.scene import Scene
from sitegen.actors.verbs import ACTING
from sitegen.actors.words import APOSTROPHES, word_set

_OTHERS = word_set(
    "former ex vice deputy acting interim assistant under shadow honorary first second third last next future"
    " new previous past then late ousted deposed exiled time onetime incoming aspiring potential proclaimed"
    " declared rival reelected a an any every each no another some many all two three several few female"
)
"""Words before an office that make it another's, or nobody's; the last part of `self-declared`."""

_BECOMING = word_set(
    "named appointed chosen elected become became becomes becoming be been being was were is are remain"
    " remains remained made as served serve serving"
)
"""Words before an office, or before its article, that tell who holds or held it."""

_LOOSELY_JOINED = word_set("of and or nor than")
"""Words after which an office without an article is no person: `the post of UK foreign secretary`."""

_OFFICE_ITSELF = word_set(
    "elect designate hopeful hopefuls candidate candidates nominee nominees election elections race vote"
    " contender contenders role job post position office emeritus of"
)
"""Words after an office that make it something else than a person."""

_OF_PAST = re.compile(
    r"\s+(?:until|till|at the time|(?:from|between|since|in|during)\s+(?:the\s+)?(?:\w+\s+)?[12]\d{3})\b"
)
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_APPOSED = re.compile(r",\s|\s[–—-]\s|\s?\(")


def names_holder(scene: Scene) -> bool:
    """Whether the span, words for an office, names who holds it."""
    if scene.hyphen_before() or scene.hyphen_after():
        return False
    return not (
        _is_of_other(scene) or _is_of_past(scene) or _name_stands_after(scene) or _name_stands_before(scene)
    )


def _is_of_other(scene: Scene) -> bool:
    """Whether what stands before makes it another holder's, or the office itself."""
    article = scene.before().lower() == "the"
    word = scene.before(1 + article).lower()
    if article or "'s " in scene.text.translate(_STRAIGHT):
        return word in _BECOMING
    if word in _OTHERS or word in _BECOMING or word in _LOOSELY_JOINED:
        return True
    before = scene.name_before()
    return len(before) > 1 and not is_apart(before) and not scene.text[0].islower()


def _is_of_past(scene: Scene) -> bool:
    """Whether what follows makes it the office, or tells when it was held."""
    if scene.after().lower() in _OFFICE_ITSELF:
        return True
    # `The president of Kazakhstan's parliament` is the parliament's.
    owned = scene.owned() and bool(codes_at_end(scene.text.split()[-LONGEST:]))
    return owned or bool(_OF_PAST.match(scene.words.text, scene.words.end(scene.last)))


def _name_stands_after(scene: Scene) -> bool:
    """Whether a name follows: `President Tokayev`, `the UK foreign secretary, Liz Truss`."""
    word = scene.name_after()
    if word:
        lower = word.lower()
        return word not in CALENDAR and lower not in ACTING and lower not in FUNCTION_WORDS
    apposed = scene.words.word(scene.last + 1)
    return _may_be_person(apposed) and bool(_APPOSED.fullmatch(scene.words.gap(scene.last + 1)))


def _name_stands_before(scene: Scene) -> bool:
    """Whether it is the apposition to a name: `Liz Truss, the UK foreign secretary`."""
    at = scene.first - (scene.before().lower() == "the")
    if not _APPOSED.fullmatch(scene.words.gap(at)):
        return False
    word = scene.words.word(at - 1)
    in_place = scene.words.gap(at - 1) == " " and scene.words.word(at - 2).lower() in INSIDE
    apart = in_place or is_title(word) or stands_by_chance(scene, at - 1)
    return _may_be_person(word) and not apart


def _may_be_person(word: str) -> bool:
    """Whether a word may be a part of a person's name, or a title before it."""
    common = word in CALENDAR or word.lower() in FUNCTION_WORDS or word.isupper() or is_place(word)
    return word[:1].isupper() and not common
