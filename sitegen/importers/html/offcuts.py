"""What stands in an update and is no part of its story: buttons, counts, boxes, pointers to other pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import html

from sitegen.importers.html import furniture
from sitegen.importers.html.anchors import HEADINGS
from sitegen.importers.html.outline import Outline, share_of_links
from sitegen.importers.html.words import same_words
from sitegen.importers.phrases import fits
from sitegen.markup.webpage import HIDDEN_TAGS

_NOTE = re.compile(r"\[\w{1,4}\]")
"""The number of a note, which is a link to it."""

_LINE_TAGS = frozenset({"p", "li", *HEADINGS})
_BOXES = frozenset({"ul", "ol", "div", "section", "footer"})
_TOPICS = re.compile(r"(?<!\w)(?:tags?|topics?|keywords?|tag ?list)(?!\w)")


def offcuts(
    one: Outline, taken: Collection[html.HtmlElement], labels: Collection[html.HtmlElement], title: str
) -> Iterator[tuple[html.HtmlElement, str]]:
    """The outermost elements that are no part of the story, each with the reason.

    `taken` are its stamps, names and title, `labels` what is a label whatever it says.
    """
    elements = one.piece.elements
    holding = {parent for element in taken for parent in (element, *element.iterancestors())}
    named = same_words(title)
    stack = list(reversed(elements))
    while stack:
        here = stack.pop()
        if not isinstance(here.tag, str) or here.tag in HIDDEN_TAGS or here in taken:
            continue
        why = ""
        if here not in holding and not (here in elements and len(elements) == 1):
            why = furniture.reason_within(here)
            why = why or _said(here, one.texts.get(here, ""), named, label=here in labels)
        if why:
            yield here, why
        else:
            stack.extend(reversed(here))


def _said(element: html.HtmlElement, text: str, title: str, *, label: bool) -> str:
    """Why an element with a short text is no part of the story, by its words. `title` is folded."""
    if not text:
        return ""
    if fits("button", text) and not label:
        return furniture.SHARE
    if _is_note(element) and _ends_word(element):
        return furniture.NOTE
    if furniture.CHANGE.match(text.strip(" (•|")) and re.search(r"\d|ago", text):
        return furniture.CHANGED
    if title and element.tag == "a" and element.get("href", "").startswith("#") and title in same_words(text):
        return furniture.REPEATS
    return furniture.OTHER if _leads_on(element, text) else ""


def _is_note(element: html.HtmlElement) -> bool:
    text = str(element.text_content()).strip() if element.tag == "sup" else ""
    return bool(_NOTE.fullmatch(text)) and share_of_links(element) == 1


def _ends_word(note: html.HtmlElement) -> bool:
    """True where nothing but notes stands between one and the next blank: without them no word changes."""
    after = note.getnext()
    while not note.tail and after is not None and _is_note(after):
        note, after = after, after.getnext()
    return note.tail[0].isspace() if note.tail else after is None


def _leads_on(element: html.HtmlElement, text: str) -> bool:
    """True for a pointer to another article, a card of one, or a list of topics."""
    linked = share_of_links(element)
    if linked < 1:
        return linked >= 0.5 and fits("pointer", text)
    card = element.tag not in _LINE_TAGS and next(element.iter(*HEADINGS), None) is not None
    topics = element.tag in _BOXES and _TOPICS.search(furniture.names(element))
    return card or fits("pointer", text) or bool(topics)
