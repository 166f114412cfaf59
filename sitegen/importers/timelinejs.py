"""Timelines of TimelineJS: its JSON, that of version 2, and the table that its spreadsheet exports."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from sitegen.importers import fields
from sitegen.importers.columns import fold
from sitegen.importers.decoding import decode
from sitegen.importers.json_text import at, items_at, json_source, load, text_at
from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument, Stamp
from sitegen.importers.stamps.moment import read_moment
from sitegen.importers.written import ONLY_DAY
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_UNITS = ("year", "month", "day", "hour", "minute", "second")


class TimelineJsImporter:
    """Reads timelines as JSON or as a table."""

    name = "timelinejs"
    title = "a TimelineJS timeline (JSON, or its spreadsheet as CSV)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where there are events with a start date and a headline."""
        text = json_source(document)
        if text:
            new = '"events"' in text and '"start_date"' in text
            old = '"timeline"' in text and '"startDate"' in text
            return 0.95 if new or old else 0.0
        return 0.95 if _is_table(document) else 0.0

    def read(self, document: SavedDocument) -> Document:
        """Read the events; eras are left out. Raises NotALiveBlogError."""
        timeline = _from_table(document) if _is_table(document) else _from_json(load(document))
        events = [event for event in items_at(timeline, "events") if isinstance(event, Mapping) and event]
        if not events:
            raise NotALiveBlogError("It is a TimelineJS timeline without events.")
        drafts = [
            _entry(event, text_at(event, "locator") or f"events[{n}]") for n, event in enumerate(events)
        ]
        entries = tuple(entry for entry, _ in drafts)
        title = fields.one_line(text_at(timeline, "title", "text", "headline"))
        cover = fields.joined(
            fields.from_either(text_at(timeline, "title", "text", "text")),
            _media(at(timeline, "title", "media")),
        )
        eras = [fields.one_line(text_at(era, "text", "headline")) for era in items_at(timeline, "eras")]
        groups = dict.fromkeys(text_at(event, "group") for event in events)
        left_out = (
            *_left("eras", eras, "the name of an era in the background"),
            *_left("group of all events", list(groups), "names of rows; they say how the timeline is drawn"),
        )
        days = sum(bool(entry.stamp and entry.stamp.instant_basis == ONLY_DAY) for entry in entries)
        order, why = newest_first([entry.stamp for entry in entries])
        inferred = (f"{days} of {len(entries)} events have a day and no time: {ONLY_DAY}",) if days else ()
        return Document(
            importer=self.name,
            title=title,
            summary=cover.markdown,
            entries=entries,
            newest_first=order,
            inferred=(*inferred, *filter(None, [why])),
            left_out=left_out,
            counts=(("events", len(entries)),),
            text="\n".join(
                (title, cover.text, *(text for _, text in drafts), *(item.text for item in left_out))
            ),
        )


def _left(locator: str, names: list[str], reason: str) -> Iterator[LeftOut]:
    said = "\n".join(filter(None, names))
    if said:
        yield LeftOut(locator=locator, text=said, reason=reason)


def _entry(event: Mapping[str, Any], locator: str) -> tuple[Entry, str]:
    printed = text_at(event, "display_date") or text_at(event, "start_date", "display_date")
    stamp, written = _stamp(at(event, "start_date"), printed)
    end = _written(at(event, "end_date"))
    body = fields.joined(
        fields.from_plain(printed or written) if stamp is None else fields.Field(),
        fields.from_either(text_at(event, "text", "text")),
        _media(at(event, "media")),
        fields.from_plain(f"– {end}") if end and end != written else fields.Field(),
    )
    title = fields.one_line(text_at(event, "text", "headline"))
    entry = Entry(
        stamp=stamp,
        title=title,
        body=body.markdown,
        locator=locator,
        native_id=text_at(event, "unique_id"),
        empty=not body.markdown and not title,
    )
    return entry, "\n".join((stamp.text if stamp else "", title, body.text))


def _stamp(start: Any, printed: str) -> tuple[Stamp | None, str]:
    """The stamp of a date in parts, and those parts as text; no stamp where there is no day."""
    parts = {unit: _number(start, unit) for unit in _UNITS}
    written = _written(start)
    year, month, day = parts["year"], parts["month"], parts["day"]
    if year is None or month is None or day is None or not _is_day(year, month, day):
        return None, written
    clock = [parts[unit] or 0 for unit in ("hour", "minute", "second")]
    if clock[0] > 23 or clock[1] > 59 or clock[2] > 59:
        return None, written
    basis = "start_date of the event" if parts["hour"] is not None else ONLY_DAY
    stamp = Stamp(
        text=fields.one_line(printed) or written,
        year=year,
        month=month,
        day=day,
        hour=clock[0],
        minute=clock[1],
        second=clock[2],
        instant_basis=basis,
    )
    return stamp, written


