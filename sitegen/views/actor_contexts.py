"""What the templates about actors are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sitegen.views.parts import ActorRef, Chart, Link, PageView, SiteView, SourceRef, UpdateRef


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor in the index."""

    ref: ActorRef
    """Name, link, count."""
    also: tuple[str, ...]
    """Its other names: what is typed into the filter box may be one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorGroup:
    """Actors under one heading."""

    id: str
    """Anchor, unique on the page."""
    label: str
    """Heading: a kind (`People`) or a letter."""
    actors: tuple[ActorEntry, ...]
    """By name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorIndexView:
    """All actors."""

    template: ClassVar[str] = "actors.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    actor_count: int
    """Actors."""
    most: tuple[ActorEntry, ...]
    """Those named most, most first, at most 12; none where there are hardly more actors than that."""
    kinds: tuple[ActorGroup, ...]
    """Grouped by kind, each A to Z."""
    letters: tuple[ActorGroup, ...]
    """Grouped by first letter."""
    networks: tuple[Link, ...]
    """Who appears with whom, a page for each timeline that names actors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """An office that an actor held."""

    title: str
    """The office."""
    span: str
    """`since 2019`, `2019 to 2022` or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasView:
    """Another name."""

    name: str
    """The name."""
    span: str
    """When it was used: `since 2019`, `2019 to 2022` or empty."""
    weak: bool
    """True where it counts only beside another name of the actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasGroup:
    """Other names in one script."""

    script: str
    """The script in words, for example `Cyrillic`; empty where all names are in one script."""
    aliases: tuple[AliasView, ...]
    """In the order of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """When a timeline names the actor."""

    timeline: Link
    """The timeline; `count` is the number of its updates that name the actor."""
    chart: Chart
    """Those updates over the whole time of the timeline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorUpdate:
    """An update that names the actor."""

    ref: UpdateRef
    """The update."""
    before: str
    """What stands before the name in the sentence that names it; plain text."""
    name: str
    """The name as the sentence has it; empty where only the title or a person's list names the actor."""
    after: str
    """What follows it in the sentence; plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """The page of an actor."""

    template: ClassVar[str] = "actor.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    name: str
    """Name to show."""
    kind: str
    """`person`, `organisation`, `state`, `group` or `media`."""
    kind_label: str
    """The kind in words, for example `Person`."""
    proposed: bool
    """True where no person has looked at it yet."""
    aliases: tuple[AliasGroup, ...]
    """Other names by script; that of its name comes first."""
    roles: tuple[RoleView, ...]
    """Offices, in the order of the file."""
    wikidata_href: str
    """Wikidata item, absolute; may be empty."""
    profile_html: str
    """Profile; may be empty."""
    update_count: int
    """Updates that name the actor."""
    strips: tuple[Strip, ...]
    """When it is named, for each timeline that names it."""
    updates: tuple[ActorUpdate, ...]
    """Those updates in time order, with the sentence that names the actor."""
    companions: tuple[ActorRef, ...]
    """Who it appears with, most often first, at most 24."""
    sources: tuple[SourceRef, ...]
    """Sources that mention it; `count` is the number of their updates that do, 0 if only the header does."""
    search_href: str
    """Search for its updates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedView:
    """A former address: of an actor that was renamed or merged, of an update or timeline that was moved."""

    template: ClassVar[str] = "moved.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    former: str
    """The part of the address that is no longer its own."""
    target: Link
    """The actor's page now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor in the picture of a network: lengths in the picture's own units."""

    actor: ActorRef
    """The actor; `count` is the number of updates that name it."""
    x: float
    """Centre."""
    y: float
    """Centre."""
    radius: float
    """Radius; its square grows with the count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two actors that updates name together: a line in the picture of a network."""

    x1: float
    """Start."""
    y1: float
    """Start."""
    x2: float
    """End."""
    y2: float
    """End."""
    width: float
    """Width: it grows with the number of updates."""
    label: str
    """Both names and the number of updates, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Who an actor appears with: a row of a network's table."""

    actor: ActorRef
    """The actor; `count` is the number of updates that name it."""
    others: tuple[ActorRef, ...]
    """Who the same updates name, most often first; `count` is the number of updates that name both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The actors of a timeline, and which of them its updates name together."""

    template: ClassVar[str] = "network.html"
    site: SiteView
    """The site."""
    page: PageView
    """The page."""
    timeline: Link
    """The timeline."""
    width: int
    """Width of the picture's view box."""
    height: int
    """Height of the picture's view box."""
    nodes: tuple[Node, ...]
    """The actors in the picture: those named most, at most 24."""
    edges: tuple[Edge, ...]
    """Lines between them, the widest last."""
    ties: tuple[Tie, ...]
    """The actors of the timeline, most named first, at most 100."""
    actor_count: int
    """All actors of the timeline."""
    actors_href: str
    """The index of actors."""
