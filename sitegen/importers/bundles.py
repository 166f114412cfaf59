"""Web pages that a browser saved in one file with their pictures: MHTML of Chromium, web archives of Safari.

The page itself is read as any saved page is; the file adds where it was and, in MHTML, when it was saved.
"""

from __future__ import annotations

import plistlib
import re
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from xml.parsers.expat import ExpatError

from sitegen.importers.decoding import in_utf8
from sitegen.importers.html import HtmlImporter
from sitegen.importers.kinds import MHTML, kind_of
from sitegen.importers.limits import check_parts, check_size
from sitegen.importers.protocol import Document, NotALiveBlogError, SavedDocument


class MhtmlImporter:
    """Reads `.mhtml` and `.mht`."""

    name = "mhtml"
    title = "a web page saved from a browser in one file (MHTML)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure by its first lines."""
        return 1.0 if kind_of(document.data) == MHTML else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the first page in it. Raises NotALiveBlogError."""
        whole = message_from_bytes(document.data)
        part = next((part for part in whole.walk() if part.get_content_type() == "text/html"), None)
        data = part.get_payload(decode=True) if part else None
        if part is None or not isinstance(data, bytes):
            raise NotALiveBlogError("It is a file of a browser (MHTML) without a web page in it.")
        address = part.get("Content-Location") or whole.get("Snapshot-Content-Location") or ""
        page = _page(document, data, str(address), part.get_content_charset("") or "")
        return replace(page, importer=self.name, captured=_moment(whole))


class SafariImporter:
    """Reads `.webarchive`."""

    name = "safari"
    title = "a web page saved from Safari in one file (.webarchive)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where a property list has a main resource."""
        known = document.data.startswith(b"bplist") or b"<plist" in document.data[:1024]
        return 1.0 if known and b"WebMainResource" in document.data else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the page. Raises NotALiveBlogError."""
        try:
            main = plistlib.loads(document.data)["WebMainResource"]
            data, address = main["WebResourceData"], main.get("WebResourceURL", "")
            charset = main.get("WebResourceTextEncodingName", "")
        except (
            plistlib.InvalidFileException,
            ExpatError,
            LookupError,
            TypeError,
            ValueError,
            OverflowError,
            AttributeError,
            RecursionError,
        ) as error:
            raise NotALiveBlogError(
                "It is no whole web page of Safari (.webarchive); save it again."
            ) from error
        if not isinstance(data, bytes):
            raise NotALiveBlogError("It is a file of Safari (.webarchive) without a web page in it.")
        return replace(_page(document, data, str(address), str(charset)), importer=self.name)


def _page(whole: SavedDocument, data: bytes, address: str, charset: str) -> Document:
    """The page in a file, read. Raises NotALiveBlogError."""
    check_size(len(data))
    page, about_encoding = in_utf8(replace(whole, data=data), said=whole.encoding, served=charset)
    check_parts(page)
    document = HtmlImporter().read(page)
    return replace(
        document,
        url=document.url or (address.strip() if re.match(r"https?://\S+\s*$", address) else ""),
        inferred=(*about_encoding, *document.inferred),
    )


def _moment(whole: Message) -> datetime | None:
    """The moment of saving; one without an offset is of no use. Chromium writes UTC as `-0000`."""
    written = str(whole.get("Date", "")).strip()
    with suppress(ValueError, TypeError):
        found = parsedate_to_datetime(re.sub(r"-0000$", "+0000", written))
        return found if found.tzinfo else None
    return None
