"""Who wrote an update and how it is labelled: the short lines beside its time, title and text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml import html

from sitegen.importers.html.anchors import HEADINGS
from sitegen.importers.html.furniture import names
from sitegen.importers.html.habits import Habits, signature
from sitegen.importers.html.names import beside, is_called_author, names_of, place_in_credit, says_by
from sitegen.importers.html.outline import Line, Outline, share_of_links
from sitegen.importers.html.words import same_words
from sitegen.importers.names import is_role

_KEY = re.compile(r"(?<!\w)(?:is )?key(?: ?event| ?moment| ?post| ?update)(?!\w)")
_PINNED = re.compile(r"(?<!\w)(?:pinned|sticky|is pinned|pin post)(?!\w)")
_SUMMARY = re.compile(r"(?<!\w)(?:is )?summary(?: post| block| entry)?(?!\w)")

_COUNT = re.compile(r"\d[\d.,]*\s?[KkM]?")

_KEY_WORDS = frozenset(
    {"keyevent", "keymoment", "keyupdate", "topstory", "wichtig", "momentclé", "tempsfort"}
)
_PINNED_WORDS = frozenset({"pinned", "pinnedpost", "pinnedupdate", "featured", "angeheftet", "épinglé"})
_SUMMARY_WORDS = frozenset({"summary", "zusammenfassung", "résumé", "resumen"})
_KNOWN = _KEY_WORDS | _PINNED_WORDS | _SUMMARY_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the short lines of an update say."""

    authors: tuple[str, ...] = ()
    """Names."""
    taken: tuple[html.HtmlElement, ...] = ()
    """The elements that hold names, and the portraits beside them."""
    words: tuple[str, ...] = ()
    """Words beside names, such as `By`."""
    labels: tuple[html.HtmlElement, ...] = ()
    """The elements that hold labels, and what stands alike below the text of every update."""
    key_event: bool = False
    pinned: bool = False
    summary: bool = False


def read_head(
    one: Outline, habits: Habits, skip: Collection[html.HtmlElement], known: Collection[str]
) -> Head:
    """Names and labels. `skip` are the elements that are dealt with, `known` the page's authors, folded."""
    authors: list[str] = []
    taken: list[html.HtmlElement] = []
    labels: list[html.HtmlElement] = []
    said: set[str] = set()
    words: list[str] = []
    for line in one.lines:
        if line.element in skip or any(parent in skip for parent in line.element.iterancestors()):
            continue
        found = _authors(line, one, habits, known)
        if found:
            taken += [line.element, *_portraits(line.element)]
            words.append(beside(line.text, [name for name in found if name not in authors]))
            authors.extend(found)
        elif _is_label(line, habits) or _is_role(line):
            labels.append(line.element)
            said.add(same_words(line.text))
    first = one.piece.elements[0]
    known_as = names(first)
    around = [names(parent) for parent in list(first.iterancestors())[:2]]
    return Head(
        authors=tuple(dict.fromkeys(authors)),
        taken=tuple(taken),
        words=tuple(filter(None, words)),
        labels=tuple(labels),
        key_event=bool(said & _KEY_WORDS or _KEY.search(known_as)),
        pinned=bool(said & _PINNED_WORDS) or any(_PINNED.search(name) for name in (known_as, *around)),
        summary=bool(said & _SUMMARY_WORDS or _SUMMARY.search(known_as)),
    )


def _authors(line: Line, one: Outline, habits: Habits, known: Collection[str]) -> tuple[str, ...]:
    """The names of a line, where anything tells that they are names of authors."""
    called = is_called_author(line.element)
    found = names_of(line.text, sure=called)
    if called or line.path in habits.bylines or (line.head and says_by(line.text)):
        return found
    if habits.signed and line is one.lines[-1] and (signed := signature(line)):
        return signed
    stamps = [anchor.element for anchor, _ in one.stamps]
    if found and _stands_between(line.element, stamps):
        return found
    if found and line.head:
        near = any(_are_beside(line.element, stamp) for stamp in stamps)
        return found if near or _portraits(line.element) or all(same_words(n) in known for n in found) else ()
    return ()


def _is_label(line: Line, habits: Habits) -> bool:
    folded = same_words(line.text)
    if line.path in habits.numbers:
        return True
    if not line.head:
        return line.path in habits.endings or _is_count(line)
    return bool(folded) and (folded in habits.labels or folded in _KNOWN)


def _is_count(line: Line) -> bool:
    """True for a number below the text that is a link, such as that of views."""
    element = line.element
    return (
        element.tag not in ("p", "li", "td")
        and bool(_COUNT.fullmatch(line.text))
        and share_of_links(element) == 1
    )


def _is_role(line: Line) -> bool:
    """True for what an author is or where, behind the name."""
    return line.head and is_role(line.text) and place_in_credit(line.element) == "later"


def _are_beside(element: html.HtmlElement, stamp: html.HtmlElement) -> bool:
    parent = element.getparent()
    return (
        parent is not None
        and parent is stamp.getparent()
        and element.tag in ("mark", "span", "b", "strong", "a", "em")
    )


def _stands_between(element: html.HtmlElement, stamps: Collection[html.HtmlElement]) -> bool:
    """True for a line between a heading and the time of its update."""
    above = element.getprevious()
    return above is not None and above.tag in HEADINGS and element.getnext() in stamps


def _portraits(element: html.HtmlElement) -> list[html.HtmlElement]:
    parent = element.getparent()
    return list(parent.iter("img")) if parent is not None and len(parent) <= 3 else []
