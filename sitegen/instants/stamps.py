"""What this room needs to know of a printed time; `importers.protocol.Stamp` has it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

DAY = 24 * 60
"""Minutes of a day."""


class Printed(Protocol):
    """A time as printed: what is not printed is None."""

    @property
    def text(self) -> str:
        """The words of the stamp."""

    @property
    def hour(self) -> int:
        """0 to 23."""

    @property
    def minute(self) -> int:
        """0 to 59."""

    @property
    def second(self) -> int:
        """0 to 59."""

    @property
    def year(self) -> int | None:
        """Printed year."""

    @property
    def month(self) -> int | None:
        """Printed month, 1 to 12."""

    @property
    def day(self) -> int | None:
        """Printed day of the month, 1 to 31."""

    @property
    def weekday(self) -> int | None:
        """Printed day of the week, 0 for Monday, where no date is printed."""

    @property
    def offset_minutes(self) -> int | None:
        """Printed offset from UTC."""

    @property
    def zone(self) -> str:
        """Printed name or letters of a time zone."""

    @property
    def instant(self) -> datetime | None:
        """The whole instant, where the document gives one."""

    @property
    def instant_basis(self) -> str:
        """How that instant is known, a phrase."""

    @property
    def ago(self) -> timedelta | None:
        """How long before the moment of saving, for relative stamps."""


def clock(stamp: Printed) -> int:
    """Minutes since midnight."""
    return stamp.hour * 60 + stamp.minute
