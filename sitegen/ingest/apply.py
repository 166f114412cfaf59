"""Does what an import plan says."""

from __future__ import annotations

from pathlib import Path

from sitegen.content.files import write_atomic
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.ingest.naming import sha256
from sitegen.ingest.plan import ImportPlan
from sitegen.ingest.writes import Write


def apply(plan: ImportPlan) -> None:
    """Write the files of a plan, each whole or not at all, and take away those that it no longer has.

    Raises ContentError where a file is no longer as it was when the plan was made; what was written
    before it stays, and the next import goes on from there. Raises OSError.
    """
    for write in plan.writes:
        target = plan.root / write.path
        if write.move_from:
            _move(plan.root, write)
        if _hash(target) != write.before:
            raise _changed(write.path)
        if write.data is None:
            target.unlink()
        else:
            write_atomic(target, _copied(write) if write.copy_of else write.data)


def _copied(write: Write) -> bytes:
    """The bytes of a picture, which made its name when the plan was made."""
    assert write.copy_of is not None
    data = write.copy_of.read_bytes()
    if not Path(write.path).stem == sha256(data)[:16]:
        raise _changed(str(write.copy_of))
    return data


def _move(root: Path, write: Write) -> None:
    source, target = root / write.move_from, root / write.path
    if target.exists():
        raise _changed(write.path)
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()) if file.is_file() else ""


def _changed(path: str) -> ContentError:
    what = "this file changed while the import was at work, and was left as it is"
    return ContentError([Diagnostic(code="file-changed", path=path, what=what, mend="import again")])
