"""YAML text to located nodes.

Reads the event stream of libyaml, so that an alias is refused where it stands and never followed:
a "YAML bomb" costs no more than its length. Scalars stay text: whether `13:30` or `NO` is a time
or a country is the schema's business (YAML 1.1 would make them 810 and false).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from sitegen.decode.problems import Problems

MAX_DEPTH = 50
"""Deeper nesting than any content file has a use for."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that mean "no value" in the YAML 1.2 core schema."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as written."""

    text: str
    """The value's characters; quotes and folding undone."""
    plain: bool
    """True where it stands without quotes."""
    line: int
    """Line from 1."""
    column: int
    """Column from 1."""

    @property
    def null(self) -> bool:
        """True where the file gives no value."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    """Its items in order."""
    line: int
    """Line from 1."""
    column: int
    """Column from 1."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values."""

    entries: tuple[tuple[Scalar, Node], ...]
    """Keys with values, in order, without repeats."""
    line: int
    """Line from 1."""
    column: int
    """Column from 1."""


Node = Scalar | Sequence | Mapping


def parse(text: str, problems: Problems, *, first_line: int = 1) -> Node | None:
    """Parse one YAML document. `first_line` is the line of the file on which `text` starts.

    Returns None for an empty document, and after a syntax error; problems tell which.
    """
    try:
        return _build(text, problems, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.add(
            "yaml-syntax",
            f"this is not valid YAML: {error.problem or error.context}",
            "put a value that contains ': ', ' #' or quotes, or that starts with a sign, between quotes, "
            "and indent with blanks",
            line=first_line + (mark.line if mark else 0),
            column=(mark.column if mark else 0) + 1,
        )
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) if isinstance(error.position, int) else 0
        problems.add(
            "yaml-character",
            f"a character that YAML does not allow: U+{ord(str(error.character)[0]):04X}"
            if isinstance(error.character, str) and error.character
            else "a character that YAML does not allow",
            "delete the control character",
            line=first_line + line,
        )
    except (ValueError, RecursionError) as error:
        problems.add("yaml-syntax", f"this is not valid YAML: {error}", "simplify it", line=first_line)
    return None


def _place(event: Any, first_line: int) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + first_line, mark.column + 1


class _Open:
    """A collection under construction: what has been read of it so far."""

    __slots__ = ("children", "event", "keys")

    def __init__(self, event: Any) -> None:
        self.event = event
        self.children: list[Node] = []
        self.keys: dict[str, int] = {}


def _build(text: str, problems: Problems, first_line: int) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line, column = _place(event, first_line)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            _refuse_extras(event, problems, line, column)
            node = Scalar(event.value, event.style in (None, ""), line, column)
        elif isinstance(event, yaml.AliasEvent):
            problems.add(
                "yaml-alias", f"the alias *{event.anchor}", "write the value out", line=line, column=column
            )
            node = Scalar(text="", plain=False, line=line, column=column)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            _refuse_extras(event, problems, line, column)
            stack.append(_Open(event))
            if len(stack) > MAX_DEPTH:
                problems.add(
                    "yaml-depth",
                    f"lists and keys are nested more than {MAX_DEPTH} deep",
                    "flatten them",
                    line=line,
                    column=column,
                )
                return None
            continue
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            node = _close(stack.pop(), problems, first_line)
        else:
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                problems.add(
                    "yaml-documents",
                    "a second YAML document starts here",
                    "keep one document in a file: delete the line '---'",
                    line=line,
                    column=column,
                )
                return root
            continue
        if stack:
            stack[-1].children.append(node)
        else:
            root = node
    return root


def _close(done: _Open, problems: Problems, first_line: int) -> Node:
    line, column = _place(done.event, first_line)
    if isinstance(done.event, yaml.SequenceStartEvent):
        return Sequence(tuple(done.children), line, column)
    entries: list[tuple[Scalar, Node]] = []
    for key, value in zip(done.children[::2], done.children[1::2], strict=True):
        if not isinstance(key, Scalar):
            problems.add(
                "yaml-key",
                "a key that is a list or a mapping",
                "use a word",
                line=key.line,
                column=key.column,
            )
            continue
        if key.text in done.keys:
            problems.add(
                "duplicate-key",
                f"the key '{key.text}' stands here a second time (first on line {done.keys[key.text]})",
                "delete one of the two",
                line=key.line,
                column=key.column,
            )
            continue
        done.keys[key.text] = key.line
        entries.append((key, value))
    return Mapping(tuple(entries), line, column)


def _refuse_extras(event: Any, problems: Problems, line: int, column: int) -> None:
    if event.anchor is not None:
        problems.add(
            "yaml-anchor",
            f"the anchor &{event.anchor}",
            "delete it, or put the value between quotes",
            line=line,
            column=column,
        )
    if event.tag is not None:
        problems.add(
            "yaml-tag",
            f"the tag {event.tag}",
            "delete it, or put the value between quotes",
            line=line,
            column=column,
        )
