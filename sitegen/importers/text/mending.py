"""Lines that a page or a copy of it broke in two: a time and its dash, `Updated` and when, a handle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.importers.names import is_person
from sitegen.importers.stamps.moment import read_moment

_REST = re.compile(r"(?:\.\s?-|[-–—:.,])\s*[^\W\d_“\"«„'(]")
"""How the rest of a line starts whose time stands above: `.- The gates are open.`"""

_SPLIT_UPDATE = re.compile(r"(?:last )?updated", re.IGNORECASE)

_BY = re.compile(r"(?:posted|written|published|reported) by:?|by|von|par|por", re.IGNORECASE)

_HANDLE = re.compile(r"\(?@\w{2,30}\)?")

_DOT = re.compile(r"[·•]")

_TIME = 40
"""Characters of a line that is nothing but a time."""


def mend(lines: Sequence[str]) -> list[str]:
    """As many lines, where what belongs together stands on the first of them and the others are empty."""
    mended = list(lines)
    for start, line in enumerate(mended):
        text = line.strip()
        below = _next(mended, start)
        if not text or below is None:
            continue
        rest = mended[below].strip()
        changed = _SPLIT_UPDATE.fullmatch(text) and re.match(r"(?:at|on)\s+\d", rest)
        by = _BY.fullmatch(text) and is_person(rest)
        if changed or by or (below == start + 1 and _REST.match(rest) and _is_time(text)):
            _join(mended, start, below)
        elif _HANDLE.fullmatch(rest) and below == start + 1 and len(text) < _TIME:
            _join_handle(mended, start, below)
    return mended


def _join_handle(lines: list[str], start: int, handle: int) -> None:
    """`Name`, `@handle`, `·` and `2h` are the head of one post."""
    dot = _next(lines, handle)
    if dot is None or not _DOT.fullmatch(lines[dot].strip()):
        return
    time = _next(lines, dot)
    if time is not None and len(lines[time].strip()) < _TIME and re.search(r"\d", lines[time]):
        for place in (handle, dot, time):
            _join(lines, start, place)


def _next(lines: Sequence[str], start: int) -> int | None:
    """The next line with words, at most one empty one below."""
    return next((n for n in range(start + 1, min(start + 3, len(lines))) if lines[n].strip()), None)


def _join(lines: list[str], start: int, below: int) -> None:
    lines[start] = f"{lines[start].rstrip()} {lines[below].strip()}"
    lines[below] = ""


def _is_time(text: str) -> bool:
    """True where a time ends a short line, alone or behind a word such as `Ore`."""
    if len(text) > _TIME or not re.search(r"\d$|[hm.]$|Uhr$", text):
        return False
    places = [match.start() for match in re.finditer(r"(?<![\w.,:/-])\w", text)][:3]
    return any((found := read_moment(text, place)) and found.end >= len(text) for place in places)
