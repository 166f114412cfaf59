"""Updates in the data that a page's scripts hold: found by their structure, whoever published them.

A list of objects, each with a time and a text of its own, may as well be comments, headlines of other
pages or quotes of shares; `_are_updates` says what speaks against one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from sitegen.importers.html.blocks import as_html, words_of
from sitegen.importers.html.keys import link_keys
from sitegen.importers.html.moments import stamp_of
from sitegen.importers.html.scripts import linked, script_data
from sitegen.importers.html.structured import Posting
from sitegen.importers.html.words import count_words, plain_line, same_words
from sitegen.importers.titles import ends_sentence

ORIGIN = "a script"

_FEWEST = 3
_FULL = 15
"""Words of a text from which on it is one of news, where nothing says that the page is live."""
_PROSE = 6
_HOURS = 12
_DEEPEST = 4

_OTHERS = re.compile(
    r"^(?:.*-)?(?:comments?|repl(?:y|ies)|responses|reviews?|related|recommend\w*|recirc\w*|trending|popular|most|more|"
    r"nav\w*|menus?|footer|sidebar|breadcrumbs?|ads?|advert\w*|tracking|analytics|config\w*|teasers?|promo\w*|"
    r"newsletters?|quotes|stocks?|markets?|schedule|programme|listings?|notifications?|"
    r"(?:key|main|top)-(?:events?|moments?|points?))(?:-.*)?$"
)
"""Names of lists that hold something else than updates."""

_LIVE = re.compile(r"live-?(?:blog|ticker|update|post|event|feed|report|stream|coverage)|ticker|newsblog")

_TIMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"publi(?:sh|c)|pub-?date|posted",
        r"creat",
        r"(?<!\w)(?:date|time|timestamp|datetime)(?!\w)|display|sort|\bat\b|when|stamp|time|date",
        r"updat|modif|edit|chang",
    )
)
"""Names of times, those that say best when an update was posted first."""
_NO_TIMES = re.compile(
    r"start|\bends?\b|expir|until|embargo|kick|depart|arriv|birth|deadline|valid|forecast|render|cache|fetch|generat|now|server"
)
_TITLES = ("headline", "title", "heading", "header", "name", "subject", "kicker")
_ASIDE = re.compile(
    r"(?:^|-)(?:comments?|repl(?:y|ies)|reactions?|related|recommend\w*|more|tags?|topics?|categor\w+|sections?|keywords|"
    r"seo|meta|metadata|tracking|analytics|ads?|share|sharing|social|breadcrumbs?|authors?|contributors?|byline|user|"
    r"creator|id|ids|uuid|url|urls|link|slug|type|typename|status|search|alt|image|images|photo|media|video)(?:-|$)"
)
_AUTHORS = (
    "author",
    "authors",
    "byline",
    "by",
    "bylines",
    "creator",
    "contributors",
    "writer",
    "writers",
    "reporter",
    "credits",
)
_IDS = ("id", "_id", "uuid", "guid", "_key", "postid", "blockid", "databaseid", "sourceid", "entryid")
_URLS = ("url", "permalink", "link", "canonicalurl", "shareurl", "href", "weburl", "canonical")
_AROUND = ("node", "post", "item", "attributes", "fields", "entry", "data", "model", "content")
_OF_READERS = (
    "parent_id",
    "replies",
    "reply_count",
    "upvotes",
    "downvotes",
    "avatar",
    "username",
    "screen_name",
    "rating",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An object of a list as an update."""

    posting: Posting
    text: str
    """The words of its body."""
    url: str
    """Its address, as it stands."""


def in_scripts(tree: html.HtmlElement, base: str, *, live: bool) -> Iterator[tuple[Posting, ...]]:
    """Lists of updates that scripts hold, the longest first; `live`: the page says that it is live."""
    lists = _lists(linked(script_data(tree)))
    found = []
    for names, objects in lists:
        items = _items(objects)
        if items and _are_updates(names, objects, items, base, live=live):
            found.append(items)
    found.sort(key=lambda items: -sum(len(item.text) for item in items))
    for items in found:
        yield tuple(item.posting for item in items)


def _lists(values: list[Any]) -> list[tuple[tuple[str, ...], list[Mapping[str, Any]]]]:
    """Objects that are peers, with the names on the way to them; pages of one list are one."""
    found: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
    seen: set[int] = set()
    stack: list[tuple[tuple[str, ...], Any]] = [((), value) for value in reversed(values)]
    while stack:
        names, here = stack.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        inner = list(here.items()) if isinstance(here, Mapping) else [("[]", item) for item in here]
        peers = [item for _, item in inner if isinstance(item, Mapping)]
        if len(peers) * 2 > len(inner) and _are_peers(here, peers):
            way = (*names, "[]")
            known = {id(item) for item in found[way]}
            found[way] += [item for item in peers if id(item) not in known]
            inner = [("[]", item) for _, item in inner]
        for key, item in reversed(inner):
            if isinstance(item, Mapping | list):
                stack.append(((*names, _name(key)), item))
    return [(names, items) for names, items in found.items() if names.count("[]") <= _DEEPEST]


