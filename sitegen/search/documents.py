"""What search is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDoc:
    """One update, as far as it can be searched for and shown in a list of results."""

    title: str
    """Headline, plain text; may be empty."""
    text: str
    """The words of the update, plain text."""
    href: str
    """Its page, relative to the site's root, for example `kazakhstan-2022/2022-01-06/1332-x/index.html`."""
    time: datetime
    """When, with an offset."""
    day: str
    """Day in the timeline's zone, `YYYY-MM-DD`: what the date filters compare."""
    time_label: str
    """Day and time in words, for example `6 Jan 2022, 13:32 GMT`."""
    timeline: str
    """Slug of its timeline."""
    source: str
    """Slug of its source."""
    source_label: str
    """The source in words."""
    authors: tuple[str, ...]
    """Who wrote it, as the source names them."""
    actors: tuple[str, ...]
    """Slugs of the actors that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFile:
    """One file of the index: a classic script."""

    path: str
    """Path below the site's root; the name carries a hash of the content."""
    data: bytes
    """Its bytes."""