def _is_day(year: int, month: int, day: int) -> bool:
    with suppress(ValueError):
        return 1800 <= date(year, month, day).year <= 2200
    return False


def _number(value: Any, key: str) -> int | None:
    said = text_at(value, key)
    return int(float(said)) if re.fullmatch(r"-?\d{1,9}(?:\.0*)?", said) else None


def _written(value: Any) -> str:
    """A date in parts as `2014-03-08 02:40`, as far as it goes."""
    parts = [_number(value, unit) for unit in _UNITS]
    known = parts[: parts.index(None)] if None in parts else parts
    shown = [f"{part:02}" for part in known if part is not None]
    if len(shown) == len(_UNITS[:4]):
        shown.append("00")
    day, clock = "-".join(shown[:3]), ":".join(shown[3:])
    return f"{day} {clock}".strip()


def _media(media: Any) -> fields.Field:
    """What an event shows beside its text: a link or an embedded text, its caption and its credit."""
    url = text_at(media, "url")
    caption, credit = text_at(media, "caption"), text_at(media, "credit")
    parts = []
    if url.startswith("<"):
        parts.append(fields.from_html(url))
    elif re.match(r"https?://", url):
        shown = html.escape(fields.one_line(caption) or url)
        parts.append(fields.exact(f'<p><a href="{html.escape(url)}">{shown}</a></p>'))
        caption = "" if fields.one_line(caption) else caption
    elif url:
        parts.append(fields.from_plain(url))
    return fields.joined(*parts, *(fields.from_either(text) for text in (caption, credit) if text))


def _from_json(value: Any) -> Any:
    """The timeline; one of version 2 in the names of version 3."""
    old = at(value, "timeline")
    if old is None:
        return value
    events = [
        {
            "start_date": _old_date(text_at(event, "startDate")),
            "end_date": _old_date(text_at(event, "endDate")),
            "text": event,
            "media": _old_media(event),
            "group": text_at(event, "tag"),
        }
        for event in items_at(old, "date")
        if isinstance(event, Mapping)
    ]
    eras = [{"text": era} for era in items_at(old, "era")]
    return {"title": {"text": old, "media": _old_media(old)}, "events": events, "eras": eras}


def _old_media(event: Any) -> dict[str, str]:
    keys = {"url": "media", "caption": "caption", "credit": "credit"}
    return {key: text_at(event, "asset", name) for key, name in keys.items()}


def _old_date(text: str) -> dict[str, str]:
    return dict(zip(_UNITS, (part for part in re.split(r"[,\s/:-]+", text) if part), strict=False))


def _is_table(document: SavedDocument) -> bool:
    if kind_of(document.data):
        return False
    first = document.data[:2000].split(b"\n")[0].decode("utf-8", "replace")
    names = {fold(name) for name in re.split(r"[,;\t]", first)}
    return {"year", "month", "day", "headline", "text"} <= names


def _from_table(document: SavedDocument) -> dict[str, Any]:
    """The rows of the spreadsheet as the JSON has them. Raises NotALiveBlogError."""
    text, _ = decode(document.data)
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [fold(name) for name in next(reader)]
        rows = []
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((line, dict(zip(names, row, strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        raise NotALiveBlogError(
            f"It is a table that can't be read: line {reader.line_num}: {error}."
        ) from error
    slides = [_slide(row, line) for line, row in rows]
    titles = [slide for slide in slides if slide["type"] == "title"]
    return {
        "title": titles[0] if titles else {},
        "events": [*titles[1:], *(slide for slide in slides if slide["type"] not in ("title", "era"))],
        "eras": [slide for slide in slides if slide["type"] == "era"],
    }


def _slide(row: Mapping[str, str], line: int) -> dict[str, Any]:
    return {
        "type": row.get("type", "").strip().casefold(),
        "locator": f"line {line}",
        "start_date": _cell_date(row, ""),
        "end_date": _cell_date(row, "end"),
        "display_date": row.get("displaydate", ""),
        "text": {"headline": row.get("headline", ""), "text": row.get("text", "")},
        "media": {key: row.get(name, "") for key, name in _MEDIA.items()},
        "group": row.get("group") or row.get("tag") or "",
    }


_MEDIA = {"url": "media", "caption": "mediacaption", "credit": "mediacredit"}


def _cell_date(row: Mapping[str, str], prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = {unit: row.get(prefix + unit, "") for unit in _UNITS[:3]}
    moment = read_moment(row.get(f"{prefix}time", "").strip())
    if moment and "time" in moment.parts:
        stamp = moment.stamp
        found |= {"hour": stamp.hour, "minute": stamp.minute, "second": stamp.second}
    return found
