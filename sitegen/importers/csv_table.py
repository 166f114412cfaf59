"""CSV tables: a column of times and one of texts, named in many languages or found by what they hold."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress

from sitegen.importers import columns
from sitegen.importers.decoding import decode
from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import Document, NotALiveBlogError, SavedDocument
from sitegen.importers.records import Reading, Record, document_of, has_day, has_time
from sitegen.importers.tallies import objection

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 200
"""Rows that are looked at to find out how a table is built."""


class CsvImporter:
    """Reads tables with a comma, semicolon, tab or bar between their cells."""

    name = "csv"
    title = "a table of times and texts (CSV, TSV); --columns names the columns"

    def sniff(self, document: SavedDocument) -> float:
        """Rather sure where all rows have as many cells, one of them a time."""
        with suppress(NotALiveBlogError):
            rows = rows_of(document)
            names, rest = head_of(rows[:_SAMPLE])
            if document.columns:
                return 0.7
            roles = _roles(names, rest, document.columns)
            named = columns.guess(names).keys()
            if "text" not in roles:
                return 0.0
            return 0.92 if {"time", "text"} <= named else 0.85 if len(named) > 1 else 0.6
        return 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the table. Raises NotALiveBlogError."""
        rows = rows_of(document)
        names, rest = head_of(rows)
        roles = _roles(names, rest[:_SAMPLE], document.columns)
        if not document.columns and (why := objection(_cells(names, rest[:_SAMPLE]), roles)):
            raise NotALiveBlogError(why)
        reading = Reading(
            importer=self.name, roles=roles, beside=not document.columns, date_order=document.date_order
        )
        return document_of(list(_records(names, rest)), reading)


def rows_of(document: SavedDocument) -> list[tuple[int, list[str]]]:
    """Rows that say something, each with its line. Raises NotALiveBlogError for what is no table."""
    kind = kind_of(document.data)
    if kind:
        raise NotALiveBlogError(f"It is {kind}, not a table.")
    text, _ = decode(document.data)
    best: list[tuple[int, list[str]]] = []
    width = 1
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        try:
            sample = list(_rows(text, delimiter, _SAMPLE))
        except csv.Error:
            continue
        usual, times = Counter(len(row) for _, row in sample).most_common(1)[0] if sample else (0, 0)
        if usual > width and times * 10 >= len(sample) * 9 and len(sample) > 1:
            width = usual
            with suppress(csv.Error):
                best = list(_rows(text, delimiter))
    loose, names = _with_loose_ends(text)
    if loose:
        best, width = loose, names
    if not best:
        raise NotALiveBlogError("Its rows do not have as many cells each, so it is no table.")
    return [(line, row + [""] * (width - len(row))) for line, row in best]


def _with_loose_ends(text: str) -> tuple[list[tuple[int, list[str]]], int]:
    """Rows whose last cells belong together, for nobody quoted the texts that hold the delimiter."""
    for delimiter in _DELIMITERS:
        with suppress(csv.Error):
            names = [name.strip() for _, row in _rows(text, delimiter, 1) for name in row]
            width, roles = len(names), columns.guess(names)
            if not {"time", "text"} <= roles.keys() or roles["text"] != names[-1]:
                continue
            rows = list(_rows(text, delimiter))
            if min(len(row) for _, row in rows) == width < max(len(row) for _, row in rows):
                whole = [(n, [*row[: width - 1], delimiter.join(row[width - 1 :])]) for n, row in rows]
                return whole, width
    return [], 0


def _rows(text: str, delimiter: str, limit: int = 0) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line, found = 1, 0
    for row in reader:
        if any(cell.strip() for cell in row):
            yield line, row
            found += 1
            if limit and found == limit:
                return
        line = reader.line_num + 1


def head_of(rows: Sequence[tuple[int, list[str]]]) -> tuple[list[str], Sequence[tuple[int, list[str]]]]:
    """Names of the columns and the other rows; a first row that holds a time is none of names."""
    first = rows[0][1]
    if any(map(has_time, first)):
        return [f"column {place}" for place in range(1, len(first) + 1)], rows
    names: list[str] = []
    for place, cell in enumerate(first, start=1):
        name = " ".join(cell.split()) or f"column {place}"
        names.append(f"{name} {place}" if name in names else name)
    return names, rows[1:]


def _roles(names: list[str], rows: Sequence[tuple[int, list[str]]], said: str) -> dict[str, str]:
    """Which column holds what. Raises NotALiveBlogError where there is no column of times or of texts."""
    cells = _cells(names, rows)
    roles = columns.forced(said, names) if said else columns.guess(names)
    if not said or not {"time", "date"} & roles.keys():
        taken = set(roles.values()) if said else set()
        roles = {role: name for role, name in roles.items() if said or role not in ("time", "date")}
        free = {name: values for name, values in cells.items() if name not in taken and values}
        for role, test in (("time", has_time), ("date", has_day)):
            fits = [name for name, values in free.items() if sum(map(test, values)) * 10 >= len(values) * 9]
            best = next((name for name in fits if columns.guess([name]).get(role)), "") or next(
                iter(fits), ""
            )
            if best:
                roles = {key: value for key, value in roles.items() if value != best} | {role: best}
                free.pop(best)
    if not {"time", "date"} & roles.keys():
        raise NotALiveBlogError(
            f"None of its columns holds times; the columns are: {', '.join(names)}. "
            "--columns names the right one."
        )
    if "text" not in roles and not (said and "title" in roles):
        guessed = columns.guess([name for name in names if name not in roles.values()]) if said else {}
        sizes = {name: sum(map(len, cells[name])) for name in names if name not in roles.values()}
        sizes = {guessed["text"]: 1} if "text" in guessed else sizes
        if sizes:
            roles["text"] = max(sizes, key=lambda name: sizes[name])
    if "text" not in roles and "title" not in roles:
        raise NotALiveBlogError("It has no column of texts beside that of times.")
    return roles


def _cells(names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> dict[str, list[str]]:
    """What the columns say, by their names, but for empty cells."""
    return {name: [row[place] for _, row in rows if row[place].strip()] for place, name in enumerate(names)}


def _records(names: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> Iterator[Record]:
    for line, row in rows:
        values = dict(zip(names, row, strict=False))
        if len(row) > len(names):
            values["further cells"] = " ".join(row[len(names) :])
        yield Record(locator=f"line {line}", values=values)
