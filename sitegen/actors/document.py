"""Whom the updates of one document name: what one of them says tells who is meant in another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen.actors.matcher import Matcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One update of a document."""

    title: str
    """Its title."""
    text: str
    """Its body as a reader sees it."""
    time: datetime
    """When it was posted, with an offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMatcher:
    """A matcher for the updates of one document."""

    matcher: Matcher
    """Knows all actors."""
    zone: ZoneInfo
    """Zone in which days are counted."""
    language: str
    """BCP 47 tag of the text."""
    named: frozenset[str]
    """Slugs of the actors that the document names by strong forms."""

    def actors(self, told: Told) -> tuple[str, ...]:
        """Slugs of the actors that an update names, each once, in order."""
        day = told.time.astimezone(self.zone).date()
        texts = (told.title, told.text)
        return self.matcher.read(texts, day, document=self.named, language=self.language).slugs


def for_document(
    matcher: Matcher, header: Iterable[str], updates: Iterable[Told], zone: ZoneInfo, language: str
) -> DocumentMatcher:
    """The matcher for a document with this header, such as title and standfirst, and these updates."""
    named = set(matcher.read(header, language=language).strong)
    for told in updates:
        day = told.time.astimezone(zone).date()
        named |= matcher.read((told.title, told.text), day, language=language).strong
    return DocumentMatcher(matcher=matcher, zone=zone, language=language, named=frozenset(named))
