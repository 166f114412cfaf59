"""Actors for tests, in one line each."""

from __future__ import annotations

from sitegen.model import Actor, ActorKind, Alias, Place


def actor(slug: str, name: str, *aliases: str) -> Actor:
    """An actor with these names."""
    place = Place(path=f"content/actors/{slug}.md")
    return Actor(
        slug=slug,
        name=name,
        kind=ActorKind.ORGANISATION,
        aliases=tuple(Alias(name=alias) for alias in aliases),
        place=place,
    )


def actors(lines: str) -> list[Actor]:
    """Actors written as `slug: name; alias; alias`, one a line."""
    made = []
    for line in lines.splitlines():
        slug, _, names = line.partition(": ")
        made.append(actor(slug, *names.split("; ")))
    return made
