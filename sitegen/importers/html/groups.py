"""The vote: which elements of a page repeat, each with a time or a known name, and with a text of its own.

Every anchor votes for each element around it; the winner is the place with the most children of one kind
that hold a text. Where the children only date what follows them (stamped headings), they start updates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lxml import html

from sitegen.importers.html.anchors import Anchor
from sitegen.importers.html.flows import classes, flows, kind
from sitegen.importers.html.furniture import CHANGE, answerable, reason
from sitegen.importers.html.names import is_called_author
from sitegen.importers.html.words import count_words
from sitegen.instants import direction
from sitegen.markup.webpage import visible_text

_CONTAINERS = frozenset({"article", "section", "li", "div", "tr", "dd", "blockquote", "details"})
_FEWEST = 4
"""Words that an update has in the middle of all."""

_THREAD = 3
"""Posts of one author that are a thread."""

_MOST = 0.8
"""Share of siblings whose kind comes again, where posts of several kinds take turns."""

_TRIES = 4
"""Parts of a page that are looked at."""

_ENOUGH = 60
"""Words from which on a longer text is no better sign of an update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Children of one kind, in one place or in places that look alike."""

    children: tuple[html.HtmlElement, ...]
    flowing: bool
    """True where a child only starts an update."""
    words: float

    @property
    def score(self) -> float:
        """How well it stands for updates: how many there are, and how much they say."""
        # What only starts an update is second best: around it may be an element that holds it whole.
        return len(self.children) * min(self.words, _ENOUGH) * (1 if self.flowing else 1.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """What the page has that is no text of an update."""

    stamps: frozenset[html.HtmlElement]
    """Elements that are nothing but a time."""
    days: frozenset[html.HtmlElement]
    """Headings of days."""


def ranked(anchors: Sequence[Anchor], readers: Collection[html.HtmlElement]) -> Iterator[Group]:
    """Children that may be updates or start them, the likeliest first, each from another part of the page.

    `readers` are elements within what readers wrote.
    """
    marks = _Marks(
        stamps=frozenset(a.element for a in anchors if not (a.is_day or a.holds or a.prefix)),
        days=frozenset(a.element for a in anchors if a.is_day),
    )
    seen: list[html.HtmlElement] = []
    for loose in (False, True):
        # A time that only its place tells from one in running text counts where those run one way.
        voting = [anchor for anchor in anchors if not anchor.is_day and (loose or not anchor.loose)]
        groups = sorted(_groups(voting, marks, readers), key=lambda one: -one.score)
        for _ in range(_TRIES):
            groups = [group for group in groups if _is_apart(group, seen)]
            group = _innermost(groups) if groups else None
            if group is None or group.words < _FEWEST:
                break
            if not loose or _runs(voting, group):
                yield group
                seen += group.children
            seen += groups[0].children


def _is_apart(group: Group, others: Collection[html.HtmlElement]) -> bool:
    """True where a group neither holds any of the other elements nor stands in one."""
    known = set(others)
    around = {parent for element in others for parent in element.iterancestors()}
    return all(
        child not in around and child not in known and known.isdisjoint(child.iterancestors())
        for child in group.children
    )


def _runs(anchors: Sequence[Anchor], group: Group) -> bool:
    """True where the times of a group's children go one way, and texts behind them start anew.

    Times that count from nothing are those of a recording.
    """
    children = set(group.children)
    found = [
        a for a in anchors if a.stamp and not children.isdisjoint((a.element, *a.element.iterancestors()))
    ]
    steps = [direction(a.stamp, b.stamp) for a, b in pairwise(found) if a.stamp and b.stamp]
    moved = [step for step in steps if step]
    one_way = max(moved.count(1), moved.count(-1)) >= 0.7 * len(moved) > 0
    anew = sum(a.after[:1].islower() for a in found) * 4 <= len(found)
    recorded = moved.count(1) == len(steps) and not any(a.stamp.hour for a in found[:1] if a.stamp)
    return len(group.children) > 3 and one_way and anew and not recorded


def _innermost(groups: Sequence[Group]) -> Group:
    """The best group; where its children are days or chapters, the updates that they hold."""
    best = groups[0]
    for group in groups[1:]:
        known = set(best.children)
        holders = [next((p for p in child.iterancestors() if p in known), None) for child in group.children]
        held = {holder for holder in holders if holder is not None}
        many = None not in holders and len(group.children) >= 1.5 * len(best.children)
        if many and len(held) * 2 >= len(best.children):
            text = (
                sum(map(words_beyond, group.children))
                if not group.flowing
                else len(group.children) * group.words
            )
            if text >= 0.6 * sum(map(words_beyond, held)):
                best = group
    return best


def _groups(
    anchors: Sequence[Anchor], marks: _Marks, readers: Collection[html.HtmlElement]
) -> Iterator[Group]:
    children: dict[html.HtmlElement, dict[html.HtmlElement, None]] = defaultdict(dict)
    for anchor in anchors:
        here = anchor.element
        for parent in here.iterancestors():
            children[parent].setdefault(here)
            here = parent
    alike: dict[tuple[int | str, ...], list[html.HtmlElement]] = defaultdict(list)
    for parent, found in children.items():
        if parent in readers or reason(parent):
            continue
        for same in _same_kind(list(found)):
            depth = sum(1 for _ in parent.iterancestors())
            alike[(depth, parent.tag, kind(parent), same[0].tag, kind(same[0]))].extend(same)
    for same in alike.values():
        group = _measured(same, marks) if len(same) > 1 else None
        if group:
            yield group


def _measured(same: list[html.HtmlElement], marks: _Marks) -> Group | None:
    flowing = flows(same, marks.days)
    changes = {
        start
        for start, elements in zip(same, flowing, strict=True)
        if CHANGE.match(str(start.text_content()).strip())
        and next(start.iter("img", "iframe"), None) is None
        and sum(words_beyond(element, marks.stamps) for element in elements) < _FEWEST
    }
    if 0 < len(changes) * 2 <= len(same):  # each below the text whose change it tells
        same = [start for start in same if start not in changes]
        if len(same) < 2:
            return None
        flowing = flows(same, marks.days)
    children = tuple(same)
    answerable_ones = sum(any(map(answerable, elements)) for elements in flowing)
    if answerable_ones * 2 > len(same) and not _are_of_one_author(flowing):
        return None
    inner = [words_beyond(child, marks.stamps) for child in children]
    around = [
        sum(words_beyond(element, marks.stamps) for element in elements[1:] if not _is_like(element, same[0]))
        for elements in flowing
    ]
    holding = sum(around) * 4 < sum(inner) and not _starts_only(same)
    if _may_hold(same[0]) and median(inner) >= 5 and holding:
        return Group(children=children, flowing=False, words=median(inner))
    outer = [sum(pair) for pair in zip(inner, around, strict=True)]
    return Group(children=children, flowing=True, words=median(outer)) if median(outer) >= 5 else None


def _are_of_one_author(found: Sequence[tuple[html.HtmlElement, ...]]) -> bool:
    """True for a thread of posts that one person wrote; comments are of many."""
    names: set[str] = set()
    for elements in found:
        authors = (here for element in elements for here in element.iter() if isinstance(here.tag, str))
        name = next((said for here in authors if is_called_author(here) and (said := visible_text(here))), "")
        names.add(name)
    return len(found) >= _THREAD and len(names) == 1 and "" not in names


def _is_like(element: html.HtmlElement, child: html.HtmlElement) -> bool:
    """True for what may be an update without a time among others."""
    return element.tag == child.tag and bool(classes(child)) and kind(element) == kind(child)


def _may_hold(element: html.HtmlElement) -> bool:
    return element.tag in _CONTAINERS or "-" in element.tag


def _starts_only(same: list[html.HtmlElement]) -> bool:
    """True where most of the elements hold a time and a heading, and the text follows them."""
    bare = [element for element in same if next(element.iter("p", "ul", "blockquote", "td"), None) is None]
    return len(bare) * 2 > len(same) and all(len(visible_text(element).split()) < 25 for element in bare)


def words_beyond(element: html.HtmlElement, stamps: Collection[html.HtmlElement] = ()) -> float:
    """Words of its own, but for those of stamps; those of links count for a quarter, for lists of links
    are no text.
    """
    linked = sum(count_words(str(link.text_content())) for link in element.iter("a"))
    return max(0, count_words(visible_text(element, skip=stamps)) - linked * 3 / 4)


def _same_kind(found: list[html.HtmlElement]) -> Iterator[list[html.HtmlElement]]:
    """Siblings of one tag, and of the class that most of them have."""
    tags: dict[str, list[html.HtmlElement]] = defaultdict(list)
    for element in found:
        tags[element.tag].append(element)
    for same in tags.values():
        kinds = Counter(name for element in same for name in set(classes(element)))
        best = max(kinds.values(), default=0)
        if best * 2 > len(same):
            name = next(name for name, count in kinds.items() if count == best)
            yield [element for element in same if name in classes(element)]
        elif best == 0 or same[0].tag not in ("div", "section"):
            yield same
        else:
            yield from _of_kinds(same)


def _of_kinds(same: list[html.HtmlElement]) -> Iterator[list[html.HtmlElement]]:
    """Siblings of several kinds: all of them where the kinds take turns, as posts do, else kind by kind."""
    kinds: dict[str, list[html.HtmlElement]] = defaultdict(list)
    for element in same:
        kinds[kind(element)].append(element)
    runs = sum(kind(here) != kind(there) for here, there in pairwise(same)) + 1
    again = [element for element in same if len(kinds[kind(element)]) > 1]
    if len(again) >= _MOST * len(same) and runs > len(kinds):
        yield again
    else:
        yield from (elements for elements in kinds.values() if len(elements) > 1)
