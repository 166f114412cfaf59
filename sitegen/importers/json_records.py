"""JSON of any shape that holds a list of objects with times and texts, or one such object a line."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from sitegen.importers import columns, fields
from sitegen.importers.json_text import json_source, load, text_at
from sitegen.importers.protocol import Document, NotALiveBlogError, SavedDocument
from sitegen.importers.records import Reading, Record, document_of, has_day, has_time

_WRAPPED = ("rendered", "value", "text", "html", "name", "plain", "#text", "$t", "_")
"""Keys under which an object holds one text and notes about it."""

_DEEPEST = 8
"""Levels that are searched for the list."""

_ABOUT = {
    "title": ("title", "headline", "name"),
    "publisher": ("publisher",),
    "language": ("language", "lang"),
}


class JsonImporter:
    """Reads records with a time and a text."""

    name = "json"
    title = "a list of records with times and texts (JSON, or one object a line); --columns names the keys"

    def sniff(self, document: SavedDocument) -> float:
        """Less sure than those that know a format; it tells what is wrong with any JSON."""
        return 0.3 if json_source(document) else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the longest list that fits. Raises NotALiveBlogError."""
        top = _lines(document) or load(document)
        found = [
            (path, items, roles) for path, items in _lists(top) if (roles := _roles(items, document.columns))
        ]
        if not found:
            raise NotALiveBlogError(
                "It is JSON, but no list in it holds objects with a time and a text; --columns names "
                "their keys, like 'time=when,text=what'."
            )
        path, items, roles = max(found, key=lambda each: len(each[1]))
        records = [
            Record(locator=f"{path}[{place}]", values=_flat(item))
            for place, item in enumerate(items)
            if isinstance(item, Mapping)
        ]
        about = {
            field: fields.one_line(next(filter(None, (text_at(top, key) for key in keys)), ""))
            for field, keys in _ABOUT.items()
        }
        reading = Reading(importer=self.name, roles=roles, beside=False, date_order=document.date_order)
        return document_of(records, reading, **about)


def _lines(document: SavedDocument) -> list[Any] | None:
    """Objects that stand one a line; None for other documents."""
    lines = [line for line in json_source(document).split("\n") if line.strip()]
    if len(lines) < 2 or not all(line.strip().startswith("{") for line in lines):
        return None
    with suppress(ValueError, RecursionError):
        return [json.loads(line) for line in lines]
    return None


def _lists(top: Any) -> Iterator[tuple[str, Sequence[Any]]]:
    """Lists of objects, those further up first."""
    queue: deque[tuple[str, Any, int]] = deque([("", top, 0)])
    while queue:
        path, value, depth = queue.popleft()
        if isinstance(value, list):
            if any(isinstance(item, Mapping) for item in value):
                yield path or "$", value
            inner = [(f"{path}[{place}]", item) for place, item in enumerate(value)]
        elif isinstance(value, Mapping):
            inner = [(f"{path}.{key}".lstrip("."), item) for key, item in value.items()]
        else:
            continue
        if depth < _DEEPEST:
            queue.extend((name, item, depth + 1) for name, item in inner if isinstance(item, list | Mapping))


def _roles(items: Sequence[Any], said: str) -> dict[str, str]:
    """Which key holds what; empty where there is no time or no text."""
    records = [_flat(item) for item in items[:200] if isinstance(item, Mapping)]
    names = list(dict.fromkeys(name for record in records for name in record))
    if said:
        with suppress(NotALiveBlogError):
            roles = columns.forced(said, names)
            return roles if {"time", "date"} & roles.keys() and {"title", "text"} & roles.keys() else {}
        return {}
    guessed = columns.guess([name for name in names if _mostly_times([r.get(name, "") for r in records])])
    times = {role: name for role, name in guessed.items() if role in ("time", "date")}
    roles = times | {
        role: name
        for role, name in columns.guess(names).items()
        if role not in ("time", "date") and name not in times.values()
    }
    return roles if {"time", "date"} & roles.keys() and {"title", "text"} & roles.keys() else {}


def _mostly_times(values: Sequence[str]) -> bool:
    """Whether at least half of the values that there are are times or days: a headline may look like one."""
    there = [value for value in values if value]
    return 0 < len(there) <= 2 * sum(has_time(value) or has_day(value) for value in there)


def _flat(item: Mapping[str, Any]) -> dict[str, str]:
    """Texts and numbers of an object by their keys; those of objects in it behind a full stop."""
    found: dict[str, str] = {}
    stack: list[tuple[str, Any, int]] = [("", item, 0)]
    while stack:
        path, value, depth = stack.pop()
        if isinstance(value, Mapping):
            wrapped = next((key for key in _WRAPPED if path and isinstance(value.get(key), str)), "")
            for key in reversed(value):
                name = path if key == wrapped else f"{path}.{key}".lstrip(".")
                if depth < _DEEPEST:
                    stack.append((name, value[key], depth + 1))
        elif isinstance(value, list):
            said = [_said(inner) for inner in value]
            if all(said):
                stack.append((path, ", ".join(filter(None, said)), depth))
            else:
                stack.extend(
                    (f"{path}.{n}", inner, depth + 1) for n, inner in enumerate(value) if depth < _DEEPEST
                )
        elif isinstance(value, bool):
            found[path] = "true" if value else ""
        elif isinstance(value, str | int | float):
            found[path] = fields.whole(str(value)).strip()
    return found


def _said(value: Any) -> str:
    """A text or number, or what an object that wraps one holds; empty for anything else."""
    if isinstance(value, Mapping):
        return next((text_at(value, key) for key in _WRAPPED if isinstance(value.get(key), str)), "")
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
