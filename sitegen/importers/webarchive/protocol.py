"""What a web archive is: a file with many saved pages, each with its address and the moment of saving.

An archive is read twice: `items` goes through all of it, once and in flat memory; `page` then reads
single pages again, which are imported as documents of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a record stands in an archive, so that it can be found again."""

    file: int = 0
    """Which WARC of the archive, counted from 0."""
    offset: int = 0
    """Byte of that WARC at which the record starts, or the packed block that it is in."""
    skip: int = 0
    """Unpacked bytes of that block before the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """A page or an answer as its server sent it, unpacked."""

    spot: Spot
    """Where it stands."""
    url: str
    """Its address."""
    captured: datetime | None
    """When it was saved, in UTC; None where its record does not say."""
    media_type: str
    """What the server called it, for example `text/html`; empty where it did not say."""
    charset: str = ""
    """The encoding that the server named."""
    data: bytes
    """The bytes, at most 20 MB."""
    record: str = ""
    """The record's id."""
    digest: str = ""
    """The hash that the record gives for the page, for example `sha1:…`."""
    intact: bool | None = None
    """Whether the bytes have that hash; None where there is none, or of a kind that nobody knows."""
    truncated: str = ""
    """Why the archive holds only the start of the page, as its record says: `length`, `time`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A later visit that found a page as it was before, so that the archive does not hold it again."""

    spot: Spot
    """Where its record stands."""
    url: str
    """The page's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something that can't be read."""

    spot: Spot
    """Where it stands."""
    url: str = ""
    """The page's address; empty where the archive itself is damaged."""
    what: str
    """What is wrong, a clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A record that is no page: a script, a request."""

    spot: Spot
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that was saved with the pages."""

    spot: Spot
    """Where it stands."""
    url: str
    """Its address."""


Item = ArchivedPage | Visit | Trouble | Other | Picture


class OpenArchive(Protocol):
    """An archive that is being read."""

    sizes: tuple[int, ...]
    """Bytes of each WARC in it, for the progress."""
    addresses: frozenset[str]
    """Addresses of what a person visited, where the archive lists them; else empty."""

    def items(self) -> Iterator[Item]:
        """All of its records in order, in flat memory. A `Trouble` without an address ends a WARC."""
        ...

    def page(self, spot: Spot) -> ArchivedPage:
        """One page again. Quick for spots that follow each other."""
        ...

    def picture(self, spot: Spot) -> bytes:
        """The bytes of one picture; none where it can't be read."""
        ...


class Archive(Protocol):
    """Reads one kind of web archive."""

    name: str
    """Short name, as `sitegen importers` lists it."""
    title: str
    """What it reads, a phrase for lists."""

    def opens(self, file: Path) -> bool:
        """True where it can read the file. Raises NotALiveBlogError, OSError."""
        ...

    def open(self, file: Path) -> AbstractContextManager[OpenArchive]:
        """The archive, opened. Raises OSError."""
        ...
