"""Entries of a document with their instants, and the update files that they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen import markup
from sitegen.actors import Told
from sitegen.content.canonical import text_digest, update_text
from sitegen.importers.protocol import Entry
from sitegen.instants import Instant
from sitegen.model import LeftOut, Place, Update, Version

_FIRST_WORDS = 8
"""Words of a text that make the name of its file where there is no title."""

TWICE = "the document has this update twice, word for word and at the same time; kept once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One entry, dated."""

    entry: Entry
    """As it stands in the document."""
    instant: Instant
    """When it was posted."""
    text: str
    """Its body as a reader sees it."""
    sha256: str
    """Digest of what it says."""
    history: tuple[Version, ...] = ()
    """What earlier savings of the document say."""
    also: tuple[str, ...] = ()
    """Digests under which other savings have the same words, with other marks or addresses of pictures."""
    parts: frozenset[tuple[str, str]] = frozenset()
    """Where savings were folded: the hash of each that has it, with the digest of what it says there."""

    @property
    def key(self) -> str:
        """What tells it from others of the same source: its own id, or a digest of its oldest text."""
        return self.entry.native_id or (self.history[0].text_sha256 if self.history else self.sha256)

    @property
    def words(self) -> str:
        """What its file is named after: the oldest that is known of it, so that the name stays."""
        if self.history:
            first = self.history[0]
            return first.title or " ".join(markup.parse(first.body).text.split()[:_FIRST_WORDS])
        return self.entry.title or " ".join(self.text.split()[:_FIRST_WORDS])


def beginning(entry: Entry) -> str:
    """What tells a reader which entry is meant: its title, else the first words of its text."""
    return entry.title or " ".join(markup.parse(entry.body).text.split()[:_FIRST_WORDS])


def posts_of(
    entries: Sequence[Entry], instants: Sequence[Instant], *, newest_first: bool = False
) -> tuple[list[Post], list[LeftOut]]:
    """The entries in page order, and those that only repeat an older one, as a page does that grows."""
    posts: dict[str, Post] = {}
    repeated: list[LeftOut] = []
    step = -1 if newest_first else 1
    for entry, instant in list(zip(entries, instants, strict=True))[::step]:
        digest = text_digest(entry.title, instant.time.isoformat(), entry.authors, entry.body)
        text = markup.parse(entry.body).text
        if digest in posts:
            posts[digest] = replace(posts[digest], entry=flagged(posts[digest].entry, entry))
            words = "\n".join(
                filter(None, (entry.title, entry.stamp.text if entry.stamp else "", *entry.authors, text))
            )
            repeated.append(LeftOut(locator=entry.locator, text=words, reason=TWICE))
        else:
            posts[digest] = Post(entry=entry, instant=instant, text=text, sha256=digest)
    return list(posts.values())[::step], repeated[::step]


def flagged(entry: Entry, other: Entry) -> Entry:
    """The entry with the marks of another one, which is the same update."""
    return replace(
        entry,
        key_event=entry.key_event or other.key_event,
        pinned=entry.pinned or other.pinned,
        summary=entry.summary or other.summary,
    )


def with_body(post: Post, body: str) -> Post:
    """The post with other Markdown for the same words."""
    entry, time = post.entry, post.instant.time.isoformat()
    digest = text_digest(entry.title, time, entry.authors, body)
    if digest == post.sha256:
        return post
    text, also = markup.parse(body).text, (*post.also, post.sha256)
    return replace(post, entry=replace(entry, body=body), text=text, sha256=digest, also=also)


def told_by(post: Post) -> Told:
    """A post as its actors are looked for."""
    return Told(title=post.entry.title, text=post.text, time=post.instant.time)


def update_file(post: Post, *, update: str, timeline: str, source: str, actors: tuple[str, ...]) -> bytes:
    """The file of an update, wherever it stands."""
    return update_text(
        Update(
            id=update,
            timeline=timeline,
            day=f"{post.instant.time:%Y-%m-%d}",
            slug=update,
            title=post.entry.title,
            time=post.instant.time,
            time_basis=post.instant.basis,
            authors=post.entry.authors,
            source=source,
            locator=post.entry.locator,
            actors=actors,
            body=post.entry.body,
            key_event=post.entry.key_event,
            pinned=post.entry.pinned,
            summary=post.entry.summary,
            empty=post.entry.empty,
            history=post.history,
            place=Place(path=""),
        )
    ).encode()
