"""What a correction changes, line by line, for the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.content.tree import FileKind, located
from sitegen.curation.desk import Desk
from sitegen.model import Actor, Alias, Update


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How one file changes."""

    path: str
    """The file, relative to the site's folder; where it moves, its old and its new path."""
    kind: FileKind
    """What it holds."""
    lines: tuple[str, ...]
    """What comes (`+ x`), what goes (`- x`), and whatever else changes."""


def differences(before: Desk, after: Desk) -> tuple[Difference, ...]:
    """Every file that changes: actors, then updates, then the records of sources; each by path."""
    ranks = [FileKind.ACTOR, FileKind.NOT_ACTORS, FileKind.UPDATE, FileKind.SOURCE]
    found = list(_files(before, after))
    return tuple(sorted(found, key=lambda one: (ranks.index(one.kind), one.path)))


def _files(before: Desk, after: Desk) -> Iterator[Difference]:
    actors = {a.place.path: a for a in before.corpus.actors}, {a.place.path: a for a in after.corpus.actors}
    updates = (
        {u.place.path: u for u in before.corpus.updates},
        {u.place.path: u for u in after.corpus.updates},
    )
    left = set(after.moves.values())
    for path in after.files:
        located_at = located(path)
        assert located_at
        kind = located_at[1]
        old = after.moves.get(path, path)
        shown = path if old == path else f"{old} -> {path}"
        if path in left:
            continue
        match kind:
            case FileKind.ACTOR:
                lines = tuple(_actor(actors[0].get(old), actors[1].get(path)))
            case FileKind.UPDATE:
                lines = tuple(_update(updates[0][path], updates[1][path], after.today))
            case FileKind.NOT_ACTORS:
                names = before.corpus.not_actors.names, after.corpus.not_actors.names
                lines = tuple(_signs(*names))
            case _:
                lines = ()
        yield Difference(path=shown, kind=kind, lines=lines)


def _actor(old: Actor | None, new: Actor | None) -> Iterator[str]:
    if new is None:
        yield "deleted"
        return
    if old is None:
        yield f"new: {new.name} ({new.kind.value})"
        yield from _labelled("aliases", (), map(_alias, new.aliases))
        yield from _labelled("roles", (), (role.title for role in new.roles))
        return
    for label in ("name", "kind", "wikidata"):
        one, other = getattr(old, label), getattr(new, label)
        if one != other:
            yield f"{label} {one} -> {other}" if one else f"{label} {other}"
    yield from _labelled("aliases", map(_alias, old.aliases), map(_alias, new.aliases))
    yield from _labelled("roles", (role.title for role in old.roles), (role.title for role in new.roles))
    yield from _labelled("formerly", old.formerly, new.formerly)
    yield from _labelled("different_from", old.different_from, new.different_from)
    if old.proposed and not new.proposed:
        yield "no longer proposed"
    if old.body != new.body:
        yield "profile longer"


def _update(old: Update, new: Update, today: Mapping[str, str]) -> Iterator[str]:
    yield from _signs(old.actors, new.actors)
    yield from _labelled("also_actors", old.also_actors, new.also_actors)
    yield from _labelled("not_actors", old.not_actors, new.not_actors)
    for slug in old.not_actors:
        one = today.get(slug, slug)
        joined = any(
            other != slug and today.get(other, other) == one for other in (*old.actors, *old.also_actors)
        )
        if joined and one not in new.not_actors and one in {*new.actors, *new.also_actors}:
            yield f"{one} stays, although {slug} had been taken off: the two are one now"


def _labelled(label: str, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    signs = " ".join(_signs(old, new))
    if signs:
        yield f"{label} {signs}"


def _signs(old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    had, has = list(old), list(new)
    yield from (f"+ {item}" for item in has if item not in had)
    yield from (f"- {item}" for item in had if item not in has)


def _alias(alias: Alias) -> str:
    return f"{alias.name} (weak)" if alias.weak else alias.name
