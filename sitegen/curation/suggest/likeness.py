"""Which actors may be one. Each rule finds pairs by looking names up, never by comparing all with all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from anyascii import anyascii
from rapidfuzz import fuzz, process

from sitegen.actors import plain_name
from sitegen.curation.different import kept_apart
from sitegen.model import Actor, ActorKind

Pair = tuple[Actor, Actor, str]
"""Two actors, and why they may be one."""

_SMALL = frozenset(["of", "the", "and", "for", "in", "de", "la", "du", "des"])
_NEAR = 86
"""Least likeness of two names, in percent."""
_NEAR_WORD = 70
"""Least likeness of each word of two names with as many words, in percent."""
_NEAR_SOUND = 60
"""The same of names with the same consonants."""
_LONG_FRAME = 8
"""Fewest consonants, with the blank, of two names that are compared by them."""
_ALIKE = (
    *(("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("ck", "k"), ("ks", "x"), ("ph", "f")),
    *(("tz", "c"), ("ts", "c"), ("w", "v"), ("j", "i"), ("y", "i")),
)
"""Letters in which transliterations differ, and one that stands for them."""
_SHORTEST = 6
"""Letters of a name that can be nearly another: of short ones too many are."""


def likely_one(actors: Sequence[Actor]) -> tuple[Pair, ...]:
    """Pairs of actors that may be one, each once, the surest reason first; none that is said to differ."""
    found: dict[frozenset[str], Pair] = {}
    apart = kept_apart(actors)
    for rule in _RULES:
        for one, other, reason in rule(actors):
            pair = frozenset((one.slug, other.slug))
            if len(pair) > 1 and pair not in apart and _could_be_one(one, other):
                found.setdefault(pair, (one, other, reason))
    return tuple(found.values())


def _could_be_one(one: Actor, other: Actor) -> bool:
    same = not (one.wikidata and other.wikidata) or one.wikidata == other.wikidata
    return same and (one.kind is other.kind or bool(one.wikidata and other.wikidata))


def _same_item(actors: Sequence[Actor]) -> Iterator[Pair]:
    for item, some in _groups((actor.wikidata, actor) for actor in actors if actor.wikidata):
        yield from _pairs(some, f"both are {item} in Wikidata")


def _same_name(actors: Sequence[Actor]) -> Iterator[Pair]:
    for name, some in _groups((plain_name(name), actor) for actor in actors for name in _strong(actor)):
        yield from _pairs(some, f"both are called '{name}'")


def _same_letters(actors: Sequence[Actor]) -> Iterator[Pair]:
    """Other scripts, accents, hyphens."""
    named = [(_latin(name), actor) for actor in actors for name in _strong(actor)]
    for name, some in _groups(pair for pair in named if pair[0]):
        yield from _pairs(some, f"both are '{name}' in plain Latin letters")


def _same_words(actors: Sequence[Actor]) -> Iterator[Pair]:
    """`Labour Department of Hong Kong`, `Hong Kong Labour Department`."""
    named = [
        (" ".join(sorted(words)), actor)
        for actor in _other_than(actors, ActorKind.PERSON)
        for name in _strong(actor)
        if len(words := _words(name)) > 1
    ]
    for _, some in _groups(named):
        yield from _pairs(some, "their names have the same words")


def _with_more(actors: Sequence[Actor]) -> Iterator[Pair]:
    """`Foreign Office`, `Foreign Office of the United Kingdom`."""
    by_name = _by_name(actors)
    for actor in _other_than(actors, ActorKind.PERSON):
        for name in _strong(actor):
            for found in re.finditer(r" of | in |, ", name):
                for other in by_name.get(plain_name(name[: found.start()]), ()):
                    yield actor, other, f"'{name}' begins with '{other.name}'"


def _initials(actors: Sequence[Actor]) -> Iterator[Pair]:
    """`CSTO`, `Collective Security Treaty Organization`."""
    by_name = _by_name(actors)
    for actor in _other_than(actors, ActorKind.PERSON):
        for name in _strong(actor):
            for letters in sorted(_initials_of(name)):
                for other in by_name.get(letters, ()):
                    yield actor, other, f"'{letters.upper()}' are the initials of '{name}'"


def _initials_of(name: str) -> set[str]:
    """With and without those of small words, hyphenated words as one and as several; at least three."""
    found: set[str] = set()
    for pattern in (r"\w+", r"\w+(?:[-‐‑]\w+)*"):
        words = re.findall(pattern, name.casefold())
        for some in (words, [word for word in words if word not in _SMALL]):
            found.add("".join(word[0] for word in some))
    return {letters for letters in found if len(letters) > 2}


def _part_of_name(actors: Sequence[Actor]) -> Iterator[Pair]:
    """`Chan`, `Derek Chan`; `Derek Chan`, `Derek Armstrong Chan`."""
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    by_name = _by_name(people)
    for person in people:
        for name in _strong(person):
            words = plain_name(name).split()
            for word in words if len(words) > 1 else ():
                for other in by_name.get(word, ()):
                    yield person, other, f"'{other.name}' may be short for '{name}'"
            for other in by_name.get(f"{words[0]} {words[-1]}", ()) if len(words) > 2 else ():
                yield person, other, f"'{name}' is '{other.name}' with a name between"


def _nearly(actors: Sequence[Actor]) -> Iterator[Pair]:
    """`Tokayev`, `Tokaev`. Names of states are too like each other for this."""
    by_kind: dict[ActorKind, list[tuple[str, str, Actor]]] = defaultdict(list)
    for actor in _other_than(actors, ActorKind.STATE):
        by_kind[actor.kind] += [(_latin(name), name, actor) for name in _strong(actor)]
    for kind, named in by_kind.items():
        named.sort(key=lambda row: (row[0], row[2].slug))
        forms = [latin for latin, _, _ in named]
        for place, (latin, name, actor) in enumerate(named):
            if len(latin) < _SHORTEST:
                continue
            near = process.extract(
                latin, forms[place + 1 :], scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None
            )
            for form, _, at in near:
                _, other_name, other = named[place + 1 + at]
                if _alike(latin, form, people=kind is ActorKind.PERSON):
                    yield actor, other, f"'{name}' and '{other_name}' are nearly the same in Latin letters"


def _sounds(actors: Sequence[Actor]) -> Iterator[Pair]:
    """`Oleksandr Vasylenko`, `Olexander Wasylenko`: people whose names have the same consonants."""
    people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
    named = [
        (frame, (actor, name))
        for actor in people
        for name in _strong(actor)
        if len(frame := _consonants(_latin(name))) >= _LONG_FRAME and " " in frame
    ]
    by_frame: dict[str, list[tuple[Actor, str]]] = defaultdict(list)
    for frame, bearer in named:
        by_frame[frame].append(bearer)
    for bearers in by_frame.values():
        for (one, name), (other, again) in combinations(bearers, 2):
            if _alike(_latin(name), _latin(again), people=True, least=_NEAR_SOUND):
                yield one, other, f"'{name}' and '{again}' may be two spellings of one name"


def _consonants(latin: str) -> str:
    """The consonants of a name, those alike that one letter of another script is written with."""
    for letters, one in _ALIKE:
        latin = latin.replace(letters, one)
    return re.sub(r"(\w)\1+", r"\1", re.sub(r"[aeiou]", "", latin))


def _alike(one: str, other: str, *, people: bool, least: int = _NEAR_WORD) -> bool:
    """Whether no word or number makes them different."""
    words, more = one.split(), other.split()
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    if len(words) != len(more):
        return not people
    return all(fuzz.ratio(word, again) >= least for word, again in zip(words, more, strict=True))


_RULES: tuple[Callable[[Sequence[Actor]], Iterable[Pair]], ...] = (
    _same_item,
    _same_name,
    _same_letters,
    _initials,
    _same_words,
    _with_more,
    _part_of_name,
    _nearly,
    _sounds,
)
"""The surest first."""


def _strong(actor: Actor) -> list[str]:
    """Names that it has by itself and always: `police` is another's, in another place or at another time."""
    always = (alias for alias in actor.aliases if not (alias.weak or alias.since or alias.until))
    return [actor.name, *(alias.name for alias in always)]


def _latin(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(name).casefold().replace("'", "")))


def _words(name: str) -> list[str]:
    words = re.findall(r"\w+", re.sub(r"['’]s\b", "", name.casefold()))
    return [word for word in words if word not in _SMALL]


def _other_than(actors: Sequence[Actor], kind: ActorKind) -> list[Actor]:
    return [actor for actor in actors if actor.kind is not kind]


def _by_name(actors: Sequence[Actor]) -> dict[str, list[Actor]]:
    return dict(_groups((plain_name(name), actor) for actor in actors for name in _strong(actor)))


def _groups(named: Iterable[tuple[str, Actor]]) -> list[tuple[str, list[Actor]]]:
    groups: dict[str, dict[str, Actor]] = defaultdict(dict)
    for name, actor in named:
        groups[name][actor.slug] = actor
    return [(name, list(actors.values())) for name, actors in groups.items()]


def _pairs(actors: Sequence[Actor], reason: str) -> Iterator[Pair]:
    yield from ((one, other, reason) for one, other in combinations(actors, 2))
