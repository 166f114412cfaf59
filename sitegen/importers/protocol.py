"""What an importer is. One file for each saved format stands behind this protocol.

An importer reads a saved document and says what stands in it, in page order, with the times
as printed. It decides nothing about dates, zones, ids or files: that is `ingest`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sitegen.markup.webpage import Keep
from sitegen.model import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDocument:
    """The bytes that a person saved, and their name."""

    name: str
    """File name with its ending, without folders."""
    data: bytes
    """The bytes, at most 20 MB."""
    stamp: str = ""
    """How a person says its stamps look, for formats without fields, as a pattern of `text.pattern`."""
    columns: str = ""
    """Which column holds what, as a person says for tables, like `time=Zeit,text=Inhalt`."""
    date_order: str = ""
    """Which number of dates such as 3/4/2024 stands first, `day` or `month`, where it is told besides."""
    encoding: str = ""
    """The encoding that a person names, for a page inside of another file; all else is UTF-8 by now."""
    keep_picture: Keep | None = None
    """Keeps the best of the files beside the document, and of the `data:` URIs in it, that show one picture,
    and gives what a text calls it; None where pictures are not to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time as the document prints it: only what is printed is set."""

    text: str
    """The words of the stamp, unchanged, for example `13:32`."""
    hour: int = 0
    """0 to 23."""
    minute: int = 0
    """0 to 59."""
    second: int = 0
    """0 to 59."""
    year: int | None = None
    """Printed year."""
    month: int | None = None
    """Printed month, 1 to 12."""
    day: int | None = None
    """Printed day of the month, 1 to 31."""
    weekday: int | None = None
    """Printed day of the week, 0 for Monday, where no date is printed beside it."""
    offset_minutes: int | None = None
    """Printed offset from UTC."""
    zone: str = ""
    """Printed name or letters of a time zone, unchanged: `ET`, `CEST`, `Greenwich Mean Time`."""
    instant: datetime | None = None
    """The whole instant with its offset, where the document gives one for machines; it then holds alone."""
    instant_basis: str = ""
    """How that instant is known, a phrase: `datetime attribute`, `datePublished in JSON-LD`.
    Without an instant: how the clock time is known, where it is not exact or not printed for readers."""
    ago: timedelta | None = None
    """How long before the moment of saving, for relative stamps such as `23m ago`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One update as it stands in the document."""

    stamp: Stamp | None
    """Its printed time; None where the document gives it none."""
    title: str = ""
    """Its headline, plain text as printed; empty if there is none."""
    authors: tuple[str, ...] = ()
    """Who wrote it, as printed."""
    body: str = ""
    """Markdown whose visible text is the document's words, unchanged."""
    locator: str = ""
    """Where it starts in the document, for example `line 41`."""
    native_id: str = ""
    """The document's own id for it, where it has one."""
    url: str = ""
    """Its own address, where the document gives one."""
    key_event: bool = False
    """True where the publisher marks it as a key event."""
    pinned: bool = False
    """True where the publisher had pinned it to the top."""
    summary: bool = False
    """True where it is a summary of what came before."""
    empty: bool = False
    """True where the document holds it without any text: kept and marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What stands in a saved document. Every word of it is in one of these fields."""

    importer: str
    """Name of the importer that read it."""
    title: str = ""
    """The page's headline, plain text."""
    summary: str = ""
    """The standfirst, Markdown."""
    key_points: tuple[str, ...] = ()
    """Key points, plain text."""
    entries: tuple[Entry, ...]
    """Updates in page order, at least one."""
    newest_first: bool = False
    """True where the page tells the newest update first."""
    language: str = ""
    """BCP 47 tag, where the document says or shows it."""
    publisher: str = ""
    """Publisher, where the document says it."""
    url: str = ""
    """Address, where the document says it."""
    captured: datetime | None = None
    """When it was saved, where its file says so with an offset."""
    changed: datetime | None = None
    """When it was last changed, where it says so with an offset: tells which of two savings is the later."""
    date: str = ""
    """Day of the oldest update, or only its month or year, where the document says it beside its stamps."""
    date_basis: str = ""
    """Where it says so, a phrase: `the line 'Published: 6 January 2021'`."""
    inferred: tuple[str, ...] = ()
    """What was concluded from the layout, a sentence each."""
    left_out: tuple[LeftOut, ...] = ()
    """Text that is in no update and not in the header, with the reason."""
    suspects: tuple[LeftOut, ...] = ()
    """Characters that look broken; they are kept where they stand."""
    counts: tuple[tuple[str, int], ...] = ()
    """How many updates or fields came from where, in words, for the report."""
    text: str | None = None
    """The visible text of the article, every word of which must be in one of these fields; None: the
    document is plain text, and its own text is meant."""


class NotALiveBlogError(Exception):
    """The document is none that this importer can read; the message says why, for a person."""


class AmbiguousDatesError(NotALiveBlogError):
    """Its dates can be read as day/month and as month/day alike; `SavedDocument.date_order` decides."""

    def __init__(self, example: str) -> None:
        self.example = example
        """One of them, as printed."""
        super().__init__(
            f"Its dates, such as '{example}', may have the day or the month first, and none of them tells "
            "which: --date-order day/month or --date-order month/day does."
        )


class Importer(Protocol):
    """Reads one saved format."""

    name: str
    """Short name, as `--format` takes it and source records keep it."""
    title: str
    """What it reads, a phrase for lists."""

    def sniff(self, document: SavedDocument) -> float:
        """How sure it is that it can read the document: 0 (no) to 1 (certain). Never raises."""
        ...

    def read(self, document: SavedDocument) -> Document:
        """Read the document.

        Raises NotALiveBlogError with one clear sentence when there is nothing to import.
        """
        ...
