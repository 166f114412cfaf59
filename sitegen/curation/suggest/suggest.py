"""All suggestions for an archive."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sitegen.actors.protocol import Recogniser
from sitegen.annotate import Archive
from sitegen.curation.suggest.likeness import likely_one
from sitegen.curation.suggest.newcomers import newcomers
from sitegen.curation.suggest.samples import samples_of_new, samples_of_two
from sitegen.curation.suggest.suggestion import NewActor, OneActor, Suggestion, UnnamedActor
from sitegen.model import Actor


def suggest(archive: Archive, timeline: str = "", more: Sequence[Recogniser] = ()) -> tuple[Suggestion, ...]:
    """What might be corrected, in the whole archive or in one timeline; the same content, the same order.

    `more` are recognisers of actors beside those that ship.
    """
    new = tuple(_new(archive, timeline, more))
    same = tuple(_same(archive, timeline))
    paired = {
        actor.slug
        for one in same
        if isinstance(one.what, OneActor)
        for actor in (one.what.kept, one.what.other)
    }
    unnamed = () if timeline else tuple(_unnamed(archive, paired))
    return (*new, *same, *unnamed)


def _new(archive: Archive, timeline: str, more: Sequence[Recogniser]) -> Iterator[Suggestion]:
    found = newcomers(archive, timeline, more)
    samples = samples_of_new(archive, [actor for actor, _ in found], timeline)
    for actor, reason in found:
        yield Suggestion(what=NewActor(actor=actor), reason=reason, samples=tuple(samples[actor.slug]))


def _same(archive: Archive, timeline: str) -> Iterator[Suggestion]:
    for one, other, reason in likely_one(archive.corpus.actors):
        if not (_stands_in(archive, one, timeline) or _stands_in(archive, other, timeline)):
            continue
        kept, merged = sorted((one, other), key=lambda actor: _weight(archive, actor), reverse=True)
        samples = samples_of_two(archive, kept, merged)
        yield Suggestion(what=OneActor(kept=kept, other=merged), reason=reason, samples=samples)


def _unnamed(archive: Archive, paired: Collection[str]) -> Iterator[Suggestion]:
    for actor in archive.corpus.actors:
        named = archive.by_actor[actor.slug] or actor.slug in archive.heading
        if actor.slug not in paired and not named:
            more = "" if actor.proposed else "; give it the NAME that texts use, if they have one"
            reason = f"no update lists it or has one of its names{more}"
            yield Suggestion(what=UnnamedActor(actor=actor), reason=reason)


def _stands_in(archive: Archive, actor: Actor, timeline: str) -> bool:
    told = {item.update.timeline for item in archive.by_actor[actor.slug]}
    told.update(archive.sources[source].timeline for source in archive.heading.get(actor.slug, ()))
    return not timeline or timeline in told


def _weight(archive: Archive, actor: Actor) -> tuple[bool, bool, bool, int, int, str]:
    """Which of two to keep: with a full name, named at all, known to a person, named more often, longer."""
    updates = len(archive.by_actor[actor.slug])
    return " " in actor.name, updates > 0, not actor.proposed, updates, len(actor.name), actor.slug
