"""An update's part of a page laid open: its stamps, its short lines, where its text starts.

The place of an element is the path of tags to it from its update. What most updates have at one place is
the same thing in all of them: a number in bold in one text is no stamp, though stamps may be bold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import html

from sitegen.importers.html import furniture
from sitegen.importers.html.anchors import HEADINGS, Anchor
from sitegen.importers.html.feed import Piece
from sitegen.importers.html.flows import kind
from sitegen.importers.html.names import is_called_author, is_called_title, names_of, says_by
from sitegen.importers.html.words import count_words
from sitegen.markup.webpage import BLOCK_TAGS, HIDDEN_TAGS, visible_text

Path = tuple[str, ...]

_SHORT = 8
"""Words of a label, a name or the like."""

_NAMES = 18
"""Words of names, where the page calls them authors."""

_QUOTING = frozenset({"blockquote", "figure", "table", "iframe"})
_TEXTS = frozenset({"p", "ul", "ol", "blockquote", "figure", "table", "pre"})
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
    stamps: tuple[tuple[Anchor, Path], ...]
    """Times and days that may be its own, each with its place."""
    lines: tuple[Line, ...]
    """Its short lines."""

    @property
    def blocks(self) -> Iterator[Line]:
        """Its paragraphs and the like above and in the text, with the path to what holds all their words."""
        elements = self.piece.elements
        inside = {anchor.element for anchor, _ in self.stamps if not (anchor.holds or anchor.prefix)}
        for element in self.order:
            if element in inside or element.getparent() in inside:
                inside.add(element)
                continue
            if element.tag not in BLOCK_TAGS or (element in elements and len(elements) == 1):
                continue
            blocks = any(inner.tag in BLOCK_TAGS for inner in element.iterdescendants())
            text = "" if blocks else " ".join(visible_text(element, skip=inside).split())
            if text:
                yield Line(element=element, text=text, path=path_of(_innermost(element), elements), head=True)

    def start(self, taken: Collection[html.HtmlElement]) -> int:
        """The place in its order of the first element of the running text; `taken` are known as none."""
        inside: set[html.HtmlElement] = set()
        for place, element in enumerate(self.order):
            if element in taken or element.getparent() in inside:
                inside.add(element)
            elif _is_text(element, self.piece.elements, taken):
                return place
        return len(self.order)


def outline(piece: Piece) -> Outline:
    """Lay open one update."""
    elements = piece.elements
    order = tuple(e for element in elements for e in element.iter() if isinstance(e.tag, str))
    stamps = tuple(
        (anchor, path_of(anchor.element, elements))
        for anchor in piece.anchors
        if (anchor.stamp or anchor.is_day) and not _is_quoted(anchor.element, elements)
    )
    taken = {a.element for a, _ in stamps if not (a.holds or a.prefix or a.before)}
    bare = Outline(piece=piece, order=order, stamps=stamps, lines=())
    head = set(order[: bare.start(taken)])
    lines = tuple(
        Line(element=element, text=text, path=path_of(element, elements), head=element in head)
        for element, text in _lines(elements, taken)
    )
    return Outline(piece=piece, order=order, stamps=stamps, lines=lines)


def path_of(element: html.HtmlElement, elements: Collection[html.HtmlElement]) -> Path:
    """Where an element stands in its update: tags and first classes down to it.

    Of several elements that an update is made of, the first has none, for it may have any.
    """
    steps: list[str] = []
    here: html.HtmlElement | None = element
    while here is not None and here not in elements:
        steps.append(f"{here.tag}.{kind(here)}")
        here = here.getparent()
    first = here is None or here is next(iter(elements))
    steps.append("" if first or here is None else f"{here.tag}.{kind(here)}")
    return tuple(reversed(steps))


def is_linked(element: html.HtmlElement) -> bool:
    """True where all words of an element are those of links."""
    words = sum(len(str(link.text_content()).split()) for link in element.iter("a"))
    return 0 < words >= len(str(element.text_content()).split())


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


def _is_text(
    element: html.HtmlElement, elements: Collection[html.HtmlElement], taken: Collection[html.HtmlElement]
) -> bool:
    """True for the first element of the running text."""
    if element.tag in HIDDEN_TAGS or element.tag in HEADINGS or element in taken:
        return False
    paragraph = element.tag in _TEXTS and not (element in elements and len(elements) == 1)
    if not paragraph and (element.tag not in BLOCK_TAGS or count_words(_own(element)) < _MANY):
        return False
    text = visible_text(element)
    if not text or furniture.reason(element) or any(inner in taken for inner in element.iter()):
        return False
    called = is_called_author(element)
    if (called or (paragraph and says_by(text))) and names_of(" ".join(text.split()), sure=called):
        return False
    return paragraph or not is_called_title(element)


def _own(element: html.HtmlElement) -> str:
    return " ".join(filter(None, [element.text, *(child.tail for child in element)]))


def _lines(
    elements: Collection[html.HtmlElement], taken: Collection[html.HtmlElement]
) -> Iterator[tuple[html.HtmlElement, str]]:
    """Short lines and their texts, outermost first. Stamps that are `taken` are no part of them."""
    stack = list(reversed(list(elements)))
    while stack:
        here = stack.pop()
        if not isinstance(here.tag, str) or here.tag in HIDDEN_TAGS or here.tag in _QUOTING or here in taken:
            continue
        text = " ".join(visible_text(here, skip=taken).split())
        called = is_called_author(here) and bool(names_of(text, sure=True))
        blocks = any(inner.tag in BLOCK_TAGS and inner.tag != "br" for inner in here.iterdescendants())
        short = count_words(text) <= (_NAMES if called else _SHORT)
        if not text or (here.tag in ("p", "li") and not blocks and not short):
            continue
        if (
            short
            and (called or (not blocks and _is_one(here)))
            and not (here in elements and len(elements) == 1)
        ):
            yield here, text
        else:
            stack.extend(reversed(here))


def _is_one(element: html.HtmlElement) -> bool:
    """True where a line can't be told apart any further."""
    filled = [child for child in element if isinstance(child.tag, str) and visible_text(child)]
    return len(filled) < 2 or any(sign.isalnum() for sign in _own(element))
