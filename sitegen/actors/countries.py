"""Countries by their English names. Where the data comes from: `sitegen/data/README.md`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sitegen.actors.forms import Table, table

_WITH_ARTICLE = ("Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """Its name."""
    official: str
    """Its formal name."""
    short: tuple[str, ...]
    """Other forms that name it and nothing else, for example `UK`."""
    demonyms: tuple[str, ...]
    """Adjectives."""
    capitals: tuple[str, ...]
    """Seats of its government."""
    state: bool
    """False for territories of another country."""

    @property
    def after_of(self) -> str:
        """The name as it stands after `of`: `the United States`."""
        article = self.name.startswith("United ") or self.name.endswith(
            (*_WITH_ARTICLE, " Republic", " Islands")
        )
        return f"the {self.name}" if article else self.name


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories, read at first need."""
    rows = json.loads(files("sitegen").joinpath("data", "countries.json").read_text(encoding="utf-8"))
    lists = ("short", "demonyms", "capitals")
    return tuple(Country(**row | {key: tuple(row[key]) for key in lists}) for row in rows)


@cache
def country_names() -> Table[Country]:
    """Countries by name, formal name and short form."""
    return table((form, c) for c in countries() for form in (c.name, c.official, *c.short))


@cache
def demonyms() -> Table[Country]:
    """Countries by adjective; states win over territories, and an adjective of several states is left out."""
    claims: dict[str, list[Country]] = {}
    for country in countries():
        for form in country.demonyms:
            claims.setdefault(form, []).append(country)
    states = {form: [c for c in claimed if c.state] or claimed for form, claimed in claims.items()}
    return table((form, claimed[0]) for form, claimed in states.items() if len(claimed) == 1)


@cache
def capitals() -> Table[Country]:
    """States by capital."""
    return table((form, c) for c in countries() if c.state for form in c.capitals)


@cache
def _place_names() -> frozenset[str]:
    return frozenset(
        form for c in countries() for form in (c.name, c.official, *c.short, *c.demonyms, *c.capitals)
    )


def is_place(name: str) -> bool:
    """Whether this is a country, a capital, or the adjective of a country; the last also in plural."""
    return name in _place_names() or name.removesuffix("s") in _place_names()
