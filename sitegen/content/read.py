"""Content files to a Corpus, with every problem at once."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from sitegen.content import actor_schema, schemas, source_schema
from sitegen.content.crosscheck import crosscheck
from sitegen.content.pictures import read_picture
from sitegen.content.tree import FileKind, content_files, located
from sitegen.decode import Problems, Schema, parse
from sitegen.diagnostics import ContentError, Diagnostic, errors
from sitegen.model import Actor, Corpus, NotActors, Picture, Place, Source, Timeline, Update

Item = Timeline | Source | Update | Actor | NotActors | Picture

Mapper = Callable[[Callable[[Any], Any], list[Any]], Iterable[Any]]
"""`map`, or something that works like it with many processes."""


def read_corpus(root: Path, mapper: Mapper = map) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """All content below `root`, and everything wrong with it.

    With errors among the diagnostics the corpus is incomplete and must not be built.
    """
    files, found = content_files(root)
    items: list[Item] = []
    for item, diagnostics in mapper(partial(read_file, root), files):
        found.extend(diagnostics)
        if item is not None:
            items.append(item)
    corpus = _corpus(items)
    read = {item.place.path for item in items}
    found.extend(crosscheck(corpus, frozenset(path for path, _ in files if path not in read)))
    return corpus, tuple(found)


def read_site(root: Path) -> Corpus:
    """All content below `root`. Raises ContentError with everything wrong when there is an error."""
    corpus, diagnostics = read_corpus(root)
    if errors(diagnostics):
        raise ContentError(diagnostics)
    return corpus


def read_sources(root: Path) -> tuple[Source, ...]:
    """The source records alone, those with problems left out."""
    files = [file for file in content_files(root)[0] if file[1] is FileKind.SOURCE]
    return tuple(item for item, _ in (read_file(root, file) for file in files) if isinstance(item, Source))


def reread(root: Path, corpus: Corpus, paths: Collection[str]) -> Corpus:
    """The corpus after these files were written or taken away. Files with problems are left out."""
    return revised(
        corpus, {path: (root / path).read_bytes() if (root / path).is_file() else None for path in paths}
    )


def revised(corpus: Corpus, files: Mapping[str, bytes | None]) -> Corpus:
    """The corpus with these bytes in these files, None for no file. Files with problems are left out."""
    items = []
    for path, data in sorted(files.items()):
        if data is not None and (file := located(path)) and (item := read_bytes(file, data)[0]):
            items.append(item)
    stay = (i for i in _items(replace(corpus, updates=())) if i.place.path not in files)
    others = _corpus([*stay, *(i for i in items if not isinstance(i, Update))])
    # One by one into their places: of a large archive not all have to be put in order again.
    updates = [update for update in corpus.updates if update.place.path not in files]
    for item in items:
        if isinstance(item, Update):
            insort(updates, item, key=order_of)
    return replace(others, updates=tuple(updates))


def _items(corpus: Corpus) -> Iterable[Item]:
    return chain(
        corpus.timelines,
        corpus.sources,
        corpus.updates,
        corpus.actors,
        [corpus.not_actors],
        corpus.pictures,
    )


def _corpus(items: Sequence[Item]) -> Corpus:
    return Corpus(
        timelines=tuple(sorted((i for i in items if isinstance(i, Timeline)), key=lambda t: t.slug)),
        sources=tuple(
            sorted((i for i in items if isinstance(i, Source)), key=lambda s: (s.slug, s.timeline))
        ),
        updates=tuple(sorted((i for i in items if isinstance(i, Update)), key=order_of)),
        actors=tuple(sorted((i for i in items if isinstance(i, Actor)), key=lambda a: a.slug)),
        not_actors=next((i for i in items if isinstance(i, NotActors)), NotActors()),
        pictures=tuple(
            sorted((i for i in items if isinstance(i, Picture)), key=lambda p: (p.timeline, p.name))
        ),
    )


def order_of(update: Update) -> tuple[Any, ...]:
    """Sort key of updates: instant, source, place in the source (numbers as numbers), id."""
    numbers = tuple(int(number) for number in re.findall(r"\d{1,9}", update.locator))
    return update.time.astimezone(UTC), update.source, numbers, update.id


def read_file(root: Path, file: tuple[str, FileKind]) -> tuple[Item | None, tuple[Diagnostic, ...]]:
    """One content file; None when an error was found in it."""
    return read_bytes(file, (root / file[0]).read_bytes())


def read_bytes(file: tuple[str, FileKind], data: bytes) -> tuple[Item | None, tuple[Diagnostic, ...]]:
    """A content file that holds these bytes; None when an error was found in them."""
    path, kind = file
    problems = Problems(path=path)
    if kind is FileKind.PICTURE:
        return read_picture(path, data, problems), tuple(problems.found)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.add(
            "not-utf-8", "this file is not UTF-8 text", "save it again with the encoding UTF-8", line=line
        )
        return None, tuple(problems.found)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    item = _READERS[kind](path, text, problems)
    return (None if problems.fatal else item), tuple(problems.found)


def _timeline(path: str, text: str, problems: Problems) -> Item | None:
    values = _values(schemas.TIMELINE, text, problems)
    return None if values is None else Timeline(**values, slug=path.split("/")[1], place=Place(path=path))


def _source(path: str, text: str, problems: Problems) -> Item | None:
    values = _values(source_schema.SOURCE, text, problems)
    if values is None:
        return None
    return Source(**values, slug=_stem(path), timeline=path.split("/")[1], place=Place(path=path))


def _update(path: str, text: str, problems: Problems) -> Item | None:
    head, body, body_line = _front_matter(text, problems)
    values = _values(schemas.UPDATE, head, problems, first_line=2)
    if values is None:
        return None
    if values["withdrawn"]:
        # What was withdrawn must be nowhere in the output, so nothing after this line may hold it.
        values |= dict.fromkeys(("authors", "actors", "also_actors", "not_actors", "history"), ())
        values["title"] = body = ""
    _, timeline, _, day, _ = path.split("/")
    return Update(
        **values,
        timeline=timeline,
        day=day,
        slug=_stem(path),
        body=body,
        body_line=body_line,
        place=Place(path=path),
    )


def _actor(path: str, text: str, problems: Problems) -> Item | None:
    head, body, body_line = _front_matter(text, problems)
    values = _values(actor_schema.ACTOR, head, problems, first_line=2)
    return (
        None
        if values is None
        else Actor(**values, slug=_stem(path), body=body, body_line=body_line, place=Place(path=path))
    )


def _not_actors(path: str, text: str, problems: Problems) -> Item | None:
    values = _values(actor_schema.NOT_ACTORS, text, problems)
    return None if values is None else NotActors(**values, place=Place(path=path))


_READERS: dict[FileKind, Callable[[str, str, Problems], Item | None]] = {
    FileKind.TIMELINE: _timeline,
    FileKind.SOURCE: _source,
    FileKind.UPDATE: _update,
    FileKind.ACTOR: _actor,
    FileKind.NOT_ACTORS: _not_actors,
}


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _values(schema: Schema, text: str, problems: Problems, *, first_line: int = 1) -> dict[str, Any] | None:
    """The values of a whole record; None when `problems` has an error, old or new."""
    if problems.fatal:
        return None
    node = parse(text, problems, first_line=first_line)
    values = {} if problems.fatal else schema.read(node, problems)
    return None if problems.fatal else values


def _front_matter(text: str, problems: Problems) -> tuple[str, str, int]:
    """YAML head, Markdown body without blank lines around it, line on which the body starts."""
    if not text.startswith("---\n"):
        problems.add(
            "no-front-matter",
            "the file does not start with '---'",
            "put the lines with title, time and so on at the top, between two lines '---'",
            line=1,
        )
        return "", "", 1
    head, fence, rest = text[4:].partition("\n---\n")
    if not fence and head.endswith("\n---"):
        head, fence = head.removesuffix("\n---"), "---"
    if not fence:
        problems.add(
            "open-front-matter",
            "the front matter that starts on line 1 never ends",
            "add a line '---' below the last 'key: value' line",
            line=1,
        )
        return "", "", 1
    body = rest.lstrip("\n")
    line = head.count("\n") + 4 + len(rest) - len(body)
    return head, body.rstrip(), line
