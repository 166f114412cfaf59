"""Who is meant where several actors claim the same words, or words that name nobody by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.actors.claims import Claim, Rank
from sitegen.actors.guards import may_name
from sitegen.actors.scene import Scene
from sitegen.actors.sorts import Sort

NOBODY = ""
"""Words that several claim name none of them, and no shorter name is looked for within them."""

_BY_BEARER = frozenset([Sort.ACRONYM, Sort.BODY])
"""Sorts of which the guard looks at the actor, too; of all others a span's neighbours tell for all claims."""


@dataclass(slots=True, kw_only=True)
class Evidence:
    """Whom a text and its document name without doubt. Filled while a text is read."""

    named: frozenset[str] = frozenset()
    """Actors that the document or this update names by strong forms: their weak forms count."""
    here: frozenset[str] = frozenset()
    """Those of them that the update itself names."""
    strong: set[str] = field(default_factory=set)
    """Found: actors named by words that nobody else claims."""
    weak: bool = False
    """Found: whether a weak form stands in the text."""
    open: set[str] = field(default_factory=set)
    """Found: actors of whom only the rest of the document can tell whether a weak form means them."""


class Claims(NamedTuple):
    """All claims to the same words."""

    strong: tuple[Claim, ...]
    """Those that count by themselves."""
    weak: Mapping[str, tuple[Claim, ...]]
    """Those that count beside another form, by the slug of the actor."""
    weakly: frozenset[str]
    """Slugs of the actors with a weak claim."""


def gathered(claims: Iterable[Claim]) -> Claims:
    """Claims to the same words."""
    strong: list[Claim] = []
    weak: dict[str, list[Claim]] = {}
    for claim in claims:
        (weak.setdefault(claim.bearer.slug, []) if claim.weak else strong).append(claim)
    by_slug = {slug: tuple(listed) for slug, listed in weak.items()}
    return Claims(tuple(strong), by_slug, frozenset(weak))


def settle(claims: Claims, scene: Scene, day: int, evidence: Evidence) -> str | None:
    """The actor that a span names on a day; `NOBODY`, or None where no claim counts.

    Of claims that count the nearest to what is printed wins. A weak one counts where the document names its
    actor in another way.
    """
    strong = _ranks(claims.strong, scene, day)
    if not claims.weakly:
        return _only_strong(strong, evidence)
    named = [claim for slug in claims.weakly & evidence.named for claim in claims.weak[slug]]
    weak = _ranks(named, scene, day)
    evidence.weak = True
    if evidence.here.isdisjoint(claims.weakly) and evidence.here.isdisjoint(strong):
        evidence.open |= claims.weakly
    return _with_weak(strong, weak, evidence)


def _ranks(claims: Iterable[Claim], scene: Scene, day: int) -> dict[str, int]:
    """How near the claims are that count, by the actor's slug."""
    ranks: dict[str, int] = {}
    sound: dict[Sort, bool] = {}
    printed = scene.key()
    for claim in claims:
        exact = claim.key == printed
        if not (exact or claim.loose) or not claim.days.holds(day):
            continue
        if claim.sort in _BY_BEARER or claim.sort not in sound:
            sound[claim.sort] = may_name(claim, scene)
        if sound[claim.sort]:
            slug = claim.bearer.slug
            rank = claim.rank + (0 if exact else Rank.LOOSE)
            ranks[slug] = min(rank, ranks.get(slug, rank))
    return ranks


def _only_strong(strong: dict[str, int], evidence: Evidence) -> str | None:
    owners = _nearest(strong)
    if len(owners) != 1:
        return NOBODY if owners else None
    (owner,) = owners
    if owner:
        evidence.strong.add(owner)
    return owner


def _with_weak(strong: dict[str, int], weak: dict[str, int], evidence: Evidence) -> str | None:
    """The only one of those that count, or else the only one that this update names in another way.

    A strong name may mean its actor wherever it stands: that somebody else with such a weak name is told
    of here does not make it his.
    """
    owners = _nearest(weak | strong)
    if len(owners) < 2:
        return next(iter(owners), None)
    here = owners & evidence.here
    owner = next(iter(here)) if len(here) == 1 else NOBODY
    return owner if owner in strong or owners.isdisjoint(strong) else NOBODY


def _nearest(ranks: dict[str, int]) -> set[str]:
    nearest = min(ranks.values(), default=0)
    return {slug for slug, rank in ranks.items() if rank == nearest}
