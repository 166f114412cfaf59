"""Sources and timelines leave the archive: all that is theirs goes to `removed/`, where no command looks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from sitegen.content.tree import SIDECAR
from sitegen.curation.belongings import Belongings, belongings, find_sources, proposals, saved_with
from sitegen.curation.belongings import read_for_relocation as read
from sitegen.curation.relocation import Part, Relocation, Step
from sitegen.model import Corpus, Source

FOLDER = "removed"
"""Where it goes, relative to the site's folder; below, every file has the path that it had."""


def set_aside(root: Path, typed: str) -> Relocation:
    """A source of that name, or a timeline with all its sources, leaves the archive.

    Its saved documents go too, or the next build would import them again; those that another source
    was made from stay. Raises NotUnderstoodError, ContentError, OSError.
    """
    corpus = read(root)
    sources = find_sources(corpus, typed)
    own = belongings(root, corpus, sources)
    emptied = _emptied(corpus, sources, typed)
    parts = dict(_parts(root, sources, own))
    parts |= {path: Part.OTHER for path in _all_of(root, emptied) if path not in parts}
    # What is not the source's alone stays for the others.
    going = {path: part for path, part in parts.items() if path not in own.shared}
    aside = _free(root, emptied or sources[0].slug, list(going))
    steps = tuple(Step(part=part, old=path, new=f"{aside}/{path}") for path, part in going.items())
    return Relocation(root=root, steps=steps, edited=own.edited, aside=aside)


def leftovers(root: Path, timeline: str, going: Collection[str]) -> Iterator[Step]:
    """What is left of a timeline that loses its last source goes aside."""
    left = [path for path in _all_of(root, timeline) if path not in going]
    folder = _free(root, timeline, left)
    return (Step(part=Part.OTHER, old=path, new=f"{folder}/{path}") for path in left)


def _emptied(corpus: Corpus, sources: Sequence[Source], typed: str) -> str:
    """The timeline that has no other source; empty where it has, and was not itself named."""
    timeline = sources[0].timeline if sources else typed.replace("\\", "/").strip("/").rpartition("/")[2]
    slugs = {one.slug for one in sources}
    kept = any(one.timeline == timeline and one.slug not in slugs for one in corpus.sources)
    return "" if kept else timeline


def _parts(root: Path, sources: Sequence[Source], own: Belongings) -> Iterator[tuple[str, Part]]:
    """Paths in an order that leaves, cut short anywhere, what the same command takes up again."""
    for update in own.updates:
        yield update.place.path, Part.UPDATE
        yield from ((path, Part.OTHER) for path in proposals(root, update))
    yield from ((path, Part.PICTURE) for path in own.pictures)
    for path in own.documents:
        yield path, Part.DOCUMENT
        if (root / (path + SIDECAR)).is_file():
            yield path + SIDECAR, Part.SIDECAR
        yield from ((part, Part.OTHER) for part in saved_with(root, path))
    yield from ((source.place.path, Part.SOURCE) for source in sources)
    yield from ((actor.place.path, Part.ACTOR) for actor in own.actors)


def _all_of(root: Path, timeline: str) -> Iterator[str]:
    """Every file in the folder of a timeline."""
    if timeline:
        files = sorted((root / "content" / timeline).rglob("*"))
        yield from (file.relative_to(root).as_posix() for file in files if file.is_file())


def _free(root: Path, name: str, paths: Sequence[str]) -> str:
    """The first folder of that name in which nothing stands in the way."""
    number = 1
    while True:
        folder = f"{FOLDER}/{name}" if number == 1 else f"{FOLDER}/{name}-{number}"
        if not any((root / folder / path).exists() for path in paths):
            return folder
        number += 1
