"""The language of a document that does not say it: identified where its text leaves no doubt."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from chardet import detect

_SAMPLE = 20_000
"""Letters that are looked at."""

_PIECE = 400
"""Characters of a piece: each must read as the language by itself."""

_SHORTEST = 60
"""Letters of a text of which the language can be told; of Chinese, Japanese and Korean a quarter."""

_MOST = 0.8
"""Part of the letters that must be of one script, and of the pieces that must read as one language."""

_DENSE = frozenset(("Hani", "Jpan", "Kore"))
"""Scripts of which a letter says as much as several of others."""

_ADDRESS = re.compile(r"https?://\S+|\]\([^()\s]*\)")

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "THAI": "Thai",
    "CJK": "Hani",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
}
"""ISO 15924 codes of scripts, by the first word of the names that Unicode gives their letters."""


def language_of(texts: Iterable[str]) -> str:
    """The language of a text in parts: its code; empty where it is not certain.

    `und` (BCP 47: undetermined) where that is not certain of a text that is not in Latin letters.
    """
    text = _ADDRESS.sub(" ", " ".join(texts))[:_SAMPLE]
    script, share, letters = _script(text)
    if letters * (4 if script in _DENSE else 1) < _SHORTEST or share < _MOST:
        return ""
    if script not in _SCRIPTS.values():
        return "und"
    text = " ".join(word for word in text.split() if not _foreign_to(script, word))
    pieces = [text[start : start + _PIECE] for start in range(0, max(len(text) - _PIECE // 2, 1), _PIECE)]
    found = Counter(detect(piece.encode("utf-8", "replace"))["language"] or "" for piece in pieces)
    language, times = found.most_common(1)[0]
    certain = times >= _MOST * len(pieces) and _written_in(language, script)
    if script != "Latn":
        return language if certain else "und"
    return language if certain and _and(language) in re.findall(r"\w+", text.lower()) else ""


def language_tag(named: str) -> str:
    """What a document names as its language, as a BCP 47 tag that CLDR knows; empty for what is none."""
    tag = named.strip().replace("_", "-")
    with suppress(ValueError, UnknownLocaleError):
        Locale.parse(tag, sep="-")
        return tag
    return ""


def _script(text: str) -> tuple[str, float, int]:
    """The script of most letters, its part of them, and how many there are. Kana and Han make Japanese."""
    counts = Counter(_script_of(letter) for letter in text if letter.isalpha())
    if counts["Jpan"] * 10 > counts["Hani"]:
        counts["Jpan"] += counts.pop("Hani", 0)
    script, most = counts.most_common(1)[0] if counts else ("", 0)
    return script, most / (counts.total() or 1), counts.total()


@cache
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "?").split()[0]
    return _SCRIPTS.get(name, name)


def _foreign_to(script: str, word: str) -> bool:
    """True for a word in letters of another script, such as what is quoted."""
    scripts = {_script_of(letter) for letter in word if letter.isalpha()}
    return bool(scripts) and script not in scripts and script not in _DENSE


def _written_in(language: str, script: str) -> bool:
    """Whether CLDR knows a language as one that is mostly written in a script."""
    tag: str = get_global("likely_subtags").get(language, "")
    usual = tag.split("_")[1] if tag else ""
    return usual == script or (usual[:3] == "Han" and script == "Hani")


def _and(language: str) -> str:
    """The word for 'and': a text in Latin letters that has none is in no language that is known here."""
    pattern: str = Locale.parse(language).list_patterns["standard"]["2"]
    return next(iter(re.findall(r"\w+", pattern.replace("{0}", "").replace("{1}", ""))), "")
