"""Rows of Markdown tables with a column of times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen import markup
from sitegen.importers import columns
from sitegen.importers.markdown.source import Block, MarkdownSource
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.importers.stamps.moment import read_day
from sitegen.importers.written import Written, has_clock, is_certain, written
from sitegen.markup.escape import line_start

_BASIS = "printed time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table."""

    line: int
    """Its line, counted from 1."""
    cells: tuple[str, ...]
    """Markdown of its cells, as many as the table has columns."""
    texts: tuple[str, ...]
    """Its cells as a reader sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that tells updates."""

    header: Row
    """Names of its columns."""
    rows: tuple[Row, ...]
    """The others."""
    roles: dict[str, int]
    """Which column has the time, and perhaps the date, title, author and text."""

    def time_of(self, row: Row) -> Written | None:
        """The time of a row, with its date where it has one; None where it tells none."""
        texts = row.texts
        time = texts[self.roles["time"]]
        day = texts[self.roles["date"]] if "date" in self.roles else ""
        found = written(f"{day} {time}", _BASIS) if day and time else None
        return found or written(time, _BASIS)

    def day_in(self, row: Row) -> str:
        """The date that is all of a row, as printed; empty for rows that say more."""
        said = [text for text in row.texts if text.strip(" -–—")]
        return said[0] if len(said) == 1 and read_day(said[0]) else ""

    def body_of(self, row: Row) -> str:
        """What a row says besides time, title and author; other columns with their names before them."""
        known = {place for role, place in self.roles.items() if role != "text"}
        text = self.roles.get("text")
        first = row.cells[text] if text is not None else ""
        rest = (
            f"{_named(name, cell)}{cell}"
            for place, (name, cell) in enumerate(zip(self.header.cells, row.cells, strict=True))
            if place not in known and place != text and row.texts[place].strip(" -–—")
        )
        return "\n\n".join(filter(None, (_start(first), *rest)))


def _start(cell: str) -> str:
    """A cell as a paragraph: what starts a list on a line of its own does not do so in a cell."""
    return f"\\{cell}" if cell.startswith("* ") else line_start(cell)


def _named(name: str, cell: str) -> str:
    return f"{name}: " if name.strip() and cell else ""


def table_of(block: Block, source: MarkdownSource, forced: str = "") -> Table | None:
    """The table, where it has a column of times; None for any other block."""
    if block.kind != "table":
        return None
    rows = list(_rows(block, source))
    header, rest = rows[0], rows[1:]
    if len(rest) < 2:
        return None
    names = header.texts
    try:
        said = columns.forced(forced, names) if forced else columns.guess(names)
    except NotALiveBlogError:
        return None
    roles = {role: names.index(name) for role, name in said.items() if role in ("title", "author", "text")}
    time = (
        names.index(said["time"])
        if forced and "time" in said
        else _column_of_times(rest, columns.guess(names).get("time", ""), names)
    )
    if time is None:
        return None
    roles = {role: place for role, place in roles.items() if place != time}
    date = _column_of_days(rest, time)
    if date is not None:
        roles = {role: place for role, place in roles.items() if place != date} | {"date": date}
    roles["time"] = time
    if "text" not in roles:
        longest = _longest(rest, set(roles.values()))
        if longest is None and "title" in roles:
            roles["text"] = roles.pop("title")
        elif longest is not None:
            roles["text"] = longest
    return Table(header=header, rows=tuple(rest), roles=roles) if "text" in roles else None


def names_of(block: Block, source: MarkdownSource) -> tuple[str, ...]:
    """Names of a table's columns; none for any other block."""
    return next(_rows(block, source)).texts if block.kind == "table" else ()


def _rows(block: Block, source: MarkdownSource) -> Iterator[Row]:
    cells: list[str] = []
    start = (block.tokens[0].map or (0, 0))[0]
    line = block.line
    for token in block.tokens:
        if token.type == "tr_open":
            cells, line = [], block.line + (token.map or (start, 0))[0] - start
        elif token.type == "inline":
            cells.append(source.convert([token]) if block.rich else token.content)
        elif token.type == "tr_close":
            yield Row(line=line, cells=tuple(cells), texts=tuple(markup.parse(cell).text for cell in cells))


def _column_of_times(rows: Sequence[Row], named: str, names: Sequence[str]) -> int | None:
    """The first column in which times stand, in half of the cells that say something or more."""
    for place in range(len(rows[0].cells)):
        said = [text for row in rows if (text := row.texts[place]).strip(" -–—") and not read_day(text)]
        test = has_clock if named == names[place] else is_certain
        times = sum((time := written(text, _BASIS)) is not None and test(time) for text in said)
        if times > 1 and times * 2 >= len(said):
            return place
    return None


def _column_of_days(rows: Sequence[Row], time: int) -> int | None:
    for place in range(len(rows[0].cells)):
        said = [text for row in rows if (text := row.texts[place]).strip(" -–—")]
        if place != time and said and all(map(read_day, said)):
            return place
    return None


def _longest(rows: Sequence[Row], taken: set[int]) -> int | None:
    sizes = {
        place: sum(len(row.texts[place]) for row in rows)
        for place in range(len(rows[0].cells))
        if place not in taken
    }
    return max(sizes, key=lambda place: sizes[place]) if any(sizes.values()) else None
