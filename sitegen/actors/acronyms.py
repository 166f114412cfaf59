"""Organisations by the acronym in brackets after their name: `African Union (AU)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from sitegen.actors.countries import is_place
from sitegen.actors.lexicon import FUNCTION_WORDS, MASTHEADS, NO_BODIES
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence, Word
from sitegen.actors.tongues.words import ENGLISH
from sitegen.model import ActorKind

_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z0-9]{2,8}")
_SMALL = frozenset(["of", "and", "for", "the", "in", "on", "to", "de", "la", "des", "du", "del", "&"])
_ELIDED = re.compile(r"^[LlDd]['’](?=[A-ZÀ-Ý])")
_ARTICLES = frozenset(["das", "der", "die", "le", "la", "les", "el", "los", "las", "il", "lo", "het", "de"])
_MOST_WORDS = 10


def find_acronyms(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names whose letters an acronym in brackets repeats."""
    told: set[str] = set()
    for number, sentence in enumerate(reading.sentences):
        for at, word in enumerate(sentence.words):
            if not (_bracketed(sentence, at) and _ACRONYM.fullmatch(word.text)):
                continue
            start = _start_of_long_form(sentence, at)
            if start == at and reading.language != ENGLISH:
                start = _start_with_small_words(sentence, at)
            spots = frozenset((number, spot) for spot in range(start, at + 1))
            name = _ELIDED.sub("", sentence.printed(start, at)) if start < at else ""
            if not name or name in told or spots & taken or _is_other(sentence, start, at, name):
                continue
            told.add(name)
            spots |= _later(reading, word.text)
            media = MASTHEADS & {word.text for word in sentence.words[start:at]}
            proposal = Proposal(
                name=name,
                kind=ActorKind.MEDIA if media else ActorKind.ORGANISATION,
                aliases=(word.text,),
                reason=f"named with its acronym: “{sentence.excerpt(start, at + 1)}”",
            )
            yield Find(proposal=proposal, spots=spots)


def _later(reading: Reading, acronym: str) -> frozenset[Spot]:
    """Where the acronym stands by itself."""
    return frozenset(
        (number, at)
        for number, sentence in enumerate(reading.sentences)
        for at, word in enumerate(sentence.words)
        if word.text == acronym
    )


def _bracketed(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.gap(at) == " (" and sentence.gap(at + 1).startswith(")")


def _is_other(sentence: Sentence, start: int, at: int, name: str) -> bool:
    """Whether the name is a country's, a treaty's or a time zone's."""
    return is_place(name) or not NO_BODIES.isdisjoint(
        {sentence.words[start].text, sentence.words[at - 1].text}
    )


def _start_of_long_form(sentence: Sentence, at: int) -> int:
    """First word of the name that the acronym at this word shortens; the same word if there is none."""
    acronym = sentence.words[at].text.lower()
    start = at
    widest = at
    while start > 0 and at - start < _MOST_WORDS and _continues(sentence.words, start, at):
        start -= 1
        word = sentence.words[start]
        if not word.capital or (word.opens and word.text.lower() in FUNCTION_WORDS | _ARTICLES):
            continue
        widest = start
        if acronym in spellings([word.text for word in sentence.words[start:at]]):
            return start
    letters = "".join(word.text for word in sentence.words[widest:at]).lower()
    return widest if letters[:1] == acronym[:1] and _stands_in(acronym, letters) else at


def _start_with_small_words(sentence: Sentence, at: int) -> int:
    """The same where names have words in small letters: `Organisation mondiale de la santé (OMS)`."""
    acronym = sentence.words[at].text.lower()
    start = at
    while start > 0 and at - start < _MOST_WORDS and (start == at or sentence.words[start].before == " "):
        start -= 1
        words = [word.text for word in sentence.words[start:at]]
        words[0] = _ELIDED.sub("", words[0])
        if sentence.words[start].capital and len(words) > 1 and acronym in spellings(words):
            return start
    return at


def _continues(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether the name may start one word further to the left."""
    before = words[start - 1]
    return (
        (start == at or words[start].before == " ")
        and not before.owns
        and (before.capital or before.text in _SMALL)
    )


def spellings(words: Sequence[str]) -> set[str]:
    """The initials, with and without those of small words, hyphenated words as one and as several."""
    whole = [[word[0]] for word in words]
    split = [[part[0] for part in re.split("[-‐‑]", word) if part] for word in words]
    large = [word not in _SMALL for word in words]
    kept = [[letters for letters, keep in zip(form, large, strict=True) if keep] for form in (whole, split)]
    return {"".join(chain.from_iterable(form)).lower() for form in (whole, split, *kept)}


def _stands_in(acronym: str, letters: str) -> bool:
    """Whether the letters of the acronym stand among these in its order."""
    rest = iter(letters)
    return all(letter in rest for letter in acronym)
