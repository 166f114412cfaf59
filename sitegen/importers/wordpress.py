"""What WordPress exports (WXR): posts, or where there are any, the entries of its Liveblog plugin.

The plugin keeps the entries of a live blog as comments of the type `liveblog`. Other comments are
readers' and are not read; pages, pictures, menus, drafts and revisions are no updates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from sitegen.importers import fields
from sitegen.importers.inside import ANOTHER, Told, day_of, in_document, live_blog_in
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument, Stamp
from sitegen.importers.written import machine
from sitegen.importers.xml_tree import children, first, local, parse, root_name
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_BLOCK = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|blockquote|figure|table|pre|hr|section|details|iframe)\b", re.IGNORECASE
)
_CAPTION = re.compile(
    r"\[caption\b[^\]]*\]\s*((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(.*?)\[/caption\]", re.DOTALL
)
_EMBED = re.compile(r"\[embed\b[^\]]*\](.*?)\[/embed\]", re.DOTALL)
_CODE = re.compile(
    r"\[/?(?:caption|gallery|playlist|audio|video|embed|(?:vc|et_pb|fusion|av)_\w+)\b[^\]\n]*\]"
)
_NO_TEXTS = ("attachment", "nav_menu_item", "revision", "customize_changeset", "oembed_cache", "custom_css")
"""Types of items that hold no text of their own."""


class WordPressImporter:
    """Reads WordPress exports."""

    name = "wordpress"
    title = "a WordPress export (WXR), of posts or of the Liveblog plugin"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where a feed has WordPress's own elements."""
        marked = b"wordpress.org/export" in document.data[:65536]
        return 0.95 if marked and root_name(document) == "rss" else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the updates. Raises NotALiveBlogError."""
        root = parse(document)
        channel = next(children(root, "channel"), root)
        items = list(children(channel, "item"))
        base = first(channel, "link")
        told = [comment for item in items for comment in _comments(item) if _kind(comment) == "liveblog"]
        people = _people(channel)
        if told:
            drafts = [_comment(comment, base) for comment in told]
            others = [item for item in items if any(_kind(c) == "liveblog" for c in _comments(item))]
            about = others[0] if len(others) == 1 else channel
            standfirst = (
                _text(first(about, "encoded", "content"), base) if about is not channel else fields.Field()
            )
            rest = [item for item in items if item is not about]
        else:
            posts = [item for item in items if not _why_not(item)]
            if inside := live_blog_in(
                [Told(title=_title(post), content=_shown(_content(post))) for post in posts]
            ):
                return self._of_one(
                    inside, posts, channel, [item for item in items if _why_not(item)], people
                )
            drafts = [_post(item, people) for item in posts]
            about, standfirst = channel, fields.from_either(first(channel, "description"))
            rest = [item for item in items if _why_not(item)]
        if not drafts:
            raise NotALiveBlogError("It is a WordPress export without published posts.")
        left_out = tuple(_left(rest, base))
        entries = tuple(entry for entry, _ in drafts)
        title = fields.one_line(first(about, "title"))
        url = first(about, "link")
        readers = sum(_kind(comment) != "liveblog" for item in items for comment in _comments(item))
        notes = [f"{readers} comments of readers were not read"] if readers else []
        order, why = newest_first([entry.stamp for entry in entries])
        texts = [text for _, text in drafts]
        return Document(
            importer=self.name,
            title=title,
            summary=standfirst.markdown,
            entries=entries,
            newest_first=order,
            language=first(channel, "language"),
            publisher=fields.one_line(first(channel, "title")),
            url=url if re.match(r"https?://\S+$", url) else "",
            inferred=(*notes, *filter(None, [why])),
            left_out=left_out,
            counts=(("entries of the Liveblog plugin" if told else "posts", len(entries)),),
            text="\n".join((title, standfirst.text, *texts, *(item.text for item in left_out))),
        )

    def _of_one(
        self,
        inside: tuple[int, Document],
        posts: list[etree._Element],
        channel: etree._Element,
        rest: list[etree._Element],
        people: dict[str, str],
    ) -> Document:
        """The one post that is a live blog."""
        place, blog = inside
        post = posts.pop(place)
        others = [replace(item, reason=ANOTHER) for item in _left(posts, "")]
        login = first(post, "creator")
        author = people.get(login, fields.one_line(login))
        if author:
            others.append(LeftOut(locator=_place(post), text=author, reason="author of the whole post"))
        local_day = machine(first(post, "post_date"), "")
        url = first(post, "link")
        found = in_document(
            blog,
            importer=self.name,
            url=url if re.match(r"https?://\S+$", url) else "",
            day=day_of(local_day),
            publisher=fields.one_line(first(channel, "title")),
            left_out=[*_left(rest, ""), *others],
        )
        return replace(found, language=first(channel, "language"))


def _title(post: etree._Element) -> str:
    return fields.one_line(first(post, "title"))


def _content(post: etree._Element) -> str:
    return first(post, "encoded", "content")


def _comments(item: etree._Element) -> Iterator[etree._Element]:
    return children(item, "comment", "wordpress.org/export")


def _kind(comment: etree._Element) -> str:
    return first(comment, "comment_type")


def _people(channel: etree._Element) -> dict[str, str]:
    """Names of authors by the names with which they log in."""
    found = {}
    for author in children(channel, "author", "wordpress.org/export"):
        full = " ".join(filter(None, (first(author, "author_first_name"), first(author, "author_last_name"))))
        name = first(author, "author_display_name") or full
        if name:
            found[first(author, "author_login")] = fields.one_line(name)
    return found


def _why_not(item: etree._Element) -> str:
    """Why an item is no update; empty where it is one."""
    kind, status = first(item, "post_type"), first(item, "status")
    if kind in _NO_TEXTS or kind.startswith("wp_"):
        return f"it is no text: {kind}"
    if kind == "page":
        return "it is a page, not a post"
    return "" if status in ("publish", "") else f"it was not published: {status}"


def _post(item: etree._Element, people: dict[str, str]) -> tuple[Entry, str]:
    url = first(item, "link")
    body = _text(first(item, "encoded", "content"), url)
    excerpt = _text(first(item, "encoded", "excerpt"), url)
    if not set(excerpt.text.split()) <= set(body.text.split()):
        body = fields.joined(excerpt, body)
    title = fields.one_line(first(item, "title"))
    login = first(item, "creator")
    author = people.get(login, fields.one_line(login))
    entry = Entry(
        stamp=_stamp(first(item, "post_date_gmt"), first(item, "post_date"), first(item, "pubDate")),
        title=title,
        authors=(author,) if author else (),
        body=body.markdown,
        locator=_place(item),
        native_id=first(item, "post_id"),
        url=url if re.match(r"https?://\S+$", url) else "",
        pinned=first(item, "is_sticky") == "1",
        empty=not body.markdown and not title,
    )
    return entry, f"{title}\n{author}\n{body.text}"


def _comment(comment: etree._Element, base: str) -> tuple[Entry, str]:
    body = _text(first(comment, "comment_content"), base)
    author = fields.one_line(first(comment, "comment_author"))
    metas = {first(meta, "meta_key"): first(meta, "meta_value") for meta in children(comment, "commentmeta")}
    entry = Entry(
        stamp=_stamp(first(comment, "comment_date_gmt"), first(comment, "comment_date"), ""),
        authors=(author,) if author else (),
        body=body.markdown,
        locator=_place(comment),
        native_id=first(comment, "comment_id"),
        key_event="liveblog_key_entry" in metas,
        empty=not body.markdown,
    )
    return entry, f"{author}\n{body.text}"


def _place(element: etree._Element) -> str:
    number = first(element, "post_id") or first(element, "comment_id")
    return f"{local(element)} {number}" if number else f"line {element.sourceline}"


def _stamp(gmt: str, site: str, feed: str) -> Stamp | None:
    """The instant in UTC, else in the feed's words, else on the clock of the site, whose zone is asked."""
    utc = machine(gmt, "post date in UTC")
    if utc:
        return replace(utc, offset_minutes=0)
    return machine(feed, "pubDate of the item") or machine(site, "post date on the site's clock")


