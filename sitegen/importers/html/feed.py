"""The updates of a page: elements that microdata declares, or those that repeat (`groups`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from sitegen.importers.html.anchors import Anchor
from sitegen.importers.html.flows import classes, flows
from sitegen.importers.html.furniture import of_readers
from sitegen.importers.html.groups import ranked, words_beyond
from sitegen.importers.stamps.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An update's part of the page."""

    elements: tuple[html.HtmlElement, ...]
    """One, or several that follow each other."""
    anchors: tuple[Anchor, ...]
    """What dates or names it, in page order."""
    day: Moment | None = None
    """The day heading above it."""


def feeds(root: html.HtmlElement, anchors: Sequence[Anchor]) -> Iterator[list[Piece]]:
    """What may be the updates of a page in its order, the likeliest first; nothing where nothing repeats."""
    days = {anchor.element: anchor.moment for anchor in anchors if anchor.moment and anchor.is_day}
    declared = _declared(root)
    for found in [declared] if declared else _learned(root, anchors, days):
        place = {element: number for number, elements in enumerate(found) for element in elements}
        owners: dict[int, list[Anchor]] = defaultdict(list)
        for anchor in anchors:
            for element in (anchor.element, *anchor.element.iterancestors()):
                if element in place:
                    owners[place[element]].append(anchor)
                    break
        above = _above(_around(found), place, days)
        yield [
            Piece(elements=elements, anchors=tuple(owners[number]), day=above.get(number))
            for number, elements in enumerate(found)
        ]


def _declared(root: html.HtmlElement) -> list[tuple[html.HtmlElement, ...]]:
    """The elements that microdata calls updates of a live blog, where they hold their texts."""
    named = [element for element in root.iter() if "liveBlogUpdate" in element.get("itemprop", "").split()]
    if sum(words_beyond(element) > 2 for element in named) * 2 <= len(named):
        return []
    return [(element,) for element in named]


def _learned(
    root: html.HtmlElement, anchors: Sequence[Anchor], days: Collection[html.HtmlElement]
) -> Iterator[list[tuple[html.HtmlElement, ...]]]:
    readers = of_readers(root)
    for group in ranked(anchors, readers):
        if group.flowing:
            yield flows(group.children, days)
        else:
            found = _with_likes(root, group.children, anchors)
            yield [(child,) for child in found if child in group.children or child not in readers]


def _with_likes(
    root: html.HtmlElement, children: Sequence[html.HtmlElement], anchors: Sequence[Anchor]
) -> list[html.HtmlElement]:
    """The children, and the elements elsewhere that look like them and hold a time: pinned posts."""
    tag, kinds = children[0].tag, set(classes(children[0]))
    for child in children:
        kinds &= set(classes(child))
    known = set(children)
    around = {parent for child in children for parent in child.iterancestors()}
    stamped = {place for a in anchors if not a.is_day for place in (a.element, *a.element.iterancestors())}
    found: list[html.HtmlElement] = []
    for element in root.iter(tag):
        alike = (
            bool(kinds) and kinds <= set(classes(element)) and element in stamped and element not in around
        )
        nested = any(parent in known for parent in element.iterancestors())
        if element in known or (alike and not nested):
            known.add(element)
            found.append(element)
    return found


def _around(found: Sequence[tuple[html.HtmlElement, ...]]) -> html.HtmlElement:
    """The innermost element that holds all of them."""
    last = set(found[-1][0].iterancestors())
    return next(parent for parent in found[0][0].iterancestors() if parent in last)


def _above(
    root: html.HtmlElement, place: dict[html.HtmlElement, int], days: dict[html.HtmlElement, Moment]
) -> dict[int, Moment]:
    """For each piece the day heading above it; days inside of pieces are theirs alone."""
    found: dict[int, Moment] = {}
    day: Moment | None = None
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
