"""Which countries words name, by name or adjective: to tell the ministries of two states apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sitegen.actors.countries import countries
from sitegen.actors.tongues.words import longer_states

LONGEST = 4
"""Words of the longest name that is looked for beside another name."""

_BRACKETS = re.compile(r" \(.*\)")
_NOBODY: frozenset[str] = frozenset()


def codes_of(form: str) -> frozenset[str]:
    """ISO codes of the countries that have this name or adjective."""
    return _codes().get(form, _NOBODY)


def codes_at_end(words: Sequence[str]) -> frozenset[str]:
    """Codes of the countries that the last words name, the longest name first."""
    return next((codes for at in range(len(words)) if (codes := codes_of(" ".join(words[at:])))), _NOBODY)


def codes_at_start(words: Sequence[str]) -> frozenset[str]:
    """Codes of the countries that the first words name, the longest name first."""
    lengths = range(len(words), 0, -1)
    return next((codes for length in lengths if (codes := codes_of(" ".join(words[:length])))), _NOBODY)


def codes_within(words: Sequence[str]) -> frozenset[str]:
    """Codes of all countries that are named among these words."""
    return _NOBODY.union(*(codes_at_start(words[at : at + LONGEST]) for at in range(len(words))))


def long_names() -> Iterator[tuple[str, str, bool]]:
    """Names and adjectives of several words, each with its country's code and whether it is a name."""
    for country in countries():
        names = {_BRACKETS.sub("", form) for form in (country.name, country.official, *country.short)}
        for form in sorted({*names, *country.demonyms}):
            if " " in form or "-" in form:
                yield form, country.code, form in names
    for form, code in longer_states():
        yield form, code, True


@cache
def _codes() -> dict[str, frozenset[str]]:
    claims: dict[str, set[str]] = {}
    for country in countries():
        for form in (country.name, country.official, *country.short, *country.demonyms):
            claims.setdefault(form, set()).add(country.code)
    return {form: frozenset(codes) for form, codes in claims.items()}
