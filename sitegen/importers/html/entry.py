"""One update of a page: its time, title, authors and text, and what in it is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from lxml import html

from sitegen.importers.html import furniture
from sitegen.importers.html.anchors import Anchor
from sitegen.importers.html.feed import Piece
from sitegen.importers.html.heads import Head, read_head
from sitegen.importers.html.keys import keys_of
from sitegen.importers.protocol import Stamp
from sitegen.markup.webpage import HIDDEN_TAGS, Keep, markdown, visible_text

LABEL = "a label beside the time of an update"

_CHANGE = re.compile(
    r"updated|modified|edited|last change|aktualisiert|mis à jour|actualizad|changed", re.IGNORECASE
)
_QUOTING = ("blockquote", "figure", "table", "iframe")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXTS = ("p", "ul", "ol", "blockquote", "figure", "table", "pre")
_TITLE = re.compile(r"(?<!\w)(?:headline|title|heading|entry title|post title)(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One update as the page shows it."""

    stamp: Stamp | None
    machine: bool
    """True where the time is for machines."""
    title: str
    authors: tuple[str, ...]
    body: str
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


def read_part(piece: Piece, base: str, known: Collection[str], keep: Keep | None = None) -> Part:
    """Read one update. `known` are the page's authors, as `same_words` folds them; `keep` keeps pictures."""
    elements = piece.elements
    order = [e for element in elements for e in element.iter() if isinstance(e.tag, str)]
    place = {element: number for number, element in enumerate(order)}
    inner = [anchor for anchor in piece.anchors if anchor.stamp and _is_own(anchor, elements)]
    # Where every time is called that of a change, the first is all there is.
    dated = [anchor for anchor in inner if not _is_change(anchor, elements)] or inner[:1]
    chosen = _choose(dated)
    taken: list[html.HtmlElement] = []
    drop: dict[html.HtmlElement, int] = {}
    start = next((n for n, e in enumerate(order) if _is_text(e, elements, dated)), len(order))
    title_of = _title_element(order, start, elements)
    skip: set[html.HtmlElement] = {a.element for a in dated if a.element not in elements and not a.prefix
                                   and (place[a.element] < start or a is chosen)}  # fmt: skip
    printed = [a for a in dated if a.element in skip]
    lead = chosen if chosen and chosen.prefix else None
    if lead and lead.stamp:
        drop[lead.element] = len(re.sub(r"\s", "", lead.stamp.text))
        printed = [*printed, lead]
    title = _title(title_of, skip, lead)
    if title_of is not None:
        skip.add(title_of)
    taken.extend(skip)
    if not printed and chosen:
        printed = [chosen]
    before = set(order[:start])
    head = read_head(elements, before, skip, known, {anchor.element for anchor in dated})
    taken.extend((*head.taken, *head.labels))
    out = [*((word, LABEL) for word in head.words), *((visible_text(e), LABEL) for e in head.labels)]
    rest = set(taken)
    for element, why in _furniture(elements, rest):
        rest.add(element)
        out.append((visible_text(element), why))
    body = markdown(elements, base, rest, drop, text_first=True, keep=keep)
    return Part(
        stamp=_stamp(chosen, printed, piece),
        machine=bool(chosen and chosen.machine),
        title=title,
        authors=head.authors,
        body=body,
        keys=keys_of(elements, before),
        id=elements[0].get("id", ""),
        line=int(elements[0].sourceline or 0),
        left_out=tuple((" ".join(text.split()), why) for text, why in out if text.strip()),
        cuts=tuple(rest),
        **_flags(head),
    )


def _flags(head: Head) -> dict[str, bool]:
    return {"key_event": head.key_event, "pinned": head.pinned, "summary": head.summary}


def _is_own(anchor: Anchor, elements: Collection[html.HtmlElement]) -> bool:
    """False for times in quotes and in running text."""
    here: html.HtmlElement | None = anchor.element
    if anchor.prefix and anchor.element not in elements and anchor.element.tag not in _HEADINGS:
        first = next(iter(elements))
        text = anchor.stamp.text if anchor.stamp else ""
        if not visible_text(first).startswith(text):
            return False
    while here is not None and here not in elements:
        if here.tag in _QUOTING:
            return False
        here = here.getparent()
    return True


