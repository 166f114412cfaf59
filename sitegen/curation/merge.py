"""Several actors become one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from sitegen.content.canonical import role_value
from sitegen.content.edit import Add, Change, Put, with_profile
from sitegen.curation.desk import Desk
from sitegen.curation.different import kept_apart
from sitegen.curation.find import NotUnderstoodError
from sitegen.curation.naming import slug_of
from sitegen.curation.rewrite import add_aliases, different_from, formerly, looked_at, rewritten
from sitegen.curation.settle import settle
from sitegen.curation.shell import quoted
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.model import Actor, ActorKind, Alias


def merge(desk: Desk, kept: Actor, others: Sequence[Actor]) -> Desk:
    """The others' names, offices, profiles and references go to the one that is kept; their files go.

    Raises NotUnderstoodError where there are no others, ContentError where they are known to be different.
    """
    others = [actor for actor in others if actor.slug != kept.slug]
    if not others:
        raise NotUnderstoodError(
            f"all that is {kept.name} alone: name two actors or more, first the one to keep"
        )
    _refuse_different([kept, *others], kept_apart(desk.corpus.actors))
    path = kept.place.path
    data = rewritten(desk, kept, _changes(kept, others))
    for other in others:
        if other.body:
            data = with_profile(path, data, other.body)
    gone = {other.place.path: None for other in others}
    return settle(desk, desk.with_files({path: data, **gone}))


def undoing(before: Desk, after: Desk, kept: Actor, others: Sequence[Actor]) -> Iterator[str]:
    """The commands that give the names and decisions back that a merge took; none where no name came."""
    merged = next(actor for actor in after.corpus.actors if actor.slug == kept.slug)
    back = [kept.slug]
    for other in others:
        came = [name for name in other.names if name in merged.names and name not in kept.names]
        if came:
            words = ["split", kept.slug, *(word for name in came for word in ("--alias", name))]
            words += ["--name", other.name, "--kind", other.kind.value]
            if other.formerly or other.slug != slug_of(other.name):
                words += [word for slug in (other.slug, *other.formerly) for word in ("--slug", slug)]
            yield _command(words)
            back.append(other.slug)
    for slug in back if len(back) > 1 else ():
        paths = list(_no_longer_off(before, after, slug, kept.slug))
        if paths:
            yield _command(["off", slug, *paths])


def _no_longer_off(before: Desk, after: Desk, slug: str, kept: str) -> Iterator[str]:
    """The updates that were not about the actor, and are about the one that it is now."""
    now = {update.id: update for update in after.corpus.updates}
    for update in before.corpus.updates:
        off = {before.today.get(one, one) for one in update.not_actors}
        if slug in off and kept not in now[update.id].not_actors:
            yield update.place.path


def _command(words: Sequence[str]) -> str:
    return " ".join(("sitegen actors", *map(quoted, words)))


def _changes(kept: Actor, others: Sequence[Actor]) -> Iterator[Change]:
    yield from add_aliases(_new_aliases(kept, others))
    roles = list(kept.roles)
    for role in (role for other in others for role in other.roles):
        if role not in roles:
            roles.append(role)
    if len(roles) > len(kept.roles):
        yield Add(("roles",), tuple(map(role_value, roles[len(kept.roles) :])))
    wikidata = next((actor.wikidata for actor in (kept, *others) if actor.wikidata), "")
    if wikidata != kept.wikidata:
        yield Put(("wikidata",), wikidata)
    yield from formerly(
        [*kept.formerly, *(slug for other in others for slug in (other.slug, *other.formerly))]
    )
    apart = dict.fromkeys(slug for actor in (kept, *others) for slug in actor.different_from)
    if len(apart) > len(kept.different_from):
        yield from different_from(list(apart))
    if kept.proposed and not all(other.proposed for other in others):
        yield looked_at()


def _new_aliases(kept: Actor, others: Sequence[Actor]) -> list[Alias]:
    """The others' names that it does not have. A name that is a part of a person's full name is weak."""
    new: list[Alias] = []
    for other in others:
        for alias in (Alias(name=other.name, weak=_part_of_name(other.name, kept)), *other.aliases):
            if not _has(kept, alias) and alias not in new:
                new.append(alias)
    return new


def _has(kept: Actor, alias: Alias) -> bool:
    """Whether it has this name already, for all time or for the same time."""
    same = (one for one in kept.aliases if one.name == alias.name)
    always = any((one.since, one.until) in {("", ""), (alias.since, alias.until)} for one in same)
    return always or alias.name == kept.name


def _part_of_name(name: str, person: Actor) -> bool:
    words = person.name.casefold().split()
    return person.kind is ActorKind.PERSON and len(words) > 1 and name.casefold() in words


def _refuse_different(actors: Sequence[Actor], apart: Collection[frozenset[str]]) -> None:
    for one, other in combinations(actors, 2):
        if frozenset((one.slug, other.slug)) in apart:
            raise ContentError(
                [
                    Diagnostic(
                        code="said-to-differ",
                        path=(one if other.slug in one.different_from else other).place.path,
                        what=f"{one.name} and {other.name} are said not to be the same",
                        mend="if they are, take the other's name out of 'different_from:', then merge",
                    )
                ]
            )
    ids = {actor.wikidata: actor for actor in actors if actor.wikidata}
    if len(ids) > 1:
        what = " and ".join(f"{actor.name} is {wikidata}" for wikidata, actor in ids.items())
        raise ContentError(
            [
                Diagnostic(
                    code="two-wikidata-items",
                    path=actors[-1].place.path,
                    what=f"in Wikidata {what}, so they are not the same",
                    mend="take 'wikidata:' out of the file where it is wrong, then merge",
                )
            ]
        )
