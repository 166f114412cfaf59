"""A Markdown document as front matter and a row of top-level blocks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen import decode, markup
from sitegen.importers import fields
from sitegen.importers.protocol import NotALiveBlogError

_YAML = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list, quote, table or anything else that stands at the top level."""

    kind: str
    """As markdown-it calls it, without `_open`: `heading`, `paragraph`, `bullet_list`, `hr`, `table`."""
    level: int
    """Of a heading: 1 to 6; else 0."""
    line: int
    """Its first line, counted from 1."""
    markdown: str
    """As Markdown without HTML."""
    text: str
    """As a reader sees it."""
    rich: bool = False
    """True where its source holds HTML or names that other lines explain."""
    tokens: tuple[Token, ...] = field(default=(), repr=False)
    """What markdown-it made of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownSource:
    """A Markdown document."""

    front: Mapping[str, tuple[str, ...]]
    """Front matter: every value of every key, as written."""
    blocks: tuple[Block, ...]
    """What stands below it."""
    convert: Any
    """Tokens of this document to Markdown without HTML."""


def read_source(text: str) -> MarkdownSource:
    """Read a document. Raises NotALiveBlogError for front matter that can't be read."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    front, body, first = _front(unified)
    parser = _parser()
    env: dict[str, Any] = {}
    try:
        tokens = parser.parse(body, env)
    except RecursionError as error:
        raise NotALiveBlogError("It is Markdown nested too deep for any document.") from error
    lines = body.split("\n")

    def convert(part: list[Token]) -> str:
        html: str = parser.renderer.render(part, parser.options, env)
        return fields.from_html(html).markdown

    blocks = []
    for part in _parts(tokens):
        start, end = part[0].map or (0, 0)
        rich = bool(env.get("references")) or any(_holds_html(token) for token in part)
        source = convert(part) if rich else "\n".join(lines[start:end]).strip("\n")
        blocks.append(
            Block(
                kind=part[0].type.removesuffix("_open"),
                level=int(part[0].tag[1]) if part[0].type == "heading_open" else 0,
                line=first + start,
                markdown=source,
                text=markup.parse(source).text,
                rich=rich,
                tokens=tuple(part),
            )
        )
    return MarkdownSource(front=front, blocks=tuple(blocks), convert=convert)


@cache
def _parser() -> MarkdownIt:
    options = {"html": True, "maxNesting": markup.MAX_NESTING}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"])


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        part.append(token)
        if not token.level and token.nesting <= 0:
            yield part
            part = []


def _holds_html(token: Token) -> bool:
    return token.type.startswith("html_") or any(_holds_html(child) for child in token.children or ())


def _front(text: str) -> tuple[dict[str, tuple[str, ...]], str, int]:
    """Front matter, what stands below it, and the number of its first line."""
    yaml, toml = _YAML.match(text), _TOML.match(text)
    found = yaml or toml
    if not found:
        return {}, text, 1
    values = _from_toml(found[1]) if toml else _from_yaml(found[1])
    if values is None:
        return {}, text, 1
    return values, text[found.end() :], 1 + text.count("\n", 0, found.end())


def _from_yaml(text: str) -> dict[str, tuple[str, ...]] | None:
    """None where it is a text between two rules, and not front matter."""
    problems = decode.Problems(path="front matter")
    node = decode.parse(text, problems, first_line=2)
    if problems.found:
        if not re.match(r"[\w-]+:(?:\s|$)", text):
            return None
        first = problems.found[0]
        raise NotALiveBlogError(f"Its front matter can't be read: line {first.line}: {first.what}.")
    if not isinstance(node, decode.Mapping):
        return {} if node is None else None
    return {key.text: tuple(_leaves(value)) for key, value in node.entries}


def _leaves(node: decode.Node) -> Iterator[str]:
    if isinstance(node, decode.Scalar):
        if not node.null:
            yield node.text
    elif isinstance(node, decode.Sequence):
        for item in node.items:
            yield from _leaves(item)
    else:
        for _, value in node.entries:
            yield from _leaves(value)


def _from_toml(text: str) -> dict[str, tuple[str, ...]]:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotALiveBlogError(f"Its front matter can't be read: {error}.") from error
    return {key: tuple(_toml_leaves(value)) for key, value in values.items()}


def _toml_leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _toml_leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _toml_leaves(inner)
    else:
        yield value.isoformat() if hasattr(value, "isoformat") else str(value)
