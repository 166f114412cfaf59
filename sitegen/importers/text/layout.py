"""Where the titles of a document stand: above its stamps, below them, on their line, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from sitegen.importers.paragraphs import Paragraph
from sitegen.importers.text.header import Header
from sitegen.importers.text.reading import Reading
from sitegen.importers.titles import Habit, ends_sentence, habit
from sitegen.model import LeftOut

Where = Literal["above", "below", "line", "nowhere"]

_ENOUGH = 0.34
"""Share of updates that have a title where a document has titles."""

_MOST = 0.6
"""Share of words behind stamps that are no sentences, where they are titles."""

_LONGEST = 140
"""Characters of the longest title."""

_FORWARDED = re.compile(r"forwarded (?:from|message)|in reply to|переслано (?:от|від)", re.IGNORECASE)
"""How lines of chats start that say where a post comes from."""

FOOT = "stands below the last update, as a line of the page does: every update has one paragraph"

_NO_TITLES = Habit(titled=False, longest=0, full_stops=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Paragraphs of a document, with its titles told apart."""

    where: Where
    """Where its titles stand."""
    habit: Habit
    """How titles look that stand above stamps."""
    header: list[Paragraph]
    """Paragraphs of the header."""
    bodies: list[list[Paragraph]]
    """Paragraphs of each update, without its title."""
    own: list[Paragraph | None]
    """Title of each update; None where it has none. That of the first may be in the header, unseen yet."""
    closing: list[Paragraph | None] = field(default_factory=list)
    """For titles above stamps: the last paragraph above each, where it is no title."""
    left_out: list[LeftOut] = field(default_factory=list)
    """What belongs to no update."""

    def titles(self, header_title: object) -> list[Paragraph | None]:
        """Title of each update, the header's last line included."""
        first = header_title if isinstance(header_title, Paragraph) else self.own[0]
        return [first, *self.own[1:]]

    def told(self, header: Header) -> Iterator[str]:
        """What was concluded about titles."""
        titles = self.titles(header.first_title)
        titled = sum(title is not None for title in titles)
        total = len(titles)
        if not titled:
            yield "the updates have no titles, as no short lines stand at most of the stamps"
        elif self.where == "above":
            yield f"titles are the last line above the stamp, for {titled} of {total} updates"
            if titled * 2 >= total:
                yield from self._not_titles(titles)
        elif self.where == "below":
            yield f"titles are the first line below the stamp, for {titled} of {total} updates"
        else:
            yield f"titles are on the line of the stamp, for {titled} of {total} updates"

    def _not_titles(self, titles: Sequence[Paragraph | None]) -> Iterator[str]:
        for title, closing in zip(titles, self.closing, strict=True):
            if title is None and closing and not closing.item:
                why = self.habit.why_not(closing) or "the first line is the headline"
                yield f"line {closing.number} stands above a stamp and is no title: {why}"


def place(reading: Reading) -> Placed:
    """Tell titles and texts apart."""
    parts = [list(part) for part in reading.parts]
    left_out: list[LeftOut] = []
    if any(reading.on_line[1:]) or (reading.on_line[0] and len(reading.marks) == 1):
        titles: list[Paragraph | None] = [
            Paragraph(lines=(words,), number=mark.number) if words else None
            for words, mark in zip(reading.on_line, reading.marks, strict=True)
        ]
        return Placed(where="line", habit=_NO_TITLES, header=parts[0], bodies=parts[1:], own=titles)
    if _on_line(reading, parts):
        starts = {mark.number for mark in reading.marks if mark.after}
        said = {mark.number for mark in reading.marks if mark.after_is == "title"}
        own = [
            body.pop(0) if body and body[0].number in said else _pop_first(body, starts) for body in parts[1:]
        ]
        _take_foot(parts[1:], left_out)
        return Placed(
            where="line", habit=_NO_TITLES, header=parts[0], bodies=parts[1:], own=own, left_out=left_out
        )
    own_lines = {mark.number for mark in reading.marks if mark.after}
    told = any(mark.after_is == "text" for mark in reading.marks)
    where = "nowhere" if told else _where(reading, parts, own_lines)
    if where == "below":
        return Placed(
            where="below",
            habit=_NO_TITLES,
            header=parts[0],
            own=[_pop_first(body) for body in parts[1:]],
            bodies=parts[1:],
        )
    if where == "nowhere":
        none: list[Paragraph | None] = [None] * len(reading.marks)
        return Placed(where="nowhere", habit=_NO_TITLES, header=parts[0], bodies=parts[1:], own=none)
    placed = _above(parts, own_lines)
    if len(reading.marks) > 2 and not any(placed.own):
        untitled: list[Paragraph | None] = [None] * len(reading.marks)
        return Placed(where="nowhere", habit=_NO_TITLES, header=parts[0], bodies=parts[1:], own=untitled)
    return placed


