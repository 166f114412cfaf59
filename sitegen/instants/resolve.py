"""Printed times, the day of the oldest update and a zone, to instants with their basis.

What the document gives for machines holds as it is; a relative time is counted back from the moment
of saving. All others are read by their clock: how those without a printed day get theirs says
`calendar`, how a printed zone is read says `clocks`. Updates without any time stand beside their
neighbours on the page, where a person wants that.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sitegen.instants import clocks
from sitegen.instants.answers import Given, Instant, Note, Question, Resolution
from sitegen.instants.calendar import NoSuchDayError, doubtful, out_of_order, printed_days, walk
from sitegen.instants.missing import missing, placed
from sitegen.instants.stamps import Printed, clock


def resolve(stamps: Sequence[Printed | None], given: Given, *, newest_first: bool) -> Resolution:
    """Instants for stamps in page order; None stands for an update without any time.

    What was not given, ambiguous and missing local times, and days that nobody can tell are questions.
    """
    fixed = {place: known for place, stamp in enumerate(stamps) if stamp and (known := _fixed(stamp, given))}
    timed = {place: stamp for place, stamp in enumerate(stamps) if stamp is not None}
    read = {place: stamp for place, stamp in timed.items() if _by_clock(stamp)}
    asked = tuple(missing(stamps, given, fixed, read))
    if asked:
        return Resolution(questions=asked)
    order = list(timed)[:: -1 if newest_first else 1]
    shown = [timed[place] if place in read else _Shown.of(fixed[place].time, given) for place in order]
    try:
        printed = printed_days(shown, given.date)
    except NoSuchDayError as error:
        return Resolution(questions=(Question(key="time", place=order[error.place], what=str(error)),))
    settled = {step: _day_given(given, place) for step, place in enumerate(order) if place in given.settled}
    times = [clock(stamp) for stamp in shown]
    start = None if printed or not read else date.fromisoformat(given.date)
    top = order.index(min(order)) if order else 0
    weekdays = {step: stamp.weekday for step, stamp in enumerate(shown) if stamp.weekday is not None}
    if start and weekdays.get(0, start.weekday()) != start.weekday():
        what = f"the oldest update is of a {calendar.day_name[weekdays[0]]}, and {start} is none"
        return Resolution(questions=(Question(key="date", what=what),))
    doubts = (
        set(doubtful(times, top=top)) - printed.keys() - settled.keys() - weekdays.keys() if read else set()
    )
    strays = out_of_order(times, doubts)
    doubts -= strays
    days = walk(times, printed | settled, start, strays, weekdays)
    found: dict[int, Instant | Question] = dict(fixed)
    for step, place in enumerate(order):
        stamp = timed[place]
        if place in given.settled:
            found[place] = _settled(stamp, place, given.settled[place])
        elif place in fixed:
            continue
        elif step in doubts:
            found[place] = _which_day(stamp, place, days[step - 1], given)
        else:
            basis = _date_basis(stamp, days[step], start, given)
            basis += ", out of order on the page" if step in strays else ""
            found[place] = _instant(stamp, place, days[step], given, basis)
    questions = tuple(item for _, item in sorted(found.items()) if isinstance(item, Question))
    if questions:
        return Resolution(questions=questions)
    instants = {place: item for place, item in found.items() if isinstance(item, Instant)}
    return Resolution(
        instants=tuple(placed(stamps, instants, given)),
        zone="" if given.zone else clocks.shown_zone(list(timed.values()), given.captured),
        notes=tuple(_notes(shown, order, days)),
    )


def _by_clock(stamp: Printed) -> bool:
    return stamp.instant is None and stamp.ago is None


def _fixed(stamp: Printed, given: Given) -> Instant | None:
    """The instant that a stamp has without a look at its neighbours."""
    if stamp.instant is not None:
        time, basis = stamp.instant, stamp.instant_basis or "machine time in the document"
    elif stamp.ago is not None and given.captured is not None:
        time = given.captured - stamp.ago
        basis = f"printed as '{stamp.text}', counted back from the moment of saving; not exact"
    else:
        return None
    return Instant(time=time.astimezone(given.zone) if given.zone else time, basis=basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A known instant, as a clock beside the other stamps would print it."""

    text: str
    hour: int
    minute: int
    second: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    offset_minutes: int | None = None
    zone: str = ""
    instant: datetime | None = None
    instant_basis: str = ""
    ago: timedelta | None = None

    @classmethod
    def of(cls, time: datetime, given: Given) -> _Shown:
        """That instant, on the clock of the given zone."""
        local = time.astimezone(given.zone) if given.zone else time
        return cls(
            text=local.isoformat(" ", "minutes"),
            hour=local.hour,
            minute=local.minute,
            second=local.second,
            year=local.year,
            month=local.month,
            day=local.day,
        )


