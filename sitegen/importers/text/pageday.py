"""What a page says above its updates about its own day: a line such as `Published: 6 January 2021`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from sitegen.importers.paragraphs import Line
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.moment import Moment, read_day, read_moment
from sitegen.importers.titles import ends_sentence
from sitegen.instants import days_spanned
from sitegen.model import LeftOut

PAGE_TIME = "says when the page was published or changed"
PAGE_AUTHOR = "names the authors of the page"

_FIRST = (
    r"published|first published|posted|created|veröffentlicht|publié|publicado|опубликовано|опубліковано|"
    r"pubblicato|yayınlanma|gepubliceerd|פורסם|प्रकाशित|發布時間|发布时间|首次上稿"
)
_LAST = (
    r"updated|last updated|modified|aktualisiert|stand|mis à jour|actualizado|atualizado|обновлено|оновлено|"
    r"aggiornato|güncelleme|bijgewerkt|עודכן|अपडेटेड|更新時間|更新时间"
)

_LABEL = re.compile(
    rf"(?P<label>(?P<first>{_FIRST})|{_LAST})(?!\w)\s*(?:at|on|am|um|le|el|a|il|em)?\s*:?\s*", re.IGNORECASE
)

_ENGLISH = re.compile(r"(?:first |last )?(?:published|posted|created|updated|modified)\b", re.IGNORECASE)
"""Labels of the one language in whose dates the month may stand first."""

_BYLINE = re.compile(
    r"(?:by|author|authors|edited by|reporting by|live reporting|written by|von|par|por|автор|yazan)\b:?\s+"
    r"\S.{1,160}",
    re.IGNORECASE,
)

_PARTS = re.compile(
    r"\s*\|\s*|[\s,;]*(?=First published)|(?:(?<=\d)|(?<=[ap]m)|[\s,;]+)(?=(?:last )?(?:updated|modifié|"
    r"mis à jour|aktualisiert|actualizado|atualizado|bijgewerkt|aggiornato|обновлено|оновлено|güncelleme))",
    re.IGNORECASE,
)
"""What divides several days on one line."""

_HOURS = re.compile(r"(?:\s*(?:horas|hrs?\.?|uhr)|,\s*uk)$", re.IGNORECASE)
"""A word behind a clock time."""

_NAME = 3
"""Words of an agency or an author before the day of a page."""

_NEAR = 60
"""Days that updates may be away from the day that their page prints, to be of its year."""

_WHEN = re.compile(r"(?:le|am|el|il|on|em|op)\s+(?=\d)", re.IGNORECASE)
"""A word before a date."""


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
        alone = place == 0 and len(header) == 1
        if (found and (found[0] or not alone)) or _tells_times(line.text):
            left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=PAGE_TIME))
        elif place and _names_authors(line.text):
            left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=PAGE_AUTHOR))
        else:
            kept.append(line)
    header[:] = kept
    return left_out, days


def is_page_line(text: str) -> bool:
    """True for a line that says when the page was published or changed."""
    return _page_day(text) is not None or _tells_times(text)


def is_changed_line(text: str) -> bool:
    """True for a line that says in words when the page was changed: `Updated 31/10/2024 00:45`."""
    return bool(_LABEL.match(text)) and is_page_line(text)


def _page_day(text: str) -> tuple[str, str, Stamp] | None:
    """The day that a line about the page prints; of several the one of publishing."""
    if len(text) > 120:
        return None
    parts = _PARTS.split(text)
    if len(parts) > 1 and len(parts[0].split()) <= _NAME and not re.search(r"\d", parts[0]):
        parts = parts[1:]  # who published it
    found = [day for part in parts if (day := _day_of(part))]
    if not found or not _day_of(parts[0]):
        return None
    kind, stamp = next((day for day in found if day[0] == "first"), found[0])
    return kind, text, stamp


def _day_of(text: str) -> tuple[str, Stamp] | None:
    label = _LABEL.match(text)
    rest = _HOURS.sub("", _WHEN.sub("", text[label.end() if label else 0 :].strip(" ,")))
    twice = re.fullmatch(r"(.{6,}?)\s*\1", rest)
    rest = twice[1] if twice else rest
    moment: Moment | None = read_moment(rest) or read_day(rest)
    if moment is None or (not label and moment.end < len(rest)):
        return None
    stamp = moment.stamp
    if moment.numbers:
        local = label is not None and not _ENGLISH.match(text)
        order = "day" if local or moment.numbers[0] > 12 else "month" if moment.numbers[1] > 12 else ""
        if not order:
            return None
        stamp = moment.ordered("day" if order == "day" else "month")
    if stamp.day is None and not label:
        return None
    return ("first" if label and label["first"] else "last" if label else ""), stamp


def _tells_times(text: str) -> bool:
    """True for a line such as `Publié hier à 07h12, mis à jour hier à 23h58`, or of nothing but times."""
    if len(text) > 120 or not re.search(r"\d", text) or text[-1] in ".!?:":
        return False
    parts = [_WHEN.sub("", part) for part in _PARTS.split(text)]
    moment = read_moment(parts[0])
    dated = moment is not None and "date" in moment.parts and moment.end >= len(parts[0])
    return bool(_LABEL.match(text)) or (dated and all(_LABEL.match(part) for part in parts[1:]))


def _names_authors(text: str) -> bool:
    if text.endswith((".", "!", "?", ":")):
        return False
    return bool(_BYLINE.fullmatch(text) or re.search(r"\((?:now|earlier)\)", text))


def page_date(
    days: Sequence[tuple[str, str, Stamp]], stamps: Sequence[Stamp], *, header: Sequence[Line] = ()
) -> tuple[str, str]:
    """The day of the oldest update, as the page's own lines tell it, and which line that is.

    The day of publishing is that of the oldest update. Another day holds only where no update passed
    midnight, so that all are of one day; so does that of the headline, the first line of `header`. Where the
    stamps print days without a year, only the year is told. Empty where they print it, or nothing is told.
    """
    full = [
        (kind, text, stamp) for kind, text, stamp in days if None not in (stamp.year, stamp.month, stamp.day)
    ]
    ranked = sorted(full, key=lambda item: {"first": 0, "": 1, "last": 2}[item[0]])
    if any(stamp.day is not None or stamp.ago is not None for stamp in stamps):
        years = ((_year(_iso(stamp), stamps), text) for _, text, stamp in ranked)
        headline, _ = _headline_date(header)
        told = ((year, f"the line '{text}'") for year, text in years if year)
        return next(told, (year, "the headline") if (year := _year(headline, stamps)) else ("", ""))
    for kind, text, stamp in ranked:
        if kind == "first" or days_spanned(stamps) == 1:
            return _iso(stamp), f"the line '{text}'"
    return _headline_date(header) if days_spanned(stamps) == 1 else ("", "")


def _year(page_day: str, stamps: Sequence[Stamp]) -> str:
    """The year of the oldest update, where they print days without one that are of the weeks around this."""
    dated = [stamp for stamp in stamps if stamp.day is not None]
    if not page_day or any(stamp.year is not None or stamp.month is None for stamp in dated):
        return ""
    here = date.fromisoformat(page_day)
    found: set[int] = set()
    for stamp in dated:
        near = (calendar_day(year, stamp.month, stamp.day) for year in range(here.year - 1, here.year + 2))
        fits = [day for day in near if day and abs((day - here).days) <= _NEAR]
        found.update(day.year for day in fits)
        if not fits:
            return ""
    return str(min(found, default=""))


def calendar_day(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day; None where a part of it is missing, or where the calendar has none such."""
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def heading_day(days: Sequence[tuple[str, str, Stamp]], stamps: Sequence[Stamp]) -> Stamp | None:
    """The day without a year that a line above the updates is; None where they are of several days."""
    bare = [stamp for kind, _, stamp in days if not kind and stamp.year is None and stamp.month and stamp.day]
    dated = any(stamp.day is not None or stamp.ago is not None for stamp in stamps)
    if len(bare) != 1 or len(days) > 1 or dated or days_spanned(stamps) != 1:
        return None
    return bare[0]


def _headline_date(header: Sequence[Line]) -> tuple[str, str]:
    day, _ = only_day([line.text for line in header[:1] if not ends_sentence(line.text)])
    return day, "the headline" if day else ""


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
    day = calendar_day(stamp.year, stamp.month, stamp.day)
    return day.isoformat() if day else ""
