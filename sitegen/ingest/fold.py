"""Several savings of one document to one list of posts: the newest text of each, the earlier ones as history.

The result depends on the savings alone, not on the order in which they were imported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sitegen.importers.protocol import Document
from sitegen.ingest.carried import with_pictures
from sitegen.ingest.media import NO_PICTURES, Kept
from sitegen.ingest.posts import Post, flagged, with_body
from sitegen.ingest.request import Facts
from sitegen.model import Capture, LeftOut, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One saving, read and dated."""

    capture: Capture
    """The file."""
    recorded: bool
    """True where the archive had it before this import."""
    document: Document
    """What stands in it."""
    given: Facts
    """What a person says of it."""
    clock: str
    """The zone of its own clock; empty where a person had to name one."""
    posts: tuple[Post, ...]
    """Its updates, in page order."""
    inferred: tuple[str, ...] = ()
    """What was concluded from it."""
    left_out: tuple[LeftOut, ...] = ()
    """What is in no update and not in the header."""
    kept: Kept = NO_PICTURES
    """Its pictures, where they are kept."""

    @property
    def oldest_first(self) -> list[Post]:
        """Its updates by time; those of one minute as they came."""
        return sorted(
            self.posts[:: -1 if self.document.newest_first else 1], key=lambda post: post.instant.time
        )

    @property
    def rank(self) -> tuple[datetime, str]:
        """When it was saved, or last changed, or its newest update; then its hash."""
        newest = max(post.instant.time for post in self.posts)
        return self.capture.captured or self.document.changed or newest, self.capture.sha256


def fold(layers: Sequence[Layer]) -> list[Post]:
    """The posts of all savings, the oldest first; `layers` are sorted by rank.

    Posts of one minute stand in the order in which the savings brought them.
    """
    merged: list[tuple[Post, Layer]] = []
    for layer in layers:
        posts = [
            replace(post, parts=frozenset({(layer.capture.sha256, post.sha256)}))
            for post in layer.oldest_first
        ]
        pairs = _pairs([post for post, _ in merged], posts)
        for new, post in enumerate(posts):
            old = pairs.get(new)
            if old is None:
                merged.append((post, layer))
            else:
                merged[old] = _later(*merged[old], post, layer)
    return sorted((post for post, _ in merged), key=lambda post: post.instant.time)


def _later(old: Post, of_old: Layer, new: Post, of_new: Layer) -> tuple[Post, Layer]:
    """The newer text with the older one as history; where only the markup differs, the richer of the two."""
    parts = old.parts | new.parts
    if _words(old) == _words(new) and old.instant.time == new.instant.time:
        best, other, layer = (old, new, of_old) if _richness(old) > _richness(new) else (new, old, of_new)
        shown = _showing(best, other)
        entry = replace(
            flagged(new.entry, old.entry),
            title=best.entry.title,
            body=shown.entry.body,
            authors=best.entry.authors,
        )
        also = (*old.also, *new.also, old.sha256, new.sha256)
        return replace(shown, entry=entry, history=old.history, also=also, parts=parts), layer
    before = Version(
        sha256=of_old.capture.sha256,
        captured=of_old.capture.captured,
        time=old.instant.time,
        title=old.entry.title,
        authors=old.entry.authors,
        text_sha256=old.sha256,
        body=old.entry.body,
    )
    shown = _showing(new, old)
    return replace(
        shown,
        entry=flagged(shown.entry, old.entry),
        history=(*old.history, before),
        also=(*old.also, *shown.also),
        parts=parts,
    ), of_new


def _showing(post: Post, other: Post) -> Post:
    return with_body(post, with_pictures(post.entry.body, other.entry.body))


def _words(post: Post) -> tuple[str, str]:
    return " ".join(post.entry.title.split()), "".join(re.findall(r"\w+", post.text))


def _richness(post: Post) -> tuple[int, int, int]:
    return len(post.entry.authors), post.entry.body.count("\n\n"), len(post.entry.body)


def _pairs(old: Sequence[Post], new: Sequence[Post]) -> dict[int, int]:
    """For each new post the place of the old one that it is; by the surest sign that both have alone."""
    pairs: dict[int, int] = {}
    left_old, left_new = set(range(len(old))), set(range(len(new)))
    ids_agree = bool({key for post in old for key in _id(post)} & {key for post in new for key in _id(post)})
    for sign in _SIGNS:
        here, there = _alone(old, left_old, sign), _alone(new, left_new, sign)
        for key, place in there.items():
            other = here.get(key)
            if other is None or place not in left_new or other not in left_old:
                continue
            one, two = old[other].entry.native_id, new[place].entry.native_id
            if (ids_agree and one and two and one != two) or (
                sign is _title and not _akin(old[other], new[place])
            ):
                continue
            pairs[place] = other
            left_new.discard(place)
            left_old.discard(other)
    return pairs


def _akin(one: Post, other: Post) -> bool:
    """Whether half of the words of the shorter text stand in the other one: headlines come again."""
    words = [set(re.findall(r"\w+", post.text.casefold())) for post in (one, other)]
    shorter = min(map(len, words))
    return 0 < shorter <= 2 * len(words[0] & words[1])


def _alone(
    posts: Sequence[Post], left: set[int], sign: Callable[[Post], Iterator[Hashable]]
) -> dict[Hashable, int]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(left):
        for key in sign(posts[place]):
            found[key].append(place)
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _id(post: Post) -> Iterator[Hashable]:
    if post.entry.native_id:
        yield post.entry.native_id


def _text(post: Post) -> Iterator[Hashable]:
    yield post.sha256


def _time_and_title(post: Post) -> Iterator[Hashable]:
    if post.entry.title:
        yield post.instant.time, post.entry.title.casefold()


def _body(post: Post) -> Iterator[Hashable]:
    if len(post.text) > 40:
        yield "".join(re.findall(r"\w+", post.text))


def _title(post: Post) -> Iterator[Hashable]:
    if len(post.entry.title.split()) > 3:
        yield post.entry.title.casefold()


def _time(post: Post) -> Iterator[Hashable]:
    yield post.instant.time


_SIGNS = (_id, _text, _time_and_title, _body, _title, _time)
"""The surest first. Two posts at one moment of one source are the same, changed, where both stand alone.

Ids of the source count for more than all else where the savings have some in common.
"""
