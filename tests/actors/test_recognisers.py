"""Every recogniser by itself, on cases that anyone can add to: `fixtures/<recogniser>.md`."""

from __future__ import annotations

import pytest
from cases_file import FIXTURES, read_cases

from sitegen.actors import Passage, Proposal, propose
from sitegen.actors.acronyms import find_acronyms
from sitegen.actors.companies import find_companies
from sitegen.actors.institutions import find_institutions
from sitegen.actors.known import find_known
from sitegen.actors.media import find_media
from sitegen.actors.ministries import find_ministries
from sitegen.actors.people import find_people
from sitegen.actors.propose import RECOGNISERS
from sitegen.actors.protocol import Recogniser
from sitegen.actors.reading import read
from sitegen.actors.states import find_states


def line(proposal: Proposal) -> str:
    """A proposal as a case writes it: `kind: name; alias; alias`."""
    return f"{proposal.kind}: {'; '.join([proposal.name, *proposal.aliases])}"


def found_by(recogniser: Recogniser, text: str) -> str:
    finds = recogniser(read([Passage(text=text)]), frozenset())
    return "\n".join(line(find.proposal) for find in finds)


@pytest.mark.parametrize(("given", "expected"), read_cases("people"))
def test_people(given: str, expected: str) -> None:
    assert found_by(find_people, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("states"))
def test_states(given: str, expected: str) -> None:
    assert found_by(find_states, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("known"))
def test_known(given: str, expected: str) -> None:
    assert found_by(find_known, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("media"))
def test_media(given: str, expected: str) -> None:
    assert found_by(find_media, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("ministries"))
def test_ministries(given: str, expected: str) -> None:
    assert found_by(find_ministries, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("institutions"))
def test_institutions(given: str, expected: str) -> None:
    assert found_by(find_institutions, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("companies"))
def test_companies(given: str, expected: str) -> None:
    assert found_by(find_companies, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("acronyms"))
def test_acronyms(given: str, expected: str) -> None:
    assert found_by(find_acronyms, given) == expected


@pytest.mark.parametrize(("given", "expected"), read_cases("propose"))
def test_all_together(given: str, expected: str) -> None:
    passages = [Passage(text=text) for text in given.split("\n---\n")]
    assert "\n".join(map(line, propose(passages, []))) == expected


def test_every_recogniser_has_cases() -> None:
    named = {recogniser.__name__.removeprefix("find_") for recogniser in RECOGNISERS}  # type: ignore[attr-defined]
    assert named <= {path.stem for path in FIXTURES.glob("*.md")}
