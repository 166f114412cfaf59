"""Actors that are like each other and are not the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError
from sitegen.curation.rewrite import different_from, rewritten
from sitegen.model import Actor


def different(desk: Desk, actors: Sequence[Actor]) -> Desk:
    """No two of these are the same: it stands in the file of the first of each pair.

    Raises NotUnderstoodError where there are no two.
    """
    if len(actors) < 2:
        raise NotUnderstoodError("name two actors or more that are not the same")
    known = kept_apart(desk.corpus.actors)
    new: dict[str, list[str]] = {}
    for one, other in combinations(actors, 2):
        if frozenset((one.slug, other.slug)) not in known:
            new.setdefault(one.slug, []).append(other.slug)
    return desk.with_files(
        {
            one.place.path: rewritten(desk, one, different_from([*one.different_from, *new[one.slug]]))
            for one in actors
            if one.slug in new
        }
    )


def kept_apart(actors: Iterable[Actor]) -> frozenset[frozenset[str]]:
    """The pairs of slugs that a person said to be different."""
    actors = tuple(actors)
    today = {former: actor.slug for actor in actors for former in actor.formerly}
    return frozenset(
        frozenset((actor.slug, today.get(slug, slug))) for actor in actors for slug in actor.different_from
    )
