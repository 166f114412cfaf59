"""Organisations by a word of their name: `University`, `Police`, `Committee`."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.countries import is_place
from sitegen.actors.evidence import in_credit
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import (
    CALENDAR,
    INSTITUTIONS,
    LEADING_INSTITUTIONS,
    NO_INSTITUTIONS,
    OFFICES,
    WEAK_INSTITUTIONS,
)
from sitegen.actors.names import Run, runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_OF = frozenset(["of", "of the", "for", "for the"])
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
    run = found[at]
    words = [word.text for word in sentence.words]
    start = run.start + (words[run.start] == "The")
    if start == run.end or CALENDAR & set(words[start : run.end]):
        return None
    last = words[run.end - 1]
    after = found[at + 1] if at + 1 < len(found) else None
    if after and last in LEADING_INSTITUTIONS and " ".join(words[run.end : after.start]) in _OF:
        return Run(start, after.end)
    if not _ends_as_institution(words[start : run.end]):
        return None
    before = found[at - 1] if at else None
    if before and last in _AFTER_AND and run.end - start == 2 and words[before.end : start] == ["and"]:
        return Run(start if is_place(sentence.printed(*before)) else before.start, run.end)
    return Run(start, run.end)


def _ends_as_institution(words: list[str]) -> bool:
    if " ".join(words[-2:]) in OFFICES:
        return True
    enough = 3 if words[-1] in WEAK_INSTITUTIONS else 2
    return words[-1] in INSTITUTIONS and len(words) >= enough and " ".join(words[-2:]) not in NO_INSTITUTIONS
