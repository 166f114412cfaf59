"""Printed times, the day of the oldest update and a zone, to instants with their basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from sitegen.instants.calendar import NoSuchDayError, doubtful, printed_days, walk
from sitegen.instants.stamps import Printed, clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known besides the printed times."""

    date: str = ""
    """Day of the oldest update, or only its month or year: `2022-01-06`, `2022-01`, `2022`; may be empty."""
    zone: ZoneInfo | None = None
    """The zone of the printed times."""
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

    key: Literal["date", "timezone", "time"]
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
    notes: tuple[Note, ...] = ()
    """What was concluded, oldest stamp first."""
    questions: tuple[Question, ...] = ()
    """What has to be answered first."""


def resolve(stamps: Sequence[Printed], given: Given, *, newest_first: bool) -> Resolution:
    """Instants for stamps in page order.

    What was not given, ambiguous and missing local times, and days that nobody can tell are
    questions. How stamps without a printed day get theirs: `calendar`.
    """
    missing = tuple(_missing(stamps, given))
    if missing:
        return Resolution(questions=missing)
    order = list(range(len(stamps)))[:: -1 if newest_first else 1]
    try:
        printed = printed_days([stamps[place] for place in order], given.date)
    except NoSuchDayError as error:
        return Resolution(questions=(Question(key="time", place=order[error.place], what=str(error)),))
    settled = {step: _day_given(given, place) for step, place in enumerate(order) if place in given.settled}
    times = [clock(stamps[place]) for place in order]
    start = None if printed else date.fromisoformat(given.date)
    days = walk(times, printed | settled, start)
    doubts = set(doubtful(times, top=order.index(0))) - printed.keys() - settled.keys()
    found: dict[int, Instant | Question] = {}
    for step, place in enumerate(order):
        stamp = stamps[place]
        if place in given.settled:
            found[place] = _settled(stamp, place, given.settled[place])
        elif step in doubts:
            found[place] = _which_day(stamp, place, days[step - 1], given)
        else:
            source = _date_basis(stamp, days[step], start)
            found[place] = _instant(stamp, place, days[step], given, source)
    questions = tuple(item for _, item in sorted(found.items()) if isinstance(item, Question))
    if questions:
        return Resolution(questions=questions)
    return Resolution(
        instants=tuple(item for _, item in sorted(found.items()) if isinstance(item, Instant)),
        notes=tuple(_notes([stamps[place] for place in order], order, days)),
    )


def _missing(stamps: Sequence[Printed], given: Given) -> Iterator[Question]:
    if given.zone is None and any(stamp.offset_minutes is None for stamp in stamps):
        yield Question(key="timezone", what="the text does not say which zone its times are in")
    dated = [stamp for stamp in stamps if stamp.day is not None]
    if not dated and len(given.date) < len("2022-01-06"):
        yield Question(key="date", what="the text prints times without a day")
    elif any(stamp.month is None for stamp in dated) and len(given.date) < len("2022-01"):
        yield Question(key="date", what="the text prints days without a month")
    elif any(stamp.year is None for stamp in dated) and not given.date:
        yield Question(key="date", what="the text prints days without a year")


def _day_given(given: Given, place: int) -> date:
    instant = given.settled[place]
    return (instant.astimezone(given.zone) if given.zone else instant).date()


def _settled(stamp: Printed, place: int, instant: datetime) -> Instant | Question:
    if (instant.hour, instant.minute) != (stamp.hour, stamp.minute):
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
    zone = given.zone.key if given.zone else ""
    if len(readings) == 1:
        zone_basis = f"zone {zone} from --timezone" if stamp.offset_minutes is None else "printed offset"
        return Instant(time=readings[0], basis=f"printed time; {date_basis}; {zone_basis}")
    shown = readings[0].astimezone(given.zone)
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
    if stamp.offset_minutes is not None:
        return (naive.replace(tzinfo=timezone(timedelta(minutes=stamp.offset_minutes))),)
    folds = (naive.replace(tzinfo=given.zone, fold=fold).utcoffset() for fold in (0, 1))
    offsets = dict.fromkeys(offset for offset in folds if offset is not None)
    return tuple(naive.replace(tzinfo=timezone(offset)) for offset in offsets)


def _date_basis(stamp: Printed, day: date, start: date | None) -> str:
    if stamp.day is not None:
        return "printed date" if stamp.year is not None else "printed day, year from --date"
    if start is None:
        return "date from the printed day of an update near it"
    return "date from --date" if day == start else "date from --date and the times that passed midnight since"


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
