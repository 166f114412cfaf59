"""Text of a page to a tree of elements, within limits that are checked before the tree is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

MAX_DEPTH = 500
"""Elements inside of each other. 100,000 nested divs took a sanitizer 40 seconds."""

HIDDEN_TAGS = frozenset(
    {"script", "style", "template", "noscript", "svg", "head", "canvas", "datalist", "math"}
)
"""Elements whose text no reader sees."""

_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)

_CLOSED_BY_OTHERS = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup"}
    | {"rp", "rt", "html", "head", "body"}
)
"""Elements whose end may be left out; they can't nest in each other without others around them."""

_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content holds no tags."""

_NEVER_CLOSED = "!--"

_TAG = re.compile(r"<(?:(!--)|(/?)([A-Za-z][^\s/>]*))")


class TooDeepError(Exception):
    """The elements of a page are nested deeper than any page of text needs."""


def check_depth(text: str) -> int:
    """Where the text ends for readers: at a comment that is never closed, else at its end.

    Raises TooDeepError. Looks at the tags only, once from start to end.
    """
    depth = 0
    for closing, name, place in _tags(text):
        if name == _NEVER_CLOSED:
            return place
        if name in _VOID or name in _CLOSED_BY_OTHERS:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_DEPTH:
            raise TooDeepError
    return len(text)


def parse_page(text: str) -> html.HtmlElement:
    """The tree of a whole page, without comments. Raises TooDeepError."""
    # The parser would search each unclosed comment to the end of the text.
    text = text[: check_depth(text)]
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # A null character would end the text for the parser.
    data = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:  # nothing but white space
        return html.document_fromstring(b"<html><body></body></html>", parser=parser)


def fragment(text: str) -> html.HtmlElement:
    """A piece of HTML as one element. Raises TooDeepError."""
    body = parse_page(f"<html><body><div>{text}</div></body></html>").find("body")
    assert body is not None
    body.tag = "div"
    return body


def _tags(text: str) -> Iterator[tuple[bool, str, int]]:
    """Each tag: whether it is a closing one, its name, and its place."""
    place = 0
    while match := _TAG.search(text, place):
        place = match.end()
        if match[1]:
            # `<!-->` and `<!--->` are whole comments.
            end = text.find("-->", place - 2)
            if end < 0:
                yield False, _NEVER_CLOSED, match.start()
                return
            place = end + 3
            continue
        name = match[3].lower()
        yield bool(match[2]), name, match.start()
        if name in _RAW and not match[2]:
            end = _end_of_raw(text, name, place)
            if end < 0:
                return
            place = end


def _end_of_raw(text: str, name: str, place: int) -> int:
    match = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, place)
    return match.start() if match else -1
