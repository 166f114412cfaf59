"""Text into words, for finding names: the one place that decides what a word is.

A word is a run of letters and digits with the marks that belong to them. In scripts without spaces every
character is a word, so that a name is found within a run of them. A possessive ending is a word of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

POSSESSIVE = "'s"
"""How a possessive ending is written, whichever apostrophe the text has."""

APOSTROPHES = "'’‘ʼ´`＇"
_APOSTROPHES = frozenset(APOSTROPHES)
_POSSESSIVE_ENDING = rf"(?<=\w)[{APOSTROPHES}][sS](?!\w)"

# Han, kana, Thai, Lao, Myanmar and Khmer letters: no spaces between words (Unicode Line Breaking, UAX 14).
_UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
# Half-width sound marks are letters to Unicode, but belong to the kana before them; joiners and soft hyphens
# stand within words.
_ATTACHED = "\uff9e\uff9f\u200c\u200d\u00ad\U000e0100-\U000e01ef"

_ASCII_WORD = re.compile(rf"[^\W_]+|{_POSSESSIVE_ENDING}")


@cache
def _any_word() -> re.Pattern[str]:
    """A word of any script; made at first need, because Python's `re` has no class for marks."""
    codes = (code for code in range(0x300, 0x20000) if unicodedata.category(chr(code)).startswith("M"))
    runs = (
        [code for _, code in run] for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    )
    marks = "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs) + _ATTACHED
    letters = rf"[^\W_{_UNSPACED}]"
    return re.compile(rf"{letters}+(?:[{marks}]+{letters}*)*|[{_UNSPACED}][{marks}]*|{_POSSESSIVE_ENDING}")


def word_set(text: str) -> frozenset[str]:
    """The words of a list written with spaces."""
    return frozenset(text.split())


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word, in order."""
    return (match.span() for match in _words_in(text).finditer(text))


def _words_in(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _any_word()


class Words:
    """The words of a text: where they stand, and how the search sees them. Made once for each text."""

    __slots__ = ("_found", "plain", "text")

    text: str
    """The text."""
    plain: list[str]
    """The words in order, folded, without marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        simple = text if text.isascii() else _without_typography(text)
        self._found = list(_words_in(simple).finditer(simple))
        words: list[str] = [found[0] for found in self._found]
        unlike = not simple.isascii() or "'" in simple or "`" in simple
        self.plain = [_plain(word) for word in words] if unlike else words

    def word(self, at: int) -> str:
        """A word as printed; empty for a number before the first or after the last word."""
        return self._found[at][0] if 0 <= at < len(self._found) else ""

    def start(self, at: int) -> int:
        """Where a word starts."""
        return self._found[at].start()

    def end(self, at: int) -> int:
        """Where a word ends."""
        return self._found[at].end()

    def owns(self, at: int) -> bool:
        """Whether this is a possessive ending."""
        return self.word(at)[:1] in _APOSTROPHES

    def gap(self, at: int) -> str:
        """What stands before a word; after the last word for one past it."""
        start = self._found[at - 1].end() if at > 0 else 0
        end = self._found[at].start() if at < len(self._found) else len(self.text)
        return self.text[start:end]


def _without_typography(text: str) -> str:
    """The text with plain quotes and dashes, as long as before.

    Most texts have nothing else beyond ASCII, and ASCII is split into words much faster.
    """
    for mark, simple in _TYPOGRAPHY:
        text = text.replace(mark, simple)
    return text


def _plain(word: str) -> str:
    return word if word.isascii() and word.isalnum() else plain(fold(word))


def fold(word: str) -> str:
    """The word in one spelling: composed, without joiners, a possessive as `POSSESSIVE`."""
    if word[0] in APOSTROPHES:
        return POSSESSIVE
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word.translate(_JOINERS))


def plain(word: str) -> str:
    """A folded word without marks on Latin and Greek letters, and with `е` for the Russian `ё`.

    Marks of other scripts stay: they are letters there.
    """
    if word.isascii():
        return word
    bare = _MARKS.sub("", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", bare).translate(_STROKES)


def plain_gap(gap: str) -> str:
    """A folded gap, with a space for a hyphen."""
    return " " if gap == "-" else gap


def fold_gap(gap: str) -> str:
    """What stands between two words in one spelling: white space, hyphens and apostrophes are each alike."""
    if gap == " " or not gap:
        return gap
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", gap).translate(_SIGNS))


_MARKS = re.compile("(?<=[A-Za-z\u0370-\u03ff])[\u0300-\u036f]+")
_STROKES = str.maketrans("łŁđĐøØıħĦёЁ", "lLdDoOihHеЕ")
_TYPOGRAPHY = tuple(zip("’‘“”„«»–—…•\u00a0", '\'\'"""""--.* ', strict=True))
_SPACE = re.compile(r"\s+")
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\u00ad"))
_SIGNS = (
    {ord(c): "'" for c in APOSTROPHES} | {ord(c): "-" for c in "‐‑‒–−﹣－"} | {0x200B: None, 0xFEFF: None}
)
