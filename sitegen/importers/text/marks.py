"""The stamps of updates among those that were chosen: without the page's own time and lists of key events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sitegen.importers.paragraphs import Line
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.choose import Choice
from sitegen.importers.stamps.moment import read_moment
from sitegen.importers.stamps.runs import in_line, way
from sitegen.importers.text.pageday import is_changed_line, is_page_line
from sitegen.importers.text.sections import NUMBERED, Sections
from sitegen.importers.titles import ends_sentence
from sitegen.model import LeftOut

AGAIN = "tells once more when the update was posted"
EVENTS = "stands in a list of key events, which repeats titles of updates"


_NAME = 40
"""Characters of a line that may name who made the page."""

_TITLE_WITHIN = 4
"""Lines below a stamp within which its title stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """The stamps of a document's updates."""

    marks: tuple[Candidate, ...]
    """In page order."""
    left_out: tuple[LeftOut, ...]
    """What stood beside them and says nothing."""
    gone: frozenset[int] = frozenset()
    """Numbers of the lines that `left_out` holds whole."""


def stamps_of(lines: Sequence[str], choice: Choice) -> Stamps:
    """The stamps of the updates."""
    marks = _with_first(lines, choice)
    events: list[LeftOut] = []
    if choice.shape:  # learned, and not given by a person
        events, marks = _key_events(marks, lines)
        marks = _without_page_time(marks, lines)
    marks, numbers = _unnumbered(marks)
    marks = _completed(marks, choice.echoes)
    left_out = [
        *events,
        *(
            LeftOut(locator=f"line {echo.number}", text=lines[echo.number - 1].strip(), reason=AGAIN)
            for echo in choice.echoes
        ),
    ]
    return Stamps(
        marks=marks,
        left_out=(*numbers, *left_out),
        gone=frozenset(int(item.locator.removeprefix("line ")) for item in left_out),
    )


def _with_first(lines: Sequence[str], choice: Choice) -> tuple[Candidate, ...]:
    """The stamps, and one with the same sign before it on a line above them, behind the headline."""
    first = choice.marks[0]
    shape = choice.shape
    lead = shape.lead if shape else ""
    if not lead or re.search(r"\w", lead) or len(choice.marks) < 3 or shape is None or shape.place != "start":
        return choice.marks
    for number in range(first.number - 1, 0, -1):
        line = lines[number - 1].strip()
        at = line.find(f" {lead}")
        moment = read_moment(line, at + 1 + len(lead) + 1) if at > 0 else None
        if moment is None:
            continue
        rest = line[moment.end :].strip()
        after = rest.removesuffix(lead).strip() if rest.endswith(lead) else rest
        glued = Candidate(
            number=number,
            shape=shape,
            moment=moment,
            before=line[:at],
            after=after,
            text=f"{line[at : moment.end].strip()} {rest[len(after) :].strip()}".strip(),
        )
        return (glued, *choice.marks)
    return choice.marks


def _key_events(
    marks: tuple[Candidate, ...], lines: Sequence[str]
) -> tuple[list[LeftOut], tuple[Candidate, ...]]:
    """What a list of key events above the updates holds, and the marks without its times.

    It is a run of times at the top, below each of which stands a single line that comes again further
    down, at the same time. Where spans stand in the list and clock times at the updates, the times can't
    be compared; then more may stand below the last of them.
    """
    left_out: list[LeftOut] = []
    count = 0
    for mark, following in pairwise(marks):
        own = [n for n in range(mark.number + 1, following.number) if lines[n - 1].strip()]
        title = lines[own[0] - 1].strip() if own and not mark.after else ""
        spans = (mark.moment.style == "") != (marks[-1].moment.style == "")
        again = (
            other
            for other in marks[count + 1 :]
            if (spans or _clock(other) == _clock(mark))
            and title in {line.strip() for line in lines[other.number : other.number + _TITLE_WITHIN]}
        )
        if not title or not (spans or len(own) == 1) or next(again, None) is None:
            break
        for number in (mark.number, own[0]):
            text = lines[number - 1].strip()
            left_out.append(LeftOut(locator=f"line {number}", text=text, reason=EVENTS))
        count += 1
    return (left_out, marks[count:]) if len(marks) - count > 1 else ([], marks)


