"""Pictures that the archive keeps: how Markdown refers to one, and the figure that a page makes of it.

Text can show no other picture: pages ask nothing of third parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from sitegen.markup.sanitise import SITE_SCHEME

FOLDER = "media"
"""Where pictures stand in the folder of a timeline, and in the site."""

NAME = r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.(?i:png|jpe?g|gif|webp|avif)"
"""Names of their files: no part of one means anything to Markdown, HTML, a URL or a file system."""

_TO_FOLDER = f"../../{FOLDER}/"
"""From an update's file, so that editors and code hosts show the picture too."""

_REFERENCE = re.compile(rf"{re.escape(_TO_FOLDER)}({NAME})")
_USED = re.compile(rf"\]\({_REFERENCE.pattern}")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture that pages can show."""

    path: str
    """Its path from the site's root."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""


def reference(name: str) -> str:
    """What a text of an update calls the picture of that name."""
    return _TO_FOLDER + name


def referred(address: object) -> str:
    """Name of the picture that an address in a text refers to; empty where it refers to none."""
    found = _REFERENCE.fullmatch(str(address))
    return found[1] if found else ""


def names_in(markdown: str) -> frozenset[str]:
    """Names of the pictures that a text may show, found without reading it as Markdown."""
    return frozenset(match[1] for match in _USED.finditer(markdown))


def pictures_in(tokens: Iterable[Token]) -> Iterator[tuple[str, int]]:
    """Name of each kept picture in a text, with the line of its paragraph, counted from 0."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "image" and (name := referred(child.attrs["src"])):
                yield name, token.map[0] if token.map else 0


def origin(token: Token) -> str:
    """Where a picture came from: its title in Markdown, where that is a web address; else empty."""
    title = str(token.attrs.get("title", ""))
    return title if _WEB.fullmatch(title) else ""


def image(token: Token, words: str, shown: Shown) -> str:
    """HTML of a picture that leads to where it came from. A title that is no address describes it."""
    href = escapeHtml(origin(token))
    alt = words or ("" if href else str(token.attrs.get("title", "")))
    html = (
        f'<img src="{SITE_SCHEME}:/{escapeHtml(shown.path)}" width="{shown.width}" height="{shown.height}" '
        f'loading="lazy" alt="{escapeHtml(alt)}">'
    )
    # The title names the link where the picture has no words.
    return f'<a href="{href}" title="{href}">{html}</a>' if href else html


def with_figures(tokens: Sequence[Token], pictures: Mapping[str, Shown]) -> list[Token]:
    """The tokens; a paragraph of pictures is a figure, and words on the lines below them its caption."""
    made = list(tokens)
    for place, token in enumerate(tokens if pictures else ()):
        if token.type == "paragraph_open" and not token.hidden:
            inline, end = tokens[place + 1], tokens[place + 2]
            inside = _figure(inline.children or [], pictures)
            if inside:
                figure = token.copy(tag="figure"), inline.copy(children=inside), end.copy(tag="figure")
                made[place : place + 3] = figure
    return made


def _figure(children: list[Token], pictures: Mapping[str, Shown]) -> list[Token]:
    """What stands in a figure; nothing where a paragraph is none."""
    found = False
    for place, child in enumerate(children):
        if child.type == "image" and referred(child.attrs["src"]) in pictures:
            found = True
        elif child.type in ("softbreak", "hardbreak"):
            words = children[place + 1 :]
            if found and words and words[0].type != "image":
                start = Token("figcaption_open", "figcaption", 1)
                end = Token("figcaption_close", "figcaption", -1)
                return [*children[:place], start, *words, end]
        elif child.type != "text" or child.content.strip():
            return []
    return children if found else []
