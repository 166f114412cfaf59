"""Organisations by a word of their name: `University`, `Police`, `Committee`."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit, is_title
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import (
    CALENDAR,
    INSTITUTIONS,
    LEADING_INSTITUTIONS,
    NO_INSTITUTIONS,
    WEAK_INSTITUTIONS,
)
from sitegen.actors.names import Run, runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_AFTER_AND = frozenset(["Company", "Corporation", "Commission", "Committee", "Ltd"])


def find_institutions(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names that end as those of organisations do, or start so and go on with `of`."""
    places = []
    for number, sentence in enumerate(reading.sentences):
        found = list(runs(reading, sentence))
        for at, run in enumerate(found):
            name = _name(sentence, found, at)
            if name and not in_credit(sentence, run.start, run.end):
                places.append(Gathered(number, *name))
    yield from gather(reading, places, taken, ActorKind.ORGANISATION, "an organisation")


def _name(sentence: Sentence, found: list[Run], at: int) -> Run | None:
    """The name of the organisation to which a run belongs, if it does."""
    start, end = found[at]
    words = [word.text for word in sentence.words]
    titles = [
        here + 1
        for here in range(start, end - 1)
        if is_title(words[here]) and words[here] not in INSTITUTIONS
    ]
    start = max([start + (words[start] == "The"), *titles])
    if start >= end or CALENDAR & set(words[start:end]):
        return None
    after = found[at + 1] if at + 1 < len(found) else None
    if (
        after
        and words[end - 1] in LEADING_INSTITUTIONS
        and words[end : after.start] in (["of"], ["of", "the"], ["for"])
    ):
        return Run(start, after.end)
    long_enough = end - start >= (3 if words[end - 1] in WEAK_INSTITUTIONS else 2)
    named = " ".join(words[max(start, end - 2) : end]) not in NO_INSTITUTIONS
    if not (words[end - 1] in INSTITUTIONS and long_enough and named):
        return None
    before = found[at - 1] if at else None
    if before and words[end - 1] in _AFTER_AND and end - start == 2 and words[before.end : start] == ["and"]:
        return Run(start if is_place(sentence.printed(*before)) else before.start, end)
    return Run(start, end)
