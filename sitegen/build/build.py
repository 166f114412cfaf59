"""The two things to do with a composed site: publish it, or check it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sitegen.build.compose import Composition, compose
from sitegen.build.options import BuildOptions
from sitegen.build.report import BuildReport, Progress, silent
from sitegen.build.workers import spread
from sitegen.checks import CheckedFile, check_documents, check_site, likely_duplicates
from sitegen.content import read_corpus
from sitegen.diagnostics import ContentError, Diagnostic, ordered
from sitegen.plan import Page
from sitegen.publish import MANIFEST, MARKER, Output, Staged, open_output, stage
from sitegen.render import fingerprint, render
from sitegen.theme import shipped_themes
from sitegen.views.make import make_view

INPUTS = ("content", "themes", "seeds")
"""Folders of a site that a build reads and never writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page that is on disk as it would be made."""

    path: str
    """Path below the output folder."""


def build(options: BuildOptions, progress: Progress = silent) -> BuildReport:
    """Build the site and publish it. Raises ContentError; then the site on disk is as it was."""
    started = time.monotonic()
    composition = compose(options, progress)
    inputs = [options.root / name for name in INPUTS] + [shipped_themes()]
    with open_output(options.output_folder, root=options.root, inputs=inputs) as output:
        staged, kept = _make_pages(composition, output, options, progress)
        for file in composition.files:
            if file.fingerprint and output.is_current(file.path, file.fingerprint):
                kept.append(file.path)
            else:
                staged.append(stage(output.staging, file.path, file.read(), file.fingerprint))
        progress("Publishing", 0, 1)
        published = output.commit(staged, kept)
        progress("Publishing", 1, 1)
    archive = composition.frame.archive
    return BuildReport(
        output=output.folder,
        base_url=composition.frame.site.base_url,
        updates=len(archive.updates),
        actors=len(archive.corpus.actors),
        sources=len(archive.corpus.sources),
        pages=len(composition.pages),
        written=published.written,
        removed=published.removed,
        unchanged=published.unchanged,
        changed_paths=published.changed_paths,
        diagnostics=(*composition.diagnostics, *published.diagnostics),
        seconds=time.monotonic() - started,
    )


def check(options: BuildOptions, progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the content, the saved documents and the pages; nothing is written."""
    corpus, _ = read_corpus(options.root)
    found = [*check_documents(options.root, corpus.sources), *likely_duplicates(corpus)]
    try:
        composition = compose(options, progress)
        found.extend(composition.diagnostics)
        found.extend(check_site(list(_all_files(composition, options, progress)), composition.frame.site))
    except ContentError as error:
        found.extend(error.diagnostics)
    return ordered(found)


def _make_pages(
    composition: Composition, output: Output, options: BuildOptions, progress: Progress
) -> tuple[list[Staged], list[str]]:
    """Stage the pages that changed; the paths of the others."""
    on_disk = {
        path: state.fingerprint
        for path, state in output.disk.states.items()
        if state.fingerprint and output.is_current(path, state.fingerprint)
    }
    staged: list[Staged] = []
    kept: list[str] = []
    problems: list[Diagnostic] = []
    make = partial(_make_page, composition, output.staging, on_disk)
    total = len(composition.pages)
    for made in spread(make, composition.pages, options.processes, partial(_told, progress, total)):
        match made:
            case Staged():
                staged.append(made)
            case Kept():
                kept.append(made.path)
            case _:
                problems.extend(made)
    if problems:
        raise ContentError(problems)
    return staged, kept


def _make_page(
    composition: Composition, staging: Path, on_disk: Mapping[str, str], page: Page
) -> Staged | Kept | tuple[Diagnostic, ...]:
    """One page, in any process: kept, staged, or what is wrong with its template."""
    try:
        view = make_view(composition.frame, page)
        wanted = fingerprint(view, composition.theme)
        if on_disk.get(page.path) == wanted:
            return Kept(path=page.path)
        return stage(staging, page.path, render(view, composition.theme), wanted)
    except ContentError as error:
        return error.diagnostics


def _all_files(composition: Composition, options: BuildOptions, progress: Progress) -> Iterator[CheckedFile]:
    yield from (CheckedFile(path=path, origin="", data=b"") for path in (MANIFEST, MARKER))
    for file in composition.files:
        size = file.copy_of.stat().st_size if file.copy_of else 0
        yield CheckedFile(path=file.path, origin=file.origin, data=file.data, copied=size)
    total = len(composition.pages)
    make = partial(_page_bytes, composition)
    pages = spread(make, composition.pages, options.processes, partial(_told, progress, total))
    for page, data in zip(composition.pages, pages, strict=True):
        yield CheckedFile(path=page.path, origin=page.origin, data=data)


def _page_bytes(composition: Composition, page: Page) -> bytes:
    return render(make_view(composition.frame, page), composition.theme)


def _told(progress: Progress, total: int, done: int) -> None:
    progress("Making pages", done, total)
