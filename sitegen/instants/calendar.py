"""Which day each printed time belongs to: a walk from the oldest stamp to the newest.

A printed day holds for its stamp. Where only clock times are printed, the walk starts on the day
of the oldest update, and a time earlier than the one before it is read so:

| it is earlier by | then it is |
|---|---|
| up to an hour | out of order, on the same day: two posts swapped |
| more than 12 hours | the next day |
| between, and one post taken away would put the others in line | doubtful: `out_of_order` or a question |
| between, otherwise | the next day |

Likewise a time more than 23 hours later is the day before: two posts swapped over midnight. Where
more than one stamp in ten is doubtful, the page simply has few posts a day, and none of them is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType

from sitegen.instants.stamps import DAY, Printed

SWAP = 60
"""Minutes by which two posts may be out of order."""

NONE: Mapping[int, int] = MappingProxyType({})

FEW = 5
"""Times from which on their gaps tell something."""

UNLIKE = 4
"""How many times the longest of the other gaps a gap is that no others have."""

MONTHS_BACK = 6
"""A step back by more months than this is one into the next year."""


class NoSuchDayError(ValueError):
    """A stamp prints a day that the calendar does not have."""

    def __init__(self, place: int, what: str) -> None:
        self.place = place
        """Which stamp, counted from 0."""
        super().__init__(what)


def printed_days(stamps: Sequence[Printed], given: str) -> dict[int, date]:
    """Days by place, for the stamps that print one; oldest stamp first.

    `given` tells the month or year of the oldest update where none is printed; from December to
    January the year goes on. Raises NoSuchDayError.
    """
    days: dict[int, date] = {}
    month, year = int(given[5:7] or 0), int(given[:4] or 0)
    for place, stamp in enumerate(stamps):
        if stamp.day is None:
            continue
        new_month = stamp.month or month
        if stamp.year is None and month - new_month > MONTHS_BACK:
            year += 1
        year, month = stamp.year or year, new_month
        try:
            days[place] = date(year, month, stamp.day)
        except ValueError as error:
            raise NoSuchDayError(place, f"it prints a day that {year}-{month:02} does not have") from error
    return days


def walk(
    times: Sequence[int],
    known: Mapping[int, date],
    start: date | None,
    strays: AbstractSet[int] = frozenset(),
    weekdays: Mapping[int, int] = NONE,
) -> tuple[date, ...]:
    """The day of each stamp; `times` are minutes since midnight, oldest stamp first.

    `known` are days by place, as printed or as a person settled them; `start` is the day of the
    oldest update, None where printed days tell it. `strays` are places of times that are out of order,
    `weekdays` the days of the week that are printed, by place.
    """
    told = start is not None
    days: list[int] = []
    for place, time in enumerate(times):
        if place:
            days.append(days[-1] + (0 if place in strays else _step(times[place - 1], time)))
        else:
            days.append(start.toordinal() if start else 0)
        if place in known:
            day = known[place].toordinal()
            if start is None and place == min(known):
                days = [earlier + day - days[-1] for earlier in days]
            days[-1] = day
            told = True
        elif told and place in weekdays and place:
            days[-1] = days[-2] + _to_weekday(date.fromordinal(days[-2]).weekday(), weekdays[place])
    if start and not known:
        # Two posts swapped over midnight may stand at the start; the day is that of the older one.
        days = [day + start.toordinal() - min(days) for day in days]
    return tuple(map(date.fromordinal, days))


def doubtful(times: Sequence[int], *, top: int) -> tuple[int, ...]:
    """Places of times that are on the same day as the one before them or on the next; nobody can tell.

    `times` are minutes since midnight, oldest stamp first; `top` is the place of the stamp that
    stands first on the page, where a pinned post would be.
    """
    found = []
    for place in range(1, len(times)):
        before, here = times[place - 1], times[place]
        if not SWAP < before - here <= DAY // 2:
            continue
        here_strays = place == top or (place + 1 < len(times) and _in_line(before, times[place + 1]))
        before_strays = place - 1 == top or (place > 1 and _in_line(times[place - 2], here))
        if here_strays or before_strays:
            found.append(place)
    return tuple(found) if len(times) > 2 and len(found) <= max(1, len(times) // 10) else ()


def out_of_order(times: Sequence[int], doubts: AbstractSet[int]) -> frozenset[int]:
    """Those of doubtful places whose time is out of order, as the other times leave no gap so long.

    A post that is pinned to the top of a page with an update every hour is of the same day, and not the
    only one of the next.
    """
    beside = {place + step for place in doubts for step in (0, 1)}
    gaps = [(times[place] - times[place - 1]) % DAY for place in range(1, len(times)) if place not in beside]
    usual = [gap for gap in gaps if gap < DAY - SWAP]
    if len(times) < FEW or not usual:
        return frozenset()
    return frozenset(
        place for place in doubts if (times[place] - times[place - 1]) % DAY >= UNLIKE * max(usual)
    )


def _in_line(earlier: int, later: int) -> bool:
    return 0 <= later - earlier < DAY // 2


def _to_weekday(here: int, there: int) -> int:
    """Days from one day of the week to the next that is called so; back by one where two posts swapped."""
    days = (there - here) % 7
    return -1 if days == 6 else days


def _step(earlier: int, later: int) -> int:
    """Days from one stamp to the next."""
    if earlier - later > SWAP:
        return 1
    return -1 if later - earlier > DAY - SWAP else 0
