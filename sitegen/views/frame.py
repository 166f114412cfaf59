"""What all views of one build share, and the parts that many of them hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from sitegen import __version__, markup, permalinks
from sitegen.annotate import AnnotatedUpdate, Archive
from sitegen.config import Site
from sitegen.model import Actor, Capture, Source, Update
from sitegen.plan import Page, PageKind, days_of
from sitegen.views.chart import anchor
from sitegen.views.moments import Clock
from sitegen.views.parts import (
    ActorRef,
    Link,
    Moment,
    PageView,
    SiteView,
    SourceRef,
    Tongue,
    UpdateRef,
)

GENERATOR = f"sitegen {__version__}"

HEADLINE, EXCERPT = 90, 180
"""Most characters of a headline made of first words, and of an excerpt."""

_SENTENCE = re.compile(rf".{{20,{HEADLINE - 1}}}?[.!?…](?=\s+[\"'“‘«(]*[^\W\d_a-z])")
"""A sentence that fits, and the start of the next one behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The parts of an update that do not depend on the page that shows them."""

    headline: str
    """Its title, or its first words."""
    titled: bool
    """False where the headline is made of the first words."""
    excerpt: str
    """First words of the text, where the headline does not say them."""
    moment: Moment
    """When."""
    marks: tuple[str, ...]
    """What its source says of it."""
    path: str
    """Its page."""
    anchor: str
    """Its id on the page of its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything that views are made from."""

    site: Site
    """Settings."""
    archive: Archive
    """Content with annotations."""
    assets: Mapping[str, str]
    """Name of a static file -> its path in the output."""
    search_meta: str
    """Path of the script that holds the search index's directory."""
    clock: Clock
    """Words for instants."""
    briefs: Mapping[str, Brief]
    """By update id."""
    updates: Mapping[str, AnnotatedUpdate]
    """By id."""
    days: Mapping[str, Mapping[str, Sequence[AnnotatedUpdate]]]
    """By timeline and day, oldest first."""
    neighbours: Mapping[str, tuple[AnnotatedUpdate | None, AnnotatedUpdate | None]]
    """By update id: the updates before and after it in its timeline."""
    tongues: Mapping[str, Tongue]
    """By language tag, for all languages of the site."""
    imported: Mapping[str, str]
    """By update id: hash of what the import read."""
    held: Mapping[str, Sequence[Capture]]
    """By update id: the savings that it stands in, the oldest first, where there are several."""
    alike: Mapping[str, Mapping[str, str]]
    """By update id: ids of shown updates of other sources that may tell the same, and what they share."""

    def site_view(self, root: str, section: str = "") -> SiteView:
        """The site around a page whose prefix to the root is `root`; `section` is a path of `NAVIGATION`."""
        return SiteView(
            title=self.site.title,
            description=self.site.description,
            language=self.site.language,
            home_href=f"{root}index.html",
            search_href=f"{root}search/index.html",
            navigation=tuple(
                Link(text=text, href=root + path, current=path == section) for text, path in NAVIGATION
            ),
            atom_href=f"{root}feed.xml",
            json_feed_href=f"{root}feed.json",
            manifest_href=f"{root}manifest-sha256.txt",
            assets={name: root + path for name, path in self.assets.items()},
            generator=GENERATOR,
        )

    def page_view(
        self,
        page: Page,
        *,
        title: str,
        description: str = "",
        breadcrumbs: Sequence[tuple[str, str]] = (),
        published: str = "",
        json_ld: str = "",
        index: bool = True,
    ) -> PageView:
        """The head of a page; `breadcrumbs` are (text, path) below the home page."""
        root = permalinks.root_of(page.path)
        tongue = self.tongues[self.site.language]
        return PageView(
            title=title,
            description=clip(description, 200),
            language=tongue.language,
            direction=tongue.direction,
            canonical=self.url(page.path),
            og_type="article" if published else "website",
            published=published,
            json_ld=json_ld,
            breadcrumbs=tuple(
                Link(text=text, href=root + path)
                for text, path in (("Home", "index.html"), *breadcrumbs)
                if page.kind is not PageKind.HOME
            ),
            index=index,
        )

    def url(self, path: str) -> str:
        """Absolute address of a page."""
        return permalinks.public_url(self.site.base_url, path)

    def ref(self, item: AnnotatedUpdate, root: str) -> UpdateRef:
        """The update as an entry of a list."""
        brief = self.briefs[item.update.id]
        return UpdateRef(
            headline=brief.headline,
            titled=brief.titled,
            href=root + brief.path,
            anchor=brief.anchor,
            moment=brief.moment,
            timeline=self.archive.timelines[item.update.timeline].title,
            publisher=self.archive.sources[item.update.source].publisher,
            tongue=self.tongue_of(self.archive.sources[item.update.source]),
            excerpt=brief.excerpt,
            marks=brief.marks,
            withdrawn=item.update.withdrawn is not None,
        )

    def refs(self, items: Sequence[AnnotatedUpdate], root: str) -> tuple[UpdateRef, ...]:
        """Updates as entries of a list, in the given order."""
        return tuple(self.ref(item, root) for item in items)

    def body(self, item: AnnotatedUpdate, root: str) -> str:
        """The update's HTML with its links leading from the page."""
        return markup.resolve(item.html, root)

    def actor_ref(self, actor: Actor, root: str, count: int) -> ActorRef:
        """The actor, linked."""
        return ActorRef(
            name=actor.name,
            href=root + permalinks.actor_path(actor.slug),
            kind=actor.kind.value,
            count=count,
            proposed=actor.proposed,
        )

    def actor_refs(self, items: Sequence[AnnotatedUpdate], root: str, most: int) -> tuple[ActorRef, ...]:
        """The actors that these updates name most."""
        counted = self.archive.actor_counts(items)[:most]
        return tuple(self.actor_ref(actor, root, count) for actor, count in counted)

    def source_ref(self, source: Source, root: str, count: int | None = None) -> SourceRef:
        """The source, linked; `count` where other updates than all of its own are meant."""
        return SourceRef(
            title=title_of(source),
            publisher=source.publisher,
            tongue=self.tongue_of(source),
            href=root + permalinks.source_path(source.slug),
            count=len(self.archive.by_source[source.slug]) if count is None else count,
        )

    def tongue_of(self, source: Source) -> Tongue:
        """What the source is written in."""
        return self.tongues[source.language or self.archive.timelines[source.timeline].language]

    def moment_of(self, item: AnnotatedUpdate) -> Moment:
        """When the update was posted."""
        return self.briefs[item.update.id].moment


