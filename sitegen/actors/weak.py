"""Which forms of a proposed actor name it only beside its full name."""

from __future__ import annotations

from functools import cache

from sitegen.actors.countries import is_place
from sitegen.actors.lexicon import INSTITUTIONS, LEADING_INSTITUTIONS, OFFICE_SUBJECTS, OFFICES
from sitegen.actors.protocol import Proposal
from sitegen.actors.scripts import script_of
from sitegen.actors.words import fold, spans, word_set
from sitegen.model import ActorKind

_SMALL = word_set("the of for and")
_COMMON = word_set(
    "office presidency government administration cabinet court courts central supreme high national federal"
    " regional local city military troops soldiers officers firefighters protesters authorities council"
    " congress senate"
)
_UNSPACED = word_set("Hani Jpan Hang Thai Laoo Khmr Mymr")
_SHORTEST_FULL_NAME = 3


def weak_forms(proposal: Proposal) -> frozenset[str]:
    """Aliases by which another document may mean somebody else.

    Those that the recogniser says are; of a person, a family name, alone or after a title; of anybody
    else, words that many are called by, such as `the ministry` and `Interior Ministry`. A name in
    another script shares no word with the first one, and counts as full if it has two words.
    """
    told = {form for form in proposal.aliases if form in proposal.weak}
    is_weak = _is_part if proposal.kind is ActorKind.PERSON else _is_common
    return frozenset(told | {form for form in proposal.aliases if is_weak(form, proposal.name)})


def _is_part(form: str, name: str) -> bool:
    """Whether a form of a person's name is less than a given name and a surname. A handle is one's own."""
    if form.startswith("@"):
        return False
    if script_of(form) != script_of(name):
        unspaced = script_of(form) in _UNSPACED
        return len(form) < _SHORTEST_FULL_NAME if unspaced else len(form.split()) < 2
    full = _words(name)
    shared = min(len(full & _words(form)), len(form.split()))
    return shared < min(2, len(name.split()))


def _is_common(form: str, name: str) -> bool:
    """Whether a form has none but words that tell what an organisation is, where its name says more."""
    words = {word.lower() for word in form.split()} - _SMALL
    return words <= _common_words() and not is_place(form) and form.split() != name.split()


@cache
def _common_words() -> frozenset[str]:
    told = {word.lower() for word in INSTITUTIONS | LEADING_INSTITUTIONS}
    offices = {word.lower() for office in OFFICES for word in office.split()}
    return OFFICE_SUBJECTS | _COMMON | told | offices


def _words(form: str) -> set[str]:
    return {fold(form[start:end]) for start, end in spans(form)}
