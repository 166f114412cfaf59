"""Which pages exist, where, and what each is made from. Nothing is written before this list is whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen import permalinks
from sitegen.annotate import AnnotatedUpdate, Archive
from sitegen.diagnostics import Diagnostic
from sitegen.model import Actor, Source


class PageKind(StrEnum):
    """What a page shows."""

    HOME = "home"
    TIMELINE = "timeline"
    UPDATE = "update"
    CHRONOLOGY = "chronology"
    DAY = "day"
    ACTORS = "actors"
    ACTOR = "actor"
    MOVED = "moved"
    NETWORK = "network"
    SOURCES = "sources"
    SOURCE = "source"
    SEARCH = "search"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to make."""

    path: str
    """Path of the file below the output folder."""
    kind: PageKind
    """What it shows."""
    subject: str = ""
    """Slug or id of what it is about; empty for pages about the whole site."""
    former: str = ""
    """For a page that leads on: what stood there before."""
    leads_to: str = ""
    """For a page that leads on: path of the page of the subject, which is then its title."""
    day: str = ""
    """For a page of a day: `YYYY-MM-DD`."""
    newest_first: bool = False
    """For a page of a day: its order."""
    origin: str
    """The content file it stands for, or words for a page of the whole site; for messages."""


def plan_pages(archive: Archive) -> tuple[Page, ...]:
    """Every page of the site, sorted by path."""
    pages = [
        Page(path="index.html", kind=PageKind.HOME, origin="the home page"),
        Page(path="actors/index.html", kind=PageKind.ACTORS, origin="the actor index"),
        Page(path="sources/index.html", kind=PageKind.SOURCES, origin="the list of sources"),
        Page(path="search/index.html", kind=PageKind.SEARCH, origin="the search page"),
        Page(path="404.html", kind=PageKind.NOT_FOUND, origin="the page for wrong addresses"),
    ]
    for actor in archive.corpus.actors:
        path = permalinks.actor_path(actor.slug)
        pages.append(Page(path=path, kind=PageKind.ACTOR, subject=actor.slug, origin=actor.place.path))
        pages.extend(_former_pages(actor))
    for source in archive.corpus.sources:
        path = permalinks.source_path(source.slug)
        pages.append(Page(path=path, kind=PageKind.SOURCE, subject=source.slug, origin=source.place.path))
    for timeline in archive.corpus.timelines:
        pages.extend(_timeline_pages(archive, timeline.slug, timeline.place.path))
    here = {page.path for page in pages}
    left = {page.path: page for page in _left_pages(archive) if page.path not in here}
    pages.extend(left.values())
    return tuple(sorted(pages, key=lambda page: page.path))


def days_of(updates: Iterable[AnnotatedUpdate]) -> dict[str, list[AnnotatedUpdate]]:
    """Updates by day in their timeline's zone, oldest day first."""
    days: dict[str, list[AnnotatedUpdate]] = {}
    for item in updates:
        days.setdefault(item.day, []).append(item)
    return days


def collisions(artifacts: Iterable[tuple[str, str]]) -> tuple[Diagnostic, ...]:
    """Artifacts that want one path. `artifacts` are (path, origin)."""
    return tuple(
        Diagnostic(
            code="collision",
            path=second if second.startswith("content/") else first,
            what=f"{first} and {second} both want the address {path.removesuffix('index.html')}",
            mend="rename one of the two",
        )
        for path, first, second in permalinks.collisions(artifacts)
    )


def _former_pages(actor: Actor) -> Iterable[Page]:
    for former in actor.formerly:
        yield Page(
            path=permalinks.actor_path(former),
            kind=PageKind.MOVED,
            subject=actor.name,
            leads_to=permalinks.actor_path(actor.slug),
            former=former,
            origin=f"{actor.place.path} (formerly {former})",
        )


def _left_pages(archive: Archive) -> Iterable[Page]:
    """Addresses of timelines that sources left: of the updates, and of a timeline that is no more."""
    titles = {timeline.slug: timeline.title for timeline in archive.corpus.timelines}
    moved = {source.slug: source for source in archive.corpus.sources if source.formerly}
    for source in moved.values():
        for former in source.formerly:
            path, title = permalinks.timeline_path(source.timeline), titles[source.timeline]
            yield _left(permalinks.timeline_path(former), title, path, source)
    for item in (item for items in archive.by_timeline.values() for item in items):
        update = item.update
        for former in moved[update.source].formerly if update.source in moved else ():
            was = permalinks.update_path(replace(update, timeline=former))
            title = update.title or f"{update.time:%Y-%m-%d %H:%M}"
            yield _left(was, title, permalinks.update_path(update), moved[update.source])


def _left(path: str, title: str, leads_to: str, source: Source) -> Page:
    return Page(
        path=path,
        kind=PageKind.MOVED,
        subject=title,
        leads_to=leads_to,
        former=path.removesuffix("/index.html"),
        origin=f"{source.place.path} (formerly)",
    )


def _timeline_pages(archive: Archive, slug: str, origin: str) -> Iterable[Page]:
    yield Page(path=permalinks.timeline_path(slug), kind=PageKind.TIMELINE, subject=slug, origin=origin)
    yield Page(path=permalinks.chronology_path(slug), kind=PageKind.CHRONOLOGY, subject=slug, origin=origin)
    updates = archive.by_timeline[slug]
    if any(item.actors for item in updates):
        yield Page(path=permalinks.network_path(slug), kind=PageKind.NETWORK, subject=slug, origin=origin)
    for day in days_of(updates):
        for newest_first in (False, True):
            yield Page(
                path=permalinks.day_path(slug, day, newest_first=newest_first),
                kind=PageKind.DAY,
                subject=slug,
                day=day,
                newest_first=newest_first,
                origin=origin,
            )
    for item in updates:
        yield Page(
            path=permalinks.update_path(item.update),
            kind=PageKind.UPDATE,
            subject=item.update.id,
            origin=item.update.place.path,
        )
