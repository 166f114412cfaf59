"""Lines and chosen stamps to sections of paragraphs, with what else belongs to each stamp."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from sitegen.importers.names import known_names
from sitegen.importers.paragraphs import Paragraph, drop_repeats, is_wrapped, paragraphs
from sitegen.importers.protocol import AmbiguousDatesError, Stamp
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.choose import Choice
from sitegen.importers.stamps.dates import order_of_dates
from sitegen.importers.stamps.moment import Moment
from sitegen.importers.text import authors as credit
from sitegen.importers.text.beside import beside
from sitegen.importers.text.foot import take_foot
from sitegen.importers.text.furniture import take_furniture
from sitegen.importers.text.introduction import found_below, take_introduction
from sitegen.importers.text.marks import put_back, stamps_of
from sitegen.importers.text.pageday import heading_day, page_date, take_page_lines
from sitegen.importers.text.sections import (
    Sections,
    divide,
    take_days,
    take_numbers,
    take_rules,
    take_second_lines,
)
from sitegen.importers.text.trailing import move_up
from sitegen.instants import newest_first
from sitegen.model import LeftOut


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
    introduction: tuple[Paragraph, ...]
    """Paragraphs of the page's introduction that stand below the last update."""
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


def read_marks(lines: Sequence[str], choice: Choice, date_order: str = "") -> Reading:
    """Divide a document at its stamps. Raises AmbiguousDatesError where its dates can be read in two ways."""
    found = stamps_of(lines, choice)
    order, why = order_of_dates(found.marks, date_order)
    if not order:
        raise AmbiguousDatesError(next(mark.text for mark in found.marks if mark.moment.numbers))
    spaced = _spaced(lines, found.marks)
    lines = ["" if number in found.gone else line for number, line in enumerate(lines, start=1)]
    known = known_names(lines[: found.marks[0].number - 1])
    words = beside(found.marks, lines, known)
    marks = words.marks
    sections = divide(lines, marks)
    if choice.shape and choice.shape.place == "alone":
        marks = tuple(replace(mark, after="") for mark in marks)  # what stands behind one is above its text
    marks = put_back(sections, lines, marks, texts=words.below)
    take_rules(sections)
    take_furniture(sections)
    take_numbers(sections)
    own_days = take_second_lines(sections, marks)
    if not own_days:
        take_days(sections, marks)
    backwards, _ = newest_first(tuple(_dated(marks, order, sections.days, own_days)))
    take_foot(sections, newest_first=backwards)
    introduction = take_introduction(sections, newest_first=backwards)
    trailing = move_up(sections, marks, below=words.below)
    who = credit.Credits(known=known, authors=[mark.authors for mark in marks])
    if not any(mark.authors for mark in marks):
        credit.above(who, sections.lines)
    page_lines, days = take_page_lines(sections.lines[0])
    credit.signed(who, sections.lines[1:])
    if not any(mark.authors for mark in marks):
        credit.bylines(who, sections.lines[1:])
    stamps = tuple(_dated(marks, order, sections.days, own_days))
    day = heading_day(days, stamps)
    stamps = tuple(replace(stamp, month=day.month, day=day.day) for stamp in stamps) if day else stamps
    left_out = [*found.left_out, *words.left_out, *sections.left_out, *page_lines, *who.left_out]
    return Reading(
        marks=marks,
        stamps=stamps,
        authors=tuple(who.authors),
        on_line=tuple(mark.before for mark in marks),
        parts=tuple(_paragraphs(sections, marks, left_out)),
        introduction=tuple(introduction),
        ruled=sections.ruled,
        page_date=page_date(days, stamps, header=sections.lines[0]),
        inferred=tuple(filter(None, [why, trailing, _told_days(sections), found_below(introduction)])),
        left_out=tuple(left_out),
        text=spaced,
    )


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
            stamp = replace(
                stamp,
                year=printed.year,
                month=printed.month,
                day=printed.day,
                weekday=printed.weekday if printed.day is None else None,
            )
        yield replace(stamp, text=mark.text)


def _told_days(sections: Sections) -> str:
    if not sections.days:
        return ""
    some = ", ".join(day.stamp.text for day in list(sections.days.values())[:3])
    if len(sections.days) == 1:
        return f"the line '{some}' is the heading of a day"
    return f"{len(sections.days)} lines are headings of days, such as {some}"


def _paragraphs(
    sections: Sections, marks: Sequence[Candidate], left_out: list[LeftOut]
) -> Iterator[list[Paragraph]]:
    """The paragraphs of each section; lines that stand twice in a row go to `left_out`."""
    wrapped = is_wrapped([line for section in sections.lines for line in section])
    starts = {mark.number for mark in marks}
    for place, section in enumerate(sections.lines):
        below = section[-1].number + 1 in starts if section else False
        kept, twice, dropped = drop_repeats(section, title_last=place < len(marks) and below)
        left_out.extend(dropped)
        yield list(paragraphs(kept, wrapped=wrapped, twice=twice))
