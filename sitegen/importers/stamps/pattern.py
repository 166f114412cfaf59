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
from sitegen.importers.stamp_line import JOIN
from sitegen.importers.stamps.candidates import Candidate, Shape, starts
from sitegen.importers.stamps.moment import Moment, read_day, read_moment

HOLDERS = {
    "time": "",
    "ago": "",
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

_LEAD = 300
"""Characters that may stand before the time."""

_LONGEST = 20_000
"""Characters of a line that a pattern is tried on."""


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
    before, _, after = re.split(r"(\{(?:time|ago)\})", pattern.strip(), maxsplit=1)
    head, tail = _compile(before, last=False), _compile(after, last=True)
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if len(text) < _LONGEST and (found := _fit(number, text, head, tail)):
            yield found


def _compile(pattern: str, *, last: bool) -> re.Pattern[str]:
    """Half of a pattern; `last` is the half whose last placeholder may stand for nothing."""
    source: list[str] = []
    for part in filter(None, re.split(r"(\{\w+\}|\*|\s+)", pattern)):
        if part.startswith("{"):
            source.append(f"(?P<{part[1:-1]}>{HOLDERS[part[1:-1]]})")
        elif part == "*":
            source.append(r".*?")
        else:
            source.append(r"\s*" if part.isspace() else re.escape(part))
    if last and source and re.match(r"\(\?P<(?:title|text|author)>", source[-1]):
        source[-1] = f"(?:{source[-1]})?"
    return re.compile("".join(source), re.IGNORECASE)


def _fit(number: int, text: str, head: re.Pattern[str], tail: re.Pattern[str]) -> Candidate | None:
    """The stamp of a line, if it fits: the time is read at each place where the words before it fit."""
    for start in starts(text[:_LEAD]):
        first = head.fullmatch(text[:start])
        moment = read_moment(text, start) if first else None
        if first is None or moment is None:
            continue
        for end in range(moment.end, start, -1):
            shorter = moment if end == moment.end else read_moment(text[:end], start)
            last = tail.fullmatch(text[end:]) if shorter and shorter.end == end else None
            if shorter and last:
                groups = {**first.groupdict(), **last.groupdict()}
                return _candidate(number, text, shorter, {k: v or "" for k, v in groups.items()}, start)
    return None


def _candidate(
    number: int, text: str, moment: Moment, groups: dict[str, str], start: int
) -> Candidate | None:
    stamp = _with_date(moment.stamp, groups)
    if stamp is None:
        return None
    title, author = groups.get("title", ""), groups.get("author", "")
    ahead = bool(title) and title in text[:start]
    after = groups.get("text", "") or ("" if ahead else title)
    rest = text
    for words in (title, groups.get("text", ""), author):
        rest = rest.replace(words, " ", 1) if words else rest
    return Candidate(
        number=number,
        shape=Shape(place="start" if after else "alone"),
        moment=replace(moment, stamp=stamp, numbers=None if stamp.day else moment.numbers),
        before=title if ahead else "",
        after=after,
        after_is="text" if groups.get("text") else "title" if after else "",
        authors=tuple(part.strip() for part in JOIN.split(author) if part.strip()),
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
