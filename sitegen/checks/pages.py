"""The finished pages: links, anchors, ids, foreign requests, sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import cast
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

from sitegen.config import Site
from sitegen.diagnostics import Diagnostic, Severity

MB = 1_000_000
SITE_WARNING, SITE_LIMIT, FILE_WARNING = 800 * MB, 1000 * MB, 50 * MB
"""GitHub Pages publishes sites of up to 1 GB: https://docs.github.com/en/pages (usage limits)."""

_UNLINKED = {"404.html", "robots.txt", "sitemap.xml", "sitegen.json"}
"""Files that are found by their name, not by a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A file of the site, in memory."""

    path: str
    """Path below the output folder."""
    origin: str
    """The content file it stands for, or words; empty where that says nothing."""
    data: bytes
    """Its bytes; empty for a copy of a content file."""
    copied: int = 0
    """Size of such a copy."""

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.copied or len(self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """What one page holds that others depend on."""

    file: CheckedFile
    """The page."""
    hrefs: tuple[str, ...]
    """Where its links lead, as written."""
    loads: tuple[str, ...]
    """What it loads by itself, as written."""
    ids: Counter[str]
    """Its ids, with how often each is given."""


def check_site(files: Sequence[CheckedFile], site: Site) -> Iterator[Diagnostic]:
    """Everything that is wrong with the pages of one site."""
    pages = {file.path: _links(file) for file in files if file.path.endswith(".html")}
    paths = {file.path for file in files}
    linked: set[str] = set()
    for page in pages.values():
        yield from _repeated_ids(page)
        yield from _foreign(page)
        for address in dict.fromkeys((*page.hrefs, *page.loads)):
            target = _target(page.file.path, address, site)
            if target is None:
                continue
            path, anchor = target
            linked.add(path)
            if path not in paths:
                yield _problem(page, "broken-link", f"the link '{address}' leads to no file of the site")
            elif anchor and path in pages and not pages[path].ids[anchor]:
                yield _problem(
                    page, "broken-anchor", f"the link '{address}' leads to a place that is not on its page"
                )
    for path in sorted(pages.keys() - linked - _UNLINKED - {"index.html"}):
        yield _problem(pages[path], "orphan", "no page links to this page", Severity.WARNING)
    yield from _sizes(files)


def _links(file: CheckedFile) -> _Links:
    tree = lxml_html.document_fromstring(file.data, parser=lxml_html.HTMLParser(encoding="utf-8"))

    def found(expression: str) -> Sequence[str]:
        return cast(Sequence[str], tree.xpath(expression))

    return _Links(
        file=file,
        hrefs=tuple(found("//a/@href")),
        loads=tuple(
            found("//link[@href][not(@rel='canonical')]/@href | //script/@src | //img/@src | //iframe/@src")
        ),
        ids=Counter(found("//@id")),
    )


def _target(page: str, address: str, site: Site) -> tuple[str, str] | None:
    """Path below the output folder and anchor; None for addresses of other sites."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(site.base_path):
            return path, ""
        path = path.removeprefix(site.base_path)
    else:
        path = normpath(join(dirname(page), path)) + ("/" if path.endswith("/") else "") if path else page
    if path in {"", "./"} or path.endswith("/"):
        path = path.removeprefix("./") + "index.html"
    return path, unquote(parts.fragment)


def _repeated_ids(page: _Links) -> Iterator[Diagnostic]:
    for name, count in page.ids.items():
        if count > 1:
            yield _problem(page, "repeated-id", f"the id '{name}' stands on the page {count} times")


def _foreign(page: _Links) -> Iterator[Diagnostic]:
    for address in page.loads:
        if urlsplit(address).netloc:
            yield _problem(page, "foreign-request", f"the page loads '{address}' from another site")


def _sizes(files: Iterable[CheckedFile]) -> Iterator[Diagnostic]:
    total = 0
    for file in files:
        total += file.size
        if file.size >= FILE_WARNING:
            yield Diagnostic(
                code="large-file",
                severity=Severity.WARNING,
                path=file.path,
                what=f"this file of the site has {file.size // MB} MB",
                mend="split the timeline: browsers on old laptops struggle with it",
            )
    if total >= SITE_WARNING:
        yield Diagnostic(
            code="large-site",
            severity=Severity.ERROR if total >= SITE_LIMIT else Severity.WARNING,
            path="",
            what=f"the site has {total // MB} MB, and GitHub Pages publishes up to {SITE_LIMIT // MB} MB",
            mend="split the archive into two sites",
        )


def _problem(page: _Links, code: str, what: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=severity,
        path=page.file.path,
        what=what,
        mend=f"look at {page.file.origin}, or at the theme's template"
        if page.file.origin
        else "look at the theme",
    )
