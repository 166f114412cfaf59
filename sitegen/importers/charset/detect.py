"""The encoding that bytes are in, by what they say: chardet proposes readings, doubts are asked.

A reading is believed where chardet finds it clearly the likeliest, where its words look like words,
and where its encoding is one that texts are saved in. All else is told to the person, who decides.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from chardet import detect_all

from sitegen.importers.charset.declared import known, wider

_BELIEVED = frozenset(
    (
        *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "kz1048"),
        *("iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7", "koi8-r", "koi8-u", "cp866"),
        *("mac-roman", "mac-cyrillic", "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949"),
    )
)
"""Python's names of encodings that texts come in. A reading in any other is a doubt, and never believed."""

_SAMPLE = 50_000
"""Bytes that are looked at."""

_MARGIN = 1.01
"""How much likelier than the next the best reading must be: long texts in Polish differ in few letters."""

_SURE = 0.08
"""How likely a reading in another script than Latin is at the least; right ones soon reach 0.1."""

_MUCH = 1.5
"""How much likelier it must be where other letters of names would be English as well."""

_FEW = 3
"""Of fewer different words in Latin letters, nothing is concluded where readings differ."""

_LAST_LATIN = "\u024f"

_ODD = 0.1
"""Part of the words that may look broken in a reading that is believed."""

_AROUND = 12
"""Characters that are shown before and behind a difference."""

_MARKUP = re.compile(rb"<(?:(script|style)\b|(!--)|[a-z/!])")
_FOREIGN = re.compile(rb"[\x80-\xff]")
_BEFORE = 100
"""Bytes before the first that is not ASCII that are looked at in a line."""
_NO_WORDS = re.compile(rb"&#?\w{1,30};|https?://[!-~]+|(?<![\x80-\xff])[0-9#@+(][!-?]*|(?<= )[!-@]+(?= )")
"""Entities, addresses and numbers: the same in every reading."""

