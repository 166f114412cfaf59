"""Bytes of a saved web page to its tree. What is too large or too deep is refused before a tree is built."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from sitegen.importers.decoding import decode
from sitegen.importers.html.unfolding import unfold
from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.markup.webpage import TooDeepError, parse_page

_LOOKS_LIKE = re.compile(rb"<(?:html|head|body|article|main|div|script|meta|!doctype html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that was read."""

    tree: html.HtmlElement
    """Its root element."""
    text: str
    """Its source."""
    inferred: tuple[str, ...]
    """What was concluded about its encoding."""


def looks_like_html(data: bytes) -> bool:
    """True for a web page or a piece of one, however it starts."""
    kind = kind_of(data)
    return kind == "a web page (HTML)" or (
        kind in ("", "an XML document") and bool(_LOOKS_LIKE.search(data[:4096]))
    )


def read_page(document: SavedDocument) -> Page:
    """The page. Raises NotALiveBlogError for what is no page or can't be read within the limits."""
    if not looks_like_html(document.data):
        kind = kind_of(document.data) or "no web page"
        raise NotALiveBlogError(f"It is {kind}, and not a web page (HTML).")
    text, inferred = decode(document.data)
    try:
        tree = parse_page(text)
    except TooDeepError:
        raise NotALiveBlogError(
            "Its elements are nested more than 500 deep, as no page of text is; "
            "save the page again from a browser, or save its words as plain text."
        ) from None
    unfold(tree)
    return Page(tree=tree, text=text, inferred=inferred)
