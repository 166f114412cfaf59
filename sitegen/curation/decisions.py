"""What a person decided about the actors of an update, and what its lists say because of it.

Under `actors` stands what sitegen found. The source record keeps what sitegen last put there, so a slug that
is there without sitegen having put it, or that is gone, is a person's decision; it moves to a list of its
own: `also_actors`, or `not_actors`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from sitegen.model import Update, WrittenUpdate


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The three lists of an update, by slug."""

    actors: tuple[str, ...]
    """Whom its text names, as far as nobody decided otherwise."""
    also_actors: tuple[str, ...]
    """Whom it is about, as a person decided."""
    not_actors: tuple[str, ...]
    """Whom it is not about, as a person decided."""

    def renamed(self, rename: Callable[[Iterable[str]], tuple[str, ...]]) -> Lists:
        """The lists with other slugs."""
        return Lists(
            actors=rename(self.actors),
            also_actors=rename(self.also_actors),
            not_actors=rename(self.not_actors),
        )


def lists_of(update: Update) -> Lists:
    """The lists as the update's file has them."""
    return Lists(actors=update.actors, also_actors=update.also_actors, not_actors=update.not_actors)


def decided(lists: Lists, found: Sequence[str] | None, named: Collection[str]) -> Lists:
    """The lists with every decision in the list that is for it.

    `found` is what sitegen last put into `actors`, None where nobody knows; `named` is whom the text names.
    Adding somebody whom the text names is no decision, nor is taking off somebody whom it does not name.
    What was added to `actors` last outweighs an older entry in `not_actors`.
    """
    added = [slug for slug in lists.actors if slug not in (found or ())]
    gone = [slug for slug in found or () if slug not in {*lists.actors, *lists.also_actors}]
    kept = [slug for slug in lists.not_actors if found is None or slug not in added]
    return Lists(
        actors=lists.actors,
        also_actors=_once(
            *lists.also_actors, *(slug for slug in added if slug not in named and slug not in kept)
        ),
        not_actors=_once(*kept, *(slug for slug in gone if slug in named)),
    )


def found_by_sitegen(
    lists: Lists, written: WrittenUpdate | None, *, untouched: bool
) -> tuple[str, ...] | None:
    """What sitegen last put into `actors`: in a file that is as it wrote it, what stands there."""
    if written is None:
        return None
    return lists.actors if untouched else written.actors


def joined(lists: Lists, rename: Callable[[Iterable[str]], tuple[str, ...]], on: Collection[str]) -> Lists:
    """The lists with other slugs. Where two become one, of whom one is `on` the update, it stays on."""
    off = tuple(
        slug
        for slug in lists.not_actors
        if not any(other != slug and rename([other]) == rename([slug]) for other in on)
    )
    return Lists(actors=rename(lists.actors), also_actors=rename(lists.also_actors), not_actors=rename(off))


def retagged(lists: Lists, named: Iterable[str]) -> Lists:
    """The lists where the text names these."""
    decided_on = {*lists.also_actors, *lists.not_actors}
    return Lists(
        actors=tuple(slug for slug in named if slug not in decided_on),
        also_actors=lists.also_actors,
        not_actors=lists.not_actors,
    )


def _once(*slugs: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slugs))
