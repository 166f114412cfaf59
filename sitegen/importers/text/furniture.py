"""Lines of the page around the text: buttons, advertisements, pointers, notes of when it was changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sitegen.importers.names import is_byline, is_person
from sitegen.importers.phrases import fits
from sitegen.importers.stamps.moment import read_day, read_moment
from sitegen.importers.stamps.words import is_today
from sitegen.importers.text.sections import Sections
from sitegen.importers.titles import ends_sentence
from sitegen.model import LeftOut

FURNITURE = "a line of the page around the text"
REPEATED = "a line of the page around the text, which stands in it several times"
CHANGED = "says when an update was changed"
RELATED = "names another article"
TODAY = "says that the update is of today or yesterday, and not which day that was"
SPAN = "says how long ago the update was, beside its time"

_LONGEST = 40
"""Characters of a line that is no text where it stands at most updates."""


def take_furniture(sections: Sections) -> None:
    """Take out the lines of the page; those that are no known button must stand at most updates alike."""
    counts = Counter(line.text.casefold() for section in sections.lines for line in section)
    everywhere = _everywhere(sections)
    for place, section in enumerate(sections.lines):
        last = place == len(sections.lines) - 1
        kept = []
        related = False
        for line in section:
            beside = (place > 0 and line is section[0]) or (not last and line is section[-1])
            reason = _reason(line.text, counts, update=place > 0, beside=beside)
            reason = reason or (REPEATED if place and line.text in everywhere else "")
            if related and not line.gap and not ends_sentence(line.text):
                reason = RELATED
            related = reason == RELATED and (related or line.text.endswith((":", "：")))
            if reason:
                item = LeftOut(locator=f"line {line.number}", text=line.text, reason=reason)
                sections.left_out.append(item)
            else:
                kept.append(line)
        section[:] = kept


def _reason(text: str, counts: Counter[str], *, update: bool, beside: bool) -> str:
    """Why a line is no text; empty where it may be one."""
    if fits("button", text):
        return FURNITURE
    if counts[text.casefold()] > 1 and fits("label", text):
        return REPEATED
    if fits("pointer", text):
        return RELATED
    if update and fits("changed", text) and _is_time(text):
        return CHANGED
    if beside and is_today(text):
        return TODAY
    return SPAN if is_span(text) and (beside or not update) else ""


def _everywhere(sections: Sections) -> frozenset[str]:
    """Short lines that stand in every second update, and in the last, and are neither sentences nor names.

    The first line of an update may be its title, and so may the last one, but that of the last update.
    """
    updates = [section[1:] for section in sections.lines[1:]]
    counts = Counter(text for section in updates for text in {line.text for line in section})
    return frozenset(
        text
        for text in {line.text for line in updates[-1]}
        if counts[text] > 2 and counts[text] * 2 > len(updates) and not _may_be_text(text)
    )


def _may_be_text(text: str) -> bool:
    named = is_person(text) or is_byline(text) or read_day(text) is not None
    return len(text) > _LONGEST or ends_sentence(text) or named or not re.search(r"\w", text)


def is_span(text: str) -> bool:
    """True for a line that is nothing but `23m ago`."""
    found = read_moment(text) if len(text) < _LONGEST else None
    return found is not None and found.parts == {"ago"} and found.end == len(text)


def _is_time(text: str) -> bool:
    """True where a time or a day ends a line of few words."""
    if len(text) > 80:
        return False
    places: Sequence[int] = [match.start() for match in re.finditer(r"(?<!\w)\w", text)][1:]
    times = (read_moment(text, place) for place in places)
    return any(time and time.end + 1 >= len(text) for time in times) or any(
        read_day(text[n:]) for n in places
    )
