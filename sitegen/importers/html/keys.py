"""What a page calls one of its updates: ids, data attributes, fragments of the links to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from lxml import html

_TRACKING = re.compile(r"utm_|fb|gclid|ref|src|w$|h$|width|height|quality|v$|ver", re.IGNORECASE)
"""Names in addresses that say where a reader came from, or how large a picture is."""

_ID_NAMES = re.compile(r"data-(?:[a-z]+-)*id$")


def keys_of(elements: Sequence[html.HtmlElement], head: Collection[html.HtmlElement]) -> frozenset[str]:
    """All that may be its id; `head` are the elements above its text, whose links may lead to it."""
    found: set[str] = set()
    for element in (elements[0], *head):
        found.update(own_keys(element))
        found.update(form for key in link_keys(element.get("href", "")) for form in _forms(key))
    return frozenset(found)


def own_keys(element: html.HtmlElement) -> Iterator[str]:
    """What an element is called: its id, and data attributes that are named so."""
    for name, value in element.items():
        if name == "id" or _ID_NAMES.match(name):
            yield from _forms(value)


def link_keys(address: str) -> Iterator[str]:
    """The parts of an address that name one place of its page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    if parts.fragment:
        yield parts.fragment
    for name, item in parse_qsl(parts.query):
        if len(item) > 3 and re.search(r"\d", item) and not _TRACKING.match(name):
            yield item.rpartition(":")[2]


def _forms(value: str) -> Iterator[str]:
    """An id as it stands, and without the word that all ids of a page start with."""
    if value:
        yield value
        short = re.sub(r"^[A-Za-z]+(?:[-_][A-Za-z]+)*[-_:]", "", value)
        if short and short != value and re.search(r"\d", short):
            yield short
