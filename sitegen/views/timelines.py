"""Views of the home page, timelines, chronologies, days and updates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sitegen import markup, permalinks
from sitegen.annotate import AnnotatedUpdate
from sitegen.model import Timeline
from sitegen.plan import Page
from sitegen.views.chart import activity
from sitegen.views.contexts import ChronologyView, DaySummary, DayView, HomeView, TimelineView, UpdateView
from sitegen.views.frame import Frame, clip
from sitegen.views.moments import zone_words
from sitegen.views.parts import Alike, Chart, EarlierVersion, Link, TimelineCard, UpdateEntry
from sitegen.views.savings import holding, saving_with
from sitegen.views.structured import blog_posting, live_blog

LISTED = 600
"""Longest timeline whose chronology lists every headline; longer ones list days only."""


def home(frame: Frame, page: Page) -> HomeView:
    """The home page."""
    root = permalinks.root_of(page.path)
    archive = frame.archive
    timelines = sorted(
        archive.corpus.timelines,
        key=lambda t: (
            archive.by_timeline[t.slug][-1].update.time.timestamp() if archive.by_timeline[t.slug] else 0
        ),
        reverse=True,
    )
    return HomeView(
        site=frame.site_view(root),
        page=frame.page_view(page, title=frame.site.title, description=frame.site.description),
        timelines=tuple(_card(frame, timeline, root) for timeline in timelines),
        actors=frame.actor_refs(archive.updates, root, 12),
        update_count=len(archive.updates),
        actor_count=len(archive.corpus.actors),
        source_count=len(archive.corpus.sources),
    )


def timeline(frame: Frame, page: Page) -> TimelineView:
    """A timeline's overview."""
    root = permalinks.root_of(page.path)
    subject = frame.archive.timelines[page.subject]
    updates = frame.archive.by_timeline[page.subject]
    summary = markup.parse(subject.summary)
    return TimelineView(
        site=frame.site_view(root),
        page=frame.page_view(
            page,
            title=subject.title,
            description=summary.text,
            json_ld=live_blog(frame, subject),
        ),
        headline=subject.title,
        tongue=frame.tongues[subject.language],
        summary_html=summary.html(),
        key_points=subject.key_points,
        first=frame.moment_of(updates[0]) if updates else None,
        last=frame.moment_of(updates[-1]) if updates else None,
        zone_name=zone_words(subject.timezone),
        update_count=len(updates),
        actor_count=len({slug for item in updates for slug in item.actors}),
        author_count=len({name for item in updates for name in item.update.authors}),
        chart=_chart(frame, subject, updates, root),
        chronology_href=root + permalinks.chronology_path(subject.slug),
        days=tuple(
            Link(
                text=frame.clock.long_date(date.fromisoformat(day)),
                href=root + permalinks.day_path(subject.slug, day),
                count=len(items),
            )
            for day, items in frame.days[subject.slug].items()
        ),
        opening=frame.refs(updates[:3], root),
        latest=frame.refs(updates[3:][-5:][::-1], root),
        actors=frame.actor_refs(updates, root, 16),
        network_href=root + permalinks.network_path(subject.slug) if any(u.actors for u in updates) else "",
        sources=tuple(
            frame.source_ref(s, root) for s in frame.archive.corpus.sources if s.timeline == subject.slug
        ),
    )


def chronology(frame: Frame, page: Page) -> ChronologyView:
    """All days of a timeline."""
    root = permalinks.root_of(page.path)
    subject = frame.archive.timelines[page.subject]
    updates = frame.archive.by_timeline[page.subject]
    return ChronologyView(
        site=frame.site_view(root),
        page=frame.page_view(
            page,
            title=f"Chronology: {subject.title}",
            description=f"All updates day by day, in the time of {zone_words(subject.timezone)}.",
            breadcrumbs=[_crumb(subject)],
        ),
        timeline=_link(subject, root),
        tongue=frame.tongues[subject.language],
        zone_name=zone_words(subject.timezone),
        update_count=len(updates),
        chart=_chart(frame, subject, updates, root),
        days=tuple(
            DaySummary(
                label=frame.clock.long_date(date.fromisoformat(day)),
                href=root + permalinks.day_path(subject.slug, day),
                count=len(items),
                first=frame.moment_of(items[0]),
                last=frame.moment_of(items[-1]),
                updates=frame.refs(items, root) if len(updates) <= LISTED else (),
            )
            for day, items in frame.days[subject.slug].items()
        ),
    )


def day(frame: Frame, page: Page) -> DayView:
    """All updates of a day."""
    root = permalinks.root_of(page.path)
    subject = frame.archive.timelines[page.subject]
    days = frame.days[page.subject]
    items = days[page.day][::-1] if page.newest_first else days[page.day]
    label = frame.clock.long_date(date.fromisoformat(page.day))
    names = list(days)
    position = names.index(page.day)
    chronology_path = permalinks.chronology_path(subject.slug)

    def neighbour(index: int) -> Link | None:
        if not 0 <= index < len(names):
            return None
        path = permalinks.day_path(subject.slug, names[index], newest_first=page.newest_first)
        words = frame.clock.long_date(date.fromisoformat(names[index]))
        return Link(text=words, href=root + path, count=len(days[names[index]]))

    return DayView(
        site=frame.site_view(root),
        page=frame.page_view(
            page,
            title=f"{label}: {subject.title}" + (" (newest first)" if page.newest_first else ""),
            description=f"{len(items)} updates of {label}, in the time of {zone_words(subject.timezone)}.",
            breadcrumbs=[_crumb(subject), ("Chronology", chronology_path)],
            # The same updates stand on the page in the other order, which is the one to find.
            index=not page.newest_first,
        ),
        timeline=_link(subject, root),
        tongue=frame.tongues[subject.language],
        chronology_href=root + chronology_path,
        label=label,
        zone_name=zone_words(subject.timezone),
        newest_first=page.newest_first,
        other_order_href=root
        + permalinks.day_path(subject.slug, page.day, newest_first=not page.newest_first),
        updates=tuple(_entry(frame, item, root) for item in items),
        previous=neighbour(position - 1),
        next=neighbour(position + 1),
    )


