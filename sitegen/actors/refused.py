"""Proposals that a person has refused."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.actors.protocol import Proposal


def without(proposals: Iterable[Proposal], names: Iterable[str]) -> tuple[Proposal, ...]:
    """Those whose name is none of these; an article, white space and capitals make no difference."""
    refused = set(map(plain_name, names))
    return tuple(proposal for proposal in proposals if plain_name(proposal.name) not in refused)


def plain_name(name: str) -> str:
    """The name without what makes no difference."""
    return " ".join(name.casefold().split()).removeprefix("the ")
