"""Which clock a printed time was read from: a printed offset, printed zone letters, or the zone given.

Letters that mean one zone only are read as that zone. Letters that mean several hold only together
with a zone that was given, where they may be its letters; otherwise they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from sitegen.instants.stamps import Printed
from sitegen.instants.zones import FIXED, PLACES, fixed_offset, meant, zone_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneDoubt:
    """Why a stamp's zone has to be asked for."""

    what: str
    """A clause."""
    zones: tuple[str, ...] = ()
    """IANA zones that its letters may mean."""


def doubt(stamp: Printed, given: ZoneInfo | None) -> ZoneDoubt | None:
    """What has to be asked about the zone of a stamp; None where it is known."""
    if zone_of(stamp, given) is not None:
        return None
    if not stamp.zone:
        return ZoneDoubt(what="the text does not say which zone its times are in")
    zones = meant(stamp.zone)
    if given is None:
        return ZoneDoubt(what=f"the text prints {stamp.zone}, which several zones are called", zones=zones)
    what = f"the text prints {stamp.zone}, which {zone_in_words(given.key)} is not called"
    return ZoneDoubt(what=what, zones=zones)


def zone_of(stamp: Printed, given: ZoneInfo | None) -> tzinfo | None:
    """The clock of a stamp; None where it has to be asked for."""
    if stamp.offset_minutes is not None:
        return timezone(timedelta(minutes=stamp.offset_minutes))
    name = " ".join(stamp.zone.upper().split())
    if not name:
        return given
    if name in FIXED:
        return timezone(timedelta(minutes=FIXED[name]))
    place = PLACES.get(name) or (meant(name)[0] if len(meant(name)) == 1 else "")
    if place:
        return ZoneInfo(place)
    if given is not None and (given.key in meant(name) or name in _letters(given)):
        return given
    return None


def basis(stamp: Printed, given: ZoneInfo | None) -> str:
    """How the zone of a stamp is known, for readers."""
    if stamp.offset_minutes is not None:
        return "printed offset"
    zone = zone_of(stamp, given)
    if zone is given and given is not None:
        return f"zone {given.key} from whoever imported it" + (
            f", as {stamp.zone} is printed" if stamp.zone else ""
        )
    return f"printed zone {stamp.zone}"


def readings(naive: datetime, stamp: Printed, given: ZoneInfo | None) -> tuple[datetime, ...]:
    """The instants that a local time may mean: two where clocks change, else one."""
    zone = zone_of(stamp, given)
    folds = (naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    offsets = dict.fromkeys(offset for offset in folds if offset is not None)
    found = tuple(naive.replace(tzinfo=timezone(offset)) for offset in offsets)
    if zone is given or given is None:
        return found
    # All updates of a document are told on one clock, that of the zone given.
    return tuple(reading.astimezone(given) for reading in found) if stamp.zone else found


def shown_zone(stamps: Sequence[Printed], captured: datetime | None) -> str:
    """The IANA zone by which days are counted, where none was given: what all stamps print, else UTC."""
    names = {
        " ".join(stamp.zone.upper().split())
        for stamp in stamps
        if stamp.instant is None and stamp.ago is None
    }
    zones = {PLACES.get(name, "") for name in names}
    if len(zones) == 1 and "" not in zones:
        return zones.pop()
    offsets = {_offset(stamp, captured) for stamp in stamps}
    if len(offsets) == 1:
        hours, rest = divmod(offsets.pop() or 0, 60)
        if hours and not rest and -14 <= -hours <= 12:
            return f"Etc/GMT{-hours:+d}"
    return "UTC"


def _offset(stamp: Printed, captured: datetime | None) -> int | None:
    moment = stamp.instant or (captured if stamp.ago is not None else None)
    offset = moment.utcoffset() if moment else None
    if offset is not None:
        return int(offset.total_seconds() // 60)
    if stamp.offset_minutes is not None:
        return stamp.offset_minutes
    return fixed_offset(stamp.zone)


def _letters(zone: ZoneInfo) -> set[str]:
    """What a zone is called in winter and in summer."""
    days = (datetime(2022, month, 1, tzinfo=zone) for month in (1, 7))
    return {name.upper() for day in days if (name := day.tzname())}
