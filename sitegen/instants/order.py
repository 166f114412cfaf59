"""Whether a page tells the oldest update first or the newest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sitegen.instants.calendar import walk
from sitegen.instants.stamps import DAY, Printed, clock

YEAR = 12 * 31
"""Days of a year, as they are counted here; the true number does not matter for which day is later."""

WEEK = 7
"""Days of a week."""

MONTH = 31
"""Days of a month, likewise."""


def newest_first(stamps: Sequence[Printed | None]) -> tuple[bool, str]:
    """The order of a page, and the words for how it is known; no words where there is nothing to order.

    Each step from one time to the next counts as forward or back, whichever way round the clock is shorter:
    from 23:50 to 00:10 is twenty minutes forward. The greater number decides; where there are as many of
    both, the order in which less time passes.
    """
    timed = [stamp for stamp in stamps if stamp is not None]
    steps = [_step(earlier, later) for earlier, later in pairwise(timed)]
    forward, back = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if not forward and not back:
        return False, ""
    if len(timed) == 2 and not _told(timed):
        return _of_two(timed[0], timed[1], steps[0])
    if forward == back and not _told(timed):
        backwards = _elapsed(timed[::-1]) < _elapsed(timed)
        first = "newest" if backwards else "oldest"
        return backwards, f"{first} update first, as less time passes between the updates so"
    if forward >= back:
        return False, f"oldest update first, as {forward} of {forward + back} times follow an earlier one"
    return True, f"newest update first, as {back} of {forward + back} times follow a later one"


def runs_through(stamps: Sequence[Printed]) -> int:
    """1 where three or more times never turn back, -1 where they never turn forward, else 0.

    Times without a day are taken as those of one day.
    """
    if len(stamps) < 3 or any(stamp.instant or stamp.ago is not None for stamp in stamps):
        return 0
    steps = _one_day(stamps)
    if all(step >= 0 for step in steps) and any(steps):
        return 1
    return -1 if all(step <= 0 for step in steps) and any(steps) else 0


def _elapsed(stamps: Sequence[Printed]) -> int:
    """Minutes from the first to the last of stamps told in this order, over as many nights as it takes."""
    times = [clock(stamp) for stamp in stamps]
    days = [day.toordinal() for day in walk(times, {}, date(2000, 1, 1))]
    moments = [day * DAY + time for day, time in zip(days, times, strict=True)]
    return max(moments) - min(moments)


def _one_day(stamps: Sequence[Printed]) -> list[float]:
    """Minutes from each stamp to the next, where those without a day are of one day."""
    dated = any(stamp.day is not None or stamp.weekday is not None for stamp in stamps)
    return [_step(a, b) if dated else clock(b) - clock(a) for a, b in pairwise(stamps)]


def direction(here: Printed, there: Printed) -> int:
    """1 where a stamp is later than the one before it, -1 where it is earlier, 0 where nobody can tell."""
    step = _step(here, there)
    return (step > 0) - (step < 0)


def _told(stamps: Sequence[Printed]) -> bool:
    """True where stamps say of themselves which one is the later."""
    dated = all(stamp.day is not None or stamp.weekday is not None for stamp in stamps)
    return dated or all(stamp.instant or stamp.ago is not None for stamp in stamps)


def _of_two(here: Printed, there: Printed, step: float) -> tuple[bool, str]:
    """The order of two clock times: the one that leaves less time between them, which is no proof."""
    first = "oldest" if step > 0 else "newest"
    return step < 0, (
        f"{first} update first, as {_span(abs(step))} lie between {here.text} and {there.text} then, and "
        f"{_span(DAY - abs(step))} otherwise; two times alone are no proof: look whether it is right"
    )


def _span(minutes: float) -> str:
    hours, rest = divmod(int(minutes), 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def _step(here: Printed, there: Printed) -> float:
    """Minutes from one stamp to the next; the shorter way round where no full dates are printed."""
    if here.instant and there.instant:
        return (there.instant - here.instant).total_seconds() / 60
    if here.ago is not None and there.ago is not None:
        return (here.ago - there.ago).total_seconds() / 60
    if here.instant or there.instant or here.ago is not None or there.ago is not None:
        return 0
    minutes = clock(there) - clock(here)
    if here.weekday is not None and there.weekday is not None:
        return minutes + DAY * _shorter(there.weekday - here.weekday, WEEK)
    if here.day is None or there.day is None:
        return _shorter(minutes, DAY)
    return minutes + DAY * _days(here, there)


def _days(here: Printed, there: Printed) -> int:
    """Days between two printed dates, for impossible ones too; the shorter way round what is not printed."""
    days = (there.day or 0) - (here.day or 0)
    if here.month is None or there.month is None:
        return _shorter(days, MONTH)
    days += ((there.month or 0) - (here.month or 0)) * MONTH
    if here.year is None or there.year is None:
        return _shorter(days, YEAR)
    return days + (there.year - here.year) * YEAR


def _shorter(step: int, around: int) -> int:
    """A step round a clock or calendar, the shorter way."""
    step %= around
    return step if step <= around // 2 else step - around


def days_spanned(stamps: Sequence[Printed]) -> int:
    """How many days the times of a page run through, where it prints none."""
    backwards, _ = newest_first(stamps)
    step = -1 if backwards else 1
    times = [clock(stamp) for stamp in stamps][::step]
    weekdays = {n: s.weekday for n, s in enumerate(stamps[::step]) if s.weekday is not None}
    first = 2 + weekdays.get(0, 0)  # 3 January 2000 was a Monday
    days = walk(times, {}, date(2000, 1, 1 + first), weekdays=weekdays)
    return (max(days) - min(days)).days + 1 if days else 0
