"""The content with the changes that are planned. Nothing of it is written before `writing.write`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.annotate import annotate
from sitegen.content import read_site, revised
from sitegen.content.edit import CannotEditError, Change, amended
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.model import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The content with the changes so far. A correction is a function from desk to desk."""

    root: Path
    """The site's folder."""
    corpus: Corpus
    """What the content says with the changes."""
    named: Mapping[str, tuple[str, ...]]
    """Slugs of the actors that each update names, by the update's id."""
    found: tuple[Diagnostic, ...] = ()
    """What is to be said of the names of actors, such as that two share one."""
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    """New bytes of the files that change, by path; None where a file goes."""
    moves: Mapping[str, str] = field(default_factory=dict)
    """Former path of files that move, by new path."""
    before: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the changed files as they were when the change was planned; empty where there was none."""

    def data(self, path: str) -> bytes:
        """Bytes of a file, with the changes. Raises OSError."""
        changed = self.files.get(path)
        return (self.root / path).read_bytes() if changed is None else changed

    def _now(self, path: str) -> bytes | None:
        if path in self.files:
            return self.files[path]
        return self.data(path) if (self.root / path).is_file() else None

    @property
    def today(self) -> dict[str, str]:
        """Slugs of today by every slug that an actor ever had."""
        former = {slug: actor.slug for actor in self.corpus.actors for slug in actor.formerly}
        return former | {actor.slug: actor.slug for actor in self.corpus.actors}

    def with_files(self, files: Mapping[str, bytes | None], moves: Mapping[str, str] | None = None) -> Desk:
        """The desk with these files changed. Whom updates name is not looked for again. Raises OSError."""
        files = {path: data for path, data in files.items() if data is None or data != self._now(path)}
        new = {path: _digest(self.root / path) for path in files if path not in self.before}
        return replace(
            self,
            corpus=revised(self.corpus, files),
            files={**self.files, **files},
            moves={**self.moves, **(moves or {})},
            before={**self.before, **new},
        )

    def read_again(self) -> Desk:
        """The desk with whom updates name now that actors have changed."""
        archive, found = annotate(self.corpus)
        return replace(self, named={item.update.id: item.named for item in archive.updates}, found=found)


def open_desk(root: Path, *, named: bool = True) -> Desk:
    """The archive's content without changes; `named` where it has to be known whom updates name.

    Raises ContentError where the content has an error.
    """
    desk = Desk(root=root, corpus=read_site(root), named={})
    return desk.read_again() if named else desk


def edited(path: str, data: bytes, changes: Iterable[Change], order: Sequence[str]) -> bytes:
    """The content file with these changes. Raises ContentError where it can't be edited."""
    try:
        return amended(path, data, changes, order=order)
    except CannotEditError as error:
        what = f"sitegen can't change this file without touching what you wrote: {error}"
        mend = "write its lists as [one, two] or as lines that start with '- ', and try again"
        raise ContentError([Diagnostic(code="cannot-edit", path=path, what=what, mend=mend)]) from error


def sha256(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()) if file.is_file() else ""
