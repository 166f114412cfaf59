"""The updates of a page: which of its elements repeat, each with a time and a text of its own.

Every element that dates or names an update votes for each element around it; the winner is the place
with the most children of one kind that hold a text. Where the children only date what follows them
(stamped headings), an update goes on up to the next.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from lxml import html

from sitegen.importers.html import printed
from sitegen.importers.html.anchors import Anchor
from sitegen.importers.html.furniture import comments, reason
from sitegen.markup.webpage import visible_text

_CONTAINERS = frozenset(
    {"article", "section", "li", "div", "tr", "dd", "blockquote", "details", "amp-live-list"}
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENOUGH = 60
"""Words from which on a longer text is no better sign of an update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An update's part of the page."""

    elements: tuple[html.HtmlElement, ...]
    """One, or several that follow each other."""
    anchors: tuple[Anchor, ...]
    """What dates or names it, in page order."""
    day: printed.Day | None = None
    """The day heading above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Children of one kind, in one place or in places that look alike."""

    children: tuple[html.HtmlElement, ...]
    flowing: bool
    """True where a child only starts an update."""
    words: float

    @property
    def score(self) -> float:
        # What only starts an update is second best: around it may be an element that holds it whole.
        return len(self.children) * min(self.words, _ENOUGH) * (1 if self.flowing else 1.2)


def pieces(root: html.HtmlElement, anchors: Sequence[Anchor], language: str) -> list[Piece]:
    """The updates of a page in its order; none where nothing repeats."""
    groups = sorted(_groups(anchors, language), key=lambda one: -one.score)
    group = _innermost(groups) if groups else None
    if group is None or group.words < 4:
        return []
    days = dict(_days(root, language))
    if group.flowing:
        found = [_flow(child, set(group.children), set(days)) for child in group.children]
    else:
        found = [(child,) for child in _with_likes(root, group.children, anchors)]
    place = {element: number for number, elements in enumerate(found) for element in elements}
    owners: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        for element in (anchor.element, *anchor.element.iterancestors()):
            if element in place:
                owners[place[element]].append(anchor)
                break
    above = _above(_around(found), place, days)
    return [
        Piece(elements=elements, anchors=tuple(owners[number]), day=above.get(number))
        for number, elements in enumerate(found)
    ]


def _innermost(groups: Sequence[_Group]) -> _Group:
    """The best group; where its children are days or chapters, the updates that they hold."""
    best = groups[0]
    for group in groups[1:]:
        holders = set(best.children)
        inside = [c for c in group.children if any(parent in holders for parent in c.iterancestors())]
        many = len(inside) == len(group.children) >= 1.5 * len(best.children)
        text = len(group.children) * group.words, len(best.children) * best.words
        if many and text[0] >= 0.6 * text[1]:
            best = group
    return best


def _groups(anchors: Sequence[Anchor], language: str) -> Iterator[_Group]:
    children: dict[html.HtmlElement, dict[html.HtmlElement, None]] = defaultdict(dict)
    for anchor in anchors:
        here = anchor.element
        for parent in here.iterancestors():
            children[parent].setdefault(here)
            here = parent
    alike: dict[tuple[str, ...], list[html.HtmlElement]] = defaultdict(list)
    for parent, found in children.items():
        for same in _same_kind(list(found)):
            if reason(parent) or comments(parent):
                continue
            alike[(parent.tag, _kind(parent), same[0].tag, _kind(same[0]))].extend(same)
    for same in alike.values():
        if len(same) < 2:
            continue
        group = _measured(same, language)
        if group:
            yield group


def _measured(same: list[html.HtmlElement], language: str) -> _Group | None:
    children = tuple(same)
    inner = [_words_beyond(child) for child in children]
    if same[0].tag in _CONTAINERS and median(inner) >= 5 and not _starts_only(same):
        return _Group(children=children, flowing=False, words=median(inner))
    starts = set(children)
    days = {
        e
        for child in children
        for e in child.itersiblings()
        if printed.day_of(visible_text(e)[:100], language)
    }
    outer = [sum(_words_beyond(element) for element in _flow(child, starts, days)) for child in children]
    return _Group(children=children, flowing=True, words=median(outer)) if median(outer) >= 5 else None


