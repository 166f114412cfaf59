"""Small archives as an import leaves them: updates, actors, and a record of what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitegen.annotate import annotate
from sitegen.content import read_site
from sitegen.content.canonical import actor_text, source_text, text_digest, update_text
from sitegen.content.edit import Words, amended
from sitegen.model import Actor, ActorKind, Alias, Place, Source, Update, WrittenUpdate
from sites import write

START = datetime(2024, 3, 1, 8, tzinfo=UTC)
ORDER = ("locator", "actors", "also_actors", "not_actors")


def actor(slug, name, *aliases, kind=ActorKind.ORGANISATION, **more):
    return Actor(
        slug=slug,
        name=name,
        kind=kind,
        aliases=tuple(alias if isinstance(alias, Alias) else Alias(name=alias) for alias in aliases),
        place=Place(path=f"content/actors/{slug}.md"),
        **more,
    )


def archive(root: Path, actors: Iterable[Actor], texts: Iterable[str], *, recorded: bool = True) -> Path:
    """An archive with these actors, and an update for each text, called u0, u1 and so on."""
    updates = [_update(number, text) for number, text in enumerate(texts)]
    files = {
        "site.yaml": "title: Rivers\nbase_url: https://example.org/archive/\n",
        "content/flood/timeline.yaml": "title: The flood\ntimezone: Europe/London\n",
        "content/flood/sources/wire.yaml": "publisher: Sample Wire\ntitle: Flood live\n",
        **{one.place.path: actor_text(one) for one in actors},
        **{one.place.path: update_text(one) for one in updates},
    }
    write(root, files)
    named = {item.update.id: item.named for item in annotate(read_site(root))[0].updates}
    found = {one.place.path: update_text(replace(one, actors=named[one.id])) for one in updates}
    written = tuple(
        WrittenUpdate(
            id=one.id,
            path=one.place.path,
            text_sha256=text_digest(one.title, one.time.isoformat(), one.authors, one.body),
            file_sha256=hashlib.sha256(found[one.place.path].encode()).hexdigest(),
            actors=named[one.id],
        )
        for one in updates
    )
    place = Place(path="content/flood/sources/wire.yaml")
    source = Source(
        slug="wire",
        timeline="flood",
        publisher="Sample Wire",
        title="Flood live",
        written=written if recorded else (),
        place=place,
    )
    write(root, {**found, place.path: source_text(source)})
    return root


def _update(number: int, text: str) -> Update:
    time = START + timedelta(minutes=number)
    slug = f"{time:%H%M}-news"
    return Update(
        id=f"u{number}",
        timeline="flood",
        day="2024-03-01",
        slug=slug,
        title=f"News {number}",
        time=time,
        source="wire",
        locator=f"line {number}",
        body=text,
        place=Place(path=f"content/flood/updates/2024-03-01/{slug}.md"),
    )


def path_of(number: int) -> str:
    return f"content/flood/updates/2024-03-01/{START + timedelta(minutes=number):%H%M}-news.md"


def edit_lists(root: Path, number: int, **lists: Iterable[str]) -> None:
    """As a person does in a text editor."""
    file = root / path_of(number)
    changes = [Words((key,), tuple(words)) for key, words in lists.items()]
    file.write_bytes(amended(path_of(number), file.read_bytes(), changes, order=ORDER))


def lists(root: Path) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The three lists of every update."""
    return {u.id: (u.actors, u.also_actors, u.not_actors) for u in read_site(root).updates}


def shown(root: Path) -> Mapping[str, frozenset[str]]:
    """The actors of every update, as its page has them."""
    return {item.update.id: frozenset(item.actors) for item in annotate(read_site(root))[0].updates}


def record(root: Path) -> Mapping[str, WrittenUpdate]:
    return {one.id: one for source in read_site(root).sources for one in source.written}
