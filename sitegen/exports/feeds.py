"""Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of the newest updates."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from sitegen.annotate import AnnotatedUpdate
from sitegen.exports.files import json_bytes, xml_bytes
from sitegen.views.frame import GENERATOR, Frame

NEWEST = 50
"""Updates in a feed."""

_EMPTY = "1970-01-01T00:00:00+00:00"
"""`updated` of a feed without updates: RFC 4287 asks for an instant, and the clock has no say."""


def atom_feed(frame: Frame) -> bytes:
    """The newest updates as Atom."""
    items = _newest(frame)
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": frame.site.language})
    _text(feed, "id", frame.site.base_url)
    _text(feed, "title", frame.site.title)
    if frame.site.description:
        _text(feed, "subtitle", frame.site.description)
    _text(feed, "updated", items[0].update.time.isoformat() if items else _EMPTY)
    ET.SubElement(
        feed, "link", {"rel": "self", "type": "application/atom+xml", "href": frame.url("feed.xml")}
    )
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": frame.site.base_url})
    _text(ET.SubElement(feed, "author"), "name", frame.site.title)
    _text(feed, "generator", GENERATOR)
    for item in items:
        _entry(frame, feed, item)
    return xml_bytes(feed)


def json_feed(frame: Frame) -> bytes:
    """The newest updates as JSON Feed."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": frame.site.title,
        "home_page_url": frame.site.base_url,
        "feed_url": frame.url("feed.json"),
        "language": frame.site.language,
    }
    if frame.site.description:
        feed["description"] = frame.site.description
    feed["items"] = [_item(frame, item) for item in _newest(frame)]
    return json_bytes(feed)


def _newest(frame: Frame) -> list[AnnotatedUpdate]:
    shown = [item for item in frame.archive.updates if not item.update.withdrawn]
    return shown[::-1][:NEWEST]


def _entry(frame: Frame, feed: ET.Element, item: AnnotatedUpdate) -> None:
    entry = ET.SubElement(feed, "entry")
    brief = frame.briefs[item.update.id]
    address = frame.url(brief.path)
    _text(entry, "id", address)
    _text(entry, "title", brief.headline)
    _text(entry, "published", item.update.time.isoformat())
    _text(entry, "updated", item.update.time.isoformat())
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": address})
    for name in item.update.authors:
        _text(ET.SubElement(entry, "author"), "name", name)
    for slug in item.actors:
        ET.SubElement(entry, "category", {"term": slug, "label": frame.archive.actors[slug].name})
    content = ET.SubElement(entry, "content", {"type": "html", "xml:lang": _language(frame, item)})
    content.text = _html(frame, item)


def _item(frame: Frame, item: AnnotatedUpdate) -> dict[str, Any]:
    address = frame.url(frame.briefs[item.update.id].path)
    record: dict[str, Any] = {
        "id": address,
        "url": address,
        "title": frame.briefs[item.update.id].headline,
        "content_html": _html(frame, item),
        "language": _language(frame, item),
        "date_published": item.update.time.isoformat(),
    }
    if item.update.authors:
        record["authors"] = [{"name": name} for name in item.update.authors]
    if item.actors:
        record["tags"] = [frame.archive.actors[slug].name for slug in item.actors]
    return record


def _language(frame: Frame, item: AnnotatedUpdate) -> str:
    return frame.tongue_of(frame.archive.sources[item.update.source]).language


def _html(frame: Frame, item: AnnotatedUpdate) -> str:
    return frame.body(item, frame.site.base_url)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
