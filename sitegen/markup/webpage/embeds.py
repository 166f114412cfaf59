"""Posts, films and frames from elsewhere: where they lead, though the page shows them by scripts only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from sitegen.markup.webpage.runs import address

FRAMES = frozenset(
    {"iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-video", "amp-youtube", "lite-youtube"}
)
"""Elements that show something from elsewhere."""

_WIDGETS = (
    (re.compile(r"data-tweet-?id"), "https://twitter.com/i/status/{}"),
    (re.compile(r"data-telegram-post"), "https://t.me/{}"),
    (re.compile(r"data-shortcode"), "https://www.instagram.com/p/{}/"),
)
"""Attributes in which the widgets of networks name a post, and its address."""

_FILM = re.compile(r"(?:data-)?video-?id")
_NETWORKS = re.compile(
    r"https?://(?:[\w-]+\.)?(?:twitter|x|facebook|instagram|threads|tiktok|linkedin|vk|weibo)\.(?:com|net)/"
    r"|https?://(?:t\.me|bsky\.app|truthsocial\.com|mastodon\.\w+)/"
)
_EMPTY_PAGE = re.compile(r"https?://platform\.(?:twitter|x)\.com/")
"""A page of a widget, which is not that of the post."""


def source_of(element: html.HtmlElement, base: str) -> str:
    """The address of what an element shows from elsewhere; empty where it names none."""
    frame = element.tag in FRAMES
    names = ("src", "data-src", "data", "data-href") if frame else ("data-href",)
    found = next(filter(None, (address(element.get(name), base) for name in names)), "")
    return (found if not _EMPTY_PAGE.match(found) else "") or next(_named(element), "") or found


def is_widget(element: html.HtmlElement) -> bool:
    """True for an element that stands for a post of a network and holds no words of it."""
    names = [name for name in element.keys() if name.startswith("data-")]  # noqa: SIM118 - of an element
    known = any(pattern.fullmatch(name) for name in names for pattern, _ in _WIDGETS)
    plugin = "data-href" in names and element.get("class", "").startswith("fb-")
    return (known or plugin) and element.tag not in FRAMES and not str(element.text_content()).strip()


def is_post(target: str) -> bool:
    """True for the address of a post of a network."""
    return bool(_NETWORKS.match(target))


def quoted_from(quote: html.HtmlElement, base: str) -> str:
    """The address that the quote of an embedded post names for machines only; empty where a link has it."""
    named = quote.get("data-instgrm-permalink") or quote.get("cite")
    found = address(named, base) if "class" in quote.attrib else ""
    links = {address(link.get("href"), base).partition("?")[0] for link in quote.iter("a")}
    return found if found and found.partition("?")[0] not in links else ""


def _named(element: html.HtmlElement) -> Iterator[str]:
    for name, value in element.items():
        if not re.fullmatch(r"[\w./-]+", value):
            continue
        for pattern, form in _WIDGETS:
            if pattern.fullmatch(name):
                yield form.format(value)
        if _FILM.fullmatch(name) and "youtube" in element.tag:
            yield f"https://www.youtube.com/watch?v={value}"
