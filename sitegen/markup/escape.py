"""Plain text to Markdown whose visible text is that plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ANYWHERE = re.compile(
    r"[\\`*\[]"  # escapes, code, emphasis, links
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis; not inside of a word
    r"|<(?=[A-Za-z/!?])"  # HTML, autolinks
    r"|&(?=#?\w+;)"  # entities
    r"|~(?=~)|(?<=~)~"  # struck text, fences
)

_AT_START = re.compile(
    r"(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$)"  # numbered lists
    r"|[-+](?=\s|$)"  # lists
    r"|>"  # quotes
    r"|\#(?=\#{0,5}(?:\s|$))"  # headings
    r"|=(?==*\s*$)"  # underlined headings
    r"|[-:|](?=[-:|\s]*$)",  # rules, underlined headings, tables
)


def inline(text: str) -> str:
    """Text that stands somewhere inside of a line."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def line(text: str) -> str:
    """One line of a paragraph; white space around it goes."""
    return line_start(inline(text.strip()))


def line_start(inner: str) -> str:
    """A line whose inside is escaped, so that it starts nothing but a paragraph."""
    start = _AT_START.match(inner)
    if not start:
        return inner
    number = start["number"] or ""
    return f"{number}\\{inner[len(number) :]}"


def paragraph(lines: Iterable[str]) -> str:
    """Lines of one paragraph; in a browser they flow together."""
    return "\n".join(map(line, lines))


def bullets(items: Iterable[Iterable[str]]) -> str:
    """A list; each item has one line or more."""
    return "\n".join("- " + "\n  ".join(map(line, item)) for item in items)
