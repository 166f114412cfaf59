"""Everything before the first page is made: content, annotations, plan, search index, exports.

Nothing here writes. All problems of a site are found in one run: a stage that can work on what the
failed one gave still does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sitegen.annotate import Archive, annotate
from sitegen.build.options import BuildOptions
from sitegen.build.report import Progress
from sitegen.build.workers import spread
from sitegen.config import FILE, PLACEHOLDER, Site, checked_base_url, read_config
from sitegen.content import Mapper, read_corpus
from sitegen.diagnostics import ContentError, Diagnostic, Severity, errors
from sitegen.exports import export_files
from sitegen.model import Corpus
from sitegen.permalinks import picture_path, update_path
from sitegen.plan import Page, collisions, plan_pages
from sitegen.render import missing_templates
from sitegen.search import IndexFile, SearchDoc, build_index, meta_path
from sitegen.theme import Theme, load_theme
from sitegen.views.frame import Frame, make_frame
from sitegen.views.moments import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyFile:
    """A file of the site that is no page."""

    path: str
    """Path below the output folder."""
    data: bytes = b""
    """Its bytes; empty for a copy."""
    origin: str
    """What it is, for messages."""
    copy_of: Path | None = None
    """The content file that it is a copy of: pictures are not held in memory."""
    fingerprint: str = ""
    """Of a copy, the hash of its bytes."""

    def read(self) -> bytes:
        """Its bytes. Raises OSError."""
        return self.copy_of.read_bytes() if self.copy_of else self.data


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A whole site, but for the bytes of its pages."""

    frame: Frame
    """What views are made from."""
    theme: Theme
    """What turns views into pages."""
    pages: tuple[Page, ...]
    """Every page."""
    files: tuple[ReadyFile, ...]
    """Every other file."""
    diagnostics: tuple[Diagnostic, ...]
    """Warnings and notes."""


def compose(options: BuildOptions, progress: Progress) -> Composition:
    """Run every stage up to the plan. Raises ContentError with all that is wrong."""
    found: list[Diagnostic] = []
    site = _site(options, found)
    theme = _theme(options.root, site, found) if site else None
    corpus, problems = read_corpus(options.root, _mapper("Reading", options, progress))
    found.extend(problems)
    _stop(found, options)
    assert site is not None
    assert theme is not None
    corpus = _without_drafts(corpus, show=options.drafts)
    archive, problems = annotate(corpus, _mapper("Annotating", options, progress))
    found.extend(problems)
    progress("Indexing", 0, len(archive.updates))
    index = build_index(search_docs(archive, Clock(site.language)))
    progress("Indexing", len(archive.updates), len(archive.updates))
    frame = make_frame(site, archive, {file.name: file.path for file in theme.static}, meta_path(index))
    pages = plan_pages(archive)
    files = (*_files(frame, theme, pages, index), *_pictures(options.root, archive))
    found.extend(collisions([*((p.path, p.origin) for p in pages), *((f.path, f.origin) for f in files)]))
    _stop(found, options)
    return Composition(frame=frame, theme=theme, pages=pages, files=files, diagnostics=tuple(found))


def search_docs(archive: Archive, clock: Clock) -> tuple[SearchDoc, ...]:
    """Every update that may be found, in time order. A withdrawn one may not."""
    docs = []
    for item in archive.updates:
        update = item.update
        if update.withdrawn:
            continue
        moment = clock.moment(update.time, archive.timelines[update.timeline].timezone)
        source = archive.sources[update.source]
        docs.append(
            SearchDoc(
                title=update.title,
                text=item.text,
                href=update_path(update),
                time=update.time,
                day=item.day,
                time_label=f"{moment.short_date}, {moment.time} {moment.zone}",
                timeline=update.timeline,
                source=update.source,
                source_label=source.publisher,
                authors=update.authors,
                actors=item.actors,
            )
        )
    return tuple(docs)


def _site(options: BuildOptions, found: list[Diagnostic]) -> Site | None:
    site, problems = read_config(options.root)
    found.extend(problems)
    if site and options.base_url is not None:
        site = replace(site, base_url=checked_base_url(options.base_url, found))
    if site and site.base_url == PLACEHOLDER:
        found.append(
            Diagnostic(
                code="placeholder-address",
                severity=Severity.NOTE,
                path=FILE,
                what=f"base_url is still {PLACEHOLDER}, so feeds and the sitemap point there",
                mend="set it to the address where you will publish, or build with --base-url",
            )
        )
    return site


def _theme(root: Path, site: Site, found: list[Diagnostic]) -> Theme | None:
    try:
        theme = load_theme(site.theme, site_themes=root / "themes")
    except ContentError as error:
        found.extend(error.diagnostics)
        return None
    found.extend(missing_templates(theme))
    return theme


def _stop(found: Sequence[Diagnostic], options: BuildOptions) -> None:
    if errors(found, strict=options.strict):
        raise ContentError(found)


def _without_drafts(corpus: Corpus, *, show: bool) -> Corpus:
    if show:
        return corpus
    return replace(corpus, updates=tuple(update for update in corpus.updates if not update.draft))


def _files(
    frame: Frame, theme: Theme, pages: tuple[Page, ...], index: Sequence[IndexFile]
) -> tuple[ReadyFile, ...]:
    return (
        *(ReadyFile(path=f.path, data=f.data, origin=f.label) for f in theme.static),
        *(ReadyFile(path=f.path, data=f.data, origin="the search index") for f in index),
        *(ReadyFile(path=f.path, data=f.data, origin=f.origin) for f in export_files(frame, pages)),
    )


def _pictures(root: Path, archive: Archive) -> Iterator[ReadyFile]:
    """The pictures that updates show, each once; not those of drafts and of withdrawn updates."""
    used = {(item.update.timeline, name) for item in archive.updates for name in item.pictures}
    copies = {picture_path(p): p for p in archive.corpus.pictures if (p.timeline, p.name) in used}
    for path, picture in sorted(copies.items()):
        place = picture.place.path
        yield ReadyFile(path=path, origin=place, copy_of=root / place, fingerprint=picture.sha256)


def _mapper(stage: str, options: BuildOptions, progress: Progress) -> Mapper:
    def mapper(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterable[Any]:
        total = len(items)
        progress(stage, 0, total)
        return spread(function, items, options.processes, lambda done: progress(stage, done, total))

    return mapper
