"""Several actors become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.content.canonical import role_value
from sitegen.content.edit import Add, Change, Put, with_profile
from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError
from sitegen.curation.rewrite import add_aliases, formerly, looked_at, rewritten
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
    _refuse_different([kept, *others])
    path = kept.place.path
    data = rewritten(desk, kept, _changes(kept, others))
    for other in others:
        if other.body:
            data = with_profile(path, data, other.body)
    gone = {other.place.path: None for other in others}
    return settle(desk, desk.with_files({path: data, **gone}))


def undoing(kept: Actor, others: Sequence[Actor], merged: Actor) -> Iterator[str]:
    """The commands that give the names back that came along; none where no name did."""
    for other in others:
        came = [name for name in other.names if name in merged.names and name not in kept.names]
        if came:
            words = ["split", kept.slug, *(word for name in came for word in ("--alias", name))]
            words += ["--name", other.name, "--kind", other.kind.value]
            yield " ".join(("sitegen actors", *map(quoted, words)))


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


def _refuse_different(actors: Sequence[Actor]) -> None:
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
