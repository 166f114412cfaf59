"""Saved web pages of live blogs: updates of the page's own markup and of schema.org's JSON-LD, reconciled.

What a page shows and what it says for machines are both incomplete and both wrong in places; `reconcile`
takes each field from where it is right, and the counts say how many came from where.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from lxml import html

from sitegen.importers.html import verdict
from sitegen.importers.html.anchors import anchors, short_texts
from sitegen.importers.html.dates import in_order, past_midnight
from sitegen.importers.html.entry import Part, read_parts
from sitegen.importers.html.feed import Piece, feeds
from sitegen.importers.html.keys import link_keys
from sitegen.importers.html.moments import stamp_of
from sitegen.importers.html.own_day import own_day
from sitegen.importers.html.reading import Page, looks_like_html, read_page
from sitegen.importers.html.reconcile import reconcile
from sitegen.importers.html.repeats import without_repeats
from sitegen.importers.html.sheet import read_sheet
from sitegen.importers.html.sides import both, told_alike
from sitegen.importers.html.state import in_scripts
from sitegen.importers.html.structured import Posting, Structured, structured
from sitegen.importers.html.verdict import says_live
from sitegen.importers.html.words import same_words
from sitegen.importers.protocol import Document, NotALiveBlogError, SavedDocument
from sitegen.importers.suspects import suspects
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_SAVED_FROM = re.compile(
    r"<!--[^>]{0,200}?(?:saved from url=\(\d+\)|url:\s*)(https?://[^\s>]+)", re.IGNORECASE
)


class HtmlImporter:
    """Reads saved web pages."""

    name = "html"
    title = "a web page saved from a browser (HTML), with or without schema.org's LiveBlogPosting"

    def sniff(self, document: SavedDocument) -> float:
        """Sure for pages that say that they are live blogs; other pages are looked at too."""
        if not looks_like_html(document.data):
            return 0.0
        return 0.95 if b"LiveBlogPosting" in document.data else 0.6

    def read(self, document: SavedDocument) -> Document:
        """Read the page. Raises NotALiveBlogError."""
        page = read_page(document)
        data = structured(page.tree)
        base = data.url or _saved_from(page.text)
        texts = short_texts(page.tree)
        pieces, parts, objection = _updates(page, texts, data, base)
        scripted = _scripted(page, parts, data, base)
        if scripted:
            data = replace(data, postings=both(data.postings, scripted))
            if not pieces:
                pieces, parts, objection = _updates(page, texts, data, base)
        if not pieces and not data.postings:
            raise NotALiveBlogError(objection)
        if document.keep_picture:  # only the pictures of what are updates
            parts = read_parts(pieces, texts, base, _names(data), document.keep_picture)
        cuts = {cut for part in parts for cut in part.cuts}
        parts = past_midnight(without_repeats(_marked_key_events(page, parts)))
        parts, ordered = in_order(parts, data.language, document.date_order)
        found = reconcile(parts, data, base)
        stamps = [entry.stamp for entry in found.entries if entry.stamp]
        order, why = newest_first(stamps)
        sheet = read_sheet(
            page.tree,
            [element for piece in pieces for element in piece.elements],
            cuts,
            headline=data.headline,
            description=data.description,
            base=base,
            titles={words for e in found.entries if len(words := same_words(e.title)) > 8},
            newest_first=order,
        )
        date, date_basis = own_day(stamps, sheet.above, data, base)
        return Document(
            importer=self.name,
            title=sheet.title,
            summary=sheet.summary,
            key_points=sheet.key_points,
            entries=found.entries,
            newest_first=order,
            language=data.language,
            publisher=data.publisher,
            url=base,
            changed=_changed(data),
            date=date,
            date_basis=date_basis,
            inferred=(*page.inferred, *ordered, *filter(None, [why]), *found.inferred),
            left_out=(*_left_of_parts(parts), *sheet.left_out),
            suspects=tuple(suspects(sheet.text.split("\n"))),
            counts=found.counts,
            text=sheet.text,
        )


def _updates(
    page: Page, texts: Mapping[html.HtmlElement, str], data: Structured, base: str
) -> tuple[list[Piece], list[Part], str]:
    """The updates that the page shows; where it shows none, what speaks against the likeliest part of it."""
    keys = {key for posting in data.postings for key in posting.keys}
    headlines = {same_words(p.headline) for p in data.postings if p.headline} - {same_words(data.headline)}
    marks = anchors(page.tree, texts, keys, headlines)
    first = ""
    for pieces in feeds(page.tree, marks):
        parts = read_parts(pieces, texts, base, _names(data))
        objection = verdict.objection(parts, pieces, data, base)
        if not objection:
            return pieces, parts, ""
        first = first or objection
    return [], [], first or verdict.nothing(texts, data)


def _scripted(page: Page, parts: Sequence[Part], data: Structured, base: str) -> tuple[Posting, ...]:
    """The updates that scripts hold, where the page and JSON-LD tell the same ones, or none."""
    for found in in_scripts(page.tree, base, live=says_live(data, base)):
        if told_alike(parts, found) and told_alike(data.postings, found):
            return found
    return ()


def _names(data: Structured) -> set[str]:
    """The page's authors, folded."""
    return {same_words(name) for name in data.authors}


def _saved_from(text: str) -> str:
    found = _SAVED_FROM.search(text[:4096])
    return found[1] if found else ""


def _marked_key_events(page: Page, parts: Sequence[Part]) -> list[Part]:
    """Updates that a list of key events on the page leads to are key events."""
    keys: set[str] = set()
    for link in page.tree.iter("a"):
        around = (link, *link.iterancestors())[:6]
        named = " ".join(f"{here.get('data-link-name', '')} {here.get('class', '')}" for here in around)
        if "key event" in named.replace("-", " ").lower():
            found = list(link_keys(link.get("href", "")))
            keys.update((*found, *(key.rpartition("-")[2] for key in found)))
    return [replace(part, key_event=part.key_event or bool(keys & part.keys)) for part in parts]


def _changed(data: Structured) -> datetime | None:
    stamp = stamp_of(data.modified, "")
    return stamp.instant if stamp else None


def _left_of_parts(parts: Sequence[Part]) -> list[LeftOut]:
    return [
        LeftOut(locator=f"#{part.id}" if part.id else f"line {part.line}", text=text, reason=why)
        for part in parts
        for text, why in part.left_out
    ]
