"""From the places where names stand to one find for each name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.actors.countries import is_place
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading
from sitegen.model import ActorKind


class Gathered(NamedTuple):
    """A name where it stands: number of the sentence, first word, one past the last."""

    number: int
    start: int
    end: int


def gather(
    reading: Reading, places: Iterable[Gathered], taken: frozenset[Spot], kind: ActorKind, what: str
) -> Iterator[Find]:
    """One find for each name in these places that is not taken; `The X` and `X` are one name."""
    names: dict[str, tuple[str, str, set[Spot]]] = {}
    shorter: dict[str, list[str]] = {}
    for number, start, end in places:
        spots = {(number, at) for at in range(start, end)}
        sentence = reading.sentences[number]
        if spots & taken:
            continue
        printed = sentence.printed(start, end)
        key = printed.removeprefix("The ")
        name, reason, where = names.setdefault(key, (printed, sentence.excerpt(start, end), set()))
        where |= spots
        if len(printed) > len(name):
            names[key] = (printed, reason, where)
    for key in [key for key in names if " " in key]:
        longer = [other for other in names if _is_longer(other, key)]
        if len(longer) == 1:
            names[longer[0]][2].update(names[key][2])
            shorter.setdefault(longer[0], []).append(key)
            del names[key]
    for key, (name, reason, spots) in names.items():
        proposal = Proposal(
            name=name,
            kind=kind,
            aliases=((key,) if key != name and " " in key else ()) + tuple(shorter.get(key, ())),
            reason=f"{what}: “{reason}”",
        )
        yield Find(proposal=proposal, spots=frozenset(spots))


def _is_longer(other: str, key: str) -> bool:
    """Whether the first is the second with a place: `Board of X of Y`, `NSW Rural Fire Service`."""
    before, _, rest = other.partition(" ")
    placed = rest == key and (is_place(before) or before.isupper()) and key.count(" ") > 1
    return placed or other.startswith((f"{key} of ", f"{key} for "))
