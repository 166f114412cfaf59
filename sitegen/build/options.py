"""What a person may choose about a build."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """Choices for one build."""

    root: Path
    """The site's folder, with `site.yaml` in it."""
    output: Path | None = None
    """Where the site goes; None: `build/` in the site's folder."""
    base_url: str | None = None
    """Address that the site will have; None: the one in `site.yaml`."""
    strict: bool = False
    """Let warnings stop the build."""
    drafts: bool = False
    """Show updates that are marked as drafts."""
    jobs: int | None = None
    """Processes to work with; None: one for each processor."""

    @property
    def output_folder(self) -> Path:
        """The output folder."""
        return self.output or self.root / "build"

    @property
    def processes(self) -> int:
        """How many processes to work with, at least 1."""
        if self.jobs is not None:
            return max(1, self.jobs)
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
