"""The address and the words of a picture, however late the page loads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from sitegen.markup.webpage.runs import Run, address

_LATER = ("src", "data-src", "data-original", "data-lazy-src", "data-hi-res-src")

_ICON = 64
"""Pixels of width or height up to which a picture is a sign of the page, not of its story."""


def picture(element: html.HtmlElement, base: str) -> Run | None:
    """A picture as a run; plain text for a drawn letter, None for what shows nothing."""
    alt = " ".join((element.get("alt") or "").split())
    if 0 < len(alt) <= 4 and not re.search(r"\w", alt):
        return Run(text=alt)
    sizes = [element.get(name, "") for name in ("width", "height")]
    if any(size.isdecimal() and int(size) <= _ICON for size in sizes):
        return None
    href = next((href for href in _addresses(element, base) if href), "")
    drawn = re.search(r"\.svg(?:[?#]|$)", href, re.IGNORECASE)  # a sign, not a photograph
    return Run(text=alt, href=href, image=True) if href and not drawn else None


def _addresses(element: html.HtmlElement, base: str) -> Iterator[str]:
    for name in _LATER:
        yield address(element.get(name), base)
    parent = element.getparent()
    sources = parent.findall("source") if parent is not None and parent.tag == "picture" else []
    for place in (element, *sources):
        for name in ("srcset", "data-srcset"):
            # The last is the largest by custom.
            for one in reversed(re.split(r",\s+", place.get(name, ""))):
                yield address(one.split()[0] if one.split() else "", base)
