"""Saved documents: is each still what was recorded?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model import Source


def check_documents(root: Path, sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Documents that are gone, or whose bytes are not those that were imported."""
    for source in sources:
        if not source.document:
            continue
        file = root / source.document
        record = source.place.path
        if not file.resolve().is_relative_to(root.resolve()):
            yield Diagnostic(
                code="document-outside",
                path=record,
                what=f"the document {source.document} is outside the archive",
                mend="put a copy into seeds/ and correct 'document'",
            )
        elif not file.is_file():
            yield Diagnostic(
                code="document-missing",
                severity=Severity.WARNING,
                path=record,
                what=f"the document {source.document} is not there",
                mend="put the saved document back, byte for byte",
            )
        elif source.sha256 and _sha256(file) != source.sha256:
            yield Diagnostic(
                code="document-changed",
                path=source.document,
                what=f"this is not the document that was imported: {record} has another SHA-256",
                mend="restore the file from a copy; if it was replaced on purpose, import it as a new source",
            )


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
