"""Organisations by a word of their name: `University`, `Police`, `Committee`."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.acting import acts
from sitegen.actors.beside import COURTS, PATIENTS
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import describes, in_credit
from sitegen.actors.gather import Gathered, gather
from sitegen.actors.lexicon import (
    CALENDAR,
    INSTITUTIONS,
    LEADING_INSTITUTIONS,
    NO_INSTITUTIONS,
    OFFICE_SUBJECTS,
    OFFICES,
    OWNERS,
    PARTIES,
    WEAK_INSTITUTIONS,
)
from sitegen.actors.names import Run, runs
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_OF = frozenset(["of", "of the", "for", "for the", "against", "against the", "to", "in", "on"])
# Words that with one of `WEAK_INSTITUTIONS` name a kind of body rather than a body.
_GENERAL = OFFICE_SUBJECTS | {"special", "armed", "public", "local", "emergency", "rescue", "secret", "civil"}
_SHORT = 2
# Names that stand in those of their branches: `Federation of Red Cross`; alone they are widely known.
_NATIONAL = frozenset(["Red Cross", "Red Crescent"])
_MOST_PARTS = 4
# Kinds whose names often hold an `and`; before others it joins two organisations as often as not.
_AFTER_AND = frozenset(
    ["Company", "Corporation", "Commission", "Committee", "Ltd", "Council", "Services", "EMS"]
)
# Kinds that are for several things: `Department of Water and Power`.
_FOR_SEVERAL = frozenset(
    [
        *("Department", "Ministry", "Office", "Board", "Commission", "Institute", "Bureau", "Party"),
        *("Movement", "Front", "Coalition", "Alliance", "Campaign", "Centre", "Center", "Federation"),
    ]
)


def find_institutions(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names that end as those of organisations do, or start so and go on with `of`."""
    places = []
    for number, sentence in enumerate(reading.sentences):
        found = list(runs(reading, number))
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
    if (
        not words
        or CALENDAR & set(words)
        or _is_part(sentence, run.end, later)
        or describes(sentence, run.end)
    ):
        return None
    if words[-1] in PARTIES:
        return Run(start, run.end) if _of_party(sentence, start, before) else None
    end = _with_of(sentence, run, later) if words[-1] in LEADING_INSTITUTIONS else run.end
    if end == run.end and not _is_institution(sentence, run.end, words):
        return None
    if before and (_starts_name(sentence, before, start) or _of_one(sentence, before.end, start, words)):
        return Run(before.start, end)
    return _told_apart(sentence, Run(start, end), words, before, later)


def _told_apart(
    sentence: Sentence, name: Run, words: list[str], before: Run | None, later: list[Run]
) -> Run | None:
    """The name with what `and` joins to it; None where that may be another name as well."""
    goes_on = " ".join(words) != sentence.printed(*name).removeprefix("The ")
    if before and _tied(sentence, before.end, name.start):
        kind = words[-1] in _AFTER_AND or (words[-1] == "Department" and _is_adjective(sentence, before))
        whole = kind and len(words) > 1 and not is_place(sentence.printed(*before))
        return Run(before.start, name.end) if whole else name if goes_on else None
    after = next((follower for follower in later if follower.start >= name.end), None)
    if goes_on and after and _listed(sentence, name.end, after.start):
        several = words[-1] in _FOR_SEVERAL and _tied(sentence, name.end, after.start)
        return Run(name.start, after.end) if several and not is_place(sentence.printed(*after)) else None
    return name


def _is_adjective(sentence: Sentence, run: Run) -> bool:
    """Whether a run is one word such as `Electrical`."""
    return run.end - run.start == 1 and sentence.words[run.start].text.endswith(("al", "ic"))


def _is_part(sentence: Sentence, end: int, later: list[Run]) -> bool:
    """Whether `at` and another institution follow, of which it is a part: `Centre for X at Y University`."""
    end = _with_of(sentence, Run(end, end), later)
    after = next((run for run in later if run.start == end + 1), None)
    at = end < len(sentence.words) and sentence.words[end].text == "at"
    return bool(at and after and sentence.words[after.end - 1].text in INSTITUTIONS)


def _with_of(sentence: Sentence, run: Run, later: list[Run]) -> int:
    """One past the last word of a name that goes on with `of`, also twice: `Board of Deputies of ...`."""
    end = run.end
    for follower in later:
        if " ".join(word.text for word in sentence.words[end : follower.start]) not in _OF:
            break
        if sentence.words[end].text in {"to", "in", "on", "against"} and end == run.end:
            break
        if sentence.words[end].text == "in" and is_place(sentence.printed(*follower)):
            break
        end = follower.end
    return end


def _starts_name(sentence: Sentence, before: Run, start: int) -> bool:
    """Whether the run before is the first word of the name: `People's` Liberation Army."""
    return before == (start - 1, start) and sentence.words[before.start].text in OWNERS


def _of_one(sentence: Sentence, end: int, start: int, words: list[str]) -> bool:
    """Whether `of` ties a hospital's or school's name to the words before: `Prince of Wales Hospital`."""
    return words[-1] in {"Hospital", "College"} and [word.text for word in sentence.words[end:start]] == [
        "of"
    ]


def _of_party(sentence: Sentence, start: int, before: Run | None) -> bool:
    """Whether somebody is said to be of a party: `X Y of the Greens`."""
    between = [word.text for word in sentence.words[before.end : start]] if before else []
    return bool(before) and between == ["of", "the"]


def _listed(sentence: Sentence, end: int, start: int) -> bool:
    """Whether a name after `of` may be the first of several: `Department for Science, Innovation and ...`."""
    return _tied(sentence, end, start) or (start == end and sentence.gap(end) == ", ")


def _tied(sentence: Sentence, end: int, start: int) -> bool:
    """Whether `and` or `&` alone stands between two runs, so that they may be one name or two."""
    between = [word.text for word in sentence.words[end:start]]
    return between == ["and"] or (not between and sentence.gap(start).strip() == "&")


def _is_institution(sentence: Sentence, end: int, words: list[str]) -> bool:
    """Whether a name ends as an organisation's does."""
    last = words[-1]
    if " ".join(words[-2:]) in OFFICES:
        return len(words) > _SHORT or " ".join(words) not in _NATIONAL
    if last == "Court":
        return len(words) > 1 and words[-2] in COURTS
    if last == "Hospital":
        return len(words) > 1 and (acts(sentence, end) or _treats(sentence))
    if last not in INSTITUTIONS or " ".join(words[-2:]) in NO_INSTITUTIONS:
        return False
    parts = sum(1 + word.count("-") for word in words)
    if last in WEAK_INSTITUTIONS and words[0].lower() in _GENERAL and parts == _SHORT:
        return False
    return parts >= (3 if last in WEAK_INSTITUTIONS else 2) or (parts == _SHORT and acts(sentence, end))


def _treats(sentence: Sentence) -> bool:
    """Whether the sentence tells of patients, and is no caption."""
    caption = any(word.before.endswith("[") or word.text == "Photograph" for word in sentence.words)
    return not caption and any(word.text.lower() in PATIENTS for word in sentence.words)
