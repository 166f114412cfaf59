"""The sitemap (https://www.sitemaps.org/protocol.html) and robots.txt that leads to it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from sitegen.exports.files import ExportFile, xml_bytes
from sitegen.plan import Page, PageKind
from sitegen.views.frame import Frame

MOST = 50_000
"""Addresses in one sitemap file, by the protocol."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_UNLISTED = {PageKind.NOT_FOUND, PageKind.SEARCH, PageKind.MOVED}


def sitemap_files(frame: Frame, pages: tuple[Page, ...]) -> tuple[ExportFile, ...]:
    """`sitemap.xml`; for a larger site, an index of that name and numbered parts."""
    addresses = [
        frame.url(page.path)
        for page in pages
        if page.kind not in _UNLISTED and not page.newest_first and not _withdrawn(frame, page)
    ]
    parts = [addresses[start : start + MOST] for start in range(0, len(addresses), MOST)]
    if len(parts) == 1:
        return (_file("sitemap.xml", "urlset", "url", parts[0]),)
    files = [_file(f"sitemap-{number}.xml", "urlset", "url", part) for number, part in enumerate(parts, 1)]
    index = _file("sitemap.xml", "sitemapindex", "sitemap", [frame.url(file.path) for file in files])
    return (index, *files)


def robots(frame: Frame) -> bytes:
    """Everything may be read; the sitemap lists it."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {frame.url('sitemap.xml')}\n".encode()


def _withdrawn(frame: Frame, page: Page) -> bool:
    return page.kind is PageKind.UPDATE and frame.updates[page.subject].update.withdrawn is not None


def _file(path: str, root: str, item: str, addresses: list[str]) -> ExportFile:
    tree = ET.Element(root, {"xmlns": _NAMESPACE})
    for address in addresses:
        ET.SubElement(ET.SubElement(tree, item), "loc").text = address
    return ExportFile(path=path, data=xml_bytes(tree), origin="the sitemap")
