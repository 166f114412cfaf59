"""Ministries and other offices of a state: `Kazakhstan's interior ministry`, `Chinese Foreign Ministry`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.actors.countries import Country, country_names, demonyms
from sitegen.actors.forms import sightings
from sitegen.actors.lexicon import OFFICE_SUBJECTS
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_HEADS = frozenset(["ministry", "department"])
_OFFICES = frozenset(
    ["foreign office", "home office", "supreme court", "central bank", "presidency", "parliament"]
)
_MOST_WORDS = 5


@dataclass(slots=True, kw_only=True)
class _Office:
    """An office of one state, as a text names it."""

    country: Country
    title: str
    reason: str
    aliases: dict[str, None] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)


def find_ministries(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Offices named with their state; the bare name is an alias where the text uses it for one state only."""
    offices: dict[tuple[str, str], _Office] = {}
    for number, sentence in enumerate(reading.sentences):
        for start, first, end, country in _owned(sentence):
            spots = {(number, at) for at in range(start, end)}
            if spots & taken:
                continue
            title = _title(sentence, first, end)
            office = offices.setdefault(
                (country.code, title),
                _Office(country=country, title=title, reason=sentence.excerpt(start, end)),
            )
            office.aliases[sentence.printed(start, end)] = None
            office.spots |= spots
    _add_bare(reading, list(offices.values()))
    for office in offices.values():
        proposal = Proposal(
            name=f"{office.title} of {office.country.after_of}",
            kind=ActorKind.ORGANISATION,
            aliases=tuple(office.aliases),
            reason=f"an office of a state: “{office.reason}”",
        )
        yield Find(proposal=proposal, spots=frozenset(office.spots))


def _owned(sentence: Sentence) -> Iterator[tuple[int, int, int, Country]]:
    """Offices with the state before them: its first word, first and one past the last word of the office."""
    seen = [*sightings(sentence, country_names()), *sightings(sentence, demonyms())]
    for start, end, country in sorted(set(seen), key=lambda sighting: sighting[:2]):
        last = _end_of_office(sentence, end)
        if last:
            yield start, end, last, country


def _end_of_office(sentence: Sentence, start: int) -> int:
    """One past the last word of the office that starts here; 0 if none does."""
    words: list[str] = []
    for at in range(start, min(start + _MOST_WORDS, len(sentence.words))):
        if ((words or at) and sentence.gap(at) != " ") or (words and sentence.words[at - 1].owns):
            return 0
        words.append(sentence.words[at].text.lower())
        if " ".join(words) in _OFFICES or (len(words) > 1 and words[-1] in _HEADS):
            return at + 1
        if words[-1] not in OFFICE_SUBJECTS and not any(
            office.startswith(" ".join(words)) for office in _OFFICES
        ):
            return 0
    return 0


def _title(sentence: Sentence, start: int, end: int) -> str:
    """The office with capitals: `Foreign Ministry`."""
    words = (word.text for word in sentence.words[start:end])
    return " ".join(word if word in {"and", "of"} else word[0].upper() + word[1:] for word in words)


def _add_bare(reading: Reading, offices: list[_Office]) -> None:
    """Take in `the Interior Ministry` where only one state's is told of; where several are, it names none."""
    by_title: dict[str, list[_Office]] = {}
    for office in offices:
        by_title.setdefault(office.title, []).append(office)
    taken = {spot for office in offices for spot in office.spots}
    for number, sentence in enumerate(reading.sentences):
        for start, end in [] if sentence.headline else list(_bare(sentence)):
            owners = by_title.get(_title(sentence, start, end), [])
            spots = {(number, at) for at in range(start, end)}
            if owners and not spots & taken:
                owners[0].spots |= spots
                if len(owners) == 1:
                    owners[0].aliases[sentence.printed(start, end)] = None


def _bare(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offices written with capitals throughout."""
    for start in range(len(sentence.words)):
        end = _end_of_office(sentence, start)
        if end > start + 1 and all(word.capital for word in sentence.words[start:end] if word.text != "and"):
            yield start, end