def _above(parts: list[list[Paragraph]], own_lines: AbstractSet[int]) -> Placed:
    habits = habit(parts[1:-1], parts[-1])
    own: list[Paragraph | None] = [None]
    closing = [parts[0][-1] if parts[0] else None]
    for body in parts[1:-1]:
        closing.append(body[-1] if body else None)
        title = bool(body) and body[-1].number not in own_lines and habits.is_title(body[-1])
        own.append(body.pop() if title else None)
    return Placed(where="above", habit=habits, header=parts[0], bodies=parts[1:], own=own, closing=closing)


def _on_line(reading: Reading, parts: Sequence[Sequence[Paragraph]]) -> bool:
    """True where the words behind the stamps are titles: most are no sentences."""
    said = {mark.after_is for mark in reading.marks} - {""}
    if said:
        return "title" in said
    first = [body[0] for body, mark in zip(parts[1:], reading.marks, strict=True) if mark.after and body]
    phrases = sum(_is_title(paragraph) for paragraph in first)
    return bool(first) and phrases >= _MOST * len(first) and len(first) * 2 > len(reading.marks)


def _pop_first(body: list[Paragraph], starts: set[int] | None = None) -> Paragraph | None:
    if not body or not _is_title(body[0]) or (starts is not None and body[0].number not in starts):
        return None
    return body.pop(0)


def _where(reading: Reading, parts: Sequence[Sequence[Paragraph]], own_lines: AbstractSet[int]) -> Where:
    """Above or below, wherever more updates have a line that may be a title.

    `own_lines` are the stamps with words behind them, which are no titles.
    """
    total = len(reading.marks)
    inline = any(mark.after for mark in reading.marks)
    ends = [
        part[-1]
        for part, mark in zip(parts, reading.marks, strict=False)
        if part and part[-1].number not in own_lines and not _closes_text(part, mark.number)
    ]
    above = 0 if reading.ruled else sum(map(_is_title, ends))
    below = 0 if inline else sum(bool(part) and _is_title(part[0]) for part in parts[1:])
    named = all(mark.shape.place == "author" for mark in reading.marks)
    if named:
        plain = (
            below * 10 >= total * 8 and above * 5 <= total and sum(len(p) > 1 for p in parts[1:]) * 2 > total
        )
        return "below" if plain and total > 2 else "above"
    if max(above, below) < _ENOUGH * total:
        return "nowhere"
    if above == below:
        return "below" if parts[-1] else "above"
    return "below" if below > above else "above"


def _closes_text(part: Sequence[Paragraph], stamp: int) -> bool:
    """True where the last line goes on right below another, and an empty one parts it from the stamp."""
    below_text = len(part) > 1 and _end(part[-2]) == part[-1].number - 1
    return below_text and _end(part[-1]) < stamp - 1


def _end(paragraph: Paragraph) -> int:
    return paragraph.number + len(paragraph.lines) - 1


def _is_title(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        not paragraph.item
        and not paragraph.repeated
        and len(text) <= _LONGEST
        and bool(re.search(r"\w", text))
        and not text.endswith((":", "："))
        and not _FORWARDED.match(text)
        and not ends_sentence(text)
    )


def _take_foot(bodies: Sequence[list[Paragraph]], left_out: list[LeftOut]) -> None:
    """Take out a short line below the last of many updates that have no more than one paragraph each."""
    others = [body for body in bodies[:-1] if body]
    if len(others) < 8 or any(len(body) > 1 for body in others) or len(bodies[-1]) != 2:
        return
    foot = bodies[-1][-1]
    if len(foot.text) * 2 < median(len(body[0].text) for body in others):
        left_out.append(LeftOut(locator=f"line {foot.number}", text=foot.text, reason=FOOT))
        bodies[-1].pop()
