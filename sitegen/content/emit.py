"""Values to YAML in one exact form: the same values always give the same bytes.

The few shapes that content files have are written here, not by `yaml.dump`: its line breaks and
quotes follow the version of the library, and it is the slowest part of a large import. A text is
bare only where YAML 1.1, YAML 1.2 and a reader that knows no types all take it for that text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Bare:
    """A word without quotes: a time, a date or a truth value."""

    text: str
    """As it is to be written."""


@dataclass(frozen=True, slots=True)
class Always:
    """A text whose key is written even where the text is empty."""

    text: str
    """The text."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Names on one line: `[a, b]`."""

    items: tuple[str, ...]
    """The names."""


Value: TypeAlias = "str | Bare | Always | Flow | tuple[str | Record, ...] | Record"

Record: TypeAlias = dict[str, Value]
"""Keys with values, in order. An empty value is left out with its key."""

_LONG = 90
"""A longer text stands below its key, where nobody has to think about quotes; a path does not."""

_ODD = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffd]")
"""Characters that YAML does not allow as they are, or that a reader takes for a line break."""

_BARE = re.compile(r"(?:[^\W_]|[“‘„«(])(?:[^\n:#]|:(?=[^\s,\[\]{}])|(?<!\s)#)*(?<!\s)")

_TYPED = re.compile(
    r"y|yes|n|no|true|false|on|off|null"
    r"|[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+"
    r"|[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*",
    re.IGNORECASE,
)
"""What some reader takes for a truth value, a number, a time or a date."""

_BLOCK = re.compile(r"\S(.*\S)?(\n+\S(.*\S)?)*\n?")
"""Lines without white space at either end, at most one line break after the last."""


def document(record: Record) -> str:
    """A YAML document, with a line break at its end."""
    return "".join(f"{line}\n" for line in _record(record, ""))


def _record(record: Record, indent: str) -> Iterator[str]:
    for key, value in record.items():
        if value not in ("", (), Flow(()), {}):
            yield from _value(f"{indent}{key}:", value, indent)


def _value(head: str, value: Value, indent: str) -> Iterator[str]:
    match value:
        case Bare(text):
            yield f"{head} {text}"
        case Always(text):
            yield f"{head} {one_line(text)}"
        case Flow(items):
            yield f"{head} [{', '.join(one_line(item, flow=True) for item in items)}]"
        case str():
            yield from _text(head, value, indent)
        case dict():
            yield head
            yield from _record(value, f"{indent}  ")
        case _:
            yield head
            for item in value:
                yield from _item(item, f"{indent}  ")


def _item(item: str | Record, indent: str) -> Iterator[str]:
    if isinstance(item, str):
        yield from _text(f"{indent}-", item, indent)
        return
    inner = f"{indent}  "
    first, *rest = _record(item, inner)
    yield f"{indent}- {first.removeprefix(inner)}"
    yield from rest


def _text(head: str, text: str, indent: str) -> Iterable[str]:
    lines = text.removesuffix("\n").split("\n")
    long = "\n" in text or (len(text) > _LONG and " " in text)
    if not long or not _BLOCK.fullmatch(text) or any(map(_ODD.search, lines)):
        return (f"{head} {one_line(text)}",)
    keep = "" if text.endswith("\n") else "-"
    return (f"{head} |{keep}", *(f"{indent}  {line}" if line else "" for line in lines))


def one_line(text: str, *, flow: bool = False) -> str:
    """A text on one line, in quotes where it needs them; `flow` for the inside of `[...]`."""
    bare = _BARE.fullmatch(text) and not _TYPED.fullmatch(text) and not _ODD.search(text)
    # PyYAML takes a question mark inside of brackets for the sign of a key.
    if bare and not (flow and re.search(r"[,?:\[\]{}]", text)):
        return text
    # The escapes of JSON are escapes of YAML, which forbids more characters as they are.
    return _ODD.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
