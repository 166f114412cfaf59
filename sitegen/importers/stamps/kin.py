"""Which other times of a document are stamps too, and which only tell the time of a stamp once more."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sitegen.importers.stamps.candidates import ABOUT, Candidate, Shape
from sitegen.importers.stamps.runs import in_line, steadiness, way
from sitegen.importers.stamps.textlike import is_loose

_NEAR = 2
"""Lines within which two times stand beside one another."""

_LABEL_WORDS = 4
"""Words that may say beside a time what kind of update stands below it."""


def with_spans(
    best: Shape, marks: Sequence[Candidate], groups: dict[Shape, list[Candidate]]
) -> list[Candidate]:
    """Marks with those that differ only in being a span or a clock time.

    A page may print `23m ago` for the newest of its updates and `Jan. 6, 13:45` for the others.
    """
    found = list(marks)
    if best.place == "end" or (best.place == "start" and not best.close and not best.lead):
        return found
    for shape, others in groups.items():
        if shape == best or replace(shape, style=best.style) != best or "" not in {shape.style, best.style}:
            continue
        lines = {mark.number for mark in found}
        beside = sum(not lines.isdisjoint(range(o.number - _NEAR, o.number + _NEAR + 1)) for o in others)
        if beside * 2 > len(others):
            continue  # they stand beside one another, as two ways to tell the same time
        both = sorted((*found, *(o for o in others if o.number not in lines)), key=_number)
        if steadiness(both) >= steadiness(found) - 0.05:
            found = both
    return found


def with_strays(
    best: Shape, marks: Sequence[Candidate], candidates: Sequence[Candidate], lines: Sequence[str]
) -> list[Candidate]:
    """Marks with single times that are written a little otherwise and stand in line between them.

    Publishers slip: `21.03 hrs.-` stands among `21:03 hrs.-`, and `UPDATE 9:02 p.m. -` among
    `UPDATE 9:08 p.m.:`. Where a time could as well be that of a sentence, a capital must follow it.
    """
    found = list(marks)
    if best.style == "" or best.place in {"author", "end"} or len(found) < 3:
        return found
    direction = way(found)
    spaced = sum(_below_gap(mark, lines) for mark in found) == len(found)
    numbers = {other.number for other in candidates if not other.shape.lead and not other.before}
    for other in candidates:
        place = bisect(found, other.number, key=_number)
        before = found[place - 1] if place else None
        after = found[place] if place < len(found) else None
        taken = before is not None and before.number == other.number
        labelled = spaced and _labelled(best, other, numbers, lines)
        if taken or not (labelled or _alike(best, other)) or (spaced and not _below_gap(other, lines)):
            continue
        if before is None and (other.shape.place == "alone") != (best.place == "alone") and not labelled:
            continue  # a line of the header
        if in_line(before, other, after, direction):
            found.insert(place, other)
    return found


def echoes(marks: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Times on lines of their own that tell once more what the stamp above them tells.

    Pages print `10.52am BST` and below it `10:52`, or end each update with its date and time.
    """
    alone = [other for other in candidates if other.shape.place == "alone" and not other.shape.lead]
    everything = sorted({id(mark): mark for mark in (*marks, *alone)}.values(), key=_number)
    groups: dict[tuple[str, bool, bool, bool], list[Candidate]] = defaultdict(list)
    for mark in everything:
        groups[_written(mark)].append(mark)
    for kind, group in groups.items():
        others = [mark for mark in marks if _written(mark) != kind]
        same = sum(_tells_again(mark, others) for mark in group)
        if len(group) > 1 and same * 5 >= len(group) * 4 and same * 2 >= len(others):
            return group
    return []


def _tells_again(mark: Candidate, others: Sequence[Candidate]) -> bool:
    place = bisect(others, mark.number, key=_number)
    if not place:
        return False
    stamp, above = mark.moment.stamp, others[place - 1].moment.stamp
    return (stamp.hour, stamp.minute) == (above.hour, above.minute) and "time" in mark.moment.parts


def _written(mark: Candidate) -> tuple[str, bool, bool, bool]:
    """How a time is written, more closely than its shape tells."""
    moment = mark.moment
    return moment.style, "date" in moment.parts, "zone" in moment.parts, bool(mark.shape.lead)


def _alike(best: Shape, other: Candidate) -> bool:
    """True where a time may be a stamp among those of a shape."""
    shape = other.shape
    if shape.style in {"", "b"} - {best.style} or _signs(shape.lead) != _signs(best.lead):
        return False
    if best.place == "alone" or shape.place == "alone":
        clocks = {shape.style, best.style} <= {":", ".", "1", "h", "u"}
        return (
            shape.place == "alone" and clocks and (best.place == "alone" or bool(shape.close or shape.lead))
        )
    if shape.place != "start":
        return False
    if is_loose(shape):
        same = shape.style == best.style or is_loose(best)
        return same and shape.style != "." and other.after[:1].isupper()
    return True


def _labelled(best: Shape, other: Candidate, numbers: AbstractSet[int], lines: Sequence[str]) -> bool:
    """True for a time with a few words behind it among times that stand alone: `19:10 Your questions`.

    Behind a sign, as in `16:44 - Two people found on the ridge`, they may be more. Text follows below it,
    and no time as in an agenda.
    """
    words = other.after.split()
    below = next((n for n, line in enumerate(lines[other.number :], other.number + 1) if line.strip()), 0)
    signed = other.shape.close not in {"", ","}
    return (
        best.place == "alone"
        and other.shape == replace(best, place="start", close=other.shape.close if signed else best.close)
        and (signed or len(words) <= _LABEL_WORDS)
        and words[0][:1].isupper()
        and not re.search(r"[.:;,]$", other.after)
        and below > 0
        and below not in numbers
    )


def _signs(lead: str) -> str:
    """The words and brackets before a time, without those that only say how exact it is."""
    if lead in ABOUT:
        return ""
    return re.sub(r"[^\w\[(【*+]", "", lead)


def _below_gap(mark: Candidate, lines: Sequence[str]) -> bool:
    return mark.number < 2 or not lines or not lines[mark.number - 2].strip()


def _number(mark: Candidate) -> int:
    return mark.number
