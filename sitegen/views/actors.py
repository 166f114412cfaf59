"""Views of actors: the index, the page of each, and the page that a former address leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from anyascii import anyascii
from babel import Locale

from sitegen import markup, permalinks
from sitegen.actors import script_of
from sitegen.annotate import AnnotatedUpdate
from sitegen.model import Actor, ActorKind
from sitegen.plan import Page
from sitegen.views.actor_contexts import (
    ActorEntry,
    ActorGroup,
    ActorIndexView,
    ActorUpdate,
    ActorView,
    AliasGroup,
    AliasView,
    MovedView,
    RoleView,
    Strip,
)
from sitegen.views.chart import activity
from sitegen.views.frame import Frame
from sitegen.views.parts import Link, SourceRef
from sitegen.views.quotes import naming

KIND_LABELS = {
    ActorKind.PERSON: ("Person", "People"),
    ActorKind.ORGANISATION: ("Organisation", "Organisations"),
    ActorKind.STATE: ("State", "States"),
    ActorKind.GROUP: ("Group", "Groups"),
    ActorKind.MEDIA: ("News outlet", "News outlets"),
}

MOST_COMPANIONS = 24
MOST_NAMED = 12


def actors(frame: Frame, page: Page) -> ActorIndexView:
    """All actors."""
    root = permalinks.root_of(page.path)
    archive = frame.archive
    entries = sorted(
        (
            ActorEntry(
                ref=frame.actor_ref(actor, root, len(archive.by_actor[actor.slug])), also=actor.names[1:]
            )
            for actor in archive.corpus.actors
        ),
        key=lambda entry: (_letter(entry), anyascii(entry.ref.name).casefold(), entry.ref.href),
    )
    most = sorted(entries, key=lambda entry: -entry.ref.count)[:MOST_NAMED]
    return ActorIndexView(
        site=frame.site_view(root, page.path),
        page=frame.page_view(
            page, title="Actors", description="Everyone whom the updates name, by kind and A to Z."
        ),
        actor_count=len(entries),
        most=tuple(most) if len(entries) > 2 * MOST_NAMED else (),
        kinds=tuple(
            ActorGroup(id=f"kind-{kind}", label=labels[1], actors=members)
            for kind, labels in KIND_LABELS.items()
            if (members := tuple(entry for entry in entries if entry.ref.kind == kind))
        ),
        letters=tuple(
            ActorGroup(
                id=f"letter-{'other' if letter == '#' else letter.lower()}", label=letter, actors=tuple(group)
            )
            for letter, group in groupby(entries, key=_letter)
        ),
        networks=tuple(
            Link(text=timeline.title, href=root + permalinks.network_path(timeline.slug))
            for timeline in archive.corpus.timelines
            if any(item.actors for item in archive.by_timeline[timeline.slug])
        ),
    )


def actor(frame: Frame, page: Page) -> ActorView:
    """The page of an actor."""
    root = permalinks.root_of(page.path)
    subject = frame.archive.actors[page.subject]
    updates = frame.archive.by_actor[page.subject]
    profile = markup.parse(subject.body)
    counted = ((a, n) for a, n in frame.archive.actor_counts(updates) if a.slug != subject.slug)
    return ActorView(
        site=frame.site_view(root, "actors/index.html"),
        page=frame.page_view(
            page,
            title=subject.name,
            description=profile.text or f"{subject.name} in {len(updates)} updates.",
            breadcrumbs=[("Actors", "actors/index.html")],
        ),
        name=subject.name,
        kind=subject.kind.value,
        kind_label=KIND_LABELS[subject.kind][0],
        proposed=subject.proposed,
        aliases=_aliases(frame, subject),
        roles=tuple(
            RoleView(title=role.title, span=_span(frame, role.since, role.until)) for role in subject.roles
        ),
        wikidata_href=f"https://www.wikidata.org/wiki/{subject.wikidata}" if subject.wikidata else "",
        profile_html=profile.html(),
        update_count=len(updates),
        strips=tuple(_strips(frame, root, subject, updates)),
        updates=tuple(_update(frame, root, subject, item) for item in updates),
        companions=tuple(frame.actor_ref(a, root, n) for a, n in counted)[:MOST_COMPANIONS],
        sources=_sources(frame, root, subject, updates),
        search_href=f"{root}search/index.html?q=actor%3A{subject.slug}",
    )


def moved(frame: Frame, page: Page) -> MovedView:
    """The page at a former address of an actor, an update or a timeline."""
    root = permalinks.root_of(page.path)
    crumbs = [("Actors", "actors/index.html")] if page.path.startswith("actors/") else []
    return MovedView(
        site=frame.site_view(root, crumbs[0][1] if crumbs else ""),
        page=frame.page_view(page, title=page.subject, breadcrumbs=crumbs, index=False),
        former=page.former,
        target=Link(text=page.subject, href=root + page.leads_to),
    )


def _aliases(frame: Frame, subject: Actor) -> tuple[AliasGroup, ...]:
    """By script, the script of the actor's name first, the others as they first come."""
    groups: dict[str, list[AliasView]] = {script_of(subject.name): []}
    for alias in subject.aliases:
        groups.setdefault(alias.script or script_of(alias.name), []).append(
            AliasView(name=alias.name, span=_span(frame, alias.since, alias.until), weak=alias.weak)
        )
    words = Locale.parse(frame.site.language, sep="-").scripts
    several = len(groups) > 1
    return tuple(
        AliasGroup(script=words.get(code, code) if several else "", aliases=tuple(aliases))
        for code, aliases in groups.items()
        if aliases
    )


def _strips(frame: Frame, root: str, subject: Actor, updates: Sequence[AnnotatedUpdate]) -> Iterator[Strip]:
    """Timelines in the order in which they first name the actor."""
    for slug in dict.fromkeys(item.update.timeline for item in updates):
        timeline = frame.archive.timelines[slug]
        naming_it = [item for item in updates if item.update.timeline == slug]
        chart = activity(
            naming_it,
            timeline.timezone,
            root,
            frame.clock,
            name=f"{subject.name} in {timeline.title}",
            within=frame.archive.by_timeline[slug],
        )
        if chart:
            path = permalinks.timeline_path(slug)
            yield Strip(
                timeline=Link(text=timeline.title, href=root + path, count=len(naming_it)), chart=chart
            )


def _update(frame: Frame, root: str, subject: Actor, item: AnnotatedUpdate) -> ActorUpdate:
    before, name, after = naming(item, subject.slug)
    return ActorUpdate(ref=frame.ref(item, root), before=before, name=name, after=after)


def _sources(
    frame: Frame, root: str, subject: Actor, updates: Sequence[AnnotatedUpdate]
) -> tuple[SourceRef, ...]:
    """Most mentions first, then by publisher and title; those that name it in their header only come last."""
    counts = Counter(dict.fromkeys(frame.archive.heading.get(subject.slug, ()), 0))
    counts.update(item.update.source for item in updates)
    refs = (frame.source_ref(frame.archive.sources[slug], root, count) for slug, count in counts.items())
    return tuple(sorted(refs, key=lambda ref: (-ref.count, ref.publisher, ref.title, ref.href)))


def _letter(entry: ActorEntry) -> str:
    first = anyascii(entry.ref.name)[:1].upper()
    return first if first.isalpha() else "#"


def _span(frame: Frame, since: str, until: str) -> str:
    since, until = frame.clock.partial_date(since), frame.clock.partial_date(until)
    if since and until:
        return since if since == until else f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""
