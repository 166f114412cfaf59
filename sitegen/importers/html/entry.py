"""One update of a page: its time, title, authors and text, and what in it is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html

from sitegen.importers.html import clocks, furniture
from sitegen.importers.html.anchors import HEADINGS, Anchor
from sitegen.importers.html.feed import Piece
from sitegen.importers.html.habits import Habits, learn
from sitegen.importers.html.heads import read_head
from sitegen.importers.html.keys import keys_of
from sitegen.importers.html.names import beside, is_called_title
from sitegen.importers.html.offcuts import offcuts
from sitegen.importers.html.outline import Outline, outline
from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.moment import Moment
from sitegen.markup import parse
from sitegen.markup.webpage import Keep, markdown, visible_text

LABEL = "a label beside the time of an update"
DAY = "the day of an update, whose time is not beside it"
TWICE = "the time of an update, printed twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One update as the page shows it."""

    stamp: Stamp | None
    moment: Moment | None
    """What is printed with a date such as 1/8/21, which is not yet in the stamp."""
    heading: Moment | None
    """The day heading that its day is from; None where it prints its own, or has none."""
    machine: bool
    """True where the time is for machines."""
    title: str
    authors: tuple[str, ...]
    body: str
    text: str
    """The words of its body."""
    keys: frozenset[str]
    """What ids and links of the page call it."""
    id: str
    """Its element's id, without what all of them start with; empty if it has none."""
    line: int
    """Line of the page's source."""
    key_event: bool
    pinned: bool
    summary: bool
    left_out: tuple[tuple[str, str], ...]
    """Text that is none of the story, each with the reason."""
    cuts: tuple[html.HtmlElement, ...]
    """Elements whose text was taken apart from what is around them."""


def read_parts(
    pieces: Sequence[Piece],
    texts: Mapping[html.HtmlElement, str],
    base: str,
    known: Collection[str],
    keep: Keep | None = None,
) -> list[Part]:
    """Read the updates of a page.

    `texts` are those of its elements that have a short one, `known` its authors, folded by `same_words`;
    `keep` keeps pictures.
    """
    outlines = [outline(piece, texts) for piece in pieces]
    habits = learn(outlines)
    return [_read_part(one, habits, base, known, keep) for one in outlines]


def _read_part(one: Outline, habits: Habits, base: str, known: Collection[str], keep: Keep | None) -> Part:
    elements = one.piece.elements
    own = [anchor for anchor, path in one.stamps if path in habits.stamps]
    own = own or [anchor for anchor, path in one.stamps if not any(step.startswith("p.") for step in path)]
    times = [anchor for anchor in own if anchor.stamp]
    # Where every time is called that of a change, the first is all there is.
    dated = [anchor for anchor in times if not _is_change(anchor, elements)] or times[:1]
    chosen = _choose(dated)
    days = [anchor for anchor in own if anchor.is_day]
    shown = [a for a in (*dated, *days) if not (a.holds or a.prefix)]
    skip: set[html.HtmlElement] = {a.element for a in shown}
    head = read_head(one, habits, skip, known)
    start = one.start({*skip, *head.taken})
    title, title_of, drop = _title(one, start, {*skip, *head.taken}, chosen, habits)
    taken = {*skip, *head.taken, *([title_of] if title_of is not None else [])}
    off = list(offcuts(one, taken, head.labels, title))
    if title_of is not None:
        off += furniture.pieces(title_of)
    gone = {element for element, _ in off}
    off += [(e, LABEL) for e in head.labels if not any(here in gone for here in (e, *e.iterancestors()))]
    off = _unless_all(one, taken, off)
    rest = {*taken, *(element for element, _ in off)}
    printed, twice = _printed(chosen, shown)
    out = [*((visible_text(element), why) for element, why in off), *((word, LABEL) for word in head.words)]
    out += [(text, TWICE) for text in twice]
    out += [(beside(a.before, a.authors), LABEL) for a in shown if a.before]
    if chosen is None:
        out += [(text, DAY) for text in printed]
    elif chosen.element in skip and (sign := _sign_behind(chosen.element, rest)):
        drop[chosen.element.getparent()] = len(sign)
        out.append((sign, LABEL))
    above = set(one.order[:start])
    body = markdown(elements, base, rest, drop, text_first=True, keep=keep)
    day = days[0].moment if days else None
    dates = bool(chosen and (chosen.machine or (chosen.moment and "date" in chosen.moment.parts)))
    heading = None if dates or day else one.piece.day
    moments = [moment for moment in (chosen.moment if chosen else None, day, heading) if moment]
    return Part(
        stamp=_stamp(chosen, printed, day or heading),
        moment=next((moment for moment in moments if moment.numbers), None),
        heading=heading,
        machine=bool(chosen and chosen.machine),
        title=title,
        authors=next((a.authors for a in dated if a.authors), head.authors),
        body=body,
        text=parse(body).text,
        keys=keys_of(elements, above),
        id=elements[0].get("id", ""),
        line=int(elements[0].sourceline or 0),
        left_out=tuple((" ".join(text.split()), why) for text, why in out if text.strip()),
        cuts=(*rest, *(inner for element in taken for inner in element.iterdescendants())),
        key_event=head.key_event,
        pinned=head.pinned,
        summary=head.summary,
    )


