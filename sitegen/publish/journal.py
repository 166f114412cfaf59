"""The journal that makes publishing all or nothing.

Once the journal stands in the staging folder the publish is decided: whoever comes next, this
process or a later one, carries it out to the end. Before that nothing of the site has changed.
Every step can be done twice.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec

from sitegen.publish.disk import Disk
from sitegen.publish.manifest import MARKER, marker_format
from sitegen.publish.staging import FOLDER_MODE, set_mode, staged_file, write

_JOURNAL = "journal"
_DRAFT = "journal.draft"


class Removal(msgspec.Struct, frozen=True):
    """A file to delete, as long as its bytes are the ones that sitegen wrote."""

    path: str
    """Relative to the output folder."""
    sha256: str
    """Hash that it must still have."""


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one publish does, in order. Paths are relative to the output folder."""

    clear: tuple[Removal, ...]
    """Files to delete first: they stand where a folder, or in a folder where a file, must go."""
    clear_folders: tuple[str, ...]
    """Folders to remove first, where a file must go; inner ones before outer ones."""
    folders: tuple[str, ...]
    """Folders to make, parents first; the empty path is the output folder itself."""
    moves: tuple[str, ...]
    """Staged files to move into place."""
    removals: tuple[Removal, ...]
    """Files to delete last."""
    empty_folders: tuple[str, ...]
    """Folders that sitegen needs no more, to remove if nothing is left in them; inner ones first."""

    @property
    def idle(self) -> bool:
        """True where there is nothing to do."""
        return not (self.clear or self.clear_folders or self.moves or self.removals or self.empty_folders)


def publish(journal: Journal, output: Path, staging: Path) -> None:
    """Decide and carry out a publish.

    An OSError before the decision leaves the output as it was.
    """
    draft = staging / _DRAFT
    write(draft, msgspec.json.encode(journal), durably=True)
    try:
        if not (journal.clear or journal.clear_folders):
            # Made before the decision: on a full disk this fails while the old site is whole.
            _make_folders(output, journal.folders)
        draft.replace(staging / _JOURNAL)
    finally:
        if not is_decided(staging):
            _remove_empty(output, reversed(journal.folders))
    _carry_out(journal, output, staging)


def is_decided(staging: Path) -> bool:
    """True where a publish is decided and not yet carried out to the end."""
    return (staging / _JOURNAL).exists()


def recover(output: Path, staging: Path) -> None:
    """Finish a publish that was decided, or forget one that was not. Raises OSError."""
    if not staging.exists():
        return
    journal = _read(staging / _JOURNAL)
    if journal and _still_there(journal, output, staging):
        _carry_out(journal, output, staging)
    elif draft := _read(staging / _DRAFT):
        _remove_empty(output, reversed(draft.folders))
    discard(staging)


def discard(staging: Path) -> None:
    """Remove the staging folder with all that is in it."""
    shutil.rmtree(staging)


def _read(file: Path) -> Journal | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Journal)
    except (OSError, msgspec.MsgspecError):
        return None


def _still_there(journal: Journal, output: Path, staging: Path) -> bool:
    """False where somebody emptied the output folder since: then there is nothing to finish."""
    to_come = MARKER in journal.moves and staged_file(staging, MARKER).exists()
    return to_come or marker_format(output) is not None


def _carry_out(journal: Journal, output: Path, staging: Path) -> None:
    _remove(output, journal.clear)
    _remove_empty(output, journal.clear_folders)
    _make_folders(output, journal.folders)
    for path in journal.moves:
        file = staged_file(staging, path)
        if file.exists():  # otherwise it was moved before an interruption
            file.replace(output / path)
    _remove(output, journal.removals)
    _remove_empty(output, journal.empty_folders)
    (staging / _JOURNAL).unlink(missing_ok=True)


def _make_folders(output: Path, folders: Iterable[str]) -> None:
    for path in folders:
        folder = output / path
        if not folder.is_dir():
            folder.mkdir()
            set_mode(folder, FOLDER_MODE)


def _remove(output: Path, removals: Iterable[Removal]) -> None:
    disk = Disk(folder=output)
    for removal in removals:
        if disk.look(removal.path).sha256 == removal.sha256:
            (output / removal.path).unlink()


def _remove_empty(output: Path, folders: Iterable[str]) -> None:
    for path in folders:
        with contextlib.suppress(OSError):  # not there, or something is in it
            (output / path).rmdir()
