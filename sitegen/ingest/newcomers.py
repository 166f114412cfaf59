"""Actors that a document names and the archive does not have: files for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen import markup
from sitegen.actors import Passage, Proposal, propose, weak_forms, without
from sitegen.importers.protocol import Document
from sitegen.ingest.naming import sha256
from sitegen.ingest.posts import Post
from sitegen.model import Actor, Alias, Corpus, Place, Role
from sitegen.permalinks import segment


def newcomers(document: Document, posts: Iterable[Post], corpus: Corpus) -> list[tuple[Actor, str]]:
    """Actors to propose, each with the reason; none that a person refused."""
    header = "\n".join((document.title, markup.parse(document.summary).text, *document.key_points))
    passages = [Passage(text=header)]
    passages += [
        Passage(text=f"{post.entry.title}\n{post.text}", authors=post.entry.authors) for post in posts
    ]
    taken = {slug for actor in corpus.actors for slug in (actor.slug, *actor.formerly)}
    found: list[tuple[Actor, str]] = []
    for proposal in without(propose(passages, corpus.actors), corpus.not_actors.names):
        actor = _actor(proposal, taken)
        taken.add(actor.slug)
        found.append((actor, proposal.reason))
    return found


def _actor(proposal: Proposal, taken: set[str]) -> Actor:
    weak = weak_forms(proposal)
    digest = sha256(proposal.name.encode())[:6]
    slug = segment(proposal.name, fallback=f"actor-{digest}")
    for other in (proposal.kind.value, digest):
        slug = segment(f"{slug} {other}", fallback=digest) if slug in taken else slug
    return Actor(
        slug=slug,
        name=proposal.name,
        kind=proposal.kind,
        aliases=tuple(Alias(name=form, weak=form in weak) for form in proposal.aliases),
        roles=tuple(Role(title=title) for title in proposal.roles),
        proposed=True,
        place=Place(path=f"content/actors/{slug}.md"),
    )
