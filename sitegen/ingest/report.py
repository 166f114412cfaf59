"""What an import found and did, for the person who ran it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sitegen.ingest.merge import Fate
from sitegen.model import Actor, LeftOut, LikelyDuplicate

_MOST = 12
"""Items of a list that are shown; the files that the import writes have them all."""

_ENDS = 3
"""Updates that are shown of either end of a page."""

_WIDEST = 90
"""Characters of a quoted text that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import found, and what it does."""

    document: str
    """The document, relative to the site's folder."""
    importer: str = ""
    """Name of the importer that read it."""
    title: str = ""
    """Its headline."""
    timeline: str = ""
    """Slug of the timeline; empty while it is not known."""
    source: str = ""
    """Slug of the source; empty while something is not known."""
    savings: int = 1
    """How often the page was saved, as far as the archive knows."""
    found: int
    """Updates in the document."""
    updates: tuple[str, ...] = ()
    """A line for each: where it stands, its time as far as it is known, how it begins, who wrote it."""
    first: datetime | None = None
    """The oldest update's instant."""
    last: datetime | None = None
    """The newest update's instant."""
    fates: tuple[tuple[str, Fate], ...] = ()
    """Id and fate of each update of all savings: in page order, or where there are several, by time."""
    refreshed: tuple[str, ...] = ()
    """What is new in the files of updates with the same words, and in how many."""
    vanished: tuple[str, ...] = ()
    """Ids of updates that an earlier import wrote and this one does not find."""
    actors: tuple[tuple[Actor, str], ...] = ()
    """Actors that are proposed, each with the reason."""
    inferred: tuple[str, ...] = ()
    """What was concluded, and by which rule."""
    left_out: tuple[LeftOut, ...] = ()
    """What is in no update and not in the header."""
    suspects: tuple[LeftOut, ...] = ()
    """Characters that look broken."""
    likely_duplicates: tuple[LikelyDuplicate, ...] = ()
    """Updates that other sources seem to tell too."""
    notes: tuple[str, ...] = ()
    """What a person should know besides."""
    files: tuple[str, ...] = ()
    """Files that are written, each once, in order."""

    def count(self, fate: Fate) -> int:
        """Updates that have this fate."""
        return sum(have is fate for _, have in self.fates)

    def ids(self, *fates: Fate) -> tuple[str, ...]:
        """Ids of the updates that have one of these fates."""
        return tuple(name for name, have in self.fates if have in fates)


_WORTH_NAMING = (Fate.REPLACED, Fate.EDITED, Fate.PROPOSED, Fate.DELETED, Fate.WITHDRAWN)


def render(report: ImportReport, *, with_updates: bool = False) -> str:
    """The report as plain text, with a line break at its end; if wanted with some updates of the page."""
    return "".join(f"{line}\n" for line in _lines(report, with_updates=with_updates))


def _lines(report: ImportReport, *, with_updates: bool) -> Iterator[str]:
    record = f"content/{report.timeline}/sources/{report.source}.yaml"
    yield f"{report.document}: {report.title or 'no headline'}"
    yield f"  {_updates(report.found)} found, read as {report.importer}"
    if report.first and report.last:
        first, last = (moment.isoformat(" ", "minutes") for moment in (report.first, report.last))
        yield f"  first {first}, last {last}"
    if report.source:
        yield f"  timeline {report.timeline}, source {report.source}"
    if with_updates:
        yield from _sample(report.updates)
    if report.savings > 1:
        yield f"  {report.savings} savings of the page have together {_updates(len(report.fates))}"
    for fate, number in sorted(Counter(fate for _, fate in report.fates).items(), key=_order):
        yield f"  {number} {fate}"
        if fate in _WORTH_NAMING:
            yield from _some(report.ids(fate), "    ", record)
        elif fate is Fate.REFRESHED:
            yield from (f"    {line}" for line in report.refreshed)
    yield from _list("no longer found in the document, kept", report.vanished, record)
    yield from _list("concluded", tuple(dict.fromkeys(report.inferred)), record)
    yield from _left_out(report.left_out, record)
    suspects = [f"{line.locator}: {_short(line.text)}" for line in report.suspects]
    yield from _list("characters that look broken, kept as they are", suspects, record)
    pairs = [f"{pair.id} and {pair.other}: {pair.why}" for pair in report.likely_duplicates]
    yield from _list("another source seems to tell the same, nothing was merged", pairs, record)
    yield from _list("note", report.notes, record)
    actors = [f"{actor.name} ({actor.kind.value}): {reason}" for actor, reason in report.actors]
    yield from _list("actors proposed, to be looked at in content/actors/", actors, "content/actors/")


def _updates(number: int) -> str:
    return f"{number} update{'s' * (number != 1)}"


def _sample(updates: Sequence[str]) -> Iterator[str]:
    """The first and the last ones: whether a page was read rightly shows at its ends."""
    yield "  in page order:"
    if len(updates) <= 2 * _ENDS + 1:
        yield from (f"    {line}" for line in updates)
        return
    yield from (f"    {line}" for line in updates[:_ENDS])
    yield f"    ({len(updates) - 2 * _ENDS} more)"
    yield from (f"    {line}" for line in updates[-_ENDS:])


def _order(counted: tuple[Fate, int]) -> int:
    return list(Fate).index(counted[0])


def _list(heading: str, items: Sequence[str], where: str) -> Iterator[str]:
    if items:
        yield f"  {heading}:"
        yield from _some(items, "    ", where)


def _some(items: Sequence[str], indent: str, where: str, *, most: int = _MOST) -> Iterator[str]:
    """The first items, how many more there are, and in which file they all stand."""
    shown = len(items) if len(items) <= most + 1 else most
    yield from (f"{indent}{item}" for item in items[:shown])
    if items[shown:]:
        yield f"{indent}and {len(items) - shown} more, in {where}"


def _left_out(lines: Iterable[LeftOut], record: str) -> Iterator[str]:
    """What was left out, by the reason; in each the longest first, what stands there again and again once."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        reasons.setdefault(line.reason, {}).setdefault(line.text, []).append(line.locator)
    if reasons:
        yield "  left out of the updates and the header:"
    for reason, texts in reasons.items():
        ordered = sorted(texts, key=lambda text: -len(text.split()))
        items = [f"{_places(texts[text])}: '{_short(text)}'" for text in ordered]
        if len(items) == 1:
            yield f"    {items[0]}: {reason}"
        else:
            yield f"    {reason}:"
            yield from _some(items, "      ", record, most=_MOST // 2)


def _places(locators: Sequence[str]) -> str:
    more = len(locators) - 1
    return locators[0] + (f" and {more} times more" if more > 1 else " and once more" if more else "")


def _short(text: str) -> str:
    """The text on one line, long ones by their beginning and the number of their words."""
    words = text.split()
    line = " ".join(words)
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST].rstrip()}…, {len(words)} words"
