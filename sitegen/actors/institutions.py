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
_MOST_PARTS = 4
# Kinds whose names often hold an `and`; before others it joins two organisations as often as not.
_AFTER_AND = frozenset(["Company", "Corporation", "Commission", "Committee", "Ltd"])


def find_institutions(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names that end as those of organisations do, or start so and go on with `of`."""
    places = []
    for number, sentence in enumerate(reading.sentences):
        found = list(runs(reading, sentence))
        for at, run in enumerate(found):
            name = _name(sentence, run, found[at - 1] if at else None, found[at + 1 : at + 1 + _MOST_PARTS])
            if name and not in_credit(sentence, run.start, run.end):
                places.append(Gathered(number, *name))
    yield from gather(reading, places, taken, ActorKind.ORGANISATION, "an organisation")


def _name(sentence: Sentence, run: Run, before: Run | None, later: list[Run]) -> Run | None:
    """The name of the organisation to which a run belongs, if it is told from its neighbours for sure."""
    words = [word.text for word in sentence.words[run.start : run.end]]
    start = run.start + (words[0] == "The")
    words = words[start - run.start :]
    if not words or CALENDAR & set(words):
        return None
    end = _with_of(sentence, run, later) if words[-1] in LEADING_INSTITUTIONS else run.end
    if end == run.end and not _ends_as_institution(words):
        return None
    if before and _starts_name(sentence, before, start):
        return Run(before.start, end)
    if before and _tied(sentence, before.end, start):
        whole = words[-1] in _AFTER_AND and not is_place(sentence.printed(*before))
        return Run(before.start, end) if whole else None
    after = next((follower for follower in later if follower.start >= end), None)
    goes_on = end > run.end and after and _listed(sentence, end, after.start)
    return None if goes_on else Run(start, end)


def _with_of(sentence: Sentence, run: Run, later: list[Run]) -> int:
    """One past the last word of a name that goes on with `of`, also twice: `Board of Deputies of ...`."""
    end = run.end
    for follower in later:
        if " ".join(word.text for word in sentence.words[end : follower.start]) not in _OF:
            break
        end = follower.end
    return end


def _starts_name(sentence: Sentence, before: Run, start: int) -> bool:
    """Whether the run before is the first word of the name: `People's` Liberation Army."""
    return before == (start - 1, start) and sentence.words[before.start].text in OWNERS


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
