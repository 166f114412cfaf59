"""Slugs, addresses and collisions."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from slugify import slugify

from sitegen.markup.pictures import FOLDER
from sitegen.model import Picture, Update

LIMIT = 80
"""Most bytes of one path segment."""

TAKEN = frozenset({"actors", "search", "sources"})
"""Names that no timeline can have: the site has pages of its own there."""

_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for devices; no file may have them."""


_DONE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What slugify would return unchanged: most names of content files."""


def segment(text: str, *, fallback: str, limit: int = LIMIT) -> str:
    """One path segment made of `text`: `[a-z0-9-]`, never empty, cut between words.

    Letters of other scripts are transliterated; text without any letter or digit gives the
    segment of `fallback`, and `x` when that has none either.
    """
    if len(text) <= limit and _DONE.fullmatch(text):
        slug = text
    else:
        slug = _made(text, limit) or _made(fallback, limit) or "x"
    return f"{slug}-x" if _DEVICES.fullmatch(slug) else slug


def _made(text: str, limit: int) -> str:
    return slugify(text, max_length=limit, word_boundary=True) or slugify(text, max_length=limit)


def collision_key(path: str) -> str:
    """Paths with one key can't stand beside each other on every file system."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def collisions(paths: Iterable[tuple[str, str]]) -> tuple[tuple[str, str, str], ...]:
    """Pairs of owners that want one path, as (path, first owner, second owner).

    `paths` are (path, owner). A file where another path needs a folder collides too.
    """
    owners: dict[str, tuple[str, str]] = {}
    clashes: list[tuple[str, str, str]] = []
    for path, owner in paths:
        key = collision_key(path)
        if key in owners:
            clashes.append((path, owners[key][1], owner))
        else:
            owners[key] = (path, owner)
    for key, (path, owner) in owners.items():
        parts = key.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folder in owners:
                clashes.append((path, owners[folder][1], owner))
    return tuple(clashes)


def timeline_path(timeline: str) -> str:
    """Overview of a timeline."""
    return f"{segment(timeline, fallback='timeline')}/index.html"


def update_path(update: Update) -> str:
    """Page of an update: `<timeline>/<day>/<name>/`."""
    folder = timeline_path(update.timeline).removesuffix("index.html")
    return f"{folder}{update.day}/{public_name(update)}/index.html"


def public_name(update: Update) -> str:
    """The update's part in addresses: made of its file's name, or of no words at all where it was withdrawn.

    A file's name is made of the title, and what is withdrawn must not be read in its address either.
    """
    if update.withdrawn:
        digest = hashlib.sha256(update.id.encode()).hexdigest()
        return f"{update.time:%H%M}-withdrawn-{digest[:8]}"
    return segment(update.slug, fallback=update.id)


def chronology_path(timeline: str) -> str:
    """All days of a timeline."""
    return timeline_path(timeline).replace("index.html", "chronology/index.html")


def day_path(timeline: str, day: str, *, newest_first: bool = False) -> str:
    """All updates of a day; `day` is `YYYY-MM-DD`."""
    order = "newest/" if newest_first else ""
    return chronology_path(timeline).replace("index.html", f"{day}/{order}index.html")


def actor_path(actor: str) -> str:
    """Page of an actor."""
    return f"actors/{segment(actor, fallback='actor')}/index.html"


def network_path(timeline: str) -> str:
    """The actors of a timeline, and who appears with whom."""
    return timeline_path(timeline).replace("index.html", "actors/index.html")


def source_path(source: str) -> str:
    """Page of a source."""
    return f"sources/{segment(source, fallback='source')}/index.html"


def picture_path(picture: Picture) -> str:
    """A picture; its name is made of its bytes, so that one that changed is another file."""
    return f"{FOLDER}/{picture.sha256[:16]}.{picture.ending}"


def root_of(path: str) -> str:
    """Prefix that leads from the page at `path` to the site's root: `./`, `../`, `../../`, ..."""
    return "../" * path.count("/") or "./"


def public_url(base_url: str, path: str) -> str:
    """Absolute address of a page, as people quote it: without `index.html`."""
    return base_url + path.removesuffix("index.html")
