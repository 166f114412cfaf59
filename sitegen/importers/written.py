"""A field or cell that is nothing but a time, written for machines or for people, to a stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sitegen.importers.protocol import AmbiguousDatesError, Stamp
from sitegen.importers.stamps.moment import Moment, Order, read_day, read_moment

ONLY_DAY = "only its day is given, and it stands at the start of it"
"""What is said of a time of which only the day is known."""

ROUGH = "printed time, not exact"
"""What is said of `~14:50`, and of `15:01-15:02`, whose first time is taken."""

_ISO = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d")
_RFC = re.compile(r"(?:[A-Z][a-z]{2,8},\s*)?\d{1,2}\s[A-Z][a-z]{2}\s\d{2,4}\s\d\d:\d\d")
_SCRIPT = re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}(?:\s|$)")
"""How the dates of JavaScript print themselves."""
_ABOUT = re.compile(
    r"(?:[~≈∼]|(?:ca|c|approx|env|around|about|circa|gegen|etwa|vers|hacia|около|близько|حوالي|yaklaşık)\b\.?|"
    r"[約约]|大[約约])\s*",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<first>.*\d.*?)\s*(?:[-–—~]|\bto\b|\bbis\b)\s*(?P<second>\d{1,2}[:.hH]\d\d.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A time as a field has it."""

    stamp: Stamp
    """What it says; a date such as 1/8/21 is not yet in it."""
    moment: Moment | None = None
    """How people wrote it; None where it was written for machines."""
    rough: bool = False
    """True for `~14:50` and for the first of `15:01-15:02`."""


def machine(text: str, basis: str) -> Stamp | None:
    """A stamp written for machines: ISO 8601, RFC 2822, seconds or milliseconds since 1970.

    Where it has no offset it is read as a printed one, so that the zone is asked for.
    """
    value = text.strip()
    moment = None
    with suppress(ValueError, OverflowError, OSError):
        if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", value):
            seconds = float(value) / (1000 if len(value) > 11 and "." not in value else 1)
            moment = datetime.fromtimestamp(int(seconds), UTC)
        elif _ISO.match(value):
            moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d|Z$)", "", value))
        elif re.fullmatch(r"\w{3} \w{3} \d\d \d\d:\d\d:\d\d [+-]\d{4} \d{4}", value):
            moment = datetime.strptime(value, "%a %b %d %H:%M:%S %z %Y")
        elif _SCRIPT.match(value):
            moment = datetime.strptime(value[:33], "%a %b %d %Y %H:%M:%S GMT%z")
        elif _RFC.match(value):
            moment = parsedate_to_datetime(value)
    if moment is None or not 1800 <= moment.year <= 2200:
        return None
    if moment.tzinfo is not None:
        return Stamp(text=value, instant=moment.replace(microsecond=0), instant_basis=basis)
    return Stamp(
        text=value,
        hour=moment.hour,
        minute=moment.minute,
        second=moment.second,
        year=moment.year,
        month=moment.month,
        day=moment.day,
        zone=letters[0] if (letters := re.search(r"\b[A-Z]{3,5}$", value)) else "",
        instant_basis=basis,
    )


def written(text: str, basis: str) -> Written | None:
    """The time that is all of a text, for machines or for people; None where it is anything else."""
    value = " ".join(text.split())
    exact = machine(value, basis)
    if exact:
        return Written(stamp=exact)
    about = _ABOUT.match(value)
    rest = value[about.end() :] if about else value
    span = _RANGE.fullmatch(rest)
    if span and _all(span["first"]) and _all(span["second"]):
        rest = span["first"]
    else:
        span = None
    moment = _all(rest) or read_day(rest)
    if moment is None:
        return None
    stamp = replace(moment.stamp, text=value)
    if "time" not in moment.parts and "ago" not in moment.parts:
        stamp = replace(stamp, instant_basis=ONLY_DAY)
    elif about or span:
        stamp = replace(stamp, instant_basis=ROUGH)
    return Written(stamp=stamp, moment=moment, rough=bool(about or span))


def _all(text: str) -> Moment | None:
    found = read_moment(text.rstrip(" .:"))
    return found if found and found.end >= len(text.rstrip(" .:")) else None


def has_clock(time: Written) -> bool:
    """True where it is more than a date."""
    return time.moment is None or bool(time.moment.parts & {"time", "ago"})


def is_certain(time: Written) -> bool:
    """True where it is a time and can't be a mere number, such as `1309` or `12.50`."""
    return has_clock(time) and (
        time.moment is None or time.moment.style not in ("bare", ".") or "date" in time.moment.parts
    )


def in_order(times: Sequence[Written | None], said: str = "") -> tuple[list[Stamp | None], tuple[str, ...]]:
    """The stamps of a column, their numeric dates read alike, and what was concluded.

    Which number is the day is told by one above 12, or else by `said`, or else by the one reading in which
    the times run in one direction. Raises AmbiguousDatesError where nothing tells.
    """
    numeric = [time for time in times if time and time.moment and time.moment.numbers]
    if not numeric:
        return [time.stamp if time else None for time in times], ()
    order, why = _order(numeric, said)
    stamps = [_ordered(time, order) if time else None for time in times]
    told = f"in dates such as '{numeric[0].stamp.text}' the {order} stands first, as {why}"
    return stamps, (told,) if why else ()


def _order(numeric: Sequence[Written], said: str) -> tuple[Order, str]:
    pairs = [time.moment.numbers for time in numeric if time.moment and time.moment.numbers]
    if any(first > 12 for first, _ in pairs):
        return "day", "one of them has no other reading"
    if any(second > 12 for _, second in pairs):
        return "month", "one of them has no other reading"
    if said:
        return "day" if said == "day" else "month", ""
    if all(re.search(r"\d\.\d{1,2}\.\d", time.stamp.text) for time in numeric):
        return "day", "full stops stand between the numbers"
    orders: tuple[Order, Order] = ("day", "month")
    runs = [order for order in orders if _runs(numeric, order)]
    if len(runs) == 1:
        return runs[0], "only so they run in one direction"
    if all(first == second for first, second in pairs):
        return "day", "both readings are the same"
    raise AmbiguousDatesError(numeric[0].stamp.text)


def _runs(numeric: Sequence[Written], order: Order) -> bool:
    keys = [
        (stamp.year or 0, stamp.month or 0, stamp.day or 0, stamp.hour, stamp.minute)
        for stamp in (_ordered(time, order) for time in numeric)
    ]
    return keys in (sorted(keys), sorted(keys, reverse=True))


def _ordered(time: Written, order: Order) -> Stamp:
    if time.moment is None or time.moment.numbers is None:
        return time.stamp
    read = time.moment.ordered(order)
    return replace(time.stamp, day=read.day, month=read.month)
