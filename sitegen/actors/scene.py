"""A span of words with what stands around it: what a guard looks at."""

from __future__ import annotations

import re

from sitegen.actors.claims import Key
from sitegen.actors.lexicon import ABBREVIATIONS, FUNCTION_WORDS
from sitegen.actors.words import Words, fold, fold_gap, word_set

_OPENING = re.compile(r"[.!?…:;\n“\"„«‘(\[|•–—]")
_LONGEST_SMALL = 3
_FEWEST_CAPITALS = 2
_LONGEST_HEADLINE = 200


_FOREIGN = word_set(
    "der die das und ist im mit von für auf ein eine nicht dem den des sich bei nach vom zum le les et une"
    " dans pour sur est au aux du qui la el los las un una en con por para del se gli il che di non per het"
    " een van niet op zijn não uma com em och att som på og av ikke nie na się że w z"
)
"""Small words of other languages in Latin letters, without those that English texts have."""


class Scene:
    """The words from `first` to `last`, both included, of a text."""

    __slots__ = ("english", "first", "last", "words")

    def __init__(self, words: Words, first: int, last: int, *, english: bool) -> None:
        self.words = words
        self.first = first
        self.last = last
        self.english = english

    @property
    def text(self) -> str:
        """The span as printed."""
        start, end = self.words.start(self.first), self.words.end(self.last)
        return self.words.text[start:end]

    def key(self) -> Key:
        """The span as claims have it."""
        words = self.words
        rest = (
            (fold_gap(words.gap(at)), fold(words.word(at))) for at in range(self.first + 1, self.last + 1)
        )
        return (("", fold(words.word(self.first))), *rest)

    def before(self, back: int = 1) -> str:
        """The word so many places before, if only blanks stand between; else empty."""
        at = self.first - back
        if at < 0 or not all(_blank(self.words.gap(to)) for to in range(at + 1, self.first + 1)):
            return ""
        return self.words.word(at)

    def after(self, on: int = 1) -> str:
        """The word so many places after, if only blanks stand between; else empty."""
        at = self.last + on
        if at >= len(self.words.plain):
            return ""
        if not all(_blank(self.words.gap(to)) for to in range(self.last + 1, at + 1)):
            return ""
        return self.words.word(at)

    def name_before(self) -> str:
        """The word with a capital right before; empty if there is none."""
        word = self.before()
        return word if word[:1].isupper() else ""

    def name_after(self) -> str:
        """The word with a capital right after; empty if there is none."""
        word = self.after()
        return word if word[:1].isupper() else ""

    def initial_before(self) -> bool:
        """Whether an initial stands right before: `George W. Bush`."""
        word = self.words.word(self.first - 1)
        return len(word) == 1 and word.isupper() and word != "I" and self.words.gap(self.first) in {" ", ". "}

    def hyphen_before(self) -> str:
        """The word tied to it by a hyphen before; else empty."""
        return self.words.word(self.first - 1) if self.words.gap(self.first) in _HYPHENS else ""

    def hyphen_after(self) -> str:
        """The word tied to it by a hyphen after; else empty."""
        return self.words.word(self.last + 1) if self.words.gap(self.last + 1) in _HYPHENS else ""

    def owned(self) -> bool:
        """Whether a possessive ending follows."""
        return self.words.owns(self.last + 1) and not self.words.gap(self.last + 1)

    def opens(self, at: int) -> bool:
        """Whether a word has its capital in any case, because a sentence or quotation starts with it."""
        if at <= 0:
            return True
        gap = self.words.gap(at)
        if gap.startswith(".") and "\n" not in gap and self.words.word(at - 1) in ABBREVIATIONS:
            return False
        return bool(_OPENING.search(gap))

    def capitals_tell(self) -> bool:
        """Whether a capital beside the span shows a name: in English, outside headlines in capitals."""
        return self.english and not self._headline()

    def _headline(self) -> bool:
        """Whether the line has capitals on all but small words, beside the span too, and is no sentence."""
        text = self.words.text
        start, end = self.words.start(self.first), self.words.end(self.last)
        before = text[max(0, start - _LONGEST_HEADLINE) : start].rpartition("\n")[2]
        after = text[end : end + _LONGEST_HEADLINE].partition("\n")[0]
        if after.rstrip().endswith("."):
            return False
        others = _LETTERS.findall(f"{before} | {after}")
        capitals = sum(word[0].isupper() for word in others)
        small = (word for word in others if word[0].islower())
        return capitals >= _FEWEST_CAPITALS and all(
            len(word) <= _LONGEST_SMALL or word in FUNCTION_WORDS for word in small
        )


_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENS = frozenset("-‐‑")


def looks_english(words: Words) -> bool:
    """Whether a text has at least as many small words of English as of other languages.

    A document's language may not be known; where other languages put capitals, English ones tell nothing.
    """
    said = set(words.plain)
    return len(FUNCTION_WORDS & said) >= len(_FOREIGN & said)


def _blank(gap: str) -> bool:
    return gap == " " or (gap.isspace() and "\n" not in gap)
