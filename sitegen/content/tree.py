"""Which files of `content/` are what, by where they stand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from enum import Enum, auto
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.markup.pictures import FOLDER as MEDIA
from sitegen.markup.pictures import NAME

FOLDER = "content"


class FileKind(Enum):
    """What a content file holds."""

    TIMELINE = auto()
    SOURCE = auto()
    UPDATE = auto()
    NOT_ACTORS = auto()
    ACTOR = auto()
    PICTURE = auto()


_PLACES = (
    (FileKind.ACTOR, re.compile(r"content/actors/[^/]+\.md")),
    (FileKind.NOT_ACTORS, re.compile(r"content/actors/not-actors\.yaml")),
    (FileKind.TIMELINE, re.compile(r"content/[^/]+/timeline\.yaml")),
    (FileKind.SOURCE, re.compile(r"content/[^/]+/sources/[^/]+\.yaml")),
    (FileKind.UPDATE, re.compile(r"content/[^/]+/updates/[^/]+/[^/]+\.md")),
    (FileKind.PICTURE, re.compile(rf"content/[^/]+/{MEDIA}/{NAME}")),
)

_IGNORED = re.compile(r"(^|/)(\.[^/]*|[^/]*~|#[^/]*#|README(\.\w+)?|Thumbs\.db|desktop\.ini)$")
"""Dotfiles, editors' copies, and notes to people."""

SIDECAR = ".yaml"
"""Ending that the sidecar of a saved document adds to its whole name."""

PROPOSAL = ".proposed"
"""Ending of a file that an import laid beside one that a person had edited."""


def content_files(root: Path) -> tuple[list[tuple[str, FileKind]], list[Diagnostic]]:
    """Paths relative to `root`, sorted, with what they hold; and what stands in the wrong place."""
    files: list[tuple[str, FileKind]] = []
    found: list[Diagnostic] = []
    inside = (root / FOLDER).resolve()
    for path, entry in sorted(_walk(root / FOLDER, FOLDER)):
        if _IGNORED.search(path):
            continue
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(inside):
            found.append(
                Diagnostic(
                    code="link-outside",
                    path=path,
                    what="this is a link that leads out of content/",
                    mend="put a copy of the file here instead",
                )
            )
            continue
        file = located(path)
        if file and file[1] is FileKind.UPDATE and not is_day(path.split("/")[3]):
            found.append(
                Diagnostic(
                    code="bad-day-folder",
                    path=path,
                    what=f"the folder '{path.split('/')[3]}' is not a day of the calendar",
                    mend="name the folder like 2022-01-06",
                )
            )
        elif file:
            files.append(file)
        else:
            found.append(_stray(path))
    return files, found


def located(path: str) -> tuple[str, FileKind] | None:
    """What the file at this path holds; None where sitegen reads nothing."""
    return next(((path, kind) for kind, pattern in _PLACES if pattern.fullmatch(path)), None)


def is_day(name: str) -> bool:
    """True for `YYYY-MM-DD` of a day that exists."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", name)) and bool(date.fromisoformat(name))
    except ValueError:
        return False


def _walk(folder: Path, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("."):
                yield from _walk(Path(entry.path), path)
        else:
            yield path, entry


def _stray(path: str) -> Diagnostic:
    if path.endswith(PROPOSAL):
        edited = path.removesuffix(PROPOSAL).rpartition("/")[2]
        return Diagnostic(
            code="proposal-waits",
            severity=Severity.WARNING,
            path=path,
            what="an import found other text for an update that you edited",
            mend=f"compare it with {edited}, take over what you want, then delete it",
        )
    return Diagnostic(
        code="stray-file",
        severity=Severity.WARNING,
        path=path,
        what="this file is in no place that sitegen reads",
        mend="move it to where docs/content.md says, or out of content/",
    )