def update(frame: Frame, page: Page) -> UpdateView:
    """The page of an update."""
    root = permalinks.root_of(page.path)
    item = frame.updates[page.subject]
    subject = frame.archive.timelines[item.update.timeline]
    source = frame.archive.sources[item.update.source]
    brief = frame.briefs[item.update.id]
    before, after = frame.neighbours[item.update.id]
    withdrawn = item.update.withdrawn
    savings, in_newest = holding(frame, source, item.update.id, root)
    day_path = permalinks.day_path(subject.slug, item.day)
    return UpdateView(
        site=frame.site_view(root),
        page=frame.page_view(
            page,
            title=brief.headline,
            description=brief.excerpt or brief.headline,
            breadcrumbs=[_crumb(subject), (brief.moment.date, day_path)],
            published=item.update.time.isoformat(),
            json_ld=blog_posting(frame, item),
            index=withdrawn is None,
        ),
        id="" if withdrawn else item.update.id,
        headline=brief.headline,
        titled=brief.titled,
        tongue=frame.tongue_of(source),
        moment=brief.moment,
        time_basis=item.update.time_basis,
        authors=item.update.authors,
        body_html=frame.body(item, root),
        actors=tuple(
            frame.actor_ref(frame.archive.actors[slug], root, len(frame.archive.by_actor[slug]))
            for slug in item.actors
        ),
        timeline=_link(subject, root),
        day=Link(text=brief.moment.date, href=f"{root}{day_path}#{brief.anchor}"),
        source=frame.source_ref(source, root),
        source_url=source.url,
        saving=savings[0],
        older_savings=savings[1:],
        dropped=not in_newest,
        marks=brief.marks,
        history=_history(frame, item, subject.timezone),
        locator=item.update.locator,
        text_sha256="" if withdrawn else item.text_sha256,
        imported_sha256=_imported(frame, item),
        alike=tuple(
            Alike(ref=frame.ref(frame.updates[other], root), why=why)
            for other, why in frame.alike.get(item.update.id, {}).items()
        ),
        previous=frame.ref(before, root) if before else None,
        next=frame.ref(after, root) if after else None,
        withdrawn_date=frame.clock.long_date(withdrawn.date) if withdrawn else "",
        withdrawn_reason=withdrawn.reason if withdrawn else "",
    )


def _history(frame: Frame, item: AnnotatedUpdate, zone: str) -> tuple[EarlierVersion, ...]:
    root, shown = permalinks.root_of(permalinks.update_path(item.update)), frame.archive.pictures
    source = frame.archive.sources[item.update.source]
    return tuple(
        EarlierVersion(
            moment=frame.clock.moment(version.time, zone),
            headline=version.title,
            authors=version.authors,
            body_html=markup.resolve(
                markup.parse(version.body).html(shown=shown.get(item.update.timeline, {})), root
            ),
            text_sha256=version.text_sha256,
            saving=saving_with(frame, source, version.sha256, version.captured, root),
        )
        for version in item.update.history
    )


def _imported(frame: Frame, item: AnnotatedUpdate) -> str:
    """Hash of what the import read, where that is not what the file says now."""
    read = frame.imported.get(item.update.id, "")
    return "" if item.update.withdrawn or read == item.text_sha256 else read


def _card(frame: Frame, subject: Timeline, root: str) -> TimelineCard:
    updates = frame.archive.by_timeline[subject.slug]
    return TimelineCard(
        title=subject.title,
        tongue=frame.tongues[subject.language],
        href=root + permalinks.timeline_path(subject.slug),
        summary=clip(markup.parse(subject.summary).text, 320),
        first=frame.moment_of(updates[0]) if updates else None,
        last=frame.moment_of(updates[-1]) if updates else None,
        update_count=len(updates),
        source_count=sum(source.timeline == subject.slug for source in frame.archive.corpus.sources),
        actor_count=len({slug for item in updates for slug in item.actors}),
        chart=_chart(frame, subject, updates, root),
    )


def _entry(frame: Frame, item: AnnotatedUpdate, root: str) -> UpdateEntry:
    withdrawn = item.update.withdrawn
    return UpdateEntry(
        ref=frame.ref(item, root),
        authors=item.update.authors,
        body_html=frame.body(item, root),
        withdrawn_reason=withdrawn.reason if withdrawn else "",
    )


def _chart(frame: Frame, subject: Timeline, updates: Sequence[AnnotatedUpdate], root: str) -> Chart | None:
    return activity(updates, subject.timezone, root, frame.clock, name=subject.title)


def _link(subject: Timeline, root: str) -> Link:
    return Link(text=subject.title, href=root + permalinks.timeline_path(subject.slug))


def _crumb(subject: Timeline) -> tuple[str, str]:
    return subject.title, permalinks.timeline_path(subject.slug)
