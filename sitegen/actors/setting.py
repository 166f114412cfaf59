"""Where a document plays: the country whose police, ministries and courts it means when it names no other."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from sitegen.actors.countries import Country, capitals, countries, country_names, demonyms
from sitegen.actors.forms import sightings
from sitegen.actors.reading import Reading

_CLEARLY = 2
_OPENING_WEIGHS = 3
_ENOUGH_MARKS = 3

# What a country's own press writes where it need not name the country.
_MARKS = {
    "US": "Congress Senate Sen Rep Capitol Republicans Democrats FBI Pentagon GOP Medicaid NYPD LAPD Rotunda",
    "GB": "Commons Downing Whitehall MPs Tories Labour Holyrood NHS Ofcom Stormont Senedd",
    "IN": "Lok Rajya BJP crore lakh CBI NDRF",
    "CA": "RCMP NDP Ottawa Conservatives Parliament",
    "NZ": "Beehive Māori Maori Aotearoa",
}


@lru_cache(maxsize=1)
def setting(reading: Reading) -> Country | None:
    """The country or territory that the document is about, if one stands out clearly.

    It is named in the headline, or nowhere is another; or the words are those of its own press.
    """
    everywhere: Counter[str] = Counter()
    opening: set[str] = set()
    named: set[str] = set()
    for number, sentence in enumerate(reading.sentences):
        seen = {at: country.code for names in _TABLES for at, _, country in sightings(sentence, names())}
        opens = number < reading.opening
        everywhere.update(dict.fromkeys(seen.values(), _OPENING_WEIGHS if opens else 1))
        opening.update(seen.values() if opens else ())
        named.update(country.code for _, _, country in sightings(sentence, country_names()))
    headline = reading.sentences[0] if reading.sentences else None
    told = {country.code for _, _, country in sightings(headline, country_names())} if headline else set()
    (code, most), (_, second) = [*everywhere.most_common(2), ("", 0), ("", 0)][:2]
    if code in opening or (len(everywhere) == 1 and named == {code}):
        clearly = most >= _CLEARLY * second or (told == {code} and most > second)
        return _country(code) if clearly else None
    marks = {code: len(reading.printed & set(words.split())) for code, words in _MARKS.items()}
    own = max(marks, key=lambda code: (marks[code], code))
    return _country(own) if marks[own] >= _ENOUGH_MARKS and not opening - {own} else None


_TABLES = (country_names, demonyms, capitals)


def _country(letters: str) -> Country | None:
    return next((country for country in countries() if country.code == letters), None)
