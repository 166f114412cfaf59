"""Groups without a name of their own: `Russian paratroopers`, `protesters`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitegen.actors.acting import acts
from sitegen.actors.countries import Country, country_names, demonyms
from sitegen.actors.forms import sightings
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.setting import setting
from sitegen.actors.verbs import PLURAL_ACTING
from sitegen.actors.words import word_set
from sitegen.model import ActorKind

_STATE_FORCES = word_set("troops forces soldiers paratroopers peacekeepers commandos marines")
# Groups of people of a country, which need not be its state's.
_FIGHTERS = word_set(
    "fighters rebels militants militias mercenaries guerrillas insurgents separatists gunmen"
)
_FORCES = word_set("security special armed ground naval air peacekeeping occupation")
_CROWD = ("protesters", "protestors", "demonstrators", "rioters", "looters", "marchers", "mob")
_GATHERED = ("crowd", "crowds")
_ENOUGH = 3
_BY = word_set("by between against among told")


def find_groups(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Armed groups of a state that act, and the crowd of the country that the document is about."""
    yield from _armed(reading, taken)
    home = setting(reading)
    if home:
        yield from _crowd(reading, home)


def _armed(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """`Russian troops`, `Belarus' security forces`: named with their state."""
    told: dict[str, tuple[str, dict[str, None], set[Spot]]] = {}
    for number, sentence in enumerate(reading.sentences):
        for table in (demonyms(), country_names()):
            for start, end, country in sightings(sentence, table):
                last = _end_of_armed(sentence, end)
                spots = {(number, at) for at in range(start, last)}
                if not last or spots & taken:
                    continue
                adjective = country.demonyms[0] if country.demonyms else country.name
                name = f"{adjective} {_sort(sentence, end, last)}"
                reason, forms, where = told.setdefault(name, ("", {}, set()))
                forms[sentence.printed(start, last)] = None
                where |= spots
                if not reason and _acts(sentence, start, last):
                    told[name] = (sentence.excerpt(start, last), forms, where)
    for name, (reason, forms, where) in told.items():
        if reason:
            proposal = Proposal(
                name=name,
                kind=ActorKind.GROUP,
                aliases=tuple(form for form in forms if form != name),
                reason=f"forces of a state: “{reason}”",
            )
            yield Find(proposal=proposal, spots=frozenset(where))


def _sort(sentence: Sentence, start: int, end: int) -> str:
    """What tells one group of a country from another: its forces, its security forces, its rebels."""
    noun = sentence.words[end - 1].text
    if noun in _FIGHTERS:
        return noun
    return "security forces" if sentence.words[start].text == "security" else "forces"


def _end_of_armed(sentence: Sentence, start: int) -> int:
    """One past the last word of what names an armed group of the state before; 0 if nothing does."""
    words = sentence.words
    at = start
    if at < len(words) and words[at].text in _FORCES and sentence.gap(at) == " ":
        at += 1
    if at >= len(words) or sentence.gap(at) != " " or words[at].text not in _STATE_FORCES | _FIGHTERS:
        return 0
    return at + 1


def _acts(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb follows, for several or one, or `by` stands before."""
    before = sentence.words[start - 1].text.lower() if start else ""
    follows = end < len(sentence.words) and sentence.gap(end) == " "
    return before in _BY or acts(sentence, end) or (follows and sentence.words[end].text in PLURAL_ACTING)


def _crowd(reading: Reading, home: Country) -> Iterator[Find]:
    """The crowd that acts in the country that the document is about."""
    often: Counter[str] = Counter()
    reason = ""
    gathered = 0
    for sentence in reading.sentences:
        for at, word in enumerate(sentence.words):
            gathered += word.text.lower() in _GATHERED
            if word.text.lower() in _CROWD:
                often[word.text] += 1
                if not reason and _acts(sentence, at, at + 1):
                    reason = sentence.excerpt(at, at + 1)
    if not reason or often.total() + gathered < _ENOUGH:
        return
    main = max(often, key=lambda form: (often[form], form)).lower()
    proposal = Proposal(
        name=f"{main[0].upper()}{main[1:]} in {home.after_of}",
        kind=ActorKind.GROUP,
        local=tuple(often),
        reason=f"acts in the place of the events: “{reason}”",
    )
    yield Find(proposal=proposal)
