"""Live blogs without any time: updates told apart by their titles, which stand alone between empty lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.importers.paragraphs import Line, Paragraph, drop_repeats, paragraphs, to_markdown
from sitegen.importers.protocol import Document, Entry
from sitegen.importers.suspects import suspects
from sitegen.importers.text.pageday import only_day
from sitegen.importers.titles import ends_sentence
from sitegen.model import LeftOut

_FEWEST = 4
"""Updates from which on titles are a layout, and not chance."""

_LONGEST = 100
"""Characters of a title."""


_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}(?:[:.h]\d\d|\s?h\b|\s?[ap]\.?m\b)(?![\d.:]\d)")
"""A clock time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """What titles divide a text into."""

    header: list[Line]
    """Lines above the first title."""
    updates: list[tuple[Line, list[Line]]]
    """Titles, each with the lines below it."""


def blocks(lines: Sequence[str]) -> Blocks | None:
    """The updates of a text without times; None where nothing marks where one ends.

    A title is a line between empty ones that is short and no sentence, and below which a text stands.
    There must be at least four, and paragraphs below all but a few.
    """
    here = _lines(lines)
    alone = [
        line.gap and (n + 1 == len(here) or here[n + 1].gap) and _is_title(line.text)
        for n, line in enumerate(here)
    ]
    places = [n for n, title in enumerate(alone) if title and n + 1 < len(here) and not alone[n + 1]]
    if len(places) > 1 and places[0] == 0 and not alone[0]:
        places = places[1:]
    if len(places) < _FEWEST or sum(line.gap for line in here) * 2 < len(here):
        return None
    if sum(bool(_CLOCK.search(here[place].text)) for place in places) * 2 > len(places):
        return None  # times run through it, in a way that nobody knows yet
    ends = [*places[1:], len(here)]
    updates = [(here[start], here[start + 1 : end]) for start, end in zip(places, ends, strict=True)]
    texts = sum(any(ends_sentence(line.text) for line in body) for _, body in updates)
    if texts * 4 < len(updates) * 3:
        return None
    return Blocks(header=here[: places[0]], updates=updates)


def document(name: str, lines: Sequence[str], found: Blocks, inferred: Sequence[str]) -> Document:
    """The document of such a text; its entries have no stamps."""
    left_out: list[LeftOut] = []
    entries = []
    for title, body in found.updates:
        kept, twice, dropped = drop_repeats(body, title_last=False)
        left_out.extend(dropped)
        text = to_markdown(list(paragraphs(kept, wrapped=False, twice=twice)))
        entries.append(Entry(stamp=None, title=title.text, body=text, locator=f"line {title.number}"))
    header: list[Paragraph] = list(paragraphs(found.header, wrapped=False))
    headline = header.pop(0).text if header and not ends_sentence(header[0].text) else ""
    date, basis = only_day(lines)
    return Document(
        importer=name,
        title=headline,
        summary=to_markdown(header),
        entries=tuple(entries),
        date=date,
        date_basis=basis,
        inferred=(
            *inferred,
            f"it prints no times; {len(entries)} titles between empty lines divide it",
            *([f"the day is {date}, if nobody names another: {basis}"] if date else []),
        ),
        left_out=tuple(left_out),
        suspects=tuple(suspects(lines)),
    )


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST and not ends_sentence(text) and not text.endswith((":", ")"))


def _lines(lines: Sequence[str]) -> list[Line]:
    found: list[Line] = []
    gap = True
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text:
            found.append(Line(number=number, text=text, gap=gap))
        gap = not text
    return found
