"""Who is an actor: adding, confirming, removing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.actors import plain_name
from sitegen.content.actor_schema import NOT_ACTORS
from sitegen.content.canonical import actor_text
from sitegen.content.edit import Add, Change, Put, Take
from sitegen.content.emit import document
from sitegen.curation.desk import Desk, edited
from sitegen.curation.find import NotUnderstoodError
from sitegen.curation.naming import check_slug, path_of, slug_of
from sitegen.curation.rewrite import add_aliases, different_from, looked_at, rewritten
from sitegen.curation.settle import settle
from sitegen.curation.shell import quoted
from sitegen.model import Actor, ActorKind, Alias, NotActors, Place, Role

_HEAD = b"# Names that are no actors: no import proposes them again. Delete a line to change your mind.\n"
_ORDER = [key.name for key in NOT_ACTORS.keys]


def add_actor(
    desk: Desk,
    name: str,
    kind: ActorKind,
    *,
    aliases: Sequence[Alias] = (),
    roles: Sequence[Role] = (),
    wikidata: str = "",
) -> Desk:
    """A new actor. Raises NotUnderstoodError where there is one of that name."""
    name = " ".join(name.split())
    same = [actor for actor in desk.corpus.actors if plain_name(name) in map(plain_name, actor.names)]
    if same:
        raise NotUnderstoodError(f"there is an actor '{name}' already: {same[0].place.path}")
    slug = slug_of(name)
    taken = next((one for one in desk.corpus.actors if slug in (one.slug, *one.formerly)), None)
    if taken:
        raise NotUnderstoodError(
            f"a file for '{name}' would be called like that of {taken.name}: if it is the same actor, type "
            f"sitegen actors alias {taken.slug} {quoted(name)}; if not, add it under a fuller name"
        )
    check_slug(desk.corpus, slug)
    actor = Actor(
        slug=slug,
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in aliases if alias.name != name),
        roles=tuple(roles),
        wikidata=wikidata,
        place=Place(path=path_of(slug)),
    )
    files: dict[str, bytes | None] = {actor.place.path: actor_text(actor).encode()}
    listed = desk.corpus.not_actors
    again = [place for place, one in enumerate(listed.names) if plain_name(one) == plain_name(name)]
    if again:
        path = listed.place.path
        files[path] = edited(path, desk.data(path), [Take(("names",), again)], _ORDER)
    return settle(desk, desk.with_files(files))


def add_names(desk: Desk, actor: Actor, aliases: Sequence[Alias]) -> Desk:
    """More names for an actor."""
    new = [alias for alias in aliases if alias.name not in actor.names]
    return settle(desk, desk.with_files({actor.place.path: rewritten(desk, actor, add_aliases(new))}))


def confirm(desk: Desk, actors: Iterable[Actor], kind: ActorKind | None = None) -> Desk:
    """A person has looked at these actors; `kind` is what they are, where that was wrong."""
    files: dict[str, bytes | None] = {}
    for actor in actors:
        changes: list[Change] = [looked_at()]
        if kind and kind != actor.kind:
            changes.append(Put(("kind",), kind.value))
        files[actor.place.path] = rewritten(desk, actor, changes)
    return desk.with_files(files)


def remove(desk: Desk, actors: Sequence[Actor]) -> Desk:
    """These are no actors: their files and the references to them go, and no import proposes them again."""
    gone = {slug for actor in actors for slug in (actor.slug, *actor.formerly)}
    files: dict[str, bytes | None] = {actor.place.path: None for actor in actors}
    for other in desk.corpus.actors:
        apart = [slug for slug in other.different_from if slug not in gone]
        if other.slug not in gone and len(apart) < len(other.different_from):
            files[other.place.path] = rewritten(desk, other, different_from(apart))
    listed = desk.corpus.not_actors
    known = set(map(plain_name, listed.names))
    names = [name for actor in actors for name in _own_names(actor) if plain_name(name) not in known]
    if names:
        files[listed.place.path] = _with_names(desk, listed, list(dict.fromkeys(names)))
    return settle(desk, desk.with_files(files), gone=gone)


def _own_names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *(alias.name for alias in actor.aliases if not alias.weak))


def _with_names(desk: Desk, listed: NotActors, names: Sequence[str]) -> bytes:
    path = listed.place.path
    there = path in desk.files or (desk.root / path).is_file()
    if listed.names:
        return edited(path, desk.data(path), [Add(("names",), names)], _ORDER)
    return (desk.data(path) if there else _HEAD) + document({"names": tuple(names)}).encode()
