"""Updates that a page shows twice: pinned to the top, and once more in their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from sitegen.importers.html.entry import Part
from sitegen.importers.html.words import same_words

PINNED = "the same update once more, where it is pinned"


def without_repeats(parts: Sequence[Part]) -> list[Part]:
    """Each update once, where it stands last; what stands above it too was pinned there."""
    keys = [_same(part) for part in parts]
    last = {key: number for number, key in enumerate(keys)}
    told: dict[Hashable, list[tuple[str, str]]] = defaultdict(list)
    for number, (part, key) in enumerate(zip(parts, keys, strict=True)):
        if last[key] != number:
            told[key] += _told(part)
    return [
        replace(part, pinned=True, left_out=(*part.left_out, *told[key])) if key in told else part
        for number, (part, key) in enumerate(zip(parts, keys, strict=True))
        if last[key] == number
    ]


def _same(part: Part) -> Hashable:
    """What two showings of one update have in common. Without a time or a text none is like another."""
    time = part.stamp and (part.stamp.instant or replace(part.stamp, text=""))
    said = same_words(part.text)
    return (time, same_words(part.title), said) if time and said else id(part)


def _told(part: Part) -> tuple[tuple[str, str], ...]:
    """All words of a repeat, and why they are left out."""
    stamp = part.stamp.text if part.stamp else ""
    words = " ".join([stamp, part.title, " and ".join(part.authors), part.text])
    return (" ".join(words.split()), PINNED), *part.left_out
