"""Ministries and other offices of a state: `Kazakhstan's interior ministry`, `Chinese Foreign Ministry`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.actors.acting import acts
from sitegen.actors.countries import Country, capitals, countries, country_names, demonyms
from sitegen.actors.forms import sightings
from sitegen.actors.lexicon import OFFICE_SUBJECTS
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.setting import setting
from sitegen.actors.verbs import PLURAL_ACTING
from sitegen.model import ActorKind

_HEADS = frozenset(["ministry", "department", "command"])
_OFFICES = frozenset(
    [
        *("foreign office", "home office", "supreme court", "high court", "constitutional court"),
        *("central bank", "presidency", "parliament", "national assembly", "electoral commission"),
        *("election commission", "national guard", "security council", "attorney general's office"),
    ]
)
# Offices of which a text tells in passing, too: they count only where they act.
_FORCES = frozenset(
    [
        *("army", "navy", "air force", "military", "police", "coastguard", "coast guard", "parliament"),
        *("senate", "intelligence service", "security service", "border guard"),
    ]
)
# Offices that every state has and that a text means its own country's by, where it names none.
_AT_HOME = frozenset(
    [
        *("interior ministry", "health ministry", "justice ministry", "defence ministry", "defense ministry"),
        *("education ministry", "emergency ministry", "emergencies ministry", "ministry of interior"),
        *("supreme court", "constitutional court", "high court", "transport ministry", "finance ministry"),
        *("labour department", "health department", "national assembly", "election commission"),
    ]
)
_SUBJECTS = OFFICE_SUBJECTS | frozenset(
    ["southern", "northern", "eastern", "western", "central", "air", "armed"]
)
_BEGINNINGS = frozenset(
    " ".join(office.split()[:length])
    for office in _OFFICES | _FORCES
    for length in range(1, len(office.split()))
)
# Only one state calls its ministries so; others are named with their state.
_OF_BRITAIN = frozenset(["Foreign Office"])
_MOST_WORDS = 5
_SHORTEST = 3


class _Seen(NamedTuple):
    """An office where it stands: first word with its state, first and one past the last word without it, one
    past the last word with it, its state.
    """

    number: int
    start: int
    first: int
    last: int
    end: int
    country: Country


@dataclass(slots=True, kw_only=True)
class _Office:
    """An office of one state, as a text names it."""

    country: Country
    title: str
    reason: str
    aliases: dict[str, None] = field(default_factory=dict)
    bare: dict[str, None] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)

    def find(self) -> Find:
        """The proposal. The bare name is a weak alias beside a full one, else one of this document alone."""
        bare = tuple(form for form in self.bare if form not in self.aliases)
        proposal = Proposal(
            name=f"{self.title} of {self.country.after_of}",
            kind=ActorKind.ORGANISATION,
            aliases=(*self.aliases, *(bare if self.aliases else ())),
            weak=bare if self.aliases else (),
            local=() if self.aliases else bare,
            reason=f"an office of a state: “{self.reason}”",
        )
        return Find(proposal=proposal, spots=frozenset(self.spots))


def find_ministries(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Offices named with their state; the bare name is a local form where the text has one state's only."""
    offices: dict[tuple[str, str], _Office] = {}
    for number, sentence in enumerate(reading.sentences):
        for seen in _owned(number, sentence):
            spots = {(number, at) for at in range(seen.start, seen.end)}
            if spots & taken:
                continue
            title = _title(sentence, seen.first, seen.last)
            office = offices.setdefault(
                (seen.country.code, title),
                _Office(country=seen.country, title=title, reason=sentence.excerpt(seen.start, seen.end)),
            )
            office.aliases[sentence.printed(seen.start, seen.end)] = None
            office.spots |= spots
    _add_bare(reading, offices, taken)
    for office in offices.values():
        yield office.find()


def _owned(number: int, sentence: Sentence) -> Iterator[_Seen]:
    """Offices with the state that the text says they are of."""
    named = {*sightings(sentence, country_names()), *sightings(sentence, demonyms())}
    nations = sorted(named, key=lambda sighting: sighting[:2])
    ended: set[int] = set()
    for start, end, country in nations:
        last = _end_of_office(sentence, end)
        if last and last not in ended:
            ended.add(last)
            yield _Seen(number, start, end, last, last, country)
    for start, end, country in sightings(sentence, capitals()):
        # `the foreign ministry in Male`
        first = _start_of_office(sentence, start)
        if first < start - 1:
            yield _Seen(number, first, first, start - 1, end, country)
    yield from _its(number, sentence, {country for _, _, country in nations}, nations[0][0] if nations else 0)


