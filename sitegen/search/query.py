"""What a person types -> what is asked. `search.js` holds the same rules and must read the same.

A query is a list of items with spaces between them; an update must pass all of them.

- `word` stands in the title or the text. A word of several tokens (`13:32`, `covid-19`) is a phrase.
- `"some words"` stand side by side, in the title or in the text; a phrase never spans the two.
- `star*`: the last token of the word or phrase only needs to begin so.
- `actor:slug`, `source:slug`, `timeline:slug`, `author:"Full Name"`.
- `day:2022-01-06`, `from:2022-01-05`, `to:2022-01-06`, both ends included; a month (`2022-01`) or
  a year does too.
- `-item` must not pass.

Case and accents say nothing. What can't be read is taken as words: a lone quote separates, an unknown filter
or a date that is none is a phrase. A filter without a value, and an item without a letter or digit, is left
out. A query of which nothing is left finds nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.search.tokens import tokens

SPACE = " \\t-\\r\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000"
"""What stands between items, as the inside of a character class: `\\s` differs between languages."""

_QUOTES = re.compile("[“”„‟«»＂]")
_QUOTED = '"[^"]*"'
_PLAIN = f'[^"{SPACE}]'
_ITEM = re.compile(
    f"(?P<sign>-?)(?:(?P<name>[A-Za-z]+):(?P<value>{_QUOTED}|{_PLAIN}*)|(?P<text>{_QUOTED}|{_PLAIN}+))"
)
_DATE = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")

TERM_FILTERS = ("actor", "author", "source", "timeline")
"""Filters that compare a value of the update; in the index they are terms."""
DAY_FILTERS = ("day", "from", "to")
"""Filters that compare the update's day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens that stand side by side; a single word is a phrase of one."""

    tokens: tuple[str, ...]
    """At least one."""
    prefix: bool
    """True where the last token only needs to begin so."""
    negated: bool
    """True where updates must not have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A condition on what is known about an update."""

    name: str
    """One of `TERM_FILTERS` or `DAY_FILTERS`."""
    value: str
    """A slug, an author's `author_key`, or a date, month or year."""
    negated: bool
    """True where updates must not pass it."""


def parse(query: str) -> tuple[Phrase | Filter, ...]:
    """The conditions of a query, in its order."""
    items = map(_read, _ITEM.finditer(_QUOTES.sub('"', query)))
    return tuple(item for item in items if item is not None)


def author_key(name: str) -> str:
    """An author's name as it is compared: without case, accents and punctuation."""
    return " ".join(tokens(name))


def _read(item: re.Match[str]) -> Phrase | Filter | None:
    """One match of `_ITEM`; None where it holds nothing to look for."""
    negated = item["sign"] == "-"
    if item["name"] is None:
        return _phrase(item["text"].strip('"'), negated=negated)
    name, value = item["name"].lower(), item["value"].strip('"')
    if name in TERM_FILTERS:
        wanted = author_key(value) if name == "author" else value.lower()
    elif name in DAY_FILTERS and (not value or _DATE.fullmatch(value)):
        wanted = value
    else:
        return _phrase(f"{name}:{value}", negated=negated)
    return Filter(name=name, value=wanted, negated=negated) if wanted else None


def _phrase(text: str, *, negated: bool) -> Phrase | None:
    found = tuple(tokens(text))
    return Phrase(tokens=found, prefix=text.endswith("*"), negated=negated) if found else None
