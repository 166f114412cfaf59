"""Mentions of known actors in plain text, by name and alias."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.actors.words import POSSESSIVE, fold, fold_gap, spans
from sitegen.model import Actor, Mention

_SHORTEST_IN_CAPITALS = 5
_CURRENCY = frozenset("$€£¥")

_Key = tuple[str, ...]
"""An alias as the search sees it: the first word, then each next word with what stands before it."""


class Matcher:
    """Finds the actors that a text names. Immutable, picklable, as fast with many aliases as with few.

    An alias is found as whole words, the longest first, in any white space, with any kind of hyphen and
    apostrophe. Its letters must be as in the alias, but

    - an alias of five or more letters that has a capital is also found all in capitals (REUTERS);
    - an alias without capitals may have one at its start;
    - `the` at its start may have a capital or not.

    An alias that two actors share is found for neither, and `ambiguous` lists it.
    """

    __slots__ = ("_nodes", "_owners", "ambiguous")

    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]
    """Aliases that several actors share, each with the slugs of these, sorted."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        owners: dict[_Key, set[str]] = {}
        printed: dict[_Key, str] = {}
        for actor in actors:
            for alias in actor.names:
                if key := _key(alias):
                    owners.setdefault(key, set()).add(actor.slug)
                    printed.setdefault(key, alias)
        variants: dict[_Key, set[str]] = {}
        for key, slugs in owners.items():
            for variant in _variants(key):
                if variant not in owners:
                    variants.setdefault(variant, set()).update(slugs)
                    printed.setdefault(variant, printed[key])

        self._nodes: list[dict[str, int]] = [{}]
        self._owners: list[str | None] = [None]
        shared: dict[str, tuple[str, ...]] = {}
        for key, slugs in (owners | variants).items():
            # A shared alias is kept, without an owner, so that no shorter alias is found within it.
            self._add(key, next(iter(slugs)) if len(slugs) == 1 else "")
            if len(slugs) > 1:
                shared.setdefault(printed[key], tuple(sorted(slugs)))
        self.ambiguous = tuple(sorted(shared.items()))

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in the text, in its order; no two overlap. A possessive ending is no part of them."""
        words = list(spans(text))
        found: list[Mention] = []
        at = 0
        while at < len(words):
            last, owner = self._longest(text, words, at)
            if owner:
                start, end = words[at][0], _with_full_stop(text, words[last][1])
                found.append(Mention(actor=owner, start=start, end=end, text=text[start:end]))
            at = last + 1
        return tuple(found)

    def _add(self, key: _Key, owner: str) -> None:
        node = 0
        for part in key:
            following = self._nodes[node].setdefault(part, len(self._nodes))
            if following == len(self._nodes):
                self._nodes.append({})
                self._owners.append(None)
            node = following
        self._owners[node] = owner

    def _longest(self, text: str, words: list[tuple[int, int]], at: int) -> tuple[int, str]:
        """The last word of the longest alias that starts at a word, and its owner, `""` for none."""
        start, end = words[at]
        node = self._nodes[0].get(fold(text[start:end]))
        last, owner = at, ""
        reached = at
        while node is not None:
            here = self._owners[node]
            if here is not None and text[end : end + 1] not in _CURRENCY:
                last, owner = reached, here
            reached += 1
            if reached == len(words):
                break
            gap = fold_gap(text[end : words[reached][0]])
            start, end = words[reached]
            node = self._nodes[node].get(gap + fold(text[start:end]))
        return last, owner


def _key(alias: str) -> _Key:
    """The alias as the search sees it; empty if it has no word. A leading `The` is written `the`."""
    words = list(spans(alias))
    parts = [fold(alias[start:end]) for start, end in words]
    gaps = [fold_gap(alias[before[1] : after[0]]) for before, after in pairwise(words)]
    if parts[:1] == ["The"]:
        parts[0] = "the"
    return tuple(gap + part for gap, part in zip(["", *gaps], parts, strict=bool(parts)))


def _variants(key: _Key) -> Iterator[_Key]:
    """Other ways to print it that name the same actor."""
    letters = "".join(key)
    if letters.islower() or key[0] == "the":
        yield (key[0][0].upper() + key[0][1:], *key[1:])
    if not letters.islower() and sum(map(str.isalpha, letters)) >= _SHORTEST_IN_CAPITALS:
        yield tuple(part if part == POSSESSIVE else part.upper() for part in key)


def _with_full_stop(text: str, end: int) -> int:
    """The end of a mention, with the full stop that closes an abbreviation such as U.S."""
    return end + 1 if text[end - 2 : end - 1] == "." == text[end : end + 1] else end
