"""Actors that a document names and the archive does not have: files for a person to look at."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen import markup
from sitegen.actors import Passage, Proposal, propose, weak_forms, without
from sitegen.importers.protocol import Document
from sitegen.ingest.naming import sha256
from sitegen.ingest.posts import Post
from sitegen.model import Actor, Alias, Corpus, Place, Role
from sitegen.permalinks import segment


def newcomers(document: Document, posts: Sequence[Post], corpus: Corpus) -> list[tuple[Actor, str]]:
    """Actors to propose, each with the reason; none that a person refused."""
    header = "\n".join((document.title, markup.parse(document.summary).text, *document.key_points))
    passages = [Passage(text=header)]
    passages += [
        Passage(text=f"{post.entry.title}\n{post.text}", authors=post.entry.authors) for post in posts
    ]
    days = sorted(post.instant.time.date().isoformat() for post in posts)
    span = (days[0], days[-1]) if days else ("", "")
    taken = {slug for actor in corpus.actors for slug in (actor.slug, *actor.formerly)}
    found: list[tuple[Actor, str]] = []
    for proposal in without(propose(passages, corpus.actors), corpus.not_actors.names):
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
