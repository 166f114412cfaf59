# ruff: noqa: INP001 - a script, no package
"""Make the lists of names in `sitegen/data/` from those in the PyPI package Faker (made with 40.54.0).

    python tools/reduce_first_names.py sitegen/data

Needs faker and english-words (2.0.2) beside sitegen's own dependencies. Keeps names in alphabets whose
letters spell a name out, in ASCII, one a line:

- `first_names.txt`: given names that several of Faker's locales have, or two if they mean nothing else;
- `rare_first_names.txt`: given names of one locale that mean nothing else, and of two that are words;
- `surnames.txt`: family names that several locales have, or fewer if they mean nothing else.

To mean something else is to be an English word, a country, its adjective or its capital.

The list of all English names (locale `en`) counts for the first only: it has too many odd ones. The
licence of Faker goes beside them.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as locales
from anyascii import anyascii
from english_words import get_english_words_set

from sitegen.actors.countries import is_place

SEVERAL_LOCALES = 3
TWO_LOCALES = 2
ALPHABETS = {"LATIN", "CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN"}
Locales = dict[str, set[str]]


def names(kind: str) -> Iterator[tuple[str, str]]:
    """Every locale with each of its names of a kind: `first_` or `last_`."""
    for module in pkgutil.iter_modules(locales.__path__):
        provider = importlib.import_module(f"{locales.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if attribute.startswith(kind) and isinstance(listed, dict | tuple | list):
                yield from ((module.name, name) for name in listed if isinstance(name, str))


def in_ascii(name: str) -> str:
    """The name in ASCII; empty if it is not one word of these alphabets, or only a letter."""
    alphabets = {unicodedata.name(c, "?").split()[0] for c in name if c.isalpha()}
    ascii_name = anyascii(name)
    usable = (
        alphabets <= ALPHABETS and ascii_name.isalpha() and ascii_name[0].isupper() and len(ascii_name) > 1
    )
    return ascii_name.capitalize() if usable else ""


def locales_of(kind: str) -> Locales:
    """The locales of each name of a kind."""
    found: Locales = {}
    for locale, name in names(kind):
        if spelled := in_ascii(name):
            found.setdefault(spelled, set()).add(locale)
    return found


def main(target: Path) -> None:
    """Write the lists and the licence."""
    english = {word for word in get_english_words_set(["web2", "gcide"], alpha=True) if word.islower()}
    first, last = locales_of("first_"), locales_of("last_")
    plain = {name for name in first | last if name.lower() not in english and not is_place(name)}
    several = {name for name, where in first.items() if len(where) >= SEVERAL_LOCALES}
    common = several | {name for name, where in first.items() if len(where) == TWO_LOCALES and name in plain}
    rare = {
        name
        for name, where in first.items()
        if where != {"en"} and (name in plain or (len(where) == TWO_LOCALES and not is_place(name)))
    }
    rare -= common
    surnames = {
        name
        for name, where in last.items()
        if where != {"en"} and (len(where) >= TWO_LOCALES or name in plain)
    }
    for file, listed in (("first_names", common), ("rare_first_names", rare), ("surnames", surnames)):
        (target / f"{file}.txt").write_text("\n".join(sorted(listed)) + "\n", encoding="utf-8")
    licences = importlib.metadata.files("faker") or []
    licence = next(file.read_text() for file in licences if file.name == "LICENSE.txt")
    (target / "first_names.LICENSE.txt").write_text(licence.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
