"""Organisations and news outlets that texts name without a word of explanation: found by name.

The list is `sitegen/data/organisations.json`; what may stand in it says `sitegen/data/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sitegen.actors.acting import acts, acts_for_sure, thing_after
from sitegen.actors.beside import HEADS, ORG_NOUNS
from sitegen.actors.countries import country_names, is_place
from sitegen.actors.evidence import in_credit, is_title
from sitegen.actors.forms import Table, sightings, table
from sitegen.actors.lexicon import BEING, FUNCTION_WORDS, LEADING_INSTITUTIONS
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.tongues.words import ENGLISH
from sitegen.actors.verbs import PLURAL_ACTING
from sitegen.model import ActorKind

_ADDED = frozenset(["TV", "Television", "Radio", "Online", "Agency"])
_INTO = frozenset(
    ["in", "inside", "outside", "into", "within", "stormed", "storming", "breached", "overran", "entered"]
)
_DEALING = frozenset(["by", "for", "against", "with"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation of the list."""

    name: str
    """Its name."""
    kind: ActorKind
    """What it is."""
    aliases: tuple[str, ...]
    """Other names."""
    used: bool
    """True for services that people post on: `on Twitter` says nothing of the company."""


@dataclass(slots=True, kw_only=True)
class _Named:
    """What a text has of an organisation."""

    reason: str = ""
    forms: dict[str, None] = field(default_factory=dict)
    spots: set[Spot] = field(default_factory=set)


@cache
def _bodies() -> Table[Body]:
    """The list, read at first need."""
    rows = json.loads(files("sitegen").joinpath("data", "organisations.json").read_text(encoding="utf-8"))
    bodies = [
        Body(**row | {"aliases": tuple(row["aliases"]), "kind": ActorKind(row["kind"])}) for row in rows
    ]
    return table((form, body) for body in bodies for form in (body.name, *body.aliases))


def find_known(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Organisations of the list, with the forms that the text uses."""
    named: dict[Body, _Named] = {}
    for number, sentence in enumerate(reading.sentences):
        for start, last, body in sightings(sentence, _bodies()):
            end = last + _named_on(sentence, last, body)
            spots = {(number, at) for at in range(start, end)}
            other = reading.language != ENGLISH
            first = sentence.words[start]
            chance = other and first.capital and first.text.lower() in reading.lower
            if spots & taken or chance or (not other and _part_of_name(sentence, start, end)):
                continue
            here = named.setdefault(body, _Named())
            here.spots |= spots
            if _acts(sentence, start, end, body):
                here.forms[sentence.printed(start, end)] = None
                here.reason = here.reason or sentence.excerpt(start, end)
    for body, told in named.items():
        if told.reason:
            names = {body.name, body.name.replace("The ", "the ", 1)}
            proposal = Proposal(
                name=body.name,
                kind=body.kind,
                aliases=tuple(form for form in told.forms if form not in names),
                reason=f"widely known: “{told.reason}”",
            )
            yield Find(proposal=proposal, spots=frozenset(told.spots))
        else:
            yield Find(proposal=None, spots=frozenset(told.spots))


def _named_on(sentence: Sentence, end: int, body: Body) -> bool:
    """Whether a word follows that outlets add to their name or leave out: `Al-Manar TV`."""
    follows = body.kind is ActorKind.MEDIA and end < len(sentence.words) and sentence.gap(end) == " "
    return follows and not sentence.words[end - 1].owns and sentence.words[end].text in _ADDED


def _acts(sentence: Sentence, start: int, end: int, body: Body) -> bool:
    """Whether the organisation is meant, and not its service or a picture that it supplied."""
    if in_credit(sentence, start, end):
        return False
    if body.kind == ActorKind.MEDIA:
        return True
    if _is_place(sentence, start, end):
        return False
    before = sentence.words[start - 1].text if start else ""
    people = before == "at" and start > 1 and sentence.words[start - 2].text in HEADS
    asked = before in _DEALING or people
    described = before.islower() and before not in FUNCTION_WORDS | ORG_NOUNS | PLURAL_ACTING | _DEALING
    if body.used and (described or before.lower() in {"a", "an"}):
        return False
    return (
        not body.used
        or asked
        or acts_for_sure(sentence, start, end)
        or thing_after(sentence, end)
        or (sentence.words[end - 1].owns and not body.name.endswith("'s"))
    )


def _is_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether it is where something is, or what somebody belongs to: `in Congress`, `member of the EU`."""
    before = [word.text.lower() for word in sentence.words[max(0, start - 3) : start]]
    if before[-1:] == ["the"]:
        before.pop()
    if not before or sentence.gap(start) != " ":
        return False
    being = end < len(sentence.words) and sentence.words[end].text in BEING
    if before[-1] in {"in", "inside"} and acts(sentence, end) and not being:
        return False  # `his friends in Congress have tried`
    return before[-1] in _INTO or (before[-1] == "of" and before[-2:-1] in (["member"], ["members"]))


def _part_of_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether its neighbours make it a part of another name: `Apple Daily`, `Congress Party`."""
    if sentence.headline:
        return False
    following = sentence.words[end] if end < len(sentence.words) else None
    joined = following and following.before == " " and not sentence.words[end - 1].owns
    led = any(word.text in HEADS for word in sentence.words[end + 1 : end + 2])
    initials = sentence.words[start].text.isupper() and end - start == 1
    if following and joined and following.capital and not is_title(following.text) and not (led and initials):
        return True
    previous = sentence.words[start - 1] if start else None
    tied = previous and previous.capital and sentence.words[start].before == " "
    state = previous and any(words == (previous.text,) for words, _ in country_names().get(previous.text, ()))
    chance = previous and (previous.owns or (previous.opens and not is_place(previous.text)))
    within = (
        start > 1
        and previous
        and previous.text == "of"
        and sentence.words[start - 2].text in LEADING_INSTITUTIONS
    )
    return bool(within or (tied and not chance and not state))
