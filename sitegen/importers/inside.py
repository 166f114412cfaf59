"""A whole live blog in one text: a post or item whose updates stand under headings with times."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.importers.html import HtmlImporter
from sitegen.importers.protocol import Document, NotALiveBlogError, SavedDocument, Stamp
from sitegen.model import LeftOut

ANOTHER = "another text beside the live blog"

_CLOCK = re.compile(r"\d{1,2}(?:[:.hH]\d\d|\s?[ap]\.?m)", re.IGNORECASE)
_FEWEST = 3
_MOST = 100
"""Texts of one document that are looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that may be a live blog."""

    title: str
    """Its headline."""
    content: str
    """Its HTML."""


def live_blog_in(texts: Sequence[Told]) -> tuple[int, Document] | None:
    """The one text that is a live blog, by its place, and what stands in it; None for none or several."""
    if len(texts) > _MOST:
        return None
    found = [(place, document) for place, text in enumerate(texts) if (document := _read(text))]
    return found[0] if len(found) == 1 else None


def day_of(stamp: Stamp | None) -> str:
    """The day on which a text was posted, on the clock that it names; empty where nothing says."""
    if stamp is None:
        return ""
    if stamp.instant:
        return stamp.instant.date().isoformat()
    return (
        f"{stamp.year:04}-{stamp.month:02}-{stamp.day:02}" if stamp.year and stamp.month and stamp.day else ""
    )


def in_document(
    blog: Document, *, importer: str, url: str, day: str, left_out: Sequence[LeftOut], publisher: str = ""
) -> Document:
    """The live blog as that of the document it stands in; it began on `day` where it tells no date itself."""
    tells = bool(blog.date) or not day
    return replace(
        blog,
        importer=importer,
        url=url,
        publisher=publisher,
        date=blog.date if tells else day,
        date_basis=blog.date_basis if tells else "the day on which the text was posted",
        inferred=("the updates stand in one text, under times of their own", *blog.inferred),
        left_out=(*blog.left_out, *left_out),
        text="\n".join((blog.text or "", *(item.text for item in left_out))),
    )


def _read(text: Told) -> Document | None:
    if len(_CLOCK.findall(text.content)) < _FEWEST:
        return None
    title = html.escape(text.title)
    page = (
        f'<!doctype html><html><head><meta property="og:title" content="{title}"></head>'
        f"<body><main><h1>{title}</h1><article>{text.content}</article></main></body></html>"
    )
    try:
        document = HtmlImporter().read(SavedDocument(name="post.html", data=page.encode("utf-8", "replace")))
    except NotALiveBlogError:
        return None
    return document if sum(bool(entry.stamp) for entry in document.entries) >= _FEWEST else None
