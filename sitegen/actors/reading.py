"""Passages into sentences of words, as the recognisers read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sitegen.actors.lexicon import ABBREVIATIONS, FUNCTION_WORDS
from sitegen.actors.tongues.words import language_of
from sitegen.actors.words import APOSTROPHES


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a document that stands for itself: an update, or the header."""

    text: str
    """Plain text, the title on a line of its own."""
    authors: tuple[str, ...] = ()
    """Who wrote it, as printed."""


class Word(NamedTuple):
    """A word with what stands around it. Hyphens, `&` and inner apostrophes are part of it."""

    text: str
    """As printed, without a possessive ending."""
    before: str
    """What stands between the word before and this one; all that precedes it for the first of a sentence."""
    ending: str
    """The possessive ending that follows, as printed; may be empty."""
    opens: bool
    """True where any word has a capital: at the start of a sentence or of a quotation."""

    @property
    def owns(self) -> bool:
        """Whether a possessive ending follows."""
        return bool(self.ending)

    @property
    def tagged(self) -> bool:
        """Part of a handle, a tag or an address, where letters are small by custom."""
        return self.before[-1:] in {"@", "#", "_", "/", "."}

    @property
    def capital(self) -> bool:
        """Starts with a capital letter."""
        return self.text[0].isupper()


class Sentence(NamedTuple):
    """A sentence, or a line without an end mark."""

    words: tuple[Word, ...]
    """Its words, at least one."""
    after: str
    """What follows its last word, up to the next sentence."""
    headline: bool
    """True where most words have capitals, so that a capital tells nothing."""

    def gap(self, index: int) -> str:
        """What stands before the word with this number; after the last word for one past it."""
        return self.words[index].before if index < len(self.words) else self.after

    def printed(self, start: int, end: int) -> str:
        """The words from start to end as printed, on one line, without a last possessive ending."""
        parts = [self.words[start].text]
        for before, word in zip(self.words[start : end - 1], self.words[start + 1 : end], strict=True):
            parts += [before.ending.replace("'", "’"), word.before, word.text]
        return " ".join("".join(parts).split())

    def excerpt(self, start: int, end: int) -> str:
        """The words from start to end with some of their neighbours, for a person to judge by."""
        return self.printed(max(0, start - 4), min(len(self.words), end + 4))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """All passages of a document, read."""

    sentences: tuple[Sentence, ...]
    """In order."""
    language: str
    """BCP 47 code, as the words show it; empty if not known."""
    opening: int
    """How many sentences the first passage has: the headline and what stands under it."""
    printed: frozenset[str]
    """Every word."""
    lower: frozenset[str]
    """Every word that stands somewhere without a capital."""
    capitals: frozenset[str]
    """Every word that stands somewhere with a capital where none is due."""
    within: frozenset[str]
    """Every word with a capital that stands somewhere right after `in` or the like, as places do."""
    authors: tuple[str, ...]
    """Everyone who wrote a passage, as printed."""


_LETTERS = r"[^\W_]"
_WORD = re.compile(
    rf"(?P<word>[ldnsjmtc](?=[’'])|(?:[^\W\d_]\.){{2,}}|{_LETTERS}+(?:[-‐‑&{APOSTROPHES}](?![sS](?!\w)){_LETTERS}+)*)"
    rf"(?P<owns>[{APOSTROPHES}][sS](?!\w)|(?<=s)[’'](?= [a-z“]))?"
)
_SENTENCE_END = re.compile(r"\n|[!?…][^\w\s]*\s|[•|]")
_FULL_STOP = re.compile(r"\.[^\w\s]*\s")
_IN = frozenset(["in", "near", "across", "around", "outside", "throughout"])
_LONGEST_SMALL = 3
_SHORTEST_HEADLINE = 4
_OPENING = re.compile(r"[“\"„«‘(\[:—–]|\s-\s|^['’]|\s['’]")


def read(passages: Sequence[Passage]) -> Reading:
    """Read all passages of a document."""
    parts = [tuple(_sentences(passage.text)) for passage in passages]
    sentences = tuple(sentence for part in parts for sentence in part)
    words = [word for sentence in sentences for word in sentence.words]
    mid = (w for s in sentences if not s.headline for w in s.words if not w.opens)
    return Reading(
        sentences=sentences,
        language=language_of(word.text for word in words),
        opening=len(parts[0]) if parts else 0,
        printed=frozenset(word.text for word in words),
        lower=frozenset(word.text for word in words if word.text[0].islower() and not word.tagged),
        capitals=frozenset(word.text for word in mid if word.capital),
        within=frozenset(
            word.text
            for sentence in sentences
            for before, word in pairwise(sentence.words)
            if before.text.lower() in _IN and word.capital and word.before == " "
        ),
        authors=tuple(dict.fromkeys(author for passage in passages for author in passage.authors)),
    )


def tokens(text: str) -> Iterator[tuple[str, str, str, int]]:
    """The words of a text: what stands before each, the word, its possessive ending, where it ends."""
    end = 0
    for match in _WORD.finditer(text):
        yield text[end : match.start()], match["word"], match["owns"] or "", match.end()
        end = match.end()


def _sentences(text: str) -> Iterator[Sentence]:
    words: list[Word] = []
    end = 0
    for gap, word, ending, end in tokens(text):  # noqa: B007 - the end of the last word is needed below
        if words and _ends_sentence(words[-1].text, gap):
            yield _sentence(words, gap)
            words = []
        opens = not words or bool(_OPENING.search(gap))
        words.append(Word(word, gap, ending, opens))
    if words:
        yield _sentence(words, text[end:])


def _ends_sentence(word: str, gap: str) -> bool:
    if _SENTENCE_END.search(gap):
        return True
    abbreviated = word in ABBREVIATIONS or (len(word) == 1 and word.isupper())
    return not abbreviated and bool(_FULL_STOP.search(gap))


def _sentence(words: list[Word], after: str) -> Sentence:
    lower = (word.text for word in words if word.text[0].islower())
    small = all(len(text) <= _LONGEST_SMALL or text in FUNCTION_WORDS for text in lower)
    headline = small and sum(word.capital for word in words) >= _SHORTEST_HEADLINE and "." not in after
    return Sentence(tuple(words), after, headline)
