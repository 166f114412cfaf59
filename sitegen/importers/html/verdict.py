"""Whether what repeats on a page are updates; if not, what it is, in a sentence for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from urllib.parse import urljoin, urlsplit

from lxml import html

from sitegen.importers.html.anchors import HEADINGS
from sitegen.importers.html.entry import Part
from sitegen.importers.html.feed import Piece
from sitegen.importers.html.keys import link_keys
from sitegen.importers.html.matching import match
from sitegen.importers.html.moments import stamp_of
from sitegen.importers.html.structured import Structured
from sitegen.importers.html.words import count_words, same_words
from sitegen.importers.stamps.textlike import FEW_WORDS
from sitegen.importers.titles import ends_sentence

_NOT_LOADED = "The page says that it is a live blog, but holds no update: a script loads them."
_NOTHING = (
    "No part of the page repeats with times and texts of its own (comments of readers don't count), and it "
    "describes no updates for machines: it is no live blog, or its updates were not saved with it."
)
_MINUTES = (
    "Its updates are counted in minutes of play, such as '{}', which tell no time of day: "
    "save the page's text, put a time before each, and import that."
)
_FEW = (
    "Only {} parts of the page have a time and a text, and nothing on it says that it is a live blog: "
    "too few to tell updates from anything else."
)
_TIMELESS = "Parts of the page look like updates, but most of them have no time of day."
_BARE = "Parts of the page repeat with times, but most of them have no text: it is a list, and no live blog."
_CARDS = (
    "What repeats on the page are headlines that lead to other pages: it is an overview, and no live blog."
)
_PROGRAMME = (
    "What repeats on the page are times with a few words each: it is a timetable or programme, "
    "and no live blog."
)
_OTHER = "What repeats on the page are other texts than the updates that it describes for machines."
_APART = (
    "What repeats on the page are texts that are days apart: it is an archive of articles, and no live blog."
)

_FEWEST = 3
"""Updates that a page needs where nothing on it says that it is a live blog."""

_FULL = 25
"""Words from which on a text below a headline is more than a teaser."""

_HOURS = 12
"""Hours between articles of an archive."""

_SAYS_LIVE = re.compile(
    r"live ?(?:blog|ticker|updates?|news|coverage|reporting)|(?:^|/)live(?:/|$)"
    r"|(?<!\w)live(?=\s*(?:[:|–—-]|$))"
    r"|(?<!\w)(?:(?:news ?)?ticker|newsblog|directo|diretta|онлайн|canlı|مباشر)(?!\w)"
    r"|en direct|en vivo|ao vivo|minuto a minuto|as it happened|直播|即時",
    re.IGNORECASE | re.MULTILINE,
)
"""What addresses and headlines of live blogs say; people `live` elsewhere in headlines."""

_MINUTE = re.compile(r"\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′]")


def objection(parts: Sequence[Part], pieces: Sequence[Piece], data: Structured, base: str) -> str:
    """Why these are no updates; empty where they are."""
    keys = {key for posting in data.postings for key in posting.keys}
    if any(part.keys & keys for part in parts) or any(_is_declared(piece) for piece in pieces):
        return ""
    if _is_other(parts, data):
        return _OTHER
    return next(_objections(parts, pieces, data, base), "")


def says_live(data: Structured, base: str) -> bool:
    """True where the page says that it is a live blog: for machines, in its address or its headline."""
    called = re.sub(r"(?<=\w)[-_](?=\w)", " ", f"{urlsplit(base).path}\n{data.headline}")
    return data.live or bool(_SAYS_LIVE.search(called))


def _objections(parts: Sequence[Part], pieces: Sequence[Piece], data: Structured, base: str) -> Iterator[str]:
    live = says_live(data, base)
    timed = [part.stamp for part in parts if part.stamp]
    words = [count_words(part.text) for part in parts]
    if len(parts) < _FEWEST and not live:
        yield _FEW.format(len(parts))
    if len(timed) * 2 < len(parts) and not data.postings:
        yield _TIMELESS
    if sum(map(bool, words)) * 2 < len(parts):
        yield _BARE
    teasers = not live or median(words) < _FULL
    if teasers and _are_cards(pieces, parts, base):
        yield _CARDS
    if not live and _is_programme(parts, words):
        yield _PROGRAMME
    instants = sorted(stamp.instant for stamp in timed if stamp.instant)
    gaps = [(later - earlier).total_seconds() / 3600 for earlier, later in pairwise(instants)]
    if gaps and median(gaps) >= _HOURS and not data.live:
        yield _APART


def _is_other(parts: Sequence[Part], data: Structured) -> bool:
    """True for texts of the time of the updates that the page describes for machines, but none of those."""
    _, found_by = match(parts, data.postings)
    texts = sum(bool(posting.body) for posting in data.postings)
    if (
        texts < max(_FEWEST, len(data.postings) / 2)
        or set(found_by) - {"time"}
        or found_by.get("time", 0) > 1
    ):
        return False
    told = [stamp.instant for p in data.postings if (stamp := stamp_of(p.published, "")) and stamp.instant]
    shown = [part.stamp.instant for part in parts if part.stamp and part.stamp.instant]
    # Older ones may stand on a later page of the same blog.
    return not (told and shown and max(shown) <= min(told))


def nothing(texts: Mapping[html.HtmlElement, str], data: Structured) -> str:
    """Why a page holds no updates on which nothing repeats. `texts` are the short ones on it."""
    minutes = [text for text in texts.values() if _MINUTE.fullmatch(text)]
    if len(minutes) >= _FEWEST:
        return _MINUTES.format(minutes[0])
    return _NOT_LOADED if data.live else _NOTHING


def _is_declared(piece: Piece) -> bool:
    return "liveBlogUpdate" in piece.elements[0].get("itemprop", "").split()


def _is_programme(parts: Sequence[Part], words: Sequence[float]) -> bool:
    """True for times of full five minutes, each with a few words that are no sentence."""
    round_times = all(part.stamp.minute % 5 == 0 for part in parts if part.stamp)
    sentences = sum(ends_sentence(part.text) for part in parts)
    return round_times and median(words) <= 3 * FEW_WORDS and sentences * 3 < len(parts)


def _are_cards(pieces: Sequence[Piece], parts: Sequence[Part], base: str) -> bool:
    away = [_leads_away(piece, part, base) for piece, part in zip(pieces, parts, strict=True)]
    return sum(away) * 2 > len(away)


def _leads_away(piece: Piece, part: Part, base: str) -> bool:
    """True where the heading or title of an update, or all of it, is a link to another page."""
    title = same_words(part.title)
    for element in piece.elements:
        for heading in element.iter(*HEADINGS):
            links = [*heading.iter("a"), *heading.iterancestors("a")]
            return any(_is_other_page(link.get("href", ""), base) for link in links)
        if any(_is_other_page(link.get("href", ""), base) for link in (*element.iterancestors("a"), element)):
            return True
        away = (link for link in element.iter("a") if _is_other_page(link.get("href", ""), base))
        if title and any(title in same_words(str(link.text_content())) for link in away):
            return True
    return False


def _is_other_page(href: str, base: str) -> bool:
    if not href or href.startswith(("#", "?")) or any(link_keys(href)):
        return False
    there, here = urlsplit(urljoin(base, href)).path.rstrip("/"), urlsplit(base).path.rstrip("/")
    return not (here and there.startswith(here))
