"""Names of what an import makes: sources, updates, files. The same document gives the same names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from datetime import datetime

from sitegen.permalinks import LIMIT, segment

_OUTLET = 40
"""Bytes of a publisher's part in names."""


def sha256(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def outlet(publisher: str, stem: str) -> str:
    """The publisher's part in names: without "The"; the document's name where there is no publisher."""
    name = re.sub(r"^the\s+", "", publisher, flags=re.IGNORECASE)
    return segment(name or stem, fallback=stem, limit=_OUTLET)


def source_slug(name: str, digest: str, taken: Collection[str]) -> str:
    """The name, such as `independent-2022-01-06`; with a piece of the hash where another source has it."""
    return f"{name}-{digest[:6]}" if name in taken else name


def update_id(outlet_name: str, time: datetime, key: str, taken: Collection[str]) -> str:
    """`independent-2022-01-06-1332`; with a piece of a hash of the key where another update has that id."""
    name = f"{outlet_name}-{time:%Y-%m-%d-%H%M}"
    return next(each for each in _with_marks(name, name, key) if each not in taken)


def update_path(
    timeline: str, time: datetime, words: str, *, update: str, key: str, taken: Collection[str]
) -> str:
    """`content/<timeline>/updates/2022-01-06/1332-title-in-short.md`; `words` are the title or the text.

    Where nothing in them can be part of an address, the id stands in; where another file has that
    name, a piece of a hash of the key is added.
    """
    clock = f"{time:%H%M}"
    name = segment(f"{clock} {words}", fallback=clock)
    if name == clock:
        name = segment(f"{clock} {update}", fallback=clock)
    short = segment(name, fallback=clock, limit=LIMIT - 7)
    folder = f"content/{timeline}/updates/{time:%Y-%m-%d}"
    paths = (f"{folder}/{each}.md" for each in _with_marks(name, short, key))
    return next(path for path in paths if path not in taken)


def aside(path: str, update: str) -> str:
    """Where a file waits while others take each other's names: beside `path`, where none but it stands.

    It is an update like any other there, so that content is whole wherever an import is cut short.
    """
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name[:4]}-{sha256(update.encode())[:16]}.md"


def _with_marks(name: str, short: str, key: str) -> Iterator[str]:
    """The name, then `short` with pieces of hashes, one after the other."""
    yield name
    mark = sha256(key.encode())
    while True:
        yield f"{short}-{mark[:6]}"
        mark = sha256(mark.encode())