def _are_peers(here: Any, peers: Sequence[Mapping[str, Any]]) -> bool:
    """True for items of a list, and for objects of one kind that stand under their ids."""
    if isinstance(here, list):
        return True
    keys = set(peers[0])
    alike = sum(len(keys & set(peer)) * 10 >= len(keys | set(peer)) * 6 for peer in peers)
    return len(peers) >= _FEWEST and alike == len(peers) and all(re.search(r"\d", str(key)) for key in here)


def _name(key: Any) -> str:
    return re.sub(r"(?<=[a-z\d])(?=[A-Z])|[_\s:./]+", "-", str(key)).strip("-").casefold()


def _items(objects: Sequence[Mapping[str, Any]]) -> list[_Item]:
    """The objects as updates; empty where most of them have no time, or none a text."""
    whole = [_unwrapped(one) for one in objects]
    times = [_time(one) for one in whole]
    timed = sum(bool(time) for time, _ in times)
    if len(whole) < 2 or timed * 10 < len(whole) * 8:
        return []
    titles = _title_key(whole)
    bodies = [_bodies(one, titles) for one in whole]
    sizes: dict[str, int] = defaultdict(int)
    for told in bodies:
        for key, (_, text) in told.items():
            sizes[key] += len(same_words(text))
    # Of two that say the same, the one with marks is the text.
    tags = {key: sum(told[key][0].count("<") for told in bodies if key in told) for key in sizes}
    longest = max(sizes.values(), default=0)
    order = sorted(
        sizes,
        key=lambda key: (
            -(sizes[key] * 10 >= longest * 9),
            -tags[key] * (sizes[key] * 10 >= longest * 9),
            -sizes[key],
        ),
    )
    found: dict[str, _Item] = {}
    for number, (one, (time, basis), told) in enumerate(zip(whole, times, bodies, strict=True), start=1):
        body, text = next((told[key] for key in order if key in told), ("", ""))
        title = plain_line(words_of(as_html(one.get(titles)))) if titles else ""
        if not time or not (title or text):
            continue
        ids, url = _scalar(one, _IDS), _scalar(one, _URLS)
        posting = Posting(
            number=number,
            keys=frozenset(filter(None, [ids if not re.search(r"[/#?\s]", ids) else "", *link_keys(url)])),
            id=ids if not re.search(r"[/#?\s]", ids) else "",
            url=url if re.match(r"https?://\S+$", url) else "",
            headline=title,
            published=time,
            basis=basis,
            authors=tuple(dict.fromkeys(_authors(one))),
            body=_without_title(body, title),
            origin=ORIGIN,
            key_event=_flag(one, "keyevent", "iskeyevent", "iskey"),
            pinned=_flag(one, "pinned", "ispinned", "sticky", "issticky"),
        )
        found.setdefault(ids or f"{time} {title} {text}", _Item(posting=posting, text=text, url=url))
    return list(found.values())


def _unwrapped(one: Mapping[str, Any]) -> Mapping[str, Any]:
    """An object with what another one in it says of the same, as `{"cursor": …, "node": {…}}`."""
    for _ in range(2):
        inner = next((one[key] for key in _AROUND if isinstance(one.get(key), Mapping)), None)
        if inner is None or _time(one)[0]:
            return one
        one = {**one, **inner}
    return one


def _leaves(value: Mapping[str, Any], way: str = "", depth: int = 0) -> Iterator[tuple[str, str, Any]]:
    """Texts and numbers of an object and of small ones in it, each with the names on the way and its own."""
    for key, inner in value.items():
        name = f"{way} {_name(key)}".strip()
        if isinstance(inner, Mapping):
            if depth < 2 and len(inner) < 12 and not _ASIDE.search(_name(key)):
                yield from _leaves(inner, name, depth + 1)
        elif isinstance(inner, str | int | float) and not isinstance(inner, bool):
            yield name, str(key), inner


def _time(one: Mapping[str, Any]) -> tuple[str, str]:
    """When it was posted, as it stands, and the name of that."""
    found: list[tuple[int, int, str, str]] = []
    for place, (name, key, value) in enumerate(_leaves(one)):
        rank = next((rank for rank, pattern in enumerate(_TIMES) if pattern.search(name)), None)
        if rank is None or _NO_TIMES.search(name):
            continue
        said = str(int(value)) if isinstance(value, float) else str(value)
        if len(said) < 60 and stamp_of(said, ""):
            found.append((rank, place, said, key))
    _, _, said, name = min(found, default=(0, 0, "", ""))
    return said, name


def _title_key(objects: Sequence[Mapping[str, Any]]) -> str:
    for wanted in _TITLES:
        for key in dict.fromkeys(key for one in objects for key in one if _name(key) == wanted):
            said = [words_of(text) for one in objects if (text := as_html(one.get(key)))]
            if said and sum(len(text) < 300 for text in said) * 10 >= len(said) * 9:
                return str(key)
    return ""


