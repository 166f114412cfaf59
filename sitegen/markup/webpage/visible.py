"""What a reader sees of an element."""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree, html

from sitegen.markup.webpage.tree import HIDDEN_TAGS

BLOCK_TAGS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details"}
    | {"dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "option", "select"}
    | {"iframe", "video", "audio", "br"}
)
"""Elements that stand on lines of their own, so that words on both sides of their edges are two."""

_BLANKS = re.compile(r"[ \t\n\r\f]+")
"""White space that HTML folds; a no-break space is none."""


def visible_text(
    element: html.HtmlElement,
    cuts: Collection[html.HtmlElement] = (),
    skip: Collection[html.HtmlElement] = (),
) -> str:
    """Its text on lines as blocks stand, but for that of the elements in `skip`.

    The edges of the elements in `cuts` part words too.
    """
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, here in walk:
        edge = "\n" if here.tag in BLOCK_TAGS else " " if cuts and here in cuts else ""
        pieces.append(edge)
        if event == "start":
            if here.tag in HIDDEN_TAGS or here in skip:
                walk.skip_subtree()
            elif here.text:
                pieces.append(_BLANKS.sub(" ", here.text))
        elif here is not element and here.tail:
            pieces.append(_BLANKS.sub(" ", here.tail))
    lines = (line.strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(_BLANKS.sub(" ", line) for line in lines if line)
