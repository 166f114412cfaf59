"""Times and days that short texts of a page print, read as lines of plain text are (`importers.stamps`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.importers.html.names import names_of
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.candidates import Candidate, candidates
from sitegen.importers.stamps.moment import Moment, read_day, read_moment
from sitegen.importers.stamps.textlike import LABEL, is_loose
from sitegen.importers.stamps.words import JOIN, weekdays

LONGEST = 90
"""Characters that a stamp on its own may have."""

_WORD = re.compile(r"[^\W\d_]+")
_LAST_JOIN = re.compile(rf"[\s,|·•–-]*(?<!\w)(?:{JOIN})?[\s,|·•–-]*$", re.IGNORECASE)
_JOINS = re.compile(rf"(?<!\w)(?:{JOIN})(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^\s*(?:update|bulletin|notice|situation report|report|sitrep)\s+(?:#|no\.?\s*)?\d{1,3}\W*$"
)
"""The number of an update before its time."""

_MARKS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Characters that only say which way a text runs, or nothing."""
_SHORT_DAY = re.compile(r"(?P<name>[^\W\d_]+)[.,]?\s+(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time in a short text."""

    moment: Moment
    """What it prints."""
    before: str = ""
    """Words before it."""
    after: str = ""
    """Words behind it, without the signs that set them apart."""
    text: str = ""
    """It as it stands, with the signs around it."""
    end: int = 0
    """Where the words behind it start."""
    loose: bool = False
    """True where no sign sets it apart from them, as in running text."""
    authors: tuple[str, ...] = ()
    """Names behind it, where nothing else stands there."""


def times_in(text: str) -> list[Candidate]:
    """Times at either end of a text; four digits without a zone are a year more often than a time."""
    found = candidates((_MARKS.sub(" ", text),))
    return [one for one in found if one.moment.style != "bare" or "zone" in one.moment.parts]


def whole(text: str, times: Sequence[Candidate], *, others: int) -> Clock | None:
    """The time that all of a short text is; None where more other words than so many stand beside it.

    `times` are those in it.
    """
    for found in times:
        said = (found.shape.lead, found.before, found.after)
        rests = [_NUMBERED.sub("", _without_times(part).casefold(), count=1) for part in said]
        beside = [rest for rest in rests if not LABEL.fullmatch(rest)]
        words = len(_WORD.findall(" ".join(beside)))
        number = words > 0 and found.moment.style == "." and "Uhr" not in text  # 5.02 metres
        if words <= others and not number and not re.search(r"[£$€¥%]", " ".join(said)):
            return Clock(moment=found.moment, text=text, end=len(text), authors=found.authors)
    return None


def leading(text: str) -> Clock | None:
    """The time that a text starts with, and the words behind it."""
    head = text[: 2 * LONGEST]
    for found in times_in(head):
        if found.shape.place == "start" and not _WORD.search(found.shape.lead):
            end = head.rfind(found.after) if found.after else len(head)
            signed = bool(found.moment.parts & {"zone", "date"}) or found.moment.style in {"12", "uhr"}
            loose = is_loose(found.shape) and not signed and "Uhr" not in head[:end]
            behind = head[end + len(found.after) :] if len(text) <= 2 * LONGEST else ""
            return Clock(
                moment=found.moment,
                text=f"{head[:end].strip()} {behind.strip()}".strip(),
                end=end,
                after=(found.after + text[2 * LONGEST :]).strip(),
                loose=loose,
            )
    return None


def trailing(text: str, times: Sequence[Candidate]) -> Clock | None:
    """The time behind names that ends a short text: `by Ada Example on 3/1/2024 at 20:40`."""
    found = next((one for one in times if one.shape.place == "end"), None)
    if found is None:
        return None
    before, told = text[: found.moment.start], text[found.moment.start :]
    names = names_of(_LAST_JOIN.sub("", before))
    return Clock(moment=found.moment, text=told, before=before, authors=names) if names else None


def full(text: str) -> Stamp | None:
    """The date with a year and the time that a text of nothing else is, as tooltips have them."""
    found = whole(text, times_in(text), others=0)
    if found is None or found.moment.numbers or not {"date", "time"} <= found.moment.parts:
        return None
    return found.moment.stamp if found.moment.stamp.year else None


def day(text: str) -> Moment | None:
    """The day that a short text is: a day heading."""
    if not 3 < len(text) <= LONGEST or not re.search(r"\d", text):
        return None
    if found := read_day(_MARKS.sub(" ", text)):
        return found
    short = _SHORT_DAY.fullmatch(text.strip())
    if short and short["name"].casefold() in weekdays() and 1 <= int(short["month"]) <= 12:
        stamp = Stamp(text=text, day=int(short["day"]), month=int(short["month"]))
        return Moment(start=0, end=len(text), stamp=stamp, parts=frozenset({"date", "weekday"}))
    return None


def _without_times(text: str) -> str:
    """Words that are none of another time, nor join times."""
    rest = text
    for match in re.finditer(r"(?<!\w)\w", text):
        moment = read_moment(text, match.start())
        if moment and moment.end - moment.start > 3:
            rest = rest.replace(text[moment.start : moment.end], " ", 1)
    return _JOINS.sub(" ", rest)


def dated(stamp: Stamp, moment: Moment | None) -> Stamp:
    """A stamp with the day of another text, where it has none of its own."""
    if moment is None or stamp.day is not None or stamp.instant is not None or stamp.ago is not None:
        return stamp
    told = moment.stamp
    return replace(stamp, day=told.day, month=told.month, year=told.year)
