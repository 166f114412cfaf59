"""RSS (all versions) and Atom: each item is an update, with its id, address, author and time."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from sitegen.importers import fields
from sitegen.importers.inside import ANOTHER, Told, day_of, in_document, live_blog_in
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument, Stamp
from sitegen.importers.records import has_time
from sitegen.importers.written import machine, written
from sitegen.importers.xml_tree import children, first, local, parse, root_name, space, text_of
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_TIMES = ("published", "pubDate", "issued", "date", "updated", "modified")
"""Elements that say when an item was posted; a later one only where those before are missing."""

_MEDIA = "search.yahoo.com/mrss"
"""Namespace of what is said of pictures and sounds."""

_BODIES = (("encoded", "content"), ("content", ""), ("description", ""), ("summary", ""),
           ("description", _MEDIA))  # fmt: skip
"""Elements that hold the text of an item with a part of their namespace; the first that says anything."""


_MARKED = re.compile(r"\s*<(p|div|ul|h\d|figure)\b.*</\w+>\s*", re.DOTALL)
"""HTML that is not said to be any."""


class FeedImporter:
    """Reads feeds that someone saved."""

    name = "feed"
    title = "a saved feed (RSS or Atom)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where the root is that of a feed."""
        return 0.9 if root_name(document) in ("rss", "feed", "RDF") else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the items. Raises NotALiveBlogError."""
        root = parse(document)
        channel = next(children(root, "channel"), root)
        base = _link(channel)
        items = [e for e in root.iter() if local(e) in ("item", "entry") and text_of(e)]
        if not items:
            raise NotALiveBlogError("It is a feed without items, so there are no updates in it.")
        inside = live_blog_in([Told(title=_title(item), content=_content(item)) for item in items])
        if inside:
            place, blog = inside
            about, stamp = _about([*_authors(items[place])], items), _stamp(items[place])
            others = [
                LeftOut(locator=f"item {n}", text=f"{_title(item)}\n{_body(item)}", reason=ANOTHER)
                for n, item in enumerate(items, start=1)
                if n != place + 1
            ]
            return in_document(
                blog,
                importer=self.name,
                url=_link(items[place]) or base,
                day=day_of(stamp),
                left_out=[*about, *others],
            )
        drafts = [_entry(item, place, base) for place, item in enumerate(items, start=1)]
        title = _title(channel)
        summary = _first_field(channel, ("description", "subtitle", "tagline"), base)
        page = [_name(person) for person in children(channel, "author")]
        left_out = (*_about(page, items), *(item for _, _, rest in drafts for item in rest))
        entries = tuple(entry for entry, _, _ in drafts)
        order, why = newest_first([entry.stamp for entry in entries])
        return Document(
            importer=self.name,
            title=title,
            summary=summary.markdown if summary.text != title else "",
            entries=entries,
            newest_first=order,
            language=first(channel, "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
            url=base,
            inferred=tuple(filter(None, [why])),
            left_out=left_out,
            counts=(("items", len(entries)),),
            text="\n".join(
                (
                    title,
                    summary.text if summary.text != title else "",
                    *(text for _, text, _ in drafts),
                    *(item.text for item in left_out),
                )
            ),
        )


def _entry(item: etree._Element, place: int, base: str) -> tuple[Entry, str, list[LeftOut]]:
    locator = f"item {place}, line {item.sourceline}" if item.sourceline else f"item {place}"
    url = _link(item)
    title = _title(item)
    found = [body for name, within in _BODIES for body in _bodies(item, name, within, url or base)]
    body = next((field for field in found if field.markdown), fields.Field())
    shown = set(body.text.split())
    left_out = [
        LeftOut(locator=locator, text=field.text, reason="a teaser beside the text")
        for field in found
        if not set(field.text.split()) <= shown
    ]
    authors = tuple(dict.fromkeys(filter(None, _authors(item))))
    entry = Entry(
        stamp=_stamp(item),
        title=title,
        authors=authors,
        body=body.markdown,
        locator=locator,
        native_id=first(item, "guid") or first(item, "id"),
        url=url,
        empty=not body.markdown and not title,
    )
    return entry, "\n".join((title, *authors, body.text)), left_out


def _content(item: etree._Element) -> str:
    """The HTML of an item, the longest that it has."""
    found = (e for name in ("encoded", "content", "description") for e in children(item, name) if not len(e))
    return max((text_of(element) for element in found), key=len, default="")


def _body(item: etree._Element) -> str:
    return fields.from_either(_content(item)).text


def _bodies(item: etree._Element, name: str, within: str, base: str) -> Iterator[fields.Field]:
    groups = (
        inner for child in item if _MEDIA in space(child) for inner in (child, *child.iterdescendants())
    )
    here = (e for e in groups if local(e) == name) if within == _MEDIA else children(item, name, within)
    for element in here:
        if within == _MEDIA or _MEDIA not in space(element):
            yield _field(element, base)


def _field(element: etree._Element, base: str) -> fields.Field:
    """An element's text: Atom says whether it is HTML, in RSS it looks like it or not."""
    kind = element.get("type", "")
    if kind == "xhtml" or len(element):
        inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        return fields.from_html(html.escape(element.text or "") + inner, base)
    words = text_of(element)
    if kind in ("text", "text/plain") or (not kind and "Atom" in space(element) and not _MARKED.match(words)):
        return fields.from_plain(words)
    return fields.from_html(words, base) if kind else fields.from_either(words, base)


def _first_field(element: etree._Element, names: tuple[str, ...], base: str) -> fields.Field:
    found = (_field(child, base) for name in names for child in children(element, name))
    return next((field for field in found if field.markdown), fields.Field())


def _title(element: etree._Element) -> str:
    return " ".join(_first_field(element, ("title",), "").text.split())


def _link(element: etree._Element) -> str:
    """The address of a feed or an item: of Atom's links the alternate one."""
    for link in children(element, "link"):
        address = link.get("href", "") if link.get("rel", "alternate") == "alternate" else ""
        address = address or ("" if link.get("href") else text_of(link))
        if re.match(r"https?://\S+$", address):
            return address
    return ""


def _authors(item: etree._Element) -> Iterator[str]:
    for name in ("creator", "author"):
        for element in children(item, name):
            yield _name(element)


def _name(element: etree._Element) -> str:
    """A person's name: `<name>` in Atom, `someone@example.org (Name)` in RSS."""
    words = fields.one_line(first(element, "name") if len(element) else text_of(element))
    found = re.fullmatch(r"\S+@\S+\s+\((.+)\)", words)
    return found[1] if found else words


def _stamp(item: etree._Element) -> Stamp | None:
    for name in _TIMES:
        said = first(item, name)
        stamp = machine(said, f"{name} of the item") if said else None
        if stamp is None and has_time(said):
            found = written(said, f"{name} of the item")
            stamp = found.stamp if found and not (found.moment and found.moment.numbers) else None
        if stamp:
            return stamp
    return None


def _about(page: list[str], items: list[etree._Element]) -> Iterator[LeftOut]:
    names = "\n".join(filter(None, page))
    if names:
        yield LeftOut(locator="author", text=names, reason="author of the whole feed")
    labels = dict.fromkeys(
        fields.one_line(text_of(element) or element.get("term", ""))
        for item in items
        for element in children(item, "category")
    )
    said = "\n".join(filter(None, labels))
    if said:
        yield LeftOut(locator="category of all items", text=said, reason="names of sections and tags")
