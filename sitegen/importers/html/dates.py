"""Dates such as 1/8/21: which number is the day, as all of a page tell, or else its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.importers.html.entry import Part
from sitegen.importers.stamps.candidates import Candidate, Shape
from sitegen.importers.stamps.dates import order_of_dates
from sitegen.importers.stamps.moment import Order

_MONTH_FIRST = frozenset({"en-us", "en-ph"})
"""Languages of pages that write the month first."""


def in_order(parts: Sequence[Part], language: str) -> tuple[list[Part], tuple[str, ...]]:
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
    order, why = order_of_dates(marks)
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
