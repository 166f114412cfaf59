"""Actors whom the updates name and the archive does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen import markup
from sitegen.actors import Passage, Proposal, propose, weak_forms, without
from sitegen.actors.protocol import Recogniser
from sitegen.actors.unexplained import find_unexplained
from sitegen.annotate import AnnotatedUpdate, Archive
from sitegen.curation.naming import path_of, slug_of
from sitegen.model import Actor, Alias, Place, Role, Source


def newcomers(archive: Archive, timeline: str, more: Sequence[Recogniser] = ()) -> list[tuple[Actor, str]]:
    """Actors to add, each with the reason; none that a person refused.

    Names are among them that act and are not explained, which no import proposes. `more` are recognisers
    beside those that ship. One document is read after the other, and what one has
    told is known in the next.
    """
    known = list(archive.corpus.actors)
    found: dict[str, tuple[Actor, str]] = {}
    for source in archive.corpus.sources:
        if timeline not in ("", source.timeline):
            continue
        passages = list(_passages(source, archive.by_source[source.slug]))
        proposals = propose(passages, known, more=(find_unexplained, *more))
        for proposal in without(proposals, archive.corpus.not_actors.names):
            actor = _actor(proposal)
            known.append(actor)
            found.setdefault(actor.slug, (actor, proposal.reason))
    taken = {slug for actor in archive.corpus.actors for slug in (actor.slug, *actor.formerly)}
    return [one for slug, one in found.items() if slug not in taken]


def _passages(source: Source, items: Sequence[AnnotatedUpdate]) -> Iterator[Passage]:
    header = (source.title, markup.parse(source.summary).text, *source.key_points)
    yield Passage(text="\n".join(header))
    for item in items:
        yield Passage(text=f"{item.update.title}\n{item.text}", authors=item.update.authors)


def _actor(proposal: Proposal) -> Actor:
    """The proposal as an actor. Forms that mean it in one document alone are weak."""
    slug = slug_of(proposal.name)
    weak = weak_forms(proposal)
    return Actor(
        slug=slug,
        name=proposal.name,
        kind=proposal.kind,
        aliases=(
            *(Alias(name=form, weak=form in weak) for form in proposal.aliases),
            *(Alias(name=form, weak=True) for form in proposal.local),
        ),
        roles=tuple(Role(title=title) for title in proposal.roles),
        place=Place(path=path_of(slug)),
    )