_AROUND_WORDS = "“”‘’«»‹›„‚…–—-,.;:!?()[]'\""
_IN_WORDS = "’‘–—…\xad\u200c"
_BESIDE_WORDS = "“”«»„‚®™°€£§\xa0"
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0e30-\u0e4e])+")
"""Letters, and the vowels and tones of Thai, which Unicode calls marks."""
_SCRIPTS = frozenset(("LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "THAI"))
"""Scripts that stand alone in a word, as Unicode names their letters."""
_AMID_LATIN = re.compile(r"[A-Za-z][\u2e80-\uffdc][a-z]")
"""A Chinese character in the place of a letter: elsewhere Latin words stand beside such without a blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Bytes as text of one encoding."""

    encoding: str
    """Python's name of the encoding."""
    text: str
    """A sample of the text."""
    language: str
    """Code of the language that chardet takes it for; may be empty."""
    likely: float
    """How likely it is; chardet's measure, to compare readings of the same bytes by."""
    words: frozenset[str]
    """Its words that are not ASCII."""
    letters: str
    """The letters outside ASCII that they have."""
    odd: int
    """How many of the words look broken."""

    @property
    def latin(self) -> bool:
        """True where no letter is of another script."""
        return all(letter <= _LAST_LATIN for letter in self.letters)


def detect(data: bytes) -> tuple[Reading, ...]:
    """The reading that is believed, alone; else those that may be meant, the likelier first."""
    found = sorted(_readings(_sample(data)), key=lambda one: one.likely, reverse=True)
    if not found:
        return ()
    best, *others = found
    rivals = tuple(one for one in others if one.odd <= best.odd and _may_be_meant(one, best))
    if rivals or _sound(best):
        return (best, *rivals)
    return tuple(found) if others else ()


def _sound(best: Reading) -> bool:
    """True where the likeliest reading is text in an encoding that texts come in."""
    likely = best.latin or best.likely >= _SURE
    return best.encoding in _BELIEVED and best.odd <= _ODD * len(best.words) and likely


def _may_be_meant(other: Reading, best: Reading) -> bool:
    """True for a reading that looks as sound as the likeliest, where that is hardly the likelier.

    Few words in Latin letters may be meant in any reading. What is English does not show how the names in
    it are written: there a reading must be much likelier, or have signs where the other has letters.
    """
    if best.latin and (len(best.words) < _FEW or len(set(best.letters)) == 1):
        return other.encoding in _BELIEVED
    if best.language == "en":
        return len(other.letters) <= len(best.letters) and other.likely * _MUCH >= best.likely
    return other.likely * _MARGIN >= best.likely


def differing_words(one: str, other: str) -> tuple[str, str]:
    """A word in which two readings differ, as each has it; of a long one what is around the difference."""
    pairs = zip(one.split(), other.split(), strict=False)
    mine, others = next(((a, b) for a, b in pairs if a != b), ("", ""))
    place = next((n for n, (a, b) in enumerate(zip(mine, others, strict=False)) if a != b), 0)
    start = max(0, place - _AROUND)
    return mine[start : start + 2 * _AROUND], others[start : start + 2 * _AROUND]


def _sample(data: bytes) -> bytes:
    """Lines with something outside ASCII, without markup and numbers, up to a limit."""
    found: list[bytes] = []
    left = _SAMPLE
    for line in (line for piece in _between_tags(data) for line in io.BytesIO(piece)):
        foreign = _FOREIGN.search(line)
        if foreign:
            start = max(0, foreign.start() - _BEFORE)
            found.append(line[start : start + left])
            left -= len(found[-1])
        if left <= 0:
            break
    return _NO_WORDS.sub(b" ", b" ".join(found))


def _between_tags(data: bytes) -> Iterator[bytes]:
    """What is no markup; all that follows a tag without an end is taken for text."""
    small, place = data.lower(), 0
    while tag := _MARKUP.search(small, place):
        close = b"</" + tag[1] if tag[1] else b"-->" if tag[2] else b">"
        end = small.find(close, tag.end())
        if end < 0:
            break
        yield data[place : tag.start()]
        place = end + (0 if tag[1] else len(close))
    yield data[place:]


def _readings(sample: bytes) -> list[Reading]:
    """All readings that hold nothing but text; encodings that read alike make one."""
    guesses = detect_all(sample, ignore_threshold=True, max_bytes=_SAMPLE) if sample else []
    told = {wider(known(guess["encoding"] or "")): guess for guess in reversed(guesses)}
    found: dict[str, Reading] = {}
    for codec in sorted(_BELIEVED | told.keys(), key=lambda name: (name not in _BELIEVED, name)):
        text = _text(sample, codec)
        guess = told.get(codec)
        likely = guess["confidence"] if guess else 0.0
        if text and (text not in found or (found[text].likely < likely and codec in _BELIEVED)):
            words = frozenset(word for word in text.split() if not word.isascii())
            found[text] = Reading(
                encoding=codec,
                text=text,
                language=(guess["language"] or "") if guess else "",
                likely=likely,
                words=words,
                letters="".join(sign for word in words for sign in word if sign.isalpha() and sign > "\x7f"),
                odd=sum(map(_looks_broken, words)),
            )
    return list(found.values())


def _text(sample: bytes, codec: str) -> str:
    """The sample in an encoding; empty where it is no text. Its end may be cut off."""
    for cut in range(4 if codec else 0):
        with suppress(UnicodeDecodeError):
            text = sample[: len(sample) - cut].decode(codec)
            kinds = {unicodedata.category(sign) for sign in set(text) if not sign.isspace()}
            return "" if kinds & {"Cc", "Cn", "Co"} else text
    return ""


def _looks_broken(word: str) -> bool:
    """True for a capital within it, letters of two scripts, and signs that stand in no word."""
    for letters in _LETTERS.findall(word):
        scripts = {unicodedata.name(letter, "?").split()[0] for letter in letters}
        if len(scripts & _SCRIPTS) > 1 or _AMID_LATIN.search(letters):
            return True
        if any(letter.isupper() and not letter.isascii() for letter in letters[1:]) and not letters.isupper():
            return True
    word = f" {word.strip(_AROUND_WORDS)} "
    return any(
        _stands_in_no_word(sign, word[place] + word[place + 2]) for place, sign in enumerate(word[1:-1])
    )


def _stands_in_no_word(sign: str, beside: str) -> bool:
    """True for a sign that is none of words, beside letters that have capitals."""
    if sign.isascii() or sign in _IN_WORDS or unicodedata.category(sign)[0] in "LM":
        return False
    cased = sum(letter.lower() != letter.upper() for letter in beside)
    return cased == 2 or (cased == 1 and sign not in _BESIDE_WORDS)
