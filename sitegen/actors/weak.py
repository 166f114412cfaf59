"""Which forms of a proposed actor name it only beside its full name."""

from __future__ import annotations

from sitegen.actors.protocol import Proposal
from sitegen.actors.words import fold, spans
from sitegen.model import ActorKind


def weak_forms(proposal: Proposal) -> frozenset[str]:
    """Aliases of a person that are a family name, alone or after a title.

    Another document may mean somebody else by them.
    """
    if proposal.kind is not ActorKind.PERSON:
        return frozenset()
    full = _words(proposal.name)
    return frozenset(form for form in proposal.aliases if len(full & _words(form)) < min(2, len(full)))


def _words(form: str) -> set[str]:
    return {fold(form[start:end]) for start, end in spans(form)}
