"""Web archives: each live blog in one is a document of its own, imported in the order of saving.

The archive itself stays where it is. Its pages are kept in `seeds/` as their servers sent them, each
with a sidecar that says where it was published, when it was saved, and which record it was taken from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from urllib.parse import urlsplit

from sitegen.content.files import sha256_of
from sitegen.content.tree import SIDECAR
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.importers.html.reading import looks_like_html
from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.registry import surest
from sitegen.importers.webarchive import Archive, ArchivedPage, OpenArchive, Picture, Spot, Trouble, Visit
from sitegen.ingest.naming import sha256
from sitegen.ingest.origin import Origin
from sitegen.ingest.request import Facts, ImportRequest
from sitegen.ingest.same_source import page_of
from sitegen.ingest.sidecar import facts_of_options, facts_of_sidecar, sidecar_text
from sitegen.permalinks import segment

_CERTAIN = 0.9
"""How sure an importer must be of an answer that is no web page."""

_LONGEST_NAME = 60
"""Bytes of the name that a page gets from its address."""

Tell: TypeAlias = Callable[[str, int, int], None]
"""Is told how far a stage is: its name, what is done, what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page that may be a live blog."""

    spot: Spot
    """Where it stands."""
    url: str
    """Its address."""
    captured: datetime | None
    """When it was saved."""
    visited: bool
    """False for a part of another page, where the archive lists what a person visited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was found in an archive."""

    pages: tuple[Listed, ...]
    """What may be live blogs, in order of saving, each text of a page once."""
    unchanged: int
    """Later visits that found one of these pages as it was."""
    problems: tuple[Diagnostic, ...]
    """What could not be read."""


class PagesOf:
    """The pages of an archive, while it is open."""

    def __init__(self, request: ImportRequest, opened: OpenArchive, folder: Path, facts: Facts) -> None:
        self._request = request
        self._opened = opened
        self._folder = folder
        self._facts = facts
        self._digest = ""
        self._pictures: dict[str, Spot] = {}

    def survey(self, tell: Tell) -> Survey:
        """Go through all of the archive once."""
        pages: list[Listed] = []
        seen: set[tuple[str, str]] = set()
        visits: Counter[str] = Counter()
        problems: list[Diagnostic] = []
        only = page_of(str(self._request.options.get("url", "")) or self._facts.url)
        for item in self._opened.items():
            tell("Reading", self._done(item.spot), sum(self._opened.sizes))
            match item:
                case Picture() if item.url:
                    self._pictures.setdefault(item.url, item.spot)
                case Trouble():
                    problems.append(self._problem(item))
                case Visit():
                    visits[page_of(item.url)] += 1
                case ArchivedPage() if only in ("", page_of(item.url)) and _may_be_live_blog(item):
                    key = page_of(item.url), sha256(item.data)
                    if key in seen:
                        visits[key[0]] += 1
                    else:
                        seen.add(key)
                        pages.append(self._listed(item))
        known = {page for page, _ in seen}
        last = datetime.max.replace(tzinfo=UTC)
        return Survey(
            pages=tuple(sorted(pages, key=lambda page: page.captured or last)),
            unchanged=sum(count for page, count in visits.items() if page in known),
            problems=tuple(problems),
        )

    @contextmanager
    def request_for(self, listed: Listed) -> Iterator[ImportRequest]:
        """What imports one page; the file that it names is there until the context ends."""
        page = self._opened.page(listed.spot)
        self._digest = self._digest or sha256_of(self._request.document)
        facts = replace(
            self._facts,
            url=page.url or self._facts.url,
            captured=page.captured or self._facts.captured,
            origin=Origin(
                archive=self._request.document.name,
                sha256=self._digest,
                record=page.record,
                digest=page.digest,
                intact=page.intact,
                encoding=page.charset if page.charset.lower() not in ("", "utf-8", "utf8") else "",
                truncated=page.truncated,
            ),
        )
        file = self._folder / _name(page)
        sidecar = file.with_name(file.name + SIDECAR)
        file.write_bytes(page.data)
        sidecar.write_text(sidecar_text(facts), encoding="utf-8")
        yield replace(self._request, document=file, picture=self._picture)
        file.unlink()
        sidecar.unlink()

    def _picture(self, address: str) -> Path | None:
        """The file of a picture that the archive holds; it is there until the archive is closed."""
        spot = self._pictures.get(address) or self._pictures.get(address.partition("#")[0])
        if spot is None:
            return None
        file = self._folder / f"picture-{sha256(address.encode())}"
        if not file.exists():
            file.write_bytes(self._opened.picture(spot))
        return file

    def _listed(self, page: ArchivedPage) -> Listed:
        visited = not self._opened.addresses or page.url in self._opened.addresses
        return Listed(spot=page.spot, url=page.url, captured=page.captured, visited=visited)

    def _done(self, spot: Spot) -> int:
        return sum(self._opened.sizes[: spot.file]) + spot.offset

    def _problem(self, trouble: Trouble) -> Diagnostic:
        damaged = not trouble.url
        where = f"at byte {trouble.spot.offset:,}" if damaged else trouble.url
        if damaged and len(self._opened.sizes) > 1:
            where += f" of the WARC number {trouble.spot.file + 1} in it"
        return Diagnostic(
            code="archive-damaged" if damaged else "page-unreadable",
            severity=Severity.WARNING,
            path=str(self._request.document),
            what=f"{where}: {trouble.what}",
            mend="what stands before was read; fetch the archive again"
            if damaged
            else "the other pages were read; save this one in another way",
        )


@contextmanager
def open_pages(archive: Archive, request: ImportRequest) -> Iterator[PagesOf]:
    """The pages of a web archive. What a sidecar beside the archive says holds for each of them.

    Raises ContentError for what is wrong with the options or that sidecar, OSError.
    """
    beside = request.document.with_name(request.document.name + SIDECAR)
    facts_of_options(request.options)
    facts = facts_of_sidecar(beside, str(beside))
    with archive.open(request.document) as opened, TemporaryDirectory() as folder:
        yield PagesOf(request, opened, Path(folder), facts)


def _may_be_live_blog(page: ArchivedPage) -> bool:
    """True for web pages, and for answers that an importer knows for certain."""
    if "html" in page.media_type or (not page.media_type and looks_like_html(page.data)):
        return True
    if kind_of(page.data) != "a JSON document":
        return False
    return surest(SavedDocument(name=_name(page), data=page.data))[0] >= _CERTAIN


def _name(page: ArchivedPage) -> str:
    """A file name made of the page's address."""
    try:
        parts = urlsplit(page.url)
    except ValueError:
        parts = urlsplit("")
    words = re.sub(r"^www\.", "", f"{parts.netloc}{parts.path} {parts.query}")
    ending = ".json" if "json" in page.media_type else ".html"
    return segment(words, fallback="page", limit=_LONGEST_NAME) + ending
