"""The activity chart: how many updates in each hour, day or month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sitegen import permalinks
from sitegen.annotate import AnnotatedUpdate
from sitegen.views.moments import Clock
from sitegen.views.parts import Bar, Chart, Tick

WIDTH, PLOT, LABELS, GAP = 720, 120, 24, 0.25
HOURLY = timedelta(days=7)
"""Longest span told hour by hour: more bars could not be hit with a finger."""
DAILY = timedelta(days=366)
"""Longest span told day by day."""
MOST_TICKS = 7
BAR, LABEL = 4, 16
"""Most that a bar, and least that a label needs of the width at hand, in percent."""
NEAR_END = 0.9
"""Part of the width from which on a centred label would be cut off."""


def activity(
    updates: Sequence[AnnotatedUpdate],
    zone: str,
    root: str,
    clock: Clock,
    *,
    name: str,
    within: Sequence[AnnotatedUpdate] = (),
) -> Chart | None:
    """Chart of updates in time order, hours and days by the clock of `zone`; None without updates.

    It spans the time of `within`, updates in time order that hold all of them, where these are given.
    """
    if not updates:
        return None
    times = [item.update.time.astimezone(ZoneInfo(zone)) for item in updates]
    whole = within or updates
    first, last = (whole[at].update.time.astimezone(ZoneInfo(zone)) for at in (0, -1))
    unit = _unit(last - first)
    spans = _spans(first, last, unit)
    members: dict[datetime, list[AnnotatedUpdate]] = {span: [] for span in spans}
    for time, item in zip(times, updates, strict=True):
        members[_floor(time, unit)].append(item)
    peak = max(map(len, members.values()))
    step = WIDTH / len(spans)
    bars = []
    for index, (span, items) in enumerate(members.items()):
        height = round(PLOT * len(items) / peak, 2)
        words = _label(span, unit, clock)
        count = "1 update" if len(items) == 1 else f"{len(items)} updates"
        bars.append(
            Bar(
                x=round(step * (index + GAP / 2), 2),
                y=round(PLOT - height, 2),
                width=round(step * (1 - GAP), 2),
                height=height,
                label=f"{words}: {count}",
                href=_href(items[0], root) if items else "",
                count=len(items),
            )
        )
    ticks = _ticks(spans, unit, step, clock)
    return Chart(
        width=WIDTH,
        height=PLOT + LABELS,
        baseline=PLOT,
        unit=unit,
        peak=peak,
        title=f"Updates per {unit}: {name}",
        wide=min(100, max(BAR * len(bars), LABEL * len(ticks))),
        bars=tuple(bars),
        ticks=ticks,
    )


def _href(item: AnnotatedUpdate, root: str) -> str:
    return f"{root}{permalinks.day_path(item.update.timeline, item.day)}#{anchor(item)}"


def anchor(item: AnnotatedUpdate) -> str:
    """The id that an update has on the page of its day."""
    if item.update.withdrawn:
        return "u-" + permalinks.public_name(item.update)
    return "u-" + permalinks.segment(item.update.id, fallback=item.update.slug)


def _unit(span: timedelta) -> str:
    return "hour" if span <= HOURLY else "day" if span <= DAILY else "month"


def _floor(time: datetime, unit: str) -> datetime:
    """Start of the hour, day or month on the wall clock; naive, for a wall clock has no offsets."""
    wall = time.replace(tzinfo=None, minute=0, second=0, microsecond=0, fold=0)
    return wall if unit == "hour" else wall.replace(hour=0) if unit == "day" else wall.replace(day=1, hour=0)


def _spans(first: datetime, last: datetime, unit: str) -> list[datetime]:
    spans, end = [_floor(first, unit)], _floor(last, unit)
    step = {"hour": timedelta(hours=1), "day": timedelta(days=1), "month": timedelta(days=31)}[unit]
    while spans[-1] < end:
        spans.append(_floor(spans[-1] + step, unit))
    return spans


def _label(span: datetime, unit: str, clock: Clock) -> str:
    if unit == "month":
        return f"{span:%Y-%m}"
    return clock.short_date(span.date()) + (f", {span:%H:%M}" if unit == "hour" else "")


def _ticks(spans: Sequence[datetime], unit: str, step: float, clock: Clock) -> tuple[Tick, ...]:
    every = -(-len(spans) // MOST_TICKS)
    ticks: list[Tick] = []
    named = None
    for index in range(0, len(spans), every):
        span = spans[index]
        words = (
            [] if span.date() == named else [f"{span:%Y-%m}" if unit == "month" else clock.month_day(span)]
        )
        if unit == "hour":
            words.append(f"{span:%H:%M}")
        named = span.date()
        x = round(step * (index + 0.5), 2)
        anchor = "start" if not index else "end" if x > WIDTH * NEAR_END else "middle"
        ticks.append(Tick(x=x, label=", ".join(words), anchor=anchor))
    return tuple(ticks)
