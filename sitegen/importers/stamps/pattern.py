"""Stamps by a pattern that a person gives: `{time}: {title}`, `{date} | {time} {author}`, `[{time}]`.

| placeholder | stands for |
|---|---|
| `{time}` | a time as printed, with its date, zone and weekday if they follow one another |
| `{date}` | a date apart from the time, in words or numbers |
| `{day}`, `{month}`, `{year}` | numbers of a date, where their order has to be told |
| `{ago}` | a relative time, like `23m ago` |
| `{zone}` | letters of a zone |
| `{author}` | who wrote it |
| `{title}` | the title, where it stands on the line |
| `{text}` | the text, where it begins on the line |
| `*` | any words, which are of no use |

All else stands for itself; any number of blanks fits any other. A pattern fits whole lines; what
follows the last placeholder may be missing where it is `{title}`, `{text}` or `{author}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.candidates import Candidate, Shape
from sitegen.importers.stamps.moment import Moment, read_day, read_moment

HOLDERS = {
    "time": r"\S.{0,80}?",
    "ago": r"\S.{0,60}?",
    "date": r"\S.{0,60}?",
    "day": r"\d{1,2}",
    "month": r"\d{1,2}",
    "year": r"\d{4}|\d\d",
    "zone": r"\(?[A-Za-z+\-:\d]{1,10}\)?",
    "author": r"\S.{0,80}?",
    "title": r"\S.*?",
    "text": r"\S.*?",
}
"""Placeholders, with what they may stand for."""

_LOOSE = ("author", "title", "text")


def problem(pattern: str) -> str:
    """What is wrong with a pattern; empty where it is right."""
    names = re.findall(r"\{([^{}]*)\}", pattern)
    unknown = [name for name in names if name not in HOLDERS]
    if unknown:
        return f"there is no placeholder {{{unknown[0]}}}"
    double = [name for name in names if names.count(name) > 1]
    if double:
        return f"{{{double[0]}}} stands in it twice"
    if "time" not in names and "ago" not in names:
        return "it has no {time} and no {ago}"
    return ""


def find(pattern: str, lines: Sequence[str]) -> Iterator[Candidate]:
    """The stamps that fit a pattern without problems."""
    regex = _compile(pattern)
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        match = regex.fullmatch(text) if len(text) < 20_000 else None
        found = _read(number, text, match) if match else None
        if found:
            yield found


def _compile(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\{\w+\}|\*|\s+)", pattern.strip())
    source: list[str] = []
    for part in parts:
        if re.fullmatch(r"\{\w+\}", part):
            source.append(f"(?P<{part[1:-1]}>{HOLDERS[part[1:-1]]})")
        elif part == "*":
            source.append(r".*?")
        elif part.isspace():
            source.append(r"\s*")
        elif part:
            source.append(re.escape(part))
    last = next((n for n in range(len(source) - 1, -1, -1) if source[n].startswith("(?P<")), 0)
    if re.match(r"\(\?P<(?:title|text|author)>", source[last]) and last == len(source) - 1:
        source[last] = f"(?:{source[last]})?"
    return re.compile("".join(source), re.IGNORECASE)


def _read(number: int, text: str, match: re.Match[str]) -> Candidate | None:
    groups = {name: value or "" for name, value in match.groupdict().items()}
    printed = groups.get("time") or groups.get("ago") or ""
    moment = read_moment(printed)
    if moment is None or moment.end < len(printed):
        return None
    stamp = _with_date(moment.stamp, groups)
    if stamp is None:
        return None
    loose = [name for name in _LOOSE if name in groups]
    first = min((match.start(name) for name in loose if groups[name]), default=len(text))
    time_at = max(match.start("time") if "time" in groups else match.start("ago"), 0)
    before = groups.get("title", "") if first < time_at else ""
    after = groups.get("text", "") or ("" if before else groups.get("title", ""))
    author = groups.get("author", "")
    rest = text
    for words in (before, after, author):
        rest = rest.replace(words, " ", 1) if words else rest
    return Candidate(
        number=number,
        shape=Shape(place="alone", lead=""),
        moment=replace(moment, stamp=stamp, numbers=None if stamp.day else moment.numbers),
        before=before,
        after=after,
        authors=tuple(part.strip() for part in re.split(r",|&|\band\b", author) if part.strip()),
        text=" ".join(rest.split()),
    )


def _with_date(stamp: Stamp, groups: dict[str, str]) -> Stamp | None:
    if groups.get("zone"):
        stamp = replace(stamp, zone=groups["zone"].strip("()"))
    if groups.get("date"):
        day: Moment | None = read_day(groups["date"])
        if day is None:
            return None
        given = day.ordered("day")
        stamp = replace(stamp, year=given.year, month=given.month, day=given.day)
    numbers = {name: int(groups[name]) for name in ("day", "month", "year") if groups.get(name)}
    if numbers.get("year", 1000) < 100:
        numbers["year"] += 2000
    if not (1 <= numbers.get("day", 1) <= 31 and 1 <= numbers.get("month", 1) <= 12):
        return None
    return replace(stamp, **numbers)  # type: ignore[arg-type]  # the numbers are named as its fields are