def _is_change(anchor: Anchor, elements: Collection[html.HtmlElement]) -> bool:
    said = " ".join([anchor.stamp.text if anchor.stamp else "", furniture.names(anchor.element)])
    parent = anchor.element.getparent()
    if parent is not None and anchor.element not in elements:
        said += f" {parent.text or ''} {furniture.names(parent)}"
    return bool(furniture.CHANGE.search(said)) and not re.search(r"publi|posted", said, re.IGNORECASE)


def _choose(dated: Sequence[Anchor]) -> Anchor | None:
    """The time that says most: for machines, else with a day and a zone, else with either, else any."""

    def strength(anchor: Anchor) -> tuple[bool, ...]:
        stamp = anchor.stamp
        assert stamp is not None
        zoned = stamp.offset_minutes is not None or bool(stamp.zone)
        dates = anchor.moment is not None and "date" in anchor.moment.parts
        exact = stamp.instant is not None, stamp.ago is None
        return (*exact, anchor.machine, stamp.day is not None or dates, zoned, not anchor.holds)

    return max(dated, key=strength, default=None)


def _printed(chosen: Anchor | None, shown: Sequence[Anchor]) -> tuple[list[str], list[str]]:
    """The words of all stamps of an update, and those that it prints again."""
    anchors = [*shown, *([chosen] if chosen and chosen.prefix else [])]
    texts = [
        text
        for a in anchors
        if (text := a.stamp.text if a.stamp else a.moment.stamp.text if a.moment else "")
    ]
    return list(dict.fromkeys(texts)), [text for n, text in enumerate(texts) if text in texts[:n]]


def _stamp(chosen: Anchor | None, printed: Sequence[str], day: Moment | None) -> Stamp | None:
    if chosen is None or chosen.stamp is None:
        return None
    stamp = replace(chosen.stamp, text=" ".join(printed) or chosen.stamp.text)
    dates = chosen.moment is not None and "date" in chosen.moment.parts
    return stamp if dates else clocks.dated(stamp, day)


def _unless_all(
    one: Outline, taken: Collection[html.HtmlElement], off: list[tuple[html.HtmlElement, str]]
) -> list[tuple[html.HtmlElement, str]]:
    """What is left out, without labels and hidden texts where nothing else would be left of the update."""
    gone = {*taken, *(element for element, _ in off)}
    if any(visible_text(element, skip=gone) for element in one.piece.elements):
        return off
    return [(element, why) for element, why in off if why not in (furniture.OFF, LABEL)]


def _sign_behind(stamp: html.HtmlElement, gone: Collection[html.HtmlElement]) -> str:
    """The sign between a stamp at the start of a paragraph and the words behind it."""
    parent = stamp.getparent()
    found = re.match(r"\s*([:|•·–—-]{1,3})\s", stamp.tail or "")
    if not found or parent is None or (parent.text or "").strip():
        return ""
    before = stamp.itersiblings(preceding=True)
    return found[1] if all(one in gone and not (one.tail or "").strip() for one in before) else ""


def _title(
    one: Outline, start: int, skip: Collection[html.HtmlElement], chosen: Anchor | None, habits: Habits
) -> tuple[str, html.HtmlElement | None, dict[html.HtmlElement, int]]:
    """The title, the element that it is, and how many characters of which element are a stamp."""
    lead = chosen if chosen and chosen.prefix else None
    if lead and lead.element.tag in ("strong", "b"):
        return lead.after, lead.element, {}
    above = [e for e in one.order[:start] if e not in one.piece.elements or len(one.piece.elements) > 1]
    headings = (e for e in above if e.tag in HEADINGS and not furniture.reason(e))
    named = (e for e in above if is_called_title(e))
    learned = (line.element for line in one.blocks if line.path in habits.titles)
    for element in (*headings, *named, *learned):
        off = {*skip, *(inner for inner, _ in furniture.pieces(element))}
        text = " ".join(visible_text(element, cuts=off, skip=off).split())
        if text and lead and element in (lead.element, *lead.element.iterancestors()):
            return lead.after, element, {}
        if text:
            return re.sub(r"^[|–—:-]+\s+", "", text), element, {lead.element: lead.prefix} if lead else {}
    return "", None, {lead.element: lead.prefix} if lead else {}
