"""From the files of actors to the forms by which texts may name them: who claims which words, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.actors.dated import ALWAYS, Span, span
from sitegen.actors.declined import declined
from sitegen.actors.homes import codes_of, codes_within, long_names
from sitegen.actors.lexicon import FUNCTION_WORDS
from sitegen.actors.offices import phrases
from sitegen.actors.sorts import Sort, sort_of
from sitegen.actors.words import POSSESSIVE, fold, fold_gap, plain, plain_gap, spans
from sitegen.model import Actor, ActorKind, Alias, Role

Key = tuple[tuple[str, str], ...]
"""A form as it is printed: each word with what stands between it and the word before, folded."""

_AMPERSAND = fold_gap(" & ")
_SHORTEST_IN_CAPITALS = 5
_SHORTEST_LOOSE = 4


class Rank(IntEnum):
    """How near the printed words are to what an actor's file says; of several claims the nearest wins."""

    WRITTEN = 0
    """As the file has it."""
    CASE = 1
    """In capitals, or with a capital at its start."""
    OFFICE = 2
    """Words for an office that the file has with its dates."""
    DECLINED = 3
    """In a grammatical case."""
    JOINED = 4
    """Without an apostrophe, or with `and` for the sign of it."""
    WITHIN = 5
    """A longer name of the same state."""
    OTHER = 6
    """A country's name of several words: shorter names are not found within it."""
    LOOSE = 7
    """Added where marks are left out, or a space stands for a hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """An actor, as far as it matters for what its forms may stand beside."""

    slug: str
    """Its slug; empty for a country that the archive does not have."""
    words: frozenset[str] = frozenset()
    """Every word of its names."""
    states: frozenset[str] = frozenset()
    """Codes of the countries that its names name."""


class Claim(NamedTuple):
    """An actor's claim to a form."""

    bearer: Bearer
    """Whose it is."""
    form: str
    """As the actor's file has it."""
    key: Key
    """As a text prints it."""
    rank: Rank
    """How near it is to what the file says."""
    sort: Sort
    """What it is."""
    days: Span = ALWAYS
    """When it counts."""
    weak: bool = False
    """True where it counts only beside another form."""
    loose: bool = False
    """True where marks may be left out, and a space may stand for a hyphen."""


def key_of(form: str) -> Key:
    """The form as the search sees it; empty if it has no word. A leading `The` is written `the`."""
    words = list(spans(form))
    parts = [fold(form[start:end]) for start, end in words]
    gaps = [fold_gap(form[before[1] : after[0]]) for before, after in pairwise(words)]
    if parts[:1] == ["The"]:
        parts[0] = "the"
    return tuple(zip(["", *gaps], parts, strict=bool(parts)))


def path_of(key: Key) -> tuple[str, ...]:
    """The form without the differences that a loose claim allows."""
    return tuple(plain_gap(gap) + plain(word) for gap, word in key)


def claims_of(actors: Sequence[Actor]) -> Iterator[Claim]:
    """Every claim of these actors, and the names of countries that are longer than others."""
    bearers = {actor.slug: _bearer(actor) for actor in actors}
    titles = {role.title for actor in actors for role in actor.roles if role.since}
    offices = {title: [(words, key_of(words)) for words in phrases(title)] for title in titles}
    for actor in actors:
        bearer = bearers[actor.slug]
        for alias in (Alias(name=actor.name), *actor.aliases):
            yield from _of_alias(alias, actor.kind, bearer)
        for role in actor.roles:
            yield from _of_role(role, bearer, offices)
    yield from _of_countries([(bearers[a.slug], a) for a in actors if a.kind is ActorKind.STATE])


def _bearer(actor: Actor) -> Bearer:
    names = [name.split() for name in actor.names]
    words = frozenset(word for name in names for word in name)
    if actor.kind is ActorKind.PERSON:
        return Bearer(slug=actor.slug, words=words)
    states = frozenset[str]().union(*(codes_within([w.strip("()") for w in name]) for name in names))
    return Bearer(slug=actor.slug, words=words, states=states)


