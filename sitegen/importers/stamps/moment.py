"""A time as printed, read at one place of a line: a clock time with or without date, zone, weekday.

`13:32`, `1:52 p.m.`, `5.45pm`, `6h26`, `11.04 Uhr`, `1309`, `Jul 13, 2022 02:57 PM IST`,
`04:44 GMT 07.01.2022`, `1/8/21 @3:05 PM CST`, `23m ago (16:07 GMT)`, `2022年1月6日 13時32分`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Literal

from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps import words
from sitegen.importers.stamps.rules import JOINT, SPAN, first_words, last_words, rules

_SHORTEST = 3
"""Letters of a name of a day that can't be a line by itself: `Sun`, `Mar`."""

Order = Literal["", "day", "month"]
"""Which number of a numeric date comes first; empty while that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A printed time and where it stands in its line."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""
    stamp: Stamp
    """What it prints; a numeric date is not yet in it."""
    parts: frozenset[str] = frozenset()
    """Which of `time`, `date`, `ago`, `zone`, `weekday` it has."""
    style: str = ""
    """How the clock time is written: `12`, `:`, `h`, `.`, `bare`, `cjk`; empty without one."""
    numbers: tuple[int, int] | None = None
    """The first two numbers of a date such as 1/8/21, whose order the document decides."""

    def ordered(self, order: Order) -> Stamp:
        """The stamp, with its numeric date read in that order."""
        if self.numbers is None:
            return self.stamp
        day, month = self.numbers if order == "day" else self.numbers[::-1]
        return replace(self.stamp, day=day, month=month)


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    end: int
    values: dict[str, object] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    style: str = ""
    numbers: tuple[int, int] | None = None


def read_moment(line: str, start: int = 0) -> Moment | None:
    """The time that starts at that place of a line; None where there is none, or only a date."""
    found = _read(line, start)
    return found if found and found.parts & {"time", "ago"} else None


def read_day(line: str) -> Moment | None:
    """The date that is all of a line, with or without a weekday; None for any other line."""
    text = line.strip().rstrip(":")
    found = _read(text, 0)
    if found is None or found.end < len(text) or "date" not in found.parts or "time" in found.parts:
        return None
    return found


def read_heading(line: str) -> Moment | None:
    """The date or the day of the week that is all of a line; None for any other line."""
    text = line.strip().rstrip(":")
    name = text.rstrip(".").casefold()
    if re.sub("[ʼ'’]", "ʼ", name) in words.weekdays() and len(name) > _SHORTEST:
        stamp = Stamp(text=text, weekday=words.weekday(name))
        return Moment(start=0, end=len(text), stamp=stamp, parts=frozenset({"weekday"}))
    return read_day(line)


def may_start(line: str, start: int) -> bool:
    """True where a stamp may start at that place: at a number, the name of a month or day, a word of time."""
    return line[start : start + 1].isdigit() or bool(first_words().match(line, start))


def may_close(tail: str) -> bool:
    """True where the last word of a text may be the last of a stamp."""
    return tail[-1:].isdigit() or bool(last_words().search(tail[-30:]))


def _read(line: str, start: int) -> Moment | None:
    if not may_start(line, start):
        return None
    parts_of_stamps = rules()
    reading = _Reading(end=start)
    place = start
    while True:
        for name, pattern in parts_of_stamps:
            kind = name.partition("_")[0]
            if kind in reading.parts or (kind == "zone" and "time" not in reading.parts):
                continue
            match = pattern.match(line, place)
            if match and _take(name, match, reading):
                reading.parts.add(kind)
                reading.end = match.end()
                break
        else:
            break
        joint = JOINT.match(line, reading.end)
        place = joint.end() if joint else reading.end
    if not reading.parts & {"time", "date", "ago"}:
        return None
    _drop_loose_weekday(line, reading)
    end = reading.end
    if line.count("(", start, end) > line.count(")", start, end) and line[end : end + 1] == ")":
        end += 1
    values = dict(reading.values)
    if "time" in reading.parts:
        values.pop("ago", None)
    if "date" in reading.parts:
        values.pop("weekday", None)
    return Moment(
        start=start,
        end=end,
        stamp=Stamp(text=line[start:end], **values),  # type: ignore[arg-type]  # the rules name its fields
        parts=frozenset(reading.parts),
        style=reading.style,
        numbers=reading.numbers,
    )


def _drop_loose_weekday(line: str, reading: _Reading) -> None:
    """A weekday behind all else belongs to the text, unless the line or the stamp ends there."""
    last = reading.values.pop("weekday_at", None)
    if (
        isinstance(last, tuple)
        and last[1] == reading.end
        and not re.match(r"\s*(?:$|[:\]|)–—])", line[last[1] :])
    ):
        reading.end = last[0]
        reading.parts.discard("weekday")
        reading.values.pop("weekday", None)


def _take(name: str, match: re.Match[str], reading: _Reading) -> bool:
    """Put into the reading what a rule matched; False where the numbers can't be that."""
    groups = match.groupdict()
    kind = name.partition("_")[0]
    if kind == "weekday":
        reading.values["weekday_at"] = (_before(match), match.end())
        reading.values["weekday"] = words.weekday(groups["weekday"])
        return True
    if kind == "ago":
        seconds = sum(int(n) * _seconds(unit) for n, unit in SPAN.findall(match[0]))
        if unit := groups.get("unit"):
            count = re.sub(r"\s+", " ", groups.get("count") or "one").casefold()
            seconds = int(words.COUNTS[count] * _seconds(unit))
        reading.values["ago"] = timedelta(seconds=seconds)
        return True
    if kind == "zone":
        return _take_zone(groups, reading)
    return (_take_time if kind == "time" else _take_date)(name, groups, reading)


