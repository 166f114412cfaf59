"""What is given besides printed times, and what comes out: instants, notes, questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known besides the printed times."""

    date: str = ""
    """Day of the oldest update, or only its month or year: `2022-01-06`, `2022-01`, `2022`; may be empty."""
    date_basis: str = "whoever imported it"
    """Who says so, for readers."""
    zone: ZoneInfo | None = None
    """The zone of the printed times."""
    captured: datetime | None = None
    """The moment of saving, for relative times."""
    untimed: bool = False
    """True where updates without any time are wanted too."""
    settled: Mapping[int, datetime] = field(default_factory=dict)
    """Instants that a person gave for single stamps, by place in page order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instant:
    """When an update was posted."""

    time: datetime
    """With the offset of the source's clock."""
    basis: str
    """How it is known, for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the print does not tell."""

    key: Literal["date", "timezone", "time", "captured", "untimed"]
    """What is asked for."""
    place: int = -1
    """Which stamp, as a place in page order; -1: all of them."""
    what: str
    """Why it has to be asked, a clause."""
    choices: tuple[str, ...] = ()
    """The answers that are possible, where they can be counted: ISO 8601 with offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What was concluded about one stamp."""

    place: int
    """Which stamp, as a place in page order."""
    text: str
    """A clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Instants, or what has to be asked for them."""

    instants: tuple[Instant, ...] = ()
    """In page order; empty while there are questions."""
    zone: str = ""
    """The IANA zone of the document's clock, where none was given: what it prints, else UTC."""
    notes: tuple[Note, ...] = ()
    """What was concluded, oldest stamp first."""
    questions: tuple[Question, ...] = ()
    """What has to be answered first."""