def _is_change(anchor: Anchor, elements: Collection[html.HtmlElement]) -> bool:
    said = " ".join([anchor.stamp.text if anchor.stamp else "", furniture.names(anchor.element)])
    parent = anchor.element.getparent()
    if parent is not None and anchor.element not in elements:
        said += f" {parent.text or ''} {furniture.names(parent)}"
    return bool(_CHANGE.search(said)) and not re.search(r"publi|posted", said, re.IGNORECASE)


def _choose(dated: list[Anchor]) -> Anchor | None:
    """The time that says most: for machines, else with a day and a zone, else with either, else any."""

    def strength(anchor: Anchor) -> tuple[int, ...]:
        stamp = anchor.stamp
        assert stamp is not None
        zoned = stamp.offset_minutes is not None or bool(stamp.zone)
        return (stamp.instant is not None, stamp.ago is None, anchor.machine, stamp.day is not None, zoned)

    return max(dated, key=strength, default=None)


def _stamp(chosen: Anchor | None, printed: list[Anchor], piece: Piece) -> Stamp | None:
    if chosen is None or chosen.stamp is None:
        return None
    text = " ".join(dict.fromkeys(a.stamp.text for a in printed if a.stamp)) or chosen.stamp.text
    stamp = replace(chosen.stamp, text=text)
    bare = stamp.instant is None and stamp.ago is None and stamp.day is None
    if bare and piece.day:
        return replace(stamp, day=piece.day.day, month=piece.day.month, year=piece.day.year)
    return stamp


def _is_text(element: html.HtmlElement, elements: Collection[html.HtmlElement], dated: list[Anchor]) -> bool:
    """True for the first element of the running text."""
    if element.tag not in _TEXTS or (element in elements and len(elements) == 1):
        return False
    inside = {place for a in dated if not a.prefix for place in (a.element, *a.element.iterancestors())}
    return element not in inside and len(visible_text(element).split()) > 2 and not furniture.reason(element)


def _title_element(
    order: list[html.HtmlElement], start: int, elements: Collection[html.HtmlElement]
) -> html.HtmlElement | None:
    above = order[:start]
    for element in above:
        if element.tag in _HEADINGS and visible_text(element) and not furniture.reason(element):
            return element
    named = (e for e in above if e.get("itemprop") == "headline" or _TITLE.search(furniture.names(e)))
    return next((e for e in named if e not in elements and visible_text(e)), None)


def _title(element: html.HtmlElement | None, skip: Collection[html.HtmlElement], lead: Anchor | None) -> str:
    if element is None:
        return ""
    text = " ".join(visible_text(element, cuts=skip, skip=skip).split())
    if lead and lead.stamp and (lead.element is element or element in lead.element.iterancestors()):
        prefix = " ".join(lead.stamp.text.split())
        text = text.removeprefix(prefix).strip()
    return re.sub(r"^[|–—:-]+\s+", "", text)


def _furniture(
    elements: Collection[html.HtmlElement], taken: Collection[html.HtmlElement]
) -> Iterator[tuple[html.HtmlElement, str]]:
    keep = {parent for element in taken for parent in (element, *element.iterancestors())}
    stack = list(reversed(list(elements)))
    while stack:
        here = stack.pop()
        if not isinstance(here.tag, str) or here.tag in HIDDEN_TAGS or here in taken:
            continue
        why = "" if here in elements and len(elements) == 1 else furniture.reason(here)
        if not why and here.tag in ("div", "span", "p", "small", "footer", "time"):
            text = visible_text(here)
            why = (
                furniture.CHANGED
                if len(text) < 60 and _CHANGE.match(text.strip(" (•|")) and re.search(r"\d|ago", text)
                else ""
            )
        if why and here not in keep:
            yield here, why
        else:
            stack.extend(reversed(here))
