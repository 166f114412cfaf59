"""Build state on disk: what the last build made each output file from. Disposable.

It lives in `.sitegen/` in the site's folder, one file for each output folder. Losing it costs
time and nothing else: a state that is missing, cut short, damaged or of another version is no
state, never an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

FOLDER = ".sitegen"
"""Name of the folder in the site's folder."""

_HEAD = b"sitegen-state 1\n"


class FileState(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one output file was made from, and how it looked on disk."""

    fingerprint: str
    """Hash of exactly what the file was made from."""
    sha256: str
    """Hash of its bytes, lower-case hex."""
    size: int
    """Its size in bytes."""
    mtime_ns: int
    """When its bytes last changed, nanoseconds, by the file system's clock."""


class State(msgspec.Struct, frozen=True):
    """What a build left behind in one output folder."""

    files: dict[str, FileState]
    """By path relative to the output folder, forward slashes."""


def state_file(root: Path, output: Path) -> Path:
    """Where the state of this output folder lives in the site's folder `root`."""
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]
    return root / FOLDER / f"{name}.state"


def load(path: Path) -> State | None:
    """Read a state; None when there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_HEAD) + hashlib.sha256().digest_size
    body = data[start:]
    if data[:start] != _HEAD + hashlib.sha256(body).digest():
        return None
    try:
        return msgspec.msgpack.decode(body, type=State)
    except msgspec.MsgspecError:
        return None


def save(path: Path, state: State) -> None:
    """Write a state: afterwards the file holds the old one or the new one, whole.

    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _keep_out_of_git(path.parent)
    body = msgspec.msgpack.encode(state)
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        temporary.write_bytes(_HEAD + hashlib.sha256(body).digest() + body)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _keep_out_of_git(folder: Path) -> None:
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="ascii") as file:
        file.write("*\n")
