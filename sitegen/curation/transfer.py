"""A source moves into another timeline, with its updates as they are, edits and all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.content.canonical import MACHINE_NOTE, timeline_text
from sitegen.content.edit import Put, Words
from sitegen.content.source_schema import SOURCE
from sitegen.content.tree import SIDECAR
from sitegen.curation.aside import FOLDER, leftovers
from sitegen.curation.belongings import belongings, documents_of, find_sources, proposals
from sitegen.curation.belongings import read_for_relocation as read
from sitegen.curation.desk import edited
from sitegen.curation.find import NotUnderstoodError
from sitegen.curation.relocation import Part, Relocation, Step
from sitegen.model import Corpus, Place, Source, Timeline
from sitegen.permalinks import TAKEN, segment

_ORDER = [key.name for key in SOURCE.keys]


def transfer(root: Path, typed: str, timeline: str) -> Relocation:
    """A source of that name, or all sources of a timeline, tell another timeline from now on.

    Where there is none of that name it is made: of the old one if nothing is left there, else of what the
    source says. Sidecars say the new one, so that later imports find it. Raises NotUnderstoodError,
    ContentError, OSError.
    """
    corpus = read(root)
    new = timeline.replace("\\", "/").strip("/").removeprefix("content/")
    right = segment(new, fallback="timeline")
    if new in TAKEN or new != right:
        mend = "choose another name" if new in TAKEN else f"write {right}"
        raise NotUnderstoodError(f"'{new}' can't be the name of a timeline; {mend}")
    sources = find_sources(corpus, typed)
    if not sources:
        raise NotUnderstoodError(f"no source tells {typed}: give its folder in content/ another name")
    going = _source_steps(root, corpus, sources, new)
    gone = {step.old for step in going if not step.copied}
    first, last = _timelines(root, corpus, sources, new, gone)
    steps = (*_sidecars(root, sources, new), *first, *going, *last)
    own = belongings(root, corpus, sources)
    aside = next((step.new for step in last if step.new.startswith(f"{FOLDER}/")), "")
    return Relocation(root=root, steps=steps, edited=own.edited, aside="/".join(aside.split("/")[:2]))


def _sidecars(root: Path, sources: Sequence[Source], new: str) -> Iterator[Step]:
    """Sidecars that name the timeline."""
    for source in sources:
        for path in (document + SIDECAR for document in documents_of(source)):
            file = root / path
            data = file.read_bytes() if file.is_file() else b""
            if re.search(rb"^timeline:", data, re.MULTILINE):
                changed = edited(path, data, [Put(("timeline",), new)], ())
                if changed != data:
                    yield Step(part=Part.SIDECAR, old=path, new=path, data=changed)


def _source_steps(root: Path, corpus: Corpus, sources: Sequence[Source], new: str) -> list[Step]:
    """Updates and pictures, then the records; what is there already stays."""
    own = belongings(root, corpus, sources)
    taken = {update.place.path for update in corpus.updates}
    steps: list[Step] = []
    for path in own.pictures:
        at = _in(new, path)
        if path != at and not (root / at).exists():
            steps.append(Step(part=Part.PICTURE, old=path, new=at, copied=path in own.shared))
    for update in own.updates:
        if update.timeline == new:
            continue
        path = update.place.path
        at = _free(_in(new, path), taken)
        taken.add(at)
        steps.append(Step(part=Part.UPDATE, old=path, new=at))
        steps += [
            Step(part=Part.OTHER, old=other, new=at + other.removeprefix(path))
            for other in proposals(root, update)
        ]
    places = {step.old: step.new for step in steps}
    for source in sources:
        if source.timeline != new:
            path = source.place.path
            data = _with_places((root / path).read_bytes(), places)
            left = [one for one in dict.fromkeys((*source.formerly, source.timeline)) if one != new]
            data = edited(path, data, [Words(("formerly",), left)], _ORDER)
            steps.append(Step(part=Part.SOURCE, old=path, new=_in(new, path), data=data))
    return steps


def _timelines(
    root: Path, corpus: Corpus, sources: Sequence[Source], new: str, gone: set[str]
) -> tuple[list[Step], list[Step]]:
    """What is done first, and last, for the timelines that the sources leave and come to."""
    slugs = {source.slug for source in sources}
    left = dict.fromkeys(source.timeline for source in sources if source.timeline != new)
    emptied = [
        old
        for old in left
        if not any(one.timeline == old and one.slug not in slugs for one in corpus.sources)
    ]
    there = (root / _record(new)).is_file()
    if there:
        return [], [step for old in emptied for step in leftovers(root, old, gone)]
    if emptied and (root / _record(emptied[0])).is_file():
        whole = Step(part=Part.OTHER, old=_record(emptied[0]), new=_record(new))
        others = leftovers(root, emptied[0], gone | {whole.old})
        more = [step for old in emptied[1:] for step in leftovers(root, old, gone)]
        return [whole], [*others, *more]
    return [_started(corpus, sources[0], new)], []


def _started(corpus: Corpus, source: Source, new: str) -> Step:
    """A timeline as the source tells it."""
    old = next(one for one in corpus.timelines if one.slug == source.timeline)
    made = Timeline(
        slug=new,
        title=source.title,
        summary=source.summary,
        key_points=source.key_points,
        timezone=old.timezone,
        language=source.language or old.language,
        place=Place(path=_record(new)),
    )
    path = made.place.path
    return Step(part=Part.OTHER, old=path, new=path, data=timeline_text(made).encode())


def _with_places(record: bytes, places: dict[str, str]) -> bytes:
    """The record with where its updates stand now."""
    human, note, machine = record.decode().partition(MACHINE_NOTE)

    def moved(found: re.Match[str]) -> str:
        return found[1] + places.get(found[2], found[2])

    return (human + note + re.sub(r"^( +path: )(.*)$", moved, machine, flags=re.MULTILINE)).encode()


def _free(path: str, taken: set[str]) -> str:
    stem, number = path.removesuffix(".md"), 2
    while path in taken:
        path, number = f"{stem}-{number}.md", number + 1
    return path


def _in(timeline: str, path: str) -> str:
    """The same place in another timeline."""
    return "/".join(("content", timeline, *path.split("/")[2:]))


def _record(timeline: str) -> str:
    return f"content/{timeline}/timeline.yaml"
