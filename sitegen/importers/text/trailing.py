"""Stamps that close an update instead of opening it: `Text. Ada Example, 9:05 a.m.`"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.importers.paragraphs import Line
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.text.sections import Sections
from sitegen.importers.titles import ends_sentence

_MOST = 0.8
"""Share of stamps that stand right below a text and above an empty line, where stamps close updates."""

_LONGEST = 140
"""Characters of the longest title."""


def move_up(sections: Sections, marks: Sequence[Candidate], *, below: bool = False) -> str:
    """Give each stamp the lines above it, where stamps close updates; what was concluded, else empty.

    With `below` they end the very lines of the texts. Otherwise that is so where nothing stands below the
    last stamp, texts end right above the stamps, and either the next update stands apart by an empty line or
    begins with a title.
    """
    lines = sections.lines
    if below:
        start = _first_update(lines[0], lines[1:], titled=False)
        sections.lines[:] = [lines[0][:start], lines[0][start:], *lines[1:-1]]
        return "the stamps stand behind their texts, on the same lines"
    if len(marks) < 3 or lines[-1] or any(mark.after for mark in marks) or not all(lines[:-1]):
        return ""
    ended = sum(ends_sentence(section[-1].text) for section in lines[:-1])
    near = sum(section[-1].number + 1 == mark.number for section, mark in zip(lines, marks, strict=False))
    apart = sum(
        section[0].number > mark.number + 1 for section, mark in zip(lines[1:-1], marks, strict=False)
    )
    titled = sum(_is_title(section[0]) and len(section) > 1 for section in lines[1:-1])
    spaced = near >= _MOST * len(marks) and apart >= _MOST * (len(marks) - 1)
    if ended < _MOST * len(marks) or not (spaced or titled >= _MOST * (len(marks) - 1)):
        return ""
    start = _first_update(lines[0], lines[1:], titled=titled * 2 > len(marks))
    sections.lines[:] = [lines[0][:start], lines[0][start:], *lines[1:-1]]
    return "the stamps stand below their updates, as nothing stands below the last of them"


def _first_update(header: Sequence[Line], others: Sequence[Sequence[Line]], *, titled: bool) -> int:
    """Where in the lines above the first stamp its update starts: as the others do, or at a title or gap."""
    if header and any(section and section[0].text == header[0].text for section in others):
        return 0
    places = [n for n, line in enumerate(header) if n and (_is_title(line) if titled else line.gap)]
    return places[-1] if places else 0


def _is_title(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not ends_sentence(line.text) and not line.text.endswith(":")
