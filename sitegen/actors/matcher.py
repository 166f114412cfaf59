"""Mentions of known actors in plain text, by name, alias and office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations

from sitegen.actors.claims import Claim, Key, Rank, claims_of, path_of
from sitegen.actors.dated import NO_DAY
from sitegen.actors.scene import Scene, looks_english
from sitegen.actors.settle import Claims, Evidence, gathered, settle
from sitegen.actors.words import Words, fold_gap, plain_gap
from sitegen.model import Actor, Mention

Choices = list[tuple[int, Claims]]
"""The claims to the names that start at one word, the shortest name first, each with its last word."""

Sights = tuple[Words, list[tuple[int, Choices]]]
"""A text, and each word at which a known name starts, with the names."""

_CURRENCY = frozenset("$€£¥")
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Whom the texts of one update name."""

    mentions: tuple[tuple[Mention, ...], ...]
    """The mentions of each text, in its order; no two overlap. A possessive ending is no part of them."""
    strong: frozenset[str]
    """Slugs of the actors that are named by words that name nobody else."""
    open: frozenset[str]
    """Slugs of actors that may be meant by a weak alias, if the rest of the document names them."""

    @property
    def slugs(self) -> tuple[str, ...]:
        """Slugs of all actors that are named, each once, in order."""
        return tuple(dict.fromkeys(mention.actor for mention in chain(*self.mentions)))


class Matcher:
    """Finds the actors that a text names. Immutable, picklable, as fast with many aliases as with few.

    A name is found as whole words, the longest first, in any white space, with any kind of hyphen and
    apostrophe. Its letters must be as in the actor's file, but

    - a name of five or more letters that has a capital is also found all in capitals (REUTERS);
    - one without capitals may have one at its start, and `the` at its start may have a capital or not;
    - marks on letters, hyphens and apostrophes may be left out, where no other actor has that form.

    A name with dates counts on these days only, and so do the words for an office (`the Kazakh president`).
    A weak name counts where the document names its actor in another way too. A name that two actors share
    at the same time is found for neither, and `ambiguous` lists it.
    """

    __slots__ = ("_claims", "_nodes", "ambiguous")

    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]
    """Names that several actors share on some day, each with the slugs of these, sorted."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._nodes: list[dict[str, int]] = [{}]
        written: dict[Key, list[Claim]] = {}
        claims: dict[int, list[Claim]] = {}
        for claim in claims_of(actors):
            claims.setdefault(self._node(claim), []).append(claim)
            if claim.rank == Rank.WRITTEN and not claim.weak:
                written.setdefault(claim.key, []).append(claim)
        self._claims = {node: gathered(listed) for node, listed in claims.items()}
        self.ambiguous = tuple(sorted(_shared(written)))

    def find(self, text: str, day: date | None = None, *, language: str = "en") -> tuple[Mention, ...]:
        """The mentions in a text that is a whole document."""
        return self.read((text,), day, language=language).mentions[0]

    def read(
        self,
        texts: Iterable[str],
        day: date | None = None,
        *,
        document: frozenset[str] = _NOBODY,
        language: str = "en",
    ) -> Naming:
        """Whom texts name that stand together, such as title and body.

        `day` is when they were posted; without it nothing that has dates counts. `document` are the actors
        that the document names by strong forms elsewhere, `language` a BCP 47 tag.
        """
        english = language.partition("-")[0] in {"en", ""}
        number = day.toordinal() if day else NO_DAY
        sights = [_Text(self._sights(Words(text)), number, english=english) for text in texts]
        evidence = Evidence(named=document)
        mentions = [text.settled(evidence) for text in sights]
        strong = frozenset(evidence.strong)
        if evidence.weak:
            evidence = Evidence(named=document | strong, here=strong)
            mentions = [text.settled(evidence) for text in sights]
        return Naming(mentions=tuple(mentions), strong=strong, open=frozenset(evidence.open))

    def _node(self, claim: Claim) -> int:
        """The number of the node at which the words of a claim end, made where there is none."""
        node = 0
        for step in path_of(claim.key):
            following = self._nodes[node].setdefault(step, len(self._nodes))
            if following == len(self._nodes):
                self._nodes.append({})
            node = following
        return node

    def _sights(self, words: Words) -> Sights:
        """Where a known name starts, with all names that start there."""
        first_words = self._nodes[0]
        starts = [at for at, word in enumerate(words.plain) if word in first_words]
        return words, [(at, choices) for at in starts if (choices := self._choices(words, at))]

    def _choices(self, words: Words, at: int) -> Choices:
        """The claims to the names that start at a word, the shortest first, each with its last word."""
        choices: Choices = []
        node: int | None = self._nodes[0][words.plain[at]]
        while node is not None:
            claims = self._claims.get(node)
            if claims and words.gap(at + 1)[:1] not in _CURRENCY:
                choices.append((at, claims))
            at += 1
            if at == len(words.plain) or not self._nodes[node]:
                break
            gap = words.gap(at)
            step = words.plain[at] if not gap else plain_gap(fold_gap(gap)) + words.plain[at]
            node = self._nodes[node].get(step)
        return choices


class _Text:
    """A text that is read once or twice: what strong forms name stays as it was the first time."""

    __slots__ = ("_day", "_english", "_seen", "_sure", "_words")

    def __init__(self, sights: Sights, day: int, *, english: bool) -> None:
        self._words, self._seen = sights
        self._day = day
        self._english = english and bool(self._seen) and looks_english(self._words)
        self._sure: dict[tuple[int, int], str | None] = {}

    def settled(self, evidence: Evidence) -> tuple[Mention, ...]:
        """The names that are found, the longest first; none overlaps one before it."""
        found: list[Mention] = []
        free = 0
        words = self._words
        for at, choices in self._seen:
            for last, claims in reversed(choices) if at >= free else ():
                owner = self._owner(at, last, claims, evidence)
                if owner is None:
                    continue
                free = last + 1
                if owner:
                    start, end = words.start(at), _with_full_stop(words.text, words.end(last))
                    found.append(Mention(actor=owner, start=start, end=end, text=words.text[start:end]))
                break
        return tuple(found)

    def _owner(self, at: int, last: int, claims: Claims, evidence: Evidence) -> str | None:
        if (at, last) in self._sure:
            return self._sure[at, last]
        owner = settle(claims, Scene(self._words, at, last, english=self._english), self._day, evidence)
        if not claims.weakly:
            self._sure[at, last] = owner
        return owner


def _shared(written: dict[Key, list[Claim]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for claims in written.values():
        slugs = {
            claim.bearer.slug
            for pair in combinations(claims, 2)
            if pair[0].bearer is not pair[1].bearer and pair[0].days.overlaps(pair[1].days)
            for claim in pair
        }
        if slugs:
            yield min(claim.form for claim in claims), tuple(sorted(slugs))


def _with_full_stop(text: str, end: int) -> int:
    """The end of a mention, with the full stop that closes an abbreviation such as U.S."""
    return end + 1 if text[end - 2 : end - 1] == "." == text[end : end + 1] else end
