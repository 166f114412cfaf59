"""Pieces of text put in the place of others, and values as they are written in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from sitegen.content.edit.spans import BREAK, List, Node, Word
from sitegen.content.emit import Always, Bare, Flow, Record, Value, document, one_line


class Patch(NamedTuple):
    """Text that stands in for what is between two places."""

    start: int
    """First character that goes."""
    end: int
    """One past the last."""
    text: str
    """What comes; lines end with a line feed, whatever the file's do."""


def patched(text: str, patches: Iterable[Patch], line_break: str) -> str:
    """The text with all patches; they must not overlap."""
    done: list[str] = []
    at = 0
    for patch in sorted(patches, key=lambda patch: (patch.start, patch.end)):
        new = patch.text
        if new.endswith("\n") and patch.start == len(text) and text and not BREAK.fullmatch(text[-1]):
            new = "\n" + new.removesuffix("\n")
        done += [text[at : patch.start], new.replace("\n", line_break)]
        at = patch.end
    return "".join((*done, text[at:]))


def inline(value: Value, *, flow: bool) -> str:
    """A value on one line; `flow` for the inside of brackets."""
    match value:
        case Bare(text):
            return text
        case str() | Always():
            return one_line(value if isinstance(value, str) else value.text, flow=flow)
        case dict():
            return f"{{{', '.join(f'{key}: {inline(v, flow=True)}' for key, v in filled(value))}}}"
        case Flow(items):
            return f"[{', '.join(inline(item, flow=True) for item in items)}]"
        case _:
            return f"[{', '.join(inline(item, flow=True) for item in value)}]"


def filled(record: Record) -> list[tuple[str, Value]]:
    """Keys that have a value, as `emit` writes them."""
    return [(key, value) for key, value in record.items() if value not in ("", (), Flow(()), {})]


def block(record: Record, indent: str) -> str:
    """Lines of a record, indented; each ends with a line feed."""
    return re.sub(r"^(?=.)", indent, document(record), flags=re.MULTILINE)


def plain(node: Node) -> Any:
    """What the node says: dict, list, text or None."""
    if isinstance(node, Word):
        return None if node.null else node.text
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def plain_value(value: Value) -> Any:
    """What a value says, as `plain` gives it when the value was written."""
    match value:
        case Bare(text) | Always(text):
            return text
        case str():
            return value
        case dict():
            return {key: plain_value(inner) for key, inner in filled(value)}
        case Flow(items):
            return list(items)
        case _:
            return [plain_value(item) for item in value]
