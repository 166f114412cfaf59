"""Whether a short text of a page names authors, and what the page itself calls an author or a title."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import islice
from typing import Literal

from lxml import html

from sitegen.importers.html import furniture
from sitegen.importers.html.words import same_words
from sitegen.importers.names import byline_with_role

_AUTHOR = re.compile(
    r"(?<!\w)(?:authors?|by ?lines?|contributors?|reporters?|writers?|journalists?|post author"
    r"|(?:user|display|screen) ?name)(?!\w)"
)

_TITLE = re.compile(r"(?<!\w)(?:headline|title|heading|entry title|post title)(?!\w)")

_NO_NAMES = frozenset(
    {"news", "live", "update", "updates", "breaking", "world", "politics", "business", "sport", "sports"}
    | {"opinion", "analysis", "exclusive", "video", "photo", "photos", "latest", "new", "read", "more"}
    | {"just", "in", "key", "event", "share", "image", "the", "staff", "editor", "advertisement"}
)
"""Words of labels."""

_JOIN = re.compile(r"\s*[,;&/|]\s*|\s+(?:and|und|et|y|e|ve|и|та)\s+")
_BEFORE = re.compile(
    r"(?:(?:posted|written|reported|reporting)\s+)?(?:by|from|von|par|por|da|автор|yazan|בקלם|מאת|بقلم)\b\s*:?\s+",
    re.IGNORECASE,
)
_JOINING = re.compile(r"and|[•‣▪●◦·*–—,&/-]+")
"""What stands between names, and is no word."""

_SIGNS = re.compile(r"[\s»›|·•]+$")
"""Signs between a byline and what stands beside it."""

_OUTLET = re.compile(r"(?:\w[\w.-]*\s){0,1}\w[\w.-]*['’]s?\s+(?=\S+\s+\S)")
"""Whom an author writes for, as in `From EXN's Ada Example`."""

_PLACE = re.compile(r"\s+in\s+(?:[A-Z][\w.'’-]*(?:\s+|$)){1,3}$")
"""Where an author is, as in `By Ada Example in Port Lowell`."""

_CONTACTS = re.compile(r"(?:[\s,|·]+(?:[a-z\d][a-z\d._-]*@\S+\.[a-z]+|@\w+))+$")
"""Addresses and handles behind a name."""

_LONGEST = 4
"""Words of a name."""

_CREDIT = 18
"""Words of a name, and of what its bearer is and where."""

_DEPTH = 3
"""Levels between those words and what the page calls an author."""


def names_of(text: str, *, sure: bool = False) -> tuple[str, ...]:
    """The names that a text of nothing else holds, with or without a word such as `by`; else none.

    A role may stand behind a single name, as in `By Ada Example, correspondent`. `sure` is said of texts
    that the page itself calls authors: one word is a name there, too.
    """
    by = _BEFORE.match(text)
    said = _SIGNS.sub("", _CONTACTS.sub("", text[by.end() if by else 0 :].strip()))
    found = tuple(filter(None, _JOIN.split(_PLACE.sub("", _OUTLET.sub("", said, count=1)) if by else said)))
    fewest = 1 if sure or not text.isascii() else 2
    if found and all(_is_name(name, fewest) for name in found):
        return found
    return tuple(filter(None, [byline_with_role(_SIGNS.sub("", text))]))


def says_by(text: str) -> bool:
    """True where a word such as `by` comes first."""
    return bool(_BEFORE.match(text))


def beside(text: str, found: Collection[str]) -> str:
    """The words of a text that are none of these names, nor join them."""
    for name in sorted(found, key=len, reverse=True):
        text = text.replace(name, " ", 1)
    return " ".join(word for word in text.split() if not _JOINING.fullmatch(word))


def is_called_author(element: html.HtmlElement) -> bool:
    """True where the page calls an element, or all that it holds, an author."""
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return True
    if _AUTHOR.search(furniture.names(element)):
        return True
    inner = [
        child for child in element if isinstance(child.tag, str) and same_words(str(child.text_content()))
    ]
    own = "".join([element.text or "", *(child.tail or "" for child in element)])
    all_are = bool(inner) and not same_words(own) and all(map(is_called_author, inner))
    return all_are or place_in_credit(element) == "first"


def place_in_credit(element: html.HtmlElement) -> Literal["", "first", "later"]:
    """Where an element stands in a short one that the page calls an author: the name first, roles later."""
    for above in islice(element.iterancestors(), _DEPTH):
        if _AUTHOR.search(furniture.names(above)) and next(above.iter("time", "p"), None) is None:
            own = "".join(str(element.text_content()).split())
            text = str(above.text_content()).strip()
            by = _BEFORE.match(text)
            words = text[by.end() if by else 0 :].split()
            if not own or len(words) > _CREDIT or "".join(words) == own:
                return ""
            return "first" if "".join(words).startswith(own) else "later"
    return ""


def is_called_title(element: html.HtmlElement) -> bool:
    """True where the page calls an element a title."""
    return element.get("itemprop") == "headline" or bool(_TITLE.search(furniture.names(element)))


def _is_name(text: str, fewest: int) -> bool:
    words = text.split()
    if not fewest <= len(words) <= _LONGEST or re.search(r"[\d:!?“”\"„«»…。，]", text):
        return False
    if text.isupper() and text.lower() != text and len(text) > 3:
        return False
    if any(word.startswith("@") for word in words):
        return False
    cased = not (words[0][0].islower() or words[-1][0].islower())
    return cased and words[0][0].isalpha() and not {word.lower() for word in words} & _NO_NAMES
