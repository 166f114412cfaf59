"""What may date or name an update on a page: elements for machines, short printed times, known headlines."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import html

from sitegen.importers.html import printed
from sitegen.importers.html.moments import attribute_stamp
from sitegen.importers.html.words import same_words
from sitegen.importers.protocol import Stamp
from sitegen.markup.webpage import HIDDEN_TAGS, visible_text

_CLOCKLIKE = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m|\bago\b|\bvor \d", re.IGNORECASE)

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_STARTERS = frozenset({*_HEADINGS, "p", "strong", "b", "dt", "li", "td", "div", "span", "summary"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An element that dates or names an update."""

    element: html.HtmlElement
    """It."""
    stamp: Stamp | None = None
    """Its time; None for a headline."""
    prefix: int = 0
    """Characters of its text that are the time, where more follows; 0: all of it."""
    machine: bool = False
    """True where the time is for machines."""


def anchors(root: html.HtmlElement, language: str, headlines: Collection[str]) -> list[Anchor]:
    """All anchors below an element, in page order. `headlines` are known ones, as `same_words` folds them."""
    found: list[Anchor] = []
    inside: set[html.HtmlElement] = set()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in HIDDEN_TAGS:
            continue
        parent = element.getparent()
        if parent is not None and parent in inside:
            inside.add(element)
            continue
        anchor = _anchor(element, language, headlines)
        if anchor:
            found.append(anchor)
            if anchor.stamp and not _bears_content(element, anchor):
                inside.add(element)
    return found


def _bears_content(element: html.HtmlElement, anchor: Anchor) -> bool:
    """True where the attribute for machines stands on the update itself."""
    return anchor.machine and len(element) > 0 and len(visible_text(element)) > printed.LONGEST


def _anchor(element: html.HtmlElement, language: str, headlines: Collection[str]) -> Anchor | None:
    machine = attribute_stamp(element)
    if machine:
        text = " ".join(visible_text(element).split()) if len(element) < 5 else ""
        shown = text if len(text) <= printed.LONGEST else ""
        return Anchor(element=element, stamp=attribute_stamp(element, shown) or machine, machine=True)
    if element.tag in _HEADINGS and headlines and same_words(visible_text(element)) in headlines:
        return Anchor(element=element)
    if element.tag not in _STARTERS and element.tag not in (
        "time",
        "a",
        "em",
        "i",
        "small",
        "abbr",
        "label",
        "header",
    ):
        return None
    own = "".join([element.text or "", *(child.tail or "" for child in element)])
    return _printed(element, language) if _CLOCKLIKE.search(own) else None


def _printed(element: html.HtmlElement, language: str) -> Anchor | None:
    text = visible_text(element).replace("\n", " ")
    if stamp := printed.whole(text, language, others=element.tag not in _HEADINGS):
        return Anchor(element=element, stamp=stamp)
    lead = printed.leading(text, language) if element.tag in _STARTERS else None
    return Anchor(element=element, stamp=lead[0], prefix=lead[1]) if lead else None
