"""Names of an actor that are another one's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.actors import plain_name
from sitegen.content.canonical import actor_text
from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError, did_you_mean
from sitegen.curation.naming import check_slug, path_of, slug_of
from sitegen.curation.rewrite import add_aliases, formerly, rewritten, take_aliases
from sitegen.curation.settle import settle
from sitegen.model import Actor, ActorKind, Alias, Place


def split(
    desk: Desk,
    actor: Actor,
    names: Sequence[str],
    *,
    name: str = "",
    kind: ActorKind | None = None,
    slugs: Sequence[str] = (),
) -> Desk:
    """These aliases go to a new actor, called by `name` or else the first of them.

    Its file is called by the first of `slugs`, or after its name; the others are former slugs that go along.
    Where there is an actor of that slug, they go to that one. Raises NotUnderstoodError where the actor does
    not have an alias or former slug, or the new actor can't be called so.
    """
    taken = _aliases(actor, names)
    name = " ".join((name or taken[0].name).split())
    slug, *former = slugs or [slug_of(name)]
    lost = [one for one in former if one not in actor.formerly]
    if lost:
        raise NotUnderstoodError(f"'{lost[0]}' was never the file's name of {actor.name}")
    other = next((one for one in desk.corpus.actors if slug == one.slug), None)
    stay = [one for one in actor.formerly if one not in {slug, *former}]
    left = rewritten(desk, actor, take_aliases(actor, taken), formerly(stay))
    if other:
        if other.slug == actor.slug:
            raise NotUnderstoodError(f"'{name}' is called like the actor that it is split from: add --name")
        more = [alias for alias in taken if alias.name not in other.names]
        files = {
            other.place.path: rewritten(desk, other, add_aliases(more), formerly([*other.formerly, *former]))
        }
    else:
        check_slug(desk.corpus, slug, own=actor.formerly)
        new = replace(
            _new(slug, name, kind or actor.kind, taken),
            formerly=tuple(former),
            # Of which of the two it was said is not known: a merge may have brought it.
            different_from=actor.different_from,
        )
        files = {new.place.path: actor_text(new).encode()}
    # The names stand in the other file before they go from this one.
    return settle(desk, desk.with_files({**files, actor.place.path: left}))


def _new(slug: str, name: str, kind: ActorKind, taken: Iterable[Alias]) -> Actor:
    return Actor(
        slug=slug,
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in taken if alias.name != name),
        place=Place(path=path_of(slug)),
    )


def _aliases(actor: Actor, names: Sequence[str]) -> list[Alias]:
    found: dict[str, Alias] = {}
    for typed in names:
        same = [alias for alias in actor.aliases if plain_name(alias.name) == plain_name(typed)]
        if not same and plain_name(typed) == plain_name(actor.name):
            raise NotUnderstoodError(
                f"'{typed}' is the name of {actor.slug}: give it another with 'sitegen actors rename' first"
            )
        if not same:
            known = [alias.name for alias in actor.aliases]
            close = did_you_mean(typed, known, f"it has: {', '.join(known) or 'none'}")
            raise NotUnderstoodError(f"{actor.name} has no alias '{typed}'; {close}")
        found |= {alias.name: alias for alias in same}
    if not found:
        raise NotUnderstoodError("say with --alias which names are another actor's")
    return list(found.values())
