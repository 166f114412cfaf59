"""Organisations of which the text says what they are: `the charity X`, `X, the regulator`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sitegen.actors.acting import acts_for_sure, pronoun_after, thing_after
from sitegen.actors.bearers import is_first_name, is_surname
from sitegen.actors.beside import ARMED_NOUNS, FAMILY_FIRST, ORG_NOUNS
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import apposed, in_credit, is_title
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import (
    CALENDAR,
    FUNCTION_WORDS,
    INSTITUTIONS,
    NOT_IN_NAMES,
    PLACE_WORDS,
    WEAK_INSTITUTIONS,
)
from sitegen.actors.names import Run, runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.verbs import SPEECH
from sitegen.model import ActorKind

_HOUSES = frozenset(["Hospital", "School", "College", "Museum", "Theatre", "Center", "Centre"])
_PLURAL = re.compile(r"[A-Z]{2,}s")
_MOST_WORDS = 4
_SPEAKERS = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_OWN_NOUNS = frozenset(
    ["club", "company", "firm", "airline", "charity", "union", "team", "bank", "organisation", "operator"]
)


def find_called(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names beside a noun that says what they are, or that the text goes on to call `it` or `which`."""
    found = [
        (Gathered(number, *run), kind)
        for number, sentence in enumerate(reading.sentences)
        for run in runs(reading, number)
        if (kind := _kind(reading, sentence, run))
    ]
    for kind in (ActorKind.ORGANISATION, ActorKind.GROUP):
        places = [place for place, of in found if of is kind]
        yield from gather(reading, places, taken, kind, "told what it is")


def _kind(reading: Reading, sentence: Sentence, run: Run) -> ActorKind | None:
    """What the text says that the name is; None if nothing."""
    start, end = run
    words = [word.text for word in sentence.words[start:end]]
    if len(words) > _MOST_WORDS or len(words[0]) == 1 or not _could_be(sentence, start, end):
        return None
    opens = sentence.words[start].opens and words[0].lower() in FUNCTION_WORDS
    if words[-1] in INSTITUTIONS - WEAK_INSTITUTIONS or _PLURAL.fullmatch(words[-1]) or opens:
        return None
    common = len(words) == 1 and words[0].lower() in reading.lower
    if not common and _speaks_for(sentence, start, end):
        return ActorKind.ORGANISATION
    noun = 0 if common else _noun_before(sentence, start, end)
    if noun and not (end - start > 1 and is_first_name(sentence.words[start].text)):
        armed = noun > 0 and sentence.words[noun - 1].text.lower() in ARMED_NOUNS
        return (
            ActorKind.GROUP if armed or sentence.words[noun].text in ARMED_NOUNS else ActorKind.ORGANISATION
        )
    if (
        words[0] not in reading.within
        and apposed(sentence, end, ORG_NOUNS)
        and not (end - start > 1 and is_first_name(sentence.words[start].text))
    ):
        return ActorKind.ORGANISATION
    return ActorKind.ORGANISATION if _is_thing(reading, sentence, start, end) else None


def _speaks_for(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a spokesman is its, and says what `the club` or `the company` does; none of a person's."""
    words = sentence.words
    if start < 2 or words[start - 1].text != "for" or words[start - 2].text.lower() not in _SPEAKERS:
        return False
    person = is_first_name(words[start].text) or is_surname(words[end - 1].text)
    if person or end >= len(words) or words[end].text not in SPEECH:
        return False
    later = [word.text for word in words[end + 1 : end + 4]]
    return any(one in {"the", "its"} and noun in _OWN_NOUNS for one, noun in pairwise(later)) or "it" in later


def _noun_before(sentence: Sentence, start: int, end: int) -> int:
    """The noun right before a name, or before a comma and a name that another comma ends; 0 if none."""
    at = start - 1
    if at < 1 or sentence.words[at].owns or sentence.words[at].text.lower() not in ORG_NOUNS | ARMED_NOUNS:
        return 0
    if sentence.words[at].capital:
        return 0
    across = sentence.gap(start) == ", " and sentence.gap(end)[:1] == ","
    return at if across or (sentence.gap(start) == " " and not _is_listed(sentence, at)) else 0


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Whether the noun is a verb's object or a time rather than the name's: `left the company Thursday`."""
    return sentence.words[at - 1].text.lower() in {"in", "at"}


def _could_be(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it is no place, no day, no title."""
    words = [word.text for word in sentence.words[start:end]]
    place = words[-1] in PLACE_WORDS and words[-1] not in _HOUSES
    odd = place or is_place(" ".join(words)) or bool(CALENDAR & set(words)) or is_title(words[-1])
    return not (odd or in_credit(sentence, start, end))


def _is_thing(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a single word that is nobody's name is called `it` or `which` while it acts."""
    word = sentence.words[start].text
    if end - start > 1 or word in NOT_IN_NAMES or word.isupper() or not word.isalpha():
        return False
    if is_first_name(word) or is_surname(word) or word in FAMILY_FIRST or word in reading.within:
        return False
    if word.lower() in reading.lower or word not in reading.capitals:
        return False
    called = thing_after(sentence, end) or pronoun_after(sentence, end) == "it"
    return called and acts_for_sure(sentence, start, end)
