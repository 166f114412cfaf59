"""Which paragraph above a stamp is the title of an update, judged by the document's own habit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sitegen.importers.paragraphs import Paragraph

SHORT = 100
"""Characters that a title may always have."""

_SENTENCE_END = re.compile(
    r"(?:(?<!\.)(?<!\b[A-Za-zÀ-ÿА-яЁёІіЇїЄєҐґ])\.|[。．।])[\s\"'”’»)\]]*"
    r"(?:\([^\W\d_]{2,5}(?:[,/ ]{1,2}[^\W\d_]{2,5}){0,3}\))?$"
)
"""A full stop, behind which the letters of an author may stand; no ellipsis, and not that of an initial."""

_SENTENCES = re.compile(r"\w[.!?]\s+[^\W\d_a-z]")
"""Two sentences in one paragraph."""


_LONG = 12
"""Words from which on a text that ends with `p.m.` ends a sentence, too."""


def ends_sentence(text: str) -> bool:
    """True where a full stop ends it, with or without closing quotation marks."""
    if _SENTENCE_END.search(text):
        return True
    return text.endswith(("a.m.", "p.m.")) and len(text.split()) >= _LONG


def has_sentences(text: str) -> bool:
    """True where it is more than one sentence."""
    return bool(_SENTENCES.search(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How the titles of a document look."""

    titled: bool
    """False where its updates have no titles."""
    longest: int
    """Characters that a title may have."""
    full_stops: bool
    """True where its titles end with a full stop, as sentences do."""

    def is_title(self, paragraph: Paragraph) -> bool:
        """True where the paragraph, right above a stamp, is a title and not the end of a text."""
        return not self.why_not(paragraph)

    def why_not(self, paragraph: Paragraph) -> str:
        """Why a paragraph is no title; empty where it is one."""
        text = paragraph.text
        reasons = (
            (not self.titled, "the updates of this document have none"),
            (paragraph.item, "it is an item of a list"),
            (paragraph.repeated, "it stands twice, as captions do"),
            (len(text) > self.longest, "it is longer than the titles of this document"),
            (not re.search(r"\w", text), "it has no word"),
            (text.endswith((":", "：")), "it ends with a colon"),
            (not self.full_stops and ends_sentence(text), "it ends with a full stop"),
        )
        return next((reason for holds, reason in reasons if holds), "")


def habit(between: Sequence[Sequence[Paragraph]], after: Sequence[Paragraph]) -> Habit:
    """The habit of a document.

    `between` are the paragraphs between each two stamps, `after` those behind the last stamp.

    - Where nothing but one paragraph stands between any two stamps, and a text follows the last
      stamp, those paragraphs are texts, and the updates have no titles.
    - A title may have as many characters as twice the middle one of those that are no sentence.
    - Titles end with full stops where nearly all paragraphs above stamps do, and are single
      sentences half as long as the other paragraphs, or shorter.
    """
    last = [block[-1] for block in between if block]
    others = [paragraph for block in between for paragraph in block[:-1]]
    phrases = [len(paragraph.text) for paragraph in last if not ends_sentence(paragraph.text)]
    titled = not between or bool(others) or not after
    full_stops = (
        len(phrases) * 10 <= len(last)
        and bool(others)
        and sum(len(block) > 1 for block in between) * 10 >= len(between) * 9
        and not any(has_sentences(paragraph.text) for paragraph in last)
        and median(len(p.text) for p in last) * 2 <= median(len(p.text) for p in others)
    )
    usual = [len(paragraph.text) for paragraph in last] if full_stops else phrases
    return Habit(
        titled=titled, longest=max(SHORT, int(2 * median(usual)) if usual else 0), full_stops=full_stops
    )
