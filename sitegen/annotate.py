"""What the updates say and about whom: text, mentions and HTML of each, and the indexes over all.

The header of a source is read as an update is; it counts among the source's words, not among its updates.
The actors of an update are those that its file lists and those that its title and text name, without
those that a person took off it. An actor that was renamed counts under the name of its file today.

A weak alias counts where the source that holds the update names its actor in another way. So each update is
read by itself first; those with a weak alias are read again, once all that their source says is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sitegen import markup
from sitegen.actors import Matcher, office_on
from sitegen.actors.matcher import Naming
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
class AnnotatedHeader:
    """What a source says above its updates: headline, summary and key points."""

    source: Source
    """The source."""
    text: str
    """Headline, summary and key points as a reader sees them."""
    mentions: tuple[Mention, ...]
    """Spans of `text` that name actors."""
    summary_html: str
    """Its summary as safe HTML; links into the site still to be resolved."""


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
    headers: Mapping[str, AnnotatedHeader]
    """Headers by source; every source has an entry."""
    heading: Mapping[str, tuple[str, ...]]
    """Slugs of the sources whose header names an actor, by actor; only those that one names."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of an archive when one of its updates is annotated."""

    matcher: Matcher
    """Finds actors in texts."""
    actors: Mapping[str, Actor]
    """Actors by slug."""
    present: Mapping[str, str]
    """The actors' slugs by every slug that they ever had."""
    zones: Mapping[str, str]
    """Zones by timeline."""
    languages: Mapping[str, str]
    """Languages by source."""
    pictures: Mapping[str, Mapping[str, markup.Shown]]
    """Pictures that there are, by timeline and name."""
    named: Mapping[str, frozenset[str]] | None
    """Slugs of the actors that a source names by strong forms, by source; None before all is read."""


class _Read(NamedTuple):
    """What reading one update gives."""

    item: AnnotatedUpdate | None
    """None where it has to be read again, once all that its source names is known."""
    problems: tuple[Diagnostic, ...]
    strong: frozenset[str]
    """Slugs of the actors that it names by strong forms, without those taken off it."""


def annotate(corpus: Corpus, mapper: Mapper = map) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """Annotate every update; `mapper` may spread the work over processes."""
    known = _known(corpus)
    reads = _read_all(corpus, known, mapper)
    updates = tuple(read.item for read in reads if read.item)
    by_source = _index({s.slug for s in corpus.sources}, [(u.update.source, u) for u in updates])
    headers = _headers(corpus, replace(known, named=_named_by_source(corpus, known, reads)), by_source)
    archive = Archive(
        corpus=corpus,
        updates=updates,
        by_timeline=_index({t.slug for t in corpus.timelines}, [(u.update.timeline, u) for u in updates]),
        by_actor=_index(set(known.actors), [(slug, u) for u in updates for slug in u.actors]),
        by_source=by_source,
        headers=headers,
        heading=_heading(headers),
        actors=known.actors,
        sources={s.slug: s for s in corpus.sources},
        timelines={t.slug: t for t in corpus.timelines},
        pictures=known.pictures,
    )
    found = (*_ambiguous(corpus, known.matcher), *_undated(corpus))
    return archive, (*found, *(problem for read in reads for problem in read.problems))


def _known(corpus: Corpus) -> _Known:
    languages = {timeline.slug: timeline.language for timeline in corpus.timelines}
    return _Known(
        matcher=Matcher(corpus.actors),
        actors={actor.slug: actor for actor in corpus.actors},
        present=_present(corpus.actors),
        zones={timeline.slug: timeline.timezone for timeline in corpus.timelines},
        languages={source.slug: source.language or languages[source.timeline] for source in corpus.sources},
        pictures=_pictures(corpus),
        named=None,
    )


def _read_all(corpus: Corpus, known: _Known, mapper: Mapper) -> list[_Read]:
    """Every update, in the order of the corpus."""
    reads: list[_Read] = list(mapper(partial(_read, known), list(corpus.updates)))
    again = [at for at, read in enumerate(reads) if read.item is None]
    if again:
        work = partial(_read, replace(known, named=_named_by_source(corpus, known, reads)))
        for at, read in zip(again, mapper(work, [corpus.updates[at] for at in again]), strict=True):
            reads[at] = read
    return reads


def _named_by_source(corpus: Corpus, known: _Known, reads: Sequence[_Read]) -> dict[str, frozenset[str]]:
    """Whom each source names by strong forms, in its header or in any of its updates."""
    named: dict[str, set[str]] = {}
    for source in corpus.sources:
        naming, _ = _read_header(source, known)
        named[source.slug] = set(naming.strong)
    for update, read in zip(corpus.updates, reads, strict=True):
        named[update.source] |= read.strong
    return {source: frozenset(slugs) for source, slugs in named.items()}


