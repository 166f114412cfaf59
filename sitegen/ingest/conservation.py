"""No text vanishes: every word of a source is in an update, in the header, or listed as left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sitegen import markup
from sitegen.importers.protocol import Document

_WORD = re.compile(r"[^\s•‣▪●◦·*–—,&/-]+")
"""Anything between white space, bullets, and the signs that stand between authors."""


def missing_words(text: str, document: Document) -> tuple[str, ...]:
    """Words of a document's text that are nowhere in what was read of it, each as often as it is missing."""
    missing = Counter(_WORD.findall(text))
    missing.subtract(word for piece in _pieces(document) for word in _WORD.findall(piece))
    return tuple(sorted((+missing).elements()))


def _pieces(document: Document) -> Iterator[str]:
    yield document.title
    yield markup.parse(document.summary).text
    yield from document.key_points
    for entry in document.entries:
        yield entry.stamp.text if entry.stamp else ""
        yield " and ".join(entry.authors)
        yield entry.title
        yield markup.parse(entry.body).text
    for line in document.left_out:
        yield line.text
