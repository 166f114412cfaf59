"""Single WARC files, packed with gzip or Zstandard, or not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.importers.webarchive.protocol import OpenArchive
from sitegen.importers.webarchive.records import Warcs
from sitegen.importers.webarchive.unpacked import DamagedError, Unpacked


class WarcArchive:
    """Reads `.warc`, `.warc.gz` and `.warc.zst`."""

    name = "warc"
    title = "a web archive (WARC, .warc, .warc.gz or .warc.zst): each page in it that is a live blog"

    def opens(self, file: Path) -> bool:
        """By its first bytes."""
        with file.open("rb") as stream, suppress(DamagedError):
            return Unpacked(stream).read(5) == b"WARC/"
        return False

    @contextmanager
    def open(self, file: Path) -> Iterator[OpenArchive]:
        """The archive."""
        warcs = Warcs([lambda: file.open("rb")], (file.stat().st_size,))
        try:
            yield warcs
        finally:
            warcs.close()
