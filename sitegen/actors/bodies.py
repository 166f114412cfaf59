"""Public bodies of a town or region: `Hong Kong police`, `Paris fire brigade`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.actors.acting import acts
from sitegen.actors.bearers import is_first_name
from sitegen.actors.countries import Country, country_names, demonyms
from sitegen.actors.evidence import in_credit, is_title
from sitegen.actors.forms import sightings
from sitegen.actors.lexicon import CALENDAR, FUNCTION_WORDS, ROLE_MODIFIERS, ROLES
from sitegen.actors.names import runs
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.setting import setting
from sitegen.actors.verbs import PLURAL_ACTING, PLURAL_SPEECH
from sitegen.model import ActorKind

BODIES = frozenset(
    [
        *("police", "police department", "police force", "police service", "fire brigade", "fire department"),
        *("fire services", "fire service", "fire services department", "ambulance service", "coastguard"),
        *("coast guard", "prosecutor's office", "prosecutor’s office", "council", "city council"),
        *("district council", "county council", "government", "health authority", "health department"),
        *("legislature", "regional government", "city government", "provincial government"),
        *("prefecture", "city hall", "labour department", "election commission", "stock exchange"),
    ]
)
"""Public bodies, by what a place has one of."""

_MOST_WORDS = 3
_ENOUGH_CITED = 2
_PARTISAN = frozenset(
    ["Tory", "Labour", "Labor", "Conservative", "Democratic", "Republican", "Liberal", "Green"]
)
_LEADS = frozenset(["leads", "heads", "commands", "chairs", "runs", "led", "headed", "commanded", "chaired"])
# Bodies of which texts tell as of places or circumstances.
_PASSIVE = frozenset(["government", "council", "legislature", "city hall", "stock exchange", "prefecture"])
_NO_PLACES = frozenset(
    ["The", "Local", "Federal", "Central", "National", "State", "Military", "Riot", "Armed", "Federal"]
)


@dataclass(slots=True, kw_only=True)
class _Body:
    """A body, as a text names it."""

    name: str
    kind: str
    place: str
    reason: str = ""
    forms: dict[str, None] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)


def find_bodies(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Bodies named with their place, and the police of the country that the document is about."""
    home = setting(reading)
    bodies: dict[str, _Body] = {}
    for number, sentence in enumerate(reading.sentences):
        for start, first, end in _placed(reading, number, sentence):
            spots = {(number, at) for at in range(start, end)}
            if spots & taken:
                continue
            kind = sentence.printed(first, end).lower()
            name = sentence.printed(start, end).replace("’s ", " ", 1)
            body = bodies.setdefault(
                name, _Body(name=name, kind=kind, place=sentence.printed(start, first).removesuffix("’s"))
            )
            body.forms[sentence.printed(start, end)] = None
            body.spots |= spots
            if not body.reason and (_acts(sentence, end) or _is_agent(sentence, start, end, kind)):
                body.reason = sentence.excerpt(start, end)
    told = [body for body in bodies.values() if body.reason]
    for body in told:
        yield _find(body, _bare(reading, body.kind) if _is_only(body, told, home) else ())
    yield from _home_police(reading, told, home)
    yield from _home_government(reading, told, home)


def _find(body: _Body, bare: tuple[str, ...]) -> Find:
    proposal = Proposal(
        name=body.name,
        kind=ActorKind.ORGANISATION,
        aliases=(*(form for form in body.forms if form != body.name), *bare),
        weak=bare,
        reason=f"a public body of a place: “{body.reason}”",
    )
    return Find(proposal=proposal, spots=frozenset(body.spots))


