"""Updates of different sources that seem to tell the same: found for a person to look at, never merged.

Texts are compared by their runs of three words. Two are alike where the shorter one has most of its
runs in common with the other: agency text that both carry, or a long statement that both print. What
does not count: lines that a source repeats below its updates, a short quotation in texts that are
otherwise different, texts of a few words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import TypeVar
from zlib import crc32

from sitegen.model import LikelyDuplicate

WINDOW = timedelta(hours=6)
"""The longest time between two updates that can tell the same."""

_LENGTH = 3
"""Words of a run; in scripts that put no blanks between words, twice as many letters."""

_FEWEST = 10
"""Runs that a text must have to be compared: some twelve words."""

_MOST = 0.6
"""Part of the runs of the shorter text that must be in the other one too."""

_NEARLY_ALL = 0.8
"""The same, where hardly a word of it stands outside of quotations."""

_STATEMENT = 40
"""Runs in common that are more than a line: whoever prints so many prints the whole statement."""

_STANDING = 3
"""A run that so many updates of one source have is a standing line of that source."""

_LEAD = 4
"""Runs in common from which on two updates are compared."""

_PHRASE = 30
"""Runs that more updates have are phrases of the language, and lead to no comparison."""

_LETTERS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_WORD = re.compile(rf"[{_LETTERS}]|[^\W{_LETTERS}]+")
_TARGET = re.compile(r"(?<=\])\([^()\s]*\)|<?https?://\S+")
_QUOTATION = re.compile(
    r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|「[^」]*」?|『[^』]*』?|\"[^\"\n]*\"|^[ \t]*>.*$", re.MULTILINE
)


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """An update, as far as it is compared."""

    id: str
    """Its id."""
    source: str
    """Slug of its source."""
    time: datetime
    """When it was posted."""
    own: frozenset[int]
    """Runs of words outside of quotations."""
    runs: frozenset[int]
    """All runs of words."""


def telling(*, id: str, source: str, time: datetime, title: str, body: str) -> Telling:  # noqa: A002 - as in `Update`
    """An update's title and text (Markdown) as runs of words."""
    words: list[str] = []
    quoted: list[bool] = []
    for piece, inside in _pieces(f"{title}\n{_TARGET.sub(' ', body)}"):
        found = _WORD.findall(piece.casefold())
        words += found
        quoted += [inside] * len(found)
    letters = sum(len(word) == 1 and word > "\u0e00" for word in words)
    length = 2 * _LENGTH if 2 * letters > len(words) else _LENGTH
    runs = [hash(run) for run in _windows([crc32(word.encode()) for word in words], length)]
    inside_any = map(any, _windows(quoted, length))
    own = frozenset(run for run, inside in zip(runs, inside_any, strict=True) if not inside)
    return Telling(id=id, source=source, time=time, own=own, runs=frozenset(runs))


def likely_duplicates(here: Sequence[Telling], there: Sequence[Telling]) -> Iterator[LikelyDuplicate]:
    """Pairs of an update of `here` and one of `there` that are of different sources and alike.

    Both may be the same sequence: then each pair comes once. Sorted as `here` is, then by time. The
    time that it takes grows with the number of runs, not with that of pairs.
    """
    holders = _holders(here, there)
    done: set[str] = set()
    for one in here:
        done.add(one.id)
        found = (holders[run] for run in one.runs if run in holders and len(holders[run]) <= _PHRASE)
        leads = Counter(chain.from_iterable(found))
        near = [
            other
            for other, runs in leads.items()
            if runs >= _LEAD
            and other.source != one.source
            and other.id not in done
            and _apart(one, other) <= WINDOW
        ]
        for other in sorted(near, key=lambda other: (other.time, other.id)):
            why = _alike(one, other, holders)
            if why:
                yield LikelyDuplicate(id=one.id, other=other.id, why=why)


def _holders(here: Sequence[Telling], there: Sequence[Telling]) -> dict[int, list[Telling]]:
    """Who has a run, for runs of `here` that more than one update has."""
    every = here if here is there else (*here, *there)
    wanted = frozenset(chain.from_iterable(one.runs for one in here))
    counts = Counter(run for one in every for run in one.runs if run in wanted)
    holders: dict[int, list[Telling]] = {run: [] for run, count in counts.items() if count > 1}
    for one in every:
        for run in one.runs & holders.keys():
            holders[run].append(one)
    return holders


def _alike(one: Telling, other: Telling, holders: Mapping[int, Sequence[Telling]]) -> str:
    """What the two have in common, a sentence for a person; empty where they are not alike."""
    text = {run for run in min(one.runs, other.runs, key=len) if not _standing(holders.get(run, ()))}
    if len(text) < _FEWEST:
        return ""
    shared = text & one.runs & other.runs
    words = text & min(one.own, other.own, key=len)
    part = len(shared) / len(text)
    if len(words) < _FEWEST:
        alike = part >= _NEARLY_ALL
    else:
        in_own_words = len(words & one.own & other.own) >= _MOST * len(words)
        alike = part >= _MOST and (in_own_words or len(shared) >= _STATEMENT)
    minutes = round(_apart(one, other).total_seconds() / 60)
    when = (
        f"{minutes} min {'after' if one.time > other.time else 'before'} it" if minutes else "at its minute"
    )
    return f"{part:.0%} of the shorter text stands in the other one too; posted {when}" if alike else ""


def _standing(holders: Iterable[Telling]) -> bool:
    """Whether one source has the same run in several updates."""
    return max(Counter(holder.source for holder in holders).values(), default=0) >= _STANDING


def _apart(one: Telling, other: Telling) -> timedelta:
    return abs(one.time - other.time)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is a quotation."""
    end = 0
    for quotation in _QUOTATION.finditer(text):
        yield text[end : quotation.start()], False
        yield quotation[0], True
        end = quotation.end()
    yield text[end:], False


def _windows(items: Sequence[Item], length: int) -> Iterator[tuple[Item, ...]]:
    """Each item with those that follow it, as many as `length` in all."""
    return zip(*(items[start:] for start in range(length)), strict=False)
