"""An element to Markdown. What comes out is read back; where a word would change, marks are given up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType

from lxml import html

from sitegen.markup.prose import parse
from sitegen.markup.webpage.blocks import Block, blocks
from sitegen.markup.webpage.pictures import Keep
from sitegen.markup.webpage.runs import paragraph, plain

_DEEPEST = 40
"""Lists and quotes in each other; deeper ones are written side by side, so that no reader of Markdown
loses them."""


@dataclass(frozen=True, slots=True)
class _Care:
    """How much is written besides the words."""

    marks: bool = True
    links: bool = True


_LEVELS = (_Care(), _Care(marks=False), _Care(marks=False, links=False))


def markdown(
    elements: Iterable[html.HtmlElement],
    base: str = "",
    skip: Collection[html.HtmlElement] = (),
    drop: Mapping[html.HtmlElement, int] = MappingProxyType({}),
    *,
    text_first: bool = False,
    keep: Keep | None = None,
) -> str:
    """Markdown with the visible words of the elements but for those in `skip`, one below the other.

    `base` is where relative links start from; `drop` says of elements how many of their first
    characters, blanks not counted, are left out. With `text_first` pictures above the text, which a
    page shows and Markdown only names, stand below it. `keep` keeps pictures that were saved with the page.
    """
    tree = blocks(elements, base, skip, drop, keep)
    if text_first:
        above = list(takewhile(lambda block: block.picture, tree.inner))
        tree.inner[:] = [*tree.inner[len(above) :], *above]
    text = _join(tree.inner, _Care(), 0)
    if _same(text, tree.inner):
        return text
    parts: list[str] = []
    for part in _adjacent(tree.inner):
        tries = (_join(part, care, 0) for care in _LEVELS)
        parts.append(next((text for text in tries if _same(text, part)), _join(part, _LEVELS[-1], 0)))
    return "\n\n".join(filter(None, parts))


def _adjacent(found: list[Block]) -> Iterator[list[Block]]:
    """Blocks one by one; lists that follow each other together, for their bullets differ."""
    together: list[Block] = []
    for block in found:
        if together and not (block.kind == together[-1].kind == "list"):
            yield together
            together = []
        together.append(block)
    if together:
        yield together


def _same(text: str, found: list[Block]) -> bool:
    return parse(text).text.split() == [word for block in found for word in _words(block)]


def _words(block: Block) -> list[str]:
    stack, words = [block], []
    while stack:
        here = stack.pop()
        words += plain(here.runs).split()
        words += [word for row in here.rows for cell in row for word in plain(cell).split()]
        stack.extend(reversed(here.inner))
    return words


def _join(found: list[Block], care: _Care, depth: int) -> str:
    pieces: list[str] = []
    other = False
    for place, block in enumerate(found):
        other = block.kind == "list" and place > 0 and found[place - 1].kind == "list" and not other
        pieces.append(_write(block, care, depth, other=other))
    return "\n\n".join(filter(None, pieces))


def _write(block: Block, care: _Care, depth: int, *, other: bool = False) -> str:
    match block.kind:
        case "paragraph":
            return paragraph(block.runs, marks=care.marks, links=care.links)
        case "heading":
            sign = "#" * max(1, block.level - 2)
            text = paragraph(block.runs, marks=care.marks, links=care.links, one_line=True)
            return f"{sign} " + re.sub(r"(#+)$", r"\\\1", text) if text else ""
        case "code":
            return _code(plain(block.runs))
        case "rule":
            return "* * *"
        case "table":
            return _table(block, care)
    return _nested(block, care, depth, other=other) if depth < _DEEPEST else _flat(block, care)


def _nested(block: Block, care: _Care, depth: int, *, other: bool) -> str:
    if block.kind == "list":
        return _list(block, care, depth, other=other)
    text = _join(block.inner, care, depth + 1)
    mark = "> " if block.kind == "quote" else ""
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n")) if text else ""


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}" if text.strip() else ""


def _flat(block: Block, care: _Care) -> str:
    """The texts in a block one below the other, however deep they are nested."""
    stack, pieces = [block], []
    while stack:
        here = stack.pop()
        if here.inner:
            stack.extend(reversed(here.inner))
        elif here.kind not in ("list", "quote", "item", "all"):
            pieces.append(_write(here, care, 0))
    return "\n\n".join(filter(None, pieces))


def _list(block: Block, care: _Care, depth: int, *, other: bool) -> str:
    items: list[str] = []
    number = block.level
    for item in block.inner:
        text = _join(item.inner, care, depth + 1)
        if not text:
            continue
        if block.level:
            mark = f"{number}{')' if other else '.'} "
            number += 1
        else:
            mark = "* " if other else "- "
        items.append(mark + text.replace("\n", "\n" + " " * len(mark)))
    loose = any("\n\n" in item for item in items)
    text = ("\n\n" if loose else "\n").join(items)
    return re.sub(r"(?m)^ +$", "", text)


def _table(block: Block, care: _Care) -> str:
    lines = [[_cell_text(paragraph(cell, marks=care.marks, links=care.links, one_line=True)) for cell in row]
             for row in block.rows]  # fmt: skip
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell_text(text: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", text)
