"""Lines and chosen stamps to sections of paragraphs, with what else belongs to each stamp."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from sitegen.importers import authors as credit
from sitegen.importers.pageday import page_date, take_page_lines
from sitegen.importers.paragraphs import Line, Paragraph, drop_repeats, is_wrapped, paragraphs
from sitegen.importers.protocol import NotALiveBlogError, Stamp
from sitegen.importers.sections import (
    Sections,
    divide,
    take_days,
    take_furniture,
    take_rules,
    take_second_lines,
)
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.choose import Choice, order_of_dates
from sitegen.importers.stamps.moment import Moment, read_moment
from sitegen.importers.trailing import move_up
from sitegen.model import LeftOut

NUMBERED = "the number of an update in the list that the page is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document around its stamps."""

    marks: tuple[Candidate, ...]
    """Its stamps, in page order."""
    stamps: tuple[Stamp, ...]
    """What they print, with the days of headings above them."""
    authors: tuple[tuple[str, ...], ...]
    """Authors of each update."""
    on_line: tuple[str, ...]
    """Words on the line of each stamp that may be its title."""
    parts: tuple[list[Paragraph], ...]
    """Paragraphs of the header, then of each update."""
    ruled: bool
    """True where rules stand right above the stamps, so that no title stands there."""
    page_date: tuple[str, str]
    """Day of the oldest update that the page's lines tell, and how; may be empty."""
    inferred: tuple[str, ...]
    """What was concluded."""
    left_out: tuple[LeftOut, ...]
    """Lines that say nothing."""
    text: str
    """The words of the document, with a blank where a stamp was glued to other words."""


def read_marks(lines: Sequence[str], choice: Choice) -> Reading:
    """Divide a document at its stamps. Raises NotALiveBlogError where its dates can be read in two ways."""
    marks, numbers = _unnumbered(_with_first(lines, choice))
    order, why = order_of_dates(marks)
    if not order:
        raise NotALiveBlogError(
            "Its dates can be read as day/month and as month/day alike: say which it is, with "
            "--stamp '{day}/{month}/{year} {time}' or --stamp '{month}/{day}/{year} {time}'."
        )
    spaced = _spaced(lines, marks)
    befores = [mark.before for mark in marks]
    names_behind = credit.all_names([mark.after for mark in marks])
    names_before = credit.all_names(befores)
    if names_behind:
        marks = tuple(replace(mark, after="", authors=credit.names(mark.after)) for mark in marks)
    elif names_before:
        marks = tuple(replace(mark, before="", authors=credit.names(mark.before)) for mark in marks)
    sections = divide(lines, marks)
    _put_back(sections, lines, marks)
    take_rules(sections)
    take_furniture(sections)
    own_days = take_second_lines(sections, marks)
    if not own_days:
        take_days(sections, marks)
    trailing = move_up(sections, marks)
    bylines: list[LeftOut] = []
    above: list[tuple[str, ...]] = []
    by: list[tuple[str, ...]] = []
    if not any(mark.authors for mark in marks):
        above = credit.above(sections.lines[:-1], bylines)
    page_lines, days = take_page_lines(sections.lines[0])
    signed = credit.signed(sections.lines[1:])
    if not any(mark.authors for mark in marks):
        by = credit.bylines(sections.lines[1:], bylines)
    authors = tuple(
        mark.authors or (above[place] if above else ()) or (by[place] if by else ()) or signed[place]
        for place, mark in enumerate(marks)
    )
    stamps = tuple(_dated(marks, order, sections.days, own_days))
    left_out = [*numbers, *sections.left_out, *page_lines, *bylines]
    return Reading(
        marks=marks,
        stamps=stamps,
        authors=authors,
        on_line=tuple(mark.before for mark in marks),
        parts=tuple(_paragraphs(sections.lines, marks, left_out)),
        ruled=sections.ruled,
        page_date=page_date(days, stamps),
        inferred=tuple(filter(None, [why, trailing, _told_days(sections)])),
        left_out=tuple(left_out),
        text=spaced,
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


def _put_back(sections: Sections, lines: Sequence[str], marks: Sequence[Candidate]) -> None:
    """The words before the first stamp, on its line, end the header, where the others have none."""
    if marks and marks[0].before and not any(mark.before for mark in marks[1:]):
        number = marks[0].number
        gap = number < 2 or not lines[number - 2].strip()
        sections.lines[0].append(Line(number=number, text=marks[0].before, gap=gap))


def _spaced(lines: Sequence[str], marks: Sequence[Candidate]) -> str:
    """The text, with blanks around each stamp."""
    text = list(lines)
    for mark in marks:
        line = text[mark.number - 1]
        start = line.find(mark.text)
        if start >= 0:
            end = start + len(mark.text)
            text[mark.number - 1] = f"{line[:start]} {mark.text} {line[end:]}"
    return "\n".join(text)


def _dated(
    marks: Sequence[Candidate], order: str, days: dict[int, Moment], own_days: dict[int, Moment]
) -> Iterator[Stamp]:
    """What the stamps print, with the day on the line beside it or of the heading above."""
    headings = accumulate(range(len(marks)), lambda day, place: place if place in days else day, initial=-1)
    next(headings)
    for place, (mark, heading) in enumerate(zip(marks, headings, strict=True)):
        stamp = mark.moment.ordered("day" if order == "day" else "month")
        day = own_days.get(place) or days.get(heading)
        if day and stamp.day is None:
            printed = day.stamp
            stamp = replace(stamp, year=printed.year, month=printed.month, day=printed.day)
        yield replace(stamp, text=mark.text)


def _told_days(sections: Sections) -> str:
    if not sections.days:
        return ""
    some = ", ".join(day.stamp.text for day in list(sections.days.values())[:3])
    return f"{len(sections.days)} lines are headings of days, such as {some}"


def _paragraphs(
    sections: Sequence[Sequence[Line]], marks: Sequence[Candidate], left_out: list[LeftOut]
) -> Iterator[list[Paragraph]]:
    """The paragraphs of each section; lines that stand twice in a row go to `left_out`."""
    wrapped = is_wrapped([line for section in sections for line in section])
    starts = {mark.number for mark in marks}
    for place, section in enumerate(sections):
        below = section[-1].number + 1 in starts if section else False
        kept, twice, dropped = drop_repeats(section, title_last=place < len(marks) and below)
        left_out.extend(dropped)
        yield list(paragraphs(kept, wrapped=wrapped, twice=twice))
