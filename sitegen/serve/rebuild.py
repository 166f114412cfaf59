"""Builds when something has changed, and says how it went."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

from sitegen.diagnostics import ContentError, Diagnostic, Severity
from sitegen.publish.manifest import read as read_manifest
from sitegen.serve.changes import Snapshot, changed_paths, in_words
from sitegen.serve.preview import Built
from sitegen.serve.problems import located
from sitegen.serve.scan import scan, settle
from sitegen.serve.status import Board, Shown
from sitegen.serve.urls import base_path


class Rebuilder:
    """Keeps the board in step with the site's folder."""

    def __init__(
        self, root: Path, board: Board, *, build: Callable[[], Built], say: Callable[[str], None]
    ) -> None:
        self._root = root
        self._board = board
        self._build = build
        self._say = say
        self._seen: Snapshot = {}

    def first(self) -> None:
        """Build for the first time."""
        self._seen = scan(self._root)
        self._make()

    def look(self) -> bool:
        """Build if something has changed since the last build began; True where it did.

        What changes during a build is seen by the next look, and then builds once more.
        """
        now = settle(lambda: scan(self._root), self._seen)
        paths = changed_paths(self._seen, now)
        if not paths:
            return False
        self._seen = now
        self._say(f"{in_words(paths)} changed")
        self._make()
        return True

    def _make(self) -> None:
        try:
            built = self._build()
        except ContentError as error:
            self._fail(error.diagnostics)
        except Exception as error:  # noqa: BLE001 - the preview outlives a fault in sitegen, and shows it
            self._say(traceback.format_exc())
            self._fail((_fault(error),))
        else:
            self._succeed(built)

    def _fail(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        last = self._board.shown
        for diagnostic in diagnostics:
            self._say(str(diagnostic))
        self._say("Not built." if last.folder is None else "Not built: the last good site stays.")
        self._board.show(
            Shown(
                folder=last.folder,
                base=last.base,
                files=last.files,
                problems=located(diagnostics, self._root),
            )
        )

    def _succeed(self, built: Built) -> None:
        for diagnostic in built.diagnostics:
            label = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity}: "
            self._say(f"{label}{diagnostic}")
        self._say(f"Built in {built.seconds:.1f} s: {built.written:,} written, {built.removed:,} removed.")
        folder = built.output.resolve()
        self._board.show(
            Shown(folder=folder, base=base_path(built.base_url), files=frozenset(read_manifest(folder)))
        )


def _fault(error: Exception) -> Diagnostic:
    return Diagnostic(
        code="unexpected",
        path="",
        what=f"{type(error).__name__}: {error}",
        mend="this may be a fault in sitegen: what it says in the terminal helps to report it",
    )