def _before(match: re.Match[str]) -> int:
    return len(match.string[: match.start()].rstrip(" ,"))


def _take_time(name: str, groups: dict[str, str | None], reading: _Reading) -> bool:
    hour, minute = int(groups["hour"] or 0), int(groups.get("minute") or 0)
    minute = 30 if groups.get("thirty") else minute
    half = (groups.get("half") or "").casefold()
    if half:
        afternoon = half[0] == "p" or half == "م" or half in words.AFTER_NOON
        if hour > 12:
            return (
                False if half[0] in "ap" and not afternoon else _set_time(reading, name, hour, minute, groups)
            )
        if half in words.NIGHT and hour in {12, *range(5)}:
            afternoon = False
        hour = hour % 12 + (12 if afternoon else 0)
    return _set_time(reading, name, hour, minute, groups)


def _set_time(reading: _Reading, name: str, hour: int, minute: int, groups: dict[str, str | None]) -> bool:
    second = int(groups.get("second") or 0)
    if hour > 23 or minute > 59 or second > 59:
        return False
    reading.values.update(hour=hour, minute=minute, second=second)
    reading.style = name.partition("_")[2]
    return True


def _take_date(name: str, groups: dict[str, str | None], reading: _Reading) -> bool:
    year = int(groups.get("year") or 0)
    year += 2000 if 0 < year < 100 else 0
    if name in {"date_numeric", "date_short"}:
        first, second = int(groups["first"] or 0), int(groups["second"] or 0)
        if not (0 < first < 32 and 0 < second < 32) or (first > 12 and second > 12):
            return False
        if groups["mark"] == ".":
            first, second = second, first
            if first > 12:
                return False
            reading.values.update(day=second, month=first)
        else:
            reading.numbers = (first, second)
    else:
        printed = (groups["month"] or "").casefold()
        month = int(printed) if printed.isdigit() else words.months()[printed]
        day = int(groups["day"] or 0)
        if not (0 < day < 32 and 0 < month < 13):
            return False
        reading.values.update(day=day, month=month)
    if year:
        reading.values["year"] = year
    return 1800 <= year <= 2200 if year else True


def _take_zone(groups: dict[str, str | None], reading: _Reading) -> bool:
    if groups.get("sign"):
        minutes = int(groups["hours"] or 0) * 60 + int(groups["minutes"] or 0)
        if minutes > 14 * 60:
            return False
        reading.values["offset_minutes"] = -minutes if groups["sign"] != "+" else minutes
    else:
        reading.values["zone"] = groups.get("zone") or "GMT"
    return True


def _seconds(unit: str) -> int:
    return next(value for key, value in words.SPANS.items() if re.fullmatch(key, unit, re.IGNORECASE))
