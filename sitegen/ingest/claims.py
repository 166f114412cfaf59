"""Which of the updates that were written before a post is.

A post is known by what it says, else by its place in the same document, else by its locator.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sitegen.content.canonical import text_digest
from sitegen.ingest.posts import Post
from sitegen.model import Corpus, Source, Update, WrittenUpdate

NOT_OURS = "0" * 64
"""In place of a file's hash, where an import can't tell whether it wrote the file as it is."""


def find_claims(
    posts: Sequence[Post], corpus: Corpus, record: Source | None, *, several: bool
) -> tuple[list[WrittenUpdate | None], list[WrittenUpdate]]:
    """For each post what was written for it before; and what was written and belongs to none.

    `several` is true where the posts are of more than one saving: then places tell nothing.
    """
    if record is None:
        return [None] * len(posts), []
    cut_short = {update.id: update for update in _not_recorded(corpus, record)}
    found = [_as_found(update) for update in cut_short.values()]
    before = record.written or found
    claims = _by_text(posts, (*before, *found))
    claimed = {claim.id for claim in claims if claim}
    left = {written.id: written for written in before if written.id not in claimed}
    spare = {written.id: written for written in found if written.id not in claimed | left.keys()}
    locators = {update.id: update.locator for update in corpus.updates}
    by_locator = {locators[name]: name for name in left if name in locators}
    by_moment = {(cut_short[name].locator, cut_short[name].time): name for name in spare}
    in_place = len(before) == len(posts) and not several
    for place, post in enumerate(posts):
        if claims[place] is None:
            locator = post.entry.locator
            name = before[place].id if in_place else by_locator.get(locator, "")
            other = by_moment.get((locator, post.instant.time), "")
            claims[place] = left.pop(name, None) or spare.pop(other, None)
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


def _by_text(posts: Sequence[Post], before: Iterable[WrittenUpdate]) -> list[WrittenUpdate | None]:
    """By what a post says; by the same words in other markup; by what it said before, the newest first."""
    known: dict[str, WrittenUpdate] = {}
    for written in before:
        known.setdefault(written.text_sha256, written)
    return [
        next(
            (
                known[digest]
                for digest in (
                    post.sha256,
                    *post.also,
                    *(version.text_sha256 for version in reversed(post.history)),
                )
                if digest in known
            ),
            None,
        )
        for post in posts
    ]
