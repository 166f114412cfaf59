"""Content files as sitegen writes them: objects of the model to text, one exact text for each.

Keys stand in the order of docs/content.md; keys without a value are left out. `content.read`
reads every such text back to an equal object.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sitegen.content.emit import Always, Bare, Flow, Record, document
from sitegen.model import (
    Actor,
    Alias,
    Capture,
    LeftOut,
    LikelyDuplicate,
    Role,
    Source,
    Timeline,
    Update,
    Version,
)

MACHINE_NOTE = "# What the import found and wrote. A later import may rewrite everything below this line."
"""Divides a source record: above stands what a person may correct, below what sitegen keeps."""


def update_text(update: Update) -> str:
    """An update file: front matter, then the body."""
    withdrawn: Record = {}
    if update.withdrawn:
        withdrawn = {"date": Bare(update.withdrawn.date.isoformat()), "reason": update.withdrawn.reason}
    return _with_body(
        {
            "id": update.id,
            "title": update.title,
            "time": Bare(update.time.isoformat()),
            "time_basis": update.time_basis,
            "authors": Flow(update.authors),
            "source": update.source,
            "locator": update.locator,
            "actors": Flow(update.actors),
            "also_actors": Flow(update.also_actors),
            "not_actors": Flow(update.not_actors),
            "draft": _only_true(update.draft),
            "withdrawn": withdrawn,
            "key_event": _only_true(update.key_event),
            "pinned": _only_true(update.pinned),
            "summary": _only_true(update.summary),
            "empty": _only_true(update.empty),
            "history": tuple(map(_version, update.history)),
        },
        update.body,
    )


def actor_text(actor: Actor) -> str:
    """An actor file: front matter, then the profile."""
    return _with_body(
        {
            "name": actor.name,
            "kind": actor.kind.value,
            "aliases": tuple(map(alias_value, actor.aliases)),
            "roles": tuple(map(role_value, actor.roles)),
            "wikidata": actor.wikidata,
            "formerly": Flow(actor.formerly),
            "different_from": Flow(actor.different_from),
            "proposed": _only_true(actor.proposed),
        },
        actor.body,
    )


def timeline_text(timeline: Timeline) -> str:
    """A `timeline.yaml`."""
    return document(
        {
            "title": Always(timeline.title),
            "summary": timeline.summary,
            "key_points": timeline.key_points,
            "timezone": timeline.timezone,
            "language": timeline.language,
        }
    )


def source_text(source: Source) -> str:
    """A source record: what a person may correct, then `source_findings`."""
    return document(
        {
            "publisher": Always(source.publisher),
            "title": Always(source.title),
            "url": source.url,
            "captured": Bare(source.captured.isoformat()) if source.captured else "",
            "document": source.document,
            "sha256": source.sha256,
            "timezone": source.timezone,
            "importer": source.importer,
            "language": source.language,
            "summary": source.summary,
            "key_points": source.key_points,
            "formerly": Flow(source.formerly),
        }
    ) + source_findings(source)


def source_findings(source: Source) -> str:
    """The part of a source record that imports keep up to date."""
    written: tuple[Record, ...] = tuple(
        {
            "id": w.id,
            "path": w.path,
            "text_sha256": w.text_sha256,
            "file_sha256": w.file_sha256,
            "actors": Flow(w.actors),
        }
        for w in source.written
    )
    return f"{MACHINE_NOTE}\n" + document(
        {
            "inferred": source.inferred,
            "left_out": tuple(map(_quoted, source.left_out)),
            "suspects": tuple(map(_quoted, source.suspects)),
            "captures": tuple(map(_capture, source.captures)),
            "pictures": tuple(
                {"document": p.document, "address": p.address, "file": p.file} for p in source.pictures
            ),
            "likely_duplicates": tuple(map(_likely, source.likely_duplicates)),
            "written_actors": tuple(
                {"actor": w.actor, "file_sha256": w.file_sha256} for w in source.written_actors
            ),
            "written": written,
        }
    )


def text_digest(title: str, time: str, authors: Sequence[str], body: str) -> str:
    """SHA-256, lower-case hex, of what an update says.

    It is made of the UTF-8 bytes of title, time (ISO 8601 with offset), authors and body, with a
    line feed after each of title, time and author, and an empty line before the body. White
    space in title and authors counts as one blank, that around the body not at all.
    """
    head = [" ".join(line.split()) for line in (title, time, *authors)]
    return hashlib.sha256("\n".join((*head, "", body.strip())).encode()).hexdigest()


def _with_body(head: Record, body: str) -> str:
    text = body.strip("\n")
    return f"---\n{document(head)}---\n{text}\n" if text else f"---\n{document(head)}---\n"


def _only_true(value: bool) -> Bare | str:  # noqa: FBT001 - it is the value
    return Bare("true") if value else ""


def alias_value(alias: Alias) -> Record | str:
    """An alias: only its name where no more is known of it."""
    if alias == Alias(name=alias.name):
        return alias.name
    return {
        "name": alias.name,
        "script": alias.script,
        "from": _day(alias.since),
        "to": _day(alias.until),
        "weak": _only_true(alias.weak),
    }


def role_value(role: Role) -> Record:
    """A role."""
    return {"title": role.title, "called": role.called, "from": _day(role.since), "to": _day(role.until)}


def _version(version: Version) -> Record:
    return {
        "sha256": version.sha256,
        "captured": Bare(version.captured.isoformat()) if version.captured else "",
        "time": Bare(version.time.isoformat()),
        "title": version.title,
        "authors": Flow(version.authors),
        "text_sha256": version.text_sha256,
        "body": version.body,
    }


def _capture(capture: Capture) -> Record:
    return {
        "document": capture.document,
        "sha256": capture.sha256,
        "captured": Bare(capture.captured.isoformat()) if capture.captured else "",
        "title": capture.title,
        "updates": Flow(capture.updates),
        "inferred": capture.inferred,
        "left_out": tuple(map(_quoted, capture.left_out)),
        "suspects": tuple(map(_quoted, capture.suspects)),
    }


def _likely(pair: LikelyDuplicate) -> Record:
    return {"id": pair.id, "other": pair.other, "why": pair.why}


def _quoted(line: LeftOut) -> Record:
    return {"locator": line.locator, "text": Always(line.text), "reason": line.reason}


def _day(partial_date: str) -> Bare | str:
    return Bare(partial_date) if partial_date else ""
