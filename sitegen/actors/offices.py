"""The words by which texts call whoever holds an office of a state: `the Kazakh president`.

Only offices that one person holds at a time have such words. Which they are is told by kind, not by list:
heads of state and government, ministers and secretaries of something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen.actors.countries import Country, countries, demonyms
from sitegen.actors.words import word_set

_HEADS = frozenset(
    [
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "chief executive",
        "supreme leader",
        "king",
        "queen",
        "emir",
        "sultan",
        "emperor",
        "secretary of state",
        "attorney general",
        "chancellor of the exchequer",
    ]
)
_SHORT = {"prime minister": ("PM",)}
_SUBJECTS = {"foreign affairs": "foreign", "internal affairs": "interior", "home affairs": "home"}
_SPELLINGS = (("defence", "defense"), ("defense", "defence"), ("labour", "labor"), ("labor", "labour"))
_MANY = word_set(
    "deputy vice acting interim former ex assistant junior shadow state cabinet government permanent under"
    " parliamentary private press first second third party senior honorary general executive personal"
)
"""Words in the title of an office that several people hold, or that is held for somebody else."""

_SMALL = word_set("of for and the")
_OF = re.compile(r" of (?:the )?")
_DEPARTMENT = re.compile(r"(?:minister|secretary of state|secretary) (?:of|for) (?:the )?(?P<subject>.+)")
_TITLED = re.compile(r".+ (?:minister|secretary)")


def phrases(title: str) -> tuple[str, ...]:
    """What texts call the holder of an office with this title, an article left out.

    None for a title that names no state, or an office that several hold: `President of Kazakhstan` gives
    `Kazakh president`, `Kazakhstan's president`, `President of Kazakhstan` and their other spellings.
    """
    found = _parsed(title)
    if found is None:
        return ()
    office, country = found
    made = (
        phrase
        for form in _offices(office.lower())
        for printed in (form, _capitals(form))
        for phrase in _of_country(printed, country)
    )
    return tuple(dict.fromkeys(made))


def _parsed(title: str) -> tuple[str, Country] | None:
    """The office and the state: `Foreign Secretary of the United Kingdom`, `UK Foreign Secretary`."""
    for found in _OF.finditer(title):
        country = _by_name().get(title[found.end() :])
        if country:
            return title[: found.start()], country
    words = title.split()
    for length in range(len(words) - 1, 0, -1):
        country = _by_adjective().get(" ".join(words[:length]))
        if country:
            return " ".join(words[length:]), country
    return None


def _offices(office: str) -> Iterator[str]:
    """The office in its spellings, if one person holds it at a time."""
    if office in _HEADS:
        yield office
        yield from _SHORT.get(office, ())
        return
    if not _MANY.isdisjoint(office.replace("secretary of state for", "").split()):
        return
    department = _DEPARTMENT.fullmatch(office)
    if department:
        subject = department["subject"]
        yield from _spellings(office)
        yield from _spellings(f"{_SUBJECTS.get(subject, subject)} {office.partition(' ')[0]}")
    elif _TITLED.fullmatch(office):
        yield from _spellings(office)


def _spellings(office: str) -> Iterator[str]:
    yield office
    for spelled, other in _SPELLINGS:
        if spelled in office.split():
            yield office.replace(spelled, other)


def _of_country(office: str, country: Country) -> Iterator[str]:
    for name in (country.name, *country.short):
        yield f"{name}'s {office}"
        yield f"{name} {office}"
    for adjective in country.demonyms:
        if _by_adjective().get(adjective) == country:
            yield f"{adjective} {office}"
    acronyms = (f"the {name}" for name in country.short if name.isupper())
    others = (name for name in country.short if not name.isupper())
    for name in (country.after_of, f"the {country.official}", *acronyms, *others):
        yield f"{office} of {name}"
        yield f"{office[0].upper()}{office[1:]} of {name}"


def _capitals(office: str) -> str:
    """With capitals: `Secretary of State`."""
    words = office.split()
    return " ".join(word if word in _SMALL else word[0].upper() + word[1:] for word in words)


@cache
def _by_name() -> dict[str, Country]:
    """States by every name that is theirs alone."""
    claims: dict[str, set[str]] = {}
    for country in countries():
        for form in (country.name, country.official, *country.short):
            claims.setdefault(form, set()).add(country.code)
    codes = {country.code: country for country in countries()}
    return {form: codes[next(iter(owners))] for form, owners in claims.items() if len(owners) == 1}


@cache
def _by_adjective() -> dict[str, Country]:
    """States by name and by adjective, those of several states left out."""
    adjectives = {" ".join(words): c for listed in demonyms().values() for words, c in listed}
    return adjectives | _by_name()
