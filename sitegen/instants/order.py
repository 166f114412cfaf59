"""Whether a page tells the oldest update first or the newest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sitegen.instants.calendar import walk
from sitegen.instants.stamps import DAY, Printed, clock


def newest_first(stamps: Sequence[Printed | None]) -> tuple[bool, str]:
    """The order of a page, and the words for how it is known; no words where there is nothing to order.

    Each step from one time to the next counts as forward or back, whichever way round the clock
    is shorter: from 23:50 to 00:10 is twenty minutes forward. The greater number decides.
    """
    timed = [stamp for stamp in stamps if stamp is not None]
    steps = [_step(earlier, later) for earlier, later in pairwise(timed)]
    forward, back = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if not forward and not back:
        return False, ""
    if forward >= back:
        return False, f"oldest update first, as {forward} of {forward + back} times follow an earlier one"
    return True, f"newest update first, as {back} of {forward + back} times follow a later one"


def direction(here: Printed, there: Printed) -> int:
    """1 where a stamp is later than the one before it, -1 where it is earlier, 0 where nobody can tell."""
    step = _step(here, there)
    return (step > 0) - (step < 0)


def _step(here: Printed, there: Printed) -> float:
    """Minutes from one stamp to the next; the shorter way round where no full dates are printed."""
    if here.instant and there.instant:
        return (there.instant - here.instant).total_seconds() / 60
    if here.ago is not None and there.ago is not None:
        return (here.ago - there.ago).total_seconds() / 60
    if here.instant or there.instant or here.ago is not None or there.ago is not None:
        return 0
    minutes = clock(there) - clock(here)
    if None in (here.year, here.month, here.day, there.year, there.month, there.day):
        minutes %= DAY
        return minutes if minutes <= DAY // 2 else minutes - DAY
    return minutes + DAY * (_days(there) - _days(here))


def _days(stamp: Printed) -> int:
    """A number that grows with the date, for impossible dates too."""
    return ((stamp.year or 0) * 12 + (stamp.month or 0)) * 31 + (stamp.day or 0)


def days_spanned(stamps: Sequence[Printed]) -> int:
    """How many days the times of a page run through, where it prints none."""
    backwards, _ = newest_first(stamps)
    times = [clock(stamp) for stamp in stamps][:: -1 if backwards else 1]
    days = walk(times, {}, date(2000, 1, 1))
    return (max(days) - min(days)).days + 1 if days else 0
