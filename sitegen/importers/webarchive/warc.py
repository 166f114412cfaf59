"""Single WARC files, packed with gzip or not."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.importers.webarchive.protocol import OpenArchive
from sitegen.importers.webarchive.records import Warcs


class WarcArchive:
    """Reads `.warc` and `.warc.gz`."""

    name = "warc"
    title = "a web archive (WARC, .warc or .warc.gz): each page in it that is a live blog"

    def opens(self, file: Path) -> bool:
        """By its first bytes."""
        with file.open("rb") as stream:
            start = stream.read(512)
        if start.startswith(b"\x1f\x8b"):
            try:
                start = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(start, 16)
            except zlib.error:
                return False
        return start.startswith(b"WARC/")

    @contextmanager
    def open(self, file: Path) -> Iterator[OpenArchive]:
        """The archive."""
        warcs = Warcs([lambda: file.open("rb")], (file.stat().st_size,))
        try:
            yield warcs
        finally:
            warcs.close()
