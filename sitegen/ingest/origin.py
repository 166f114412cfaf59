"""Where in a web archive a page was taken from, and what its record says of it: provenance that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The record of a web archive that a saved page was taken from."""

    archive: str
    """Name of the archive's file."""
    sha256: str
    """SHA-256 of that file."""
    record: str = ""
    """Id of the record."""
    digest: str = ""
    """The hash that the record gives for the page."""
    intact: bool | None = None
    """Whether the page has that hash; None where nobody can tell."""
    encoding: str = ""
    """The encoding that the page's server named."""
    truncated: str = ""
    """Why the record holds only the start of the page; empty where it is whole."""


def told(origin: Origin, page: str) -> Iterator[str]:
    """What is worth knowing of the origin of a saved page, a sentence each."""
    record = f", record {origin.record}" if origin.record else ""
    yield f"{page} was taken from the web archive {origin.archive}, SHA-256 {origin.sha256}{record}"
    if origin.intact:
        yield f"{page} has the hash that its record gives, {origin.digest}"
    elif origin.intact is None:
        yield f"no record tells the hash of {page}, so that it can't be checked"
    yield from doubts(origin, page)


def doubts(origin: Origin, page: str) -> Iterator[str]:
    """What speaks against a page's being whole and unchanged, a sentence each."""
    if origin.intact is False:
        yield (
            f"{page} does not have the hash that its record gives, {origin.digest}: "
            f"{origin.archive} was damaged or changed after the page was saved"
        )
    if origin.truncated:
        yield f"{page} is only the start of the page; of the rest its record says: {origin.truncated}"
