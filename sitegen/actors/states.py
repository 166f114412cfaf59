"""States: named as one that acts or is dealt with, not as the place where something happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.actors.countries import Country, capitals, country_names, demonyms
from sitegen.actors.forms import Table, sightings
from sitegen.actors.lexicon import ACTING, CALENDAR, COMPASS, GEOGRAPHY, HEADS_OF, INSIDE, PUBLIC_NOUNS, WITH
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

# Names that people bear and other places have: the text must also use the adjective or the capital.
_NEEDS_COMPANY = frozenset({"GE", "JO", "TD"})

Sighting = tuple[int, int, Country]


@dataclass(slots=True, kw_only=True)
class _Named:
    """How a text names a state."""

    country: Country
    forms: dict[str, None] = field(default_factory=dict)
    reason: str = ""
    always: bool = True


def find_states(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """States that act. Other names that the text uses become aliases; a capital only if it always acts."""
    del taken  # a state is named within the name of its ministry, too
    states = _named(reading, country_names())
    seats = {code: seat for code, seat in _named(reading, capitals()).items() if seat.always}
    company = {*_named(reading, demonyms()), *_named(reading, capitals())}
    for code, state in states.items():
        seat = seats.get(code)
        reason = state.reason or (seat.reason if seat else "")
        if reason and state.country.state and (code not in _NEEDS_COMPANY or code in company):
            forms = [*state.forms, *(seat.forms if seat else ())]
            proposal = Proposal(
                name=state.country.name,
                kind=ActorKind.STATE,
                aliases=tuple(form for form in forms if form != state.country.name),
                reason=f"acts or is dealt with: “{reason}”",
            )
            yield Find(proposal=proposal)


def _named(reading: Reading, names: Table[Country]) -> dict[str, _Named]:
    """States by code, with the forms that the text uses and the first words in which they act."""
    named: dict[str, _Named] = {}
    for sentence in reading.sentences:
        seen = list(sightings(sentence, names))
        for number, (start, end, country) in enumerate(seen):
            state = named.setdefault(country.code, _Named(country=country))
            whole = not _part_of_name(sentence, start, end)
            acts = whole and _acts_in_list(sentence, seen, number)
            state.always = state.always and acts
            if whole:
                state.forms[sentence.printed(start, end)] = None
            if acts and not state.reason:
                state.reason = sentence.excerpt(start, end)
    return named


def _acts_in_list(sentence: Sentence, seen: list[Sighting], number: int) -> bool:
    """Whether a state acts, by itself or as one of several: `with Armenia, Belarus and Kyrgyzstan`."""
    first = number
    while first and _listed(sentence, seen[first - 1][1], seen[first][0]):
        first -= 1
    last = number
    while last + 1 < len(seen) and _listed(sentence, seen[last][1], seen[last + 1][0]):
        last += 1
    if first == last:
        return _acts(sentence, seen[number][0], seen[number][1])
    return _before(sentence, seen[first][0]) or (
        _after(sentence, seen[last][0], seen[last][1]) and _free(sentence, seen[first][0])
    )


def _listed(sentence: Sentence, end: int, start: int) -> bool:
    between = [word.text for word in sentence.words[end:start]]
    return between == ["and"] or (not between and sentence.gap(start) == ", ")


def _acts(sentence: Sentence, start: int, end: int) -> bool:
    return _before(sentence, start) or _after(sentence, start, end)


def _before(sentence: Sentence, start: int) -> bool:
    """Whether what stands before makes it a party: `between`, `the leaders of`."""
    previous = _previous(sentence, start)
    if previous in WITH:
        return True
    at = start - 1 - (previous == "the")
    return (
        previous in {"of", "the"}
        and at > 0
        and sentence.words[at].text == "of"
        and (sentence.words[at - 1].text.lower() in HEADS_OF)
    )


def _after(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what follows makes it one that acts: a verb, a government, what it owns."""
    if end >= len(sentence.words):
        return False
    following = sentence.words[end]
    word = following.text.lower()
    if sentence.words[end - 1].owns:
        return word in PUBLIC_NOUNS or (word not in GEOGRAPHY and sentence.gap(start) != ", ")
    if following.before != " ":
        return False
    if word in PUBLIC_NOUNS and not following.capital:
        return True
    return (word in ACTING or (word.endswith("ed") and not following.capital)) and _free(sentence, start)


def _free(sentence: Sentence, start: int) -> bool:
    """Whether no preposition before it makes it a part of something else."""
    return _previous(sentence, start) not in INSIDE | WITH | {"of", "on"}


def _previous(sentence: Sentence, start: int) -> str:
    """The word before, in lower case, past an article; empty at a comma or the start."""
    at = start - 1
    if at >= 0 and sentence.words[at].text.lower() == "the":
        at -= 1
    if at < 0 or not all(word.before.isspace() for word in sentence.words[at + 1 : start + 1]):
        return ""
    return sentence.words[at].text.lower()


def _part_of_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether its neighbours make it a part of another name: `Michael Jordan`, `Mexico City`."""
    before = start > 0 and sentence.words[start - 1].capital and sentence.words[start].before == " "
    if before and sentence.words[start - 1].text in COMPASS:
        return True
    if sentence.headline:
        return False
    chance = before and (sentence.words[start - 1].opens or sentence.words[start - 1].owns)
    last = sentence.words[end - 1]
    after = end < len(sentence.words) and sentence.words[end].capital and sentence.gap(end) == " "
    more = after and not last.owns and sentence.words[end].text not in CALENDAR
    return (before and not chance) or more
