"""The script of a name, as its letters show it."""

from __future__ import annotations

import unicodedata

_CODES = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "BOPOMOFO": "Bopo",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KANNADA": "Knda",
    "KATAKANA": "Jpan",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MALAYALAM": "Mlym",
    "MONGOLIAN": "Mong",
    "MYANMAR": "Mymr",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}
"""First word of a letter's Unicode name -> ISO 15924 code."""


def script_of(name: str) -> str:
    """ISO 15924 code of the script in which the name's first letter is written.

    `Zyyy` (undetermined) for a name without letters, or of a script that is not listed here.
    """
    first = next((letter for letter in name if letter.isalpha()), "0")
    words = unicodedata.name(first, "").removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ").split()
    return _CODES.get(words[0], "Zyyy") if words else "Zyyy"
