"""What a saved page holds in ways that only browsers unfold: frames, shadow roots, lines of breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from sitegen.importers.html import clocks
from sitegen.markup.webpage import BLOCK_TAGS, TooDeepError, parse_page

_NESTED = 3
"""Frames in frames that are looked into."""

_FEW = 120
"""Words up to which the page of a frame is an embedded post, and no live blog."""

_LINES = 3
"""Lines with a time at their start from which on the lines of a paragraph are paragraphs."""


def unfold(tree: html.HtmlElement) -> None:
    """Put in place what a browser shows. Frames that are too deep stay closed."""
    for _ in range(_NESTED):
        frames = [frame for frame in tree.iter("iframe") if frame.get("srcdoc", "").strip()]
        for frame in frames:
            _open_frame(frame)
        if not frames:
            break
    for root in list(tree.iter("template")):
        if root.get("shadowrootmode") or root.get("shadowroot"):
            root.tag = "div"
    for element in list(tree.iter("p", "div", "td", "font", "section", "article", "li")):
        if next(element.iterancestors("blockquote"), None) is None:
            _part_lines(element)


def _open_frame(frame: html.HtmlElement) -> None:
    """A frame with the page that it was saved with: a quote with a link if it is short, else an element."""
    try:
        body = parse_page(frame.attrib.pop("srcdoc")).find("body")
    except TooDeepError:
        return
    if body is None:
        return
    source = frame.get("src", "")
    frame.text = body.text
    frame.extend(list(body))
    frame.tag = "div"
    if len(frame.text_content().split()) <= _FEW and source.startswith(("http:", "https:")):
        frame.tag = "blockquote"
        link = frame.makeelement("a", {"href": source})
        link.text = frame.get("title") or source
        frame.append(link)


def _part_lines(element: html.HtmlElement) -> None:
    """Make paragraphs of lines that only breaks part, where several of them start with a time."""
    if sum(child.tag == "br" for child in element) < _LINES or any(
        child.tag in BLOCK_TAGS and child.tag != "br" for child in element.iterdescendants()
    ):
        return
    lines = list(_lines(element))
    starts = sum(_starts_with_time(line) for line in lines)
    if starts < _LINES:
        return
    element.text = None
    element[:] = lines
    if element.tag == "p":
        element.tag = "div"


def _lines(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    line = element.makeelement("p", {})
    line.text = element.text
    for child in list(element):
        if child.tag != "br":
            line.append(child)
            continue
        if line.text_content().strip() or len(line):
            yield line
        line = element.makeelement("p", {})
        line.text = child.tail
    if line.text_content().strip() or len(line):
        yield line


def _starts_with_time(line: html.HtmlElement) -> bool:
    text = " ".join(line.text_content().split())
    lead = clocks.leading(text) if re.match(r"\W{0,4}\d", text) else None
    return lead is not None and not lead.loose
