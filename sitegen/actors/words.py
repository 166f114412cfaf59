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
    pattern = _ASCII_WORD if text.isascii() else _any_word()
    return (match.span() for match in pattern.finditer(text))


def fold(word: str) -> str:
    """The word in one spelling: composed, without joiners, a possessive as `POSSESSIVE`."""
    if word[0] in APOSTROPHES:
        return POSSESSIVE
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word.translate(_JOINERS))


def fold_gap(gap: str) -> str:
    """What stands between two words in one spelling: white space, hyphens and apostrophes are each alike."""
    if gap == " " or not gap:
        return gap
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", gap).translate(_SIGNS))


_SPACE = re.compile(r"\s+")
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\u00ad"))
_SIGNS = (
    {ord(c): "'" for c in APOSTROPHES} | {ord(c): "-" for c in "‐‑‒–−﹣－"} | {0x200B: None, 0xFEFF: None}
)
