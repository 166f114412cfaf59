"""What the front matter of a Markdown document says about it, by the keys that most programs use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.importers import fields
from sitegen.model import LeftOut

_TITLES = ("title", "headline", "titel", "titre", "título", "标题", "標題")
_SUMMARIES = ("description", "summary", "subtitle", "excerpt", "standfirst")
_URLS = ("original_url", "canonical_url", "canonical", "source_url", "url", "link", "permalink")
_DATES = ("date", "published", "publishdate", "publish_date", "published_at", "created", "datum", "日期")
_LANGUAGES = ("lang", "language", "locale")
_PUBLISHERS = ("publisher", "site_name", "publication", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What it says."""

    title: str = ""
    """Headline, plain text."""
    summary: str = ""
    """Standfirst, Markdown."""
    url: str = ""
    """Address."""
    date: str = ""
    """A day, or only a month or year."""
    date_basis: str = ""
    """Where that stands."""
    language: str = ""
    """BCP 47 tag."""
    publisher: str = ""
    """Publisher."""
    left_out: tuple[LeftOut, ...] = ()
    """Values that have no other place."""
    text: str = ""
    """All values but those that say where, when and in which language."""


def read_front(front: Mapping[str, tuple[str, ...]], headline: str) -> Front:
    """Read front matter; `headline` is the one printed below it."""
    keys = {key.casefold(): key for key in front}
    title_key, title = _first(front, keys, _TITLES)
    summary_key, summary = _first(front, keys, _SUMMARIES)
    url_key, url = _first(front, keys, _URLS, r"https?://\S+")
    date_key, date = _first(front, keys, _DATES, r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].*)?)?)?")
    language_key, language = _first(front, keys, _LANGUAGES, r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
    _, publisher = _first(front, keys, _PUBLISHERS)
    used = {title_key, summary_key, url_key, date_key, language_key}
    left_out = tuple(_others(front, used, headline, fields.one_line(title)))
    description = fields.from_plain(summary) if summary else fields.Field()
    return Front(
        title=fields.one_line(title),
        summary=description.markdown,
        url=url,
        date=date[:10],
        date_basis=f"'{date_key}' in the front matter" if date else "",
        language=language.replace("_", "-"),
        publisher=fields.one_line(publisher),
        left_out=left_out,
        text="\n".join(
            (
                title if fields.one_line(title) != headline else "",
                description.text,
                publisher,
                *(item.text for item in left_out if item.locator == "front matter"),
            )
        ),
    )


def _first(
    front: Mapping[str, tuple[str, ...]], keys: Mapping[str, str], names: tuple[str, ...], shape: str = ".+"
) -> tuple[str, str]:
    """The first of these keys with one value of that shape."""
    for name in names:
        values = front.get(keys.get(name, ""), ())
        if len(values) == 1 and re.fullmatch(shape, values[0].strip(), re.DOTALL):
            return keys[name], values[0].strip()
    return "", ""


def _others(
    front: Mapping[str, tuple[str, ...]], used: set[str], headline: str, title: str
) -> Iterator[LeftOut]:
    for key, values in front.items():
        if key not in used and values:
            reason = f"'{key}' in the front matter; it is about the whole page"
            yield LeftOut(locator="front matter", text="\n".join(values), reason=reason)
    if title and headline and headline != title:
        yield LeftOut(locator="headline", text=headline, reason="the front matter gives another title")
