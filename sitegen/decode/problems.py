"""A list of located problems that grows while one file is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """Collects what is wrong in one file. Made for one reading, then thrown away."""

    path: str
    """The file, relative to the site's folder."""
    found: list[Diagnostic] = field(default_factory=list)
    """Problems in the order of finding."""

    def add(  # noqa: D102 - the dataclass's docstring says it
        self,
        code: str,
        what: str,
        mend: str = "",
        *,
        line: int = 0,
        column: int = 0,
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.found.append(
            Diagnostic(
                code=code,
                severity=severity,
                path=self.path,
                line=line,
                column=column,
                what=what,
                mend=mend,
            )
        )

    @property
    def fatal(self) -> bool:
        """True when at least one error was found."""
        return any(d.severity is Severity.ERROR for d in self.found)
