"""What the updates say and about whom: text, mentions and HTML of each, and the indexes over all.

The actors of an update are those that its file lists and those that its title and text name, without
those that a person took off it. An actor that was renamed counts under the name of its file today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from sitegen import markup
from sitegen.actors import Matcher
from sitegen.content import Mapper
from sitegen.content.canonical import text_digest
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.markup.pictures import names_in
from sitegen.model import Actor, Corpus, Mention, Source, Timeline, Update
from sitegen.permalinks import actor_path, picture_path


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedUpdate:
    """An update with all that its own text tells."""

    update: Update
    """The update."""
    day: str
    """The day on which it was posted, in its timeline's zone, `YYYY-MM-DD`."""
    text: str
    """Its body as a reader sees it."""
    html: str
    """Its body as safe HTML; links into the site still to be resolved."""
    mentions: tuple[Mention, ...]
    """Spans of `text` that name actors."""
    named: tuple[str, ...]
    """Slugs of the actors that its title and text name, each once, whatever its file says of them."""
    actors: tuple[str, ...]
    """Slugs of its actors: those listed, then those named, each once, without those taken off it."""
    text_sha256: str
    """Hash of its title, instant, authors and body."""
    pictures: tuple[str, ...] = ()
    """Names of the pictures that it shows, those of its earlier versions too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A Corpus with its annotations and indexes. All that views are made from."""

    corpus: Corpus
    """What people curated."""
    updates: tuple[AnnotatedUpdate, ...]
    """All updates of the site, in the order of the corpus."""
    by_timeline: Mapping[str, tuple[AnnotatedUpdate, ...]]
    """Updates by timeline; every timeline has an entry."""
    by_actor: Mapping[str, tuple[AnnotatedUpdate, ...]]
    """Updates by actor; every actor has an entry."""
    by_source: Mapping[str, tuple[AnnotatedUpdate, ...]]
    """Updates by source; every source has an entry."""
    actors: Mapping[str, Actor]
    """Actors by slug."""
    sources: Mapping[str, Source]
    """Sources by slug."""
    timelines: Mapping[str, Timeline]
    """Timelines by slug."""
    pictures: Mapping[str, Mapping[str, markup.Shown]]
    """Pictures that there are, by timeline and name."""

    def actor_counts(self, updates: Sequence[AnnotatedUpdate]) -> tuple[tuple[Actor, int], ...]:
        """Actors of these updates with the number of updates, most first, then by name."""
        counts = Counter(slug for item in updates for slug in item.actors)
        named = ((self.actors[slug], count) for slug, count in counts.items())
        return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0].name, pair[0].slug)))


def annotate(corpus: Corpus, mapper: Mapper = map) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """Annotate every update; `mapper` may spread the work over processes."""
    matcher = Matcher(corpus.actors)
    present = _present(corpus.actors)
    names = {actor.slug: actor.name for actor in corpus.actors}
    zones = {timeline.slug: timeline.timezone for timeline in corpus.timelines}
    pictures = _pictures(corpus)
    updates: list[AnnotatedUpdate] = []
    found = list(_ambiguous(corpus, matcher))
    work = partial(annotate_update, matcher, present, names, zones, pictures=pictures)
    for item, diagnostics in mapper(work, list(corpus.updates)):
        updates.append(item)
        found.extend(diagnostics)
    archive = Archive(
        corpus=corpus,
        updates=tuple(updates),
        by_timeline=_index({t.slug for t in corpus.timelines}, [(u.update.timeline, u) for u in updates]),
        by_actor=_index(set(names), [(slug, u) for u in updates for slug in u.actors]),
        by_source=_index({s.slug for s in corpus.sources}, [(u.update.source, u) for u in updates]),
        actors={a.slug: a for a in corpus.actors},
        sources={s.slug: s for s in corpus.sources},
        timelines={t.slug: t for t in corpus.timelines},
        pictures=pictures,
    )
    return archive, tuple(found)


