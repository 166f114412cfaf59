"""Parts that several views share: links, moments, charts, references.

Every `href` is complete: relative to the page, safe to put into an attribute.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link with its words."""

    text: str
    """The words to show."""
    href: str
    """Where it leads."""
    count: int = 0
    """How many updates stand behind it; 0 where that says nothing."""
    current: bool = False
    """True where the link leads to the section that the page is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The site around the page, the same in every view but for the links."""

    title: str
    """Name of the archive."""
    description: str
    """What the archive is, plain text; may be empty."""
    language: str
    """BCP 47 tag of the interface."""
    home_href: str
    """The home page."""
    search_href: str
    """The search page."""
    navigation: tuple[Link, ...]
    """Main navigation."""
    atom_href: str
    """Atom feed."""
    json_feed_href: str
    """JSON feed."""
    manifest_href: str
    """List of all files with their SHA-256."""
    assets: dict[str, str]
    """Name of a theme's static file -> its href (file names carry a hash of the content)."""
    generator: str
    """Name and version of the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The page itself: what `<head>` and the breadcrumbs need."""

    title: str
    """Title of the page, without the site's name."""
    description: str
    """One or two sentences, plain text; may be empty."""
    language: str
    """BCP 47 tag of all that is not marked otherwise: that of the site."""
    direction: str
    """`ltr` or `rtl`."""
    canonical: str
    """Absolute address of the page."""
    og_type: str
    """OpenGraph type: `website` or `article`."""
    published: str
    """ISO 8601 instant for articles, else empty."""
    json_ld: str
    """JSON-LD, ready for a `script` element; may be empty."""
    breadcrumbs: tuple[Link, ...]
    """From the home page to the parent of this page."""
    index: bool
    """False where search engines should not list the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What a text is written in; the words around it are in the language of the page."""

    language: str
    """BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An instant, ready to print."""

    iso: str
    """ISO 8601 with the offset of the event's zone, for `datetime` attributes."""
    time: str
    """Clock time in the event's zone, for example `13:32`."""
    date: str
    """Date in the event's zone in words, for example `Thursday, 6 January 2022`."""
    short_date: str
    """Short date in the event's zone, for example `6 Jan 2022`."""
    zone: str
    """Zone letters or offset at that instant, for example `GMT` or `UTC+06:00`."""
    zone_name: str
    """IANA name of the event's zone."""
    utc_time: str
    """Clock time in UTC."""
    utc_date: str
    """Short date in UTC."""
    same_as_utc: bool
    """True where the event's clock shows UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of an activity chart: lengths in the chart's own units."""

    x: float
    """Left edge."""
    y: float
    """Top edge."""
    width: float
    """Width."""
    height: float
    """Height; 0 for a span without updates."""
    label: str
    """The span and its count in words, for example `6 Jan, 13:00: 4 updates`."""
    href: str
    """Page and anchor of the first update of the span; empty without updates."""
    count: int
    """Updates in the span."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A label below an activity chart."""

    x: float
    """Position."""
    label: str
    """Words."""
    anchor: str
    """SVG `text-anchor`: `start`, `middle` or `end`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Updates over time, as bars."""

    width: int
    """Width of the view box."""
    height: int
    """Height of the view box, labels included."""
    baseline: int
    """y of the bars' lower edge."""
    unit: str
    """What a bar spans: `hour`, `day` or `month`."""
    peak: int
    """Most updates in a bar."""
    title: str
    """What it shows, one sentence."""
    wide: int
    """How much of the width at hand it needs, in percent: few bars are not drawn out."""
    bars: tuple[Bar, ...]
    """All bars in time order, empty spans included."""
    ticks: tuple[Tick, ...]
    """Labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """An actor, named and linked."""

    name: str
    """Name to show."""
    href: str
    """The actor's page."""
    kind: str
    """`person`, `organisation`, `state`, `group` or `media`."""
    count: int
    """Updates: of the actor, or shared with the page's actor."""
    proposed: bool
    """True where no person has looked at it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """A source, named and linked."""

    title: str
    """Its headline, or its id where it has none."""
    publisher: str
    """Who published it; may be empty."""
    tongue: Tongue
    """What its headline is written in."""
    href: str
    """The source's page."""
    count: int
    """Updates taken from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRef:
    """An update in a list."""

    headline: str
    """Its title, or its first words where it has none."""
    titled: bool
    """False where the headline is made of the first words."""
    href: str
    """Its page."""
    anchor: str
    """Its id on the page of the day."""
    moment: Moment
    """When."""
    timeline: str
    """Title of its timeline."""
    publisher: str
    """Publisher of its source; may be empty."""
    tongue: Tongue
    """What it is written in."""
    excerpt: str
    """The first words of the text, plain; empty where the headline says them already."""
    marks: tuple[str, ...]
    """What its source says of it: `Key event`, `Pinned`, `Summary`, `No text`."""
    withdrawn: bool
    """True for a tombstone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateEntry:
    """An update in full, on the page of its day."""

    ref: UpdateRef
    """Headline, link, moment."""
    authors: tuple[str, ...]
    """Who wrote it."""
    body_html: str
    """Its text, mentions linked."""
    withdrawn_reason: str
    """Reason, for a tombstone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingRef:
    """A saved document, on the page of an update that stands in it."""

    document: str
    """Its path in the archive's repository; may be empty."""
    sha256: str
    """Its SHA-256; may be empty."""
    captured: Moment | None
    """When it was saved; none if nobody said."""
    href: str
    """Where the source's page tells of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """An update of another source that may tell the same. Nobody has decided that it does."""

    ref: UpdateRef
    """That update."""
    why: str
    """What the two have in common, one sentence; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikePair:
    """Two updates of two sources that may tell the same."""

    here: UpdateRef
    """The one of the page's source."""
    there: UpdateRef
    """The other one."""
    why: str
    """What they have in common, one sentence; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierVersion:
    """What an update said in an earlier saving of its source."""

    moment: Moment
    """When it was posted, as that saving has it."""
    headline: str
    """Its headline then; may be empty."""
    authors: tuple[str, ...]
    """Who wrote it, as named then."""
    body_html: str
    """Its text then."""
    text_sha256: str
    """SHA-256 of its title, instant, authors and body then."""
    saving: SavingRef
    """The saved document that these words stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line or span of a source, quoted in a record."""

    locator: str
    """Where in the document."""
    text: str
    """The words."""
    reason: str
    """Why it is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """One saved document of a source."""

    anchor: str
    """Its id on the page of the source."""
    title: str
    """Its headline; may be empty."""
    captured: Moment | None
    """When it was saved; none if nobody said."""
    document: str
    """Its path in the archive's repository; may be empty."""
    sha256: str
    """Its SHA-256; may be empty."""
    update_count: int
    """Updates of this site that stand in it; 0 where that was not recorded."""
    added: tuple[UpdateRef, ...]
    """Those that stand in no older saving; empty for the oldest."""
    missing: tuple[UpdateRef, ...]
    """Updates of older savings that do not stand in it."""
    superseded: tuple[UpdateRef, ...]
    """Updates that say something else here than they did later."""
    inferred: tuple[str, ...]
    """What the import concluded from it."""
    left_out: tuple[Quote, ...]
    """What of it no update holds."""
    suspects: tuple[Quote, ...]
    """Characters of it that look broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineCard:
    """A timeline on the home page."""

    title: str
    """Headline."""
    tongue: Tongue
    """What it is written in."""
    href: str
    """Its overview."""
    summary: str
    """First sentences of the summary, plain text."""
    first: Moment | None
    """First update; none in an empty timeline."""
    last: Moment | None
    """Last update."""
    update_count: int
    """Updates."""
    source_count: int
    """Sources."""
    actor_count: int
    """Actors named."""
    chart: Chart | None
    """Updates over time; none in an empty timeline."""
