"""A document that is to be imported, read, with all that is known about it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.content.tree import SIDECAR
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.importers.decoding import in_utf8
from sitegen.importers.languages import language_of, language_tag
from sitegen.importers.limits import check_size
from sitegen.importers.protocol import Document, SavedDocument
from sitegen.importers.registry import choose
from sitegen.ingest.conservation import missing_words
from sitegen.ingest.day_or_month import read_dated
from sitegen.ingest.media import NO_PICTURES, Gathering, Kept, equipped, gathering
from sitegen.ingest.naming import sha256
from sitegen.ingest.posts import posts_of
from sitegen.ingest.request import Facts, ImportRequest
from sitegen.ingest.same_source import NEW, Common, by_address, by_bytes, by_name, by_publisher, in_common
from sitegen.ingest.seeds import place_in_seeds, read_document
from sitegen.ingest.shelf import Shelf
from sitegen.ingest.sidecar import facts_of_options, facts_of_sidecar
from sitegen.ingest.times import resolve_by, resolve_times, zone_told
from sitegen.instants import Resolution
from sitegen.model import Corpus, LeftOut, Source

LOST = "words that sitegen did not place, by its own fault: find them in the document, and please report it"

_FEW = 20
"""One word of so many may be lost, and listed; a reading that loses more is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A document that was read, and all that is known about it."""

    root: Path
    """The site's folder."""
    corpus: Corpus
    """The archive's content as it is now."""
    saved: SavedDocument
    """The document's bytes and name."""
    place: str
    """Where the document stands in the archive."""
    given: Facts
    """What options and sidecars say."""
    known: Facts
    """That, and what an earlier import recorded, and what the document says."""
    document: Document
    """What the importer read."""
    record: Source | None
    """What an earlier import of these bytes left."""
    resolution: Resolution
    """The entries' instants, or what has to be asked for them."""
    told_zone: str
    """The zone that a person named, for this document or for another saving of it; may be empty."""
    language: str
    """The site's language."""
    common: tuple[Common, ...]
    """Sources that tell most of what it tells, where it is not known to be a saving of any."""
    shelf: Shelf
    """What was read in this run."""
    kept: Kept = NO_PICTURES
    """Its pictures, where they are kept."""

    @property
    def title(self) -> str:
        """The headline; the document's name where it prints none."""
        return self.known.title or Path(self.place).stem.replace("-", " ")


def open_case(root: Path, request: ImportRequest, corpus: Corpus, language: str, shelf: Shelf) -> Case:
    """Read the document and what is said about it. Raises as `plan_import` does."""
    saved = read_document(request.document)
    place = place_in_seeds(root, request.document, saved, corpus)
    given = _facts(root, request, place)
    record = by_bytes(corpus, given.timeline, sha256(saved.data))
    pictures = gathering(
        request.document.parent, place, record, corpus, asked=given.keep_images, held=request.picture
    )
    document = read_once(saved, given, place, shelf, pictures)
    known = facts_of_same(record, document, given, sha256(saved.data))
    common: tuple[Common, ...] = ()
    if record is None:
        record, known, common = _other_saving(corpus, document, given)
    told_zone = given.timezone or zone_told(root, record)
    recorded_zone = record.timezone if record else ""
    resolution = resolve_by(document, known, told_zone, recorded_zone)
    return Case(
        root=root,
        corpus=corpus,
        saved=saved,
        place=place,
        given=given,
        known=replace(known, timezone=told_zone or recorded_zone or resolution.zone),
        document=document,
        record=record,
        resolution=resolution,
        told_zone=told_zone,
        language=language,
        common=common,
        shelf=shelf,
        kept=pictures.result(document, place) if pictures else NO_PICTURES,
    )


def _facts(root: Path, request: ImportRequest, place: str) -> Facts:
    """What options say, then the sidecar beside the document, then the one in the archive."""
    options = facts_of_options(request.options)
    beside = request.document.with_name(request.document.name + SIDECAR)
    return options.or_else(facts_of_sidecar(beside, str(beside))).or_else(
        facts_of_sidecar(root / (place + SIDECAR), place + SIDECAR)
    )


