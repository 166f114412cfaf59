"""The actors of an archive in rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sitegen.annotate import Archive
from sitegen.model import Actor, ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An actor and the updates that are about it."""

    actor: Actor
    """The actor."""
    updates: int
    """How many updates."""
    first: datetime | None = None
    """When the oldest was posted, in its timeline's zone; None without any."""
    last: datetime | None = None
    """When the newest was posted, in its timeline's zone; None without any."""


class Sorting(StrEnum):
    """By what rows are sorted; the name decides where that is equal."""

    UPDATES = "updates"
    NAME = "name"
    KIND = "kind"
    FIRST = "first"
    LAST = "last"


def overview(
    archive: Archive,
    *,
    timeline: str = "",
    kind: ActorKind | None = None,
    proposed: bool = False,
    sorting: Sorting = Sorting.UPDATES,
) -> tuple[Row, ...]:
    """A row for each actor: all of them, or those of one timeline, of one kind, or only proposed ones."""
    rows = [_row(archive, actor, timeline) for actor in archive.corpus.actors]
    wanted = (
        row
        for row in rows
        if (row.updates or not timeline)
        and kind in (None, row.actor.kind)
        and (row.actor.proposed or not proposed)
    )
    by_name = sorted(wanted, key=lambda row: (row.actor.name.casefold(), row.actor.slug))
    return tuple(sorted(by_name, key=_KEYS[sorting]))


def _row(archive: Archive, actor: Actor, timeline: str) -> Row:
    items = [item for item in archive.by_actor[actor.slug] if timeline in ("", item.update.timeline)]
    times = [
        item.update.time.astimezone(ZoneInfo(archive.timelines[item.update.timeline].timezone))
        for item in items
    ]
    return Row(actor=actor, updates=len(items), first=min(times, default=None), last=max(times, default=None))


_KEYS: dict[Sorting, Callable[[Row], Any]] = {
    Sorting.UPDATES: lambda row: -row.updates,
    Sorting.NAME: lambda row: row.actor.name.casefold(),
    Sorting.KIND: lambda row: list(ActorKind).index(row.actor.kind),
    Sorting.FIRST: lambda row: (row.first is None, row.first.timestamp() if row.first else 0),
    Sorting.LAST: lambda row: (row.last is None, -row.last.timestamp() if row.last else 0),
}
