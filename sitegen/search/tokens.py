"""Text -> tokens: what a word is. `search.js` holds the same rules and must give the same tokens.

The rules, in this order:

1. Unicode NFKD: `é` becomes `e` and an accent, `ﬁ` becomes `fi`, `²` becomes `2`, wide letters narrow.
2. `DROPPED` characters go: the accents of Latin, Greek and Cyrillic, the points of Hebrew, Arabic and Syriac,
   variation selectors, and what can't be seen inside a word (soft hyphen, joiners, direction marks, tatweel).
   Other marks stay, because there they are letters to a reader: Indic vowel signs, kana voicing marks.
3. Lower case, then `FOLDS`: letters that NFKD leaves whole although people type them plainly (`ß` ss, `ø` o,
   `ł` l, dotless `ı` i), the final sigma, and the letters that are used as apostrophes.
4. Unicode NFC, so that what is left (Hangul, kana, Indic) has one spelling.
5. A token is a run of letters, digits and remaining marks (Unicode categories L, N, M). Everything else
   separates, apostrophes too: `Kazakhstan's` is `kazakhstan`, `s`, so a search for Kazakhstan finds it.
6. In scripts that put no spaces between words (`SPACELESS`: Han, kana, Thai, Lao, Myanmar, Khmer) each
   character is a token; a run of them in a query is a phrase and so finds exactly that run.

Python and browsers know different versions of Unicode. All that depends on the version is the category, the
case and the decomposition of characters that one of the two does not know yet; Han is given by range, so new
ideographs are safe. Rules 2, 3 and 6 are written as code points for the same reason.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

DROPPED = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # accents
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # Arabic
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u0711\u0730-\u074a"  # Arabic extended, Syriac
    "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
    "\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # not to be seen
)
"""Characters that a word is read without, as the inside of a character class."""

FOLDS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ł": "l", "ı": "i",
    "ς": "σ", "ʻ": "'", "ʼ": "'",
}  # fmt: skip
"""Lower-case letter -> how it is searched for."""

IDEOGRAPHS = "\U00020000-\U0003fffd"
"""The planes that are for Han alone: letters, whether or not a version of Unicode knows them yet."""

SPACELESS = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    f"{IDEOGRAPHS}"  # Han
    "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\U0001aff0-\U0001afff\U0001b000-\U0001b16f"  # kana
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff"  # Myanmar, Khmer
)
"""Characters of scripts without spaces, as the inside of a character class."""

_DROP = re.compile(f"[{DROPPED}]+")
_FOLD = re.compile(f"[{''.join(FOLDS)}]")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_ASCII_WORD = re.compile("[a-z0-9]+")


def tokens(text: str) -> list[str]:
    """The tokens of a text in reading order."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    folded = fold(text)
    if folded.isascii():
        return _ASCII_WORD.findall(folded)
    return _word().findall(_SPACELESS.sub(r" \g<0> ", folded).replace("_", " "))


def fold(text: str) -> str:
    """Rules 1 to 4: the text without case and accents."""
    bare = _DROP.sub("", unicodedata.normalize("NFKD", text)).lower()
    return unicodedata.normalize("NFC", _FOLD.sub(lambda letter: FOLDS[letter[0]], bare))


@cache
def _word() -> re.Pattern[str]:
    r"""A run of letters, digits and marks. `\w` has the first two (and `_`), marks must be listed.

    Marks below U+0700 are all in `DROPPED`; above U+1FFFF there are only variation selectors.
    """
    marks = (code for code in range(0x0700, 0x20000) if unicodedata.category(chr(code)).startswith("M"))
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    listed = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return re.compile(rf"[\w{listed}{IDEOGRAPHS}]+")
