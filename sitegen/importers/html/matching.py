"""Which update of the page is which in JSON-LD: by id or fragment, then time and title, then text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import UTC, datetime

from sitegen.importers.html.entry import Part
from sitegen.importers.html.moments import stamp_of
from sitegen.importers.html.structured import Posting
from sitegen.importers.html.words import plain_line, same_words
from sitegen.importers.protocol import Stamp

_START = 80
"""Letters of a text that tell it from others."""


def match(parts: Sequence[Part], postings: Sequence[Posting]) -> tuple[dict[int, int], dict[str, int]]:
    """For each part the place of its posting, each used once; and how many were found by what.

    A key that several have on one side tells nothing.
    """
    left_parts, left_postings = set(range(len(parts))), set(range(len(postings)))
    pairs: dict[int, int] = {}
    counts: dict[str, int] = {}
    texts = [same_words(part.text) for part in parts]
    bodies = [same_words(plain_line(posting.body)) for posting in postings]
    times = [_minute(part.stamp) for part in parts]
    published = [_minute(stamp_of(posting.published, "")) for posting in postings]
    titles = [same_words(part.title) for part in parts]
    headlines = [same_words(posting.headline) for posting in postings]

    def both(first: Hashable, second: Hashable) -> Iterator[Hashable]:
        if first and second:
            yield (first, second)

    ways: tuple[tuple[str, Callable[[int], Iterator[Hashable]], Callable[[int], Iterator[Hashable]]], ...] = (
        ("id", lambda n: iter(parts[n].keys), lambda n: iter(postings[n].keys)),
        ("time and title", lambda n: both(times[n], titles[n]), lambda n: both(published[n], headlines[n])),
        ("title", lambda n: filter(None, [titles[n]]), lambda n: filter(None, [headlines[n]])),
        ("text", lambda n: _starts(texts[n]), lambda n: _starts(bodies[n])),
        ("time", lambda n: filter(None, [times[n]]), lambda n: filter(None, [published[n]])),
    )
    for name, of_part, of_posting in ways:
        here = _unique(left_parts, of_part)
        there = _unique(left_postings, of_posting)
        for key, part in here.items():
            posting = there.get(key)
            if posting is None or part in pairs or posting not in left_postings:
                continue
            pairs[part] = posting
            left_parts.discard(part)
            left_postings.discard(posting)
            counts[name] = counts.get(name, 0) + 1
    return pairs, counts


def _unique(places: set[int], keys: Callable[[int], Iterator[Hashable]]) -> dict[Hashable, int]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(places):
        for key in set(keys(place)):
            found[key].append(place)
    return {key: owners[0] for key, owners in found.items() if len(owners) == 1}


def _starts(text: str) -> Iterator[str]:
    if len(text) >= _START:
        yield text[:_START]


def _minute(stamp: Stamp | None) -> datetime | None:
    if stamp is None or stamp.instant is None:
        return None
    return stamp.instant.astimezone(UTC).replace(second=0)