def _without_page_time(marks: tuple[Candidate, ...], lines: Sequence[str]) -> tuple[Candidate, ...]:
    """The marks without a first one that is the page's own time, and is no update.

    It alone has a day; or it alone tells how long ago, right above other lines about the page; or it is no
    step of the way that the others run, and below it a line says when the page was changed, or it has a date
    and a few words stand there, and several lines below each of the others.
    """
    if len(marks) < 3:
        return marks
    first, *others = marks
    below = [_between(lines, here, there) for here, there in pairwise((*marks, None))]
    of_page = bool(below[0]) and is_changed_line(below[0][0])
    short = len(below[0]) == 1 and len(below[0][0]) <= _NAME and not ends_sentence(below[0][0])
    empty = "date" in first.moment.parts and short and all(len(texts) > 1 for texts in below[1:])
    if not first.after and (of_page or empty) and not in_line(None, first, others[0], way(others)):
        return tuple(others)
    if first.moment.parts == {"ago"} and not any("ago" in mark.moment.parts for mark in others):
        return tuple(others) if all(map(is_page_line, below[0])) else marks
    if "date" not in first.moment.parts or any("date" in mark.moment.parts for mark in others):
        return marks
    other = _spelling(first) != _spelling(others[0])
    return tuple(others) if other or not (below[0] or first.after) else marks


def _between(lines: Sequence[str], here: Candidate | None, there: Candidate | None) -> list[str]:
    """The words of the lines between two marks, or below the last of them."""
    start, end = here.number if here else 0, there.number - 1 if there else None
    return [line.strip() for line in lines[start:end] if line.strip()]


def _clock(mark: Candidate) -> tuple[object, ...]:
    stamp = mark.moment.stamp
    return stamp.hour, stamp.minute, stamp.ago


def _spelling(mark: Candidate) -> str:
    """How the clock time of a mark is spelled: `00:00 AA`, `0:00aa`."""
    clock = re.search(r"\d{1,2}\W?\d\d(?:\s?[ap]\.?\s?m\.?)?", mark.moment.stamp.text, re.IGNORECASE)
    signs = re.sub(r"\d{1,2}(?=\W)", "0", clock[0]) if clock else ""
    return re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", signs))


def _unnumbered(marks: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], list[LeftOut]]:
    """Words before stamps without the numbers of a list, where most have one."""
    numbered = [re.match(r"(\d{1,4}[.)])\s+(?=\S)", mark.before) for mark in marks]
    if sum(map(bool, numbered)) * 2 < len(marks) or len(marks) < 2:
        return tuple(marks), []
    found: list[Candidate] = []
    left_out: list[LeftOut] = []
    for mark, number in zip(marks, numbered, strict=True):
        found.append(replace(mark, before=mark.before[number.end() :]) if number else mark)
        if number:
            left_out.append(LeftOut(locator=f"line {mark.number}", text=number[1], reason=NUMBERED))
    return tuple(found), left_out


def _completed(marks: Sequence[Candidate], echoes: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The marks with the day and zone of the lines that tell their times once more."""
    found = list(marks)
    for echo in echoes:
        place = next((n for n in range(len(found) - 1, -1, -1) if found[n].number < echo.number), None)
        if place is None:
            continue
        mark, again = found[place], echo.moment
        stamp = mark.moment.stamp
        if stamp.day is None and "date" in again.parts:
            stamp = replace(stamp, year=again.stamp.year, month=again.stamp.month, day=again.stamp.day)
        if not stamp.zone and stamp.offset_minutes is None:
            stamp = replace(stamp, zone=again.stamp.zone, offset_minutes=again.stamp.offset_minutes)
        parts = mark.moment.parts | (again.parts & {"date", "zone"})
        numbers = mark.moment.numbers or again.numbers
        moment = replace(mark.moment, stamp=stamp, parts=parts, numbers=numbers)
        found[place] = replace(mark, moment=moment)
    return tuple(found)


def put_back(
    sections: Sections, lines: Sequence[str], marks: Sequence[Candidate], *, texts: bool
) -> tuple[Candidate, ...]:
    """The marks, and the words before them in the sections above, where they are no titles.

    The words before the first stamp end the header, where the others have none; with `texts` all are.
    """
    if texts or not any(mark.before for mark in marks[1:]):
        for place, mark in enumerate(marks):
            if mark.before:
                gap = mark.number < 2 or not lines[mark.number - 2].strip()
                line = Line(number=mark.number, text=mark.before, gap=gap)
                sections.lines[place].append(line)
        return tuple(replace(mark, before="") if texts else mark for mark in marks)
    return tuple(marks)
