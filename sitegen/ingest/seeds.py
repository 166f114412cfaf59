"""Saved documents: reading one, its copy in `seeds/`, and which were never imported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.content.files import sha256_of
from sitegen.content.tree import SIDECAR
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.importers.limits import check_size
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import archive_of
from sitegen.ingest.naming import sha256
from sitegen.ingest.sidecar import facts_of_sidecar
from sitegen.markup.webpage import SAVED_FOLDER
from sitegen.model import Corpus, Source

FOLDER = "seeds"

_NO_DOCUMENT = re.compile(
    rf"README(\.\w+)?|\..*|.*~|.*{re.escape(SIDECAR)}|Thumbs\.db|desktop\.ini", re.IGNORECASE
)
"""Sidecars, notes to people, hidden files."""

_PARTS = re.compile(SAVED_FOLDER, re.IGNORECASE)
"""Folders whose files are parts of the page beside them."""

_EXPORT = "result.json"
"""The document of a Telegram export, whose other folders hold what it refers to."""


def read_document(file: Path) -> SavedDocument:
    """The document's bytes. Raises ContentError for no file, NotALiveBlogError for too large a one."""
    if not file.is_file():
        what = "this is a folder" if file.is_dir() else "there is no such file"
        raise ContentError(
            [Diagnostic(code="no-document", path=str(file), what=what, mend="name a saved document")]
        )
    check_size(file.stat().st_size)
    return SavedDocument(name=file.name, data=file.read_bytes())


def place_in_seeds(root: Path, file: Path, document: SavedDocument, corpus: Corpus) -> str:
    """Where the document stands in the archive, or will stand: a path relative to `root`.

    A document in `seeds/` stays where it is, and so does one that was imported before. A name that
    other bytes have already gets a piece of the hash.
    """
    folder = (root / FOLDER).resolve()
    if file.resolve().is_relative_to(folder):
        return f"{FOLDER}/{file.resolve().relative_to(folder).as_posix()}"
    digest = sha256(document.data)
    for known, place in (saved for source in corpus.sources for saved in _saved(source)):
        if known == digest and _has(root / place, digest):
            return place
    # Two blanks in a row would not survive in the source's record.
    name = " ".join(document.name.split())
    target = root / FOLDER / name
    if target.exists() and not _has(target, digest):
        target = target.with_stem(f"{target.stem}-{digest[:6]}")
    return f"{FOLDER}/{target.name}"


def never_imported(root: Path, sources: Iterable[Source]) -> tuple[Path, ...]:
    """Documents in `seeds/` that no source record knows, or whose import was cut short; sorted.

    A web archive is known where a sidecar says that its page was taken from it.
    """
    finished = [source for source in sources if source.written or not source.importer]
    known = {digest for source in finished for digest, _ in _saved(source)}
    new = [(file, sha256_of(file)) for file in _documents(root / FOLDER)]
    new = [(file, digest) for file, digest in new if digest not in known]
    opened = _web_archives(root / FOLDER) if any(_is_web_archive(file) for file, _ in new) else frozenset()
    return tuple(file for file, digest in new if digest not in opened)


def _is_web_archive(file: Path) -> bool:
    with suppress(NotALiveBlogError):
        return archive_of(file) is not None
    return False


def _web_archives(folder: Path) -> frozenset[str]:
    """Hashes of the web archives that pages were taken from."""
    sidecars = (facts_of_sidecar(file, str(file)) for file in folder.rglob(f"*{SIDECAR}"))
    return frozenset(facts.origin.sha256 for facts in sidecars if facts.origin)


def _saved(source: Source) -> Iterator[tuple[str, str]]:
    """Hash and place of each saving of a source."""
    yield source.sha256, source.document
    yield from ((capture.sha256, capture.document) for capture in source.captures)


def _documents(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        inner = file.relative_to(folder).parts
        if (
            file.is_file()
            and not any(part.startswith(".") for part in inner)
            and not _NO_DOCUMENT.fullmatch(file.name)
            and not _belongs_to_another(folder, inner[:-1])
        ):
            yield file


def _belongs_to_another(folder: Path, above: Sequence[str]) -> bool:
    """True for pictures, styles and frames that were saved with a document."""
    return any(
        _PARTS.fullmatch(name) or folder.joinpath(*above[:depth], _EXPORT).is_file()
        for depth, name in enumerate(above)
    )


def _has(file: Path, digest: str) -> bool:
    return file.is_file() and sha256_of(file) == digest