def _text(content: str, base: str) -> fields.Field:
    """A post's text; where it has no paragraphs, empty lines part them, as WordPress shows it."""
    return fields.from_html(_shown(content), base)


def _shown(content: str) -> str:
    """A post's text as HTML, without codes for machines in square brackets."""
    content = _CAPTION.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", content)
    content = _CODE.sub("", _EMBED.sub(r"\1", content))
    chunks = re.split(r"\n[ \t]*\n\s*", content.replace("\r\n", "\n").strip())
    without = re.compile(r"<!--.*?-->", re.DOTALL)
    shown = (
        chunk if _BLOCK.search(chunk) or not without.sub("", chunk).strip() else f"<p>{_breaks(chunk)}</p>"
        for chunk in chunks
    )
    return "\n".join(shown)


def _breaks(chunk: str) -> str:
    return re.sub(r"(?<!>)\n", "<br>\n", chunk)


def _left(items: list[etree._Element], base: str) -> Iterator[LeftOut]:
    for item in items:
        title = fields.one_line(first(item, "title"))
        body = _text(first(item, "encoded", "content"), base).text
        said = "\n".join(filter(None, (title, body)))
        if said:
            reason = _why_not(item) or "it has no entries of the live blog"
            yield LeftOut(locator=_place(item), text=said, reason=reason)
