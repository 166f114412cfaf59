# ruff: noqa: INP001 - a script, no package
"""Make `sitegen/data/first_names.txt` from the given names in the PyPI package Faker (made with 40.54.0).

    python tools/reduce_first_names.py sitegen/data

Needs faker beside sitegen's own dependencies. Keeps the names in alphabets whose letters spell a name out
that at least three of its locales have: rarer ones are too often a word of another language. They are
written in ASCII, one a line. Faker's licence goes beside it.
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

ENOUGH_LOCALES = 3
ALPHABETS = {"LATIN", "CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN"}


def given_names() -> Iterator[tuple[str, str]]:
    """Every locale with each of its given names."""
    for module in pkgutil.iter_modules(locales.__path__):
        provider = importlib.import_module(f"{locales.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            names = getattr(provider, attribute)
            if attribute.startswith("first_") and isinstance(names, dict | tuple | list):
                yield from ((module.name, name) for name in names if isinstance(name, str))


def in_ascii(name: str) -> str:
    """The name in ASCII; empty if it is not one word of these alphabets, or only a letter."""
    alphabets = {unicodedata.name(c, "?").split()[0] for c in name if c.isalpha()}
    ascii_name = anyascii(name)
    usable = (
        alphabets <= ALPHABETS and ascii_name.isalpha() and ascii_name[0].isupper() and len(ascii_name) > 1
    )
    return ascii_name.capitalize() if usable else ""


def main(target: Path) -> None:
    """Write the names and the licence."""
    locales_of: dict[str, set[str]] = {}
    for locale, name in given_names():
        locales_of.setdefault(in_ascii(name), set()).add(locale)
    names = sorted(name for name, where in locales_of.items() if name and len(where) >= ENOUGH_LOCALES)
    (target / "first_names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    files = importlib.metadata.files("faker") or []
    licence = next(file.read_text() for file in files if file.name == "LICENSE.txt")
    (target / "first_names.LICENSE.txt").write_text(licence.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