def _starts_only(same: list[html.HtmlElement]) -> bool:
    """True where most of the elements hold a time and a heading, and the text follows them."""
    bare = [element for element in same if next(element.iter("p", "ul", "blockquote", "td"), None) is None]
    return len(bare) * 2 > len(same) and all(len(visible_text(element).split()) < 25 for element in bare)


def _words_beyond(element: html.HtmlElement) -> int:
    """Words of its own; those of links count for a quarter, for lists of links are no text."""
    total = len(visible_text(element).split())
    linked = sum(len(str(link.text_content()).split()) for link in element.iter("a"))
    return max(0, total - linked * 3 // 4)


def _same_kind(found: list[html.HtmlElement]) -> Iterator[list[html.HtmlElement]]:
    """Siblings of one tag, and of the class that most of them have."""
    tags: dict[str, list[html.HtmlElement]] = defaultdict(list)
    for element in found:
        tags[element.tag].append(element)
    for same in tags.values():
        kinds = Counter(kind for element in same for kind in set(_classes(element)))
        best = max(kinds.values(), default=0)
        if best * 2 > len(same):
            kind = next(name for name, count in kinds.items() if count == best)
            yield [element for element in same if kind in _classes(element)]
        elif best == 0 or same[0].tag not in ("div", "section"):
            yield same


def _classes(element: html.HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()


def _kind(element: html.HtmlElement) -> str:
    return (_classes(element) or [""])[0]


def _with_likes(
    root: html.HtmlElement, children: Sequence[html.HtmlElement], anchors: Sequence[Anchor]
) -> list[html.HtmlElement]:
    """The children, and the elements elsewhere that look like them and hold a time: pinned posts."""
    tag, kinds = children[0].tag, set(_classes(children[0]))
    for child in children:
        kinds &= set(_classes(child))
    known = set(children)
    around = {parent for child in children for parent in child.iterancestors()}
    stamped = {place for a in anchors for place in (a.element, *a.element.iterancestors())}
    found: list[html.HtmlElement] = []
    for element in root.iter(tag):
        alike = (
            bool(kinds) and kinds <= set(_classes(element)) and element in stamped and element not in around
        )
        nested = any(parent in known for parent in element.iterancestors())
        if element in known or (alike and not nested and not comments(element)):
            known.add(element)
            found.append(element)
    return found


def _flow(
    start: html.HtmlElement, starts: set[html.HtmlElement], days: set[html.HtmlElement]
) -> tuple[html.HtmlElement, ...]:
    """An element and its siblings up to the next that starts something."""
    found = [start]
    for sibling in start.itersiblings():
        if sibling in starts or sibling in days or _ends(start, sibling):
            break
        found.append(sibling)
    return tuple(found)


def _ends(start: html.HtmlElement, sibling: html.HtmlElement) -> bool:
    if sibling.tag in ("footer", "aside", "nav", "section", "article"):
        return True
    higher = start.tag in _HEADINGS and sibling.tag in _HEADINGS and sibling.tag < start.tag
    return higher or bool(re.search(r"related|recommend", sibling.get("class", "")))


def _days(root: html.HtmlElement, language: str) -> Iterator[tuple[html.HtmlElement, printed.Day]]:
    for element in root.iter(*_HEADINGS, "p", "div", "span", "strong", "time", "dt", "li", "td", "th"):
        if len(element) > 2:
            continue
        text = visible_text(element)
        if len(text) <= printed.LONGEST and (day := printed.day_of(text, language)):
            yield element, day


def _around(found: Sequence[tuple[html.HtmlElement, ...]]) -> html.HtmlElement:
    """The innermost element that holds all of them."""
    last = set(found[-1][0].iterancestors())
    return next(parent for parent in found[0][0].iterancestors() if parent in last)


def _above(
    root: html.HtmlElement, place: dict[html.HtmlElement, int], days: dict[html.HtmlElement, printed.Day]
) -> dict[int, printed.Day]:
    """For each piece the day heading above it; days inside of pieces are theirs alone."""
    found: dict[int, printed.Day] = {}
    day: printed.Day | None = None
    within: set[html.HtmlElement] = set()
    for element in root.iter():
        parent = element.getparent()
        if element in place or (parent is not None and parent in within):
            within.add(element)
            if element in place and day:
                found.setdefault(place[element], day)
        elif element in days:
            day = days[element]
    return found
