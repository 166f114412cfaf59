"""Files that go elsewhere as a whole: planned, shown, then renamed one by one. No byte is destroyed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sitegen.content.files import write_atomic
from sitegen.diagnostics import ContentError, Diagnostic


class Part(StrEnum):
    """What a file that goes elsewhere is, as it is counted for people."""

    UPDATE = "update"
    PICTURE = "picture"
    DOCUMENT = "saved document"
    SIDECAR = "sidecar"
    SOURCE = "source record"
    ACTOR = "proposed actor"
    OTHER = "other file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One file."""

    part: Part
    """What it is."""
    old: str
    """Where it stands, relative to the site's folder."""
    new: str
    """Where it goes; the same where only its bytes change."""
    data: bytes | None = None
    """What it says from now on; None where it stays as it is."""
    copied: bool = False
    """True where others need it at its old place too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relocation:
    """What `carry_over` does."""

    root: Path
    """The site's folder."""
    steps: tuple[Step, ...]
    """In the order in which they are taken: cut short, the same command goes on from there."""
    edited: tuple[str, ...] = ()
    """Updates that a person edited, as they go along."""
    aside: str = ""
    """The folder that holds what is no longer part of the archive; empty where there is nothing of that."""


def carry_over(plan: Relocation) -> None:
    """Do it. Raises ContentError where a file has come to stand where one is to go, OSError."""
    for step in plan.steps:
        old, new = plan.root / step.old, plan.root / step.new
        if step.old != step.new and new.exists():
            what = "this file stands where another is to go, and was left as it is"
            raise ContentError(
                [Diagnostic(code="file-changed", path=step.new, what=what, mend="type the command again")]
            )
        if step.copied:
            write_atomic(new, old.read_bytes())
            continue
        if step.data is not None:
            write_atomic(old, step.data)
        if step.old != step.new:
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)
    _prune(plan.root, (step.old for step in plan.steps))


def _prune(root: Path, left: Iterable[str]) -> None:
    """Take away what is empty now of the folders of timelines that files have left."""
    timelines = {Path(path).parts[1] for path in left if path.startswith("content/")} - {"actors"}
    for timeline in timelines:
        top = root / "content" / timeline
        for folder in (*sorted(top.rglob("*"), reverse=True), top):
            if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
                folder.rmdir()
