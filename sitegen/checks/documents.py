"""What the records of sources say: is each saved document still that one, and what waits for a person?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.content.files import sha256_of
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model import Corpus, Source


def check_documents(root: Path, sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Documents that are gone, or whose bytes are not those that were imported."""
    for source, document, digest in _saved(sources):
        file = root / document
        record = source.place.path
        if not file.resolve().is_relative_to(root.resolve()):
            yield Diagnostic(
                code="document-outside",
                path=record,
                what=f"the document {document} is outside the archive",
                mend="put a copy into seeds/ and correct 'document'",
            )
        elif not file.is_file():
            yield Diagnostic(
                code="document-missing",
                severity=Severity.WARNING,
                path=record,
                what=f"the document {document} is not there",
                mend="put the saved document back, byte for byte",
            )
        elif digest and sha256_of(file) != digest:
            yield Diagnostic(
                code="document-changed",
                path=document,
                what=f"this is not the document that was imported: {record} has another SHA-256",
                mend="restore the file from a copy; if it was replaced on purpose, import it as a new source",
            )


def likely_duplicates(corpus: Corpus) -> Iterator[Diagnostic]:
    """A note for each source that lists updates which other sources may tell too."""
    shown = {update.id for update in corpus.updates if not update.withdrawn}
    for source in corpus.sources:
        count = sum(shown.issuperset((pair.id, pair.other)) for pair in source.likely_duplicates)
        if count:
            yield Diagnostic(
                code="likely-duplicates",
                severity=Severity.NOTE,
                path=source.place.path,
                what=f"other sources may tell {count} of its updates too",
                mend="compare them on the page of the source; nothing was merged, and nothing has to be done",
            )


def _saved(sources: Iterable[Source]) -> Iterator[tuple[Source, str, str]]:
    """The document of each source with its recorded hash, and those of its earlier savings."""
    for source in sources:
        saved = {source.document: source.sha256} | {each.document: each.sha256 for each in source.captures}
        yield from ((source, document, digest) for document, digest in saved.items() if document)
