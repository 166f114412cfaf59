"""Days of a page: whose a day heading is, and which number of a date such as 1/8/21 is the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.importers.html.entry import Part
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.candidates import Candidate, Shape
from sitegen.importers.stamps.dates import order_of_dates
from sitegen.importers.stamps.moment import Order
from sitegen.instants import newest_first

_HALF = 12 * 60
"""Minutes of a step that goes past midnight."""

_MONTH_FIRST = frozenset({"en-us", "en-ph"})
"""Languages of pages that write the month first."""


def past_midnight(parts: Sequence[Part]) -> list[Part]:
    """The updates; those beyond midnight below one day heading without its day, for it is not theirs."""
    timed = [part.stamp for part in parts if part.stamp]
    backwards, _ = newest_first(timed)
    found: list[Part] = []
    last: Part | None = None
    beyond = False
    for part in parts:
        if last is None or part.heading is not last.heading:
            beyond = False
        elif part.heading and part.stamp and last.stamp:
            step = _minutes(part.stamp) - _minutes(last.stamp)
            beyond = beyond or (step > _HALF if backwards else step < -_HALF)
        stamp = part.stamp
        if beyond and stamp:
            stamp = replace(stamp, year=None, month=None, day=None)
        found.append(replace(part, stamp=stamp, moment=None) if beyond else part)
        last = part if part.stamp else last
    return found


def _minutes(stamp: Stamp) -> int:
    return stamp.hour * 60 + stamp.minute


def in_order(parts: Sequence[Part], language: str, said: str = "") -> tuple[list[Part], tuple[str, ...]]:
    """The updates with their numeric dates read alike, and what was concluded.

    Where nothing tells which number is the day, no day is read, and the import asks for it.
    """
    marks = [
        Candidate(number=number, shape=Shape(place="alone"), moment=part.moment)
        for number, part in enumerate(parts)
        if part.moment and part.stamp and part.stamp.instant is None
    ]
    if not marks:
        return list(parts), ()
    order, why = order_of_dates(marks, said)
    if not order:
        order, why = _by_language(language, marks[0])
    return [_ordered(part, order) for part in parts], (why,) if why else ()


def _by_language(language: str, mark: Candidate) -> tuple[Order, str]:
    printed = mark.moment.stamp.text
    if language.lower() in _MONTH_FIRST:
        return (
            "month",
            f"dates such as '{printed}' are read as month/day, as the page's language is {language}",
        )
    if language and language.lower() != "en":
        return "day", f"dates such as '{printed}' are read as day/month, as the page's language is {language}"
    return "", f"dates such as '{printed}' are not read: the day or the month may stand first"


def _ordered(part: Part, order: Order) -> Part:
    if part.moment is None or part.stamp is None or part.stamp.instant is not None:
        return part
    if not order:
        return replace(part, stamp=replace(part.stamp, year=None))
    read = part.moment.ordered(order)
    return replace(part, stamp=replace(part.stamp, year=read.year, month=read.month, day=read.day))
