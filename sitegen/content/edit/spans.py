"""YAML text to nodes that know where they start and end, counted in characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from sitegen.decode.nodes import NULLS

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""


class CannotEditError(Exception):
    """The file is written in a way that can't be edited without touching what is a person's."""


@dataclass(frozen=True, slots=True)
class Word:
    """A single value."""

    text: str
    """Its characters; quotes and folding undone."""
    plain: bool
    """True where it stands without quotes."""
    start: int
    """Its first character, with the quote or the sign of a block."""
    end: int
    """One past its last character; of a block, one past its last line break."""

    @property
    def null(self) -> bool:
        """True where the file gives no value."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class List:
    """A list."""

    items: tuple[Node, ...]
    """Its items."""
    flow: bool
    """True for `[a, b]`, False for lines that start with a dash."""
    start: int
    """The bracket, or the first dash."""
    end: int
    """One past the bracket, or the end of the last item."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys with values."""

    entries: tuple[tuple[Word, Node], ...]
    """In order."""
    flow: bool
    """True for `{a: b}`."""
    start: int
    """The brace, or the first key."""
    end: int
    """One past the brace, or the end of the last value."""

    def get(self, key: str) -> tuple[Word, Node] | None:
        """The entry of this name."""
        return next((entry for entry in self.entries if entry[0].text == key), None)


Node = Word | List | Keys


def read_spans(text: str) -> Keys:
    """The keys of a YAML document. Raises CannotEditError where there are none, or it is no YAML."""
    try:
        events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        root = next((_node(event, events) for event in events if isinstance(event, yaml.NodeEvent)), None)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CannotEditError("it is no valid YAML") from error
    if not isinstance(root, Keys) or not root.entries:
        raise CannotEditError("there are no keys")
    return root


def _node(event: Any, events: Any) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return Word(event.value, event.style in (None, ""), start, end)
    if not isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
        raise CannotEditError("an alias stands in it")
    flow = bool(event.flow_style)
    children: list[Node] = []
    for inner in events:
        if isinstance(inner, yaml.CollectionEndEvent):
            # A block ends for YAML where the next thing begins; here, with its last value.
            end = inner.end_mark.index if flow else children[-1].end  # type: ignore[union-attr]  # the parser sets it
            break
        children.append(_node(inner, events))
    if isinstance(event, yaml.SequenceStartEvent):
        return List(tuple(children), flow, start, end)
    keys = [key for key in children[::2] if isinstance(key, Word)]
    return Keys(tuple(zip(keys, children[1::2], strict=True)), flow, start, end)


def line_start(text: str, at: int) -> int:
    """Where the line of this character starts."""
    while at > 0 and not BREAK.fullmatch(text[at - 1]):
        at -= 1
    return at


def line_above(text: str, at: int) -> int:
    """Where the line above the one that starts here starts; `at` is not the first line's."""
    return line_start(text, at - (2 if text[at - 2 : at] == "\r\n" else 1))


def next_line(text: str, at: int) -> int:
    """Where the line below begins; the character itself where a line starts there (after a block)."""
    if at > 0 and BREAK.fullmatch(text[at - 1]):
        return at
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def column(text: str, at: int) -> int:
    """Characters before this one on its line."""
    return at - line_start(text, at)
