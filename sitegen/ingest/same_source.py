"""Which source of the archive a document is a saving of: by bytes, by address, by updates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from sitegen import markup
from sitegen.ingest.posts import Post
from sitegen.model import Corpus, Source, Update

_ARCHIVED = re.compile(r"^https?://(?:web\.archive\.org/web|archive\.[a-z]+)/\d{8,14}[a-z_]*/", re.IGNORECASE)
_TRACKING = re.compile(r"utm_|fbclid|gclid|ref$|ref_|cmp$|page$|filter", re.IGNORECASE)
_FEWEST = 3
"""Updates that two savings must have in common where their addresses differ."""


def by_bytes(corpus: Corpus, timeline: str, digest: str) -> Source | None:
    """The record of an earlier import of the same bytes; where the timeline is not said, of the only one."""
    found = [
        source
        for source in _of(corpus, timeline)
        if digest in (source.sha256, *(capture.sha256 for capture in source.captures))
    ]
    return found[0] if len(found) == 1 else None


def by_address(corpus: Corpus, timeline: str, url: str) -> Source | None:
    """The record of the same page, saved at another time."""
    wanted = page_of(url)
    found = [source for source in _of(corpus, timeline) if wanted and page_of(source.url) == wanted]
    return found[0] if len(found) == 1 else None


def by_updates(corpus: Corpus, timeline: str, publisher: str, posts: Sequence[Post]) -> Source | None:
    """The record of the same publisher that half of the updates of the smaller document stand in.

    There an update of the same moment has the same title or, word for word, the same text.
    """
    for source in _of(corpus, timeline):
        if source.publisher.casefold() != publisher.casefold():
            continue
        there = list(_updates(corpus, source))
        said = {one for u in there for one in _said(u.time, u.title, markup.parse(u.body).text)}
        same = sum(
            any(one in said for one in _said(post.instant.time, post.entry.title, post.text))
            for post in posts
        )
        if same >= max(_FEWEST, min(len(posts), len(there)) / 2):
            return source
    return None


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


def _updates(corpus: Corpus, source: Source) -> Iterator[Update]:
    return (update for update in corpus.updates if update.source == source.slug)


def _said(time: datetime, title: str, text: str) -> Iterator[tuple[float, str]]:
    yield from ((time.timestamp(), words) for said in (title, text) if (words := " ".join(said.split())))
