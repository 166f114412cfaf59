"""Dates as people write them, `6 January 2022` or `06.01.2022`, to days and months as files have them."""

from __future__ import annotations

import re
from datetime import date

from sitegen.importers.stamps.moment import read_day


class NoSuchDateError(ValueError):
    """A date that the calendar does not have."""


def days_meant(text: str) -> tuple[str, ...]:
    """What a date may mean, `2022-01-06` or `2022-01`: nothing where it is none, two for `3/4/2024`.

    Raises NoSuchDateError for 31 February.
    """
    words = " ".join(text.split())
    found = read_day(words)
    if found is None:
        month = None if re.match(r"\d{1,3}\b", words) else read_day(f"1 {words}")
        known = month and month.stamp.year and month.stamp.month
        return (f"{month.stamp.year:04}-{month.stamp.month:02}",) if month and known else ()
    if not found.stamp.year:
        return ()
    stamps = [found.ordered(order) for order in ("day", "month")]
    days = dict.fromkeys(
        iso for stamp in stamps if (iso := _iso(stamp.year or 0, stamp.month or 0, stamp.day or 0))
    )
    if not days:
        raise NoSuchDateError(words)
    return tuple(days)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