def _its(number: int, sentence: Sentence, states: set[Country], first: int) -> Iterator[_Seen]:
    """`its foreign ministry` after the only country of the sentence."""
    for at, word in enumerate(sentence.words):
        end = _end_of_office(sentence, at + 1) if word.text == "its" and at > first else 0
        if end and len(states) == 1:
            yield _Seen(number, at + 1, at + 1, end, end, next(iter(states)))


def _start_of_office(sentence: Sentence, place: int) -> int:
    """First word of an office before `in` and this place; the place itself if there is none."""
    if place < _SHORTEST or sentence.words[place - 1].text != "in" or sentence.gap(place) != " ":
        return place
    for first in range(place - 2, max(-1, place - 2 - _MOST_WORDS), -1):
        if first + 1 < place - 1 and _end_of_office(sentence, first) == place - 1:
            return first
    return place


def _end_of_office(sentence: Sentence, start: int) -> int:
    """One past the last word of the office that starts here; 0 if none does."""
    words: list[str] = []
    for at in range(start, min(start + _MOST_WORDS, len(sentence.words))):
        if ((words or at) and sentence.gap(at) != " ") or (words and sentence.words[at - 1].owns):
            return 0
        words.append(sentence.words[at].text.lower())
        name = " ".join(words)
        if name in _FORCES:
            return at + 1 if _acts(sentence, at + 1) else 0
        if name in _OFFICES or (len(words) > 1 and words[-1] in _HEADS):
            return at + 1
        if words[-1] not in _SUBJECTS and name not in _BEGINNINGS:
            return 0
    return 0


def _acts(sentence: Sentence, end: int) -> bool:
    """Whether a verb follows, one for several too: `police say`."""
    follows = end < len(sentence.words) and sentence.gap(end) == " "
    return acts(sentence, end) or (follows and sentence.words[end].text in PLURAL_ACTING)


def _title(sentence: Sentence, start: int, end: int) -> str:
    """The office with capitals: `Foreign Ministry`."""
    words = (word.text for word in sentence.words[start:end])
    return " ".join(word if word in {"and", "of"} else word[0].upper() + word[1:] for word in words)


def _add_bare(reading: Reading, offices: dict[tuple[str, str], _Office], taken: frozenset[Spot]) -> None:
    """Take in `the Interior Ministry` where only one state's is told of; where several are, it names none.

    Where none is told of, it is that of the country that the document is about.
    """
    owners: dict[str, list[_Office]] = {}
    for office in offices.values():
        owners.setdefault(office.title.lower(), []).append(office)
    used = {spot for office in offices.values() for spot in office.spots} | taken
    home = setting(reading)
    britain = next(country for country in countries() if country.code == "GB")
    for number, sentence in enumerate(reading.sentences):
        for start, end in _bare(sentence):
            title = _title(sentence, start, end)
            spots = {(number, at) for at in range(start, end)}
            told = owners.get(title.lower(), [])
            if spots & used:
                continue
            owner = britain if title in _OF_BRITAIN else home if title.lower() in _AT_HOME else None
            if not told and owner and _named(sentence, end):
                office = _Office(country=owner, title=title, reason=sentence.excerpt(start, end))
                offices[owner.code, title] = office
                owners[title.lower()] = told = [office]
            if told:
                told[0].spots |= spots
            if len(told) == 1:
                told[0].bare[sentence.printed(start, end)] = None


def _named(sentence: Sentence, end: int) -> bool:
    """Whether the text has capitals for it, or tells that it acts."""
    return sentence.words[end - 1].capital or _acts(sentence, end)


def _bare(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offices without their state, after an article or with capitals throughout."""
    for start in range(len(sentence.words)):
        end = _end_of_office(sentence, start)
        capitals_only = all(word.capital for word in sentence.words[start:end] if word.text != "and")
        before = sentence.words[start - 1] if start else None
        article = bool(before) and before.text.lower() == "the" if before else False
        named = bool(before and before.capital and not before.opens and not before.owns) if before else False
        if end > start + 1 and (capitals_only or article) and not named:
            yield start, end
