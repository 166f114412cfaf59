"""An actor gets another name, and its file with it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.content.edit import Change, Put
from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError
from sitegen.curation.naming import check_slug, path_of, slug_of
from sitegen.curation.rewrite import add_aliases, formerly, rewritten, take_aliases
from sitegen.curation.settle import settle
from sitegen.model import Actor, Alias


def rename(desk: Desk, actor: Actor, name: str, slug: str = "") -> Desk:
    """The old name becomes an alias. The file is renamed to `slug`, or after the name if it was before.

    Raises NotUnderstoodError where the file's new name is taken or none.
    """
    name = " ".join(name.split())
    if not name:
        raise NotUnderstoodError("say the new name")
    if not slug:
        slug = slug_of(name) if actor.slug == slug_of(actor.name) else actor.slug
    check_slug(desk.corpus, slug, own=(actor.slug, *actor.formerly))
    taken = take_aliases(actor, [alias for alias in actor.aliases if alias.name == name])
    data = rewritten(desk, actor, taken, _changes(actor, name, slug))
    old, new = actor.place.path, path_of(slug)
    if old == new:
        return settle(desk, desk.with_files({old: data}))
    return settle(desk, desk.with_files({old: None, new: data}, moves={new: old}))


def _changes(actor: Actor, name: str, slug: str) -> Iterator[Change]:
    if name != actor.name:
        yield Put(("name",), name)
        if actor.name not in {alias.name for alias in actor.aliases}:
            yield from add_aliases([Alias(name=actor.name)])
    if slug != actor.slug:
        yield from formerly([one for one in (*actor.formerly, actor.slug) if one != slug])
