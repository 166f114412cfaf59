"""Times that a page gives for machines: `datetime`, `datePublished`, seconds since 1970 in `data-*`."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import html

from sitegen.importers.protocol import Stamp

_NAMES_TIME = re.compile(r"time|date|publish|created|posted|stamp", re.IGNORECASE)
_NAMES_CHANGE = re.compile(r"modif|updat|edit|expir|end|until|now|render|cache|refresh", re.IGNORECASE)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


def stamp_of(value: str, basis: str, text: str = "") -> Stamp | None:
    """A stamp of a machine's time; None where it tells no time of day. `text` is what is printed for it.

    Without an offset it is a local time, and its zone stays to be known.
    """
    moment = _moment(value.strip())
    if moment is None:
        return None
    if moment.tzinfo is not None:
        return Stamp(
            text=text or value,
            hour=moment.hour,
            minute=moment.minute,
            second=moment.second,
            instant=moment.replace(microsecond=0),
            instant_basis=basis,
        )
    return Stamp(
        text=text or value,
        year=moment.year,
        month=moment.month,
        day=moment.day,
        hour=moment.hour,
        minute=moment.minute,
        second=moment.second,
    )


def attribute_stamp(element: html.HtmlElement, text: str = "") -> Stamp | None:
    """The time in an element's attributes."""
    values = [("datetime", element.get("datetime", ""))]
    if re.search(r"date(?:Published|Created)", element.get("itemprop", "")):
        values.append(("itemprop", element.get("content", "")))
    values += [
        (name, value)
        for name, value in element.items()
        if name.startswith("data-") and _NAMES_TIME.search(name) and not _NAMES_CHANGE.search(name)
    ]
    for name, value in values:
        if value and (found := stamp_of(value, f"{name} attribute", text)):
            return found
    return None


def _moment(value: str) -> datetime | None:
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value) / (1000 if len(value) == 13 else 1), UTC)
    if re.match(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d", value):
        try:
            return datetime.fromisoformat(re.sub(r"(?<=\d) (?=[+-]\d)", "", value))
        except ValueError:
            return None
    if re.match(r"[A-Z][a-z]{2}, \d", value):
        try:
            return parsedate_to_datetime(value)
        except (ValueError, TypeError):
            return None
    return None
