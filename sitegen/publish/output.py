"""An output folder while one build works on it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitegen import cache
from sitegen.cache import FileState, State
from sitegen.diagnostics import ContentError, Diagnostic, Severity
from sitegen.publish import journal, manifest
from sitegen.publish.disk import Disk
from sitegen.publish.manifest import MANIFEST, MARKER
from sitegen.publish.staging import Staged, stage
from sitegen.publish.survey import Survey, survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a publish did."""

    written: int
    """Files written: new ones and changed ones."""
    removed: int
    """Files deleted."""
    unchanged: int
    """Files that were there already."""
    changed_paths: tuple[str, ...]
    """The files written and deleted, relative to the output folder, sorted."""
    diagnostics: tuple[Diagnostic, ...]
    """Notes on files that somebody changed by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """An output folder that is locked for this build. Made by `open_output`."""

    folder: Path
    """The output folder, resolved."""
    staging: Path
    """Where `stage` writes."""
    name: str
    """The output folder, for messages."""
    state_file: Path
    """Where the build state is kept."""
    written: dict[str, str]
    """Hashes of what sitegen wrote before, by path: the manifest."""
    disk: Disk
    """What stands in the folder."""
    current: dict[str, FileState] = field(default_factory=dict)
    """Files that were found to be current."""

    def is_current(self, path: str, fingerprint: str) -> bool:
        """True where the file was made from just this and is on disk as it was written."""
        known = self.disk.states.get(path)
        if not known or known.fingerprint != fingerprint:
            return False
        seen = self.disk.look(path)
        if seen.sha256 != known.sha256:
            return False
        self.current[path] = FileState(fingerprint, seen.sha256, seen.size, seen.mtime_ns)
        return True

    def commit(self, staged: Sequence[Staged], kept: Sequence[str] = ()) -> Published:
        """Make the folder hold the staged files and the kept ones, and nothing else of sitegen's.

        Kept are files that `is_current` said yes to, in this build.
        All or nothing; bytes that are there already are not written again. Raises ContentError
        where something that sitegen did not write stands in the way, naming all of it; then, and
        after any other error, the folder is as it was, or the next build makes it the new site.
        """
        site = [stage(self.staging, MARKER, manifest.marker(), ""), *staged]
        hashes = {path: self.current[path].sha256 for path in kept} | {s.path: s.sha256 for s in site}
        if len(hashes) != len(site) + len(kept) or MANIFEST in hashes:
            raise ValueError("a path was given twice, or is one that sitegen keeps for itself")
        site.append(stage(self.staging, MANIFEST, manifest.render(hashes), ""))
        plan = survey(self.disk, site, kept, self.written)
        if plan.in_the_way:
            raise ContentError(self._in_the_way(path, what) for path, what in plan.in_the_way.items())
        work = plan.journal
        removed = [removal.path for removal in (*work.clear, *work.removals)]
        if not work.idle:
            journal.publish(work, self.folder, self.staging)
        self._remember(site, kept, plan)
        return Published(
            written=len(work.moves),
            removed=len(removed),
            unchanged=len(plan.same) + len(kept),
            changed_paths=tuple(sorted({*work.moves, *removed})),
            diagnostics=tuple(self._notes(plan)),
        )

    def _remember(self, site: Sequence[Staged], kept: Sequence[str], plan: Survey) -> None:
        files = {path: self.current[path] for path in kept}
        for file in site:
            seen = plan.same.get(file.path)
            time = seen.mtime_ns if seen else file.mtime_ns
            files[file.path] = FileState(file.fingerprint, file.sha256, file.size, time)
        if files != self.disk.states:
            with contextlib.suppress(OSError):  # a lost state costs time, not the build
                cache.save(self.state_file, State(files=files))

    def _in_the_way(self, path: str, what: str) -> Diagnostic:
        return Diagnostic(
            code="in-the-way",
            path=f"{self.name}/{path}",
            what=f"a {what} that is not as sitegen wrote it stands where the site needs this path",
            mend="move it out of the output folder",
        )

    def _notes(self, plan: Survey) -> Iterator[Diagnostic]:
        for path in plan.edited:
            what = "this file of the site was changed by hand and is now written anew"
            yield self._note("edited-output", path, what, "change content or theme instead")
        for path in plan.left:
            what = "this file is no longer part of the site, but was changed by hand and is left"
            yield self._note("left-output", path, what, "delete it if nobody needs it")

    def _note(self, code: str, path: str, what: str, mend: str) -> Diagnostic:
        return Diagnostic(code=code, severity=Severity.NOTE, path=f"{self.name}/{path}", what=what, mend=mend)
