"""The encoding that bytes are in, by what they say: charset-normalizer proposes readings, languages decide.

A reading is believed where its text is of a language that is written in that encoding: its letters,
and its commonest words. Two readings that are believed alike are told to the person, who decides.
"""

from __future__ import annotations

import codecs
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from charset_normalizer import CharsetMatch, from_bytes

from sitegen.importers.charset.languages import LANGUAGES, Language

_CANDIDATES = sorted({codec for language in LANGUAGES for codec in language.encodings})

_SAMPLE = 50_000
"""Bytes that are looked at."""

_MESS = 0.1
"""How much messier than the cleanest reading one may be; charset-normalizer's measure."""

_FIT = 0.9
"""Part of the characters outside ASCII that must be of the language."""

_STRENGTH = 0.12
"""Evidence that a reading needs to be believed; a tenth to a half of a text are its commonest words."""

_ALONE = 0.08
"""Evidence that is enough where nothing speaks for any other reading."""

_RIVAL = 0.04
"""Evidence for another reading that has to be outdone."""

_LETTER = 0.02
"""Evidence that each letter of the language's own adds, where the text has no letters but these."""

_MARGIN = 1.3
"""How much stronger than the next the best reading must be."""

_RARE = {"mac_roman": 0.7, "mac_cyrillic": 0.7, "iso8859_3": 0.7}
"""Encodings that few texts come in: these need to be the better reading by more."""

_AROUND = 12
"""Characters that are shown before and behind a difference."""

_CLEAR = 0.5
"""How much more of the characters in which two readings differ must fit the language of one."""

_COMMON = {"Chinese": 0.12, "Japanese": 0.3, "Korean": 0.2}
"""Part of a text that its language's commonest characters make, at the least."""

_MARKUP = re.compile(rb"<(?:(script|style)\b|(!--)|[a-z/!])")
_FOREIGN = re.compile(rb"[\x80-\xff]")
_BEFORE = 100
"""Bytes before the first that is not ASCII that are looked at in a line."""
_ENTITY = re.compile(rb"&#?\w{1,30};")

