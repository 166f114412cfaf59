"""Views of sources, search and the page for wrong addresses."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import markup, permalinks
from sitegen.model import Source
from sitegen.plan import Page
from sitegen.views.contexts import (
    NotFoundView,
    SearchView,
    SourceIndexView,
    SourceView,
)
from sitegen.views.frame import Frame, title_of
from sitegen.views.moments import zone_words
from sitegen.views.parts import AlikePair, Link
from sitegen.views.savings import savings_of


def sources(frame: Frame, page: Page) -> SourceIndexView:
    """All sources."""
    root = permalinks.root_of(page.path)
    ordered = sorted(frame.archive.corpus.sources, key=lambda s: (s.publisher, s.title, s.slug))
    return SourceIndexView(
        site=frame.site_view(root, page.path),
        page=frame.page_view(
            page, title="Sources", description="The saved documents that this archive is made from."
        ),
        sources=tuple(frame.source_ref(source, root) for source in ordered),
    )


def source(frame: Frame, page: Page) -> SourceView:
    """The record of a source."""
    root = permalinks.root_of(page.path)
    subject = frame.archive.sources[page.subject]
    timeline = frame.archive.timelines[subject.timeline]
    title = title_of(subject)
    called = f"{title} ({subject.publisher})" if subject.publisher else title
    return SourceView(
        site=frame.site_view(root, "sources/index.html"),
        page=frame.page_view(
            page,
            title=called,
            description=f"The record of a source: {called}.",
            breadcrumbs=[("Sources", "sources/index.html")],
        ),
        slug=subject.slug,
        title=title,
        publisher=subject.publisher,
        tongue=frame.tongue_of(subject),
        timeline=Link(text=timeline.title, href=root + permalinks.timeline_path(timeline.slug)),
        url=subject.url,
        savings=savings_of(frame, subject, root),
        importer=subject.importer,
        zone_name=zone_words(subject.timezone) if subject.timezone else "",
        summary_html=markup.resolve(frame.archive.headers[subject.slug].summary_html, root),
        key_points=subject.key_points,
        alike=tuple(_alike(frame, subject, root)),
        updates=frame.refs(frame.archive.by_source[subject.slug], root),
    )


def search(frame: Frame, page: Page) -> SearchView:
    """The search page."""
    root = permalinks.root_of(page.path)
    shown = [item for item in frame.archive.updates if not item.update.withdrawn]
    named = {slug for item in shown for slug in item.actors}
    days = sorted({item.day for item in shown})
    return SearchView(
        site=frame.site_view(root, page.path),
        page=frame.page_view(page, title="Search", description="Search all updates.", index=False),
        meta_href=root + frame.search_meta,
        root=root,
        update_count=len(shown),
        actors=tuple(
            sorted(((s, frame.archive.actors[s].name) for s in named), key=lambda pair: (pair[1], pair[0]))
        ),
        sources=tuple(
            (s.slug, ": ".join(filter(None, (s.publisher, title_of(s)))))
            for s in frame.archive.corpus.sources
        ),
        authors=tuple(sorted({name for item in shown for name in item.update.authors})),
        first_day=days[0] if days else "",
        last_day=days[-1] if days else "",
    )


def not_found(frame: Frame, page: Page) -> NotFoundView:
    """The page for wrong addresses: shown at any depth, so its links start at the site's base path."""
    root = frame.site.base_path
    return NotFoundView(
        site=frame.site_view(root),
        page=frame.page_view(page, title="Page not found", index=False),
    )


def _alike(frame: Frame, source: Source, root: str) -> Iterator[AlikePair]:
    for item in frame.archive.by_source[source.slug]:
        for other, why in frame.alike.get(item.update.id, {}).items():
            there = frame.ref(frame.updates[other], root)
            yield AlikePair(here=frame.ref(item, root), there=there, why=why)
