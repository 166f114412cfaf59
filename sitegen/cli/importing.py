"""Importing documents and web archives from the command line, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from sitegen.cli.planning import (
    IN_FULL,
    Archive,
    WrongOptionError,
    applied,
    asked,
    open_archive,
    planned,
    say_plan,
    say_questions,
)
from sitegen.cli.say import CONTENT_PROBLEM, USAGE_PROBLEM, plural, say_diagnostics, stop
from sitegen.cli.web_archive import import_pages
from sitegen.config import read_config
from sitegen.content import read_corpus, read_sources
from sitegen.diagnostics import ContentError, Diagnostic, Severity, errors
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.importers.registry import archive_of
from sitegen.ingest import ImportRequest, never_imported, render

STOPPED = 130
"""Exit status after Ctrl-C, as shells expect it."""


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
    status of the first. Ctrl-C ends it with what is done so far.
    """
    archive = open_archive(root)
    many = len(requests) > IN_FULL
    statuses: list[int] = []
    try:
        for request in requests:
            progress("Importing", len(statuses), len(requests))
            archive, status = _import_or_tell(archive, request, dry_run=dry_run, ask=ask, many=many)
            statuses.append(status)
    except (KeyboardInterrupt, click.Abort):
        done = f"{statuses.count(0):,} of {plural(len(requests), 'document')} imported, every file whole"
        click.echo(f"\nStopped: {done}. Give the same command again to go on.", err=True)
        raise SystemExit(STOPPED) from None
    failures = [status for status in statuses if status]
    if many:
        click.echo(f"{plural(len(requests) - len(failures), 'document')} imported, {len(failures)} not.")
    if failures:
        raise SystemExit(failures[0])


def _import_or_tell(
    archive: Archive, request: ImportRequest, *, dry_run: bool, ask: bool, many: bool
) -> tuple[Archive, int]:
    """Import, or say why a document can't be. A wrong option ends the command, for it is wrong for all."""
    try:
        return _import(archive, request, dry_run=dry_run, ask=ask, many=many)
    except NotALiveBlogError as error:
        click.echo(f"{request.document}: {error}", err=True)
    except WrongOptionError as error:
        stop(error.diagnostics, status=USAGE_PROBLEM)
    except ContentError as error:
        say_diagnostics(error.diagnostics)
        if any(diagnostic.code == "file-changed" for diagnostic in error.diagnostics):
            archive = open_archive(archive.root)
    return archive, CONTENT_PROBLEM


def _import(
    archive: Archive, request: ImportRequest, *, dry_run: bool, ask: bool, many: bool
) -> tuple[Archive, int]:
    """Import one document, or the pages of one web archive; the archive then, and the exit status."""
    web = archive_of(request.document)
    if web:
        # Of many documents there is a bar already.
        return import_pages(archive, web, request, dry_run=dry_run, ask=ask, bar=not many)
    plan = asked(archive, request, ask=ask, dry_run=dry_run)
    if plan.questions:
        if dry_run and not many and plan.report.found:
            click.echo(render(plan.report, with_updates=True), nl=False)
        say_questions(str(request.document), plan.questions)
        return archive, USAGE_PROBLEM
    # Written first, told then: a reader that goes away early (a pager) must not stop the work.
    archive = archive if dry_run else applied(archive, plan)
    say_plan(plan, dry_run=dry_run, in_full=not many)
    return archive, 0


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
            web = archive_of(document)
            if web:
                archive, _ = import_pages(
                    archive, web, ImportRequest(document=document), dry_run=False, ask=False, bar=True
                )
                continue
            plan = planned(archive, ImportRequest(document=document))
        except NotALiveBlogError as error:
            _warn(root, document, str(error))
            continue
        if plan.questions:
            _warn(root, document, "; ".join(map(str, plan.questions)))
            continue
        archive = applied(archive, plan)
        say_plan(plan, dry_run=False, in_full=len(new) <= IN_FULL)


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