_QUOTES = frozenset("“”‘«»‹›„‚")
_SIGNS = frozenset("–—•…€£°©®™§½²³№")
_BLANKS = frozenset("\xa0\xad\u200e\u200f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Bytes as text of one encoding."""

    encoding: str
    """Python's name of the encoding."""
    text: str
    """A sample of the text."""
    language: str = ""
    """The language that it is in; empty where nothing but signs is outside ASCII."""
    strength: float = 0.0
    """How much speaks for it."""


def detect(data: bytes) -> tuple[Reading, ...]:
    """The reading that is believed, alone; else those that may be meant, the likelier first."""
    found = sorted(_readings(_sample(data)), key=lambda reading: reading.strength, reverse=True)
    likely = [reading for reading in found if reading.strength]
    if len(likely) == 1 and likely[0].strength >= _ALONE:
        return (likely[0],)
    for reading in likely:
        rivals = (other for other in likely if other is not reading and other.strength >= _RIVAL)
        if reading.strength >= _STRENGTH and all(_beats(reading, other) for other in rivals):
            return (reading,)
    return tuple(found) if len(found) > 1 else ()


def _beats(one: Reading, other: Reading) -> bool:
    """True where a reading is much better than another: where the two differ, or as a whole."""
    mine, others = _fits_where_they_differ(one, other)
    if abs(mine - others) >= _CLEAR:
        return mine > others
    return one.strength >= _MARGIN * other.strength


def differing_words(one: str, other: str) -> tuple[str, str]:
    """A word in which two readings differ, as each has it; of a long one what is around the difference."""
    pairs = zip(one.split(), other.split(), strict=False)
    mine, others = next(((a, b) for a, b in pairs if a != b), ("", ""))
    place = next((n for n, (a, b) in enumerate(zip(mine, others, strict=False)) if a != b), 0)
    start = max(0, place - _AROUND)
    return mine[start : start + 2 * _AROUND], others[start : start + 2 * _AROUND]


def _sample(data: bytes) -> bytes:
    """Lines with something outside ASCII, without markup, up to a limit; the last may be cut off."""
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
    return _ENTITY.sub(b" ", b" ".join(found))


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
    """All readings that are not much messier than the cleanest; encodings that read alike make one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for codec in _CANDIDATES:
        with suppress(UnicodeDecodeError):
            alike[codecs.getincrementaldecoder(codec)().decode(sample)].append(codec)
    matches = [(_match(text, names[0]), text, names) for text, names in alike.items() if text]
    cleanest = min((match.chaos for match, _, _ in matches if match), default=0)
    return [
        _witnessed(names, text, match.coherence)
        for match, text, names in matches
        if match and match.chaos <= cleanest + _MESS
    ]


def _match(text: str, codec: str) -> CharsetMatch | None:
    """What charset-normalizer says of one reading: each is asked by itself, for of many it skips some."""
    return from_bytes(text.encode(codec), cp_isolation=[codec], threshold=0.3, enable_fallback=False).best()


def _witnessed(names: Sequence[str], text: str, coherence: float) -> Reading:
    """The reading with the language that speaks most for it."""
    best = Reading(encoding=names[0], text=text)
    if "cp1252" in names and _fit(text, None, range(len(text))) == 1:
        best = Reading(encoding="cp1252", text=text, strength=_STRENGTH)
    for language in LANGUAGES:
        codec = next((codec for codec in language.encodings if codec in names), "")
        strength = _strength(text, language, coherence) * _RARE.get(codec, 1.0) if codec else 0.0
        if strength > best.strength:
            best = Reading(encoding=codec, text=text, language=language.name, strength=strength)
    return best


def _strength(text: str, language: Language, coherence: float) -> float:
    if language.common:
        signs = [sign for sign in text if sign > "\u2fff"]
        common = sum(sign in language.common for sign in signs) / (len(signs) or 1)
        return common if common >= _COMMON[language.name] else 0.0
    fit = _fit(text, language, range(len(text)))
    words = re.findall(r"[^\W\d_]+", text.lower())
    own = [letter for word in words for letter in word if letter in language.letters]
    if fit < _FIT or (not language.latin and len(own) * 3 < sum(map(len, words))):
        return 0.0
    found = [word for word in words if word in language.words]
    told = len(found) / len(words) if len(found) > 2 and any(len(word) > 1 for word in found) else 0.0
    letters = _LETTER * len(set(own)) * (fit == 1) if language.latin else float(coherence) / 2
    return (told + letters) * fit**8 * _casing(text)


def _casing(text: str) -> float:
    """Less than 1 for capitals only, and for none at all, as whole texts seldom are where there are both."""
    small, large = sum(map(str.islower, text)), sum(map(str.isupper, text))
    if small + large < 20:
        return 1.0
    return 0.3 if large > small else 0.5 if large * 1000 < small else 1.0


def _fit(text: str, language: Language | None, places: Sequence[int]) -> float:
    """Part of the characters outside ASCII at these places that are where the language has them."""
    foreign = [place for place in places if text[place] > "\x7f" and text[place] not in _BLANKS]
    return sum(_sits_well(text, place, language) for place in foreign) / (len(foreign) or 1)


def _sits_well(text: str, place: int, language: Language | None) -> bool:
    here, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if language and _small(here) in language.letters:
        return not (here.isupper() and before.islower())
    if here == "’":
        return before.isalpha() or not after.isalpha()
    if here in _QUOTES:
        return not (before.isalpha() and after.isalpha())
    return here in _SIGNS and (here in "–—©°" or not after.isalpha())


def _small(letter: str) -> str:
    return "ı" if letter == "İ" else letter.lower()


def _fits_where_they_differ(one: Reading, other: Reading) -> tuple[float, float]:
    if len(one.text) != len(other.text):
        return 0.0, 0.0
    places = [place for place in range(len(one.text)) if one.text[place] != other.text[place]]
    by_name = {language.name: language for language in LANGUAGES}
    return (
        _fit(one.text, by_name.get(one.language), places),
        _fit(other.text, by_name.get(other.language), places),
    )
