"""An actor whom updates are not about, whatever their texts seem to name."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError, did_you_mean
from sitegen.curation.settle import taken_off
from sitegen.model import Actor


def off(desk: Desk, actor: Actor, typed: Iterable[str]) -> Desk:
    """These updates, by path, are not about the actor. Raises NotUnderstoodError with all that is wrong."""
    by_path = {update.place.path: update for update in desk.corpus.updates if not update.withdrawn}
    typed = list(typed)
    problems = [
        f"there is no update '{path}'; {did_you_mean(path, list(by_path), 'type its path, content/...')}"
        for path in typed
        if path not in by_path
    ]
    if problems:
        raise NotUnderstoodError("\n".join(problems))
    return taken_off(desk, actor.slug, [by_path[path] for path in dict.fromkeys(typed)])
