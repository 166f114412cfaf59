"""States: named as one that acts or is dealt with, not as the place where something happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.actors.acting import acts, doubted, thing_after
from sitegen.actors.countries import Country, capitals, country_names, demonyms
from sitegen.actors.forms import Table, sightings
from sitegen.actors.lexicon import (
    BEING,
    CALENDAR,
    COMPASS,
    GEOGRAPHY,
    HEADS_OF,
    INSIDE,
    PUBLIC_NOUNS,
    ROLES,
    WITH,
)
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.setting import setting
from sitegen.actors.verbs import ACTING, DOUBTFUL, PLURAL_ACTING, SPEECH
from sitegen.model import ActorKind

# Names that people bear and other places have: the text must also use the adjective or the capital.
_NEEDS_COMPANY = frozenset({"GE", "JO", "TD"})

_BODIES = frozenset(["government", "authorities", "police", "army", "military", "troops", "parliament"])
_PAST = frozenset(["former", "once", "ex-president", "late", "then"])
_LEAVING = frozenset(["left", "leaving", "leave", "leaves", "bound", "headed", "departed", "flew", "set"])
_RULERS = frozenset(
    ["president", "leader", "minister", "premier", "chancellor", "king", "queen", "ambassador", "secretary"]
)
_OFTEN = 3
_LONGEST_OFFICE = 5

Sighting = tuple[int, int, Country]


@dataclass(slots=True, kw_only=True)
class _Named:
    """How a text names a state."""

    country: Country
    forms: dict[str, None] = field(default_factory=dict)
    reason: str = ""
    always: bool = True
    often: int = 0
    opens: bool = False
    listed: bool = False


def find_states(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """States that act. Other names that the text uses become aliases; a capital only if it always acts.

    The state that the document is about counts where its public bodies act under no other name.
    """
    del taken  # a state is named within the name of its ministry, too
    states = _named(reading, country_names(), ACTING | BEING)
    cities = _named(reading, capitals(), ACTING - BEING)
    speaking = _named(reading, capitals(), SPEECH)
    company = {*_named(reading, demonyms(), ACTING), *cities}
    home = setting(reading)
    for code, state in states.items():
        city = cities.get(code)
        seat = city if city and city.always and city.reason else speaking.get(code)
        reason = state.reason or (seat.reason if seat else "")
        if not reason and home and code == home.code and (state.opens or state.often >= _OFTEN):
            reason = _governed(reading)
        if reason and state.country.state and (code not in _NEEDS_COMPANY or code in company or state.listed):
            forms = [*state.forms, *(city.forms if city and city is seat else ())]
            proposal = Proposal(
                name=state.country.name,
                kind=ActorKind.STATE,
                aliases=tuple(form for form in forms if form != state.country.name),
                reason=f"acts or is dealt with: “{reason}”",
            )
            yield Find(proposal=proposal)


def _governed(reading: Reading) -> str:
    """The first words in which a public body acts that belongs to no state by name; empty if none does."""
    for sentence in reading.sentences:
        for at, word in enumerate(sentence.words[:-1]):
            before = sentence.words[at - 1] if at else None
            of_another = (
                before and (before.capital or before.owns) and sentence.gap(at) == " " and not before.opens
            )
            follows = sentence.words[at + 1].text in PLURAL_ACTING and sentence.gap(at + 1) == " "
            if word.text.lower() in _BODIES and follows and not of_another:
                return sentence.excerpt(at, at + 1)
    return ""


def _named(reading: Reading, names: Table[Country], verbs: frozenset[str]) -> dict[str, _Named]:
    """States by code, with the forms that the text uses and the first words in which they act."""
    named: dict[str, _Named] = {}
    for number, sentence in enumerate(reading.sentences):
        for together in _lists(sentence, names):
            parties = _acts(sentence, together, verbs)
            neutral = parties or _acts(sentence, together, BEING)
            for start, end, country in together:
                state = named.setdefault(country.code, _Named(country=country))
                whole = not _part_of_name(sentence, start, end)
                state.always = state.always and whole and neutral
                if whole:
                    state.forms[sentence.printed(start, end)] = None
                    state.often += 1
                    state.opens = state.opens or number < reading.opening
                state.listed = state.listed or len(together) > 1
                if whole and parties and not state.reason:
                    state.reason = sentence.excerpt(start, end)
    return named


def _lists(sentence: Sentence, names: Table[Country]) -> Iterator[list[Sighting]]:
    """Countries of a sentence, each with those listed beside it: `Armenia, Belarus and Kyrgyzstan`."""
    together: list[Sighting] = []
    for sighting in sightings(sentence, names):
        if together and not _listed(sentence, together[-1][1], sighting[0]):
            yield together
            together = []
        together.append(sighting)
    if together:
        yield together


def _listed(sentence: Sentence, end: int, start: int) -> bool:
    between = [word.text for word in sentence.words[end:start]]
    return between == ["and"] or (not between and sentence.gap(start) == ", ")


def _acts(sentence: Sentence, together: list[Sighting], verbs: frozenset[str]) -> bool:
    """Whether what stands before or after a list of countries makes them parties."""
    first, last = together[0], together[-1]
    owner = sentence.words[last[1] - 1].owns
    return (not owner and _before(sentence, first[0])) or _after(sentence, first[0], last, verbs)


def _before(sentence: Sentence, start: int) -> bool:
    """Whether what stands before makes it a party: `between`, `the leaders of`."""
    previous = _previous(sentence, start)
    if previous == "for" and not _LEAVING.isdisjoint(
        w.text for w in sentence.words[max(0, start - 4) : start]
    ):
        return False
    if previous in WITH or (previous == "in" and _governs(sentence, start)):
        return True
    at = start - 1 - (previous == "the")
    return (
        previous in {"of", "the"}
        and at > 0
        and sentence.words[at].text == "of"
        and (sentence.words[at - 1].text.lower() in HEADS_OF)
        and not (at > 1 and sentence.words[at - 2].text.lower() in _PAST)
    )


def _governs(sentence: Sentence, start: int) -> bool:
    """Whether the government follows a country in which it is: `In Syria the government counts`."""
    at = start + 1
    while at < len(sentence.words) and sentence.words[at].capital and sentence.gap(at) == " ":
        at += 1
    words = [word.text for word in sentence.words[at : at + 2]]
    return len(words) > 1 and words[0] == "the" and words[1] in _BODIES


def _after(sentence: Sentence, first: int, last: Sighting, verbs: frozenset[str]) -> bool:
    """Whether what follows the last country of a list makes it act: a verb, a government, what it owns."""
    start, end, _ = last
    if end >= len(sentence.words):
        return False
    following = sentence.words[end]
    word = following.text.lower()
    if sentence.words[end - 1].owns:
        thing = word not in GEOGRAPHY and sentence.gap(start) != ", " and _previous(sentence, first) != "in"
        own = word in PUBLIC_NOUNS or thing
        return (
            own and not following.capital and not _apposes(sentence, first) and not _is_persons(sentence, end)
        )
    if thing_after(sentence, end):
        return _free(sentence, first)
    if following.before not in {" ", " “", ' "'}:
        return False
    if word in PUBLIC_NOUNS and not following.capital:
        return not _apposes(sentence, first) and not _is_persons(sentence, end)
    return _is_verb(sentence, end, verbs) and _free(sentence, first)


def _is_verb(sentence: Sentence, at: int, verbs: frozenset[str]) -> bool:
    """Whether a word is one of these verbs: `is` only before what somebody is doing."""
    word = sentence.words[at].text
    if word in DOUBTFUL:
        return doubted(sentence, at)
    if word in {"is", "are", "was", "were"} and at + 1 < len(sentence.words):
        doing = sentence.words[at + 1].text
        return word in verbs or doing.endswith("ing")
    return word in verbs or (word.endswith("ed") and word.islower())


def _apposes(sentence: Sentence, start: int) -> bool:
    """Whether somebody's name and a comma stand before it: `Ana Petrovic, Chad's foreign minister,`."""
    first = start - (start > 0 and sentence.words[start - 1].text == "the")
    return (
        first > 1
        and sentence.gap(first) == ", "
        and all(w.capital for w in sentence.words[first - 2 : first])
    )


def _is_persons(sentence: Sentence, start: int) -> bool:
    """Whether an office that starts here is that of somebody named who does nothing: `met Chad's head X`."""
    for at in range(start, min(start + _LONGEST_OFFICE, len(sentence.words))):
        word = sentence.words[at]
        if at > start and word.capital and sentence.gap(at) in {" ", ", "}:
            end = at
            while (
                end < len(sentence.words)
                and sentence.words[end].capital
                and (end == at or sentence.gap(end) == " ")
            ):
                end += 1
            office = sentence.words[at - 1].text.lower()
            return office in ROLES and not (office in _RULERS and acts(sentence, end))
        if at > start and sentence.gap(at) != " ":
            return False
    return False


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
