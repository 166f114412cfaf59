"""Does what a suggestion says."""

from __future__ import annotations

from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError, find_actor
from sitegen.curation.merge import merge
from sitegen.curation.roster import add_actor, remove
from sitegen.curation.suggest.suggestion import NewActor, OneActor, Suggestion, UnnamedActor


def accept(desk: Desk, suggestion: Suggestion) -> Desk:
    """The desk after the suggestion's command. Raises NotUnderstoodError, ContentError."""
    match suggestion.what:
        case NewActor(actor=actor):
            return add_actor(desk, actor.name, actor.kind, aliases=actor.aliases, roles=actor.roles)
        case OneActor(kept=kept, other=other):
            one, two = (find_actor(desk.corpus, actor.slug) for actor in (kept, other))
            return desk if one.slug == two.slug else merge(desk, one, [two])
        case UnnamedActor(actor=actor) if not actor.proposed:
            raise NotUnderstoodError(
                f"{actor.name} is named by no update, and was not only proposed: give it a name with "
                f"'sitegen actors alias', or remove it with 'sitegen actors remove {actor.slug}'"
            )
        case UnnamedActor(actor=actor):
            return remove(desk, [find_actor(desk.corpus, actor.slug)])
