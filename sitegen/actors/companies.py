"""Companies: names of which the text says that they are one (`its operator X`, `X, the oil producer`)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import apposed, in_credit
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import COMPANY_NOUNS, NOT_IN_NAMES, is_first_name
from sitegen.actors.names import runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_MOST_WORDS = 3


def find_companies(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names beside a noun that means a company."""
    places = [
        Gathered(number, start, end)
        for number, sentence in enumerate(reading.sentences)
        for start, end in runs(reading, sentence)
        if end - start <= _MOST_WORDS
        and _could_be_company(sentence, start, end)
        and _is_company(sentence, start, end)
    ]
    yield from gather(reading, places, taken, ActorKind.ORGANISATION, "a company")


def _is_company(sentence: Sentence, start: int, end: int) -> bool:
    before = sentence.words[start - 1] if start else None
    called = before and before.text in COMPANY_NOUNS and not before.owns and sentence.gap(start) == " "
    return bool(called or apposed(sentence, end, COMPANY_NOUNS))


def _could_be_company(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it is no place, no day and, where it has two words, no person."""
    words = [word.text for word in sentence.words[start:end]]
    person = len(words) > 1 and is_first_name(words[0])
    place = is_place(" ".join(words)) or bool(NOT_IN_NAMES & set(words))
    return not (person or place or in_credit(sentence, start, end))