def _placed(reading: Reading, number: int, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """Bodies with the name of a place before them: first word, first and one past the last of the body.

    Those of a state are left to `ministries`.
    """
    tables = (country_names(), demonyms())
    ends = {end for names in tables for _, end, country in sightings(sentence, names) if country.state}
    for start, end in runs(reading, number):
        last = _end_of_body(sentence, end)
        if last and end not in ends and _could_be_place(sentence, start, end):
            yield _with_and(sentence, start), end, last


def _could_be_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name may be a town's or region's: no person's, no day, no adjective such as `Local`."""
    words = [word.text for word in sentence.words[start:end]]
    person = len(words) > 1 and is_first_name(words[0])
    rank = words[-1].lower() in ROLE_MODIFIERS | ROLES | FUNCTION_WORDS or words[-1] in _PARTISAN
    odd = rank or words[0] in _NO_PLACES or bool(CALENDAR & set(words)) or is_title(words[-1])
    return not (person or odd or in_credit(sentence, start, end))


def _with_and(sentence: Sentence, start: int) -> int:
    """The start of a place's name that holds an `and`: `Kensington and Chelsea council`."""
    if start < 2 or sentence.words[start - 1].text != "and" or not sentence.words[start - 2].capital:
        return start
    first = start - 2
    while first > 0 and sentence.words[first - 1].capital and sentence.gap(first) == " ":
        first -= 1
    before = sentence.words[first - 1].text if first else ""
    return first if before in {"to", "of", "by", "for", "from", ""} else start


def _end_of_body(sentence: Sentence, start: int) -> int:
    """One past the last word of the body that starts here in small letters; 0 if none does."""
    for end in range(min(start + _MOST_WORDS, len(sentence.words)), start, -1):
        words = sentence.words[start:end]
        if any(word.before != " " or word.capital for word in words):
            continue
        if sentence.printed(start, end).lower() in BODIES:
            return end
    return 0


def _acts(sentence: Sentence, end: int) -> bool:
    """Whether it acts, or one of its people does."""
    if end >= len(sentence.words) or sentence.gap(end) != " ":
        return False
    following = sentence.words[end]
    return acts(sentence, end) or following.text in PLURAL_ACTING or following.text in ROLES


def _is_agent(sentence: Sentence, start: int, end: int, kind: str) -> bool:
    """Whether it is led or cited here, or is one that acts wherever it is named."""
    before = [word.text.lower() for word in sentence.words[max(0, start - 3) : start]]
    cited = "according" in before or (before[-2:-1] and before[-2] in _LEADS and before[-1] == "the")
    following = sentence.words[end] if end < len(sentence.words) and sentence.gap(end) == " " else None
    noun = following and following.text.islower() and following.text not in FUNCTION_WORDS
    return bool(cited) or (kind not in _PASSIVE and not noun)


def _is_only(body: _Body, told: list[_Body], home: Country | None) -> bool:
    """Whether the bare word means this body all through the document."""
    alone = sum(other.kind.partition(" ")[0] == body.kind.partition(" ")[0] for other in told) == 1
    return alone and home is not None and body.place in {home.name, *home.demonyms, *home.capitals}


def _bare(reading: Reading, kind: str) -> tuple[str, ...]:
    """The forms in which the text uses the bare word."""
    first = kind.partition(" ")[0]
    forms = {kind: first in reading.lower, kind[0].upper() + kind[1:]: first.capitalize() in reading.printed}
    return tuple(form for form, used in forms.items() if used)


def _home_police(reading: Reading, told: list[_Body], home: Country | None) -> Iterator[Find]:
    """The police of the country that the document is about, where it is cited and no force is named."""
    named = any(body.kind.startswith("police") for body in told) or _names_force(reading)
    if named or not home:
        return
    cited = [
        sentence.excerpt(at, at + 1)
        for sentence in reading.sentences
        for at, word in enumerate(sentence.words)
        if word.text in {"police", "Police"} and _is_cited(sentence, at)
    ]
    if len(cited) < _ENOUGH_CITED:
        return
    proposal = Proposal(
        name=f"Police in {home.after_of}",
        kind=ActorKind.ORGANISATION,
        local=_bare(reading, "police"),
        reason=f"cited several times: “{cited[0]}”",
    )
    yield Find(proposal=proposal)


def _home_government(reading: Reading, told: list[_Body], home: Country | None) -> Iterator[Find]:
    """The government of the territory that the document is about; that of a state is the state."""
    name = f"{home.name} government" if home else ""
    if not home or home.state or any(body.name == name for body in told):
        return
    acting = [
        sentence.excerpt(at, at + 1)
        for sentence in reading.sentences
        for at, word in enumerate(sentence.words[:-1])
        if word.text == "government"
        and at
        and sentence.words[at - 1].text.lower() == "the"
        and _acts(sentence, at + 1)
    ]
    if len(acting) >= _ENOUGH_CITED:
        local = ("the government",)
        reason = f"acts several times: “{acting[0]}”"
        proposal = Proposal(name=name, kind=ActorKind.ORGANISATION, local=local, reason=reason)
        yield Find(proposal=proposal)


def _is_cited(sentence: Sentence, at: int) -> bool:
    """Whether the police say something here."""
    before = sentence.words[at - 1].text.lower() if at else ""
    after = sentence.words[at + 1].text if at + 1 < len(sentence.words) else ""
    says = sentence.gap(at + 1) == " " and (after in PLURAL_SPEECH or after in {"have", "had"})
    follows = before in PLURAL_SPEECH or (
        before == "to" and at > 1 and sentence.words[at - 2].text.lower() == "according"
    )
    adjective = (
        bool(before)
        and before not in FUNCTION_WORDS
        and before not in PLURAL_SPEECH
        and sentence.gap(at) == " "
    )
    return (says or follows) and not adjective


def _names_force(reading: Reading) -> bool:
    """Whether the text names a force: `Metropolitan Police`."""
    return any(
        word.text == "Police"
        and at
        and sentence.words[at - 1].capital
        and word.before == " "
        and not sentence.headline
        for sentence in reading.sentences
        for at, word in enumerate(sentence.words)
    )
