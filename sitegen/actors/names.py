"""Runs of words with capitals: what could be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sitegen.actors.bearers import is_first_name
from sitegen.actors.countries import is_place
from sitegen.actors.lexicon import ABBREVIATIONS, FUNCTION_WORDS, PARTICLES
from sitegen.actors.reading import Reading, Sentence, Word
from sitegen.actors.verbs import ACTING

PREFIXED = re.compile(r"(?:al|el|an|ar|as|at|ad|ul|bin|d|l|de)[-‐‑'’][A-Z]")
_MOST_WORDS = 12
_SHORTEST_DOING = 5


class Run(NamedTuple):
    """Neighbouring words with capitals."""

    start: int
    """First word."""
    end: int
    """One past the last."""


def runs(reading: Reading, number: int) -> tuple[Run, ...]:
    """The runs of a sentence that is no headline, without a first word that is common elsewhere."""
    return _all_runs(reading)[number]


@lru_cache(maxsize=1)
def _all_runs(reading: Reading) -> tuple[tuple[Run, ...], ...]:
    """Those of every sentence: several recognisers ask for them."""
    return tuple(tuple(_runs(reading, sentence)) for sentence in reading.sentences)


def _runs(reading: Reading, sentence: Sentence) -> Iterator[Run]:
    if sentence.headline:
        return
    at = 0
    while at < len(sentence.words):
        end = _end_of_run(sentence, at)
        if end - at <= _MOST_WORDS and end > at:
            start = at + _opens_by_chance(reading, sentence, at, end)
            if start < end:
                yield Run(start, end)
        at = max(end, at + 1)


def _end_of_run(sentence: Sentence, start: int) -> int:
    """One past the last word of the run that starts here; the start itself if none does."""
    if not _in_name(sentence.words[start]):
        return start
    end = at = start + 1
    while at < len(sentence.words) and _joined(sentence.words[at - 1], sentence.words[at]):
        if _in_name(sentence.words[at]):
            end = at + 1
        elif sentence.words[at].text not in PARTICLES:
            break
        at += 1
    return end


def _in_name(word: Word) -> bool:
    if word.capital:
        return True
    text = word.text
    return (len(text) == 1 and text.isdigit()) or (not text.isalpha() and bool(PREFIXED.match(text)))


def _joined(before: Word, word: Word) -> bool:
    abbreviated = before.text in ABBREVIATIONS or (len(before.text) == 1 and before.capital)
    return not before.owns and (word.before == " " or (abbreviated and word.before == ". "))


def _opens_by_chance(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the first word has its capital only because the sentence starts there."""
    word = sentence.words[start]
    if not word.opens or not word.capital:
        return False
    if end - start == 2 and is_first_name(word.text):
        return False
    common = word.text.lower()
    told = common in reading.lower and word.text not in reading.capitals
    doing = common.endswith("ing") and len(common) > _SHORTEST_DOING and not is_place(word.text)
    return told or common in FUNCTION_WORDS or common in ACTING or doing
