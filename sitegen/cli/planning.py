"""One document from the command line: plan, ask what is missing, write, report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from sitegen.cli.say import plural, say_diagnostics
from sitegen.config import read_config
from sitegen.content import read_site, reread
from sitegen.diagnostics import ContentError
from sitegen.ingest import (
    Fate,
    ImportPlan,
    ImportReport,
    ImportRequest,
    Question,
    Shelf,
    answered,
    apply,
    plan_import,
    render,
)
from sitegen.model import Corpus

IN_FULL = 3
"""Most documents whose reports are printed whole; of more, each gets a line."""


class WrongOptionError(ContentError):
    """What is wrong is what was typed, not the content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The archive as the next import finds it."""

    root: Path
    """Its folder."""
    language: str
    """Language of the site."""
    corpus: Corpus
    """Its content."""
    shelf: Shelf = field(default_factory=Shelf)
    """What was read in this run."""


def open_archive(root: Path) -> Archive:
    """Read the archive. Raises ContentError."""
    site, problems = read_config(root)
    if site is None:
        raise ContentError(problems)
    return Archive(root=root, language=site.language, corpus=read_site(root))


def can_ask() -> bool:
    """True where a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def applied(archive: Archive, plan: ImportPlan) -> Archive:
    """Write what a plan says; the archive as it is then. Raises ContentError, OSError."""
    apply(plan)
    changed = {path for write in plan.writes for path in (write.path, write.move_from) if path}
    return replace(archive, corpus=reread(archive.root, archive.corpus, changed))


def say_plan(plan: ImportPlan, *, dry_run: bool, in_full: bool) -> None:
    """Print the report, or a line of it."""
    if not in_full:
        click.echo(_line(plan.report))
        return
    click.echo(render(plan.report, with_updates=dry_run), nl=False)
    files = plural(len(plan.writes), "file")
    if dry_run:
        click.echo(f"A dry run: nothing was written. {files} would be.")
    elif plan.writes:
        click.echo(f"{files} written. Look at the result with 'sitegen serve'.")
    else:
        click.echo("Nothing new: no file was written.")


def _line(report: ImportReport) -> str:
    fates = ", ".join(f"{report.count(fate)} {fate}" for fate in Fate if report.count(fate))
    return f"{report.document}: {plural(report.found, 'update')}: {fates}"


def asked(
    archive: Archive, request: ImportRequest, *, ask: bool, dry_run: bool = False, about: str = ""
) -> ImportPlan:
    """The plan; with `ask`, what is not known is asked until it is, after the line `about`.

    A dry run does not ask for a timeline: it shows what a new one would be. Raises as `planned` does.
    """
    plan = planned(archive, request)
    note = ""
    if dry_run and (question := next((q for q in plan.questions if q.key == "timeline"), None)):
        names = (question.default, "new-timeline", "another-new-timeline")
        name = next(name for name in names if name and name not in question.choices)
        note = f"the timeline would be asked; shown as a new one, '{name}', for the time being"
        request = answered(request, question, name)
        plan = planned(archive, request)
    if plan.questions and ask and about:
        click.echo(f"{about}:")
    while plan.questions and ask:
        attempt = answered(request, plan.questions[0], _answer(plan.questions[0]))
        try:
            plan = planned(archive, attempt)
        except WrongOptionError as error:
            say_diagnostics(error.diagnostics)
        else:
            request = attempt
    report = replace(plan.report, notes=(note, *plan.report.notes)) if note else plan.report
    return replace(plan, report=report)


def planned(archive: Archive, request: ImportRequest) -> ImportPlan:
    """The plan. Raises WrongOptionError, ContentError, NotALiveBlogError, OSError."""
    with options_told_apart():
        return plan_import(
            archive.root, request, archive.corpus, language=archive.language, shelf=archive.shelf
        )


@contextmanager
def options_told_apart() -> Iterator[None]:
    """Make an error about nothing but options a WrongOptionError."""
    try:
        yield
    except ContentError as error:
        if all(diagnostic.path.startswith("--") for diagnostic in error.diagnostics):
            raise WrongOptionError(error.diagnostics) from error
        raise


def _answer(question: Question) -> str:
    words = question.what[:1].upper() + question.what[1:]
    hint = f" ({question.hint})" if question.hint else ""
    click.echo(f"{words}{hint}.")
    for number, choice in enumerate(question.choices, start=1):
        click.echo(f"  {number}  {choice}")
    asked_for = question.option.split()[0].removeprefix("--")
    if question.choices:
        asked_for += " (or its number)"
    elif question.example:
        asked_for += f", like {question.example}"
    answer: str = click.prompt(asked_for, default=question.default or None)
    numbered = dict(enumerate(question.choices, start=1))
    return numbered.get(int(answer), answer) if answer.strip().isdecimal() else answer.strip()


def say_questions(document: str, questions: tuple[Question, ...]) -> None:
    """Print what has to be known before the document can be imported."""
    click.echo(f"{document}: not imported, for something has to be known that it does not tell:", err=True)
    for question in questions:
        click.echo(f"  {question}", err=True)
