"""Names of what an import makes: sources, updates, files. The same document gives the same names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from sitegen.permalinks import LIMIT, segment

_OUTLET = 40
"""Bytes of a publisher's part in names."""


def sha256(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def sha256_of(file: Path) -> str:
    """SHA-256 of a file of any size, in lower-case hex. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def outlet(publisher: str, stem: str) -> str:
    """The publisher's part in names: without "The"; the document's name where there is no publisher."""
    name = re.sub(r"^the\s+", "", publisher, flags=re.IGNORECASE)
    return segment(name or stem, fallback=stem, limit=_OUTLET)


def source_slug(name: str, digest: str, taken: Collection[str]) -> str:
    """The name, such as `independent-2022-01-06`; with a piece of the hash where another source has it."""
    return f"{name}-{digest[:6]}" if name in taken else name


def update_id(outlet_name: str, time: datetime, mark: str, taken: Collection[str]) -> str:
    """`independent-2022-01-06-1332`; with a piece of a hash, its mark, where another has that id."""
    name = f"{outlet_name}-{time:%Y-%m-%d-%H%M}"
    return f"{name}-{mark[:6]}" if name in taken else name


def update_path(
    timeline: str, time: datetime, words: str, *, update: str, mark: str, taken: Collection[str]
) -> str:
    """`content/<timeline>/updates/2022-01-06/1332-title-in-short.md`; `words` are the title or the text.

    Where nothing in them can be part of an address, the id stands in; where another file has that
    name, a piece of the mark is added.
    """
    clock = f"{time:%H%M}"
    name = segment(f"{clock} {words}", fallback=clock)
    if name == clock:
        name = segment(f"{clock} {update}", fallback=clock)
    folder = f"content/{timeline}/updates/{time:%Y-%m-%d}"
    if f"{folder}/{name}.md" in taken:
        name = f"{segment(name, fallback=clock, limit=LIMIT - 7)}-{mark[:6]}"
    return f"{folder}/{name}.md"
