"""Importing the pages of a web archive from the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from sitegen.cli.planning import (
    IN_FULL,
    Archive,
    WrongOptionError,
    applied,
    asked,
    options_told_apart,
    say_plan,
    say_questions,
)
from sitegen.cli.say import CONTENT_PROBLEM, USAGE_PROBLEM, plural, progress_bar, say_diagnostics
from sitegen.diagnostics import ContentError
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.importers.webarchive import Archive as WebArchive
from sitegen.ingest import ImportPlan, ImportRequest, Listed, PagesOf, open_pages

_NAMED = 20
"""Most addresses of pages that are named because they are no live blogs."""


def import_pages(
    archive: Archive, web: WebArchive, request: ImportRequest, *, dry_run: bool, ask: bool, bar: bool
) -> tuple[Archive, int]:
    """Import each live blog in a web archive; the archive then, and the exit status.

    With `bar` a progress bar is shown while the web archive is read. Raises WrongOptionError, and
    NotALiveBlogError where no page is a live blog; ContentError, OSError.
    """
    first: list[ImportPlan] = []
    others: list[Listed] = []
    statuses: list[int] = []
    with options_told_apart(), open_pages(web, request) as pages:
        with progress_bar(wanted=bar) as tell:
            survey = pages.survey(tell)
        say_diagnostics(survey.problems)
        for listed in survey.pages:
            try:
                archive, plan = _import_page(archive, pages, listed, dry_run=dry_run, ask=ask)
            except NotALiveBlogError:
                others.append(listed)
                continue
            statuses.append(USAGE_PROBLEM if plan and plan.questions else 0 if plan else CONTENT_PROBLEM)
            if plan and not plan.questions:
                first = _say(plan, first, statuses.count(0), dry_run=dry_run)
    if not statuses:
        raise NotALiveBlogError(_nothing(request, others))
    for plan in first:
        say_plan(plan, dry_run=dry_run, in_full=True)
    failed = [status for status in statuses if status]
    visits = f"; {plural(survey.unchanged, 'later visit')} found a page as it was" if survey.unchanged else ""
    done = plural(statuses.count(0), "live blog")
    what = "would be imported" if dry_run else "imported"
    click.echo(f"{request.document}: {done} {what}, {len(failed)} not{visits}.")
    for line in _no_live_blogs(others):
        click.echo(line)
    return archive, next(iter(failed), 0)


def _import_page(
    archive: Archive, pages: PagesOf, listed: Listed, *, dry_run: bool, ask: bool
) -> tuple[Archive, ImportPlan | None]:
    """Import one page, or say why it can't be: no plan, or one with questions, which are told."""
    saved = f", saved at {listed.captured.isoformat(' ')}" if listed.captured else ""
    name = f"{listed.url or 'a page without an address'}{saved}"
    with pages.request_for(listed) as request:
        try:
            plan = asked(archive, request, ask=ask, dry_run=dry_run, about=name)
        except WrongOptionError:
            raise
        except ContentError as error:
            say_diagnostics(error.diagnostics)
            return archive, None
    if plan.questions:
        say_questions(name, plan.questions)
        return archive, plan
    return archive if dry_run else applied(archive, plan), plan


def _say(plan: ImportPlan, first: list[ImportPlan], count: int, *, dry_run: bool) -> list[ImportPlan]:
    """Tell each page at once, but for the first few, which may be all: those are kept."""
    if count <= IN_FULL:
        return [*first, plan]
    for each in (*first, plan):
        say_plan(each, dry_run=dry_run, in_full=False)
    return []


def _nothing(request: ImportRequest, others: Sequence[Listed]) -> str:
    seen = f"{plural(len(others), 'web page')} in it {'was' if len(others) == 1 else 'were'} looked at"
    if request.options.get("url"):
        return f"It is a web archive without a live blog of the address given with --url; {seen}."
    return f"It is a web archive without a live blog; {seen}."


def _no_live_blogs(others: Sequence[Listed]) -> Iterator[str]:
    if others:
        yield f"{plural(len(others), 'web page')} in it {'is' if len(others) == 1 else 'are'} no live blog:"
        named = sorted({page.url for page in others if page.visited})
        yield from (f"  {url}" for url in named[:_NAMED])
        if len(named) > _NAMED:
            yield f"  and {len(named) - _NAMED:,} more"
