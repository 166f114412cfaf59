"""What belongs to a source: its record, updates, pictures, saved documents, and the actors it proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.content import read_corpus
from sitegen.content.files import sha256_of
from sitegen.content.tree import PROPOSAL, SIDECAR
from sitegen.curation.find import NotUnderstoodError, did_you_mean
from sitegen.diagnostics import ContentError, Severity
from sitegen.markup.pictures import FOLDER as MEDIA
from sitegen.markup.pictures import names_in
from sitegen.markup.webpage import SAVED_FOLDER
from sitegen.model import Actor, Corpus, Source, Update

_SEEDS = "seeds"
_HALF_DONE = {"unknown-source", "no-timeline"}
"""What is wrong where one of these commands was cut short, until it is typed again."""
_PARTS = re.compile(SAVED_FOLDER, re.IGNORECASE)
_EXPORT = "result.json"
"""The document of a Telegram export: what lies in its folder belongs to it."""
_SHA256 = re.compile(rb"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """What goes where its sources go."""

    updates: tuple[Update, ...]
    """Their updates."""
    edited: tuple[str, ...]
    """Paths of those that a person edited."""
    pictures: tuple[str, ...]
    """Paths of the pictures that they show."""
    shared: frozenset[str]
    """Those of them that updates of other sources show too."""
    documents: tuple[str, ...]
    """Paths of the saved documents that no other source was made from."""
    actors: tuple[Actor, ...]
    """Actors that only these sources proposed, only their updates name, and nobody looked at."""


def read_for_relocation(root: Path) -> Corpus:
    """All content. Raises ContentError where more is wrong than a relocation that was cut short leaves."""
    corpus, found = read_corpus(root)
    wrong = [one for one in found if one.severity is Severity.ERROR and one.code not in _HALF_DONE]
    if wrong:
        raise ContentError(wrong)
    return corpus


def find_sources(corpus: Corpus, typed: str) -> tuple[Source, ...]:
    """The source, or all sources of the timeline, of that name. Raises NotUnderstoodError."""
    path = typed.replace("\\", "/").rstrip("/").removeprefix("./")
    sources = tuple(one for one in corpus.sources if path in (one.slug, one.place.path, one.document))
    timelines = {one.slug for one in corpus.timelines} | {one.timeline for one in corpus.sources}
    timeline = path.removeprefix("content/")
    if timeline in timelines and any(one.slug == path for one in sources):
        places = f"content/{timeline} or {sources[0].place.path}"
        raise NotUnderstoodError(f"'{typed}' is both a source and a timeline: type {places}")
    if timeline in timelines:
        return tuple(one for one in corpus.sources if one.timeline == timeline)
    if len(sources) > 1:
        places = " or ".join(one.place.path for one in sources)
        raise NotUnderstoodError(f"several sources were made from {typed}: type {places}")
    if not sources:
        known = sorted({one.slug for one in corpus.sources} | timelines)
        close = did_you_mean(typed, known, f"there are: {', '.join(known)}" if known else "there is none yet")
        raise NotUnderstoodError(f"there is no source or timeline '{typed}'; {close}")
    return sources


def belongings(root: Path, corpus: Corpus, sources: Sequence[Source]) -> Belongings:
    """What belongs to these sources."""
    slugs = {one.slug for one in sources}
    updates = tuple(one for one in corpus.updates if one.source in slugs)
    others = [one for one in corpus.updates if one.source not in slugs]
    rest = [one for one in corpus.sources if one.slug not in slugs]
    written = {one.id: one.file_sha256 for source in sources for one in source.written}
    pictures = _pictures(sources, updates)
    return Belongings(
        updates=updates,
        edited=tuple(
            one.place.path for one in updates if sha256_of(root / one.place.path) != written.get(one.id)
        ),
        pictures=tuple(path for path in sorted(pictures) if (root / path).is_file()),
        shared=frozenset(pictures & _pictures(rest, others)),
        documents=tuple(_documents(root, sources, rest)),
        actors=tuple(_actors(root, corpus, sources, rest, others)),
    )


def proposals(root: Path, update: Update) -> Iterator[str]:
    """Paths of what imports laid beside an update that a person had edited."""
    file = root / update.place.path
    for other in sorted(file.parent.iterdir()):
        if other.name.startswith(f"{file.name}.") and other.name.endswith(PROPOSAL):
            yield other.relative_to(root).as_posix()


def documents_of(source: Source) -> tuple[str, ...]:
    """Paths of all savings of a source."""
    paths = (source.document, *(one.document for one in source.captures))
    return tuple(dict.fromkeys(filter(None, paths)))


def saved_with(root: Path, document: str) -> Iterator[str]:
    """Paths of what was saved together with a document: a page's parts, the rest of a chat's folder."""
    file = root / document
    if file.name == _EXPORT:
        folders = [] if file.parent == root / _SEEDS else [file.parent]
    else:
        beside = (each for each in file.parent.iterdir() if each.name.startswith(file.stem))
        folders = [each for each in beside if each.is_dir() and _PARTS.fullmatch(each.name)]
    for part in (part for folder in sorted(folders) for part in sorted(folder.rglob("*"))):
        if part.is_file() and part not in (file, root / (document + SIDECAR)):
            yield part.relative_to(root).as_posix()


def _pictures(sources: Iterable[Source], updates: Iterable[Update]) -> frozenset[str]:
    listed = {(source.timeline, picture.file) for source in sources for picture in source.pictures}
    texts = ((u, text) for u in updates for text in (u.body, *(version.body for version in u.history)))
    listed |= {(update.timeline, name) for update, text in texts for name in names_in(text)}
    return frozenset(f"content/{timeline}/{MEDIA}/{name}" for timeline, name in listed)


def _documents(root: Path, sources: Sequence[Source], rest: Sequence[Source]) -> Iterator[str]:
    """Their documents, and the web archives that these were taken from and no others."""
    kept = {path for source in rest for path in documents_of(source)}
    own = [path for source in sources for path in documents_of(source) if path not in kept]
    own = [path for path in dict.fromkeys(own) if _in_seeds(root, path)]
    yield from own
    sidecars = {path + SIDECAR for path in own}
    named = {True: set[bytes](), False: set[bytes]()}
    for file in (root / _SEEDS).rglob(f"*{SIDECAR}"):
        named[file.relative_to(root).as_posix() in sidecars] |= set(_SHA256.findall(file.read_bytes()))
    archives = {digest.decode() for digest in named[True] - named[False]}
    for file in sorted((root / _SEEDS).rglob("*")) if archives else ():
        path = file.relative_to(root).as_posix()
        if file.is_file() and path not in own and sha256_of(file) in archives:
            yield path


def _actors(
    root: Path, corpus: Corpus, sources: Sequence[Source], rest: Sequence[Source], others: Sequence[Update]
) -> Iterator[Actor]:
    """Those that would be left behind without anybody having asked for them."""
    written = {one.actor: one.file_sha256 for source in sources for one in source.written_actors}
    needed = {one.actor for source in rest for one in source.written_actors}
    needed |= {slug for one in others for slug in (*one.actors, *one.also_actors, *one.not_actors)}
    for actor in corpus.actors:
        proposed = actor.proposed and actor.slug in written and actor.slug not in needed
        if proposed and sha256_of(root / actor.place.path) == written[actor.slug]:
            yield actor


def _in_seeds(root: Path, path: str) -> bool:
    file = (root / path).resolve()
    return file.is_file() and file.is_relative_to((root / _SEEDS).resolve())
