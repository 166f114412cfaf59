"""Importing documents from the command line: plan, ask what is missing, write, report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sitegen.cli.say import CONTENT_PROBLEM, say_diagnostics, stop
from sitegen.config import read_config
from sitegen.content import read_corpus, read_site, read_sources
from sitegen.diagnostics import ContentError, Diagnostic, Severity, errors
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.ingest import (
    ImportPlan,
    ImportRequest,
    Question,
    answered,
    apply,
    never_imported,
    plan_import,
    render,
)

USAGE_PROBLEM = 2


class _WrongOptionError(ContentError):
    """What is wrong is what was typed, not the content."""


def import_document(root: Path, request: ImportRequest, *, dry_run: bool, ask: bool) -> None:
    """Import one document and print the report. Ends the command when it can't be imported."""
    try:
        plan = _asked(root, request, ask=ask)
    except NotALiveBlogError as error:
        click.echo(f"{request.document}: {error}", err=True)
        raise SystemExit(CONTENT_PROBLEM) from error
    except _WrongOptionError as error:
        stop(error.diagnostics, status=USAGE_PROBLEM)
    if plan.questions:
        _refuse(request.document, plan.questions)
    click.echo(render(plan.report), nl=False)
    if dry_run:
        click.echo(f"A dry run: nothing was written. {len(plan.writes)} files would be.")
    else:
        apply(plan)


def import_new_seeds(root: Path) -> None:
    """Import what is in seeds/ and was never imported. What can't be is told, and does not stop a build.

    Content with errors gets no imports: the build that follows tells all that is wrong with it.
    """
    new = never_imported(root, read_sources(root))
    if not new or read_config(root)[0] is None or errors(read_corpus(root)[1]):
        return
    for document in new:
        request = ImportRequest(document=document)
        try:
            plan = _planned(root, request)
        except NotALiveBlogError as error:
            _warn(root, document, str(error))
            continue
        if plan.questions:
            _warn(root, document, "; ".join(map(str, plan.questions)))
            continue
        click.echo(render(plan.report), nl=False)
        apply(plan)


def can_ask() -> bool:
    """True where a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(root: Path, request: ImportRequest, *, ask: bool) -> ImportPlan:
    plan = _planned(root, request)
    while plan.questions and ask:
        attempt = answered(request, plan.questions[0], _answer(plan.questions[0]))
        try:
            plan = _planned(root, attempt)
        except _WrongOptionError as error:
            say_diagnostics(error.diagnostics)
        else:
            request = attempt
    return plan


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


def _planned(root: Path, request: ImportRequest) -> ImportPlan:
    site, problems = read_config(root)
    if site is None:
        raise ContentError(problems)
    try:
        return plan_import(root, request, read_site(root), language=site.language)
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
    answer: str = click.prompt(f"{question.option.split()[0].removeprefix('--')}")
    return answer.strip()


def _refuse(document: Path, questions: tuple[Question, ...]) -> None:
    click.echo(f"{document}: not imported, for something has to be known that it does not tell:", err=True)
    for question in questions:
        click.echo(f"  {question}", err=True)
    raise SystemExit(USAGE_PROBLEM)
