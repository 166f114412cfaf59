"""Lists, in brackets or below dashes, made to hold other items; those that stay keep their own spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.content.edit.patches import Patch, block, inline
from sitegen.content.edit.spans import BREAK, List, Word, column, line_above, line_start, next_line
from sitegen.content.emit import Record

_COMMA = re.compile(r"(?:\s|#.*)*,[ \t]*")
"""What parts an item from the next."""

Wanted = Sequence[int | str | Record]
"""Items that a list is to have: places of those that it has, and new ones."""


def wanted_words(node: List, words: Sequence[str]) -> list[int | str | Record]:
    """These words, each as the place where the list has it, if it does."""
    places: dict[str, int] = {}
    for place, item in enumerate(node.items):
        if isinstance(item, Word):
            places.setdefault(" ".join(item.text.split()), place)
    return [places.get(word, word) for word in words]


def relist(text: str, node: List, wanted: Wanted) -> tuple[list[Patch], list[int | str | Record]]:
    """Patches that make the list hold what is wanted, and what it then holds.

    A list in brackets on one line gets the order that is wanted. In any other, which a person laid out,
    what stays keeps its place and new items stand where old ones go, else at the end.
    """
    inside = text[node.start + 1 : node.end - 1]
    if list(wanted) == list(range(len(node.items))):
        return [], list(wanted)
    if node.flow and not BREAK.search(inside) and "#" not in inside:
        return [_one_line(text, node, wanted)], list(wanted)
    stay = {place for place in wanted if isinstance(place, int)}
    new = [item for item in wanted if not isinstance(item, int)]
    gone = [place for place in range(len(node.items)) if place not in stay]
    swapped: dict[int, str | Record] = {}
    for place in gone:
        if new and isinstance(new[0], str) and isinstance(node.items[place], Word):
            swapped[place] = new.pop(0)
    left = [place for place in gone if place not in swapped]
    patches = [
        Patch(node.items[place].start, node.items[place].end, inline(item, flow=node.flow))
        for place, item in swapped.items()
    ]
    patches += (_flow if node.flow else _block)(text, node, left, new)
    held = [swapped.get(place, place) for place in range(len(node.items)) if place not in left]
    return patches, [*held, *new]


def _one_line(text: str, node: List, wanted: Wanted) -> Patch:
    items = node.items
    start, end = node.start + 1, node.end - 1
    lead = text[start : items[0].start] if items else ""
    tail = text[items[-1].end : end].replace(",", "") if items else ""
    gap = text[items[0].end : items[1].start] if len(items) > 1 else ", "
    parts = [
        text[items[item].start : items[item].end] if isinstance(item, int) else inline(item, flow=True)
        for item in wanted
    ]
    return Patch(start, end, f"{lead}{gap.join(parts)}{tail}")


def _flow(text: str, node: List, gone: Sequence[int], new: Sequence[str | Record]) -> Iterator[Patch]:
    items = node.items
    for place in gone:
        comma = _COMMA.match(text, items[place].end)
        yield Patch(items[place].start, comma.end() if comma else items[place].end, "")
    if new:
        at = items[-1].end
        yield Patch(at, at, "".join(f", {inline(item, flow=True)}" for item in new))


def _block(text: str, node: List, gone: Sequence[int], new: Sequence[str | Record]) -> Iterator[Patch]:
    for place in gone:
        yield Patch(*item_lines(text, node, place), "")
    if new:
        at = next_line(text, node.items[-1].end)
        indent = " " * column(text, node.start)
        # As below any key; then without the key.
        lines = block({"items": tuple(new)}, "").partition("\n")[2]
        yield Patch(at, at, "".join(f"{indent}{line[2:]}" for line in lines.splitlines(keepends=True)))


def item_lines(text: str, node: List, place: int) -> tuple[int, int]:
    """Where the lines of an item start and end."""
    item = node.items[place]
    start = line_start(text, node.start if place == 0 else item.start)
    dash = column(text, node.start)
    floor = node.items[place - 1].end if place else 0
    while start > floor and text[start + dash : start + dash + 1] != "-":
        start = line_above(text, start)
    return start, next_line(text, item.end)
