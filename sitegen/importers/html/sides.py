"""What JSON-LD and scripts of a page say of its updates to one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from sitegen.importers.html.entry import Part
from sitegen.importers.html.matching import match
from sitegen.importers.html.structured import Posting
from sitegen.importers.html.words import plain_line, same_words

_LONGER = 1.1
"""How much longer a script's text is where JSON-LD holds only its start."""


def differ(values: Sequence[Hashable]) -> bool:
    """False where most of the values are the same, and so say nothing of any update."""
    return len(values) < 3 or max(Counter(values).values()) * 2 <= len(values)


def told_alike(shown: Sequence[Part | Posting], scripted: Sequence[Posting]) -> bool:
    """True where at least a third of the shorter list is in the other; a minute that both have tells little.

    Nothing speaks against a list where there is no other.
    """
    _, counts = match(shown, scripted)
    same = sum(count for way, count in counts.items() if way != "time")
    return not shown or same * 3 >= min(len(shown), len(scripted))


def both(postings: Sequence[Posting], scripted: Sequence[Posting]) -> tuple[Posting, ...]:
    """Each update once, in the order of the longer list; JSON-LD's words but where a script's say more."""
    pairs, _ = match(postings, scripted)
    times = differ([posting.published for posting in postings])
    headlines = differ([same_words(posting.headline) for posting in postings])
    leads = len(postings) > len(scripted)
    found = {
        there: _one(postings[here], scripted[there], times=times, headlines=headlines)
        for here, there in pairs.items()
    }
    if leads:
        ours = [found[pairs[n]] if n in pairs else posting for n, posting in enumerate(postings)]
        rest = [posting for n, posting in enumerate(scripted) if n not in found]
    else:
        ours = [found.get(n, posting) for n, posting in enumerate(scripted)]
        rest = [posting for n, posting in enumerate(postings) if n not in pairs]
    return tuple(_numbered([*ours, *rest]))


def _one(given: Posting, scripted: Posting, *, times: bool, headlines: bool) -> Posting:
    longer = len(plain_line(scripted.body)) > _LONGER * len(plain_line(given.body))
    timed = bool(given.published and times) or not scripted.published
    base = replace(given, body=scripted.body, origin=scripted.origin) if longer else given
    return replace(
        base,
        keys=given.keys | scripted.keys,
        id=given.id or scripted.id,
        url=given.url or scripted.url,
        headline=given.headline if given.headline and headlines else scripted.headline,
        published=given.published if timed else scripted.published,
        basis=given.basis if timed else scripted.basis,
        authors=given.authors or scripted.authors,
        key_event=scripted.key_event,
        pinned=scripted.pinned,
    )


def _numbered(postings: Sequence[Posting]) -> Iterator[Posting]:
    for number, posting in enumerate(postings, start=1):
        yield replace(posting, number=number)
