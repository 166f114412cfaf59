"""From a planned page to its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen.plan import Page, PageKind
from sitegen.views import actors, network, records, timelines
from sitegen.views.contexts import View
from sitegen.views.frame import Frame

_MAKERS: Mapping[PageKind, Callable[[Frame, Page], View]] = {
    PageKind.HOME: timelines.home,
    PageKind.TIMELINE: timelines.timeline,
    PageKind.UPDATE: timelines.update,
    PageKind.CHRONOLOGY: timelines.chronology,
    PageKind.DAY: timelines.day,
    PageKind.ACTORS: actors.actors,
    PageKind.ACTOR: actors.actor,
    PageKind.MOVED: actors.moved,
    PageKind.NETWORK: network.network,
    PageKind.SOURCES: records.sources,
    PageKind.SOURCE: records.source,
    PageKind.SEARCH: records.search,
    PageKind.NOT_FOUND: records.not_found,
}


def make_view(frame: Frame, page: Page) -> View:
    """All that the page's template may read."""
    return _MAKERS[page.kind](frame, page)
