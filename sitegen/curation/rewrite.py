"""Edits of one actor file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.content.actor_schema import ACTOR
from sitegen.content.canonical import alias_value
from sitegen.content.edit import Add, Change, Put, Take, Words
from sitegen.curation.desk import Desk, edited
from sitegen.model import Actor, Alias

_ORDER = [key.name for key in ACTOR.keys]


def rewritten(desk: Desk, actor: Actor, *rounds: Iterable[Change]) -> bytes:
    """The actor's file with these changes, one round after the other.

    A round has at most one change of a key. Raises ContentError where the file can't be edited.
    """
    data = desk.data(actor.place.path)
    for changes in rounds:
        data = edited(actor.place.path, data, changes, _ORDER)
    return data


def add_aliases(aliases: Sequence[Alias]) -> list[Change]:
    """More names."""
    return [Add(("aliases",), tuple(map(alias_value, aliases)))] if aliases else []


def take_aliases(actor: Actor, taken: Sequence[Alias]) -> list[Change]:
    """Without these of its names."""
    places = tuple(place for place, alias in enumerate(actor.aliases) if alias in taken)
    return [Take(("aliases",), places)] if places else []


def formerly(slugs: Sequence[str]) -> list[Change]:
    """The slugs that it had before."""
    return [Words(("formerly",), tuple(dict.fromkeys(slugs)))]


def different_from(slugs: Sequence[str]) -> list[Change]:
    """The actors that are like it and are not the same."""
    return [Words(("different_from",), tuple(dict.fromkeys(slugs)))]


def looked_at() -> Change:
    """No longer only proposed."""
    return Put(("proposed",), "")
