"""Which importers there are, and which one reads a document; the same for archives of many documents."""

from __future__ import annotations

from pathlib import Path

from sitegen.importers.bundles import MhtmlImporter, SafariImporter
from sitegen.importers.csv_table import CsvImporter
from sitegen.importers.feeds import FeedImporter
from sitegen.importers.guardian_api import GuardianApiImporter
from sitegen.importers.html import HtmlImporter
from sitegen.importers.json_records import JsonImporter
from sitegen.importers.limits import check_parts
from sitegen.importers.markdown import MarkdownImporter
from sitegen.importers.protocol import Importer, SavedDocument
from sitegen.importers.sourcefabric import SourcefabricImporter
from sitegen.importers.telegram import TelegramImporter
from sitegen.importers.text import TextImporter
from sitegen.importers.timelinejs import TimelineJsImporter
from sitegen.importers.webarchive import Archive, WaczArchive, WarcArchive
from sitegen.importers.wordpress import WordPressImporter

_LAST_RESORT = TextImporter()
"""Reads what no importer recognises: its refusal says what the document is."""

IMPORTERS: tuple[Importer, ...] = (
    _LAST_RESORT,
    HtmlImporter(),
    MhtmlImporter(),
    SafariImporter(),
    GuardianApiImporter(),
    MarkdownImporter(),
    SourcefabricImporter(),
    TelegramImporter(),
    TimelineJsImporter(),
    WordPressImporter(),
    FeedImporter(),
    CsvImporter(),
    JsonImporter(),
)
"""All importers. A new format is one file beside this one, and one name here."""

ARCHIVES: tuple[Archive, ...] = (WarcArchive(), WaczArchive())
"""Files that hold many documents, each of which an importer reads."""


def choose(document: SavedDocument, name: str = "") -> Importer:
    """The importer of that name, else the one that is surest that it can read the document.

    Raises NotALiveBlogError for a document that is packed or too large, KeyError for an unknown name.
    """
    check_parts(document)
    if name:
        return {importer.name: importer for importer in IMPORTERS}[name]
    if not document.data.strip():
        return _LAST_RESORT
    sure, best = surest(document)
    return best if sure else _LAST_RESORT


def surest(document: SavedDocument) -> tuple[float, Importer]:
    """The importer that is surest that it can read the document, and how sure it is."""
    found = ((importer.sniff(document), importer) for importer in IMPORTERS)
    return max(found, key=lambda pair: pair[0])


def archive_of(file: Path) -> Archive | None:
    """What reads the file as a web archive; None for any other document.

    Raises NotALiveBlogError for an archive that is cut off, OSError.
    """
    return next((archive for archive in ARCHIVES if archive.opens(file)), None)
