"""Every recogniser by itself, on cases that anyone can add to: `fixtures/<recogniser>.md`."""

from __future__ import annotations

import pytest
from cases_file import read_cases

from sitegen.actors import Passage, Proposal, propose
from sitegen.actors.propose import RECOGNISERS
from sitegen.actors.protocol import Recogniser
from sitegen.actors.reading import read

BY_NAME = {recogniser.__name__.removeprefix("find_"): recogniser for recogniser in RECOGNISERS}


def line(proposal: Proposal) -> str:
    """A proposal as a case writes it: `kind: name; alias; alias | form of this document; another`."""
    told = f"{proposal.kind}: {'; '.join([proposal.name, *proposal.aliases])}"
    return f"{told} | {'; '.join(proposal.local)}" if proposal.local else told


def passages(text: str) -> list[Passage]:
    return [Passage(text=part) for part in text.split("\n---\n")]


def found_by(recogniser: Recogniser, text: str) -> str:
    finds = recogniser(read(passages(text)), frozenset())
    return "\n".join(line(find.proposal) for find in finds if find.proposal)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_recogniser_has_a_file_of_cases(name: str) -> None:
    assert read_cases(name)


CASES = [
    pytest.param(name, *case.values, id=f"{name}: {case.id}") for name in BY_NAME for case in read_cases(name)
]


@pytest.mark.parametrize(("name", "given", "expected"), CASES)
def test_what_a_recogniser_finds(name: str, given: str, expected: str) -> None:
    assert found_by(BY_NAME[name], given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("propose"))
def test_all_together(given: str, expected: str) -> None:
    assert "\n".join(map(line, propose(passages(given), []))) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("names"))
def test_where_names_stand(given: str, expected: str) -> None:
    """Names of many kinds, each told of in a sentence: what is proposed in all."""
    assert "\n".join(map(line, propose(passages(given), []))) == expected
