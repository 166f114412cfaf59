"""What a page says of itself for machines: schema.org's `LiveBlogPosting` in JSON-LD, and meta elements."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby
from typing import Any

from lxml import html

from sitegen.importers.html.keys import link_keys
from sitegen.importers.html.words import plain_line

Node = dict[str, Any]

_DATES = ("datePublished", "dateCreated", "dateModified")

_BARE = 2
"""Properties of an object that only names another one: its id and type."""

_LIVE = re.compile(r"(?:^|[/:])LiveBlogPosting$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One update as JSON-LD or a script gives it; texts as they stand there."""

    number: int
    """Counted from 1, in the order of the scripts."""
    keys: frozenset[str]
    """What its id, address and fragment call it."""
    id: str = ""
    """The shortest of them that is no address."""
    url: str = ""
    """Its address."""
    headline: str = ""
    """Plain text."""
    published: str = ""
    """When it was posted, as it stands."""
    basis: str = ""
    """The property that says so."""
    authors: tuple[str, ...] = ()
    """Names of persons; organisations are left out."""
    body: str = ""
    """`articleBody`, as it stands: plain text, text with entities, or HTML."""
    origin: str = "JSON-LD"
    """What gives it."""
    key_event: bool = False
    """True where it is marked as a key event."""
    pinned: bool = False
    """True where it is pinned to the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """All that a page says for machines."""

    postings: tuple[Posting, ...]
    """Updates, each once."""
    live: bool
    """True where it says that it is a live blog."""
    headline: str = ""
    """Headline of the page."""
    description: str = ""
    """Its standfirst."""
    publisher: str = ""
    """Who publishes it."""
    url: str = ""
    """Its address."""
    language: str = ""
    """BCP 47 tag."""
    published: str = ""
    """When it was first published, as it stands."""
    modified: str = ""
    """When it was last changed, as it stands."""
    authors: tuple[str, ...] = ()
    """Authors of the page."""
    others: tuple[str, ...] = ()
    """Headlines of other live blogs that the page describes."""


def structured(tree: html.HtmlElement) -> Structured:
    """What the scripts and the head of a page say. Scripts that are no JSON are passed over."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    lives = [node for node in nodes if any(_LIVE.search(str(kind)) for kind in _list(node.get("@type")))]
    blogs = _by_blog(lives)
    main = max(blogs, key=lambda blog: sum(len(_list(n.get("liveBlogUpdate"))) for n in blog), default=[])
    others = tuple(_line(n.get("headline")) for blog in blogs if blog is not main for n in blog)
    article = next((n for n in nodes if any("Article" in str(t) for t in _list(n.get("@type")))), {})
    about = [*sorted(main, key=lambda node: not node.get("headline")), article]
    by_id = {str(node["@id"]): node for node in nodes if node.get("@id") and len(node) > _BARE}
    updates = [
        by_id.get(str(u.get("@id")), u) if len(u) <= _BARE else u
        for node in main
        for u in _list(node.get("liveBlogUpdate"))
        if isinstance(u, dict)
    ]
    publishers = [_name(node.get("publisher")) for node in about]
    site = _meta(tree, "og:site_name", "application-name")
    named = next(filter(None, publishers), "")
    return Structured(
        postings=tuple(_postings(updates)),
        live=bool(lives),
        headline=_first(about, "headline") or _meta(tree, "og:title"),
        description=_first(about, "description") or _meta(tree, "og:description", "description"),
        publisher=site if site and named.islower() else named or site,
        url=_address(tree) or _http(_first(about, "url")) or _http(_id_of(about)),
        language=_first(about, "inLanguage") or tree.get("lang", "") or tree.get("xml:lang", ""),
        published=_first(about, "datePublished") or _meta(tree, "article:published_time", "date"),
        modified=_first(about, "dateModified") or _meta(tree, "article:modified_time", "last-modified"),
        authors=tuple(dict.fromkeys(name for node in about for name in _authors(node.get("author")))),
        others=tuple(filter(None, others)),
    )


