"""What may be a stamp on a line: a time at its start, at its end, or all of it; and its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.importers.protocol import Stamp
from sitegen.importers.stamp_line import stamp_line
from sitegen.importers.stamps.closing import closing
from sitegen.importers.stamps.moment import Moment, may_close, read_day, read_moment
from sitegen.importers.stamps.rules import SPAN

Place = Literal["alone", "start", "end", "author"]
"""Where a time stands: all of its line, before other words, behind other words, or with authors behind it."""

_LEAD = 40
"""Characters that words before a time may take: `UPDATE`, `Posted at`."""

_TAIL = 80
"""Characters at the end of a line where a time is looked for."""

_STARTS = re.compile(r"(?<![\w.,:/-])[\w]|(?<=[^\W\d_])\d|(?<=^[-.])\d")

ABOUT = frozenset(
    {"about", "around", "approximately", "approx", "approx.", "circa", "ca", "ca.", "at about", "at around"}
    | {"at approximately", "shortly after", "shortly before", "just after", "just before", "after", "before"}
    | {"gegen", "etwa", "um", "vers", "environ", "hacia", "около", "біля", "между", "між", "zwischen", "von"}
    | {"between", "from", "entre", "de"}
)
"""Words before the time of an update that is not exact."""

_BETWEEN = frozenset({"between", "from", "zwischen", "von", "entre", "de", "между", "між"})
"""Words before the first of two times."""

_AND = re.compile(r"\s*(?:and|to|und|bis|et|à|y|a|и|і|та|[-–—])\s*(?=\d)", re.IGNORECASE)
"""What stands between two times."""

_TITLE = 120
"""Characters that a line may have whose last words are a time with a date and no sign before it."""

_LEAD_IN = re.compile(
    r"(?:[|·•–—\[(,]|\s-|\t|\s{2}|(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Aa]ktualisiert|[Vv]eröffentlicht|[Pp]ublié|"
    r"[Pp]ublicado|Опубликовано|[Ss]tand)(?:\s+(?:at|on|um|à|le|am|el))?:?)\s*$"
)
"""What sets a time at the end of a line apart from the words before it."""

_POST = re.compile(r".*@\w+\)?\s*[·•]\s*")
"""The head of a post up to its time: `Name @handle · `"""

_BY = re.compile(r"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)\s+[^\W\d_a-z][^\d:;.!?]{2,60}")
"""A byline, behind which a time needs no sign: `By Ada Example11:32 p.m.`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a stamp is written, apart from its numbers."""

    place: Place
    """Where it stands in its line."""
    lead: str = ""
    """Words or signs before it, folded: `update`, `+++`, `[`."""
    style: str = ""
    """How its clock time is written."""
    close: str = ""
    """Sign behind it."""
    glued: bool = False
    """True where a capital follows it without a blank, which no sentence has."""

    def __str__(self) -> str:
        """For people: `update {time}: ...`."""
        time = {"": "{ago}", "12": "{time} am/pm"}.get(self.style, "{time}")
        lead = f"{self.lead} " if self.lead else ""
        words = {"alone": "", "start": " ...", "author": " , Name", "end": ""}[self.place]
        return f"{'... ' if self.place == 'end' else ''}{lead}{time}{self.close}{words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A time that may be a stamp."""

    number: int
    """Number of its line, from 1."""
    shape: Shape
    """How it is written."""
    moment: Moment
    """What it prints."""
    before: str = ""
    """Words before it on its line, without those of its shape."""
    after: str = ""
    """Words behind it on its line."""
    after_is: Literal["", "title", "text"] = ""
    """What a person says that those words are; empty where the document has to tell."""
    authors: tuple[str, ...] = ()
    """Authors behind it, where the line is nothing but a time and authors."""
    text: str = ""
    """All of its stamp with the signs around it, for what the report may have to list."""


def candidates(lines: Sequence[str]) -> Iterator[Candidate]:
    """Each time on each line that may be a stamp; up to two of a line."""
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if (text and re.search(r"\d", text[:_LEAD])) or re.search(r"\d", text[-_TAIL:]):
            yield from _of_line(number, text)
        elif text and len(text) < _LEAD and (moment := read_moment(text)) and moment.end == len(text):
            yield Candidate(number=number, shape=Shape(place="alone"), moment=moment, text=text)


def _of_line(number: int, text: str) -> Iterator[Candidate]:
    named = stamp_line(text)
    if named:
        stamp, authors = named
        yield Candidate(
            number=number,
            shape=Shape(place="author", style=":"),
            moment=_whole(stamp, text),
            authors=authors,
            text=stamp.text,
        )
        return
    head = _at_start(number, text)
    if head:
        yield head
        if head.shape.place == "alone" and not head.shape.lead:
            return
    tail = _at_end(number, text)
    if tail:
        yield tail


