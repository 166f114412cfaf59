"""What an import does to the files of updates that are there already. What a person edited stays.

A post is known by what it says, else by its place in the same document, else by its locator or id.
A file counts as edited where its bytes are not those that an import wrote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sitegen.actors import DocumentMatcher
from sitegen.content.canonical import text_digest
from sitegen.content.tree import PROPOSAL
from sitegen.ingest.naming import sha256, update_id, update_path
from sitegen.ingest.posts import Post, told_by, update_file
from sitegen.model import Corpus, Source, Update, WrittenUpdate

NOT_OURS = "0" * 64
"""In place of a file's hash, where an import can't tell whether it wrote the file as it is."""


class Fate(StrEnum):
    """What happens to an update."""

    NEW = "new"
    UNCHANGED = "unchanged"
    EDITED = "edited by a person, kept"
    REPLACED = "changed"
    PROPOSED = "edited by a person, other text proposed beside it"
    DELETED = "deleted by a person, not written again"
    REFRESHED = "said the same, its earlier versions or its actors are new"
    WITHDRAWN = "withdrawn, not written again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happens to one post."""

    post: Post
    """The post."""
    fate: Fate
    """What happens."""
    written: WrittenUpdate
    """What the source record says of it afterwards."""
    data: bytes | None = None
    """Bytes to write, if any."""
    path: str = ""
    """Where to write them."""
    move_from: str = ""
    """The file that first moves to `path`, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an import meets and what it makes names from."""

    root: Path
    """The site's folder."""
    corpus: Corpus
    """What is there."""
    timeline: str
    """Slug of the timeline."""
    source: str
    """Slug of the source."""
    record: Source | None
    """The source's record, where the document or another saving of it was imported before."""
    several: bool = False
    """True where the source was saved more than once."""
    outlet: str
    """The publisher's part in ids."""
    matcher: DocumentMatcher
    """Knows all actors, those to be proposed too."""


def merge(posts: Sequence[Post], ground: Ground) -> tuple[list[Outcome], list[WrittenUpdate]]:
    """What happens to each post, in page order; and what was written before and is no longer there."""
    here = {update.id: update for update in ground.corpus.updates}
    before = _written_before(ground)
    claims = _claims(posts, before, here, several=ground.several)
    ids = here.keys() | {written.id for source in ground.corpus.sources for written in source.written}
    paths = {update.place.path for update in ground.corpus.updates}
    outcomes: list[Outcome] = []
    for post, claim in zip(posts, claims, strict=True):
        outcome = (
            _again(post, claim, here.get(claim.id), ground, paths)
            if claim
            else _new(post, ground, ids, paths)
        )
        ids.add(outcome.written.id)
        paths.add(outcome.path)
        outcomes.append(outcome)
    claimed = {claim.id for claim in claims if claim}
    return outcomes, [written for written in before if written.id not in claimed]


def _written_before(ground: Ground) -> Sequence[WrittenUpdate]:
    """What the record says was written; after an import that was cut short, what is there."""
    if ground.record is None or ground.record.written:
        return ground.record.written if ground.record else ()
    return [
        WrittenUpdate(
            id=update.id,
            path=update.place.path,
            text_sha256=text_digest(update.title, update.time.isoformat(), update.authors, update.body),
            file_sha256=NOT_OURS,
        )
        for update in ground.corpus.updates
        if update.source == ground.source
    ]


def _claims(
    posts: Sequence[Post], before: Sequence[WrittenUpdate], here: Mapping[str, Update], *, several: bool
) -> list[WrittenUpdate | None]:
    """For each post, what was written for it before."""
    by_text = {written.text_sha256: written for written in reversed(before)}
    claims = [
        next(filter(None, (by_text.get(digest) for digest in (post.sha256, *_earlier(post)))), None)
        for post in posts
    ]
    left = {written.id: written for written in before}
    for claim in claims:
        if claim:
            left.pop(claim.id, None)
    same_places = len(before) == len(posts) and not several
    by_locator = {here[name].locator: written for name, written in left.items() if name in here}
    for place, post in enumerate(posts):
        if claims[place] is None:
            claim = before[place] if same_places else by_locator.get(post.entry.locator)
            claims[place] = left.pop(claim.id, None) if claim else None
    return claims


