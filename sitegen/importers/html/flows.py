"""Updates that nothing holds: what starts one, and the siblings that follow it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from lxml import html

from sitegen.importers.html.anchors import HEADINGS
from sitegen.importers.html.words import count_words
from sitegen.importers.titles import ends_sentence

_PLAIN = frozenset({"p", "ul", "ol", "blockquote", "figure", "table", "pre", "iframe", "hr"})
"""Elements of texts, which may be the only one of their kind."""


_BETWEEN = 1
"""Elements between a heading and the time of its update, such as a name."""

_SHORT = 8
"""Words of such an element."""


def flows(
    starts: Sequence[html.HtmlElement], days: Collection[html.HtmlElement]
) -> list[tuple[html.HtmlElement, ...]]:
    """Each start with the siblings that follow it, up to what starts or ends something.

    Nothing stands below the last one to end it: it ends where an element is of a kind that no other has, at a
    rule, where rules end most of the others, or with itself, where each other is one part of the page.
    """
    starts = _with_headings_above(starts)
    known = set(starts)
    next_tags = Counter(follows.tag for start in starts if (follows := start.getnext()) is not None)
    titles = {tag for tag, times in next_tags.items() if tag in HEADINGS and times * 2 > len(starts)}
    found = [tuple(_flow(start, known, days, titles)) for start in starts]
    usual = {_look(element) for elements in found[:-1] for element in elements}
    for number, elements in enumerate(found):
        follows = elements[-1].getnext()
        if len(found) > 2 and (follows is None or follows not in known):
            end = next(
                (n for n, e in enumerate(elements) if n and _look(e) not in usual and not _is_plain(e)),
                len(elements),
            )
            found[number] = elements[:end]
    if sum(elements[-1].tag == "hr" for elements in found[:-1]) * 2 > len(found[:-1]):
        rule = next((n for n, element in enumerate(found[-1]) if n and element.tag == "hr"), len(found[-1]))
        found[-1] = found[-1][:rule]
    single = len(found) > 2 and all(len(elements) == 1 for elements in found[:-1])
    if single and starts[-1].tag in ("article", "div", "section"):
        found[-1] = found[-1][:1]
    return found


def _with_headings_above(starts: Sequence[html.HtmlElement]) -> Sequence[html.HtmlElement]:
    """The headings that stand right above the starts, with no more than a name between; else the starts."""
    above = [_heading_above(start) for start in starts]
    tags = Counter(heading.tag for heading in above if heading is not None)
    below = sum((follows := start.getnext()) is not None and follows.tag in HEADINGS for start in starts)
    if len(starts) < 3 or len(tags) != 1 or tags.total() < len(starts) or below:
        return starts
    return [heading for heading in above if heading is not None]


def _heading_above(start: html.HtmlElement) -> html.HtmlElement | None:
    for sibling in islice(start.itersiblings(preceding=True), _BETWEEN + 1):
        if sibling.tag in HEADINGS:
            return sibling if sibling.tag != "h1" and not (sibling.tail or "").strip() else None
        text = str(sibling.text_content())
        if (
            sibling.tag not in ("p", "div", "span", "img")
            or count_words(text) > _SHORT
            or ends_sentence(text)
        ):
            return None
    return None


def _look(element: html.HtmlElement) -> tuple[str, str]:
    return element.tag, kind(element)


def _is_plain(element: html.HtmlElement) -> bool:
    """True for text without a class."""
    return element.tag in _PLAIN and not classes(element)


def _flow(
    start: html.HtmlElement,
    starts: Collection[html.HtmlElement],
    days: Collection[html.HtmlElement],
    titles: Collection[str],
) -> Iterator[html.HtmlElement]:
    """An element and its siblings up to the next that starts something. `titles` are tags of headings that
    stand right below starts.
    """
    yield start
    for sibling in start.itersiblings():
        ended = sibling.tag not in titles and _ends(start, sibling)
        if sibling in starts or _holds_any(sibling, days) or ended:
            return
        yield sibling


def _holds_any(element: html.HtmlElement, days: Collection[html.HtmlElement]) -> bool:
    """True for a day heading, or an element with nothing else in it."""
    return element in days or (len(element) == 1 and not (element.text or "").strip() and element[0] in days)


def _ends(start: html.HtmlElement, sibling: html.HtmlElement) -> bool:
    if sibling.tag in ("footer", "aside", "nav", "section", "article"):
        return True
    higher = start.tag in HEADINGS and sibling.tag in HEADINGS and sibling.tag < start.tag
    return higher or bool(re.search(r"related|recommend", sibling.get("class", "")))


def classes(element: html.HtmlElement) -> list[str]:
    """Its class names."""
    return str(element.get("class", "")).split()


def kind(element: html.HtmlElement) -> str:
    """The first of its class names; empty if it has none."""
    return (classes(element) or [""])[0]
