"""What templates are given: one frozen dataclass a template.

Those about actors are in `actor_contexts`, the parts that they share in `parts`.

A template sees the fields of its view by name and nothing else. Every `href` is complete:
relative to the page (or absolute where said), safe to put into an attribute. Fields that end
in `_html` are sanitised HTML and the only ones a template may print unescaped.
docs/themes.md lists every field; a test holds it against this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sitegen.views.actor_contexts import ActorIndexView, ActorView, MovedView, NetworkView
from sitegen.views.parts import (
    ActorRef,
    Alike,
    AlikePair,
    Chart,
    EarlierVersion,
    Link,
    Moment,
    PageView,
    Saving,
    SavingRef,
    SiteView,
    SourceRef,
    TimelineCard,
    Tongue,
    UpdateEntry,
    UpdateRef,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page."""

    template: ClassVar[str] = "home.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    timelines: tuple[TimelineCard, ...]
    """All timelines, the newest first."""
    actors: tuple[ActorRef, ...]
    """The actors named most, at most 12."""
    update_count: int
    """Updates in the archive."""
    actor_count: int
    """Actors in the archive."""
    source_count: int
    """Sources in the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A timeline's overview."""

    template: ClassVar[str] = "timeline.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    headline: str
    """Its headline."""
    tongue: Tongue
    """What it is written in."""
    summary_html: str
    """What happened."""
    key_points: tuple[str, ...]
    """Short statements."""
    first: Moment | None
    """First update; none in an empty timeline."""
    last: Moment | None
    """Last update."""
    zone_name: str
    """IANA zone in which times are shown."""
    update_count: int
    """Updates."""
    actor_count: int
    """Actors named."""
    author_count: int
    """Authors."""
    chart: Chart | None
    """Updates over time."""
    chronology_href: str
    """The chronology."""
    days: tuple[Link, ...]
    """The page of each day, oldest first, with counts."""
    opening: tuple[UpdateRef, ...]
    """The first updates, at most 3."""
    latest: tuple[UpdateRef, ...]
    """The last updates, newest first, at most 5, none that stand in `opening`."""
    actors: tuple[ActorRef, ...]
    """The actors named most, at most 16."""
    network_href: str
    """All its actors and who appears with whom; empty without actors."""
    sources: tuple[SourceRef, ...]
    """Its sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateView:
    """The page of an update."""

    template: ClassVar[str] = "update.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    id: str
    """The update's id; empty when withdrawn."""
    headline: str
    """Its title, or its first words."""
    titled: bool
    """False where the headline is made of the first words."""
    tongue: Tongue
    """What it is written in."""
    moment: Moment
    """When."""
    time_basis: str
    """How the time is known."""
    authors: tuple[str, ...]
    """Who wrote it."""
    body_html: str
    """Its text, mentions linked."""
    actors: tuple[ActorRef, ...]
    """Actors named or listed."""
    timeline: Link
    """Its timeline."""
    day: Link
    """The page of its day, at this update."""
    source: SourceRef
    """Its source."""
    source_url: str
    """Address of the published document, http or https; may be empty."""
    saving: SavingRef
    """The newest saved document that it stands in."""
    older_savings: tuple[SavingRef, ...]
    """The older ones that it stands in, the newest first."""
    dropped: bool
    """True where the newest saving of the source does not have it."""
    marks: tuple[str, ...]
    """What its source says of it: `Key event`, `Pinned`, `Summary`, `No text`."""
    history: tuple[EarlierVersion, ...]
    """What it said in earlier savings of the source, oldest first."""
    locator: str
    """Where in the document."""
    text_sha256: str
    """SHA-256 of the update's title, instant, authors and body."""
    imported_sha256: str
    """The same of what the import read, where a person changed it since; else empty."""
    alike: tuple[Alike, ...]
    """Updates of other sources that may tell the same."""
    previous: UpdateRef | None
    """The update before it in the timeline."""
    next: UpdateRef | None
    """The update after it in the timeline."""
    withdrawn_date: str
    """Day of withdrawal in words; empty unless withdrawn."""
    withdrawn_reason: str
    """Reason; empty unless withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """A day in the chronology."""

    label: str
    """The date in words."""
    href: str
    """The page of the day."""
    count: int
    """Updates on that day."""
    first: Moment
    """First update of the day."""
    last: Moment
    """Last update of the day."""
    updates: tuple[UpdateRef, ...]
    """Its updates, oldest first; empty where the timeline is too long to list them here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyView:
    """All days of a timeline, oldest first."""

    template: ClassVar[str] = "chronology.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    timeline: Link
    """The timeline."""
    tongue: Tongue
    """What the timeline's title is written in."""
    zone_name: str
    """IANA zone in which days begin and times are shown."""
    update_count: int
    """Updates."""
    chart: Chart | None
    """Updates over time."""
    days: tuple[DaySummary, ...]
    """Days, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """All updates of a day, in one of the two orders."""

    template: ClassVar[str] = "day.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    timeline: Link
    """The timeline."""
    tongue: Tongue
    """What the timeline's title is written in."""
    chronology_href: str
    """The chronology."""
    label: str
    """The date in words."""
    zone_name: str
    """IANA zone."""
    newest_first: bool
    """The order of this page."""
    other_order_href: str
    """The same day in the other order."""
    updates: tuple[UpdateEntry, ...]
    """Updates in the order of the page."""
    previous: Link | None
    """The day before that has updates, in the same order."""
    next: Link | None
    """The day after that has updates, in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceIndexView:
    """All sources."""

    template: ClassVar[str] = "sources.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    sources: tuple[SourceRef, ...]
    """By publisher, then title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """The record of a source."""

    template: ClassVar[str] = "source.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    slug: str
    """Its id."""
    title: str
    """Its headline, or its id where it has none."""
    publisher: str
    """Who published it; may be empty."""
    tongue: Tongue
    """What it is written in."""
    timeline: Link
    """The timeline it tells."""
    url: str
    """Where it was published, http or https; may be empty."""
    savings: tuple[Saving, ...]
    """Its saved documents, the oldest first; the record is that of the last one."""
    importer: str
    """Which importer read it; may be empty."""
    zone_name: str
    """IANA zone of its printed times; may be empty."""
    summary_html: str
    """Its standfirst; may be empty."""
    key_points: tuple[str, ...]
    """Its key points."""
    alike: tuple[AlikePair, ...]
    """Updates that other sources may tell too, by time."""
    updates: tuple[UpdateRef, ...]
    """Its updates in time order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page."""

    template: ClassVar[str] = "search.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    meta_href: str
    """Script with the search index's directory."""
    root: str
    """Prefix that leads from this page to the site's root."""
    update_count: int
    """Updates that can be found."""
    actors: tuple[tuple[str, str], ...]
    """Slug and name of every actor that an update names, by name."""
    sources: tuple[tuple[str, str], ...]
    """Slug and label of every source."""
    authors: tuple[str, ...]
    """Every author."""
    first_day: str
    """First day with an update, `YYYY-MM-DD`; empty without updates."""
    last_day: str
    """Last day with an update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The page for addresses that lead nowhere; its links are absolute."""

    template: ClassVar[str] = "404.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""


View = (
    HomeView
    | TimelineView
    | UpdateView
    | ChronologyView
    | DayView
    | ActorIndexView
    | ActorView
    | MovedView
    | NetworkView
    | SourceIndexView
    | SourceView
    | SearchView
    | NotFoundView
)
"""Every view. Each has a template of its own."""
