"""What updates of a page have at the same places: stamps, authors, and what only repeats."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.importers.html.anchors import HEADINGS, Anchor
from sitegen.importers.html.names import is_called_author, is_called_title, names_of, says_by
from sitegen.importers.html.outline import Line, Outline, Path, share_of_links
from sitegen.importers.html.words import count_words, same_words
from sitegen.importers.names import is_person
from sitegen.importers.titles import ends_sentence
from sitegen.markup.webpage import visible_text

_SOME = 0.2
"""Share of updates that have a stamp at a place of stamps."""

_MOST = 0.6
"""Share of updates that have a byline, or the same words below their text, where those are a habit."""

_MANY = 0.8
"""Share of the lines at a place that are names, where it is one of authors."""

_NUMBER = re.compile(r"[\d\W]+(?:[KkMm]|[KM]io\.?|тыс\.?|mil|views?)?|https?://\S+")
"""A count, such as `1.2K`, or an address."""

_LONGEST = 30
"""Words of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What is usual on a page."""

    stamps: frozenset[Path]
    """Places of stamps."""
    bylines: frozenset[Path]
    """Places where names of authors stand."""
    signed: bool
    """True where most texts are signed: `— Ada Example`."""
    titles: frozenset[Path]
    """Places where a line that is no sentence stands above the text, where no headings do."""
    labels: frozenset[str]
    """Short lines above texts that several updates have, folded."""
    endings: frozenset[Path]
    """Places below the text where every update has the same words."""
    numbers: frozenset[Path]
    """Places where every update has a number or an address."""


def learn(outlines: Sequence[Outline]) -> Habits:
    """The habits of a page. What it shows twice counts once."""
    outlines = list({tuple(map(visible_text, one.piece.elements)): one for one in outlines}.values())
    count = len(outlines)
    lines: dict[Path, list[Line]] = defaultdict(list)
    for one in outlines:
        for line in one.lines:
            lines[line.path].append(line)
    heads = Counter(text for one in outlines for text in {same_words(x.text) for x in one.lines if x.head})
    return Habits(
        stamps=frozenset(_stamps(outlines)),
        bylines=frozenset(_bylines(lines, count)),
        signed=_are_signed(outlines),
        titles=frozenset(_titles(outlines)),
        labels=frozenset(text for text, times in heads.items() if times > 1),
        endings=frozenset(path for path, found in lines.items() if _say_nothing(found, count)),
        numbers=frozenset(path for path, found in lines.items() if _are_numbers(found, count)),
    )


def _stamps(outlines: Sequence[Outline]) -> Iterator[Path]:
    places: dict[Path, list[Anchor]] = defaultdict(list)
    for one in outlines:
        first: dict[Path, Anchor] = {}
        for anchor, path in one.stamps:
            first.setdefault(path, anchor)
        for path, anchor in first.items():
            places[path].append(anchor)
    several = len(outlines) > 2
    for path, found in places.items():
        instants = {anchor.stamp.instant if anchor.stamp else None for anchor in found}
        stuck = several and len(found) > 2 and len(instants) == 1 and None not in instants
        if not stuck and len(found) >= (max(2, _SOME * len(outlines)) if several else 1):
            yield path


def signature(line: Line) -> tuple[str, ...]:
    """The name below a text that it signs; below a quote it may be that of who said it."""
    name = re.fullmatch(r"[—–-]{1,2}\s*(\S.+)", line.text)
    return (name[1],) if name and is_person(name[1]) else ()


def _are_signed(outlines: Sequence[Outline]) -> bool:
    last = [signature(one.lines[-1]) for one in outlines if one.lines and not one.lines[-1].head]
    signed = list(filter(None, last))
    return len(set(signed)) < len(signed) and len(signed) >= max(3, _MANY * len(outlines))


def _titles(outlines: Sequence[Outline]) -> Iterator[Path]:
    headed = sum(any(e.tag in HEADINGS or is_called_title(e) for e in one.order) for one in outlines)
    if headed * 2 > len(outlines) or len(outlines) < 3:
        return
    found: dict[Path, list[str]] = defaultdict(list)
    for one in outlines:
        said = [line for line in one.blocks if not names_of(line.text, sure=is_called_author(line.element))]
        paths = Counter(line.path for line in said)
        if len(said) > 1 and paths[said[0].path] == 1:
            found[said[0].path].append(said[0].text)
    for path, texts in found.items():
        phrases = [text for text in texts if _may_be_title(text)]
        if len(phrases) >= max(3, _MANY * len(outlines)) and len(set(texts)) == len(texts):
            yield path


def _may_be_title(text: str) -> bool:
    return 1 < count_words(text) <= _LONGEST and not ends_sentence(text) and not text.endswith((":", "："))


def _bylines(lines: Mapping[Path, Sequence[Line]], count: int) -> Iterator[Path]:
    """Places of authors; where some have several names, not one with a single name: that of the publisher."""
    found = {path: {line.text for line in at} for path, at in lines.items() if _are_names(at, count)}
    several = any(len(names) > 1 for names in found.values())
    for path, names in found.items():
        if len(names) > 1 or not several or len(lines[path]) < count:
            yield path


def _are_names(found: Sequence[Line], count: int) -> bool:
    names = [line.text for line in found if names_of(line.text)]
    if len(found) < 2 or len(names) < _MANY * len(found) or len(found) < count / 2:
        return False
    return len(set(names)) < len(names) or all(map(says_by, names))


def _are_numbers(found: Sequence[Line], count: int) -> bool:
    several = len(found) >= max(3, _MOST * count)
    return several and all(_NUMBER.fullmatch(line.text) for line in found)


def _say_nothing(found: Sequence[Line], count: int) -> bool:
    # Where a text is too short to tell what stands above it, other updates tell where this line stands.
    below = found if sum(not line.head for line in found) * 2 >= len(found) else ()
    if len(below) < max(3, _MOST * count):
        return False
    sentences = any(ends_sentence(line.text) and share_of_links(line.element) < 1 for line in below)
    return not sentences and len({same_words(line.text) for line in below}) <= max(
        1, 0.2 * len(below), len(below) // count
    )
