"""Keys with values: one put in the place of another, a new one, one taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.content.edit.lists import item_lines
from sitegen.content.edit.patches import Patch, block, inline
from sitegen.content.edit.spans import (
    BREAK,
    CannotEditError,
    Keys,
    List,
    Node,
    Word,
    column,
    line_above,
    line_start,
    next_line,
)
from sitegen.content.emit import Value


def replace_value(text: str, holder: Keys, key: str, new: Value) -> list[Patch]:
    """The key gets another value."""
    name, old = _entry(holder, key)
    if _on_one_line(text, old) and not isinstance(new, (tuple, dict)):
        blank = " " * (old.start == old.end)
        return [Patch(old.start, old.end, blank + inline(new, flow=holder.flow))]
    if holder.flow:
        return [Patch(old.start, old.end, inline(new, flow=True))]
    start, end = _lines(text, name, old)
    return [Patch(start, end, block({key: new}, " " * column(text, name.start)))]


def insert_entry(text: str, holder: Keys, key: str, new: Value, order: Sequence[str]) -> list[Patch]:
    """The key comes in, behind the last one that precedes it in the order."""
    before = order[: order.index(key)] if key in order else [name.text for name, _ in holder.entries]
    ahead = [entry for entry in holder.entries if entry[0].text in before]
    first = holder.entries[0][0]
    if holder.flow:
        made = f"{key}: {inline(new, flow=True)}"
        at = ahead[-1][1].end if ahead else first.start
        return [Patch(at, at, f", {made}" if ahead else f"{made}, ")]
    at = next_line(text, ahead[-1][1].end) if ahead else _above(text, line_start(text, first.start))
    return [Patch(at, at, block({key: new}, " " * column(text, first.start)))]


def _above(text: str, at: int) -> int:
    """Where the comments start that stand directly above a line."""
    while at > 0 and text[line_above(text, at) : at].lstrip().startswith("#"):
        at = line_above(text, at)
    return at


def remove_entry(text: str, holder: Keys, key: str) -> Iterator[Patch]:
    """The key goes with its value; lines that are comments stay."""
    name, old = _entry(holder, key)
    place = holder.entries.index((name, old))
    if holder.flow and len(holder.entries) > place + 1:
        yield Patch(name.start, holder.entries[place + 1][0].start, "")
    elif holder.flow:
        yield Patch(holder.entries[place - 1][1].end if place else name.start, old.end, "")
    elif isinstance(old, List) and not old.flow:
        start, end = _lines(text, name, old)
        yield Patch(start, end, _comments(text, name, old, " " * column(text, name.start)))
    else:
        yield Patch(*_lines(text, name, old), "")


def _entry(holder: Keys, key: str) -> tuple[Word, Node]:
    found = holder.get(key)
    assert found
    return found


def _lines(text: str, name: Word, value: Node) -> tuple[int, int]:
    start = line_start(text, name.start)
    if text[start : name.start].strip():
        raise CannotEditError(f"'{name.text}' does not stand on a line of its own")
    return start, next_line(text, value.end)


def _comments(text: str, name: Word, value: List, indent: str) -> str:
    """The comments between the items, below the key's own column: a block above would swallow them else."""
    lines: list[str] = []
    at = next_line(text, name.end)
    for place in range(len(value.items)):
        start, end = item_lines(text, value, place)
        lines += BREAK.split(text[at:start])
        at = end
    return "".join(f"{indent}{line.strip()}\n" for line in lines if line.strip())


def _on_one_line(text: str, value: Node) -> bool:
    """Whether the value stands beside its key, and is no block."""
    flat = isinstance(value, Word) or value.flow
    return flat and (value.start == value.end or not BREAK.fullmatch(text[value.end - 1]))
