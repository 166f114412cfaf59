"""Instants in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton

from sitegen.views.parts import Moment


class Clock:
    """Puts instants into the words of one language.

    It remembers dates that it has put into words: an archive has thousands of updates and few days.
    """

    def __init__(self, language: str) -> None:
        # CLDR's bare "en" writes American dates; the interface's English is British.
        self._locale = Locale.parse(
            "en_GB" if language == "en" else language, sep="-" if "-" in language else "_"
        )
        self._dates: dict[tuple[date, str], str] = {}

    def long_date(self, day: date) -> str:
        """For example `Thursday 6 January 2022`."""
        return self._date(day, "full")

    def short_date(self, day: date) -> str:
        """For example `6 Jan 2022`."""
        return self._date(day, "medium")

    def partial_date(self, written: str) -> str:
        """A year, month or day as content files write it: `2019`, `March 2019`, `20 Mar 2019`."""
        if len(written) == len("2019-03-20"):
            return self.short_date(date.fromisoformat(written))
        if len(written) == len("2019-03"):
            return format_skeleton("yMMMM", date.fromisoformat(f"{written}-01"), locale=self._locale)
        return written

    def month_day(self, day: date) -> str:
        """For example `6 Jan`."""
        return format_skeleton("MMMd", day, locale=self._locale)

    def moment(self, instant: datetime, zone: str) -> Moment:
        """The instant in the IANA zone `zone`, and in UTC."""
        local, utc = instant.astimezone(ZoneInfo(zone)), instant.astimezone(UTC)
        return Moment(
            iso=local.isoformat(),
            time=f"{local:%H:%M}",
            date=self.long_date(local.date()),
            short_date=self.short_date(local.date()),
            zone=_zone_label(local),
            zone_name=zone_words(zone),
            utc_time=f"{utc:%H:%M}",
            utc_date=self.short_date(utc.date()),
            same_as_utc=not local.utcoffset(),
        )

    def _date(self, day: date, style: str) -> str:
        key = (day, style)
        if key not in self._dates:
            self._dates[key] = format_date(day, style, self._locale)
        return self._dates[key]


def _zone_label(local: datetime) -> str:
    """Letters where the zone has them, else the offset: `GMT`, `UTC+06:00`."""
    name = local.tzname() or ""
    return name if name.isalpha() else f"UTC{local:%z}"[:6] + ":" + f"{local:%z}"[3:5]


def zone_words(zone: str) -> str:
    """The IANA zone; one that is only an offset as that offset, for its name has the sign turned round."""
    if not zone.startswith("Etc/GMT"):
        return zone
    return f"UTC{datetime(2000, 1, 1, tzinfo=ZoneInfo(zone)).isoformat()[-6:]}"
