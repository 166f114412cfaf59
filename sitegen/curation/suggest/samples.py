"""Sentences to judge by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.actors import Matcher
from sitegen.annotate import AnnotatedUpdate, Archive
from sitegen.curation.suggest.suggestion import Sample
from sitegen.model import Actor
from sitegen.views.quotes import naming

MOST = 3
"""Sentences for one suggestion."""


def samples_of(archive: Archive, actor: Actor) -> Iterator[Sample]:
    """The first sentence that names an actor of the archive, of each update that does."""
    return _samples(archive.by_actor[actor.slug], actor.slug)


def samples_of_new(archive: Archive, actors: Sequence[Actor], timeline: str) -> dict[str, list[Sample]]:
    """Sentences that name actors whom the archive does not have, by slug."""
    matcher = Matcher(actors)
    found: dict[str, list[Sample]] = {actor.slug: [] for actor in actors}
    for item in archive.updates if actors else ():
        if timeline in ("", item.update.timeline):
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


def _samples(items: Iterable[AnnotatedUpdate], slug: str) -> Iterator[Sample]:
    for item in items:
        before, name, after = naming(item, slug)
        if name:
            yield Sample(path=item.update.place.path, before=before, name=name, after=after)