def _whole(stamp: Stamp, text: str) -> Moment:
    return Moment(start=0, end=len(text), stamp=stamp, parts=frozenset({"time"}), style=":")


def _at_start(number: int, text: str) -> Candidate | None:
    """A time before which stand no more than a few words."""
    moment = None
    for start in starts(text[:_LEAD]):
        moment = read_moment(text, start)
        if moment or text[start].isdigit():
            break
    if moment is None:
        return None
    start = moment.start
    lead = fold(text[:start])
    close = closing(text, _range(text, moment) if lead in _BETWEEN else moment)
    moment = close.moment
    if lead in ABOUT or close.about:
        moment = _inexact(moment, text[: moment.end] + close.about)
    after = text[close.end :]
    glued = close.glued and bool(after)
    if glued and not after[0].isupper():
        return None
    if len(after) < _LEAD and re.search(r"\d", after) and read_day(after):
        after, whole_line = "", True  # the day once more
    else:
        whole_line = False
    place: Place = "start" if re.search(r"\w", after) else "alone"
    plus = re.search(r"\s?\+{2,}$", after[-_LEAD:])
    whole = text if place == "alone" else text[: close.end].strip()
    if plus and lead.startswith("+"):
        after = after.removesuffix(plus[0]).rstrip()
        whole += f" {plus[0].strip()}"
    return Candidate(
        number=number,
        shape=Shape(
            place=place, lead=lead, style=moment.style[:1], close=close.mark, glued=glued and not whole_line
        ),
        moment=moment,
        after=after if place == "start" else "",
        text=whole,
    )


def _range(text: str, moment: Moment) -> Moment:
    """`3:20 and 3:40 p.m.` is the first of the two times, with the half of the day that the second prints."""
    between = _AND.match(text, moment.end)
    until = read_moment(text, between.end()) if between else None
    if until is None or until.parts != {"time"}:
        return moment
    first = read_moment(f"{moment.stamp.text} {text[until.start : until.end].lstrip('0123456789:.')}")
    stamp = (first or moment).stamp
    return replace(until, start=moment.start, stamp=replace(stamp, text=text[moment.start : until.end]))


def _inexact(moment: Moment, printed: str) -> Moment:
    return replace(moment, stamp=replace(moment.stamp, instant_basis=f"printed as '{printed}'"))


def _at_end(number: int, text: str) -> Candidate | None:
    """A time that ends a line, with words before it."""
    end = len(text.rstrip("])+| \t\u00a0"))
    first = max(1, len(text) - _TAIL)
    if not _may_end(text[first:end]):
        return None
    for start in starts(text, first):
        moment = _span(text, start) if _POST.fullmatch(text[:start]) else read_moment(text, start)
        near = max(0, start - _LEAD)
        lead = _LEAD_IN.search(text[near:start])
        if moment and moment.end >= end and _apart(text, start, moment, signed=bool(lead)):
            break
    else:
        return None
    cut = near + lead.start() if lead else start
    if not re.search(r"\w", text[:cut]):
        return None
    return Candidate(
        number=number,
        shape=Shape(place="end", lead=fold(lead[0]) if lead else "", style=moment.style[:1]),
        moment=moment,
        before=text[:cut].rstrip(),
        text=text[cut:].strip(),
    )


def _span(text: str, start: int) -> Moment | None:
    """`2h` and `45m` behind a handle, where they are spans and no clock times."""
    if not SPAN.fullmatch(text, start):
        return read_moment(text, start)
    moment = read_moment(f"{text[start:]} ago")
    return moment and replace(
        moment, start=start, end=len(text), stamp=replace(moment.stamp, text=text[start:])
    )


def _apart(text: str, start: int, moment: Moment, *, signed: bool) -> bool:
    """True where a time that ends a line is none of its words: behind a sign or a name, or with a date."""
    dated = {"date", "time"} <= moment.parts and len(text) <= _TITLE
    return signed or dated or bool(_BY.fullmatch(text[:start].rstrip()))


def _may_end(tail: str) -> bool:
    return bool(re.search(r"\d", tail[-40:])) and may_close(tail)


def starts(text: str, first: int = 0) -> Iterator[int]:
    """Places of a line where a time may start: the starts of its words."""
    for match in _STARTS.finditer(text, first):
        yield match.start()


def fold(lead: str) -> str:
    """The words before a time, so that spellings of them are the same."""
    words = " ".join(lead.casefold().split()).rstrip(" :,")
    return re.sub(r"[–—−]", "–", words)