NAVIGATION = (
    ("Actors", "actors/index.html"),
    ("Sources", "sources/index.html"),
    ("Search", "search/index.html"),
)


def make_frame(site: Site, archive: Archive, assets: Mapping[str, str], search_meta: str) -> Frame:
    """Prepare what the views of one build share."""
    clock = Clock(site.language)
    neighbours: dict[str, tuple[AnnotatedUpdate | None, AnnotatedUpdate | None]] = {}
    for updates in archive.by_timeline.values():
        for before, item, after in zip((None, *updates), updates, (*updates[1:], None), strict=False):
            neighbours[item.update.id] = (before, after)
    zones = {timeline.slug: timeline.timezone for timeline in archive.corpus.timelines}
    return Frame(
        site=site,
        archive=archive,
        assets=assets,
        search_meta=search_meta,
        clock=clock,
        briefs={item.update.id: _brief(item, clock, zones[item.update.timeline]) for item in archive.updates},
        updates={item.update.id: item for item in archive.updates},
        days={slug: days_of(updates) for slug, updates in archive.by_timeline.items()},
        neighbours=neighbours,
        tongues=_tongues(site, archive),
        imported={
            written.id: written.text_sha256 for source in archive.corpus.sources for written in source.written
        },
        held=_held(archive),
        alike=_alike(archive),
    )


def title_of(source: Source) -> str:
    """The source's headline, or its id: something has to be there to click on."""
    return source.title or source.slug


def _tongues(site: Site, archive: Archive) -> dict[str, Tongue]:
    corpus = archive.corpus
    tags = {site.language, *(t.language for t in corpus.timelines), *(s.language for s in corpus.sources)}
    return {
        tag: Tongue(
            language=tag, direction="rtl" if Locale.parse(tag, sep="-").text_direction == "rtl" else "ltr"
        )
        for tag in sorted(tags - {""})
    }


def _held(archive: Archive) -> dict[str, list[Capture]]:
    held: dict[str, list[Capture]] = {}
    for source in archive.corpus.sources:
        for capture in source.captures:
            for update in capture.updates:
                held.setdefault(update, []).append(capture)
    return held


def _alike(archive: Archive) -> dict[str, dict[str, str]]:
    """Either record may list a pair; readers of both updates are told."""
    shown = {item.update.id for item in archive.updates if not item.update.withdrawn}
    alike: dict[str, dict[str, str]] = {}
    for source in archive.corpus.sources:
        for pair in source.likely_duplicates:
            if pair.id in shown and pair.other in shown:
                alike.setdefault(pair.id, {})[pair.other] = pair.why
                alike.setdefault(pair.other, {})[pair.id] = pair.why
    return alike


def _brief(item: AnnotatedUpdate, clock: Clock, zone: str) -> Brief:
    update = item.update
    words = " ".join(item.text.split())
    if update.withdrawn:
        headline, excerpt = "Withdrawn update", ""
    elif update.title:
        headline, excerpt = update.title, clip(words, EXCERPT)
    else:
        headline, excerpt = _first_words(words) or ("Picture" if item.pictures else "Update without text"), ""
    return Brief(
        headline=headline,
        titled=bool(update.title),
        excerpt=excerpt,
        moment=clock.moment(update.time, zone),
        marks=_marks(update),
        path=permalinks.update_path(update),
        anchor=anchor(item),
    )


def _marks(update: Update) -> tuple[str, ...]:
    """Marks in words; a withdrawn update has none."""
    if update.withdrawn:
        return ()
    marks = (
        ("Key event", update.key_event),
        ("Pinned", update.pinned),
        ("Summary", update.summary),
        ("No text", update.empty),
    )
    return tuple(words for words, holds in marks if holds)


def _first_words(words: str) -> str:
    """The first sentence where it is short enough, else as many words as are."""
    sentence = _SENTENCE.match(words)
    return sentence[0].rstrip(".") if sentence else clip(words, HEADLINE)


def clip(text: str, most: int) -> str:
    """The text, cut between words to at most `most` characters, with an ellipsis where it was cut."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head, _, _ = cut.rpartition(" ")
    return (head or cut).rstrip(" ,;:–-") + "…"
