"""Names and bodies that act again and again, of whom the text does not say what they are.

Too doubtful to be proposed by an import: only a person who asks is told of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.actors.acting import acts_for_sure, is_cited
from sitegen.actors.bearers import is_first_name, is_surname
from sitegen.actors.beside import HEADS, ORG_NOUNS
from sitegen.actors.bodies import BODIES
from sitegen.actors.countries import is_place
from sitegen.actors.evidence import describes, in_credit, is_title
from sitegen.actors.lexicon import CALENDAR, FUNCTION_WORDS, NOT_IN_NAMES, PLACE_WORDS, PUBLIC_NOUNS, ROLES
from sitegen.actors.names import runs
from sitegen.actors.protocol import Find, Proposal, Spot
from sitegen.actors.reading import Reading, Sentence
from sitegen.actors.tongues.words import ENGLISH
from sitegen.model import ActorKind

_COMMON = BODIES | PUBLIC_NOUNS | HEADS | ORG_NOUNS | ROLES
_OFTEN = 2
_MOST_WORDS = 4
_LONGEST_BODY = 3


@dataclass(slots=True, kw_only=True)
class _Told:
    """A name, as the text uses it."""

    kind: ActorKind
    acts: int = 0
    reason: str = ""
    spots: set[Spot] = field(default_factory=set)


def find_unexplained(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
    """Names, and public bodies such as `the fire department`, that act twice or more; in English."""
    if reading.language != ENGLISH:
        return
    names: dict[str, _Told] = {}
    for number, sentence in enumerate(reading.sentences):
        for start, end, kind in (*_names(reading, number), *_bodies(sentence)):
            spots = {(number, at) for at in range(start, end)}
            if spots & taken:
                continue
            name = sentence.printed(start, end)
            told = names.setdefault(name, _Told(kind=kind))
            told.spots |= spots
            if acts_for_sure(sentence, start, end) or is_cited(sentence, start, end):
                told.acts += 1
                told.reason = told.reason or sentence.excerpt(start, end)
    for name, told in names.items():
        if told.acts >= _OFTEN:
            proposal = Proposal(
                name=name,
                kind=told.kind,
                reason=f"acts {told.acts} times, and nothing says what it is: “{told.reason}”",
            )
            yield Find(proposal=proposal, spots=frozenset(told.spots))


def _names(reading: Reading, number: int) -> Iterator[tuple[int, int, ActorKind]]:
    """Runs of capitals that are no place, no day, no title and no common word."""
    sentence = reading.sentences[number]
    for run in runs(reading, number):
        start = run.start + (sentence.words[run.start].text == "The" and run.end - run.start > 1)
        words = [word.text for word in sentence.words[start : run.end]]
        odd = CALENDAR | PLACE_WORDS | NOT_IN_NAMES
        single = words[0] if len(words) == 1 else ""
        common = bool(single) and (single.lower() in reading.lower | _COMMON or single.endswith("s"))
        placed = not reading.within.isdisjoint(words) or is_place(" ".join(words))
        titled = is_title(words[-1]) or words[0].lower() in FUNCTION_WORDS
        if len(words) > _MOST_WORDS or common or placed or titled or not odd.isdisjoint(words):
            continue
        if not (in_credit(sentence, start, run.end) or describes(sentence, run.end)):
            yield start, run.end, _kind(words)


def _kind(words: list[str]) -> ActorKind:
    """A person where people bear the name, else an organisation: the person who is asked knows."""
    borne = is_first_name(words[0]) if len(words) > 1 else is_surname(words[0]) or is_first_name(words[0])
    return ActorKind.PERSON if borne else ActorKind.ORGANISATION


def _bodies(sentence: Sentence) -> Iterator[tuple[int, int, ActorKind]]:
    """`the fire department`: a public body by its kind alone, without the article."""
    for at, word in enumerate(sentence.words[:-1]):
        if word.text.lower() != "the":
            continue
        for end in range(min(at + 1 + _LONGEST_BODY, len(sentence.words)), at + 1, -1):
            if sentence.printed(at + 1, end) in BODIES - {"police", "government", "council"}:
                yield at + 1, end, ActorKind.ORGANISATION
                break
