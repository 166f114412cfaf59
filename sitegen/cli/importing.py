"""Importing documents from the command line: plan, ask what is missing, write, report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from sitegen.cli.say import CONTENT_PROBLEM, plural, say_diagnostics, stop
from sitegen.config import read_config
from sitegen.content import read_corpus, read_site, read_sources, reread
from sitegen.diagnostics import ContentError, Diagnostic, Severity, errors
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.ingest import (
    Fate,
    ImportPlan,
    ImportReport,
    ImportRequest,
    Question,
    answered,
    apply,
    never_imported,
    plan_import,
    render,
)
from sitegen.model import Corpus

USAGE_PROBLEM = 2

IN_FULL = 3
"""Most documents whose reports are printed whole; of more, each gets a line."""


class _WrongOptionError(ContentError):
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


def open_archive(root: Path) -> Archive:
    """Read the archive. Raises ContentError."""
    site, problems = read_config(root)
    if site is None:
        raise ContentError(problems)
    return Archive(root=root, language=site.language, corpus=read_site(root))


def import_documents(
    root: Path,
    requests: Sequence[ImportRequest],
    *,
    dry_run: bool,
    ask: bool,
    progress: Callable[[str, int, int], None],
) -> None:
    """Import documents one after the other and print what was done.

    A document that can't be imported is told and passed over; the command then ends with the exit
    status of the first.
    """
    archive = open_archive(root)
    failures: list[int] = []
    for count, request in enumerate(requests, start=1):
        progress("Importing", count - 1, len(requests))
        try:
            plan = _asked(archive, request, ask=ask)
            if plan.questions:
                _refuse(request.document, plan.questions)
                failures.append(USAGE_PROBLEM)
                continue
            # Written first, told then: a reader that goes away early (a pager) must not stop the work.
            archive = archive if dry_run else _applied(archive, plan)
            _say_plan(plan, dry_run=dry_run, in_full=len(requests) <= IN_FULL)
        except NotALiveBlogError as error:
            click.echo(f"{request.document}: {error}", err=True)
            failures.append(CONTENT_PROBLEM)
        except _WrongOptionError as error:
            stop(error.diagnostics, status=USAGE_PROBLEM)
    if len(requests) > IN_FULL:
        click.echo(f"{plural(len(requests) - len(failures), 'document')} imported, {len(failures)} not.")
    if failures:
        raise SystemExit(failures[0])


def import_new_seeds(root: Path) -> None:
    """Import what is in seeds/ and was never imported. What can't be is told, and does not stop a build.

    Content with errors gets no imports: the build that follows tells all that is wrong with it.
    """
    new = never_imported(root, read_sources(root))
    if not new or read_config(root)[0] is None or errors(read_corpus(root)[1]):
        return
    archive = open_archive(root)
    for document in new:
        try:
            plan = _planned(archive, ImportRequest(document=document))
        except NotALiveBlogError as error:
            _warn(root, document, str(error))
            continue
        if plan.questions:
            _warn(root, document, "; ".join(map(str, plan.questions)))
            continue
        archive = _applied(archive, plan)
        _say_plan(plan, dry_run=False, in_full=len(new) <= IN_FULL)


def can_ask() -> bool:
    """True where a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _applied(archive: Archive, plan: ImportPlan) -> Archive:
    apply(plan)
    changed = {path for write in plan.writes for path in (write.path, write.move_from) if path}
    return replace(archive, corpus=reread(archive.root, archive.corpus, changed))


def _say_plan(plan: ImportPlan, *, dry_run: bool, in_full: bool) -> None:
    if not in_full:
        click.echo(_line(plan.report))
        return
    click.echo(render(plan.report), nl=False)
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


def _asked(archive: Archive, request: ImportRequest, *, ask: bool) -> ImportPlan:
    plan = _planned(archive, request)
    while plan.questions and ask:
        attempt = answered(request, plan.questions[0], _answer(plan.questions[0]))
        try:
            plan = _planned(archive, attempt)
        except _WrongOptionError as error:
            say_diagnostics(error.diagnostics)
        else:
            request = attempt
    return plan


def _planned(archive: Archive, request: ImportRequest) -> ImportPlan:
    try:
        return plan_import(archive.root, request, archive.corpus, language=archive.language)
    except ContentError as error:
        if all(diagnostic.path.startswith("--") for diagnostic in error.diagnostics):
            raise _WrongOptionError(error.diagnostics) from error
        raise


def _answer(question: Question) -> str:
    words = question.what[:1].upper() + question.what[1:]
    hint = f" ({question.hint})" if question.hint else ""
    click.echo(f"{words}{hint}.")
    for choice in question.choices:
        click.echo(f"  {choice}")
    answer: str = click.prompt(question.option.split()[0].removeprefix("--"))
    return answer.strip()


def _refuse(document: Path, questions: tuple[Question, ...]) -> None:
    click.echo(f"{document}: not imported, for something has to be known that it does not tell:", err=True)
    for question in questions:
        click.echo(f"  {question}", err=True)


def _warn(root: Path, document: Path, why: str) -> None:
    say_diagnostics(
        [
            Diagnostic(
                code="never-imported",
                severity=Severity.WARNING,
                path=document.relative_to(root).as_posix(),
                what=f"this document was not imported: {why}",
                mend="import it with 'sitegen import', or take it out of seeds/",
            )
        ]
    )
