"""The two files that say what sitegen wrote: the marker and the manifest.

The manifest is the record. It is all that decides what may be replaced or deleted, so a lost
build state loses nothing. `sha256sum -c manifest-sha256.txt` accepts it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from sitegen.publish.staging import is_plain

MARKER = "sitegen.json"
"""Says that the folder is an output folder of sitegen."""

MANIFEST = "manifest-sha256.txt"
"""Lists every file of the site with its SHA-256, but itself."""

FORMAT = 1
"""Number of this way of writing the marker and the manifest."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class _Marker(msgspec.Struct, frozen=True):
    generator: str
    format: int


def marker() -> bytes:
    """The marker's bytes, the same for every site."""
    return (
        msgspec.json.format(msgspec.json.encode(_Marker(generator="sitegen", format=FORMAT)), indent=2)
        + b"\n"
    )


def marker_format(folder: Path) -> int | None:
    """Format number of the marker in this folder; None where there is no marker of sitegen."""
    file = folder / MARKER
    if file.is_symlink():
        return None
    try:
        found = msgspec.json.decode(file.read_bytes(), type=_Marker)
    except (OSError, msgspec.MsgspecError):
        return None
    return found.format if found.generator == "sitegen" else None


def render(hashes: Mapping[str, str]) -> bytes:
    """The manifest for these hashes by path, sorted by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def read(folder: Path) -> dict[str, str]:
    """Hashes by path from the manifest in this folder, its own among them; empty where it has none.

    A line that is no plain relative path with a hash is passed over: nothing outside the folder
    can ever be claimed.
    """
    try:
        data = (folder / MANIFEST).read_bytes()
    except OSError:
        return {}
    text = data.decode("utf-8", errors="replace")
    found = (_LINE.fullmatch(line.rstrip("\r")) for line in text.split("\n"))
    return {m[2]: m[1] for m in found if m and is_plain(m[2])} | {MANIFEST: hashlib.sha256(data).hexdigest()}
