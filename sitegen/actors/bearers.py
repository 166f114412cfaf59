"""Names that people bear somewhere. Where the lists come from: `sitegen/data/README.md`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from anyascii import anyascii

_LONG_ENOUGH = 5
_ALIKE = str.maketrans("yjwkq", "iivcc")
_SAME = {
    "kh": "h",
    "ph": "f",
    "ks": "x",
    "iy": "i",
    "yi": "i",
    "ii": "i",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "sch": "sh",
}
_PAIRS = re.compile("|".join(sorted(_SAME, key=len, reverse=True)))


@cache
def _listed(name: str) -> frozenset[str]:
    """A list of names in ASCII, read at first need."""
    return frozenset(files("sitegen").joinpath("data", f"{name}.txt").read_text(encoding="utf-8").split())


@cache
def _sounds(name: str) -> frozenset[str]:
    """A list as it sounds, for names that are spelled in several ways."""
    return frozenset(sound for listed in _listed(name) if len(sound := _sound(listed)) >= _LONG_ENOUGH)


def _sound(name: str) -> str:
    """The name without the differences that romanisations make: `Volodymyr`, `Volodimir`."""
    return re.sub(r"(.)\1", r"\1", _PAIRS.sub(lambda match: _SAME[match[0]], name.lower()).translate(_ALIKE))


def _spelled(word: str) -> str:
    """The name in ASCII with one capital; hyphenated names by their first part."""
    return anyascii(word).split("-")[0].replace("'", "").capitalize()


def is_first_name(word: str) -> bool:
    """Whether a word is given as a name in several countries, or is a name and nothing else."""
    return _spelled(word) in _listed("first_names")


def is_rare_first_name(word: str) -> bool:
    """Whether a word is given as a name somewhere."""
    spelled = _spelled(word)
    sound = _sound(spelled)
    return spelled in _listed("rare_first_names") or any(
        sound in _sounds(name) for name in ("first_names", "rare_first_names")
    )


def is_surname(word: str) -> bool:
    """Whether a word is a family name somewhere."""
    return _spelled(word) in _listed("surnames") or _sound(_spelled(word)) in _sounds("surnames")