def annotate_update(
    matcher: Matcher,
    present: Mapping[str, str],
    names: Mapping[str, str],
    zones: Mapping[str, str],
    update: Update,
    *,
    pictures: Mapping[str, Mapping[str, markup.Shown]],
) -> tuple[AnnotatedUpdate, tuple[Diagnostic, ...]]:
    """What one update says.

    `present` are the actors' slugs by every slug that they ever had, `names` the actors' names and `zones`
    the timelines' zones by slug; `pictures` those that there are, by timeline and name.
    """
    shown = pictures.get(update.timeline, {})
    prose = markup.parse(update.body)
    found = matcher.find(prose.text)
    named = dict.fromkeys(mention.actor for mention in (*matcher.find(update.title), *found))
    listed = (present[slug] for slug in (*update.actors, *update.also_actors) if slug in present)
    off = {present.get(slug, slug) for slug in update.not_actors}
    mentions = tuple(mention for mention in found if mention.actor not in off)
    annotated = AnnotatedUpdate(
        update=update,
        day=update.time.astimezone(ZoneInfo(zones[update.timeline])).date().isoformat(),
        text=prose.text,
        html=prose.html(_links(prose.text, mentions, names), shown),
        mentions=mentions,
        named=tuple(named),
        actors=tuple(slug for slug in dict.fromkeys((*listed, *named)) if slug not in off),
        text_sha256=text_digest(update.title, update.time.isoformat(), update.authors, update.body),
        pictures=tuple(name for name in dict.fromkeys(_named_pictures(update, prose)) if name in shown),
    )
    return annotated, tuple(_problems(update, prose, shown))


def _problems(update: Update, prose: markup.Prose, shown: Mapping[str, markup.Shown]) -> Iterator[Diagnostic]:
    if prose.too_deep:
        yield Diagnostic(
            code="nested-too-deep",
            path=update.place.path,
            line=update.body_line,
            what="lists or quotes are nested so deep that text would be lost",
            mend="take some of the '>' and '-' away",
        )
    for name, line in prose.pictures:
        if name not in shown:
            yield Diagnostic(
                code="missing-picture",
                severity=Severity.WARNING,
                path=update.place.path,
                line=update.body_line + line,
                what=f"there is no picture '{name}' in content/{update.timeline}/media/",
                mend="put it back there, or take it out of this text",
            )


def _named_pictures(update: Update, prose: markup.Prose) -> Iterator[str]:
    yield from (name for name, _ in prose.pictures)
    for version in update.history:
        if names_in(version.body):
            yield from (name for name, _ in markup.parse(version.body).pictures)


def _pictures(corpus: Corpus) -> dict[str, dict[str, markup.Shown]]:
    found: dict[str, dict[str, markup.Shown]] = {}
    for picture in corpus.pictures:
        found.setdefault(picture.timeline, {})[picture.name] = markup.Shown(
            path=picture_path(picture), width=picture.width, height=picture.height
        )
    return found


def _present(actors: Sequence[Actor]) -> dict[str, str]:
    """The slugs of today by every slug that an actor ever had; a slug of today stands for itself."""
    former = {slug: actor.slug for actor in actors for slug in actor.formerly}
    return former | {actor.slug: actor.slug for actor in actors}


def _links(text: str, mentions: Sequence[Mention], names: Mapping[str, str]) -> list[markup.SpanLink]:
    """A link for the first mention of an actor on each line of the text."""
    links: list[markup.SpanLink] = []
    seen: set[tuple[int, str]] = set()
    line = position = 0
    for mention in mentions:
        line += text.count("\n", position, mention.start)
        position = mention.start
        if (line, mention.actor) in seen:
            continue
        seen.add((line, mention.actor))
        name = names[mention.actor]
        links.append(
            markup.SpanLink(
                start=mention.start,
                end=mention.end,
                path=actor_path(mention.actor),
                title="" if name == mention.text else name,
            )
        )
    return links


def _index(
    keys: set[str], pairs: Sequence[tuple[str, AnnotatedUpdate]]
) -> Mapping[str, tuple[AnnotatedUpdate, ...]]:
    groups: dict[str, list[AnnotatedUpdate]] = {key: [] for key in sorted(keys)}
    for key, update in pairs:
        groups[key].append(update)
    return {key: tuple(updates) for key, updates in groups.items()}


def _ambiguous(corpus: Corpus, matcher: Matcher) -> list[Diagnostic]:
    places = {actor.slug: actor.place.path for actor in corpus.actors}
    return [
        Diagnostic(
            code="ambiguous-alias",
            severity=Severity.WARNING,
            path=places[slugs[0]],
            what=f"'{alias}' is a name of {' and of '.join(slugs)}, so it links to none of them",
            mend="keep it in one of the files",
        )
        for alias, slugs in matcher.ambiguous
    ]
