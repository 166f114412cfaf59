"""What a build tells: its progress while it runs, its report at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic

Progress = Callable[[str, int, int], None]
"""Called with (stage in words, items done, items in all), from the building thread."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build made."""

    output: Path
    """The output folder."""
    base_url: str
    """Address that the site is made for."""
    updates: int
    """Updates in the site."""
    actors: int
    """Actors in the site."""
    sources: int
    """Sources in the site."""
    pages: int
    """Pages of the site."""
    written: int
    """Files written."""
    removed: int
    """Files deleted."""
    unchanged: int
    """Files that were right already."""
    changed_paths: tuple[str, ...]
    """Files written or deleted, relative to the output folder."""
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes."""
    seconds: float
    """How long it took."""
