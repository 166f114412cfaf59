"""Days from and to which a name or an office counts. A month or year stands for all its days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from sitegen.model import Actor


class Span(NamedTuple):
    """Days as numbers (`date.toordinal`), both included."""

    first: int
    """The first day."""
    last: int
    """The last day."""

    def holds(self, day: int) -> bool:
        """Whether it has this day; only `ALWAYS` has the day of a text that has none, `NO_DAY`."""
        return self == ALWAYS or (day != NO_DAY and self.first <= day <= self.last)

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


NO_DAY = 0
"""In place of the day of a text of which no day is known."""

ALWAYS = Span(1, date.max.toordinal())
"""Every day, and also no day."""


def span(since: str, until: str) -> Span:
    """The days from one ISO date to another, each `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty for no limit."""
    first = _numbers(since)
    last = _numbers(until)
    return Span(
        date(*(*first, 1, 1)[:3]).toordinal() if first else ALWAYS.first,
        _end(*last).toordinal() if last else ALWAYS.last,
    )


def office_on(actor: Actor, day: date) -> str:
    """The title of the office that an actor held on a day, the first in its file; empty if none is known."""
    number = day.toordinal()
    held = (role.title for role in actor.roles if role.since and span(role.since, role.until).holds(number))
    return next(held, "")


def _numbers(day: str) -> tuple[int, ...]:
    return tuple(int(part) for part in day.split("-")) if day else ()


def _end(year: int, month: int = 12, day: int = 0) -> date:
    return date(year, month, day or monthrange(year, month)[1])
