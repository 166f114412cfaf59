"""Markdown documents: a headline and updates below stamped headings or bold lines, or in rows of tables.

The date of the first update may stand in the front matter (YAML or TOML), in headings that are
nothing but a day, in rows of a table that are nothing but a day, or in a column.
"""

from __future__ import annotations

import re
from contextlib import suppress

from sitegen.importers.decoding import decode, lines_of
from sitegen.importers.kinds import kind_of
from sitegen.importers.markdown.front import read_front
from sitegen.importers.markdown.heads import units
from sitegen.importers.markdown.pages import PagePart, from_tables, from_units
from sitegen.importers.markdown.source import MarkdownSource, read_source
from sitegen.importers.protocol import Document, NotALiveBlogError, SavedDocument
from sitegen.importers.suspects import suspects
from sitegen.instants import newest_first

_SIGNS = re.compile(
    r"(?m)^(?:#{1,6}[ \t]|\|.*\||(?:---|\+\+\+)[ \t]*$"
    r"|[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__|\*|_)\S|[-*+][ \t]+\S)"
)


class MarkdownImporter:
    """Reads Markdown."""

    name = "markdown"
    title = "Markdown: updates below headings or bold lines with a time, or rows of a table with times"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where two headings, bold lines or rows of a table have a time."""
        if kind_of(document.data):
            return 0.0
        with suppress(NotALiveBlogError):
            text, _ = decode(document.data)
            if document.columns and "|" in text:
                return 0.65
            if len(_SIGNS.findall(text)) > 1:
                # Which number of its dates is the day makes no difference here.
                part = _best(read_source(text), document.columns, document.date_order or "day")
                return (0.6 if part.style == "item" else 0.95) if len(part.entries) > 1 else 0.0
        return 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the document. Raises NotALiveBlogError."""
        kind = kind_of(document.data)
        if kind:
            raise NotALiveBlogError(f"It is {kind}, not Markdown.")
        text, inferred = decode(document.data)
        source = read_source(text)
        part = _best(source, document.columns, document.date_order)
        if not part.entries:
            raise NotALiveBlogError(
                "No two headings, bold lines, list items or rows of a table in it start or end with a time, "
                "so there are no updates in it."
            )
        front = read_front(source.front, part.headline)
        order, why = newest_first([entry.stamp for entry in part.entries])
        return Document(
            importer=self.name,
            title=front.title or part.headline,
            summary="\n\n".join(filter(None, (front.summary, part.summary))),
            entries=part.entries,
            newest_first=order,
            language=front.language,
            publisher=front.publisher,
            url=front.url,
            date=front.date,
            date_basis=front.date_basis,
            inferred=(*inferred, *part.inferred, *filter(None, [why])),
            left_out=(*front.left_out, *part.left_out),
            suspects=tuple(suspects(lines_of(text))),
            counts=part.counts,
            text=f"{front.text}\n{part.text}",
        )


def _best(source: MarkdownSource, columns: str, date_order: str) -> PagePart:
    """The updates of the document, told in the way that gives most of them."""
    found, style = units(source)
    parts = (from_tables(source, columns, date_order), from_units(found, style, date_order))
    return max(parts, key=lambda part: len(part.entries))
