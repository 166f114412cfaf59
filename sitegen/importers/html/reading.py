"""Bytes of a saved web page to its tree. What is too large or too deep is refused before a tree is built."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import html

from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.markup.webpage import TooDeepError, parse_page

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_LOOKS_LIKE = re.compile(rb"<(?:html|head|body|article|main|div|script|meta|!doctype html)\b", re.IGNORECASE)
_START = 65536
"""Bytes in which a page says what it is."""


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
    text, inferred = _decode(document.data)
    try:
        return Page(tree=parse_page(text), text=text, inferred=inferred)
    except TooDeepError:
        raise NotALiveBlogError(
            "Its elements are nested more than 500 deep, as no page of text is; "
            "save the page again from a browser, or save its words as plain text."
        ) from None


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ("the encoding is UTF-16, as its byte-order mark says",)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data[:_START])
        name = declared[1].decode("ascii") if declared else ""
        try:
            codec = codecs.lookup(name).name if name else ""
        except LookupError:
            codec = ""
        if codec in ("iso8859-1", "ascii"):
            codec = "cp1252"  # as browsers read it
        if not codec and _mostly_utf8(data):
            codec = "utf-8"
        if not codec:
            raise NotALiveBlogError(
                f"It is not UTF-8 (byte {error.start + 1}), and it names no encoding; "
                "open it in a browser, and save the page again."
            ) from None
        return data.decode(codec, "replace"), (f"the encoding is {codec}, as the page says",) if name else (
            "the encoding is UTF-8 with some broken characters",
        )


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return lost * 20 < sum(not letter.isascii() for letter in text)
