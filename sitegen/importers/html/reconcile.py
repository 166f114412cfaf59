"""Updates of the page and of its data for machines to one list, each field from where it is right.

What is the same on most updates of JSON-LD says nothing of any of them: a page's headline, one time,
the names of all its authors. Coverage times are never looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.importers.html import clocks
from sitegen.importers.html.entry import Part
from sitegen.importers.html.matching import match
from sitegen.importers.html.moments import stamp_of
from sitegen.importers.html.sides import differ
from sitegen.importers.html.structured import Posting, Structured
from sitegen.importers.html.words import body_markdown, same_words
from sitegen.importers.protocol import Entry, Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """The updates, and where they came from."""

    entries: tuple[Entry, ...]
    counts: tuple[tuple[str, int], ...]
    inferred: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trust:
    """Which fields of JSON-LD differ from update to update."""

    times: bool
    headlines: bool
    authors: bool


def reconcile(parts: Sequence[Part], data: Structured, base: str) -> Reconciled:
    """One entry for each update that the page, JSON-LD or both have, in the order of the page."""
    postings = data.postings
    pairs, found_by = match(parts, postings)
    trust = _trust(postings, data)
    tally: Counter[str] = Counter()
    entries = [
        _entry(
            parts[place[0]] if place[0] is not None else None,
            postings[place[1]] if place[1] is not None else None,
            trust,
            base,
            tally,
        )
        for place in _order(len(parts), len(postings), pairs)
    ]
    both = len(pairs)
    origins = {posting.origin for posting in postings}
    given = " or ".join(sorted(origins)) or "JSON-LD"
    counts = [
        (f"updates on the page and in {given}", both),
        ("updates on the page only", len(parts) - both),
        (f"updates in {given} only", len(postings) - both),
        *((f"of the two matched by {name}", count) for name, count in found_by.items()),
        *sorted(tally.items()),
    ]
    return Reconciled(
        entries=tuple(_distinct(entries)),
        counts=tuple((name, count) for name, count in counts if count),
        inferred=tuple(_about(trust, postings, given)),
    )


def _trust(postings: Sequence[Posting], data: Structured) -> _Trust:
    authors = [posting.authors for posting in postings]
    same = len(authors) > 2 and len(set(authors)) == 1
    return _Trust(
        times=differ([posting.published for posting in postings]),
        headlines=differ([same_words(posting.headline) for posting in postings]),
        authors=not (same and set(authors[0]) == set(data.authors)),
    )


def _about(trust: _Trust, postings: Sequence[Posting], given: str) -> Iterator[str]:
    given = given[:1].upper() + given[1:]
    if not trust.times:
        yield f"{given} gives most updates one and the same time, so the times are those of the page"
    if not trust.headlines:
        yield f"{given} gives most updates one and the same headline, so the titles are those of the page"
    if not trust.authors and postings and postings[0].authors:
        yield f"{given} names the page's authors for every update, so only bylines on the page are kept"


def _order(parts: int, postings: int, pairs: dict[int, int]) -> Iterator[tuple[int | None, int | None]]:
    """The side with more updates leads; those that only the other has follow the one they follow there."""
    leads = parts >= postings
    ahead, behind = (parts, postings) if leads else (postings, parts)
    to_behind = pairs if leads else {posting: part for part, posting in pairs.items()}
    taken = set(to_behind.values())
    back = {there: here for here, there in to_behind.items()}
    after: dict[int, list[int]] = {}
    last = -1
    for place in range(behind):
        if place in taken:
            last = back[place]
        else:
            after.setdefault(last, []).append(place)

    def pair(first: int | None, second: int | None) -> tuple[int | None, int | None]:
        return (first, second) if leads else (second, first)

    yield from (pair(None, place) for place in after.get(-1, ()))
    for here in range(ahead):
        yield pair(here, to_behind.get(here))
        yield from (pair(None, place) for place in after.get(here, ()))


def _entry(
    part: Part | None, posting: Posting | None, trust: _Trust, base: str, tally: Counter[str]
) -> Entry:
    title = part.title if part else ""
    if posting and trust.headlines and not title and posting.headline:
        title = posting.headline
        tally[f"titles from {posting.origin}"] += 1
    body = part.body if part else ""
    if posting and not (part and part.text.strip()):
        said = body_markdown(posting.body, base)
        # Where the page shows pictures without words, they stay.
        body = said if body in said else "\n\n".join(filter(None, (said, body)))
        tally[f"texts from {posting.origin}"] += bool(said)
    authors = part.authors if part else ()
    if posting and trust.authors and not authors:
        authors = posting.authors
        tally[f"authors from {posting.origin}"] += bool(authors)
    elif authors:
        tally["authors from the page"] += 1
    empty = not body.strip()
    tally["updates without a text, kept and marked"] += empty
    stamp = _stamp(part, posting, trust, tally)
    native = (posting.id if posting else "") or (part.id if part else "")
    return Entry(
        stamp=stamp,
        title=title,
        authors=authors,
        body=body,
        locator=_locator(part, posting, native),
        native_id=native,
        url=posting.url if posting else "",
        key_event=bool((part and part.key_event) or (posting and posting.key_event)),
        pinned=bool((part and part.pinned) or (posting and posting.pinned)),
        summary=bool(part and part.summary),
        empty=empty,
    )


def _stamp(part: Part | None, posting: Posting | None, trust: _Trust, tally: Counter[str]) -> Stamp | None:
    shown = part.stamp if part else None
    if posting and (trust.times or shown is None):
        basis = f"{posting.basis} in {posting.origin}"
        given = stamp_of(posting.published, basis, shown.text if shown else "")
        given = given or clocks.full(posting.published)
        if given and (given.instant or shown is None or shown.instant is None):
            tally[f"times from {posting.origin}"] += 1
            return given if trust.times else None
    if shown:
        tally["times for machines, on the page" if part and part.machine else "times as printed"] += 1
    return shown


def _locator(part: Part | None, posting: Posting | None, native: str) -> str:
    if native:
        return f"#{native}".replace("=", "-")
    if part:
        return f"line {part.line}"
    assert posting is not None
    return f"{posting.origin} update {posting.number}".removeprefix("a ")


def _distinct(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Locators that several have get a number."""
    seen: Counter[str] = Counter()
    for entry in entries:
        seen[entry.locator] += 1
        count = seen[entry.locator]
        yield replace(entry, locator=f"{entry.locator}, update {count}") if count > 1 else entry
