"""Posts of a blog from the API of Live Blog by Sourcefabric.

`_items` are posts, newest first. A post has groups; its texts are the items that the group `main`
refers to, each with HTML. `sticky` posts are pinned, those with `lb_highlight` are key events.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from sitegen.importers import fields
from sitegen.importers.json_text import at, items_at, json_source, load, text_at, true_at
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument
from sitegen.importers.written import machine
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_TIMES = ("published_date", "firstcreated", "_created")
"""Where a post says when it was posted; a later one only where those before are missing."""


class SourcefabricImporter:
    """Reads the posts of one blog."""

    name = "live-blog-api"
    title = "the posts of a blog from the API of Live Blog by Sourcefabric (JSON)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where there are posts in groups."""
        text = json_source(document)
        return 0.95 if '"_items"' in text and '"groups"' in text and '"refs"' in text else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the posts; drafts and deleted ones are left out. Raises NotALiveBlogError."""
        answer = load(document)
        posts = items_at(answer, "_items") or items_at(answer, "posts", "_items")
        entries: list[Entry] = []
        texts: list[str] = []
        left_out: list[LeftOut] = []
        for place, post in enumerate(posts):
            locator = f"_items[{place}]"
            entry, text = _entry(post, locator)
            why = _why_not(post)
            if why:
                left_out.append(LeftOut(locator=locator, text=text, reason=why))
            else:
                entries.append(entry)
            texts.append(text)
        if not entries:
            raise NotALiveBlogError("It holds no published posts, so there are no updates in it.")
        title = fields.one_line(text_at(answer, "title") or text_at(answer, "blog", "title"))
        summary = fields.from_html(text_at(answer, "description") or text_at(answer, "blog", "description"))
        order, why_order = newest_first([entry.stamp for entry in entries])
        return Document(
            importer=self.name,
            title=title,
            summary=summary.markdown,
            entries=tuple(entries),
            newest_first=order,
            inferred=tuple(filter(None, [why_order])),
            left_out=tuple(left_out),
            counts=(("posts", len(entries)),),
            text="\n".join((title, summary.text, *texts)),
        )


def _entry(post: Any, locator: str) -> tuple[Entry, str]:
    items = list(_items(post))
    body = fields.joined(*map(_said, items))
    title = fields.one_line(text_at(post, "headline")) or next(filter(None, map(_headline, items)), "")
    people = [_name(post, "original_creator")]
    people += [_name(item, "original_creator") for item in items] if not any(people) else []
    authors = tuple(dict.fromkeys(filter(None, [*people, text_at(post, "byline")])))[:1]
    stamps = (machine(text_at(post, key), f"{key} in the API answer") for key in _TIMES)
    entry = Entry(
        stamp=next(filter(None, stamps), None),
        title=title,
        authors=authors,
        body=body.markdown,
        locator=locator,
        native_id=text_at(post, "_id") or text_at(post, "guid"),
        key_event=true_at(post, "lb_highlight"),
        pinned=true_at(post, "sticky"),
        empty=not body.markdown,
    )
    return entry, "\n".join((title, *authors, body.text))


def _items(post: Any) -> Iterator[Any]:
    """The items of a post, in order: of its groups but the root, else those that stand in the post itself."""
    refs = [
        ref
        for group in items_at(post, "groups")
        if at(group, "id") != "root"
        for ref in items_at(group, "refs")
    ]
    found = [item for ref in refs if (item := at(ref, "item"))]
    if not found:
        inner = [at(post, "mainItem"), *items_at(post, "items")]
        found = [at(item, "item") or item for item in inner if item]
    seen: set[str] = set()
    for item in found:
        key = text_at(item, "_id") or str(id(item))
        if key not in seen:
            seen.add(key)
            yield item


def _said(item: Any) -> fields.Field:
    """What an item says: its text, or what is embedded, shown, quoted or asked in it."""
    kind, meta = text_at(item, "item_type"), at(item, "meta")
    text = fields.from_html(text_at(item, "text"))
    parts = [text]
    if not text.markdown and kind == "image":
        renditions = at(meta, "media", "renditions")
        sizes = [
            text_at(one, "href") for one in (renditions.values() if isinstance(renditions, dict) else ())
        ]
        source = html.escape(next(filter(None, sizes), ""))
        caption = html.escape(" ".join(filter(None, (text_at(meta, "caption"), text_at(meta, "credit")))))
        parts.append(fields.exact(f'<figure><img src="{source}"><figcaption>{caption}</figcaption></figure>'))
    elif not text.markdown:
        address = text_at(meta, "original_url")
        title = html.escape(text_at(meta, "title") or address)
        link = f'<p><a href="{html.escape(address)}">{title}</a></p>' if address.startswith("http") else ""
        shown = fields.from_html(text_at(meta, "html")) if text_at(meta, "html") else fields.Field()
        parts += (
            [shown] if shown.text else [fields.exact(link), fields.from_either(text_at(meta, "description"))]
        )
        parts += [fields.from_either(text_at(meta, "quote"))]
    credit = text_at(meta, "credit") if kind == "quote" else text_at(item, "commenter")
    poll = [text_at(item, "poll_body", "question"),
            *(text_at(answer, "option") for answer in items_at(item, "poll_body", "answers"))]  # fmt: skip
    parts += [fields.from_plain(words) for words in (f"— {credit}" if credit else "", *poll) if words]
    return fields.joined(*parts)


def _headline(item: Any) -> str:
    """An item's headline, unless it only repeats its text, as the editor fills it in."""
    headline = fields.one_line(text_at(item, "headline"))
    text = " ".join(fields.from_html(text_at(item, "text")).text.split())
    beginning = headline.rstrip("….")
    return "" if beginning and text.startswith(beginning) else headline


def _name(value: Any, key: str) -> str:
    person = at(value, key)
    full = " ".join(filter(None, (text_at(person, "first_name"), text_at(person, "last_name"))))
    return fields.one_line(text_at(person, "display_name") or full)


def _why_not(post: Any) -> str:
    """Why a post was not to be seen on the page; empty where it was."""
    if true_at(post, "deleted"):
        return "the post was deleted"
    status = text_at(post, "post_status") or "open"
    return "" if status == "open" else f"the post was not published: {status}"
