"""The address and words of a picture, however late a page loads it; and the picture, where it was saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from lxml import html

from sitegen.markup.webpage.runs import Run, address

Keep = Callable[[Sequence[str]], str]
"""Keeps the best of the saved files that show one picture: paths from the page's folder, `data:` URIs, and
addresses at which a web archive may hold it.

What it gives is how a text refers to the picture in the archive; empty where none of them is kept.
"""

_LATER = ("src", "data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-sf-original-src")

_ICON = 64
"""Pixels of width or height up to which a picture is a sign of the page, not of its story."""

SAVED_FOLDER = (
    r"[^/\\:]+(?:[_.]files|_file|-dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden|[-_]filer|_pliki"
    r"|_soubory|_dosyalar|_tiedostot|_elemei|_datoteke|_fitxers|_fajlovi)"
)
"""Names of the folders that browsers and office programs lay beside a saved page, in their languages."""

_SAVED = re.compile(rf"(?:\./)?({SAVED_FOLDER}/[^?#]+)(?:[?#].*)?", re.IGNORECASE)
"""A file in such a folder.

No other folder is looked into: a stranger's page must not bring a person's own pictures into the archive.
"""

_GROUPED = re.compile(r"var\((--sf-img-\d+)\)")
"""How SingleFile names a picture that stands on a page more than once: its bytes are in the style sheet."""


_URL = re.compile(r"\s*url\([\"']?([^\"')]+)")


def picture(element: html.HtmlElement, base: str, keep: Keep | None = None) -> Run | None:
    """A picture as a run; plain text for a drawn letter, None for what shows nothing."""
    alt = " ".join((element.get("alt") or "").split())
    if 0 < len(alt) <= 4 and not re.search(r"\w", alt):
        return Run(text=alt)
    sizes = [element.get(name, "") for name in ("width", "height")]
    if any(size.isdecimal() and int(size) <= _ICON for size in sizes):
        return None
    values = list(_values(element))
    saved = [value for value in values if _SAVED.fullmatch(value)]
    # Nothing was published in the folder beside a saved page.
    href = next((href for value in values if value not in saved and (href := address(value, base))), "")
    kept = keep(list(_files(element, values, base))) if keep else ""
    if kept:
        return Run(text=alt, href=href, image=True, kept=kept)
    drawn = re.search(r"\.svg(?:[?#]|$)", href or "".join(saved[:1]), re.IGNORECASE)  # a sign, no photograph
    return Run(text=alt, href=href, image=True) if (href or saved) and not drawn else None


def _values(element: html.HtmlElement) -> Iterator[str]:
    """Every address that a page gives for one picture, the best first."""
    yield from (element.get(name, "").strip() for name in _LATER)
    # The parser takes <source> for an element that holds what follows it.
    around = next(element.iterancestors("picture"), None)
    sources = around.iter("source") if around is not None else ()
    for place in (element, *sources):
        for name in ("srcset", "data-srcset"):
            # The last is the largest by custom.
            for one in reversed(re.split(r",\s+", place.get(name, ""))):
                yield one.split()[0] if one.split() else ""


def _files(element: html.HtmlElement, values: Sequence[str], base: str) -> Iterator[str]:
    """Where a saved page, or the web archive it is in, may have the picture itself, as `Keep` takes it."""
    grouped = _GROUPED.search(element.get("style", ""))
    for value in (*values, *(_in_style_sheets(element, grouped[1]) if grouped else ())):
        beside = _SAVED.fullmatch(value)
        if beside:
            yield unquote(beside[1])
        elif value[:5].lower() == "data:":
            yield value
        elif web := address(value, base):
            yield web


def _in_style_sheets(element: html.HtmlElement, name: str) -> Iterator[str]:
    for style in element.getroottree().iter("style"):
        _, colon, rest = (style.text or "").partition(f"{name}:")
        found = _URL.match(rest)
        if colon and found:
            yield found[1]
