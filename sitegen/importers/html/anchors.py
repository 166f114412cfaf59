"""What may date or name an update: elements for machines, short printed times, known ids, headlines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree, html

from sitegen.importers.html import clocks
from sitegen.importers.html.clocks import Clock
from sitegen.importers.html.keys import own_keys
from sitegen.importers.html.moments import attribute_stamp, is_epoch, stamp_of
from sitegen.importers.html.words import same_words
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.moment import Moment
from sitegen.markup.webpage import BLOCK_TAGS, HIDDEN_TAGS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

SHORT = 200
"""Characters of what may be a line of its own, as names, labels and buttons are."""

_STARTERS = frozenset({*HEADINGS, "p", "strong", "b", "dt", "dd", "li", "td", "th", "div", "span", "summary"})
"""Elements whose text may start with a time."""

_TIMED_WORDS = 2
"""Words besides its time that an element with a time for machines may print."""

_Read = dict[tuple[str, int], Clock | None]
"""What was read of texts with so many other words, for wrappers have the text of what they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """An element that dates or names an update."""

    element: html.HtmlElement
    """It."""
    stamp: Stamp | None = None
    """Its time; None for a headline, an id, or a day alone."""
    moment: Moment | None = None
    """What is printed; without a stamp it is a day."""
    prefix: int = 0
    """Characters of its text, blanks not counted, that are the time, where more follows; 0: all of it."""
    before: str = ""
    """Words before a time that stands below a text."""
    after: str = ""
    """Words behind a time."""
    authors: tuple[str, ...] = ()
    """Names behind it, where nothing else stands there."""
    machine: bool = False
    """True where the time is for machines."""
    holds: bool = False
    """True for an element that holds an update and is no stamp itself."""
    loose: bool = False
    """True where only its place tells the time from one in running text."""

    @property
    def is_day(self) -> bool:
        """True for a day without a time."""
        return self.stamp is None and self.moment is not None


def anchors(
    root: html.HtmlElement,
    texts: Mapping[html.HtmlElement, str],
    keys: Collection[str] = (),
    headlines: Collection[str] = (),
) -> list[Anchor]:
    """All anchors below an element, in page order.

    `texts` are those of its elements that have a short one, `keys` known ids of updates, `headlines` known
    headlines as `same_words` folds them.
    """
    texts = {element: text for element, text in texts.items() if len(text) <= clocks.LONGEST}
    timed = _holding_machine_times(root, texts)
    read: _Read = {}
    found: list[Anchor] = []
    inside: set[html.HtmlElement] = set()
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in HIDDEN_TAGS or element.getparent() in inside:
            inside.add(element)
            continue
        text = texts.get(element, "")
        anchor = (
            _by_machine(element, text)
            or _by_name(element, keys, headlines)
            or (_printed(element, text, read) if element not in timed else None)
        )
        if anchor:
            found.append(anchor)
            if anchor.stamp and not (anchor.holds or anchor.prefix):
                inside.add(element)
    hours = any(_style(anchor) == "h" for anchor in found)
    # `2h` is an hour of the clock only where `2h30` is printed too.
    return [anchor for anchor in found if hours or _style(anchor) != "h_full" or anchor.machine]


def _style(anchor: Anchor) -> str:
    return anchor.moment.style if anchor.moment and "date" not in anchor.moment.parts else ""


