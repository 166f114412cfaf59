"""WACZ files: a ZIP file with WARCs in it, and a list of the pages that a person visited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from sitegen.importers.limits import MAX_BYTES
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.importers.webarchive.protocol import OpenArchive
from sitegen.importers.webarchive.records import Warcs
from sitegen.importers.webarchive.unpacked import DamagedError

_WARC = re.compile(r".*\.warc(?:\.gz|\.zst)?", re.IGNORECASE)
_PAGES = re.compile(r"(?:.*/)?pages/\w+\.jsonl")
_HUGE, _RATIO = 200 * 1024 * 1024, 100
"""A WARC that unpacks to more than so many bytes, and to so many times its size, holds no pages."""


class WaczArchive:
    """Reads `.wacz`, and other ZIP files with WARCs in them."""

    name = "wacz"
    title = "a web archive (WACZ, as ArchiveWeb.page writes it): each page in it that is a live blog"

    def opens(self, file: Path) -> bool:
        """Where it is a ZIP file with a WARC in it."""
        whole = is_zipfile(file)
        if not whole and file.suffix.lower() == ".wacz":
            raise NotALiveBlogError(
                "It is no whole web archive (WACZ), as its table of contents is missing; fetch it again."
            )
        with suppress(BadZipFile):
            return whole and bool(_warcs(file))
        return False

    @contextmanager
    def open(self, file: Path) -> Iterator[OpenArchive]:
        """The archive."""
        with ZipFile(file) as zipped:
            members = _warcs(file)
            openers = [partial(_member, zipped, member) for member in members]
            sizes = tuple(member.file_size for member in members)
            warcs = Warcs(openers, sizes, frozenset(_addresses(zipped)))
            try:
                yield warcs
            finally:
                warcs.close()


def _warcs(file: Path) -> list[ZipInfo]:
    """The WARCs in a ZIP file, by name."""
    with ZipFile(file) as zipped:
        return sorted(
            (member for member in zipped.infolist() if _WARC.fullmatch(member.filename)),
            key=lambda member: member.filename,
        )


def _member(zipped: ZipFile, member: ZipInfo) -> BinaryIO:
    if member.flag_bits & 1:
        raise DamagedError(f"{member.filename} in it is locked with a password")
    if member.file_size > _HUGE and member.file_size > _RATIO * member.compress_size:
        raise DamagedError(f"{member.filename} in it unpacks to more than {_RATIO} times its size")
    return cast(BinaryIO, zipped.open(member))


def _addresses(zipped: ZipFile) -> Iterator[str]:
    """What the lists of pages name; nothing where they can't be read, for they are only a help."""
    for member in zipped.infolist():
        if _PAGES.fullmatch(member.filename) and member.file_size <= MAX_BYTES:
            with suppress(DamagedError, BadZipFile, EOFError, NotImplementedError, RuntimeError):
                yield from _listed(_member(zipped, member))


def _listed(lines: IO[bytes]) -> Iterator[str]:
    for line in lines:
        with suppress(ValueError, RecursionError):
            found = json.loads(line)
            address = found.get("url") if isinstance(found, dict) else None
            if isinstance(address, str):
                yield address