def _earlier(post: Post) -> list[str]:
    """Digests of the same words in other markup, then of what it said before, the newest first."""
    return [*post.also, *(version.text_sha256 for version in reversed(post.history))]


def _new(post: Post, ground: Ground, ids: AbstractSet[str], paths: AbstractSet[str]) -> Outcome:
    time = post.instant.time
    name = update_id(ground.outlet, time, post.sha256, ids)
    path = update_path(ground.timeline, time, post.words, update=name, text_sha256=post.sha256, taken=paths)
    return _write(Fate.NEW, post, name, path, ground)


def _write(fate: Fate, post: Post, name: str, path: str, ground: Ground, *, move_from: str = "") -> Outcome:
    actors = ground.matcher.actors(told_by(post))
    data = update_file(post, update=name, source=ground.source, path=path, actors=actors)
    written = WrittenUpdate(
        id=name, path=path, text_sha256=post.sha256, file_sha256=sha256(data), actors=actors
    )
    return Outcome(post=post, fate=fate, written=written, data=data, path=path, move_from=move_from)


def _again(
    post: Post, written: WrittenUpdate, update: Update | None, ground: Ground, paths: AbstractSet[str]
) -> Outcome:
    """A post that was written before."""
    if update is None or update.withdrawn:
        return Outcome(post=post, fate=Fate.WITHDRAWN if update else Fate.DELETED, written=written)
    path = update.place.path
    disk = sha256((ground.root / path).read_bytes())
    if written.file_sha256 == NOT_OURS or written.text_sha256 != post.sha256:
        fresh = _write(Fate.UNCHANGED, post, written.id, path, ground)
        if disk == fresh.written.file_sha256:
            return replace(fresh, data=None, path="")
    if written.text_sha256 == post.sha256 and ground.several and disk == written.file_sha256:
        fresh = _replace(post, written, path, ground, paths, fate=Fate.REFRESHED)
        same = fresh.path == path and fresh.written.file_sha256 == disk
        return replace(fresh, fate=Fate.UNCHANGED, data=None, path="") if same else fresh
    if written.text_sha256 == post.sha256:
        fate = Fate.UNCHANGED if disk == written.file_sha256 else Fate.EDITED
        return Outcome(post=post, fate=fate, written=written)
    edited = disk != written.file_sha256
    return _propose(post, written, path, ground) if edited else _replace(post, written, path, ground, paths)


def _propose(post: Post, written: WrittenUpdate, path: str, ground: Ground) -> Outcome:
    proposal = _write(Fate.PROPOSED, post, written.id, path, ground)
    beside = path + PROPOSAL
    if (ground.root / beside).exists():
        # An older proposal may be half worked through.
        beside = f"{path}.{post.sha256[:6]}{PROPOSAL}"
    return replace(proposal, path=beside, written=replace(written, text_sha256=post.sha256))


def _replace(
    post: Post,
    written: WrittenUpdate,
    path: str,
    ground: Ground,
    paths: AbstractSet[str],
    *,
    fate: Fate = Fate.REPLACED,
) -> Outcome:
    """The file that nobody edited is written anew; it moves only where its day or clock time changed.

    Where it says more than once what it is, its name is that of the oldest version, whichever of
    the savings was imported first.
    """
    new = update_path(
        ground.timeline,
        post.instant.time,
        post.words,
        update=written.id,
        text_sha256=post.sha256,
        taken=paths - {path},
    )
    clock = f"/{post.instant.time:%Y-%m-%d/%H%M}"
    if new == path or (clock in path and not (ground.several and post.history)):
        return _write(fate, post, written.id, path, ground)
    return _write(fate, post, written.id, new, ground, move_from=path)