def _of_alias(alias: Alias, kind: ActorKind, bearer: Bearer) -> Iterator[Claim]:
    key = key_of(alias.name)
    if not key:
        return
    written = Claim(
        bearer,
        alias.name,
        key,
        Rank.WRITTEN,
        sort_of(alias.name, kind),
        span(alias.since, alias.until),
        alias.weak,
        _may_be_loose(key),
    )
    yield written
    for form in _cased(key):
        yield written._replace(key=form, rank=Rank.CASE)
    for form in (*_joined(key), *_spelled_and(key)):
        yield written._replace(key=form, rank=Rank.JOINED)
    for name in declined(alias.name) if kind is ActorKind.PERSON else ():
        yield written._replace(key=key_of(name), rank=Rank.DECLINED)


def _of_role(role: Role, bearer: Bearer, offices: Mapping[str, Sequence[tuple[str, Key]]]) -> Iterator[Claim]:
    if not (role.since or role.until):
        return
    days = span(role.since, role.until)
    for words in role.called:
        if key := key_of(words):
            written = Claim(bearer, words, key, Rank.WRITTEN, Sort.OFFICE, days)
            yield written
            yield from (written._replace(key=form, rank=Rank.CASE) for form in _cased(key))
    for words, key in offices[role.title] if role.since else ():
        yield Claim(bearer, words, key, Rank.OFFICE, Sort.OFFICE, days)


def _of_countries(states: Sequence[tuple[Bearer, Actor]]) -> Iterator[Claim]:
    """Long names go to the state that has a shorter one within; where the archive has none, to nobody."""
    forms = [(bearer, [key_of(name) for name in actor.names], _codes(actor)) for bearer, actor in states]
    for nobodys, code, is_name in _nobodys():
        yield nobodys
        for bearer, keys, codes in forms if is_name else ():
            if code in codes and any(_is_within(short, nobodys.key) for short in keys):
                yield nobodys._replace(bearer=bearer, rank=Rank.WITHIN, sort=Sort.STATE)


@cache
def _nobodys() -> tuple[tuple[Claim, str, bool], ...]:
    """The long names of countries as nobody's, each with its country's code and whether it is a name."""
    nobody = Bearer(slug="")
    return tuple(
        (Claim(nobody, form, key_of(form), Rank.OTHER, Sort.PLAIN, loose=True), code, is_name)
        for form, code, is_name in long_names()
    )


def _codes(actor: Actor) -> frozenset[str]:
    return frozenset[str]().union(*(codes_of(name) for name in actor.names))


def _is_within(short: Key, long: Key) -> bool:
    words, all_words = [word for _, word in short], [word for _, word in long]
    return bool(words) and any(
        all_words[at : at + len(words)] == words for at in range(len(all_words) - len(words) + 1)
    )


def _cased(key: Key) -> Iterator[Key]:
    """The form with a capital at its start, and in capitals, where these name the same actor."""
    words = [word for _, word in key]
    letters = "".join(words)
    first = words[0]
    if letters.islower() or first == "the":
        yield ((key[0][0], first[0].upper() + first[1:]), *key[1:])
    if not letters.islower() and sum(map(str.isalpha, letters)) >= _SHORTEST_IN_CAPITALS:
        yield tuple((gap, word if word == POSSESSIVE else word.upper()) for gap, word in key)


def _joined(key: Key) -> Iterator[Key]:
    """The form without the apostrophes within its words: `OBrien`."""
    if not _may_be_loose(key) or all(gap != "'" for gap, _ in key):
        return
    joined: list[tuple[str, str]] = []
    for gap, word in key:
        if gap == "'":
            before = joined.pop()
            joined.append((before[0], before[1] + word))
        else:
            joined.append((gap, word))
    yield tuple(joined)


def _spelled_and(key: Key) -> Iterator[Key]:
    """`Example and Sons` of `Example & Sons`, and the other way about."""
    spelled: list[tuple[str, str]] = []
    for gap, word in key:
        if gap == _AMPERSAND:
            spelled += [(" ", "and"), (" ", word)]
        elif spelled and spelled[-1] == (" ", "and"):
            spelled[-1] = (_AMPERSAND, word)
        else:
            spelled.append((gap, word))
    if tuple(spelled) != key:
        yield tuple(spelled)


def _may_be_loose(key: Key) -> bool:
    """Whether the form says enough to be known without its marks and hyphens."""
    letters = sum(map(str.isalpha, "".join(word for _, word in key)))
    common = len(key) == 1 and plain(key[0][1]).lower() in FUNCTION_WORDS
    return letters >= _SHORTEST_LOOSE and not common