def _bodies(one: Mapping[str, Any], title: str) -> dict[str, tuple[str, str]]:
    """What its fields say that may be its text: as HTML, and the words."""
    found: dict[str, tuple[str, str]] = {}
    for key, value in one.items():
        if key == title or not isinstance(value, str | list | Mapping) or _ASIDE.search(_name(key)):
            continue
        if isinstance(value, str) and len(value) < 60 and stamp_of(value, ""):
            continue
        told = as_html(value)
        if re.search(r"\w", told):
            text = words_of(told)
            if re.search(r"\w\s+\w|[^\W\d_]{3}", text) or "<img" in told:
                found[str(key)] = told if "<" in told or "\n" not in told else _lines(told), text
    return found


def _lines(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())


def _without_title(body: str, title: str) -> str:
    """The body without a heading at its start that is the title."""
    head = re.match(r"\s*<(h\d)\b[^>]*>(.*?)</\1>", body, re.DOTALL)
    return (
        body[head.end() :] if head and title and same_words(words_of(head[2])) == same_words(title) else body
    )


def _scalar(one: Mapping[str, Any], names: Sequence[str]) -> str:
    by_name = {str(key).casefold(): value for key, value in one.items()}
    said = (by_name[name] for name in names if isinstance(by_name.get(name), str | int))
    return next(
        (str(value).strip() for value in said if not isinstance(value, bool) and str(value).strip()), ""
    )


def _flag(one: Mapping[str, Any], *names: str) -> bool:
    return any(
        value is True and re.sub(r"[\W_]", "", str(key)).casefold() in names for key, value in one.items()
    )


def _authors(one: Mapping[str, Any]) -> Iterator[str]:
    for key, value in one.items():
        if _name(key) in _AUTHORS:
            yield from list(_names(value, 0))
            return


def _names(value: Any, depth: int) -> Iterator[str]:
    """Names of persons in what may be a name, an object with one, or a list of those."""
    if isinstance(value, str):
        line = re.sub(r"^(?:by|von|par|por)\s+", "", plain_line(value), flags=re.IGNORECASE)
        if 1 < len(line) < 80 and not re.match(r"https?:|[\w-]*\d[\w-]*$", line):
            yield line
    elif isinstance(value, list) and depth < 3:
        for one in value:
            yield from _names(one, depth + 1)
    elif isinstance(value, Mapping) and depth < 4:
        keys = (
            "name",
            "displayName",
            "display_name",
            "fullName",
            "full_name",
            "title",
            "webTitle",
            "byline",
            "by",
            "node",
            "fields",
            "model",
            "text",
        )
        named = next((value[key] for key in keys if value.get(key)), None)
        if named is None and value.get("firstName"):
            named = f"{value['firstName']} {value.get('lastName') or ''}"
        yield from _names(named, depth + 1)


def _are_updates(
    names: Sequence[str],
    objects: Sequence[Mapping[str, Any]],
    items: Sequence[_Item],
    base: str,
    *,
    live: bool,
) -> bool:
    """True where nothing speaks against a list being one of updates."""
    kinds = {_name(one.get("__typename") or one.get("type") or one.get("_type") or "") for one in objects}
    fields = {str(key).casefold() for one in objects for key in _unwrapped(one)}
    if (
        any(_OTHERS.match(name) for name in (*names, *kinds))
        or sum(name in fields for name in _OF_READERS) > 1
    ):
        return False
    named = any(_LIVE.search(name) for name in (*names, *kinds))
    away = sum(_leads_away(item.url, base) for item in items)
    cards = away * 2 > len(items) and not named
    return not cards and _are_news(items, live=live or named) and _follow(items, live=live or named)


def _are_news(items: Sequence[_Item], *, live: bool) -> bool:
    """True where enough of them hold sentences."""
    said = [item.text for item in items if item.text.strip()]
    if len(items) < (2 if live else _FEWEST) or len(said) * 2 < len(items):
        return False
    prose = sum(ends_sentence(text) for text in said)
    return prose * 2 >= len(said) and median(map(count_words, said)) >= (_PROSE if live else _FULL)


def _follow(items: Sequence[_Item], *, live: bool) -> bool:
    """True where their times follow each other as those of updates do."""
    stamps = [stamp_of(item.posting.published, "") for item in items]
    times = sorted(stamp.instant for stamp in stamps if stamp and stamp.instant)
    gaps = [(later - earlier).total_seconds() / 3600 for earlier, later in pairwise(times)]
    if gaps and (not any(gaps) or median(gaps) >= _HOURS):
        return False
    return live or not times or any(time.minute % 5 or time.second for time in times)


def _leads_away(url: str, base: str) -> bool:
    if not url or any(link_keys(url)):
        return False
    here, there = urlsplit(base).path.rstrip("/"), urlsplit(urljoin(base, url)).path.rstrip("/")
    return not (here and there.startswith(here))
