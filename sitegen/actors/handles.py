"""People whom a text names by a handle that is their name: `@PatToomey has the floor`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.actors.bearers import is_first_name
from sitegen.actors.evidence import acts
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading
from sitegen.model import ActorKind

_NAME = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)")


def find_handles(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Handles of a given name and a family name that are the subject of a sentence."""
    told: set[str] = set()
    for number, sentence in enumerate(reading.sentences):
        for at, word in enumerate(sentence.words):
            name = _NAME.fullmatch(word.text)
            if not name or word.text in told or (number, at) in taken or not word.before.endswith("@"):
                continue
            if is_first_name(name[1]) and acts(sentence, at + 1):
                told.add(word.text)
                proposal = Proposal(
                    name=f"{name[1]} {name[2]}",
                    kind=ActorKind.PERSON,
                    aliases=(f"@{word.text}",),
                    reason=f"named by a handle: “{sentence.excerpt(at, at + 1)}”",
                )
                yield Find(proposal=proposal, spots=frozenset({(number, at)}))
