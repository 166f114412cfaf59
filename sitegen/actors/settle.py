"""Who is meant where several actors claim the same words, or words that name nobody by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.actors.claims import Claim, Rank

NOBODY = ""
"""Words that several claim name none of them, and no shorter name is looked for within them."""


@dataclass(slots=True, kw_only=True)
class Evidence:
    """Whom a text and its document name without doubt. Filled while a text is read."""

    document: frozenset[str] = frozenset()
    """Actors that the document names by strong forms."""
    here: frozenset[str] = frozenset()
    """Those that the update itself names so."""
    strong: set[str] = field(default_factory=set)
    """Found: actors named by words that nobody else claims."""
    weak: set[str] = field(default_factory=set)
    """Found: actors with a weak form that stands in the text."""
    open: set[str] = field(default_factory=set)
    """Found: those of them of which only the rest of the document can tell whether they are meant."""


def settle(claims: Iterable[tuple[Claim, bool]], evidence: Evidence) -> str | None:
    """The actor that is meant, `NOBODY`, or None where no claim counts.

    Claims come with whether the words are printed exactly so. Of claims of different ranks the nearest
    counts; a weak one counts where the document names its actor in another way.
    """
    strong: dict[str, int] = {}
    weak: dict[str, int] = {}
    for claim, exact in claims:
        rank = claim.rank + (0 if exact else Rank.LOOSE)
        ranks = weak if claim.weak else strong
        slug = claim.bearer.slug
        ranks[slug] = min(rank, ranks.get(slug, rank))
    if not weak:
        return _only_strong(strong, evidence)
    return _with_weak(strong, weak, evidence)


def _only_strong(strong: dict[str, int], evidence: Evidence) -> str | None:
    owners = _nearest(strong)
    if len(owners) != 1:
        return NOBODY if owners else None
    (owner,) = owners
    if owner:
        evidence.strong.add(owner)
    return owner


def _with_weak(strong: dict[str, int], weak: dict[str, int], evidence: Evidence) -> str | None:
    contenders = weak.keys() - strong.keys()
    evidence.weak |= contenders
    if evidence.here.isdisjoint(contenders | strong.keys()):
        evidence.open |= contenders
    named = evidence.document | evidence.here
    owners = _nearest(strong | {slug: weak[slug] for slug in contenders & named})
    if len(owners) < 2:
        return next(iter(owners), None)
    here = owners & evidence.here
    (owner,) = here if len(here) == 1 else (NOBODY,)
    sure = len(owners & strong.keys()) == 0 or owner in strong
    return owner if sure else NOBODY


def _nearest(ranks: dict[str, int]) -> set[str]:
    nearest = min(ranks.values(), default=0)
    return {slug for slug, rank in ranks.items() if rank == nearest}