def _other_saving(
    corpus: Corpus, document: Document, given: Facts
) -> tuple[Source | None, Facts, tuple[Common, ...]]:
    """The record of the same page saved at another time, and what is known by it; sources that tell alike."""
    if given.source:
        named = None if given.source == NEW else by_name(corpus, given.timeline, given.source)
        return named, facts_of_other(named, document, given), ()
    record = by_address(corpus, given.timeline, given.url or document.url)
    known = facts_of_other(record, document, given)
    common: tuple[Common, ...] = ()
    if record is None and known.timeline:
        resolution = resolve_times(document, known)
        posts = posts_of(document.entries, resolution.instants)[0] if resolution.instants else []
        common = tuple(in_common(corpus, known.timeline, posts))
        record = by_publisher(common, known.publisher)
        known = facts_of_other(record, document, given)
    return record, known, common


def facts_of_same(record: Source | None, document: Document, given: Facts, digest: str) -> Facts:
    """What is known of a document that was imported before, byte for byte."""
    recorded = _facts_of(record)
    for capture in record.captures if record else ():
        if capture.sha256 == digest:
            recorded = replace(recorded, title=capture.title, captured=capture.captured)
    return given.or_else(recorded).or_else(_printed(document))


def facts_of_other(record: Source | None, document: Document, given: Facts) -> Facts:
    """What is known of another saving of a recorded source: its headline and moment are its own."""
    recorded = replace(_facts_of(record), title="", captured=None)
    return given.or_else(recorded).or_else(_printed(document))


def _printed(document: Document) -> Facts:
    return Facts(
        publisher=document.publisher,
        url=document.url,
        title=document.title,
        captured=document.captured,
        language=document.language,
    )


def read_once(
    saved: SavedDocument, given: Facts, place: str, shelf: Shelf, pictures: Gathering | None
) -> Document:
    """Read the document as `read_whole` does, or take it from the shelf; pictures are gathered in reading."""
    if pictures:
        return read_whole(equipped(saved, pictures), given, place)
    return shelf.kept(reading(saved, given), len(saved.data), lambda: read_whole(saved, given, place))


def reading(saved: SavedDocument, given: Facts) -> Hashable:
    """All that decides what is read of a document."""
    said = (given.encoding, given.format, given.stamp, given.columns, given.origin)
    return sha256(saved.data), *said, given.date, given.date_order


def read_whole(saved: SavedDocument, given: Facts, place: str) -> Document:
    """Read the document by what is said of it, and make sure that nothing of it was lost."""
    check_size(len(saved.data))
    text, about_encoding = in_utf8(
        saved, said=given.encoding, served=given.origin.encoding if given.origin else ""
    )
    text = replace(text, stamp=given.stamp, columns=given.columns, encoding=given.encoding)
    document = read_dated(choose(text, given.format).read, text, given)
    printed = text.data.decode("utf-8-sig") if document.text is None else document.text
    document = _whole(document, printed, place)
    return _with_language(replace(document, inferred=(*about_encoding, *document.inferred)))


def _whole(document: Document, printed: str, place: str) -> Document:
    """The document, with words that its reading lost among what is left out. Raises ContentError for many."""
    missing = missing_words(printed, document)
    if len(missing) * _FEW > len(printed.split()):
        some = ", ".join(f"'{word}'" for word in missing[:5])
        what = f"reading it as '{document.importer}' loses {len(missing)} words, such as {some}"
        mend = "nothing was imported; this is a fault of sitegen: please report it"
        raise ContentError([Diagnostic(code="text-lost", path=place, what=what, mend=mend)])
    lost = [LeftOut(locator="anywhere", text=" ".join(missing), reason=LOST)] if missing else []
    return replace(document, left_out=(*lost, *document.left_out))


def _with_language(document: Document) -> Document:
    """The document with the language that it names, or else that of its text, where that is certain."""
    if named := language_tag(document.language):
        return replace(document, language=named)
    posts = (text for entry in document.entries for text in (entry.title, entry.body))
    language = language_of((document.title, document.summary, *document.key_points, *posts))
    how = "for its text reads as none that is known here" if language == "und" else "as its text reads"
    told = (f"the language is {language}, {how}",) if language else ()
    return replace(document, language=language, inferred=(*document.inferred, *told))


def _facts_of(record: Source | None) -> Facts:
    if record is None:
        return Facts()
    return Facts(
        timeline=record.timeline,
        publisher=record.publisher,
        url=record.url,
        title=record.title,
        captured=record.captured,
        language=record.language,
    )
