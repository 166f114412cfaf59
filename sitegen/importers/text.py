"""Plain text as syndicated live blogs print it: a title, `13:32 , Matt Mathers`, a text.

The layout is read from the document itself, never from its words:

- A **stamp** is a line that is nothing but a time and its authors (`stamp_line`).
- What stands above the first stamp is the **header**: the headline is its first paragraph (below
  a section's name of one or two words, if another headline follows), the list in it is the key
  points, the short line right above the list is their heading, and the rest is the standfirst.
- A **title** is the last paragraph above a stamp, unless it ends like a text: with a full stop,
  with a colon, as a list item, as a caption that stands twice, or longer than the document's
  titles are (`titles`). Bare lines that name a linked article end the text before; so only the
  last line above a stamp is ever taken from it. In the header it is a title only where a key
  point, a standfirst or a headline stands above it.
- A line that stands twice in a row is a caption: it is kept once, the other is reported.
- Lines are kept as they are. Broken characters are reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.importers.decoding import decode, lines_of
from sitegen.importers.header import read_header
from sitegen.importers.kinds import kind_of
from sitegen.importers.paragraphs import Line, Paragraph, drop_repeats, is_wrapped, paragraphs, to_markdown
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument, Stamp
from sitegen.importers.stamp_line import stamp_line
from sitegen.importers.suspects import suspects
from sitegen.importers.titles import Habit, habit
from sitegen.instants import newest_first
from sitegen.model import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A stamp line."""

    number: int
    """Counted from 1."""
    stamp: Stamp
    """Its time."""
    authors: tuple[str, ...]
    """Its authors."""
    gap: bool
    """True below an empty line."""


class TextImporter:
    """Reads plain text with a stamp line above each update."""

    name = "text"
    title = "plain text with a line such as '13:32 , Name' above each update"

    def sniff(self, document: SavedDocument) -> float:
        """Sure from two stamp lines on."""
        try:
            text, _ = _text_of(document)
        except NotALiveBlogError:
            return 0.0
        stamps = sum(stamp_line(line) is not None for line in lines_of(text))
        return 0.9 if stamps > 1 else stamps * 0.5

    def read(self, document: SavedDocument) -> Document:
        """Read the document by the rules above. Raises NotALiveBlogError."""
        text, inferred = _text_of(document)
        lines = lines_of(text)
        stamps, sections = _divide(lines)
        if not stamps:
            raise NotALiveBlogError(
                "No line of it is a time with an author, like '13:32 , Name', so there are no updates in it."
            )
        left_out: list[LeftOut] = []
        parts = list(_paragraphs(stamps, sections, left_out))
        habits = habit(parts[1:-1], parts[-1])
        header = read_header(parts[0], habits)
        titles = [header.first_title, *(_take_title(block, habits) for block in parts[1:-1])]
        page_order, why = newest_first([dated.stamp for dated in stamps])
        return Document(
            importer=self.name,
            title=header.title,
            summary=header.summary,
            key_points=header.key_points,
            entries=tuple(
                Entry(
                    stamp=dated.stamp,
                    title=title.text if title else "",
                    authors=dated.authors,
                    body=to_markdown(block),
                    locator=f"line {title.number if title else dated.number}",
                )
                for dated, title, block in zip(stamps, titles, parts[1:], strict=True)
            ),
            newest_first=page_order,
            inferred=(*inferred, *filter(None, [why]), *_about_titles(habits, titles, parts)),
            left_out=(*header.left_out, *left_out),
            suspects=tuple(suspects(lines)),
        )


def _text_of(document: SavedDocument) -> tuple[str, tuple[str, ...]]:
    """The text and what was concluded about its encoding. Raises NotALiveBlogError."""
    kind = kind_of(document.data)
    if kind:
        raise NotALiveBlogError(f"It is {kind}; save the words of the live blog as plain text (.txt).")
    text, inferred = decode(document.data)
    if not text.strip():
        raise NotALiveBlogError("It is empty.")
    return text, inferred


def _divide(lines: Sequence[str]) -> tuple[list[_Dated], list[list[Line]]]:
    """Stamps, and the lines before, between and behind them: one section more than stamps."""
    stamps: list[_Dated] = []
    sections: list[list[Line]] = [[]]
    gap = True
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        found = stamp_line(text)
        if found:
            stamps.append(_Dated(number=number, stamp=found[0], authors=found[1], gap=gap))
            sections.append([])
        elif text:
            sections[-1].append(Line(number=number, text=text, gap=gap or not sections[-1]))
        gap = not text
    return stamps, sections


def _paragraphs(
    stamps: Sequence[_Dated], sections: Sequence[Sequence[Line]], left_out: list[LeftOut]
) -> Iterator[list[Paragraph]]:
    """The paragraphs of each section; lines that stand twice in a row go to `left_out`."""
    wrapped = is_wrapped([line for section in sections for line in section])
    for place, section in enumerate(sections):
        title_last = place < len(stamps) and not stamps[place].gap
        kept, twice, dropped = drop_repeats(section, title_last=title_last)
        left_out.extend(dropped)
        yield list(paragraphs(kept, wrapped=wrapped, twice=twice))


def _take_title(block: list[Paragraph], habits: Habit) -> Paragraph | None:
    """Take the title of the next update from the end of the paragraphs above its stamp."""
    return block.pop() if block and habits.is_title(block[-1]) else None


def _about_titles(
    habits: Habit, titles: Sequence[Paragraph | None], parts: Sequence[Sequence[Paragraph]]
) -> Iterator[str]:
    """What was concluded about titles; where most updates have one, the lines that were not taken for one."""
    titled = sum(title is not None for title in titles)
    yield f"titles are the last line above the stamp, for {titled} of {len(titles)} updates"
    if titled * 2 < len(titles):
        return
    for title, block in zip(titles, parts, strict=False):
        if title is None and block and not block[-1].item:
            why = habits.why_not(block[-1]) or "the first line is the headline"
            yield f"line {block[-1].number} stands above a stamp and is no title: {why}"
