"""Lines of a plain-text document to paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, pairwise

from sitegen.markup import escape
from sitegen.model import LeftOut

REPEATED = "the line stands twice in a row, as captions of pictures do; kept once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with something on it."""

    number: int
    """Counted from 1."""
    text: str
    """Without the white space around it."""
    gap: bool
    """True below an empty line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph or a list item."""

    lines: tuple[str, ...]
    """Its lines, without a bullet."""
    number: int
    """Number of its first line."""
    item: bool = False
    """True for a list item."""
    repeated: bool = False
    """True where it stood twice in a row."""

    @property
    def text(self) -> str:
        """All on one line."""
        return " ".join(self.lines)


_STRONG = "•‣▪●◦"
"""Marks that are only ever bullets."""

_WIDTHS = range(40, 121)
"""Characters of the longest line in a document whose lines are cut to a width."""

_INDENT = 4
"""Characters by which the lines of lists may be indented or longer."""

_BULLET = re.compile(rf"([{_STRONG}·*–—-])(?:\s+(\S.*))?")


def is_wrapped(lines: Sequence[Line]) -> bool:
    """True where the document's lines were cut to a width, so that a paragraph is several lines.

    It holds where empty lines part the paragraphs, and most lines that go on in the next one have
    no room for its first word.
    """
    inner = [
        (here.text, there.text)
        for here, there in pairwise(lines)
        if not there.gap and here.text != there.text and not _BULLET.fullmatch(there.text)
    ]
    width = max((len(line.text) for line in lines), default=0)
    spaced = any(line.gap for line in lines[1:])
    full = sum(len(here) + 1 + len(there.split()[0]) > width - _INDENT for here, there in inner)
    return spaced and width in _WIDTHS and full > 2 and full * 5 >= len(inner) * 4


def drop_repeats(lines: Sequence[Line], *, title_last: bool) -> tuple[list[Line], set[int], list[LeftOut]]:
    """Lines without those that repeat the one right above; which stood twice; what was dropped.

    With `title_last` the last line is right above a stamp: a title may say what the line above says.
    """
    kept: list[Line] = []
    twice: set[int] = set()
    left_out: list[LeftOut] = []
    for line in lines:
        last = title_last and line is lines[-1]
        if kept and _same(kept[-1], line) and not line.gap and not last and re.search(r"\w", line.text):
            twice.add(kept[-1].number)
            left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=REPEATED))
        else:
            kept.append(line)
    return kept, twice, left_out


def _same(here: Line, there: Line) -> bool:
    return here.text == there.text or here.text.split() == there.text.split()


def paragraphs(
    lines: Sequence[Line], *, wrapped: bool, twice: AbstractSet[int] = frozenset()
) -> Iterator[Paragraph]:
    """Paragraphs and list items. A bullet may stand on a line of its own, above its text.

    Signs that may be something else than bullets (`-`, `*`) are bullets from two in a row on.
    `twice` are the numbers of lines that stood twice.
    """
    text: list[Line] = []
    for mark, run in groupby(_chunks(lines, wrapped=wrapped), key=lambda chunk: chunk.mark):
        chunks = list(run)
        if mark and (mark in _STRONG or len(chunks) > 1):
            yield from _running(text, wrapped=wrapped, twice=twice)
            text = []
            for chunk in chunks:
                yield Paragraph(lines=chunk.words, number=chunk.lines[0].number, item=True)
        else:
            text.extend(line for chunk in chunks for line in chunk.lines)
    yield from _running(text, wrapped=wrapped, twice=twice)


def to_markdown(parts: Sequence[Paragraph]) -> str:
    """Markdown whose visible text is that of the paragraphs."""
    blocks: list[str] = []
    for item, run in groupby(parts, key=lambda part: part.item):
        if item:
            blocks.append(escape.bullets(part.lines for part in run))
        else:
            blocks.extend(escape.paragraph(part.lines) for part in run)
    return "\n\n".join(blocks)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What a bullet marks, or a single line."""

    mark: str
    """The bullet; empty for a line without one."""
    lines: tuple[Line, ...]
    """The lines that it takes up."""
    words: tuple[str, ...]
    """Its lines without the bullet."""


def _chunks(lines: Sequence[Line], *, wrapped: bool) -> Iterator[_Chunk]:
    start = 0
    while start < len(lines):
        mark, words = _bullet(lines[start])
        end = start + 1
        if mark and not words and end < len(lines) and _bullet(lines[end])[0] == "":
            words = lines[end].text
            end += 1
        if not re.search(r"\w", words):
            mark, words, end = "", lines[start].text, start + 1
        more = end
        while wrapped and mark and more < len(lines) and not lines[more].gap and not _bullet(lines[more])[0]:
            more += 1
        yield _Chunk(mark, tuple(lines[start:more]), (words, *(line.text for line in lines[end:more])))
        start = more


def _bullet(line: Line) -> tuple[str, str]:
    """The bullet that a line starts with, and the words behind it; both may be missing."""
    match = _BULLET.fullmatch(line.text)
    return (match[1], match[2] or "") if match else ("", "")


def _running(lines: Sequence[Line], *, wrapped: bool, twice: AbstractSet[int]) -> Iterator[Paragraph]:
    """Paragraphs of running text: lines up to an empty one where they are wrapped, else single lines."""
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].gap or not wrapped:
            part = lines[start:end]
            yield Paragraph(
                lines=tuple(line.text for line in part),
                number=part[0].number,
                repeated=any(line.number in twice for line in part),
            )
            start = end
