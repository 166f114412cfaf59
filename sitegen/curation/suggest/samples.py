"""Sentences to judge by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.actors import Matcher
from sitegen.annotate import AnnotatedHeader, AnnotatedUpdate, Archive
from sitegen.curation.suggest.suggestion import Sample
from sitegen.model import Actor, Source, Update
from sitegen.views.quotes import naming

MOST = 3
"""Sentences for one suggestion."""


def samples_of(archive: Archive, actor: Actor) -> Iterator[Sample]:
    """The first sentence that names an actor of the archive, of each update that does, then of headers."""
    headers = (archive.headers[source] for source in archive.heading.get(actor.slug, ()))
    return _samples((*archive.by_actor[actor.slug], *headers), actor.slug)


def samples_of_new(archive: Archive, actors: Sequence[Actor], timeline: str) -> dict[str, list[Sample]]:
    """Sentences that name actors whom the archive does not have, by slug."""
    matcher = Matcher(actors)
    found: dict[str, list[Sample]] = {actor.slug: [] for actor in actors}
    items: tuple[AnnotatedUpdate | AnnotatedHeader, ...] = (*archive.updates, *archive.headers.values())
    for item in items if actors else ():
        if timeline in ("", _of(item).timeline):
            told = replace(item, mentions=matcher.find(item.text))
            for slug in dict.fromkeys(mention.actor for mention in told.mentions):
                if len(found[slug]) < MOST:
                    found[slug] += _samples([told], slug)
    return found


def samples_of_two(archive: Archive, kept: Actor, other: Actor) -> tuple[Sample, ...]:
    """Sentences that name one of two actors of the archive, of both where that can be."""
    ours, theirs = list(samples_of(archive, kept)), list(samples_of(archive, other))
    some = theirs[: max(MOST - 1, MOST - len(ours))]
    return (*some, *ours[: MOST - len(some)])


def _of(item: AnnotatedUpdate | AnnotatedHeader) -> Update | Source:
    return item.source if isinstance(item, AnnotatedHeader) else item.update


def _samples(items: Iterable[AnnotatedUpdate | AnnotatedHeader], slug: str) -> Iterator[Sample]:
    for item in items:
        before, name, after = naming(item, slug)
        if name:
            yield Sample(path=_of(item).place.path, before=before, name=name, after=after)
