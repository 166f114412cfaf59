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
    OWNERS,
    WEAK_INSTITUTIONS,
)
from sitegen.actors.names import Run, runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_OF = frozenset(["of", "of the", "for", "for the"])
# Kinds whose names often hold an `and`; before others it joins two organisations as often as not.
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
    """The name of the organisation to which a run belongs, if it is told from its neighbours for sure."""
    run = found[at]
    words = [word.text for word in sentence.words]
    start = run.start + (words[run.start] == "The")
    if start == run.end or CALENDAR & set(words[start : run.end]):
        return None
    end = _with_of(words, found, at) if words[run.end - 1] in LEADING_INSTITUTIONS else run.end
    if end == run.end and not _ends_as_institution(words[start:end]):
        return None
    before = found[at - 1] if at else None
    if before and before.end == start and words[before.end - 1] in OWNERS and before.end - before.start == 1:
        return Run(before.start, end)
    if before and _tied(sentence, before.end, start):
        whole = words[end - 1] in _AFTER_AND and not is_place(sentence.printed(*before))
        return Run(before.start, end) if whole else None
    after = next((later for later in found[at + 1 :] if later.start >= end), None)
    goes_on = end > run.end and after and _listed(sentence, end, after.start)
    return None if goes_on else Run(start, end)


def _with_of(words: list[str], found: list[Run], at: int) -> int:
    """One past the last word of a name that goes on with `of`, also twice: `Board of Deputies of ...`."""
    end = found[at].end
    for later in found[at + 1 :]:
        if " ".join(words[end : later.start]) not in _OF:
            break
        end = later.end
    return end


def _listed(sentence: Sentence, end: int, start: int) -> bool:
    """Whether a name after `of` may be the first of several: `Department for Science, Innovation and ...`."""
    return _tied(sentence, end, start) or (start == end and sentence.gap(end) == ", ")


def _tied(sentence: Sentence, end: int, start: int) -> bool:
    """Whether `and` or `&` alone stands between two runs, so that they may be one name or two."""
    between = [word.text for word in sentence.words[end:start]]
    return between == ["and"] or (not between and sentence.gap(start).strip() == "&")


def _ends_as_institution(words: list[str]) -> bool:
    if " ".join(words[-2:]) in OFFICES:
        return True
    enough = 3 if words[-1] in WEAK_INSTITUTIONS else 2
    return words[-1] in INSTITUTIONS and len(words) >= enough and " ".join(words[-2:]) not in NO_INSTITUTIONS
