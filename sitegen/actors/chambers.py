"""Chambers of a parliament that texts call by one common word: `the House voted`, `the Senate`."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.actors.acting import predicate
from sitegen.actors.countries import Country
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.setting import setting
from sitegen.actors.verbs import AUXILIARIES, PLURAL_ACTING
from sitegen.model import ActorKind

_CHAMBERS = ("House", "Senate")
_MEMBERS = frozenset(["Democrats", "Republicans", "Conservatives", "Liberals"])
_ADVERBS = frozenset(["still", "also", "now", "then", "not", "already", "again", "narrowly", "unanimously"])
_LEGISLATES = frozenset(
    f"{base}{ending}"
    for base in (
        "vote",
        "pass",
        "approve",
        "reject",
        "refuse",
        "debate",
        "impeach",
        "acquit",
        "convict",
        "adopt",
    )
    for ending in ("", "s", "d", "es", "ed")
) | frozenset(
    ["introduced", "follow", "followed", "confirmed", "certified", "ratified", "overrode", "turned"]
)


def find_chambers(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """The House and the Senate of the country that the document is about, where they do what chambers do."""
    home = setting(reading)
    if not home or not {"Congress", "Senate", "Parliament"} & reading.capitals:
        return
    for chamber in _CHAMBERS:
        spots: set[Spot] = set()
        reason = ""
        for number, sentence in enumerate(reading.sentences):
            for at, word in enumerate(sentence.words):
                if word.text == chamber and _stands_alone(sentence, at) and (number, at) not in taken:
                    spots.add((number, at))
                    reason = reason or (sentence.excerpt(at, at + 1) if _legislates(sentence, at) else "")
        if reason:
            yield _find(chamber, home, reason, spots)


def _find(chamber: str, home: Country, reason: str, spots: set[Spot]) -> Find:
    title = "House of Representatives" if chamber == "House" else chamber
    proposal = Proposal(
        name=f"{title} of {home.after_of}",
        kind=ActorKind.ORGANISATION,
        local=(chamber,),
        reason=f"a chamber of parliament: “{reason}”",
    )
    return Find(proposal=proposal, spots=frozenset(spots))


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """Whether no neighbour makes it another name: `White House`, `House of Commons`."""
    before = sentence.words[at - 1] if at else None
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    named = before and before.capital and not before.opens and sentence.gap(at) == " "
    goes_on = after and sentence.gap(at + 1) == " " and (after.capital and after.text not in _MEMBERS)
    return not (named or goes_on or (after and after.text == "of"))


def _legislates(sentence: Sentence, at: int) -> bool:
    """Whether it votes, passes, rejects."""
    end = at + 1
    if end < len(sentence.words) and sentence.words[end].text in _MEMBERS:
        end += 1
    verb = predicate(sentence, end)
    if not verb or sentence.words[verb].text not in PLURAL_ACTING | _LEGISLATES:
        return False
    helped = verb
    while helped + 1 < len(sentence.words) and sentence.words[helped].text in AUXILIARIES | _ADVERBS:
        helped += 1
    return sentence.words[helped].text in _LEGISLATES
