"""What must never be proposed, and who must never be one: a false actor is worse than a missed one."""

from __future__ import annotations

import pytest
from cases_file import FIXTURES

from sitegen.actors import Passage, Proposal, propose


def lines(name: str) -> list[object]:
    """The lines of a table: names, a bar, a text."""
    rows = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    parts = [row.split(" | ", 1) for row in rows if row and not row.startswith("#")]
    return [
        pytest.param(names.split("; "), text, id=f"{names} {at}") for at, (names, text) in enumerate(parts)
    ]


def forms(proposal: Proposal) -> set[str]:
    """Everything that a proposal is called."""
    return {proposal.name, *proposal.aliases, *proposal.local}


@pytest.mark.parametrize(("names", "text"), [*lines("must_not_propose.txt"), *lines("tongues/must_not.txt")])
def test_these_are_no_actors(names: list[str], text: str) -> None:
    proposals = propose([Passage(text=text)], [])
    assert not {form for proposal in proposals for form in forms(proposal)} & set(names), proposals


@pytest.mark.parametrize(("names", "text"), lines("must_not_join.txt"))
def test_these_are_never_one(names: list[str], text: str) -> None:
    for proposal in propose([Passage(text=text)], []):
        assert not set(names) <= forms(proposal), proposal
