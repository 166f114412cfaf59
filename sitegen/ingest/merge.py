"""What an import does to the files of updates that are there already. What a person edited stays.

A file counts as edited where its bytes are not those that an import wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sitegen.actors import DocumentMatcher
from sitegen.content.tree import PROPOSAL
from sitegen.ingest.claims import NOT_OURS, find_claims
from sitegen.ingest.naming import sha256, update_id, update_path
from sitegen.ingest.posts import Post, told_by, update_file
from sitegen.model import Corpus, Source, Update, WrittenUpdate


class Fate(StrEnum):
    """What happens to an update, in the order in which it is told."""

    NEW = "new"
    REPLACED = "changed"
    REFRESHED = "with the same words, but another place, other actors or an earlier version"
    PROPOSED = "edited by a person, other text proposed beside it"
    EDITED = "edited by a person, kept"
    DELETED = "deleted by a person, not written again"
    WITHDRAWN = "withdrawn, not written again"
    UNCHANGED = "unchanged"


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
    newest_first: bool = False
    """True where the posts come newest first."""
    outlet: str
    """The publisher's part in ids."""
    matcher: DocumentMatcher
    """Knows all actors, those to be proposed too."""


def merge(posts: Sequence[Post], ground: Ground) -> tuple[list[Outcome], list[WrittenUpdate]]:
    """What happens to each post, in the order of `posts`; what was written before and is no longer there.

    Names are given from the oldest post to the newest, so that they don't depend on the newest ones.
    """
    here = {update.id: update for update in ground.corpus.updates}
    claims, left = find_claims(posts, ground.corpus, ground.record, several=ground.several)
    ids = here.keys() | {written.id for source in ground.corpus.sources for written in source.written}
    paths = {update.place.path for update in ground.corpus.updates}
    outcomes: dict[int, Outcome] = {}
    for place in _oldest_first(posts, newest_first=ground.newest_first):
        post, claim = posts[place], claims[place]
        outcome = (
            _again(post, claim, here.get(claim.id), ground, paths)
            if claim
            else _new(post, ground, ids, paths)
        )
        ids.add(outcome.written.id)
        paths.add(outcome.path)
        outcomes[place] = outcome
    return [outcomes[place] for place in range(len(posts))], left


def _oldest_first(posts: Sequence[Post], *, newest_first: bool) -> list[int]:
    upwards = range(len(posts))[:: -1 if newest_first else 1]
    return sorted(upwards, key=lambda place: posts[place].instant.time)


def _new(post: Post, ground: Ground, ids: AbstractSet[str], paths: AbstractSet[str]) -> Outcome:
    time = post.instant.time
    key = _key(post, ground)
    name = update_id(ground.outlet, time, key, ids)
    path = update_path(ground.timeline, time, post.words, update=name, key=key, taken=paths)
    return _write(Fate.NEW, post, name, path, ground)


def _key(post: Post, ground: Ground) -> str:
    """What tells the post from all others of the site: ids such as `p1` are given by more than one source."""
    return f"{ground.source} {post.key}"


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
    same = written.text_sha256 == post.sha256
    if same and not ground.several and written.file_sha256 != NOT_OURS:
        fate = Fate.UNCHANGED if disk == written.file_sha256 else Fate.EDITED
        return Outcome(post=post, fate=fate, written=written)
    # An import that was cut short may have written the file, and not recorded it.
    anew = _write(Fate.UNCHANGED, post, written.id, path, ground)
    if disk in (written.file_sha256, anew.written.file_sha256):
        same_words = same or written.text_sha256 in post.also
        fate = Fate.REFRESHED if same_words else Fate.REPLACED
        fresh = _replace(post, written, path, ground, paths, fate=fate)
        if (fresh.path, fresh.written.file_sha256) == (path, disk):
            return replace(fresh, fate=Fate.UNCHANGED, data=None, path="")
        return fresh
    return (
        Outcome(post=post, fate=Fate.EDITED, written=written)
        if same
        else _propose(post, written, path, ground)
    )


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
    fate: Fate,
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
        key=_key(post, ground),
        taken=paths - {path},
    )
    clock = f"/{post.instant.time:%Y-%m-%d/%H%M}"
    if new == path or (clock in path and not (ground.several and post.history)):
        return _write(fate, post, written.id, path, ground)
    return _write(fate, post, written.id, new, ground, move_from=path)