def _headers(
    corpus: Corpus, known: _Known, by_source: Mapping[str, Sequence[AnnotatedUpdate]]
) -> dict[str, AnnotatedHeader]:
    """The header of each source. Names that have dates count on the day of its first update."""
    found: dict[str, AnnotatedHeader] = {}
    for source in corpus.sources:
        day = next((date.fromisoformat(item.day) for item in by_source[source.slug]), None)
        naming, prose = _read_header(source, known, day)
        text, mentions = "", []
        for part, said in zip(_header_texts(source, prose), naming.mentions, strict=True):
            start = len(text)
            mentions += [replace(m, start=m.start + start, end=m.end + start) for m in said]
            text += f"{part}\n"
        found[source.slug] = AnnotatedHeader(
            source=source,
            text=text,
            mentions=tuple(mentions),
            summary_html=prose.html(_links(prose.text, naming.mentions[1], known.actors, day)),
        )
    return found


def _read_header(source: Source, known: _Known, day: date | None = None) -> tuple[Naming, markup.Prose]:
    prose = markup.parse(source.summary)
    named = known.named[source.slug] if known.named else frozenset()
    language = known.languages[source.slug]
    return known.matcher.read(_header_texts(source, prose), day, document=named, language=language), prose


def _header_texts(source: Source, prose: markup.Prose) -> tuple[str, ...]:
    return source.title, prose.text, *source.key_points


def _heading(headers: Mapping[str, AnnotatedHeader]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for source, header in headers.items():
        for actor in dict.fromkeys(mention.actor for mention in header.mentions):
            found.setdefault(actor, []).append(source)
    return {actor: tuple(sources) for actor, sources in found.items()}


def _read(known: _Known, update: Update) -> _Read:
    """What one update says."""
    shown = known.pictures.get(update.timeline, {})
    prose = markup.parse(update.body)
    day = update.time.astimezone(ZoneInfo(known.zones[update.timeline])).date()
    naming = known.matcher.read(
        (update.title, prose.text),
        day,
        document=known.named[update.source] if known.named else frozenset(),
        language=known.languages[update.source],
    )
    listed = (known.present[slug] for slug in (*update.actors, *update.also_actors) if slug in known.present)
    off = {known.present.get(slug, slug) for slug in update.not_actors}
    strong = naming.strong - off
    if known.named is None and naming.open:
        return _Read(None, (), strong)
    mentions = tuple(mention for mention in naming.mentions[1] if mention.actor not in off)
    annotated = AnnotatedUpdate(
        update=update,
        day=day.isoformat(),
        text=prose.text,
        html=prose.html(_links(prose.text, mentions, known.actors, day), shown),
        mentions=mentions,
        named=naming.slugs,
        actors=tuple(slug for slug in dict.fromkeys((*listed, *naming.slugs)) if slug not in off),
        text_sha256=text_digest(update.title, update.time.isoformat(), update.authors, update.body),
        pictures=tuple(name for name in dict.fromkeys(_named_pictures(update, prose)) if name in shown),
    )
    return _Read(annotated, tuple(_problems(update, prose, shown)), strong)


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


def _links(
    text: str, mentions: Sequence[Mention], actors: Mapping[str, Actor], day: date | None
) -> list[markup.SpanLink]:
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
        links.append(
            markup.SpanLink(
                start=mention.start,
                end=mention.end,
                path=actor_path(mention.actor),
                title=_title(actors[mention.actor], mention.text, day),
            )
        )
    return links


def _title(actor: Actor, text: str, day: date | None) -> str:
    """Who is meant, where the words of the link don't say it: the name, and the office held that day."""
    office = office_on(actor, day) if day else ""
    if office:
        return f"{actor.name}, {office}"
    return "" if actor.name == text else actor.name


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
            mend="keep it in one of the files, or write from which to which day each was called so",
        )
        for alias, slugs in matcher.ambiguous
    ]


def _undated(corpus: Corpus) -> list[Diagnostic]:
    return [
        Diagnostic(
            code="undated-role",
            severity=Severity.WARNING,
            path=actor.place.path,
            what=f"'{role.title}' says what its holder is called, but not when, so no text is linked by it",
            mend="add 'from', and 'to' if it is over",
        )
        for actor in corpus.actors
        for role in actor.roles
        if role.called and not (role.since or role.until)
    ]
