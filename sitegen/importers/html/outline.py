"""An update's part of a page laid open: its stamps, its short lines, where its text starts.

The place of an element is the path of tags to it from its update. What most updates have at one place is
the same thing in all of them: a number in bold in one text is no stamp, though stamps may be bold.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html

from sitegen.importers.html import furniture
from sitegen.importers.html.anchors import HEADINGS, Anchor
from sitegen.importers.html.feed import Piece
from sitegen.importers.html.flows import kind
from sitegen.importers.html.names import is_called_author, is_called_title, names_of, says_by
from sitegen.importers.html.words import count_words
from sitegen.importers.names import is_role
from sitegen.importers.titles import ends_sentence
from sitegen.markup.webpage import BLOCK_TAGS, HIDDEN_TAGS, visible_text

Path = tuple[str, ...]

_SHORT = 8
"""Words of a label, a name or the like."""

_NAMES = 18
"""Words of names, where the page calls them authors."""

_LINKS = 0.5
"""Share of words from which on a line is one of links."""

_QUOTING = frozenset({"blockquote", "figure", "table", "iframe"})
_TEXTS = frozenset({"p", "ul", "ol", "blockquote", "figure", "table", "pre"})
_SIZE = re.compile(r"\s*(?:min-|max-)?(?:width|height)|background(?:-image)?\s*:")
"""Rules that differ between elements of one kind."""

_MANY = 8
"""Words from which on an element that is no paragraph is running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A short line of an update."""

    element: html.HtmlElement
    """It."""
    text: str
    """Its words, without those of a stamp in it."""
    path: Path
    """Where it stands."""
    head: bool
    """True above the running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An update's part of the page."""

    piece: Piece
    """It."""
    order: tuple[html.HtmlElement, ...]
    """All its elements, in page order."""
    texts: Mapping[html.HtmlElement, str]
    """Texts of those elements of the page that have a short one."""
    holders: frozenset[html.HtmlElement]
    """Elements in which others stand on lines of their own."""
    stamps: tuple[tuple[Anchor, Path], ...]
    """Times and days that may be its own, each with its place."""
    lines: tuple[Line, ...] = ()
    """Its short lines."""

    @property
    def printed(self) -> set[html.HtmlElement]:
        """Elements that are nothing but a time or a day."""
        return {a.element for a, _ in self.stamps if not (a.holds or a.prefix or a.before)}

    @property
    def blocks(self) -> Iterator[Line]:
        """Its paragraphs and the like, with the path to what holds all their words."""
        elements = self.piece.elements
        stamps = self.printed
        for element in outside(self.order, stamps):
            leaf = element.tag in BLOCK_TAGS and element not in self.holders
            inner = not leaf and element.getparent() in self.holders and _is_line(element, stamps)
            whole = element in elements and len(elements) == 1
            title = [child for child in element[:1] if leaf and _is_line(child, stamps)]
            for each in (*title, *([element] if (leaf or inner) and not whole else [])):
                if text := " ".join(visible_text(each, skip=stamps).split()):
                    yield Line(element=each, text=text, path=path_of(_innermost(each), elements), head=True)

    def start(self, taken: Collection[html.HtmlElement]) -> int:
        """The place in its order of the first element of the running text; `taken` are known as none."""
        place = {element: number for number, element in enumerate(self.order)}
        around = {parent for element in taken for parent in element.iterancestors()}
        texts = (e for e in outside(self.order, taken) if e not in around and _is_text(e, self))
        return next((place[element] for element in texts), len(self.order))


def outline(piece: Piece, texts: Mapping[html.HtmlElement, str]) -> Outline:
    """Lay open one update. `texts` are those of the page's elements that have a short one."""
    elements = piece.elements
    order = tuple(e for element in elements for e in element.iter() if isinstance(e.tag, str))
    stamps = tuple(
        (anchor, path_of(anchor.element, elements))
        for anchor in piece.anchors
        if (anchor.stamp or anchor.is_day) and not _is_quoted(anchor.element, elements)
    )
    one = Outline(piece=piece, order=order, texts=texts, holders=_holders(order), stamps=stamps)
    head = set(order[: one.start(one.printed)])
    lines = tuple(
        Line(element=element, text=text, path=path_of(element, elements), head=element in head)
        for element, text in _lines(one)
    )
    return replace(one, lines=lines)


def outside(
    order: Iterable[html.HtmlElement], taken: Collection[html.HtmlElement]
) -> Iterator[html.HtmlElement]:
    """Elements that are neither taken nor stand in one that is."""
    inside = set(taken)
    for element in order:
        if element in inside or element.getparent() in inside:
            inside.add(element)
        else:
            yield element


def _holders(order: Sequence[html.HtmlElement]) -> frozenset[html.HtmlElement]:
    found: set[html.HtmlElement] = set()
    for element in reversed(order):
        if element in found or (element.tag in BLOCK_TAGS and element.tag != "br"):
            parent = element.getparent()
            if parent is not None:
                found.add(parent)
    return frozenset(found)


def path_of(element: html.HtmlElement, elements: Collection[html.HtmlElement]) -> Path:
    """Where an element stands in its update: tags and first classes down to it.

    Of several elements that an update is made of, the first has none, for it may have any.
    """
    steps: list[str] = []
    here: html.HtmlElement | None = element
    while here is not None and here not in elements:
        steps.append(f"{here.tag}.{kind(here) or _style(here)}")
        here = here.getparent()
    first = here is None or here is next(iter(elements))
    steps.append("" if first or here is None else f"{here.tag}.{kind(here)}")
    return tuple(reversed(steps))


