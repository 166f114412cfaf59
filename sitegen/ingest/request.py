"""A document that a person wants to import, and what is known about it before it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path

from sitegen.ingest.origin import Origin

Typed = str | bool | tuple[str, ...]
"""An option's value as typed: text, a switch, or what an option that may be repeated was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """A document to import."""

    document: Path
    """The saved document."""
    options: Mapping[str, Typed] = field(default_factory=dict)
    """What options say, by the names of the fields of `Facts`; empty or missing where one was not given."""
    picture: Callable[[str], Path | None] | None = None
    """The file of a picture that was saved with the document elsewhere than beside it, by its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about a document before it is read."""

    timeline: str = ""
    """Slug of the timeline that it tells."""
    date: str = ""
    """Day of its oldest update, or only the year or month that it lacks."""
    date_order: str = ""
    """Which number of its dates stands first, `day/month` or `month/day`, where they don't tell."""
    timezone: str = ""
    """IANA zone of its printed times."""
    publisher: str = ""
    """Who published it."""
    url: str = ""
    """Where it was published."""
    title: str = ""
    """Its headline, where the document's own is not the right one."""
    captured: datetime | None = None
    """When it was saved."""
    language: str = ""
    """BCP 47 tag of its text."""
    encoding: str = ""
    """Encoding of its text, where that is not certain."""
    format: str = ""
    """Name of the importer to read it with."""
    stamp: str = ""
    """Pattern of the stamps of plain text, such as `{time}: {title}`, where the learned one is wrong."""
    columns: str = ""
    """Which column or key of a table or list holds what: `time=Zeit,text=Inhalt`."""
    untimed: bool = False
    """True to import updates without any time too, in page order."""
    keep_images: bool = False
    """True to keep pictures that were saved with the document."""
    source: str = ""
    """Slug of the source that it is another saving of, or `new` for a source of its own."""
    times: tuple[str, ...] = ()
    """Instants of single updates: `line 41=2024-10-27T01:30:00+01:00`."""
    origin: Origin | None = None
    """Where in a web archive it was taken from; only sitegen itself says so."""

    def or_else(self, other: Facts) -> Facts:
        """These facts, and those of `other` where these have none; times of updates for each by itself."""
        facts = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        return replace(
            self, **facts | {"times": tuple({_update(t): t for t in (*other.times, *self.times)}.values())}
        )


def _update(time: str) -> str:
    return time.partition("=")[0].strip()
