"""Who wrote an update and how it is labelled: the short texts beside its time and title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import html

from sitegen.importers.html.furniture import names
from sitegen.importers.html.words import same_words
from sitegen.markup.webpage import BLOCK_TAGS, HIDDEN_TAGS, visible_text

_AUTHOR = re.compile(
    r"(?<!\w)(?:authors?|by ?lines?|contributors?|reporters?|writers?|journalists?|post author)(?!\w)"
)
_KEY = re.compile(r"(?<!\w)(?:is )?key(?: ?event| ?moment| ?post| ?update)(?!\w)")
_PINNED = re.compile(r"(?<!\w)(?:pinned|sticky|is pinned|pin post)(?!\w)")
_SUMMARY = re.compile(r"(?<!\w)(?:is )?summary(?: post| block| entry)?(?!\w)")

_KEY_WORDS = frozenset(
    {"keyevent", "keymoment", "keyupdate", "topstory", "wichtig", "momentclé", "tempsfort"}
)
_PINNED_WORDS = frozenset({"pinned", "pinnedpost", "pinnedupdate", "featured", "angeheftet", "épinglé"})
_SUMMARY_WORDS = frozenset({"summary", "zusammenfassung", "résumé", "resumen"})

_NO_NAMES = frozenset(
    {"news", "live", "update", "updates", "breaking", "world", "politics", "business", "sport", "sports"}
    | {"opinion", "analysis", "exclusive", "video", "photo", "photos", "latest", "new", "read", "more"}
    | {"just", "in", "key", "event", "share", "image", "the", "staff", "editor"}
)
"""Words of labels."""

_JOIN = re.compile(r"\s*[,;&/|]\s*|\s+(?:and|und|et|y|e)\s+")
_BEFORE_NAME = re.compile(r"^(?:(?:posted|written|reported)\s+)?(?:by|von|par|por|da)\s*:?\s+", re.IGNORECASE)
_SHORT = 6
"""Words of a label or of a list of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the short texts of an update say."""

    authors: tuple[str, ...] = ()
    """Names."""
    taken: tuple[html.HtmlElement, ...] = ()
    """The elements that hold names, and the portraits beside them."""
    words: tuple[str, ...] = ()
    """Words before names, such as `By`."""
    labels: tuple[html.HtmlElement, ...] = ()
    """The elements that hold labels."""
    key_event: bool = False
    pinned: bool = False
    summary: bool = False


def read_head(
    elements: Collection[html.HtmlElement],
    head: Collection[html.HtmlElement],
    skip: Collection[html.HtmlElement],
    known: Collection[str],
    stamps: Collection[html.HtmlElement],
) -> Head:
    """Names and labels. `head` are the elements above the text, `skip` those that are dealt with, `known`
    the names of the page's authors, `stamps` the elements of times.
    """
    authors: list[str] = []
    taken: list[html.HtmlElement] = []
    labels: list[html.HtmlElement] = []
    said: set[str] = set()
    words: list[str] = []
    for element, text, named in _short(elements, head, skip):
        found = tuple(filter(None, _JOIN.split(_BEFORE_NAME.sub("", text))))
        beside = any(_beside(element, stamp) for stamp in stamps)
        is_known = all(same_words(name) in known for name in found)
        if found and all(map(_is_name, found)) and (named or is_known or beside or _portraits(element)):
            authors.extend(found)
            taken += [element, *_portraits(element)]
            before = _BEFORE_NAME.match(text)
            words.append(before.group() if before else "")
        elif element in head and re.search(r"\w", text):
            labels.append(element)
            said.add(same_words(text))
    known_as = [names(element) for element in elements if isinstance(element.tag, str)][:1]
    around = [names(parent) for parent in list(next(iter(elements)).iterancestors())[:2]]
    return Head(
        authors=tuple(dict.fromkeys(authors)),
        taken=tuple(taken),
        words=tuple(filter(None, words)),
        labels=tuple(labels),
        key_event=bool(said & _KEY_WORDS) or any(_KEY.search(name) for name in known_as),
        pinned=bool(said & _PINNED_WORDS) or any(_PINNED.search(name) for name in (*known_as, *around)),
        summary=bool(said & _SUMMARY_WORDS) or any(_SUMMARY.search(name) for name in known_as),
    )


def _short(
    elements: Collection[html.HtmlElement],
    head: Collection[html.HtmlElement],
    skip: Collection[html.HtmlElement],
) -> Iterator[tuple[html.HtmlElement, str, bool]]:
    """Elements with a few words above the text, and bylines wherever they stand; outermost first."""
    stack = list(reversed(list(elements)))
    while stack:
        here = stack.pop()
        if not isinstance(here.tag, str) or here.tag in HIDDEN_TAGS or here in skip:
            continue
        if here.tag in ("p", "blockquote", "figure", "ul", "ol", "table") and not _named(here):
            continue
        text = " ".join(visible_text(here, skip=skip).split())
        named = _named(here)
        leaf = not any(child.tag in BLOCK_TAGS for child in here.iterdescendants())
        whole = not any(parent in skip for parent in here.iterdescendants())
        if text and whole and len(text.split()) <= (3 * _SHORT if named else _SHORT) and (
            (named and here not in elements) or (leaf and here in head)
        ):  # fmt: skip
            yield here, text, named
        else:
            stack.extend(reversed(here))


def _named(element: html.HtmlElement) -> bool:
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return True
    return bool(_AUTHOR.search(names(element)))


def _beside(element: html.HtmlElement, stamp: html.HtmlElement) -> bool:
    parent = element.getparent()
    return (
        parent is not None
        and parent is stamp.getparent()
        and element.tag in ("mark", "span", "b", "strong", "a", "em")
    )


def _portraits(element: html.HtmlElement) -> list[html.HtmlElement]:
    parent = element.getparent()
    return list(parent.iter("img")) if parent is not None and len(parent) <= 3 else []


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 < len(words) <= 4 or re.search(r"[\d:!?“”\"„«»…]", text) or text.isupper():
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and not {w.lower() for w in words} & _NO_NAMES
