"""Actors as people type them: by slug, by name, by another name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from sitegen.actors import plain_name
from sitegen.model import Actor, Corpus


class NotUnderstoodError(Exception):
    """What was typed can't be done; the message says why, and what to type instead."""


def find_actor(corpus: Corpus, typed: str) -> Actor:
    """The actor with this slug, former slug or name; an alias counts where one actor alone has it.

    Raises NotUnderstoodError.
    """
    by_slug = {actor.slug: actor for actor in corpus.actors}
    former = {slug: actor for actor in corpus.actors for slug in actor.formerly}
    word = _slug(typed)
    if word in by_slug:
        return by_slug[word]
    plain = plain_name(typed)
    named = [actor for actor in corpus.actors if plain_name(actor.name) == plain]
    called = [actor for actor in corpus.actors if plain in map(plain_name, actor.names)]
    found = named or called
    if len(found) > 1:
        slugs = " or ".join(actor.slug for actor in found)
        raise NotUnderstoodError(f"'{typed}' is a name of several actors: type {slugs}")
    if found:
        return found[0]
    if word in former:
        return former[word]
    known = [word for actor in corpus.actors for word in (actor.slug, *actor.names)]
    part = [actor.name for actor in corpus.actors if plain in plain_name(actor.name).split()]
    otherwise = f"did you mean '{part[0]}'?" if part else "'sitegen actors' lists them"
    close = did_you_mean(typed, known, otherwise)
    raise NotUnderstoodError(f"there is no actor '{typed}'; {close}")


def find_actors(corpus: Corpus, typed: Iterable[str]) -> tuple[Actor, ...]:
    """The actors, each once, in the order typed. Raises NotUnderstoodError with all that is wrong."""
    found: dict[str, Actor] = {}
    problems: list[str] = []
    for word in typed:
        try:
            actor = find_actor(corpus, word)
            found[actor.slug] = actor
        except NotUnderstoodError as error:
            problems.append(str(error))
    if problems:
        raise NotUnderstoodError("\n".join(problems))
    return tuple(found.values())


def did_you_mean(typed: str, known: Sequence[str], otherwise: str) -> str:
    """`did you mean 'x'?` with the word that is closest, or what is said where none is close."""
    by_plain = {plain_name(word): word for word in known}
    close = difflib.get_close_matches(plain_name(typed), list(by_plain), n=1)
    return f"did you mean '{by_plain[close[0]]}'?" if close else otherwise


def _slug(typed: str) -> str:
    """What stands in a file's place: people complete paths with the Tab key."""
    return typed.removeprefix("content/actors/").removesuffix(".md")
