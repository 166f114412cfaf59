"""Times and days as pages print them, in short texts only: a clock time in running text is no stamp."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from babel import Locale, UnknownLocaleError

from sitegen.importers.protocol import Stamp

LONGEST = 70
"""Characters that a stamp on its own may have."""

_CLOCK = re.compile(
    r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?P<sep>[:.h])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|\.\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|\s*(?P<half2>[ap]\.?\s?m\b\.?))"
    r"(?P<uhr>\s*(?:Uhr|hrs?|Hrs?)\b)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"\b(?:GMT|UTC)\s*(?P<sign>[+\-−])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\b|(?<=\d)(?P<plain>[+-]\d\d:?\d\d)\b"
)
_ZONE = re.compile(
    r"\b(?:[A-Z]{1,3}ST|[A-Z]{1,3}DT|GMT|UTC|CET|CEST|EET|EEST|WET|WEST|MSK|HKT|JST|KST|SGT|AEST|AEDT|ET|PT|CT|MT|Z)\b"
)
_AGO = re.compile(
    r"\b(?:vor\s+)?(?P<number>\d{1,3})\s*(?P<unit>s|sec|m|min|h|hr|d)(?:[a-zäöü]*)\.?\s*(?:ago\b)?",
    re.IGNORECASE,
)
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as printed."""

    day: int
    month: int | None = None
    year: int | None = None


def whole(text: str, language: str, *, others: int = 1) -> Stamp | None:
    """The stamp that a short text is; None where it says more than a time and so many other words."""
    text = _folded(text)
    if not 2 < len(text) <= LONGEST or not re.search(r"\d", text):
        return None
    clock = _CLOCK.search(text)
    if not clock:
        return _relative(text)
    found, rest = _read(text, clock, language)
    alone = len(rest) <= 40 and len(_left(rest, language)) <= others and not re.search(r"[£$€¥%]", rest)
    return found if found and alone else None


def leading(text: str, language: str) -> tuple[Stamp, int] | None:
    """The stamp that a text starts with, and where the text goes on."""
    head = re.match(r"[\s\[(|]*", text)
    start = head.end() if head else 0
    window = _folded(text[: start + LONGEST])
    clock = _CLOCK.search(window, start)
    if not clock:
        return None
    before = window[start : clock.start()]
    if _left(_without_day(before, language), language) or len(before) > 40:
        return None
    end = clock.end()
    if zone := re.compile(r"[\s(]*(?:" + _ZONE.pattern + r"|" + _OFFSET.pattern + r")\)?").match(window, end):
        end = zone.end()
    sign = re.compile(r"\s*[\])]?\s*(?:[:|–—-]+|,)?\s*").match(window, end)
    end = sign.end() if sign else end
    separated = end > clock.end() or clock["uhr"] or clock["half"] or end == len(window)
    dotted = clock["sep"] == "." and not (clock["uhr"] or clock["half"] or before)
    if not separated or (dotted and re.match(r"[a-zäöü%€$]", window[end:])):
        return None
    found, _ = _read(window[:end], clock, language)
    return (replace(found, text=text[:end].strip()), end) if found else None


def day_of(text: str, language: str) -> Day | None:
    """The day that a short text is: a day heading."""
    text = _folded(text)
    if not 3 < len(text) <= LONGEST or _CLOCK.search(re.sub(r"\d{1,2}\.\s?\d{1,2}\.", "", text)):
        return None
    found = _day(text, language)
    return found[0] if found and not _left(text.replace(found[1], " "), language) else None


def _read(text: str, clock: re.Match[str], language: str) -> tuple[Stamp | None, str]:
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = (clock["half"] or clock["half2"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None, text
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    rest = f"{text[: clock.start()]} {text[clock.end() :]}"
    offset, zone = None, ""
    if found := _OFFSET.search(rest):
        offset = _offset(found)
        rest = rest.replace(found.group(), " ")
    elif named := _ZONE.search(rest):
        zone = named.group()
        offset = 0 if zone in ("GMT", "UTC", "Z") else None
        rest = rest.replace(zone, " ")
    # The same moment printed for another zone says nothing new.
    rest = _CLOCK.sub(" ", rest) if zone else rest
    stamp = Stamp(
        text=text.strip(), hour=hour, minute=minute, second=int(clock["second"] or 0), offset_minutes=offset,
        zone="" if offset is not None else zone,
    )  # fmt: skip
    if date := _day(rest, language):
        stamp = replace(stamp, day=date[0].day, month=date[0].month, year=date[0].year)
        rest = rest.replace(date[1], " ")
    return stamp, rest


def _offset(found: re.Match[str]) -> int:
    if plain := found["plain"]:
        digits = plain[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return -minutes if plain[0] == "-" else minutes
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    return minutes if found["sign"] == "+" else -minutes


def _relative(text: str) -> Stamp | None:
    found = _AGO.search(text)
    if not found or not re.search(r"\bago\b|^vor\s", text, re.IGNORECASE) or len(text) > 30:
        return None
    seconds = int(found["number"]) * _UNITS[found["unit"][0].lower()]
    return Stamp(text=text, ago=timedelta(seconds=seconds))


def _day(text: str, language: str) -> tuple[Day, str] | None:
    for pattern in _patterns(language):
        for found in pattern.finditer(text):
            groups = found.groupdict()
            name = (groups.get("name") or "").casefold().rstrip(".")
            month = _months(language).get(name) if name else int(groups["month"])
            day, year = int(groups["day"]), int(groups["year"]) if groups.get("year") else None
            if "/" in found.group():
                if day <= 12 and month and month <= 12 and day != month:
                    continue  # a day or a month: nobody can tell
                if month and month > 12:
                    day, month = month, day
            if month and 1 <= month <= 12 and 1 <= day <= 31:
                return Day(day=day, month=month, year=year), found.group()
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    name = rf"(?P<name>{names})\.?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
            r"(?:(?P<year>\d{4})\s*[年년]\s*)?(?P<month>\d{1,2})\s*[月월]\s*(?P<day>\d{1,2})\s*[日일]",
            r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}))?(?!\d)",
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?{name}(?:,?\s+(?:de\s+)?(?P<year>\d{{4}}))?(?!\w)",
            rf"\b{name}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?(?![\d:.]\d|\d)",
            r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)",
        )
    )


@cache
def _months(language: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    if not name.isdigit():
                        found.setdefault(name.casefold().rstrip("."), number)
    return found | {"sept": 9}


@cache
def _silent(language: str) -> frozenset[str]:
    """Words that may stand beside a time and say nothing else: names of days, `published at`."""
    days = {
        name.casefold().rstrip(".")
        for locale in _locales(language)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated", "short")
        for name in locale.days[context][width].values()
    }
    return frozenset(
        days | {"at", "on", "published", "posted", "updated", "um", "am", "uhr", "à", "le", "a", "las"}
    )


def _locales(language: str) -> list[Locale]:
    found = [Locale("en")]
    try:
        found.append(Locale.parse(language.partition("-")[0] or "en"))
    except (UnknownLocaleError, ValueError):
        return found
    return found


def _without_day(text: str, language: str) -> str:
    found = _day(text, language)
    return text.replace(found[1], " ") if found else text


def _left(text: str, language: str) -> list[str]:
    """Words that are no part of a time."""
    return [word for word in _WORDS.findall(text) if word.casefold() not in _silent(language)]


def _folded(text: str) -> str:
    """One blank for each white space, so that places stay."""
    return re.sub(r"\s", " ", text)
