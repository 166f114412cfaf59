"""Opens an output folder for one build: checked, locked, mended."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitegen import cache
from sitegen.cache import FileState
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.publish import journal, manifest
from sitegen.publish.disk import Disk
from sitegen.publish.output import Output
from sitegen.publish.safety import safe_output, shown, unsafe
from sitegen.publish.staging import FOLDER_MODE, make_staging, set_mode
from sitegen.publish.workplace import INSIDE, Workplace, locked, workplace


@contextlib.contextmanager
def open_output(output: Path, *, root: Path, inputs: Sequence[Path]) -> Iterator[Output]:
    """Lock an output folder for one build of the site in `root`, made from `inputs`.

    Finishes first what an interrupted build had begun to publish. Raises ContentError where the
    folder is not safe to write to, where another build works in it, and for any error of the
    file system in it, also while it is open.
    """
    folder = safe_output(output, root=root, inputs=inputs)
    name = shown(folder, root)
    place = workplace(folder)
    with _explained(folder, place, name), _parents_made(folder.parent), locked(place, name):
        journal.recover(folder, place.staging)
        _refuse_foreign(folder, name)
        make_staging(place.staging)
        try:
            state_file = cache.state_file(root, folder)
            written = manifest.read(folder)
            yield Output(
                folder=folder,
                staging=place.staging,
                name=name,
                state_file=state_file,
                written=written,
                disk=Disk(folder=folder, states=_states(state_file, written)),
            )
        finally:
            if not journal.is_decided(place.staging):
                journal.discard(place.staging)


def _states(state_file: Path, written: Mapping[str, str]) -> dict[str, FileState]:
    """What is known of the files that sitegen wrote; what the manifest does not confirm is passed over."""
    state = cache.load(state_file)
    return {path: s for path, s in state.files.items() if written.get(path) == s.sha256} if state else {}


def _refuse_foreign(folder: Path, name: str) -> None:
    if not folder.exists() or not {entry.name for entry in folder.iterdir()} - INSIDE:
        return
    found = manifest.marker_format(folder)
    if found is None:
        what = "the output folder holds files, and none of them says that sitegen wrote it"
        raise ContentError([unsafe(name, what, "empty it, or choose another folder with --output")])
    if found > manifest.FORMAT:
        what = "the output folder was written by a newer sitegen"
        raise ContentError([unsafe(name, what, "update sitegen, or choose another folder with --output")])


@contextlib.contextmanager
def _parents_made(parent: Path) -> Iterator[None]:
    """Make the folders above the output folder; those that stay empty go again."""
    missing = [path for path in (parent, *parent.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        set_mode(path, FOLDER_MODE)
    try:
        yield
    finally:
        for path in missing:
            with contextlib.suppress(OSError):  # it is in use
                path.rmdir()


@contextlib.contextmanager
def _explained(folder: Path, place: Workplace, name: str) -> Iterator[None]:
    """Turn errors of the file system around the output folder into a message for a person."""
    try:
        yield
    except OSError as problem:
        blamed = problem.filename2 or problem.filename
        where = Path(os.fsdecode(blamed)) if blamed else None
        own = where and (
            folder.is_relative_to(where)
            or any(where.is_relative_to(p) for p in (folder, place.staging, place.lock))
        )
        if not where or not own:
            raise
        raise ContentError(
            [
                Diagnostic(
                    code="cannot-write",
                    path=name,
                    what=f"can't write the site: {problem.strerror} ({where.name})",
                    mend="make room or access there and run the command again; no page was lost",
                )
            ]
        ) from problem
