"""Markdown read once: the text that a reader sees, and HTML with links on spans of that text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.markup.pictures import Shown, image, origin, pictures_in, referred, with_figures
from sitegen.markup.sanitise import SITE_SCHEME, clean

MAX_NESTING = 250
"""Levels of lists and quotes, as markdown-it counts (a list item is two). Its default of 20 drops text
without a word; text below this limit is an error of the update."""

_ALLOWED_LINK = re.compile(r"(https?://|mailto:)[^\s]", re.IGNORECASE)

_NO_PICTURES: Mapping[str, Shown] = MappingProxyType({})

_HEADING_SHIFT = 2
"""Headings in a text stand below the headline of a page and that of an update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLink:
    """A link to put on a span of the plain text."""

    start: int
    """First character in `Prose.text`."""
    end: int
    """One past the last character."""
    path: str
    """Path of the page from the site's root."""
    title: str = ""
    """Words for the `title` attribute; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A parsed text."""

    text: str
    """What a reader sees; paragraphs and list items on lines of their own."""
    too_deep: bool
    """True where nesting exceeds the limit, so that text is missing."""
    tokens: tuple[Token, ...]
    """markdown-it's block tokens."""
    starts: tuple[int, ...]
    """For each block token, where its text starts in `text`."""

    @property
    def pictures(self) -> tuple[tuple[str, int], ...]:
        """Name of each kept picture that it shows, with the line of its paragraph, counted from 0."""
        return tuple(pictures_in(self.tokens))

    def html(self, links: Sequence[SpanLink] = (), shown: Mapping[str, Shown] = _NO_PICTURES) -> str:
        """Safe HTML. Spans that lie in code, in a link or across formatting stay unlinked.

        `shown` are the pictures that may be shown, by name; of others only the words are.
        """
        tokens: Sequence[Token] = self.tokens
        if links:
            tokens = tuple(
                _linked(token, start, links) if token.children else token
                for token, start in zip(tokens, self.starts, strict=True)
            )
        parser = _parser()
        tokens = with_figures(tokens, shown)
        return clean(parser.renderer.render(tokens, parser.options, {"shown": shown}))


def parse(markdown: str) -> Prose:
    """Read CommonMark with tables; raw HTML is shown as text, never passed on."""
    try:
        tokens = _parser().parse(markdown)
    except RecursionError:
        return Prose(text="", too_deep=True, tokens=(), starts=())
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    deepest = 0
    for token in tokens:
        deepest = max(deepest, token.level)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + _HEADING_SHIFT, 6)}"
        _unlink_pictures(token)
        starts.append(length)
        piece = _visible(token.children) if token.children else token.content
        if piece and not token.nesting:
            pieces.append(piece.rstrip("\n") + "\n")
            length += len(pieces[-1])
    return Prose(
        text="".join(pieces).rstrip("\n"),
        too_deep=deepest >= MAX_NESTING - 1,
        tokens=tuple(tokens),
        starts=tuple(starts),
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING}).enable(
        ["table", "strikethrough"]
    )
    setattr(parser, "validateLink", _valid_link)  # noqa: B010 - markdown-it-py's documented way; mypy refuses the other
    parser.add_render_rule("image", _render_image)
    return parser


def _valid_link(address: str) -> bool:
    """Its default lets `blob:`, `intent:` and `//host` pass."""
    return bool(_ALLOWED_LINK.match(address) or referred(address))


def _unlink_pictures(block: Token) -> None:
    """A kept picture is shown, never linked: its address in a text is none on a page."""
    for child in block.children or ():
        if child.type == "link_open" and referred(child.attrs["href"]):
            del child.attrs["href"]


def _render_image(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """An image is a link to it, unless the archive keeps it: pages ask nothing of third parties."""
    token = tokens[index]
    name = referred(token.attrs["src"])
    address = origin(token) if name else str(token.attrs["src"])
    words = _visible(token.children or ())
    if name in env["shown"]:
        return image(token, words, env["shown"][name])
    link = [Token("link_open", "a", 1, attrs={"href": address}), Token("link_close", "a", -1)]
    text = Token("text", "", 0, content=words or address)
    rendered: str = self.render([link[0], text, link[1]] if address else [text], options, env)
    return rendered


def _visible(children: Iterable[Token]) -> str:
    return "".join(_visible_piece(child) for child in children)


def _visible_piece(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    return _visible(child.children or ()) if child.type == "image" else child.content


def _linked(block: Token, start: int, links: Sequence[SpanLink]) -> Token:
    """The block with links put on those spans that lie in unlinked text of one level."""
    children: list[Token] = []
    depth = 0
    position = start
    linked = False
    for child in block.children or ():
        depth += child.nesting if child.tag == "a" else 0
        end = position + len(_visible_piece(child))
        inside = [link for link in links if position <= link.start and link.end <= end]
        if child.type == "text" and not depth and inside:
            children.extend(_split(child, position, inside))
            linked = True
        else:
            children.append(child)
        position = end
    return block.copy(children=children) if linked else block


def _split(text: Token, position: int, links: Sequence[SpanLink]) -> Iterable[Token]:
    done = position
    for link in links:
        yield text.copy(content=text.content[done - position : link.start - position])
        attrs: dict[str, str | int | float] = {"href": f"{SITE_SCHEME}:/{link.path}"}
        if link.title:
            attrs["title"] = link.title
        yield Token("link_open", "a", 1, attrs=attrs)
        yield text.copy(content=text.content[link.start - position : link.end - position])
        yield Token("link_close", "a", -1)
        done = link.end
    yield text.copy(content=text.content[done - position :])
