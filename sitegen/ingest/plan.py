"""A document and what is known about it, to the files that importing it makes. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen import markup
from sitegen.actors import DocumentMatcher, Matcher, for_document
from sitegen.importers.protocol import AmbiguousDatesError
from sitegen.ingest import naming
from sitegen.ingest.captures import layers_of, posts_before, posts_in
from sitegen.ingest.case import Case, open_case
from sitegen.ingest.duplicates import duplicates
from sitegen.ingest.fold import Layer
from sitegen.ingest.media import picture_writes
from sitegen.ingest.merge import Fate, Ground, Outcome, merge
from sitegen.ingest.newcomers import newcomers, no_newcomers
from sitegen.ingest.origin import doubts
from sitegen.ingest.posts import Post, beginning, told_by
from sitegen.ingest.questions import (
    Question,
    about_common,
    about_dates,
    about_timeline,
    about_times,
    about_twin,
)
from sitegen.ingest.records import source_of, timeline_of, with_findings
from sitegen.ingest.report import ImportReport
from sitegen.ingest.request import ImportRequest
from sitegen.ingest.said import notes_of, sidecar_write, timeline_write
from sitegen.ingest.same_source import Common, of_bytes, page_of
from sitegen.ingest.shelf import Shelf
from sitegen.ingest.writes import Write, writes
from sitegen.model import Actor, Corpus, Source, Timeline
from sitegen.permalinks import segment


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What importing a document does. `apply` does it."""

    root: Path
    """The site's folder."""
    report: ImportReport
    """For the person."""
    questions: tuple[Question, ...] = ()
    """What has to be answered first; there are no writes while there are any."""
    writes: tuple[Write, ...] = ()
    """Files, in the order in which they have to be written."""


def plan_import(
    root: Path, request: ImportRequest, corpus: Corpus, *, language: str = "en", shelf: Shelf | None = None
) -> ImportPlan:
    """Read a document and say what importing it into the archive at `root` would write.

    `corpus` is the archive's content as it is now, `language` that of the site, for a new timeline
    whose document does not show its own; `shelf` is that of the run, where there are more imports.
    Raises ContentError for what is wrong with the options or the sidecar, NotALiveBlogError for a
    document that can't be imported, OSError.
    """
    try:
        case = open_case(root, request, corpus, language, shelf or Shelf())
    except AmbiguousDatesError as error:
        asked = about_dates(error, str(request.options.get("date", "")))
        return ImportPlan(
            root=root, report=ImportReport(document=request.document.name, found=0), questions=(asked,)
        )
    questions = tuple(_questions(case))
    return ImportPlan(root=root, report=_report(case), questions=questions) if questions else _plan(case)


def _questions(case: Case) -> Iterator[Question]:
    if not case.known.timeline:
        name = segment(Path(case.saved.name).stem, fallback="timeline", limit=40)
        yield about_timeline(name, [timeline.slug for timeline in case.corpus.timelines])
    yield from about_times(case.resolution.questions, case.document.entries)
    if case.record is None and case.known.timeline and not case.given.source:
        twins = of_bytes(case.corpus, "", naming.sha256(case.saved.data))
        if twins:
            yield about_twin(twins[0])
        elif common := next((one for one in case.common if _may_be_the_same(case, one)), None):
            yield about_common(common, len(case.document.entries))


def _may_be_the_same(case: Case, common: Common) -> bool:
    """Whether nobody knows who published one of the two; two papers may print one text."""
    return not (case.known.publisher and common.source.publisher)


def _report(case: Case) -> ImportReport:
    """What can be said before anything is compared with the archive."""
    document = case.document
    return ImportReport(
        document=case.place,
        importer=document.importer,
        title=case.known.title,
        timeline=case.known.timeline,
        found=len(document.entries),
        updates=tuple(_update_lines(case)),
        inferred=document.inferred,
        left_out=document.left_out,
        suspects=document.suspects,
    )


def _update_lines(case: Case) -> Iterator[str]:
    instants = case.resolution.instants
    for place, entry in enumerate(case.document.entries):
        printed = entry.stamp.text.rstrip(":") if entry.stamp else "no time"
        time = instants[place].time.isoformat(" ", "minutes") if instants else printed
        by = (f"({', '.join(entry.authors)})",) if entry.authors else ()
        yield "  ".join((entry.locator, time, beginning(entry) or "no text", *by))


