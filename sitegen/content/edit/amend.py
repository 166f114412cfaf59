"""Changes of keys and lists as patches of the text, each held against what the file must say afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sitegen.content.edit.keys import insert_entry, remove_entry, replace_value
from sitegen.content.edit.lists import relist, wanted_words
from sitegen.content.edit.parts import Parts, parts_of
from sitegen.content.edit.patches import Patch, patched, plain, plain_value
from sitegen.content.edit.spans import CannotEditError, Keys, List, Node, Word, read_spans
from sitegen.content.emit import Bare, Flow, Record

Path: TypeAlias = tuple[str | int, ...]
"""Keys and places in lists that lead to a value: `("written", 3, "actors")`."""


@dataclass(frozen=True, slots=True)
class Put:
    """The key holds this single value; without one the key goes."""

    path: Path
    """Where."""
    value: str | Bare
    """What it holds."""


@dataclass(frozen=True, slots=True)
class Words:
    """The key holds a list of just these words; without any the key goes."""

    path: Path
    """Where."""
    words: Sequence[str]
    """The words."""


@dataclass(frozen=True, slots=True)
class Add:
    """The list gets these items more."""

    path: Path
    """Where."""
    items: Sequence[str | Record]
    """The items."""


@dataclass(frozen=True, slots=True)
class Take:
    """The list loses the items at these places."""

    path: Path
    """Where."""
    places: Sequence[int]
    """The places, counted from 0."""


Change = Put | Words | Add | Take


def amended(path: str, data: bytes, changes: Iterable[Change], *, order: Sequence[str] = ()) -> bytes:
    """The content file at `path` with these changes, at most one for each key.

    A key that is new stands behind the last of those that precede it in `order`, else at the end. Raises
    CannotEditError where the file is written in a way that can't be edited so.
    """
    parts = parts_of(path, data)
    root = read_spans(parts.head)
    expected = plain(root)
    patches: list[Patch] = []
    for change in sorted(changes, key=lambda change: _rank(change, order)):
        new, value = _change(parts.head, root, change, order)
        patches += new
        _put(expected, change.path, value)
    head = patched(parts.head, patches, parts.line_break)
    if not _says(head, expected):
        raise CannotEditError("its lists or quotes are written in a way that sitegen can't edit")
    return Parts(before=parts.before, head=head, after=parts.after).data


def _says(text: str, expected: Any) -> bool:
    """Whether the YAML says just this; when its last key is gone, only comments are left."""
    if expected:
        return bool(plain(read_spans(text)) == expected)
    return all(not line or line.startswith("#") for line in map(str.strip, text.splitlines()))


def words_at(path: str, data: bytes, where: Path) -> tuple[str, ...]:
    """The words of a list, or the single word, at this place; none where it is not there."""
    found = _holder(read_spans(parts_of(path, data).head), where).get(str(where[-1]))
    value = found[1] if found else None
    items = value.items if isinstance(value, List) else (value,)
    return tuple(item.text for item in items if isinstance(item, Word) and not item.null)


def _rank(change: Change, order: Sequence[str]) -> int:
    return order.index(change.path[-1]) if change.path[-1] in order else len(order)


def _change(text: str, root: Keys, change: Change, order: Sequence[str]) -> tuple[Iterable[Patch], Any]:
    """The patches of one change, and what its key holds afterwards."""
    holder = _holder(root, change.path)
    key = change.path[-1]
    assert isinstance(key, str)
    found = holder.get(key)
    value = found[1] if found else None
    if isinstance(value, List) and not isinstance(change, Put):
        patches, kept = relist(text, value, _wanted(value, change))
        if kept:
            return patches, [plain(value.items[i]) if isinstance(i, int) else plain_value(i) for i in kept]
        return remove_entry(text, holder, key), None
    items = () if isinstance(change, Put) else _items(value, change)
    new = change.value if isinstance(change, Put) else _list(items)
    if not items and not (isinstance(change, Put) and change.value):
        return (remove_entry(text, holder, key) if found else ()), None
    patches = replace_value(text, holder, key, new) if found else insert_entry(text, holder, key, new, order)
    return patches, plain_value(new)


def _holder(root: Keys, path: Path) -> Keys:
    node: Node = root
    for step in path[:-1]:
        if isinstance(node, Keys) and isinstance(step, str) and (entry := node.get(step)):
            node = entry[1]
        elif isinstance(node, List) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            raise CannotEditError(f"there is no '{step}'")
    if not isinstance(node, Keys):
        raise CannotEditError(f"there are no keys where '{path[-1]}' should stand")
    return node


def _wanted(value: List, change: Words | Add | Take) -> list[int | str | Record]:
    everything = range(len(value.items))
    match change:
        case Words(words=words):
            return wanted_words(value, words)
        case Add(items=items):
            return [*everything, *items]
        case Take(places=places):
            return [place for place in everything if place not in places]


def _items(value: Node | None, change: Words | Add | Take) -> tuple[str | Record, ...]:
    """The items of a list that is not there yet, or is a single word."""
    single = (value.text,) if isinstance(value, Word) and not value.null else ()
    match change:
        case Words(words=words):
            return tuple(words)
        case Add(items=items):
            return (*single, *items)
        case Take(places=places):
            return () if 0 in places else single


def _list(items: tuple[str | Record, ...]) -> Flow | tuple[str | Record, ...]:
    words = tuple(item for item in items if isinstance(item, str))
    return Flow(words) if len(words) == len(items) else items


def _put(tree: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        tree = tree[step]
    if value is None:
        tree.pop(path[-1], None)
    else:
        tree[path[-1]] = value
