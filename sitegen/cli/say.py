"""How commands speak: results on standard output, everything else on standard error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sitegen.config import FILE
from sitegen.diagnostics import ContentError, Diagnostic, Severity, errors, ordered

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}

CONTENT_PROBLEM = 1
"""Exit status when the content, and not the command, is to blame."""

USAGE_PROBLEM = 2
"""Exit status when the command is to blame, or says too little."""


def site_root(*, start: Path | None = None) -> Path:
    """The folder of the archive that this folder belongs to. Ends the command when there is none."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder
    message = (
        f"there is no {FILE} here or in a folder above: this is no archive. "
        "Go to the archive's folder, or make one with 'sitegen new DIR'."
    )
    raise click.UsageError(message)


def say_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print them on standard error, the severity in words where it is no error."""
    for diagnostic in ordered(diagnostics):
        label = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity}: "
        click.echo(click.style(label, fg=COLOURS[diagnostic.severity]) + str(diagnostic), err=True)


def stop(
    diagnostics: Iterable[Diagnostic], *, strict: bool = False, status: int = CONTENT_PROBLEM
) -> NoReturn:
    """Print everything that is wrong, count it, and end with the exit status."""
    found = ordered(diagnostics)
    say_diagnostics(found)
    count = Counter(d.severity for d in found)
    words = " and ".join(plural(count[s], s.value) for s in (Severity.ERROR, Severity.WARNING) if count[s])
    click.echo(click.style(words or "stopped", fg="red" if errors(found, strict=strict) else None), err=True)
    raise SystemExit(status)


@contextmanager
def explained(*, strict: bool = False) -> Iterator[None]:
    """Turn what a person can mend into messages: problems of the content, and of the disk."""
    try:
        yield
    except ContentError as error:
        stop(error.diagnostics, strict=strict)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"{where}{error.strerror or error}", err=True)
        raise SystemExit(CONTENT_PROBLEM) from error


@contextmanager
def progress_bar(*, wanted: bool = True) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error while work goes on; silent when that is no terminal, or not wanted."""
    console = Console(stderr=True)
    columns: tuple[Any, ...] = (
        TextColumn("{task.description:<13}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not (wanted and console.is_terminal)
    ) as bar:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell


def plural(count: int, noun: str) -> str:
    """`1 update`, `2 updates`, `1,000 updates`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def relative(path: Path) -> str:
    """The path as a person in this folder would type it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
