"""States: named as one that acts or is dealt with, not as the place where something happens."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.countries import Country, capitals, country_names, demonyms
from sitegen.actors.forms import sightings
from sitegen.actors.lexicon import ACTING, CALENDAR, INSIDE, PUBLIC_NOUNS, WITH
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

# Names that people bear and other places have: the text must also use the adjective or the capital.
_NEEDS_COMPANY = frozenset({"GE", "JO", "TD"})
_GEOGRAPHY = frozenset(
    [
        "largest",
        "biggest",
        "second",
        "second-largest",
        "capital",
        "border",
        "borders",
        "coast",
        "north",
        "south",
    ]
    + ["east", "west", "northern", "southern", "eastern", "western", "main", "city", "airport", "commercial"]
)
_OF = frozenset(
    ["president", "leader", "leaders", "government", "governments", "ministers", "king", "presidents"]
)

Sighting = tuple[int, int, Country]


def find_states(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """States that act. Other forms that the text uses become aliases; a capital only if it always acts, too."""
    del taken  # a state is named within the name of its ministry, too
    reasons: dict[str, str] = {}
    used: dict[str, list[str]] = {}
    named: dict[str, Country] = {}
    for sentence in reading.sentences:
        seen = list(sightings(sentence, country_names()))
        for number, (start, end, country) in enumerate(seen):
            if not country.state or _part_of_name(sentence, start, end):
                continue
            named.setdefault(country.code, country)
            used.setdefault(country.code, []).append(sentence.printed(start, end))
            if country.code not in reasons and _acts_in_list(sentence, seen, number):
                reasons[country.code] = sentence.excerpt(start, end)
    seats = _seats(reading)
    company = {
        country.code
        for sentence in reading.sentences
        for forms in (demonyms(), capitals())
        for _, _, country in sightings(sentence, forms)
    }
    for code, country in named.items():
        if code in reasons and (code not in _NEEDS_COMPANY or code in company):
            forms = dict.fromkeys([*used[code], *seats.get(code, ())])
            yield Find(
                proposal=Proposal(
                    name=country.name,
                    kind=ActorKind.STATE,
                    aliases=tuple(form for form in forms if form != country.name),
                    reason=f"acts: “{reasons[code]}”",
                )
            )


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
        and (sentence.words[at - 1].text.lower() in _OF)
    )


def _after(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what follows makes it one that acts: a verb, a government, what it owns."""
    if end >= len(sentence.words):
        return False
    following = sentence.words[end]
    word = following.text.lower()
    if sentence.words[end - 1].owns:
        return word not in _GEOGRAPHY and sentence.gap(start) != ", "
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
    if sentence.headline:
        return False
    before = start > 0 and sentence.words[start - 1].capital and sentence.words[start].before == " "
    chance = before and (sentence.words[start - 1].opens or sentence.words[start - 1].owns)
    last = sentence.words[end - 1]
    after = end < len(sentence.words) and sentence.words[end].capital and sentence.gap(end) == " "
    more = after and not last.owns and sentence.words[end].text not in CALENDAR
    return (before and not chance) or more


def _seats(reading: Reading) -> dict[str, list[str]]:
    """Capitals that stand for the government wherever the text names them, by country."""
    acting: dict[str, list[str]] = {}
    places: set[str] = set()
    for sentence in reading.sentences:
        seen = list(sightings(sentence, capitals()))
        for number, (start, end, country) in enumerate(seen):
            acts = _acts_in_list(sentence, seen, number) and not _part_of_name(sentence, start, end)
            acting.setdefault(country.code, []).append(sentence.printed(start, end))
            if not acts:
                places.add(country.code)
    return {code: forms for code, forms in acting.items() if code not in places}
