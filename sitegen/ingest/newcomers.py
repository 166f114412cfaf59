"""Actors that a source names and the archive does not have: files for a person to look at.

With a further saving of a source its proposals are made anew from all savings together, so that their
order does not matter. A file that anybody touched, or that other content names, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from sitegen import markup
from sitegen.actors import Passage, Proposal, propose, weak_forms, without
from sitegen.content.canonical import actor_text
from sitegen.ingest.case import Case
from sitegen.ingest.fold import Layer
from sitegen.ingest.naming import sha256
from sitegen.ingest.posts import Post
from sitegen.model import Actor, Alias, Corpus, Place, Role, Source, WrittenActor
from sitegen.permalinks import segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomers:
    """The actors that an import proposes, and what it knows besides."""

    proposed: tuple[tuple[Actor, str], ...] = ()
    """Actors whose files are new or other than before, each with the reason."""
    gone: tuple[Actor, ...] = ()
    """Earlier proposals of the same source, untouched, that its savings together do not make."""
    known: tuple[Actor, ...]
    """All actors that the archive has after the import."""
    written: tuple[WrittenActor, ...] = ()
    """What the source's record says of them."""


def no_newcomers(case: Case) -> Newcomers:
    """Where nothing was read that was not read before."""
    return Newcomers(known=case.corpus.actors, written=case.record.written_actors if case.record else ())


def newcomers(case: Case, layers: Sequence[Layer], posts: Sequence[Post]) -> Newcomers:
    """The actors that all savings of a source name; none that a person refused or deleted."""
    corpus = case.corpus
    before = {one.actor: one.file_sha256 for one in case.record.written_actors} if case.record else {}
    ours = _untouched(case, before) if len(layers) > 1 else set()
    left_over = _not_recorded(case, before) - ours
    passages = tuple(_passages(layers, posts))
    days = [post.instant.time.date().isoformat() for post in posts]
    span = (min(days), max(days))
    while True:
        found = _found(passages, span, corpus, without_these=ours | left_over)
        as_found = {actor.slug for actor, _ in found if _is_file_of(case.root, actor)} & left_over
        if as_found == left_over:
            break
        left_over = as_found
    there = {actor.slug for actor in corpus.actors}
    deleted = before.keys() - there - {slug for actor in corpus.actors for slug in actor.formerly}
    wanted = [(actor, reason) for actor, reason in found if actor.slug not in deleted]
    made = {actor.slug: _digest(actor) for actor, _ in wanted}
    named = {actor.slug for actor, _ in found}
    kept = {slug: before[slug] for slug in before.keys() & (there | named) - ours}
    stay = [actor for actor in corpus.actors if actor.slug not in ours | left_over]
    return Newcomers(
        proposed=tuple((actor, reason) for actor, reason in wanted if not _is_file_of(case.root, actor)),
        gone=tuple(actor for actor in corpus.actors if actor.slug in ours - named),
        known=tuple(sorted((*stay, *(actor for actor, _ in wanted)), key=lambda actor: actor.slug)),
        written=tuple(
            WrittenActor(actor=slug, file_sha256=digest) for slug, digest in sorted((kept | made).items())
        ),
    )


def _untouched(case: Case, before: Mapping[str, str]) -> set[str]:
    """Proposals of earlier imports of this source that are as they were written, and named by it alone."""
    assert case.record is not None
    named = _named_elsewhere(case.root, case.corpus, case.record)
    return {
        actor.slug
        for actor in case.corpus.actors
        if actor.slug in before.keys() - named
        and sha256((case.root / actor.place.path).read_bytes()) == before[actor.slug]
    }


def _not_recorded(case: Case, before: Mapping[str, str]) -> set[str]:
    """Proposals that no record tells of as they are: an import that was cut short may have written them."""
    told = {one.actor for source in case.corpus.sources for one in source.written_actors} - before.keys()
    return {actor.slug for actor in case.corpus.actors if actor.proposed} - told


def _is_file_of(root: Path, actor: Actor) -> bool:
    """Whether the archive has the actor's file, to the letter."""
    file = root / actor.place.path
    return file.is_file() and sha256(file.read_bytes()) == _digest(actor)


def _named_elsewhere(root: Path, corpus: Corpus, record: Source) -> set[str]:
    """Actors named by updates that the import does not write anew: edited ones, or of other sources."""
    ours = {one.id: one.file_sha256 for one in record.written}
    named: set[str] = set()
    for update in corpus.updates:
        digest = ours.get(update.id) if update.source == record.slug else None
        if digest is None or sha256((root / update.place.path).read_bytes()) != digest:
            named.update(update.actors, update.also_actors, update.not_actors)
    return named


def _digest(actor: Actor) -> str:
    return sha256(actor_text(actor).encode())


def _passages(layers: Sequence[Layer], posts: Sequence[Post]) -> Iterator[Passage]:
    """The headers of all savings, then all updates, with what they said before."""
    headers = (
        "\n".join(
            (layer.document.title, markup.parse(layer.document.summary).text, *layer.document.key_points)
        )
        for layer in layers
    )
    yield from (Passage(text=header) for header in dict.fromkeys(headers))
    for post in posts:
        for version in post.history:
            text = f"{version.title}\n{markup.parse(version.body).text}"
            yield Passage(text=text, authors=version.authors)
        yield Passage(text=f"{post.entry.title}\n{post.text}", authors=post.entry.authors)


def _found(
    passages: Sequence[Passage], span: tuple[str, str], corpus: Corpus, *, without_these: AbstractSet[str]
) -> list[tuple[Actor, str]]:
    """Actors to propose, each with the reason, where the archive does not have these."""
    known = [actor for actor in corpus.actors if actor.slug not in without_these]
    taken = {slug for actor in known for slug in (actor.slug, *actor.formerly)}
    found: list[tuple[Actor, str]] = []
    for proposal in without(propose(passages, known), corpus.not_actors.names):
        actor = _actor(proposal, taken, span)
        taken.add(actor.slug)
        found.append((actor, proposal.reason))
    return found


def _actor(proposal: Proposal, taken: set[str], span: tuple[str, str]) -> Actor:
    """The proposal with a slug. Forms that mean it in this document alone hold for its days."""
    weak = weak_forms(proposal)
    digest = sha256(proposal.name.encode())[:6]
    slug = segment(proposal.name, fallback=f"actor-{digest}")
    for other in (proposal.kind.value, digest):
        slug = segment(f"{slug} {other}", fallback=digest) if slug in taken else slug
    return Actor(
        slug=slug,
        name=proposal.name,
        kind=proposal.kind,
        aliases=(
            *(Alias(name=form, weak=form in weak) for form in proposal.aliases),
            *(Alias(name=form, since=span[0], until=span[1]) for form in proposal.local),
        ),
        roles=tuple(Role(title=title) for title in proposal.roles),
        proposed=True,
        place=Place(path=f"content/actors/{slug}.md"),
    )
