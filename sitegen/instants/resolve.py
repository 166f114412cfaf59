"""Printed times, the day of the oldest update and a zone, to instants with their basis.

What the document gives for machines holds as it is; a relative time is counted back from the moment
of saving. All others are read by their clock: how those without a printed day get theirs says
`calendar`, how a printed zone is read says `clocks`. Updates without any time stand beside their
neighbours on the page, where a person wants that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from sitegen.instants import clocks
from sitegen.instants.calendar import NoSuchDayError, doubtful, printed_days, walk
from sitegen.instants.stamps import Printed, clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known besides the printed times."""

    date: str = ""
    """Day of the oldest update, or only its month or year: `2022-01-06`, `2022-01`, `2022`; may be empty."""
    date_basis: str = "--date"
    """Who says so, for readers."""
    zone: ZoneInfo | None = None
    """The zone of the printed times."""
    captured: datetime | None = None
    """The moment of saving, for relative times."""
    untimed: bool = False
    """True where updates without any time are wanted too."""
    settled: Mapping[int, datetime] = field(default_factory=dict)
    """Instants that a person gave for single stamps, by place in page order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """When an update was posted."""

    time: datetime
    """With the offset of the source's clock."""
    basis: str
    """How it is known, for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the print does not tell."""

    key: Literal["date", "timezone", "time", "captured", "untimed"]
    """What is asked for."""
    place: int = -1
    """Which stamp, as a place in page order; -1: all of them."""
    what: str
    """Why it has to be asked, a clause."""
    choices: tuple[str, ...] = ()
    """The answers that are possible, where they can be counted: ISO 8601 with offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What was concluded about one stamp."""

    place: int
    """Which stamp, as a place in page order."""
    text: str
    """A clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Instants, or what has to be asked for them."""

    instants: tuple[Instant, ...] = ()
    """In page order; empty while there are questions."""
    zone: str = ""
    """The IANA zone of the document's clock, where none was given: what it prints, else UTC."""
    notes: tuple[Note, ...] = ()
    """What was concluded, oldest stamp first."""
    questions: tuple[Question, ...] = ()
    """What has to be answered first."""


def resolve(stamps: Sequence[Printed | None], given: Given, *, newest_first: bool) -> Resolution:
    """Instants for stamps in page order; None stands for an update without any time.

    What was not given, ambiguous and missing local times, and days that nobody can tell are questions.
    """
    fixed = {place: known for place, stamp in enumerate(stamps) if stamp and (known := _fixed(stamp, given))}
    timed = {place: stamp for place, stamp in enumerate(stamps) if stamp is not None}
    read = {place: stamp for place, stamp in timed.items() if _by_clock(stamp)}
    missing = tuple(_missing(stamps, given, fixed, read))
    if missing:
        return Resolution(questions=missing)
    order = list(timed)[:: -1 if newest_first else 1]
    shown = [timed[place] if place in read else _Shown.of(fixed[place].time, given) for place in order]
    try:
        printed = printed_days(shown, given.date)
    except NoSuchDayError as error:
        return Resolution(questions=(Question(key="time", place=order[error.place], what=str(error)),))
    settled = {step: _day_given(given, place) for step, place in enumerate(order) if place in given.settled}
    times = [clock(stamp) for stamp in shown]
    start = None if printed or not read else date.fromisoformat(given.date)
    days = walk(times, printed | settled, start)
    top = order.index(min(order)) if order else 0
    doubts = set(doubtful(times, top=top)) - printed.keys() - settled.keys() if read else set()
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
            found[place] = _instant(
                stamp, place, days[step], given, _date_basis(stamp, days[step], start, given)
            )
    questions = tuple(item for _, item in sorted(found.items()) if isinstance(item, Question))
    if questions:
        return Resolution(questions=questions)
    instants = {place: item for place, item in found.items() if isinstance(item, Instant)}
    return Resolution(
        instants=tuple(_placed(stamps, instants, given)),
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


def _missing(
    stamps: Sequence[Printed | None], given: Given, fixed: Mapping[int, Instant], read: Mapping[int, Printed]
) -> Iterator[Question]:
    untimed = [place for place, stamp in enumerate(stamps) if stamp is None]
    if untimed and not given.untimed:
        place = -1 if len(untimed) == len(stamps) else untimed[0]
        yield Question(key="untimed", place=place, what=_how_many(len(untimed), len(stamps)))
    if any(stamp and stamp.ago is not None and place not in fixed for place, stamp in enumerate(stamps)):
        what = "the text prints how long ago its updates were posted, and not when"
        yield Question(key="captured", what=what)
    zones = [doubt for stamp in read.values() if (doubt := clocks.doubt(stamp, given.zone))]
    if zones:
        yield Question(key="timezone", what=zones[0].what, choices=zones[0].zones)
    dated = [stamp for stamp in read.values() if stamp.day is not None]
    if (
        not dated
        and not fixed
        and len(given.date) < len("2022-01-06")
        and (read or untimed == list(range(len(stamps))))
    ):
        if read:
            yield Question(key="date", what="the text prints times without a day")
        elif given.untimed and not given.captured:
            yield Question(key="date", what="the text prints no day")
    elif any(stamp.month is None for stamp in dated) and len(given.date) < len("2022-01"):
        yield Question(key="date", what="the text prints days without a month")
    elif any(stamp.year is None for stamp in dated) and not given.date:
        yield Question(key="date", what="the text prints days without a year")


def _how_many(untimed: int, total: int) -> str:
    if untimed == total:
        return f"none of its {total} updates has a time"
    return f"{untimed} of its {total} updates have no time"


def _placed(
    stamps: Sequence[Printed | None], instants: Mapping[int, Instant], given: Given
) -> Iterator[Instant]:
    """All instants in page order. An update without a time takes that of the one above it, else below."""
    if not instants:
        moment, basis = _day_alone(given)
        for _ in stamps:
            yield Instant(time=moment, basis=f"no time in the source; placed by page order, {basis}")
        return
    last = instants[min(instants)]
    for place in range(len(stamps)):
        if place in instants:
            last = instants[place]
            yield last
        else:
            basis = "no time in the source; placed by page order, at the time of the update beside it"
            yield Instant(time=last.time, basis=basis)


def _day_alone(given: Given) -> tuple[datetime, str]:
    """The start of the day that is all that is known."""
    zone: tzinfo = given.zone or UTC
    if len(given.date) == len("2022-01-06"):
        day, basis = date.fromisoformat(given.date), f"at the start of the day from {given.date_basis}"
    else:
        assert given.captured is not None
        moment = given.captured.astimezone(given.zone) if given.zone else given.captured
        day, basis = moment.date(), "at the start of the day of saving"
        zone = given.zone or moment.tzinfo or UTC
    return datetime(day.year, day.month, day.day, tzinfo=zone), basis


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
    return Instant(time=instant, basis="printed time; day and offset from --time")


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
