"""Located messages: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is. Errors stop a build; `--strict` makes warnings errors."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One message to a person."""

    code: str
    """Stable kebab-case name, for example `missing-key`; docs list them all."""
    severity: Severity = Severity.ERROR
    """How bad it is."""
    path: str
    """The file, relative to the site's folder; empty when no file is to blame."""
    line: int = 0
    """Line from 1; 0 when the whole file is meant."""
    column: int = 0
    """Column in characters from 1; 0 when the whole line is meant."""
    what: str
    """What is wrong, a clause without a full stop."""
    mend: str = ""
    """How to mend it, a clause without a full stop."""

    def __str__(self) -> str:
        """`file:line:column: code: what; how to mend`."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        head = ": ".join(part for part in (where, self.code, self.what) if part)
        return f"{head}; {self.mend}" if self.mend else head


class ContentError(Exception):
    """The input has problems: every one that was found, in file order.

    Only `cli` and `serve` turn it into text for a person.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = ordered(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Diagnostic, ...]]]:
        return ContentError, (self.diagnostics,)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line, column and code, dropping exact repeats."""
    key = lambda d: (d.path, d.line, d.column, d.code, d.what)  # noqa: E731 - used once, here
    return tuple(sorted(set(diagnostics), key=key))


def errors(diagnostics: Sequence[Diagnostic], *, strict: bool = False) -> tuple[Diagnostic, ...]:
    """Those that stop the work: errors, and with `strict` the warnings too."""
    stop = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return tuple(d for d in diagnostics if d.severity in stop)
