"""What an import does to the files of updates that are there already. What a person edited stays.

A file counts as edited where its bytes are not those that an import wrote. It stays where it is then, and
so does one that a person renamed. The names of the others are made anew from all savings of a source, so
that they don't depend on the order of importing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sitegen.actors import DocumentMatcher
from sitegen.content.tree import PROPOSAL
from sitegen.ingest.claims import NOT_OURS, find_claims
from sitegen.ingest.naming import aside, sha256, update_id, update_path
from sitegen.ingest.posts import Post, told_by, update_file
from sitegen.model import Corpus, Source, Update, WrittenUpdate


class Fate(StrEnum):
    """What happens to an update, in the order in which it is told."""

    NEW = "new"
    REPLACED = "changed"
    REFRESHED = "with the same words; new in their files"
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
    before: Sequence[Post] = ()
    """Where the source was saved more than once, the posts as the recorded savings alone have them."""
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
    claims, left = find_claims(posts, ground.before, ground.corpus, ground.record)
    ids = here.keys() | {written.id for source in ground.corpus.sources for written in source.written}
    order = _oldest_first(posts, newest_first=ground.newest_first)
    outcomes: list[Outcome] = []
    for place in order:
        post, claim = posts[place], claims[place]
        outcome = _again(post, claim, here.get(claim.id), ground) if claim else _new(post, ground, ids)
        ids.add(outcome.written.id)
        outcomes.append(outcome)
    placed = dict(zip(order, _placed(outcomes, ground), strict=True))
    return [placed[place] for place in range(len(posts))], left


def _oldest_first(posts: Sequence[Post], *, newest_first: bool) -> list[int]:
    upwards = range(len(posts))[:: -1 if newest_first else 1]
    return sorted(upwards, key=lambda place: posts[place].instant.time)


def _new(post: Post, ground: Ground, ids: AbstractSet[str]) -> Outcome:
    return _write(post, update_id(ground.outlet, post.instant.time, _key(post, ground), ids), ground)


def _key(post: Post, ground: Ground) -> str:
    """What tells the post from all others of the site: ids such as `p1` are given by more than one source."""
    return f"{ground.source} {post.key}"


def _write(post: Post, name: str, ground: Ground) -> Outcome:
    """The file of the update with this id, which stands nowhere yet."""
    actors = ground.matcher.actors(told_by(post))
    data = update_file(post, update=name, timeline=ground.timeline, source=ground.source, actors=actors)
    written = WrittenUpdate(
        id=name, path="", text_sha256=post.sha256, file_sha256=sha256(data), actors=actors
    )
    return Outcome(post=post, fate=Fate.NEW, written=written, data=data)


def _again(post: Post, written: WrittenUpdate, update: Update | None, ground: Ground) -> Outcome:
    """A post that was written before; what is written anew stands where its file stands now."""
    same = written.text_sha256 == post.sha256
    said = replace(written, text_sha256=post.sha256)
    if update is None or update.withdrawn:
        return Outcome(post=post, fate=Fate.WITHDRAWN if update else Fate.DELETED, written=said)
    path = update.place.path
    disk = sha256((ground.root / path).read_bytes())
    if same and not ground.before and written.file_sha256 != NOT_OURS:
        fate = Fate.UNCHANGED if disk == written.file_sha256 else Fate.EDITED
        return Outcome(post=post, fate=fate, written=written)
    anew = _write(post, written.id, ground)
    # An import that was cut short may have written it, and not recorded it.
    if disk == anew.written.file_sha256:
        fate = Fate.UNCHANGED
    elif disk == written.file_sha256:
        fate = Fate.REFRESHED if same or written.text_sha256 in post.also else Fate.REPLACED
    elif same and not _says_more(post, ground):
        return Outcome(post=post, fate=Fate.EDITED, written=written)
    else:
        return replace(anew, fate=Fate.PROPOSED, path=_beside(path, post, ground), written=said)
    return replace(anew, fate=fate, path=path, written=replace(anew.written, path=written.path))


def _says_more(post: Post, ground: Ground) -> bool:
    """Whether a saving that comes now tells what the update said before."""
    recorded = {capture for before in ground.before for capture, _ in before.parts}
    return any(version.sha256 not in recorded for version in post.history)


def _beside(path: str, post: Post, ground: Ground) -> str:
    """Where a proposal lies; an older one may be half worked through."""
    name = path + PROPOSAL
    return f"{path}.{post.sha256[:6]}{PROPOSAL}" if (ground.root / name).exists() else name


def _placed(outcomes: Sequence[Outcome], ground: Ground) -> Iterator[Outcome]:
    """The outcomes, the oldest first, with the names of their files.

    Files that are not to move keep their names; one is kept free for what a person deleted, too.
    """
    moving = {outcome.written.id for outcome in outcomes if _may_move(outcome, ground)}
    stay = {update.id: update.place.path for update in ground.corpus.updates if update.id not in moving}
    taken = set(stay.values())
    for outcome in outcomes:
        path = stay.get(outcome.written.id)
        if path is None:
            path = _name(outcome, ground, taken)
            taken.add(path)
            yield _at(path, outcome)
        elif path != outcome.path:
            yield outcome
        elif path == outcome.written.path or path == _name(outcome, ground, taken - {path}):
            yield _at(path, outcome)
        else:  # Only as long as the record has its other name, it is known that a person gave it this one.
            kept = _at(path, outcome)
            yield replace(kept, written=replace(kept.written, path=outcome.written.path))


def _may_move(outcome: Outcome, ground: Ground) -> bool:
    """Whether the file has another name if that is right: not where a person edited or renamed it.

    Of a source that was saved once, it moves only where its day or clock time changed.
    """
    path = outcome.path
    if outcome.written.path != path:
        return path == aside(path, outcome.written.id)
    return bool(ground.before) or f"/{outcome.post.instant.time:%Y-%m-%d/%H%M}" not in path


def _name(outcome: Outcome, ground: Ground, taken: AbstractSet[str]) -> str:
    """The name that a file has if no other one is in the way: that of the oldest text."""
    post = outcome.post
    time, key = post.instant.time, _key(post, ground)
    return update_path(ground.timeline, time, post.words, update=outcome.written.id, key=key, taken=taken)


def _at(path: str, outcome: Outcome) -> Outcome:
    """The outcome with its file at `path`."""
    placed = replace(outcome, path=path, written=replace(outcome.written, path=path))
    if outcome.fate is Fate.DELETED:
        return outcome
    if outcome.path in ("", path):
        return replace(placed, data=None, path="") if outcome.fate is Fate.UNCHANGED else placed
    fate = Fate.REFRESHED if outcome.fate is Fate.UNCHANGED else outcome.fate
    return replace(placed, fate=fate, move_from=outcome.path)
