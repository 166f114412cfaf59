"""Texts about public events of all continents, in words of our own: how much of who acts in them is found.

`fixtures/events/*.md`, and `fixtures/tongues/*.md` in other languages, have passages parted by lines of three hyphens, then the actors that a careful reader
would list, one a line with other names after `;`. Those after a `?` may be found, but need not be.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

import pytest
from cases_file import FIXTURES

from sitegen.actors import Passage, Proposal, propose

PARTS = sorted(path.stem for path in (FIXTURES / "events").glob("*.md"))
TONGUES = sorted(path.stem for path in (FIXTURES / "tongues").glob("*.md"))


class Wanted(NamedTuple):
    """An actor that a reader would list."""

    kind: str
    names: frozenset[str]
    needed: bool


@dataclass
class Score:
    """How proposals compare with what is wanted."""

    found: int = 0
    needed: int = 0
    right: int = 0
    proposed: int = 0
    same_kind: int = 0

    def add(self, proposals: tuple[Proposal, ...], wanted: list[Wanted]) -> None:
        taken: set[int] = set()
        for proposal in proposals:
            names = {plain(form) for form in (proposal.name, *proposal.aliases, *proposal.local)}
            hits = [at for at, actor in enumerate(wanted) if at not in taken and names & actor.names]
            self.proposed += 1
            if hits:
                taken.add(hits[0])
                self.right += 1
                self.same_kind += wanted[hits[0]].kind == proposal.kind
        self.needed += sum(actor.needed for actor in wanted)
        self.found += sum(wanted[at].needed for at in taken)


def plain(name: str) -> str:
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", name.replace("’", "'")).casefold())
    return re.sub(r"^(?:the|mr|mrs|ms|dr|sir) ", "", " ".join(words))


def cases(folder: str, part: str) -> list[tuple[tuple[Proposal, ...], list[Wanted]]]:
    parts = (FIXTURES / folder / f"{part}.md").read_text(encoding="utf-8").split("\n.\n")
    read = []
    for text, expected in zip(parts[1::3], parts[2::3], strict=True):
        wanted = []
        for line in expected.strip().splitlines():
            kind, _, names = line.removeprefix("?").partition(": ")
            wanted.append(Wanted(kind, frozenset(map(plain, names.split("; "))), line[0] != "?"))
        read.append((propose([Passage(text=passage) for passage in text.split("\n---\n")], []), wanted))
    return read


@pytest.mark.parametrize("part", PARTS)
def test_who_acts_is_found_and_few_others(part: str) -> None:
    score = Score()
    for proposals, wanted in cases("events", part):
        score.add(proposals, wanted)
    assert score.right / score.proposed >= 0.95
    assert score.found / score.needed >= 0.93
    assert score.same_kind / score.right >= 0.97


@pytest.mark.parametrize("part", TONGUES)
def test_other_languages(part: str) -> None:
    score = Score()
    for proposals, wanted in cases("tongues", part):
        score.add(proposals, wanted)
    assert score.right / score.proposed >= 0.97
    assert score.found / score.needed >= 0.9
    assert score.same_kind / score.right >= 0.97
