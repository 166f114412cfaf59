"""Files written so that a reader never meets half of one."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from pathlib import Path


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path`, making folders as needed; whoever looks sees the old file or the new one.

    The bytes go to a hidden file in the same folder, to the disk, and then take the name. A kill
    leaves at most that hidden file. Raises OSError; the old file is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        # "x" leaves the permissions to the umask, as for any file that a person makes.
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def sha256_of(file: Path) -> str:
    """SHA-256 of a file of any size, in lower-case hex. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync_folder(folder: Path) -> None:
    """Make the new name last; where folders can't be opened (Windows) there is nothing to do."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
