"""The day, or the year, of updates that print none: what the page says of itself.

Lines below the headline are read as those of plain texts are (`text.pageday`). A page often shows the
newest updates only; so its day of publishing holds only where no other day that it tells speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lxml import html

from sitegen.importers.html.outline import share_of_links
from sitegen.importers.html.structured import Structured
from sitegen.importers.paragraphs import Line
from sitegen.importers.protocol import Stamp
from sitegen.importers.text.pageday import calendar_day, page_date, take_page_lines
from sitegen.instants import days_spanned
from sitegen.markup.webpage import visible_text

_LONGEST = 120
"""Characters of a line about the page."""

_PARTS = re.compile(r"\s*\|\s*|[\s,;(]+(?=(?:last )?updated\b)", re.IGNORECASE)
"""What divides several days on one line."""

_ADDRESS = re.compile(r"[/-](20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
"""A day in an address."""

_BEHIND, _AHEAD = timedelta(hours=-12), timedelta(hours=14)
"""How far clocks of the world are from UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A day that the page tells."""

    kind: str
    """`first` of publishing, `last` of a change, or empty."""
    day: date
    said: str
    """How it is told."""


def own_day(
    stamps: Sequence[Stamp], above: Sequence[html.HtmlElement], data: Structured, address: str
) -> tuple[str, str]:
    """The day of the oldest update, or the year, in ISO form, and how it is known; empty where nothing tells.

    `above` are the elements between headline and updates.
    """
    bare = [stamp for stamp in stamps if stamp.instant is None and stamp.ago is None and stamp.year is None]
    if not bare:
        return "", ""
    lines = [Line(number=n, text=text, gap=False) for n, text in enumerate(_lines(above), start=1)]
    _, days = take_page_lines(lines)
    if any(stamp.day is not None for stamp in bare):
        return _year(bare, data) if data.modified else page_date(days, bare)
    if len(bare) < len(stamps):
        return "", ""
    return _day(bare, _told(days), data, address)


def _lines(above: Sequence[html.HtmlElement]) -> Iterator[str]:
    for element in above:
        text = " ".join(visible_text(element).split())
        if 0 < len(text) <= _LONGEST and share_of_links(element) < 1:
            yield from dict.fromkeys((text, *_PARTS.split(text)))


def _year(bare: Sequence[Stamp], data: Structured) -> tuple[str, str]:
    changed = data.modified[:10]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", changed):
        return "", ""
    months = [stamp.month or 1 for stamp in bare if stamp.day is not None]
    year = int(changed[:4]) - (max(months) > int(changed[5:7])) - (max(months) - min(months) > 6)
    return str(year), f"the page, last changed on {changed}"


def _told(days: Sequence[tuple[str, str, Stamp]]) -> list[_Told]:
    found: list[_Told] = []
    for kind, text, stamp in days:
        day = calendar_day(stamp.year, stamp.month, stamp.day)
        if day:
            found.append(_Told(kind=kind, day=day, said=f"the line '{text}'"))
    # What stands in a line with a label stands there alone, too.
    labelled = {told.day for told in found if told.kind}
    return [told for told in found if told.kind or told.day not in labelled]


def _day(bare: Sequence[Stamp], told: list[_Told], data: Structured, address: str) -> tuple[str, str]:
    spanned = days_spanned(bare)
    changed, first = data.modified[:10], data.published[:10]
    known = _moment(data.published)
    if changed == first and known:
        told = [
            *told,
            _Told(kind="", day=known.date(), said=f"the page, published and last changed on {changed}"),
        ]
    elif known and not data.modified and _of_these_clocks(known, bare):
        told = [*told, _Told(kind="", day=known.date(), said=f"the page, published on {first}")]
    for match in _ADDRESS.finditer(address):
        if day := calendar_day(*map(int, match.groups())):
            told = [*told, _Told(kind="", day=day, said="the page's address")]
    firsts = [one for one in told if one.kind == "first"]
    likely = firsts or [one for one in told if spanned == 1]
    if not likely or len({one.day for one in likely}) > 1:
        return "", ""
    day = likely[0].day
    latest = [one.day for one in told if one.kind == "last"]
    end = day + timedelta(days=spanned - 1)
    fits = end in latest if latest else _may_be_changed_on(end, data.modified)
    return (day.isoformat(), likely[0].said) if fits else ("", "")


def _may_be_changed_on(day: date, modified: str) -> bool:
    """True where a page may have been changed last on a day, as clocks anywhere told it."""
    moment = _moment(modified)
    if moment is None or moment.utcoffset():
        return moment is None or moment.date() == day
    return (moment + _BEHIND).date() <= day <= (moment + _AHEAD).date()


def _of_these_clocks(moment: datetime, bare: Sequence[Stamp]) -> bool:
    """True for a day that is told by the clock of the place, or by that of the updates."""
    return bool(moment.utcoffset()) or all(stamp.zone in ("GMT", "UTC") for stamp in bare)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None
