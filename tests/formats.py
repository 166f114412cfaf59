"""Documents of every format with given titles, authors and texts, as the programs of those formats write them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from sitegen.markup import escape as markdown
from warcs import page as page_record
from warcs import warc

START = datetime(2024, 3, 1, 8, tzinfo=UTC)
URL = "https://example.org/live"


@dataclass(frozen=True)
class Said:
    """What an update says, in plain text."""

    title: str
    author: str
    body: str
    html: str = ""
    """The text as formats that hold HTML have it, where that is not `body`."""


@dataclass(frozen=True)
class Format:
    """A format that an importer reads."""

    importer: str
    """Its name."""
    name: str
    """How a document of it is called."""
    make: Callable[[Sequence[Said], str], bytes]
    """A document with updates, a minute between each two, the oldest first; and with a headline."""
    fields: frozenset[str] = frozenset({"title", "author", "body"})
    """What of an update it holds in a place of its own."""


def when(place: int) -> datetime:
    return START + timedelta(minutes=place)


def as_json(data: Any) -> bytes:
    return json.dumps(data).encode()


def paragraphs(one: Said) -> str:
    lines = (f"<p>{escape(line)}</p>" for line in one.body.splitlines() if line.strip())
    return one.html or "".join(lines)


def text(posts: Sequence[Said], title: str) -> bytes:
    blocks = (
        f"{one.title}\n\n{when(place):%H:%M} , {one.author}\n\n{one.body}" for place, one in enumerate(posts)
    )
    return "\n\n".join([title, *blocks, ""]).encode()


def html(posts: Sequence[Said], title: str) -> bytes:
    entries = "".join(
        f'<article id="p{place}"><h2>{escape(one.title)}</h2>'
        f'<p>By <span class="byline author" rel="author">{escape(one.author)}</span></p>'
        f'<time datetime="{when(place).isoformat()}">{when(place):%H:%M}</time>'
        f'<div class="body">{paragraphs(one)}</div></article>'
        for place, one in enumerate(posts)
    )
    head = f"<title>{escape(title)}</title>"
    main = f"<main><h1>{escape(title)}</h1>{entries}</main>"
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{main}</body></html>'.encode()


def json_ld(posts: Sequence[Said], title: str) -> bytes:
    updates = [
        {
            "@type": "BlogPosting",
            "@id": f"{URL}#p{place}",
            "headline": escape(one.title),
            "author": {"@type": "Person", "name": escape(one.author)},
            "datePublished": when(place).isoformat(),
            "articleBody": one.html or escape(one.body),
        }
        for place, one in enumerate(posts)
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": escape(title),
        "liveBlogUpdate": updates,
    }
    script = json.dumps(data).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>'
        f'<script type="application/ld+json">{script}</script></head>'
        f"<body><h1>{escape(title)}</h1></body></html>"
    ).encode()


def guardian_api(posts: Sequence[Said], title: str) -> bytes:
    body = [
        {
            "id": f"b{place}",
            "title": escape(one.title),
            "bodyHtml": paragraphs(one),
            "firstPublishedDate": when(place).isoformat(),
            "contributors": [{"webTitle": escape(one.author)}],
            "attributes": {},
        }
        for place, one in enumerate(posts)
    ]
    content = {"webTitle": escape(title), "webUrl": URL, "fields": {}, "blocks": {"body": body}}
    return as_json({"response": {"content": content}})


def in_markdown(posts: Sequence[Said], title: str) -> bytes:
    blocks = (
        f"## {markdown.inline(' '.join(one.title.split()))}\n\n"
        f"*{when(place):%H:%M}, {markdown.inline(' '.join(one.author.split()))}*\n\n"
        + "\n\n".join(map(markdown.line, filter(str.strip, one.body.splitlines())))
        for place, one in enumerate(posts)
    )
    return "\n\n".join([f"---\ndate: 2024-03-01\n---\n\n# {markdown.inline(title)}", *blocks, ""]).encode()


def live_blog_api(posts: Sequence[Said], title: str) -> bytes:
    items = [
        {
            "_id": f"p{place}",
            "published_date": when(place).isoformat(),
            "post_status": "open",
            "original_creator": {"display_name": escape(one.author)},
            "groups": [
                {
                    "id": "main",
                    "refs": [
                        {
                            "item": {
                                "item_type": "text",
                                "headline": escape(one.title),
                                "text": paragraphs(one),
                            }
                        }
                    ],
                }
            ],
        }
        for place, one in enumerate(posts)
    ]
    return as_json({"title": escape(title), "_items": items})


def telegram(posts: Sequence[Said], title: str) -> bytes:
    messages = [
        {
            "id": place,
            "type": "message",
            "date": when(place).strftime("%Y-%m-%dT%H:%M:%S"),
            "date_unixtime": str(int(when(place).timestamp())),
            "from": "Channel",
            "author": one.author,
            "text": one.body,
        }
        for place, one in enumerate(posts)
    ]
    return as_json({"name": title, "type": "public_channel", "messages": messages})


def timelinejs(posts: Sequence[Said], title: str) -> bytes:
    events = [
        {
            "start_date": {
                name: str(getattr(when(place), name)) for name in ("year", "month", "day", "hour", "minute")
            },
            "text": {"headline": escape(one.title), "text": paragraphs(one)},
        }
        for place, one in enumerate(posts)
    ]
    return as_json({"title": {"text": {"headline": escape(title), "text": ""}}, "events": events})


def timelinejs_table(posts: Sequence[Said], title: str) -> bytes:
    head = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
    rows = (
        [f"{when(n):%Y}", when(n).month, when(n).day, f"{when(n):%H:%M}", *[""] * 5, escape(one.title), paragraphs(one), *[""] * 7]
        for n, one in enumerate(posts)
    )  # fmt: skip
    return table(head.split(","), rows)


def table(head: Sequence[str], rows: Any) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([head, *rows])
    return file.getvalue().encode()


def in_csv(posts: Sequence[Said], title: str) -> bytes:
    rows = ([when(n).isoformat(), one.title, one.author, one.body] for n, one in enumerate(posts))
    return table(["time", "title", "author", "text"], rows)


def in_json(posts: Sequence[Said], title: str) -> bytes:
    return as_json(
        [
            {"time": when(n).isoformat(), "title": one.title, "author": one.author, "text": one.body}
            for n, one in enumerate(posts)
        ]
    )


def wordpress(posts: Sequence[Said], title: str) -> bytes:
    items = "".join(
        f"<item><title>{escape(escape(one.title))}</title><dc:creator>{escape(escape(one.author))}</dc:creator>"
        f"<content:encoded>{escape(paragraphs(one))}</content:encoded><wp:post_id>{n}</wp:post_id>"
        f"<wp:post_date_gmt>{when(n):%Y-%m-%d %H:%M:%S}</wp:post_date_gmt>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"
        for n, one in enumerate(posts)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
        f"<channel><title>{escape(escape(title))}</title><wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    ).encode()


def rss(posts: Sequence[Said], title: str) -> bytes:
    items = "".join(
        f"<item><title>{escape(escape(one.title))}</title><guid>g{n}</guid><dc:creator>{escape(escape(one.author))}</dc:creator>"
        f"<pubDate>{when(n):%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
        f"<description>{escape(paragraphs(one))}</description></item>"
        for n, one in enumerate(posts)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{escape(escape(title))}</title><link>{URL}</link><description></description>{items}</channel></rss>"
    ).encode()


def atom(posts: Sequence[Said], title: str) -> bytes:
    entries = "".join(
        f'<entry><id>urn:{n}</id><title type="text">{escape(one.title)}</title>'
        f"<author><name>{escape(escape(one.author))}</name></author><updated>{when(n).isoformat()}</updated>"
        f'<content type="html">{escape(paragraphs(one))}</content></entry>'
        for n, one in enumerate(posts)
    )
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(title)}</title>{entries}</feed>'.encode()
    )


def mhtml(posts: Sequence[Said], title: str) -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/live\r\nSubject: Live\r\n"
        "Date: Fri, 1 Mar 2024 23:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n'
        "------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/live\r\n\r\n"
    )
    page = html(posts, title).replace(b"<head>", b'<head><meta charset="utf-8">')
    return head.encode() + page + b"\r\n------MultipartBoundary--x------\r\n"


def web_archive(posts: Sequence[Said], title: str) -> bytes:
    return warc([page_record(URL, html(posts, title), date="2024-03-01T23:00:00Z")])


BODY_ONLY = frozenset({"body"})
NO_AUTHOR = frozenset({"title", "body"})
NO_TITLE = frozenset({"author", "body"})

FORMATS = {
    # Where there are no fields, what is no name or headline to a reader is none to an importer: it stays text.
    "text": Format("text", "page.txt", text, BODY_ONLY),
    "html": Format("html", "page.html", html, NO_AUTHOR),
    "json-ld": Format("html", "data.html", json_ld),
    "mhtml": Format("mhtml", "page.mhtml", mhtml, NO_AUTHOR),
    "guardian-api": Format("guardian-api", "guardian.json", guardian_api),
    "markdown": Format("markdown", "page.md", in_markdown, NO_AUTHOR),
    "live-blog-api": Format("live-blog-api", "liveblog.json", live_blog_api),
    "telegram": Format("telegram", "result.json", telegram, NO_TITLE),
    "timelinejs": Format("timelinejs", "timeline.json", timelinejs, NO_AUTHOR),
    "timelinejs-table": Format("timelinejs", "timeline.csv", timelinejs_table, NO_AUTHOR),
    "wordpress": Format("wordpress", "export.xml", wordpress),
    "rss": Format("feed", "rss.xml", rss),
    "atom": Format("feed", "atom.xml", atom),
    "csv": Format("csv", "table.csv", in_csv),
    "json": Format("json", "list.json", in_json),
}
"""Documents that an importer reads; those of web archives are such pages too."""
