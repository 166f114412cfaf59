"""Plain text of live blogs, in any layout: where its stamps stand is learned from the document itself.

- The **stamps** are the times of one shape that run through the document in one direction
  (`stamps.choose`), or those of the pattern that a person gives (`stamps.pattern`). Times in
  running text are of other shapes, or run nowhere.
- What stands above the first stamp is the **header** (`header`): headline, standfirst, key points. Prose that
  stands apart below the last update belongs to it (`introduction`).
- **Titles** stand above the stamps, below them or on their line, wherever most updates of the
  document have a short line there that is no sentence (`layout`, `titles`), or nowhere.
- **Authors** stand behind the time, on a line of their own, or sign the text (`credits`).
- Rules, advertisements, lines about the page and doubled captions are left out, and reported.
- Lines are kept as they are. Broken characters are reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.importers.decoding import decode, lines_of
from sitegen.importers.kinds import advice, kind_of
from sitegen.importers.paragraphs import to_markdown
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument
from sitegen.importers.stamp_line import stamp_line
from sitegen.importers.stamps.candidates import candidates
from sitegen.importers.stamps.choose import Choice, choose
from sitegen.importers.stamps.pattern import find
from sitegen.importers.suspects import suspects
from sitegen.importers.text import layout, untimed
from sitegen.importers.text.header import read_header
from sitegen.importers.text.mending import mend
from sitegen.importers.text.reading import Reading, read_marks
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_NO_STAMPS = (
    "No times run through it, such as a line '13:32' or '13:32 , Name' above each text, so there are no "
    "updates in it; --stamp '{time}: {text}' says how its stamps look. Updates without times "
    "are told apart by short titles alone between empty lines, four or more, and imported with --untimed."
)


class TextImporter:
    """Reads plain text with a time at each update."""

    name = "text"
    title = (
        "plain text with a time at each update, in any layout: '13:32 , Name', '1:52 p.m.: ...', '23m ago'"
    )

    def sniff(self, document: SavedDocument) -> float:
        """Sure from two stamp lines on; less so of stamps that were learned."""
        try:
            text, _ = _text_of(document)
        except NotALiveBlogError:
            return 0.0
        lines = lines_of(text)
        stamps = sum(stamp_line(line) is not None for line in lines)
        if stamps > 1 or document.stamp:
            return 0.9
        return 0.5 if stamps or choose(list(candidates(lines)), lines).marks else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the document by the rules above. Raises NotALiveBlogError."""
        text, inferred = _text_of(document)
        lines = mend(lines_of(text))
        choice = _choice(document, lines)
        if not choice.marks:
            blocks = untimed.blocks(lines)
            if not blocks:
                raise NotALiveBlogError(_NO_STAMPS)
            return untimed.document(self.name, lines, blocks, inferred)
        reading = read_marks(lines, choice, document.date_order)
        page_order, why = newest_first(reading.stamps)
        placed = layout.place(reading)
        titles = frozenset(title.text for title in placed.own if title)
        header = read_header(placed.header, placed.habit, titles)
        entries = tuple(_entries(reading, placed, header_title=header.first_title))
        date, date_basis = reading.page_date
        return Document(
            importer=self.name,
            title=header.title,
            summary="\n\n".join(filter(None, (header.summary, to_markdown(reading.introduction)))),
            key_points=header.key_points,
            entries=entries,
            newest_first=page_order,
            date=date,
            date_basis=date_basis,
            inferred=(
                *inferred,
                *choice.inferred,
                *reading.inferred,
                *filter(None, [why]),
                *placed.told(header),
            ),
            left_out=_in_order((*header.left_out, *reading.left_out, *placed.left_out)),
            suspects=tuple(suspects(lines)),
            text=reading.text,
        )


def _choice(document: SavedDocument, lines: Sequence[str]) -> Choice:
    if not document.stamp:
        return choose(list(candidates(lines)), lines)
    marks = tuple(find(document.stamp, lines))
    if not marks:
        raise NotALiveBlogError(
            f"No line of it looks like the pattern given with --stamp, '{document.stamp}'."
        )
    return Choice(marks=marks, inferred=(f"the stamps look like '{document.stamp}', as --stamp says",))


def _text_of(document: SavedDocument) -> tuple[str, tuple[str, ...]]:
    """The text and what was concluded about its encoding. Raises NotALiveBlogError."""
    kind = kind_of(document.data)
    if kind:
        raise NotALiveBlogError(f"It is {kind}; {advice(kind)}.")
    text, inferred = decode(document.data)
    if not text.strip():
        raise NotALiveBlogError("It is empty: save the page again, for perhaps it had not finished loading.")
    return text, inferred


def _entries(reading: Reading, placed: layout.Placed, *, header_title: object) -> Iterator[Entry]:
    titles = placed.titles(header_title)
    for mark, stamp, authors, title, block in zip(
        reading.marks, reading.stamps, reading.authors, titles, placed.bodies, strict=True
    ):
        above = title.number if title and title.number < mark.number else mark.number
        body = to_markdown(block)
        yield Entry(
            stamp=stamp,
            title=title.text if title else "",
            authors=authors,
            body=body,
            locator=f"line {above}",
            empty=not (title or body),
        )


def _in_order(items: Sequence[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(items, key=lambda item: int(item.locator.removeprefix("line ") or 0)))
