"""People whom a text names by a handle that is their name: `@PatToomey has the floor`.

A handle with the surname of somebody whom the document names is an alias of that person, if nothing in it
speaks of anybody or anything else: beside the surname stands the given name or, where one person only has
that surname, letters of a state or a parliament, or the title of an office that the person is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sitegen.actors.acting import acts
from sitegen.actors.bearers import is_first_name, is_rare_first_name, is_surname
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.words import plain, word_set
from sitegen.model import ActorKind

_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]{2}")
_NAME = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+|\d+")

_STATES = word_set(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH"
    " OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY MP MEP MSP"
)
"""Letters of the states of the US (USPS Publication 28, appendix B), and of members of parliaments."""

_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "sen": "senator",
        "senator": "senator",
        "rep": "represent",
        "gov": "governor",
        "governor": "governor",
        "mayor": "mayor",
        "pres": "president",
        "president": "president",
        "vp": "vice president",
        "pm": "prime minister",
    }
)
"""Titles in handles, with words of the office."""

_SHORTEST = 4
"""Letters of a surname that tells something beside other letters."""


def find_handles(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Handles of a given name and a family name that are the subject of a sentence."""
    told: set[str] = set()
    for number, sentence in enumerate(reading.sentences):
        for at, word in enumerate(sentence.words):
            name = _NAME.fullmatch(word.text)
            if not name or word.text in told or (number, at) in taken or not word.before.endswith("@"):
                continue
            borne = is_first_name(name[1]) or is_rare_first_name(name[1]) or is_surname(name[2])
            if (borne or _of_party(sentence, at + 1)) and acts(sentence, at + 1):
                told.add(word.text)
                proposal = Proposal(
                    name=f"{name[1]} {name[2]}",
                    kind=ActorKind.PERSON,
                    aliases=(f"@{word.text}",),
                    reason=f"named by a handle: “{sentence.excerpt(at, at + 1)}”",
                )
                yield Find(proposal=proposal, spots=frozenset({(number, at)}))


def _of_party(sentence: Sentence, at: int) -> bool:
    """Whether a party and a state stand in brackets here: `(R-PA)`."""
    here = sentence.words[at].text if at < len(sentence.words) else ""
    return sentence.gap(at).endswith("(") and bool(_PARTY.fullmatch(here))


def with_handles(found: Sequence[Proposal], reading: Reading) -> list[Proposal]:
    """The proposals, people with their handles; whom only a handle told is who is named in full elsewhere."""
    handles = dict.fromkeys(_handles(reading))
    people = [one for one in found if one.kind is ActorKind.PERSON and " " in one.name]
    named = {one.name for one in people if not _only_by_handle(one)}
    kept = [one for one in found if not (_only_by_handle(one) and one.name in named)]
    owners = {
        handle: owner
        for handle in handles
        if (owner := _owner(handle, [one for one in people if one in kept])) is not None
    }
    return [
        replace(one, aliases=tuple(dict.fromkeys((*one.aliases, *(h for h in owners if owners[h] is one)))))
        if one in owners.values()
        else one
        for one in kept
    ]


def _only_by_handle(proposal: Proposal) -> bool:
    return proposal.kind is ActorKind.PERSON and proposal.aliases == (f"@{proposal.name.replace(' ', '')}",)


def _handles(reading: Reading) -> Iterator[str]:
    """All handles of letters and digits."""
    for sentence in reading.sentences:
        for at, word in enumerate(sentence.words):
            if (
                word.before.endswith("@")
                and not re.match(r"[_@.]\w|_", sentence.gap(at + 1))
                and word.text.isalnum()
            ):
                yield f"@{word.text}"


def _owner(handle: str, people: Sequence[Proposal]) -> Proposal | None:
    """The only one whose handle it may be."""
    full = [one for one in people if handle[1:].casefold() == _plain("".join(one.name.split()))]
    if full:
        return full[0] if len(full) == 1 else None
    parts = _PARTS.findall(handle[1:])
    alike = [one for one in people if _plain(one.name.split()[-1]) in map(_plain, parts)]
    return alike[0] if len(alike) == 1 and _may_be(parts, alike[0]) else None


def _may_be(parts: Sequence[str], person: Proposal) -> bool:
    given, *_, surname = map(_plain, person.name.split())
    others = [part for part in parts if _plain(part) != surname]
    offices = " ".join(person.roles).casefold()
    return (
        len(surname) >= _SHORTEST
        and bool(others)
        and all(
            _plain(part) == given or part in _STATES or _TITLES.get(part.casefold(), "\n") in offices
            for part in others
        )
    )


def _plain(word: str) -> str:
    """A word in small letters without marks and signs."""
    return "".join(letter for letter in plain(word).casefold() if letter.isalnum())
