"""Which times of a document are its stamps: those of one shape that run through it in one direction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen.importers.stamps.candidates import Candidate, Shape
from sitegen.importers.stamps.moment import Order
from sitegen.instants import direction

_WEIGHT = {"author": 1.5, "alone": 1.2, "start": 1.0, "end": 0.8}
"""How much a place of a stamp tells: running text has times at starts and ends of lines, too."""

_LOOSE = frozenset({"", ",", "."})
"""What stands behind times in running text, too."""

_LABEL = re.compile(
    r"\W*(?:updated?|last update|posted|published|breaking|live|new|time|neu|stand|aktualisiert|uhrzeit|"
    r"publié|mise à jour|maj|actualización|actualizado|publicado|hora|ora|обновлено|оновлено|время|час|"
    r"güncelleme|saat|更新|تحديث|الساعة)(?:\s+(?:at|on|um|à|a las|alle|в|о))?\W*"
)
"""Words before stamps that are no words of a sentence."""

_STEADY = 0.7
"""Share of steps that go the same way in stamps that run through a document."""

_STEADY_ALONE = 0.6
"""The same for times that stand alone on their lines: nights between them may look like steps back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The stamps of a document."""

    marks: tuple[Candidate, ...] = ()
    """In page order."""
    shape: Shape | None = None
    """The shape of most of them."""
    inferred: tuple[str, ...] = ()
    """What was concluded, a sentence each."""


def choose(found: Sequence[Candidate]) -> Choice:
    """The candidates that are stamps; none where no shape runs through the document."""
    groups: dict[Shape, list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.shape].append(candidate)
    joined = _join_empty(groups)
    scored = sorted(
        ((score, shape) for shape, marks in joined.items() if (score := _score(shape, marks)) > 0),
        key=lambda pair: (-pair[0], str(pair[1])),
    )
    if not scored:
        return Choice()
    best = scored[0][1]
    marks = _with_kin(best, joined)
    return Choice(marks=tuple(marks), shape=best, inferred=tuple(_told(best, marks, scored, joined)))


def _join_empty(groups: dict[Shape, list[Candidate]]) -> dict[Shape, list[Candidate]]:
    """Lines of a stamp alone go to those where the same stamp, with its closing sign, has words behind it."""
    joined = {shape: list(marks) for shape, marks in groups.items()}
    for shape, marks in groups.items():
        inline = replace(shape, place="start")
        if shape.place == "alone" and inline in groups and (shape.close or shape.lead):
            joined[inline] = sorted((*groups[inline], *marks), key=lambda mark: mark.number)
            if len(groups[inline]) >= len(marks):
                del joined[shape]
    return joined


def _score(shape: Shape, marks: Sequence[Candidate]) -> float:
    """How well they run: 0 where they are no stamps."""
    if len(marks) < _enough(shape, marks):
        return 0.0
    if shape.place == "author":
        # A line that is nothing but a time and names is a stamp in any order.
        return len(marks) * _WEIGHT["author"]
    steady = _steadiness(marks)
    if steady < (_STEADY_ALONE if shape.place == "alone" else _STEADY) or _is_text(shape, marks):
        return 0.0
    dated = sum("date" in mark.moment.parts for mark in marks) / len(marks)
    signed = 1.2 if not _is_loose(shape) else 1.0
    exact = 0.9 if shape.style == "" else 1.0  # a clock tells more than a span
    wordy = 0.5 if _has_words(shape.lead) else 1.0
    return len(marks) * steady * _WEIGHT[shape.place] * (1 + dated / 2) * signed * exact * wordy


def _is_text(shape: Shape, marks: Sequence[Candidate]) -> bool:
    """True for times that are of running text, for numbers of years, and for one time again and again."""
    if shape.place == "start" and _is_loose(shape) and (_running_on(marks) or _has_words(shape.lead)):
        return True
    if shape.style == "b" and all(mark.moment.stamp.hour in {19, 20} for mark in marks):
        return True
    return len(marks) > 3 and _standing_still(marks)


def _has_words(lead: str) -> bool:
    """True where words stand before a time that are no label of stamps."""
    return bool(re.search(r"[^\W\d_]", lead)) and not _LABEL.fullmatch(lead)


def _is_loose(shape: Shape) -> bool:
    """True where nothing but its place tells a stamp from a time in running text."""
    labelled = bool(shape.lead) and not _has_words(shape.lead)
    return shape.close in _LOOSE and not labelled and not shape.glued


def _standing_still(marks: Sequence[Candidate]) -> bool:
    """True where most stamps print the time that the one before them prints."""
    steps = [direction(a.moment.stamp, b.moment.stamp) for a, b in pairwise(marks)]
    return steps.count(0) * 3 > len(steps) * 2


def _enough(shape: Shape, marks: Sequence[Candidate]) -> int:
    """From how many on a shape may be one of stamps."""
    if shape.place == "author":
        return 1
    full = all({"date", "time"} <= mark.moment.parts for mark in marks)
    sure = full or all(mark.moment.parts == {"ago"} for mark in marks)
    if shape.place == "alone":
        return 4 if shape.style == "b" else 2 if sure else 3
    if shape.style == "b" or (shape.place == "start" and _is_loose(shape)):
        return 3 if full else 4
    return 2 if full and shape.close else 3


def _steadiness(marks: Sequence[Candidate]) -> float:
    """Share of their steps that go the way of most; 1 where there is none. The first post may be pinned."""
    steps = [direction(a.moment.stamp, b.moment.stamp) for a, b in pairwise(marks)]
    return max(_share(steps), 0.95 * _share(steps[1:]) if len(steps) > 2 else 0)


def _share(steps: Sequence[int]) -> float:
    forward, back = steps.count(1), steps.count(-1)
    return max(forward, back) / (forward + back) if forward + back else 1.0


def _running_on(marks: Sequence[Candidate]) -> bool:
    """True where the words behind the times go on with them, as those of a sentence do."""
    return sum(mark.after[:1].islower() for mark in marks) * 4 > len(marks)


def _with_kin(best: Shape, groups: dict[Shape, list[Candidate]]) -> list[Candidate]:
    """The stamps of a shape, and those that differ from it only in how the time itself is written.

    A page may print `23m ago` for the newest of its updates and `Jan. 6, 13:45` for the others.
    """
    marks = groups[best]
    for shape, others in groups.items():
        kin = shape != best and replace(shape, style=best.style) == best and best.place != "end"
        if not kin or (best.place == "start" and not best.close and not best.lead):
            continue
        lines = {mark.number for mark in marks}
        if sum(not lines.isdisjoint(range(o.number - 2, o.number + 3)) for o in others) * 2 > len(others):
            continue  # they stand beside one another, as two ways to tell the same time
        both = sorted((*marks, *(o for o in others if o.number not in lines)), key=lambda mark: mark.number)
        one_span = {shape.style, best.style} & {""}
        if _steadiness(both) >= _steadiness(marks) - 0.05 and (one_span or _same_clock(shape, best)):
            marks = both
    return marks


def _same_clock(one: Shape, other: Shape) -> bool:
    """True where the clock times of two shapes are written alike: `18h` and `18h30`."""
    return {one.style, other.style} <= {":", "1"} or {one.style, other.style} <= {"h", "u", "."}


def _told(
    best: Shape,
    marks: Sequence[Candidate],
    scored: Sequence[tuple[float, Shape]],
    groups: dict[Shape, list[Candidate]],
) -> Iterator[str]:
    """Which reading was taken, and which other one was not."""
    if best.place != "author":
        yield f"the stamps look like '{best}', as {len(marks)} of them run through the document"
    for score, shape in scored[1:3]:
        if score * 2 >= scored[0][0]:
            yield (
                f"'{shape}' runs through it too, {len(groups[shape])} times, and was read as text: "
                "--stamp names another pattern"
            )


def order_of_dates(marks: Sequence[Candidate]) -> tuple[Order, str]:
    """Which number of dates such as 1/8/21 is the day, and why; no order where nobody can tell."""
    pairs = [(mark.moment.numbers, mark.moment.stamp.year or 0) for mark in marks if mark.moment.numbers]
    pairs = [] if all(first == second for (first, second), _ in pairs) else pairs
    if not pairs:
        return "day", ""
    if any(first > 12 for (first, _), _ in pairs):
        return "day", "dates are read as day/month, as one has a first number above 12"
    if any(second > 12 for (_, second), _ in pairs):
        return "month", "dates are read as month/day, as one has a second number above 12"
    day_first = [(year * 12 + second) * 31 + first for (first, second), year in pairs]
    month_first = [(year * 12 + first) * 31 + second for (first, second), year in pairs]
    spans = [max(days) - min(days) for days in (day_first, month_first)]
    turns = [_turns(days) for days in (day_first, month_first)]
    if turns[0] != turns[1]:
        order: Order = "day" if turns[0] < turns[1] else "month"
        return order, f"dates are read as {_both(order)}, as only so they run in one direction"
    if min(spans) * 4 < max(spans):
        order = "day" if spans[0] < spans[1] else "month"
        return order, f"dates are read as {_both(order)}, as they would be months apart otherwise"
    return "", ""


def _both(order: Order) -> str:
    return "day/month" if order == "day" else "month/day"


def _turns(days: Sequence[int]) -> int:
    """How many steps go against most of the others."""
    steps = [later - earlier for earlier, later in pairwise(days)]
    return min(sum(step > 0 for step in steps), sum(step < 0 for step in steps))
