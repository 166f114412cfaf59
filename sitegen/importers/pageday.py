"""What a page says above its updates about its own day: a line such as `Published: 6 January 2021`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from sitegen.importers.paragraphs import Line
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.moment import Moment, read_day, read_moment
from sitegen.instants import days_spanned
from sitegen.model import LeftOut

PAGE_TIME = "says when the page was published or changed"
PAGE_AUTHOR = "names the authors of the page"

_FIRST = (
    r"published|first published|posted|created|veröffentlicht|publié|publicado|опубликовано|pubblicato|"
    r"yayınlanma"
)
_LAST = (
    r"updated|last updated|modified|aktualisiert|stand|mis à jour|actualizado|обновлено|aggiornato|güncelleme"
)

_LABEL = re.compile(
    rf"(?P<label>(?P<first>{_FIRST})|{_LAST})\b\s*(?:at|on|am|um|le|el)?\s*:?\s*", re.IGNORECASE
)

_BYLINE = re.compile(r"(?:by|author|authors|von|par|por|автор|yazan)\b:?\s+\S.{1,160}", re.IGNORECASE)


def take_page_lines(header: list[Line]) -> tuple[list[LeftOut], list[tuple[str, str, Stamp]]]:
    """Take out of a header the lines about the page itself; what they are, and the days that they print.

    A day comes with its kind (`first`, `last` or empty) and the words of its line.
    """
    left_out: list[LeftOut] = []
    days: list[tuple[str, str, Stamp]] = []
    kept: list[Line] = []
    for place, line in enumerate(header):
        found = _page_day(line.text)
        if found:
            days.append(found)
        if found and (found[0] or place):
            left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=PAGE_TIME))
        elif place and _BYLINE.fullmatch(line.text) and not line.text.endswith((".", "!", "?", ":")):
            left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=PAGE_AUTHOR))
        else:
            kept.append(line)
    header[:] = kept
    return left_out, days


def _page_day(text: str) -> tuple[str, str, Stamp] | None:
    if len(text) > 100:
        return None
    label = _LABEL.match(text)
    start = label.end() if label else 0
    moment: Moment | None = read_moment(text, start) or read_day(text[start:])
    if moment is None or moment.numbers or (not label and moment.end < len(text.rstrip())):
        return None
    if moment.stamp.day is None and not label:
        return None
    return ("first" if label and label["first"] else "last" if label else "", text, moment.stamp)


def page_date(days: Sequence[tuple[str, str, Stamp]], stamps: Sequence[Stamp]) -> tuple[str, str]:
    """The day of the oldest update, as the page's own lines tell it, and which line that is.

    The day of publishing is that of the oldest update. Another day holds only where no update passed
    midnight, so that all are of one day. Empty where the stamps print their days, or nothing is told.
    """
    if any(stamp.day is not None or stamp.ago is not None for stamp in stamps):
        return "", ""
    full = [
        (kind, text, stamp) for kind, text, stamp in days if None not in (stamp.year, stamp.month, stamp.day)
    ]
    ranked = sorted(full, key=lambda item: {"first": 0, "": 1, "last": 2}[item[0]])
    for kind, text, stamp in ranked:
        if kind == "first" or days_spanned(stamps) == 1:
            return _iso(stamp), f"the line '{text}'"
    return "", ""


def only_day(lines: Sequence[str]) -> tuple[str, str]:
    """The only full date that a text prints anywhere, and how it is known; empty where there are more."""
    found: Counter[str] = Counter()
    for line in lines:
        for match in re.finditer(r"(?<![\w./-])[^\W_]", line):
            day = read_day_at(line, match.start())
            if day:
                found[day] += 1
    if len(found) != 1:
        return "", ""
    return next(iter(found)), "the only full date that the text prints"


def read_day_at(line: str, start: int) -> str:
    """The full date that starts at a place of a line, in ISO form; empty where there is none."""
    end = re.compile(r"\b(?:1[89]|20|21)\d\d\b").search(line, start, start + 30)
    day = read_day(line[start : end.end()]) if end else None
    if day is None or day.numbers or None in (day.stamp.year, day.stamp.month, day.stamp.day):
        return ""
    return _iso(day.stamp)


def _iso(stamp: Stamp) -> str:
    try:
        return date(stamp.year or 0, stamp.month or 0, stamp.day or 0).isoformat()
    except ValueError:
        return ""
