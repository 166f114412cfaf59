"""Which source of the archive a document is a saving of: by bytes, by address, by updates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from sitegen import markup
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.ingest.posts import Post
from sitegen.model import Corpus, Source, Update

_ARCHIVED = re.compile(r"^https?://(?:web\.archive\.org/web|archive\.[a-z]+)/\d{8,14}[a-z_]*/", re.IGNORECASE)
_TRACKING = re.compile(r"utm_|fbclid|gclid|ref$|ref_|cmp$|page$|filter", re.IGNORECASE)
_NAMED = 20
"""Most sources that are named to choose from."""

_FEWEST = 3
"""Updates that two savings must have in common where their addresses differ."""


NEW = "new"
"""What stands for a source of its own, where a person says which source a document is a saving of."""


def by_bytes(corpus: Corpus, timeline: str, digest: str) -> Source | None:
    """The record of an earlier import of the same bytes; where the timeline is not said, of the only one."""
    found = of_bytes(corpus, timeline, digest)
    return found[0] if len(found) == 1 else None


def of_bytes(corpus: Corpus, timeline: str, digest: str) -> list[Source]:
    """Records of earlier imports of the same bytes, in that timeline or, where none is said, in all."""
    return [
        source
        for source in _of(corpus, timeline)
        if digest in (source.sha256, *(capture.sha256 for capture in source.captures))
    ]


def by_name(corpus: Corpus, timeline: str, slug: str) -> Source:
    """The record that a person names. Raises ContentError."""
    there = {source.slug: source for source in _of(corpus, timeline)}
    if slug in there:
        return there[slug]
    names = ", ".join([NEW, *there][:_NAMED])
    what = f"there is no source '{slug}' " + (f"in the timeline {timeline}" if timeline else "in the archive")
    raise ContentError(
        [Diagnostic(code="no-such-source", path="--source", what=what, mend=f"write one of: {names}")]
    )


def by_address(corpus: Corpus, timeline: str, url: str) -> Source | None:
    """The record of the same page, saved at another time."""
    wanted = page_of(url)
    found = [source for source in _of(corpus, timeline) if wanted and page_of(source.url) == wanted]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """A source that tells what a document tells."""

    source: Source
    """Its record."""
    updates: int
    """Updates of the document that it has too: of the same moment, with the same title or text."""


def by_publisher(common: Sequence[Common], publisher: str) -> Source | None:
    """The record of the same publisher that has most of the updates."""
    same = (one.source for one in common)
    return next((source for source in same if source.publisher.casefold() == publisher.casefold()), None)


def in_common(corpus: Corpus, timeline: str, posts: Sequence[Post]) -> Iterator[Common]:
    """Sources that half of the updates of the smaller document stand in.

    There an update of the same moment has the same title or, word for word, the same text.
    """
    moments = {post.instant.time for post in posts}
    there = Counter(update.source for update in corpus.updates if update.timeline == timeline)
    near: dict[str, list[Update]] = {}
    for update in corpus.updates:
        if update.timeline == timeline and update.time in moments:
            near.setdefault(update.source, []).append(update)
    for source in _of(corpus, timeline):
        fewest = max(_FEWEST, min(len(posts), there[source.slug]) / 2)
        here = near.get(source.slug, [])
        if len(here) < fewest:
            continue
        said = {one for u in here for one in _said(u.time, u.title, markup.parse(u.body).text)}
        same = sum(
            any(one in said for one in _said(post.instant.time, post.entry.title, post.text))
            for post in posts
        )
        if same >= fewest:
            yield Common(source=source, updates=same)


def page_of(url: str) -> str:
    """An address without what does not name the page: scheme, archive, fragment, tracking."""
    if not url:
        return ""
    plain = url
    while _ARCHIVED.match(plain):
        plain = _ARCHIVED.sub("", plain)
    try:
        parts = urlsplit(plain if "://" in plain else f"https://{plain}")
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.").removeprefix("m.")
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)))
    return f"{host}{unquote(parts.path).rstrip('/')}?{query}"


def _of(corpus: Corpus, timeline: str) -> Iterator[Source]:
    return (source for source in corpus.sources if source.importer and timeline in ("", source.timeline))


def _said(time: datetime, title: str, text: str) -> Iterator[tuple[float, str]]:
    yield from ((time.timestamp(), words) for said in (title, text) if (words := " ".join(said.split())))
