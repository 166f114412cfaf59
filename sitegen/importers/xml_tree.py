"""XML documents: parsed without entities, networks or surprises; children by local name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from html.entities import html5

from lxml import etree

from sitegen.importers.protocol import NotALiveBlogError, SavedDocument

_SIGNS = re.compile(
    rb"(?P<other><!\[CDATA\[.*?\]\]>|<!--.*?-->|&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)|&(?P<name>(?:[a-zA-Z]\w{1,20};)?)",
    re.DOTALL,
)
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


def root_name(document: SavedDocument) -> str:
    """The local name of a document's root element; empty for what is no XML. Never raises."""
    start = document.data[:65536].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if not start.startswith(b"<"):
        return ""
    without = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", b"", start, flags=re.DOTALL)
    found = _ROOT.match(without.lstrip())
    return found[1].decode("ascii", "replace") if found else ""


def parse(document: SavedDocument) -> etree._Element:
    """The root element. Raises NotALiveBlogError with the place of what is wrong."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_comments=True
    )
    data = document.data.lstrip()
    try:
        return _tree(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        why = re.split(", (?:line|use) ", error.msg)[0]
        raise NotALiveBlogError(
            f"It is not whole XML: line {line}, column {column}: {why}; save it again."
        ) from error
    except ValueError as error:
        raise NotALiveBlogError(f"It is not XML that can be read: {error}.") from error


def _tree(data: bytes, parser: etree.XMLParser) -> etree._Element:
    """The tree, read once more where signs that XML wants escaped stand as in HTML: `Q&A`, `&nbsp;`."""
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        mended = _SIGNS.sub(_as_xml, data)
        if mended == data:
            raise
        with suppress(etree.XMLSyntaxError):
            return etree.fromstring(mended, parser)
        raise


def _as_xml(found: re.Match[bytes]) -> bytes:
    name = found["name"]
    if found["other"]:
        return found[0]
    letters = html5.get(name.decode("ascii"), "") if name else ""
    return b"".join(b"&#%d;" % ord(letter) for letter in letters) or b"&amp;" + name


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def space(element: etree._Element) -> str:
    """An element's namespace."""
    return (etree.QName(element).namespace or "") if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str, within: str = "") -> Iterator[etree._Element]:
    """Children of that local name; with `within`, only those whose namespace holds this word."""
    for child in element:
        if local(child) == name and within in space(child):
            yield child


def text_of(element: etree._Element | None) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext())).strip() if element is not None else ""


def first(element: etree._Element, name: str, within: str = "") -> str:
    """The text of the first such child; empty where there is none."""
    return next(filter(None, map(text_of, children(element, name, within))), "")
