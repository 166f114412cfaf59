"""Nodes to values. A format is a `Schema`: a list of keys, each with a reader and its words for people.

The same schema reads files, writes the reference in docs/content.md, and suggests the right key
for a misspelt one.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sitegen.decode.nodes import Mapping, Node, Scalar
from sitegen.decode.problems import Problems
from sitegen.diagnostics import Severity

Reader = Callable[[Node, Problems], Any]
"""Reads one value; reports what is wrong with it and then returns anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a format."""

    name: str
    """As it is written."""
    read: Reader
    """Reads its value."""
    required: bool = False
    """True where a file without it is an error."""
    default: Any = None
    """The value where the key is missing or empty."""
    shape: str
    """What may stand there, for the reference: `text`, `list of text`, ..."""
    doc: str
    """What it means, for the reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The keys of one kind of file, or of one kind of record inside it."""

    title: str
    """What it describes, for messages: `an update`."""
    keys: tuple[Key, ...]
    """Keys in canonical order."""

    def read(self, node: Node | None, problems: Problems, *, line: int = 1) -> dict[str, Any]:
        """Values by key name, defaults filled in; all problems are reported.

        `line` is where the record starts, for a file that is empty.
        """
        values = {key.name: key.default for key in self.keys}
        if node is None or (isinstance(node, Scalar) and node.null):
            entries: tuple[tuple[Scalar, Node], ...] = ()
        elif isinstance(node, Mapping):
            entries, line = node.entries, node.line
        else:
            problems.add(
                "not-keys",
                f"{self.title} is written as 'key: value' lines, and this is something else",
                f"start with '{self.keys[0].name}: ...'",
                line=node.line,
                column=node.column,
            )
            return values
        known = {key.name: key for key in self.keys}
        given = set()
        for name, value in entries:
            key = known.get(name.text)
            if key is None:
                self._unknown(name, problems)
            elif not (isinstance(value, Scalar) and value.null):
                given.add(key.name)
                values[key.name] = key.read(value, problems)
        for key in self.keys:
            if key.required and key.name not in given:
                problems.add(
                    "missing-key",
                    f"{self.title} needs the key '{key.name}' ({key.doc.rstrip('.')})",
                    f"add a line '{key.name}: ...'",
                    line=line,
                )
        return values

    def _unknown(self, name: Scalar, problems: Problems) -> None:
        close = difflib.get_close_matches(name.text, [key.name for key in self.keys], n=1)
        problems.add(
            "unknown-key",
            f"{self.title} has no key '{name.text}'",
            f"did you mean '{close[0]}'?" if close else "delete it, or see docs/content.md for the keys",
            line=name.line,
            column=name.column,
            severity=Severity.WARNING,
        )
