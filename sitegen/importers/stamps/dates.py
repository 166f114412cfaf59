"""Which number of a numeric date is the day: what the dates of a document tell together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.moment import Order


def order_of_dates(marks: Sequence[Candidate], said: str = "") -> tuple[Order, str]:
    """Which number of dates such as 1/8/21 is the day, and why; no order where nobody can tell.

    What is `said`, `day` or `month`, holds where no number above 12 tells.
    """
    pairs = [(mark.moment.numbers, mark.moment.stamp.year or 0) for mark in marks if mark.moment.numbers]
    pairs = [] if all(first == second for (first, second), _ in pairs) else pairs
    if not pairs:
        return "day", ""
    if any(first > 12 for (first, _), _ in pairs):
        return "day", "dates are read as day/month, as one has a first number above 12"
    if any(second > 12 for (_, second), _ in pairs):
        return "month", "dates are read as month/day, as one has a second number above 12"
    if said:
        return "day" if said == "day" else "month", ""
    day_first = [(year * 12 + second) * 31 + first for (first, second), year in pairs]
    month_first = [(year * 12 + first) * 31 + second for (first, second), year in pairs]
    spans = [max(days) - min(days) for days in (day_first, month_first)]
    turns = [_turns(days) for days in (day_first, month_first)]
    if turns[0] != turns[1]:
        order: Order = "day" if turns[0] < turns[1] else "month"
        why = "only so they run in one direction"
    elif min(spans) * 4 < max(spans):
        order = "day" if spans[0] < spans[1] else "month"
        why = "they would be months apart otherwise"
    else:
        return "", ""
    return order, f"dates are read as {_both(order)}, as {why}"


def _both(order: Order) -> str:
    return "day/month" if order == "day" else "month/day"


def _turns(days: Sequence[int]) -> int:
    """How many steps go against most of the others."""
    steps = [later - earlier for earlier, later in pairwise(days)]
    return min(sum(step > 0 for step in steps), sum(step < 0 for step in steps))
