"""The archive as data: a file for each timeline, and the actors."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from sitegen import permalinks
from sitegen.actors import script_of
from sitegen.annotate import AnnotatedUpdate
from sitegen.exports.files import ExportFile, json_bytes
from sitegen.model import Actor, Source, Timeline
from sitegen.views.frame import Frame


def data_files(frame: Frame) -> tuple[ExportFile, ...]:
    """`data/actors.json`, the same for spreadsheets, and `data/timelines/<timeline>.json`."""
    actors = [_actor(frame, actor) for actor in frame.archive.corpus.actors]
    files = [
        ExportFile(path="data/actors.json", data=json_bytes(actors), origin="the actors as data"),
        ExportFile(path="data/actors.csv", data=_table(actors), origin="the actors as a table"),
    ]
    for timeline in frame.archive.corpus.timelines:
        path = f"data/timelines/{permalinks.segment(timeline.slug, fallback='timeline')}.json"
        data = json_bytes(_timeline(frame, timeline))
        files.append(ExportFile(path=path, data=data, origin=f"{timeline.place.path} as data"))
    return tuple(files)


def _actor(frame: Frame, actor: Actor) -> dict[str, Any]:
    updates = frame.archive.by_actor[actor.slug]
    return {
        "id": actor.slug,
        "name": actor.name,
        "kind": actor.kind.value,
        "url": frame.url(permalinks.actor_path(actor.slug)),
        "aliases": [
            {
                "name": alias.name,
                "script": alias.script or script_of(alias.name),
                "from": alias.since,
                "to": alias.until,
                "weak": alias.weak,
            }
            for alias in actor.aliases
        ],
        "roles": [{"title": r.title, "from": r.since, "to": r.until} for r in actor.roles],
        "wikidata": actor.wikidata,
        "formerly": list(actor.formerly),
        "proposed": actor.proposed,
        "first": updates[0].update.time.isoformat() if updates else "",
        "last": updates[-1].update.time.isoformat() if updates else "",
        "updates": [item.update.id for item in updates],
    }


def _table(actors: Sequence[dict[str, Any]]) -> bytes:
    """RFC 4180, UTF-8 with a byte-order mark, without which spreadsheets take it for another encoding."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(
        ("id", "name", "kind", "aliases", "updates", "first", "last", "wikidata", "proposed", "url")
    )
    for actor in actors:
        cells = (
            actor["id"],
            actor["name"],
            actor["kind"],
            "; ".join(alias["name"] for alias in actor["aliases"]),
            str(len(actor["updates"])),
            actor["first"],
            actor["last"],
            actor["wikidata"],
            "yes" if actor["proposed"] else "",
            actor["url"],
        )
        rows.writerow(map(_inert, cells))
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _inert(cell: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula (OWASP, "CSV Injection")."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _timeline(frame: Frame, timeline: Timeline) -> dict[str, Any]:
    return {
        "id": timeline.slug,
        "title": timeline.title,
        "url": frame.url(permalinks.timeline_path(timeline.slug)),
        "timezone": timeline.timezone,
        "language": timeline.language,
        "summary": timeline.summary,
        "key_points": list(timeline.key_points),
        "sources": [
            _source(frame, source)
            for source in frame.archive.corpus.sources
            if source.timeline == timeline.slug
        ],
        "updates": [_update(frame, item) for item in frame.archive.by_timeline[timeline.slug]],
    }


def _source(frame: Frame, source: Source) -> dict[str, Any]:
    own = [item.update.id for item in frame.archive.by_source[source.slug]]
    return {
        "id": source.slug,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "language": frame.tongue_of(source).language,
        "captured": source.captured.isoformat() if source.captured else "",
        "document": source.document,
        "sha256": source.sha256,
        "savings": [
            {
                "document": capture.document,
                "sha256": capture.sha256,
                "captured": capture.captured.isoformat() if capture.captured else "",
                "title": capture.title,
            }
            for capture in source.captures
        ],
        "likely_duplicates": [
            {"id": update, "other": other, "why": why}
            for update in own
            for other, why in frame.alike.get(update, {}).items()
        ],
    }


def _update(frame: Frame, item: AnnotatedUpdate) -> dict[str, Any]:
    update = item.update
    record: dict[str, Any] = {
        "id": permalinks.public_name(update) if update.withdrawn else update.id,
        "url": frame.url(permalinks.update_path(update)),
        "time": update.time.isoformat(),
        "source": update.source,
    }
    if update.withdrawn:
        return record | {
            "withdrawn": {"date": update.withdrawn.date.isoformat(), "reason": update.withdrawn.reason}
        }
    return record | {
        "title": update.title,
        "time_basis": update.time_basis,
        "authors": list(update.authors),
        "locator": update.locator,
        "actors": list(item.actors),
        "text": item.text,
        "text_sha256": item.text_sha256,
    }
