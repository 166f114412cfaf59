"""People whom a text names by a handle that is their name: `@PatToomey has the floor`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.actors.acting import acts
from sitegen.actors.bearers import is_first_name, is_rare_first_name, is_surname
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.model import ActorKind

_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]{2}")
_NAME = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)")


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