def short_texts(root: html.HtmlElement) -> dict[html.HtmlElement, str]:
    """Texts of the elements that have a short one, with a blank at the edges of all that stands in them."""
    found: dict[html.HtmlElement, str] = {}
    stack: list[tuple[list[str], list[int]]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, here in walk:
        if event == "start":
            stack.append(([], [0]))
            if here.tag in HIDDEN_TAGS:
                walk.skip_subtree()
            else:
                _add(stack, here.text)
            continue
        pieces, size = stack.pop()
        short = size[0] <= SHORT
        if short:
            found[here] = " ".join(" ".join(pieces).split())
        if stack:
            stack[-1][1][0] += 0 if short else size[0]
            _add(stack, found.get(here))
            _add(stack, here.tail)
    return found


def _add(stack: list[tuple[list[str], list[int]]], text: str | None) -> None:
    if text:
        pieces, size = stack[-1]
        size[0] += len(text.strip())
        if size[0] <= SHORT:
            pieces.append(text)


def _holding_machine_times(
    root: html.HtmlElement, texts: Mapping[html.HtmlElement, str]
) -> set[html.HtmlElement]:
    """Short elements around one that has a time for machines: what they print is that of the one."""
    found: set[html.HtmlElement] = set()
    for element in root.iter():
        timed = isinstance(element.tag, str) and (
            element.get("datetime") or _tooltip(element) or attribute_stamp(element)
        )
        if timed:
            for parent in element.iterancestors():
                if parent in found or parent not in texts:
                    break
                found.add(parent)
    return found


def _by_machine(element: html.HtmlElement, text: str) -> Anchor | None:
    stamp = attribute_stamp(element, text)
    if stamp is None and is_epoch(text):
        stamp = stamp_of(text, "seconds since 1970, as printed", text)
        return Anchor(element=element, stamp=stamp, machine=True)
    if stamp is None:
        if dated := _dated_clock(element, text):
            return dated
        tip = _tooltip(element)
        return Anchor(element=element, stamp=replace(tip, text=text or tip.text)) if tip else None
    alone = not element.text_content().strip() or bool(
        text and (element.tag == "time" or is_epoch(text) or _beside_few(text))
    )
    moment = _beside_few(text) if alone and stamp.instant is None else None
    return Anchor(
        element=element,
        stamp=stamp,
        moment=moment.moment if moment else None,
        machine=True,
        holds=not alone,
    )


def _beside_few(text: str) -> Clock | None:
    return clocks.whole(text, clocks.times_in(text), others=_TIMED_WORDS)


def _dated_clock(element: html.HtmlElement, text: str) -> Anchor | None:
    """A printed clock time, whose day is in the attribute."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", element.get("datetime", "").strip())
    found = _beside_few(text) if day else None
    if day is None or found is None or "date" in found.moment.parts or "time" not in found.moment.parts:
        return None
    year, month, number = map(int, day.groups())
    stamp = replace(found.moment.stamp, text=text, year=year, month=month, day=number)
    return Anchor(element=element, stamp=stamp)


def _tooltip(element: html.HtmlElement) -> Stamp | None:
    """The date and time in the words that show when a pointer rests on an element."""
    value = element.get("title") or element.get("aria-label") or ""
    return clocks.full(value) if len(value) <= clocks.LONGEST and re.search(r"\d.*\d", value) else None


def _by_name(element: html.HtmlElement, keys: Collection[str], headlines: Collection[str]) -> Anchor | None:
    if keys and any(key in keys for key in own_keys(element)):
        return Anchor(element=element, holds=True)
    if element.tag in HEADINGS and headlines and same_words(str(element.text_content())) in headlines:
        return Anchor(element=element, holds=True)
    return None


def _printed(element: html.HtmlElement, text: str, read: _Read) -> Anchor | None:
    if re.search(r"\d", text):
        others = 0 if len(element) or element.tag in HEADINGS else 1
        if (text, others) not in read:
            times = clocks.times_in(text)
            read[text, others] = clocks.whole(text, times, others=others) or clocks.trailing(text, times)
        found = read[text, others]
        if found and found.before and _has_lines(element):
            found = None  # the time is that of its line alone
        if found:
            return _anchor(element, found)
        if day := clocks.day(text):
            return Anchor(element=element, moment=day)
    start = (element.text or "").lstrip()
    if element.tag in _STARTERS and re.search(r"\d", start[: clocks.LONGEST]):
        lead = clocks.leading(" ".join(_words(element)))
        if lead:
            head = " ".join(_words(element))[: lead.end]
            return _anchor(element, lead, prefix=len(re.sub(r"\s", "", head)))
    return None


def _has_lines(element: html.HtmlElement) -> bool:
    """True where several lines or blocks with words stand in it."""
    breaks = [here for here in element.iterdescendants() if here.tag in BLOCK_TAGS]
    return any(here.tag == "br" for here in breaks) or len(breaks) > 1


def _anchor(element: html.HtmlElement, found: Clock, prefix: int = 0) -> Anchor:
    return Anchor(
        element=element,
        stamp=replace(found.moment.stamp, text=found.text),
        moment=found.moment,
        prefix=prefix,
        before=found.before,
        after=found.after,
        authors=found.authors,
        loose=found.loose,
    )


def _words(element: html.HtmlElement) -> Iterator[str]:
    for text in element.itertext():
        yield from str(text).split()
