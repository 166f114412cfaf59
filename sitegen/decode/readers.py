"""Readers of single values, for schemas. Each reports what is wrong and how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError

from sitegen.decode.nodes import Node, Scalar, Sequence
from sitegen.decode.problems import Problems
from sitegen.decode.schema import Reader, Schema

INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?")
"""ISO 8601 extended format; the offset is asked for separately, to say what is missing."""

PARTIAL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def text(node: Node, problems: Problems) -> str:
    """Any scalar, as written."""
    if isinstance(node, Scalar):
        return node.text
    problems.add(
        "not-text",
        "this should be one piece of text",
        "write it on one line, between quotes if it starts with '[', '{', '-' or '?'",
        line=node.line,
        column=node.column,
    )
    return ""


def line_of_text(node: Node, problems: Problems) -> str:
    """Text with white space folded to single blanks: titles and names."""
    return " ".join(text(node, problems).split())


def texts(node: Node, problems: Problems) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(line_of_text(item, problems) for item in items)


def boolean(node: Node, problems: Problems) -> bool:
    """`true` or `false` (YAML 1.2 core schema)."""
    value = text(node, problems)
    if value not in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        problems.add(
            "not-true-or-false",
            f"'{value}' is neither true nor false",
            "write true or false",
            line=node.line,
            column=node.column,
        )
    return value.lower() == "true"


def instant(node: Node, problems: Problems) -> datetime | None:
    """A date and time with an offset; naive times are refused, for no zone is ever assumed."""
    value = text(node, problems)
    mend = "write it like 2022-01-06T13:32:00+00:00"
    try:
        parsed = datetime.fromisoformat(value) if INSTANT.fullmatch(value) else None
    except ValueError:
        parsed, mend = None, "there is no such day or time: correct it"
    if parsed is None:
        problems.add("bad-time", f"'{value}' is not a time", mend, line=node.line, column=node.column)
        return None
    if parsed.tzinfo is None:
        problems.add(
            "time-without-offset",
            f"the time '{value}' has no offset from UTC",
            f"add it, for example {value}+00:00 for UTC",
            line=node.line,
            column=node.column,
        )
        return None
    return parsed


def day(node: Node, problems: Problems) -> date | None:
    """A calendar day."""
    value = text(node, problems)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    problems.add(
        "bad-date",
        f"'{value}' is not a day of the calendar",
        "write it like 2022-01-06",
        line=node.line,
        column=node.column,
    )
    return None


def partial_date(node: Node, problems: Problems) -> str:
    """A year, a month or a day: `2022`, `2022-01` or `2022-01-06`."""
    value = text(node, problems)
    filled = value + "2022-01-01"[len(value) :]
    try:
        date.fromisoformat(filled)
        good = bool(PARTIAL_DATE.fullmatch(value))
    except ValueError:
        good = False
    if not good:
        problems.add(
            "bad-date",
            f"'{value}' is not a year, month or day",
            "write it like 2022, 2022-01 or 2022-01-06",
            line=node.line,
            column=node.column,
        )
    return value


def zone(node: Node, problems: Problems) -> str:
    """An IANA time zone."""
    value = text(node, problems)
    if value in _zones():
        return value
    close = difflib.get_close_matches(value, _zones(), n=1, cutoff=0.5)
    problems.add(
        "unknown-zone",
        f"'{value}' is not an IANA time zone",
        f"did you mean '{close[0]}'?" if close else "write it like Europe/London or Asia/Almaty",
        line=node.line,
        column=node.column,
    )
    return "UTC"


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def language(node: Node, problems: Problems) -> str:
    """A BCP 47 language tag that CLDR knows."""
    value = text(node, problems)
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        problems.add(
            "unknown-language",
            f"'{value}' is not a language tag",
            "write it like en, de or zh-Hant",
            line=node.line,
            column=node.column,
        )
    return value


def web_address(node: Node, problems: Problems) -> str:
    """An http or https address: nothing else may become a link."""
    value = text(node, problems).strip()
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", value, re.IGNORECASE):
        problems.add(
            "bad-address",
            f"'{value}' is not a web address",
            "write it with http:// or https://",
            line=node.line,
            column=node.column,
        )
    return value


def sha256(node: Node, problems: Problems) -> str:
    """A SHA-256 in lower-case hex."""
    value = text(node, problems)
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        problems.add(
            "bad-hash",
            "this is not a SHA-256: 64 digits from 0 to 9 and a to f",
            "copy it again; 'sha256sum FILE' prints it",
            line=node.line,
            column=node.column,
        )
    return value


def one_of(words: type[StrEnum]) -> Reader:
    """One of the enumeration's words."""

    def read(node: Node, problems: Problems) -> StrEnum | None:
        value = text(node, problems)
        if value in set(words):
            return words(value)
        problems.add(
            "bad-word",
            f"'{value}' is none of the words allowed here",
            f"write one of: {', '.join(words)}",
            line=node.line,
            column=node.column,
        )
        return None

    return read


def matching(pattern: str, code: str, what: str, mend: str) -> Reader:
    """Text that matches the pattern in full; `what` says what the text is not."""

    def read(node: Node, problems: Problems) -> str:
        value = text(node, problems)
        if not re.fullmatch(pattern, value):
            problems.add(code, f"'{value}' {what}", mend, line=node.line, column=node.column)
        return value

    return read


def record(schema: Schema, make: Callable[..., Any]) -> Reader:
    """A mapping, made into an object by `make` when it is whole."""

    def read(node: Node, problems: Problems) -> Any:
        before = len(problems.found)
        values = schema.read(node, problems)
        if any(d.severity == "error" for d in problems.found[before:]):
            return None
        return make(**values)

    return read


def records(schema: Schema, make: Callable[..., Any]) -> Reader:
    """A list of mappings."""
    read_one = record(schema, make)

    def read(node: Node, problems: Problems) -> tuple[Any, ...]:
        if not isinstance(node, Sequence):
            problems.add(
                "not-a-list",
                "this should be a list",
                f"start each item ({schema.title}) with '- '",
                line=node.line,
                column=node.column,
            )
            return ()
        return tuple(read_one(item, problems) for item in node.items)

    return read
