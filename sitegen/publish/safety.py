"""Which folders are refused as an output folder, before anything in them is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.cache import FOLDER as STATE_FOLDER
from sitegen.diagnostics import ContentError, Diagnostic

_CHOOSE = "choose another folder with --output, for example build"


def safe_output(output: Path, *, root: Path, inputs: Sequence[Path]) -> Path:
    """The output folder's resolved path.

    Raises ContentError with every reason why writing there could harm what people made.
    """
    folder = output.resolve()
    reasons = tuple(_reasons(output, folder, root.resolve(), [path.resolve() for path in inputs]))
    if reasons:
        raise ContentError(unsafe(shown(folder, root), reason) for reason in reasons)
    return folder


def unsafe(path: str, what: str, mend: str = _CHOOSE) -> Diagnostic:
    """The message that an output folder is refused."""
    return Diagnostic(code="unsafe-output", path=path, what=what, mend=mend)


def shown(path: Path, root: Path) -> str:
    """A path for messages: relative to the site's folder where it lies in it."""
    root = root.resolve()
    return (path.relative_to(root) if path.is_relative_to(root) and path != root else path).as_posix()


def _reasons(output: Path, folder: Path, root: Path, inputs: Sequence[Path]) -> Iterator[str]:
    if output.is_symlink():
        yield "the output folder is a symbolic link"
    if folder == folder.parent:
        yield "the output folder is the root of the file system"
    elif _holds(folder, _home()):
        yield "the output folder is or holds your home folder"
    if _holds(folder, root):
        yield "the output folder is or holds the site's own folder"
    if _same(folder, root / STATE_FOLDER):
        yield "the output folder is where sitegen keeps its build state"
    if folder.exists() and not folder.is_dir():
        yield "the output folder is a file"
    for path in inputs:
        name = shown(path, root)
        if _holds(folder, path) and not _holds(folder, root):
            yield f"the output folder is or holds {name}, which the site is made from"
        elif _holds(path, folder):
            yield f"the output folder lies in {name}, which the site is made from"


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _holds(folder: Path, path: Path | None) -> bool:
    """True where `path` is `folder` or lies in it, also under another spelling (case, bind mount)."""
    return path is not None and any(_same(folder, ancestor) for ancestor in (path, *path.parents))


def _same(one: Path, other: Path) -> bool:
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