def _scripts(tree: html.HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", ""):
            text = re.sub(
                r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script.text or ""
            )
            yield from _loaded(text.strip().rstrip(";"))


def _loaded(text: str) -> Iterator[Any]:
    """JSON as it should be; else without commas before a closing bracket; else with its entities read."""
    for reading in (str, lambda raw: re.sub(r",(?=\s*[}\]])", "", raw), unescape):
        try:
            yield json.loads(reading(text), strict=False)
        except (ValueError, RecursionError):
            continue
        return


def _nodes(value: Any) -> Iterator[Node]:
    """Each object that may describe the page: in lists, in `@graph`, as the main entity of another."""
    waiting = [value]
    while waiting:
        here = waiting.pop(0)
        if isinstance(here, list):
            waiting[:0] = here
        elif isinstance(here, dict):
            yield here
            waiting[:0] = [here[key] for key in ("@graph", "mainEntity", "hasPart") if here.get(key)]


def _by_blog(lives: list[Node]) -> list[list[Node]]:
    """Objects of one live blog together. One that has no id, address or headline belongs to the first."""
    keyed = [(str(n.get("@id") or n.get("url") or _line(n.get("headline"))), n) for n in lives]
    first = next((key for key, _ in keyed if key), "")
    order = sorted(keyed, key=lambda pair: [key or first for key, _ in keyed].index(pair[0] or first))
    return [[n for _, n in same] for _, same in groupby(order, key=lambda pair: pair[0] or first)]


def _postings(updates: list[Node]) -> Iterator[Posting]:
    """Each update once. Keys that several of them have are none."""
    found = list(_each_posting(updates))
    often = Counter(key for posting in found for key in posting.keys)
    for posting in found:
        own = {key for key in posting.keys if often[key] == 1}
        short = sorted(own, key=lambda key: (len(key), key))
        yield replace(posting, keys=frozenset(own), id=short[0] if short else "")


def _each_posting(updates: list[Node]) -> Iterator[Posting]:
    seen: set[str] = set()
    for node in updates:
        whole = json.dumps(node, sort_keys=True)
        if whole in seen:
            continue
        seen.add(whole)
        keys = frozenset(key for name in ("@id", "url", "identifier", "mainEntityOfPage")
                         for key in _keys(_id(node.get(name))))  # fmt: skip
        yield Posting(
            number=len(seen),
            keys=keys,
            url=_http(_id(node.get("url")) or _id(node.get("@id"))),
            headline=_line(node.get("headline") or node.get("name")),
            published=next((_text(node.get(key)).strip() for key in _DATES if node.get(key)), ""),
            basis=next((key for key in _DATES if node.get(key)), ""),
            authors=tuple(_authors(node.get("author"))),
            body=_text(node.get("articleBody") or node.get("text") or node.get("description")),
        )


def _keys(value: str) -> Iterator[str]:
    """An id as it stands, and the parts of an address that name one place of its page."""
    if value and not re.search(r"[:/#?\s]", value):
        yield value
    yield from link_keys(value)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or "")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _line(value: Any) -> str:
    return plain_line(_text(value))


def _id(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("value") or value.get("url")
    return _text(value).strip()


def _id_of(about: list[Node]) -> str:
    return next((found for n in about if (found := _id(n.get("mainEntityOfPage")) or _id(n.get("@id")))), "")


def _name(value: Any) -> str:
    return next((_line(one.get("name")) if isinstance(one, dict) else _line(one) for one in _list(value)), "")


def _authors(value: Any) -> Iterator[str]:
    for one in _list(value):
        kind = _text(one.get("@type")) if isinstance(one, dict) else ""
        name = _name(one)
        if name and "Organi" not in kind and not name.startswith(("http:", "https:")):
            yield name


def _first(about: list[Node], key: str) -> str:
    return next((found for node in about if (found := _line(node.get(key)))), "")


def _http(value: str) -> str:
    return value if re.match(r"https?://\S+$", value) else ""


def _address(tree: html.HtmlElement) -> str:
    for link in tree.iter("link"):
        if "canonical" in link.get("rel", "").lower().split() and _http(link.get("href", "")):
            return str(link.get("href"))
    return _http(_meta(tree, "og:url"))


def _meta(tree: html.HtmlElement, *names: str) -> str:
    for name in names:
        for meta in tree.iter("meta"):
            if name in (meta.get("property"), meta.get("name")) and meta.get("content", "").strip():
                return plain_line(meta.get("content", ""))
    return ""
