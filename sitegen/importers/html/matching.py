"""Which update of the page is which in data for machines: by id, then time and title, then text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sitegen.importers.html.entry import Part
from sitegen.importers.html.moments import stamp_of
from sitegen.importers.html.structured import Posting
from sitegen.importers.html.words import plain_line, same_words
from sitegen.importers.protocol import Stamp

_START = 80
"""Letters of a text that tell it from others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What tells an update from others."""

    keys: frozenset[str]
    minute: datetime | None
    title: str
    text: str


_WAYS: tuple[tuple[str, Callable[[_Told], Iterator[Hashable]]], ...] = (
    ("id", lambda one: iter(one.keys)),
    ("time and title", lambda one: iter([(one.minute, one.title)] if one.minute and one.title else [])),
    ("title", lambda one: filter(None, [one.title])),
    ("text", lambda one: _starts(one.text)),
    ("time", lambda one: filter(None, [one.minute])),
)


def match(
    parts: Sequence[Part | Posting], postings: Sequence[Posting]
) -> tuple[dict[int, int], dict[str, int]]:
    """For each part the place of its posting, each used once; and how many were found by what.

    A key that several have on one side tells nothing.
    """
    ours, theirs = [_told(part) for part in parts], [_told(posting) for posting in postings]
    left_parts, left_postings = set(range(len(parts))), set(range(len(postings)))
    pairs: dict[int, int] = {}
    counts: dict[str, int] = {}
    for name, keys in _WAYS:
        here, there = _unique(left_parts, ours, keys), _unique(left_postings, theirs, keys)
        for key, part in here.items():
            posting = there.get(key)
            if posting is None or part in pairs or posting not in left_postings:
                continue
            pairs[part] = posting
            left_parts.discard(part)
            left_postings.discard(posting)
            counts[name] = counts.get(name, 0) + 1
    return pairs, counts


def _told(one: Part | Posting) -> _Told:
    if isinstance(one, Posting):
        stamp, title, text = stamp_of(one.published, ""), one.headline, plain_line(one.body)
    else:
        stamp, title, text = one.stamp, one.title, one.text
    return _Told(keys=one.keys, minute=_minute(stamp), title=same_words(title), text=same_words(text))


def _unique(
    places: set[int], told: Sequence[_Told], keys: Callable[[_Told], Iterator[Hashable]]
) -> dict[Hashable, int]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(places):
        for key in set(keys(told[place])):
            found[key].append(place)
    return {key: owners[0] for key, owners in found.items() if len(owners) == 1}


def _starts(text: str) -> Iterator[str]:
    if len(text) >= _START:
        yield text[:_START]


def _minute(stamp: Stamp | None) -> datetime | None:
    if stamp is None or stamp.instant is None:
        return None
    return stamp.instant.astimezone(UTC).replace(second=0)
