"""Answers of the Guardian Open Platform that hold the blocks of a live blog.

The blocks of `response.content.blocks.body` are the updates, newest first, each with an id, its own
time with offset, and `bodyHtml`. The attributes `keyEvent`, `pinned` and `summary` are flags.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from sitegen.importers import fields
from sitegen.importers.json_text import at, items_at, json_source, load, text_at, true_at
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument
from sitegen.importers.written import machine
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_TIMES = ("firstPublishedDate", "publishedDate", "createdDate")
"""Where a block says when it was posted; a later one only where those before are missing."""


class GuardianApiImporter:
    """Reads an API answer about one live blog."""

    name = "guardian-api"
    title = "an answer of the Guardian Open Platform, asked with show-blocks=all (JSON)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where there are blocks with HTML in it."""
        text = json_source(document)
        return 0.95 if all(f'"{key}"' in text for key in ("blocks", "bodyHtml")) else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the blocks. Raises NotALiveBlogError."""
        content = _content(load(document))
        body = _blocks(content)
        if not body:
            raise NotALiveBlogError(
                "It holds no blocks, so there are no updates in it; ask the API with show-blocks=all."
            )
        url = text_at(content, "webUrl")
        entries, texts, left_out = [], [], []
        for place, block in enumerate(body):
            locator = f"blocks.body[{place}]"
            entry, text, rest = _entry(block, locator, url)
            entries.append(entry)
            texts.append(text)
            left_out.extend(rest)
        title = fields.one_line(text_at(content, "fields", "headline") or text_at(content, "webTitle"))
        summary = fields.from_either(text_at(content, "fields", "trailText"), url)
        main = fields.from_html(text_at(content, "blocks", "main", "bodyHtml"), url)
        if main.text:
            reason = "main picture of the page, above the updates"
            left_out.append(LeftOut(locator="blocks.main", text=main.text, reason=reason))
        page_order, why = newest_first([entry.stamp for entry in entries])
        return Document(
            importer=self.name,
            title=title,
            summary=summary.markdown,
            entries=tuple(entries),
            newest_first=page_order,
            publisher=text_at(content, "fields", "publication"),
            language=text_at(content, "fields", "lang"),
            url=url,
            inferred=tuple(filter(None, (why, *_about(entries)))),
            left_out=tuple(left_out),
            counts=(("blocks", len(entries)),),
            text="\n".join((title, summary.text, main.text, *texts)),
        )


def _content(answer: Any) -> Any:
    """The item that the answer is about; of several, the first with blocks."""
    response = at(answer, "response") or answer
    items = [at(response, "content"), *items_at(response, "results"), response]
    return next((item for item in items if _blocks(item)), None)


def _blocks(content: Any) -> list[Any]:
    """The blocks: all, or those that were asked for, each once."""
    asked = at(content, "blocks", "requestedBodyBlocks")
    lists = [items_at(content, "blocks", "body"), *(asked.values() if isinstance(asked, dict) else ())]
    blocks = [block for one in lists if isinstance(one, list) for block in one]
    return list({text_at(block, "id") or str(place): block for place, block in enumerate(blocks)}.values())


def _entry(block: Any, locator: str, url: str) -> tuple[Entry, str, list[LeftOut]]:
    body = fields.from_html(text_at(block, "bodyHtml"), url)
    elements = [_element(element, url) for element in items_at(block, "elements")]
    if not body.markdown:
        body = fields.joined(*elements)
    if not body.markdown:
        body = fields.from_plain(text_at(block, "bodyTextSummary"))
    title = fields.one_line(text_at(block, "title") or text_at(block, "attributes", "title"))
    stamps = (machine(text_at(block, key), f"{key} in the API answer") for key in _TIMES)
    authors = tuple(filter(None, map(_name, items_at(block, "contributors"))))
    native = text_at(block, "id")
    shown = set(body.text.split())
    left_out = [
        LeftOut(
            locator=f"{locator}.elements[{place}]",
            text=element.text,
            reason="an element of the block that its HTML does not show",
        )
        for place, element in enumerate(elements)
        if not set(element.text.split()) <= shown
    ]
    if not true_at(block, "published") and at(block, "published") is not None:
        left_out.append(LeftOut(locator=locator, text="", reason="the API marks this block as not published"))
    entry = Entry(
        stamp=next(filter(None, stamps), None),
        title=title,
        authors=authors,
        body=body.markdown,
        locator=locator,
        native_id=native,
        url=f"{url}?page=with:block-{native}#block-{native}" if url and native else "",
        key_event=true_at(block, "attributes", "keyEvent"),
        pinned=true_at(block, "attributes", "pinned"),
        summary=true_at(block, "attributes", "summary"),
        empty=not body.markdown,
    )
    return entry, "\n".join((title, *authors, body.text, *(item.text for item in left_out))), left_out


def _element(element: Any, url: str) -> fields.Field:
    """What an element of a block says: its HTML, else its caption and credit."""
    data = next(
        (
            value
            for key, value in (element if isinstance(element, dict) else {}).items()
            if key.endswith("TypeData")
        ),
        None,
    )
    words = [
        fields.from_html(text_at(data, key), url) for key in ("html", "caption", "credit", "attribution")
    ]
    assets = [text_at(asset, "file") for asset in items_at(element, "assets")]
    picture = next((file for file in assets if file.startswith("https:")), "")
    if at(element, "type") == "image" and picture:
        return _figure(picture, *words[1:])
    return fields.joined(*words)


def _figure(address: str, *words: fields.Field) -> fields.Field:
    caption = html.escape(" ".join(filter(None, (word.text for word in words))))
    shown = f'<figure><img src="{html.escape(address)}"><figcaption>{caption}</figcaption></figure>'
    return fields.exact(shown)


def _name(contributor: Any) -> str:
    """A contributor's name: the title of the tag, first and last name, or `profile/first-last`."""
    if isinstance(contributor, str):
        return _from_tag(contributor)
    full = " ".join(filter(None, (text_at(contributor, "firstName"), text_at(contributor, "lastName"))))
    return fields.one_line(text_at(contributor, "webTitle") or full or _from_tag(text_at(contributor, "id")))


def _from_tag(tag: str) -> str:
    found = re.fullmatch(r"profile/([a-z-]+)", tag)
    return found[1].replace("-", " ").title() if found else fields.one_line(tag)


def _about(entries: list[Entry]) -> Iterator[str]:
    for name, count in (
        ("key events", sum(entry.key_event for entry in entries)),
        ("pinned", sum(entry.pinned for entry in entries)),
        ("summaries", sum(entry.summary for entry in entries)),
    ):
        if count:
            yield f"{count} of {len(entries)} updates are marked as {name}"
