"""Which of the updates that were written before a post is.

A post is known by the savings that have it and by what it says, else by its place in the same document, else
by its locator.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sitegen.content.canonical import text_digest
from sitegen.ingest.posts import Post
from sitegen.model import Corpus, Source, Update, WrittenUpdate

NOT_OURS = "0" * 64
"""In place of a file's hash, where an import can't tell whether it wrote the file as it is."""

_Sign = Callable[[int, Post], Iterable[str]]
"""From a post and its place to ids of updates that it may be, the likeliest first."""


def find_claims(
    posts: Sequence[Post], before: Sequence[Post], corpus: Corpus, record: Source | None
) -> tuple[list[WrittenUpdate | None], list[WrittenUpdate]]:
    """For each post what was written for it before; and what was written and belongs to none.

    `before` are the posts as the recorded savings alone have them, where there are several savings: these
    were written. It is empty where there is one.
    """
    claims: list[WrittenUpdate | None] = [None] * len(posts)
    if record is None:
        return claims, []
    cut_short = {update.id: update for update in _not_recorded(corpus, record)}
    found = [_as_found(update) for update in cut_short.values()]
    written = record.written or found
    left = {one.id: one for one in written}
    spare = {one.id: one for one in found if one.id not in left}
    for sign in (
        _by_savings(before, written),
        *_by_text((*left.values(), *spare.values())),
        _by_place(posts, before, written, corpus),
        _by_moment(cut_short.values()),
    ):
        for place, post in enumerate(posts):
            if claims[place] is None:
                name = next((name for name in sign(place, post) if name in left or name in spare), "")
                claims[place] = left.pop(name, None) or spare.pop(name, None)
    return claims, list(left.values())


def _not_recorded(corpus: Corpus, record: Source) -> Iterator[Update]:
    """Updates of the source that its record does not know: an import that was cut short wrote them."""
    names = {written.id for written in record.written}
    return (update for update in corpus.updates if update.source == record.slug and update.id not in names)


def _as_found(update: Update) -> WrittenUpdate:
    digest = text_digest(update.title, update.time.isoformat(), update.authors, update.body)
    return WrittenUpdate(
        id=update.id, path=update.place.path, text_sha256=digest, file_sha256=NOT_OURS, actors=update.actors
    )


def _by_savings(before: Sequence[Post], written: Sequence[WrittenUpdate]) -> _Sign:
    """By what the savings that were imported say of it: updates of one minute may swap their texts."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(written):
        places[one.text_sha256].append(place)
    owners: dict[tuple[str, str], int] = {}
    for post in before:
        if places[post.sha256]:
            owners |= dict.fromkeys(post.parts, places[post.sha256].pop(0))
    return lambda _, post: [
        written[place].id for place in sorted({owners[part] for part in post.parts if part in owners})
    ]


def _by_text(written: Iterable[WrittenUpdate]) -> Iterator[_Sign]:
    """By what it says; by the same words in other markup; by what it said before, the newest first."""
    names: dict[str, list[str]] = defaultdict(list)
    for one in written:
        names[one.text_sha256].append(one.id)

    def known(digests: Iterable[str]) -> list[str]:
        return [name for digest in digests for name in names.get(digest, ())]

    yield lambda _, post: known((post.sha256,))
    yield lambda _, post: known(post.also)
    yield lambda _, post: known(version.text_sha256 for version in reversed(post.history))


def _by_place(
    posts: Sequence[Post], before: Sequence[Post], written: Sequence[WrittenUpdate], corpus: Corpus
) -> _Sign:
    """By its place in the one document, if that has as many as before; else by where it stands there."""
    if len(written) == len(posts) and not before:
        return lambda place, _: (written[place].id,)
    ours = {one.id for one in written}
    names: dict[str, list[str]] = defaultdict(list)
    for update in corpus.updates:
        if update.id in ours:
            names[update.locator].append(update.id)
    return lambda _, post: names.get(post.entry.locator, ())


def _by_moment(cut_short: Iterable[Update]) -> _Sign:
    names = {(update.locator, update.time): update.id for update in cut_short}
    return lambda _, post: filter(None, [names.get((post.entry.locator, post.instant.time))])