def _plan(case: Case) -> ImportPlan:
    layers = layers_of(case)
    posts = posts_in(layers)
    outlet, slug = _names(case, min(post.instant.time for post in posts))
    before = {written.text_sha256 for written in case.record.written} if case.record else set()
    fresh = not all(layer.recorded for layer in layers) or any(post.sha256 not in before for post in posts)
    actors = newcomers(case, layers, posts) if fresh else no_newcomers(case)
    record = source_of(case, slug, layers)
    timeline = timeline_of(case, layers)
    ground = Ground(
        root=case.root,
        corpus=case.corpus,
        timeline=case.known.timeline,
        source=slug,
        record=case.record,
        before=posts_before(layers),
        newest_first=len(layers) == 1 and case.document.newest_first,
        outlet=outlet,
        matcher=_matcher(actors.known, record, timeline, posts),
    )
    outcomes, vanished = merge(posts, ground)
    written = (*(outcome.written for outcome in outcomes), *vanished)
    alike = duplicates(case.corpus, timeline.slug, slug, outcomes)
    source = replace(record, written=written, written_actors=actors.written, likely_duplicates=alike)
    source = with_findings(source, layers, outcomes, case.record)
    sidecar = sidecar_write(case)
    # An import that is cut short must find what is new in it again.
    amended = sidecar if sidecar and sidecar.before else None
    files = (
        *picture_writes(
            case.root, case.known.timeline, [layer.kept for layer in layers], outcomes, case.corpus
        ),
        *writes(
            case.root,
            first=_first(case, None if amended else sidecar, timeline_write(case, timeline)),
            actors=[actor for actor, _ in actors.proposed],
            gone=actors.gone,
            outcomes=outcomes,
            source=source,
            record=case.record,
        ),
        *([amended] if amended else []),
    )
    report = replace(
        _report_of(case, layers),
        source=slug,
        fates=tuple((outcome.written.id, outcome.fate) for outcome in outcomes),
        refreshed=tuple(_refreshed(case.corpus, outcomes)),
        vanished=tuple(written.id for written in vanished),
        likely_duplicates=alike,
        actors=actors.proposed,
        files=tuple(dict.fromkeys(write.path for write in files)),
        notes=(*_notes(case), *notes_of(case, source, timeline, sidecar), *_moved(outcomes)),
    )
    return ImportPlan(root=case.root, report=report, writes=files)


def _refreshed(corpus: Corpus, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What is new in files whose words are not."""
    before = {update.id: update for update in corpus.updates}
    pairs = [(before[o.written.id], o.post, o.written.actors) for o in outcomes if o.fate is Fate.REFRESHED]
    changes = {
        "where they stand in the newest saving": [
            old.locator != post.entry.locator for old, post, _ in pairs
        ],
        "the actors that they name": [set(old.actors) != set(actors) for old, _, actors in pairs],
        "an earlier version of their words": [
            len(old.history) != len(post.history) for old, post, _ in pairs
        ],
        "their time, or how it is known": [
            (old.time, old.time_basis) != (post.instant.time, post.instant.basis) for old, post, _ in pairs
        ],
    }
    yield from (f"{what}: {sum(new)}" for what, new in changes.items() if any(new))
    others = sum(not any(new) for new in zip(*changes.values(), strict=True))
    if others:
        yield f"their authors, marks or layout: {others}"


def _report_of(case: Case, layers: Sequence[Layer]) -> ImportReport:
    """What the document says, now that it is dated."""
    here = next(layer for layer in layers if layer.capture.document == case.place)
    times = [post.instant.time for post in here.posts]
    return replace(
        _report(case),
        first=min(times),
        last=max(times),
        savings=len(layers),
        inferred=here.inferred,
        left_out=here.left_out,
    )


def _matcher(
    actors: Sequence[Actor], record: Source, timeline: Timeline, posts: Sequence[Post]
) -> DocumentMatcher:
    """What finds actors in the posts as a build will: by the header and all posts of the document."""
    return for_document(
        Matcher(actors),
        (record.title, markup.parse(record.summary).text, *record.key_points),
        map(told_by, posts),
        ZoneInfo(timeline.timezone),
        record.language or timeline.language,
    )


def _names(case: Case, first: datetime) -> tuple[str, str]:
    """The publisher's part in ids, and the slug of the source. Names that were given stay."""
    publisher, page = case.known.publisher, page_of(case.known.url)
    named = publisher or page.partition("/")[0]
    stem = Path(case.place).stem
    if case.record:
        return naming.outlet(named, stem) if named else case.record.slug, case.record.slug
    outlet = naming.outlet(named, stem)
    digest = naming.sha256(page.encode() if page else case.saved.data)
    taken = {source.slug for source in case.corpus.sources}
    return outlet, naming.source_slug(f"{outlet}-{first:%Y-%m-%d}" if named else outlet, digest, taken)


def _first(case: Case, *others: Write | None) -> list[Write]:
    """The copy of the document, unless it is there, and what else updates refer to."""
    copy = Write(path=case.place, data=case.saved.data)
    return [*([] if (case.root / case.place).exists() else [copy]), *filter(None, others)]


def _moved(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Pages that somebody may have linked to."""
    number = sum(bool(outcome.move_from) for outcome in outcomes)
    if number:
        pages = "1 update has" if number == 1 else f"{number} updates have"
        yield f"{pages} another address: it is made of day, time, and what the oldest saving says"


def _notes(case: Case) -> Iterator[str]:
    """What a person would not expect."""
    if case.given.origin:
        yield from doubts(case.given.origin, case.place)
    if case.record is None and not case.given.source:
        for common in case.common:
            yield (
                f"{common.updates} of its updates stand in {common.source.slug} too, at the same time and in "
                "the same words: if it is another saving of that page, delete the record of this source and "
                f"the updates that it names, and import it with --source {common.source.slug}"
            )
