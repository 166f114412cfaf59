"""What has to be asked before instants can be worked out, and where updates without a time stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo

from sitegen.instants import clocks
from sitegen.instants.answers import Given, Instant, Question
from sitegen.instants.stamps import Printed


def missing(
    stamps: Sequence[Printed | None], given: Given, fixed: Mapping[int, Instant], read: Mapping[int, Printed]
) -> Iterator[Question]:
    """What is neither printed nor given. `fixed` are known already, `read` the stamps that need more."""
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
            only = f", and {given.date} is none" if given.date else ""
            yield Question(key="date", what=f"the text prints times without a day{only}")
        elif given.untimed and not given.captured:
            only = f", and {given.date} is none" if given.date else ""
            yield Question(key="date", what=f"the text prints no day{only}")
    elif any(stamp.month is None for stamp in dated) and len(given.date) < len("2022-01"):
        yield Question(key="date", what="the text prints days without a month")
    elif any(stamp.year is None for stamp in dated) and not given.date:
        yield Question(key="date", what="the text prints days without a year")


def _how_many(untimed: int, total: int) -> str:
    if untimed == total:
        return f"none of its {total} updates has a time"
    return f"{untimed} of its {total} updates have no time"


def placed(
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