def _day_given(given: Given, place: int) -> date:
    instant = given.settled[place]
    return (instant.astimezone(given.zone) if given.zone else instant).date()


def _settled(stamp: Printed, place: int, instant: datetime) -> Instant | Question:
    if _by_clock(stamp) and (instant.hour, instant.minute) != (stamp.hour, stamp.minute):
        what = f"--time says {instant:%H:%M} for it, but it prints {stamp.hour:02}:{stamp.minute:02}"
        return Question(key="time", place=place, what=what)
    return Instant(time=instant, basis="printed time; day and offset from whoever imported it")


def _which_day(stamp: Printed, place: int, day: date, given: Given) -> Question:
    either = (option for n in (0, 1) for option in _readings(stamp, day + timedelta(days=n), given))
    return Question(
        key="time",
        place=place,
        what="it is earlier than the one before it, and may be out of order or of the next day",
        choices=tuple(option.isoformat() for option in either),
    )


def _instant(stamp: Printed, place: int, day: date, given: Given, date_basis: str) -> Instant | Question:
    readings = _readings(stamp, day, given)
    if len(readings) == 1:
        zone_basis = clocks.basis(stamp, given.zone)
        time_basis = stamp.instant_basis or "printed time"
        return Instant(time=readings[0], basis=f"{time_basis}; {date_basis}; {zone_basis}")
    zone = clocks.zone_of(stamp, given.zone)
    shown = readings[0].astimezone(zone)
    times = "twice" if (shown.hour, shown.minute) == (stamp.hour, stamp.minute) else "never"
    return Question(
        key="time",
        place=place,
        what=f"in {zone} the clocks showed {stamp.hour:02}:{stamp.minute:02} {times} on {day}",
        choices=tuple(reading.isoformat() for reading in readings),
    )


def _readings(stamp: Printed, day: date, given: Given) -> tuple[datetime, ...]:
    """The instants that a local time may mean: two where clocks change, else one."""
    naive = datetime(day.year, day.month, day.day, stamp.hour, stamp.minute, stamp.second)  # noqa: DTZ001 - local
    return clocks.readings(naive, stamp, given.zone)


def _date_basis(stamp: Printed, day: date, start: date | None, given: Given) -> str:
    if stamp.day is not None:
        return "printed date" if stamp.year is not None else f"printed day, year from {given.date_basis}"
    if start is None:
        return "date from the printed day of an update near it"
    basis = f"date from {given.date_basis}"
    if stamp.weekday is not None:
        return f"{basis} and the printed day of the week"
    return basis if day == start else f"{basis} and the times that passed midnight since"


def _notes(stamps: Sequence[Printed], order: Sequence[int], days: Sequence[date]) -> Iterator[Note]:
    for step in range(1, len(stamps)):
        before, here = stamps[step - 1], stamps[step]
        if here.day is not None:
            continue
        if days[step] != days[step - 1]:
            text = f"{here.text} comes after {before.text}: read as {days[step]}"
        elif clock(here) < clock(before):
            text = f"{here.text} comes after {before.text}: read as out of order, on the same day"
        else:
            continue
        yield Note(place=order[step], text=text)