def _style(element: html.HtmlElement) -> str:
    """How an element without a class is drawn, but for its size: copies of pages keep only that."""
    rules = (rule for rule in element.get("style", "").split(";") if not _SIZE.match(rule))
    return ";".join("".join(rule.split()) for rule in rules)


def share_of_links(element: html.HtmlElement) -> float:
    """How many of the words of an element are those of links, in it or around it: 0 to 1."""
    if next(element.iterancestors("a"), None) is not None:
        return 1
    words = len(str(element.text_content()).split())
    linked = sum(len(str(link.text_content()).split()) for link in element.iter("a"))
    return min(1, linked / words) if words else 0


def _is_line(element: html.HtmlElement, stamps: Collection[html.HtmlElement]) -> bool:
    """True for bold type that stands alone between line breaks or blocks, above other text."""
    above, below, parent = element.getprevious(), element.getnext(), element.getparent()
    if element.tag not in ("b", "strong") or below is None or below.tag not in BLOCK_TAGS or parent is None:
        return False
    before = (parent.text if above is None else above.tail) or ""
    first = above is None or above.tag in BLOCK_TAGS or above in stamps
    return first and not before.strip() and not (element.tail or "").strip()


def _innermost(element: html.HtmlElement) -> html.HtmlElement:
    """The element that holds all the words of another, as bold type around a line does."""
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
    return element


def _is_quoted(element: html.HtmlElement, elements: Collection[html.HtmlElement]) -> bool:
    here: html.HtmlElement | None = element
    while here is not None and here not in elements:
        if here.tag in _QUOTING:
            return True
        here = here.getparent()
    return False


def _is_text(element: html.HtmlElement, one: Outline) -> bool:
    """True for the first element of the running text."""
    elements = one.piece.elements
    if element.tag in HIDDEN_TAGS or element.tag in HEADINGS:
        return False
    paragraph = element.tag in _TEXTS and not (element in elements and len(elements) == 1)
    if not paragraph and (element.tag not in BLOCK_TAGS or count_words(_said(element, one)) < _MANY):
        return False
    text = one.texts.get(element)
    if text == "" or furniture.reason(element):
        return False
    if text is None:  # no short one
        return paragraph or not is_called_title(element)
    called = is_called_author(element)
    if (called or (paragraph and says_by(text))) and names_of(text, sure=called):
        return False
    titled = paragraph and next(element.iter("a"), None) is None and not ends_sentence(text)
    return not is_called_title(element) or (paragraph and not titled)


def _own(element: html.HtmlElement) -> str:
    return " ".join(filter(None, [element.text, *(child.tail for child in element)]))


def _said(element: html.HtmlElement, one: Outline) -> str:
    """Its own words; all of them where they are sentences on one line."""
    whole = "" if element in one.holders else str(element.text_content())
    return whole if ends_sentence(whole.strip()) and share_of_links(element) < _LINKS else _own(element)


def _lines(one: Outline) -> Iterator[tuple[html.HtmlElement, str]]:
    """Short lines and their texts, outermost first, without those of stamps."""
    elements = one.piece.elements
    stamps = one.printed
    stack = list(reversed(elements))
    while stack:
        here = stack.pop()
        if not isinstance(here.tag, str) or here.tag in HIDDEN_TAGS or here.tag in _QUOTING or here in stamps:
            continue
        known = one.texts.get(here)
        leaf = here not in one.holders
        if known == "" or (known is None and leaf and here.tag in ("p", "li")):
            continue
        text = "" if known is None else " ".join(visible_text(here, skip=stamps).split())
        called = 0 < count_words(text) <= _NAMES and is_called_author(here) and _are_names(here, text)
        text = _apart(here, stamps, text) if called else text
        short = called or (0 < count_words(text) <= _SHORT and leaf and _is_one(here))
        if short and not (here in elements and len(elements) == 1):
            yield here, text
        elif not (leaf and here.tag in ("p", "li") and count_words(text) > _SHORT):
            stack.extend(reversed(here))


def _apart(element: html.HtmlElement, stamps: Collection[html.HtmlElement], text: str) -> str:
    """Its words, those of inner elements apart, for they are dealt with one by one."""
    words = visible_text(element, cuts=set(element.iterdescendants()), skip=stamps).split()
    return text if re.sub(r" (?=[,.;:])", "", " ".join(words)) == text else " ".join(words)


def _are_names(element: html.HtmlElement, text: str) -> bool:
    """True where it holds names, and no elements for a name and for what its bearer is."""
    inner = [said for text in element.itertext() if (said := " ".join(str(text).split()))]
    while len(filled := _filled(element)) == 1 and not _own(element).strip():
        element = filled[0]  # portraits beside names hold no words
    if not names_of(text, sure=True) or _is_one(element):
        return bool(names_of(text, sure=True))
    return bool(names_of(" ".join(inner), sure=True)) and not any(map(is_role, inner[1:]))


def _is_one(element: html.HtmlElement) -> bool:
    """True where a line can't be told apart any further."""
    return len(_filled(element)) < 2 or any(sign.isalnum() for sign in _own(element))


def _filled(element: html.HtmlElement) -> list[html.HtmlElement]:
    """Its children that hold words."""
    return [child for child in element if isinstance(child.tag, str) and child.text_content().strip()]
