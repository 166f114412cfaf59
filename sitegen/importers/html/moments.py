"""Times that a page gives for machines: `datetime`, `datePublished`, seconds since 1970 in `data-*`."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html

from sitegen.importers.protocol import Stamp
from sitegen.importers.written import machine

_NAMES_TIME = re.compile(r"time|date|publish|created|posted|stamp", re.IGNORECASE)
_NAMES_CHANGE = re.compile(r"modif|updat|edit|expir|end|until|now|render|cache|refresh", re.IGNORECASE)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_CLOCK = re.compile(r"\d[T ]\d\d:?\d\d|\b\d\d:\d\d")


def stamp_of(value: str, basis: str, text: str = "") -> Stamp | None:
    """A stamp of a machine's time; None where it tells no time of day. `text` is what is printed for it.

    Without an offset it is a local time, and its zone stays to be known.
    """
    value = value.strip()
    found = machine(value, basis) if is_epoch(value) or _CLOCK.search(value) else None
    if found is None:
        return None
    # What has no offset is no instant, and is told as printed times are.
    return replace(found, text=text or value, instant_basis=found.instant_basis if found.instant else "")


def is_epoch(text: str) -> bool:
    """True for seconds or milliseconds since 1970, from 2001 to 2033."""
    return bool(_EPOCH.fullmatch(text))


def attribute_stamp(element: html.HtmlElement, text: str = "") -> Stamp | None:
    """The time in an element's attributes."""
    values = [("datetime", element.get("datetime", "")), ("title", element.get("title", ""))]
    if re.search(r"date(?:Published|Created)", element.get("itemprop", "")):
        values.append(("itemprop", element.get("content", "")))
    values += [
        (name, value)
        for name, value in element.items()
        if name.startswith("data-") and _NAMES_TIME.search(name) and not _NAMES_CHANGE.search(name)
    ]
    for name, value in values:
        if value and (found := stamp_of(value, f"{name} attribute", text)):
            return found
    return None
