"""All savings of the document that is imported: this one, and those that the archive holds already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.content.tree import SIDECAR
from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.ingest.case import Case, facts_of_other, read_once, reading
from sitegen.ingest.findings import conclusions, left_out_of
from sitegen.ingest.fold import Layer, fold
from sitegen.ingest.media import NO_PICTURES, gathering
from sitegen.ingest.naming import sha256
from sitegen.ingest.posts import Post, posts_of
from sitegen.ingest.seeds import read_document
from sitegen.ingest.sidecar import facts_of_sidecar
from sitegen.ingest.times import resolve_by
from sitegen.model import Capture, LeftOut


def layers_of(case: Case) -> list[Layer]:
    """The savings, the oldest first. Raises ContentError where one in the archive can't be read again."""
    here = _layer(case)
    others = (_layer(_reopened(case, capture)) for capture in _recorded(case))
    return sorted((here, *others), key=lambda layer: layer.rank)


def posts_in(layers: Sequence[Layer]) -> list[Post]:
    """The posts of one saving in page order, or those of several, folded, the oldest first."""
    return list(layers[0].posts) if len(layers) == 1 else fold(layers)


def posts_before(layers: Sequence[Layer]) -> list[Post]:
    """Where there are several, the posts of those alone that the archive had before this import."""
    return fold([layer for layer in layers if layer.recorded]) if len(layers) > 1 else []


def _layer(case: Case) -> Layer:
    posts, repeated = _posts(case)
    digest = sha256(case.saved.data)
    return Layer(
        recorded=digest in {capture.sha256 for capture in _all_recorded(case)},
        capture=Capture(
            document=case.place,
            sha256=digest,
            captured=case.known.captured,
            title=case.title,
        ),
        document=case.document,
        given=case.given,
        clock=case.resolution.zone,
        posts=tuple(posts),
        inferred=tuple(conclusions(case)),
        left_out=left_out_of(case, repeated),
        kept=case.kept,
    )


def _posts(case: Case) -> tuple[list[Post], list[LeftOut]]:
    """Its dated entries, and those that only repeat another one."""
    instants = tuple(case.resolution.instants)

    def posts() -> tuple[list[Post], list[LeftOut]]:
        return posts_of(case.document.entries, instants, newest_first=case.document.newest_first)

    if case.given.keep_images:  # what the texts say of pictures depends on the files beside them
        return posts()
    key = ("posts", reading(case.saved, case.given), instants)
    return case.shelf.kept(key, len(case.saved.data), posts)


def _all_recorded(case: Case) -> Iterator[Capture]:
    record = case.record
    if record and record.captures:
        yield from record.captures
    elif record:
        yield Capture(
            document=record.document, sha256=record.sha256, captured=record.captured, title=record.title
        )


def _recorded(case: Case) -> Iterator[Capture]:
    digest = sha256(case.saved.data)
    return (capture for capture in _all_recorded(case) if capture.sha256 != digest)


def _reopened(case: Case, capture: Capture) -> Case:
    """Another saving, read as it was when it was imported."""
    saved = read_document(case.root / capture.document)
    if sha256(saved.data) != capture.sha256:
        raise _unreadable(capture, "it is not the document that was imported")
    given = facts_of_sidecar(case.root / (capture.document + SIDECAR), capture.document + SIDECAR)
    folder = (case.root / capture.document).parent
    pictures = gathering(folder, capture.document, case.record, case.corpus, asked=given.keep_images)
    document = read_once(saved, given, capture.document, case.shelf, pictures)
    known = facts_of_other(case.record, document, given)
    known = replace(known, captured=given.captured or capture.captured)
    told_zone = given.timezone or case.told_zone
    resolution = resolve_by(document, known, told_zone, case.known.timezone)
    if resolution.questions:
        raise _unreadable(capture, resolution.questions[0].what)
    return replace(
        case,
        saved=saved,
        place=capture.document,
        given=given,
        known=known,
        told_zone=told_zone,
        document=document,
        resolution=resolution,
        kept=pictures.result(document, capture.document) if pictures else NO_PICTURES,
    )


def _unreadable(capture: Capture, why: str) -> ContentError:
    what = f"this earlier saving of the same source can't be read again: {why}"
    mend = "put back the document and its sidecar as they were, or import it again by itself"
    return ContentError([Diagnostic(code="capture-unreadable", path=capture.document, what=what, mend=mend)])
