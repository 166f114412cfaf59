"""How the index is written: numbers as text, scripts that carry data, pieces of a good size."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from typing import Any, TypeVar

from sitegen.search.documents import IndexFile

FOLDER = "search/index/"
"""Folder of the index below the site's root."""

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The 64 characters that numbers are written with."""

Item = TypeVar("Item")


def number_text(number: int) -> str:
    """A number from 0 up, as in source maps: five bits a character, lowest first, +32 where more follow."""
    text = ""
    while number >= 32:
        text += DIGITS[32 + number % 32]
        number //= 32
    return text + DIGITS[number]


def gaps_text(ascending: Iterable[int]) -> str:
    """Ascending numbers from 0 up: each as the distance from the one before, the first from 0."""
    last, more = _tables()
    size = len(last)
    gaps = (after - before for before, after in pairwise(chain((0,), ascending)))
    return "".join([last[gap] if gap < size else more[gap % size] + number_text(gap // size) for gap in gaps])


@cache
def _tables() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What `number_text` gives for numbers below 32 ** 3, and their three digits where more follow."""
    more = tuple(a + b + c for c in DIGITS[32:] for b in DIGITS[32:] for a in DIGITS[32:])
    return tuple(map(number_text, range(len(more)))), more


def script(kind: str, number: int, data: Any) -> IndexFile:
    """A classic script that hands data to the client.

    Classic, because modules and fetch don't work from `file://`. `<` and the two line separators are escaped
    so that the text stays harmless wherever a script is put.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    content = f'sitegenSearch.add("{kind}",{number},{text});\n'.encode()
    return IndexFile(path=f"{FOLDER}{kind}-{hashlib.sha256(content).hexdigest()[:10]}.js", data=content)


def pieces(items: Iterable[Item], size: Callable[[Item], int], limit: int) -> Iterator[list[Item]]:
    """Cut items into pieces of at most `limit` in their order; one that is larger stands alone."""
    piece: list[Item] = []
    total = 0
    for item in items:
        length = size(item)
        if piece and total + length > limit:
            yield piece
            piece, total = [], 0
        piece.append(item)
        total += length
    if piece:
        yield piece
