"""Names of actor files."""

from __future__ import annotations

import re
from collections.abc import Collection

from sitegen.curation.desk import sha256
from sitegen.curation.find import NotUnderstoodError
from sitegen.model import Corpus
from sitegen.permalinks import segment


def slug_of(name: str) -> str:
    """What a file is called after this name; a piece of its hash where it has no letter of any script."""
    return segment(name, fallback=f"actor-{sha256(name.encode())[:6]}")


def path_of(slug: str) -> str:
    """Where an actor's file stands."""
    return f"content/actors/{slug}.md"


def check_slug(corpus: Corpus, slug: str, *, own: Collection[str] = ()) -> None:
    """Raises NotUnderstoodError where a file can't be called so: another actor has or had the name.

    `own` are names that the actor itself has or had.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", slug) or segment(slug, fallback="x") != slug:
        raise NotUnderstoodError(
            f"'{slug}' can't be the name of a file here: use small letters, digits and hyphens"
        )
    if slug in own:
        return
    for actor in corpus.actors:
        if slug == actor.slug:
            raise NotUnderstoodError(
                f"there is an actor '{slug}' already ({actor.name}): merge the two, or choose another name "
                "for the file with --slug"
            )
        if slug in actor.formerly:
            raise NotUnderstoodError(
                f"'{slug}' was the file's name of {actor.name} before, and that address leads there: choose "
                "another name for the file with --slug"
            )
