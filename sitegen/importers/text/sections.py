"""A plain-text document divided at its stamps: the lines above, between and below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sitegen.importers.paragraphs import Line
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.moment import Moment, read_day, read_heading
from sitegen.model import LeftOut

RULE = "a line of signs that divides updates"
BEHIND_RULE = "stands below the last rule and has no stamp"
OWN_DAY = "the day of a stamp, on a line of its own"
DAY = "the day of the updates below it"
NUMBERED = "the number of an update in the list that the page is"

_NUMBER = re.compile(r"(?:#|№|No\.?)?\s?(\d{1,4})[.)]?", re.IGNORECASE)
"""The number of an update."""

_SPECKS = frozenset(".,|_·")
"""Signs that say nothing where they stand alone on a line."""

_LONG_RULE = 5
"""Signs of a line that is a rule wherever it stands."""


@dataclass(slots=True, kw_only=True)
class Sections:
    """The lines of a document around its stamps; one section more than there are stamps."""

    lines: list[list[Line]]
    """Lines with words, in order; the first section is the header."""
    left_out: list[LeftOut] = field(default_factory=list)
    """What was taken out."""
    ruled: bool = False
    """True where rules stand above most stamps."""
    below: list[tuple[Line, str]] = field(default_factory=list)
    """What stands below the last update, apart from it, each line with the reason to leave it out."""
    headed: bool = False
    """True where a heading calls that an earlier report."""
    days: dict[int, Moment] = field(default_factory=dict)
    """Day headings, by the section that they stand in."""

    def leave(self, lines: Iterable[tuple[Line, str]]) -> None:
        """Leave lines out, each for its reason."""
        self.left_out.extend(
            LeftOut(locator=f"line {line.number}", text=line.text, reason=reason) for line, reason in lines
        )


def divide(lines: Sequence[str], marks: Sequence[Candidate]) -> Sections:
    """Divide lines at stamps. Words behind a stamp start its section; those before it are the caller's."""
    at = {mark.number: mark for mark in marks}
    sections = Sections(lines=[[]])
    gap = True
    for number, line in enumerate(lines, start=1):
        mark = at.get(number)
        text = line.strip()
        if mark:
            after = [Line(number=number, text=mark.after, gap=True)] if mark.after else []
            sections.lines.append(after)
            gap = not after
            continue
        if text:
            here = sections.lines[-1]
            here.append(Line(number=number, text=text, gap=gap or not here))
        gap = not text
    return sections


def take_rules(sections: Sections) -> None:
    """Take out lines of signs that divide updates, and long ones above the first of them.

    Where they stand right above most stamps, what stands below the last of them is no update.
    """
    _drop(sections, lambda place, text: text in _SPECKS or (place == 0 and is_long_rule(text)))
    inner = sections.lines[:-1]
    kinds = Counter(rule for section in inner if section and (rule := _rule(section[-1].text)))
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    if count * 2 < len(inner) or count < 2:
        inside = Counter(rule for section in inner for rule in {_rule(line.text) for line in section} if rule)
        kind, count = inside.most_common(1)[0] if inside else ("", 0)
        if count * 2 >= len(inner) and count > 1:
            _drop(sections, lambda _, text: _rule(text) == kind)
        return
    sections.ruled = True
    for place, section in enumerate(sections.lines):
        rules = [n for n, line in enumerate(section) if _rule(line.text) == kind]
        if not rules or (place == 0 and rules[-1] != len(section) - 1):
            continue
        cut = rules[0] if place else rules[-1]
        apart = [(line, RULE if _rule(line.text) == kind else BEHIND_RULE) for line in section[cut:]]
        if section is sections.lines[-1]:
            sections.below = apart
        else:
            sections.leave(apart)
        del section[cut:]


def _drop(sections: Sections, is_rule: Callable[[int, str], bool]) -> None:
    for place, section in enumerate(sections.lines):
        for line in [line for line in section if is_rule(place, line.text)]:
            section.remove(line)
            sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=RULE))


def is_long_rule(text: str) -> bool:
    """True for a rule wherever it stands."""
    return len(text) >= _LONG_RULE and bool(_rule(text))


def _rule(text: str) -> str:
    """The sign that a line consists of; empty for other lines."""
    signs = set(text) - {" "}
    return signs.pop() if len(signs) == 1 and not re.search(r"[^\W_]", text) else ""


def take_second_lines(sections: Sections, marks: Sequence[Candidate]) -> dict[int, Moment]:
    """Take out the days that stand on a line of their own right above or below nearly every stamp."""
    if any("date" in mark.moment.parts or mark.after for mark in marks):
        return {}
    for first, end in ((1, 0), (0, -1)):
        found: dict[int, Moment] = {}
        for place in range(len(marks)):
            section = sections.lines[place + first]
            day = read_day(section[end].text) if section else None
            if day and not day.numbers:
                found[place] = day
        if len(found) * 5 < len(marks) * 4 or len(marks) < 3:
            continue
        for place in found:
            line = sections.lines[place + first].pop(end)
            sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=OWN_DAY))
        return found
    return {}


def take_numbers(sections: Sections) -> None:
    """Take out the numbers of updates, such as `#12`, that stand right above nearly every stamp and count."""
    last = [section[-1].text if section else "" for section in sections.lines[:-1]]
    numbers = [int(match[1]) for text in last if (match := _NUMBER.fullmatch(text))]
    steps = {there - here for here, there in pairwise(numbers)}
    if len(numbers) < 3 or len(numbers) * 5 < len(last) * 4 or steps not in ({1}, {-1}):
        return
    for section in sections.lines[:-1]:
        if section and _NUMBER.fullmatch(section[-1].text):
            line = section.pop()
            sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=NUMBERED))


def take_days(sections: Sections, marks: Sequence[Candidate]) -> None:
    """Take out headings that are a day, where stamps print none and the days run in one direction."""
    if any("date" in mark.moment.parts or "ago" in mark.moment.parts for mark in marks):
        return
    found = [
        (place, line, day)
        for place, section in enumerate(sections.lines)
        for line in section
        if len(line.text) < 60 and (day := read_heading(line.text))
    ]
    if found and found[0][0] == 0:
        last = [item for item in found if item[0] == 0][-1]
        found = [last, *(item for item in found if item[0])]
    inner = [item for item in found if item[0]]
    ordered = _run_one_way([day.stamp for _, _, day in found])
    if not inner or not ordered or any(day.numbers for _, _, day in found):
        return
    if any(
        sections.lines[place][-1] is not line and _not_title_next(sections.lines[place], line)
        for place, line, _ in inner
    ):
        return
    for place, line, day in found:
        sections.days[place] = day
        sections.lines[place].remove(line)
        sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=DAY))


def _run_one_way(days: Sequence[Stamp]) -> bool:
    """True where days follow one another in one direction; those without a date by a day each."""
    named = [day.weekday for day in days if day.day is None and day.weekday is not None]
    if named:
        steps = {(there - here) % 7 for here, there in pairwise(named)}
        return len(named) == len(days) and len(steps) == 1 and steps <= {1, 6}
    keys = [(day.year or 0, day.month or 0, day.day or 0) for day in days]
    return keys in (sorted(set(keys)), sorted(set(keys), reverse=True))


def _not_title_next(section: Sequence[Line], line: Line) -> bool:
    """True where more than one line stands between a day and the next stamp."""
    return len(section) - section.index(line) > 2
