"""Names of time zones. Letters that mean several zones are refused, with what they may mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

LETTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ADT": ("America/Halifax", "Asia/Baghdad"),
        "AMT": ("Asia/Yerevan", "America/Manaus"),
        "AST": ("America/Halifax", "Asia/Riyadh"),
        "BST": ("Europe/London", "Asia/Dhaka"),
        "CDT": ("America/Chicago", "America/Havana"),
        "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
        "ECT": ("America/Guayaquil", "Europe/Paris"),
        "EDT": ("America/New_York", "Australia/Sydney"),
        "EST": ("America/New_York", "Australia/Sydney"),
        "GST": ("Asia/Dubai", "Atlantic/South_Georgia"),
        "HST": ("Pacific/Honolulu",),
        "IST": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
        "MDT": ("America/Denver",),
        "MSK": ("Europe/Moscow",),
        "MST": ("America/Denver", "America/Phoenix", "Asia/Kuala_Lumpur"),
        "PDT": ("America/Los_Angeles",),
        "PST": ("America/Los_Angeles", "Asia/Manila"),
        "SST": ("Asia/Singapore", "Pacific/Pago_Pago"),
        "WST": ("Australia/Perth", "Pacific/Apia"),
    }
)
"""Zone letters as texts print them, and the IANA zones that they may stand for."""


FIXED: Mapping[str, int] = MappingProxyType(
    {
        "UTC": 0,
        "GMT": 0,
        "Z": 0,
        "GREENWICH MEAN TIME": 0,
        "COORDINATED UNIVERSAL TIME": 0,
        "WET": 0,
        "WEST": 60,
        "CET": 60,
        "CEST": 120,
        "MEZ": 60,
        "MESZ": 120,
        "EET": 120,
        "EEST": 180,
        "TRT": 180,
        "MSK": 180,
        "PKT": 300,
        "WIB": 420,
        "HKT": 480,
        "SGT": 480,
        "AWST": 480,
        "JST": 540,
        "KST": 540,
        "AEST": 600,
        "AEDT": 660,
        "NZST": 720,
        "NZDT": 780,
        "AKST": -540,
        "AKDT": -480,
        "BRT": -180,
        "SAST": 120,
        "CENTRAL EUROPEAN TIME": 60,
        "CENTRAL EUROPEAN SUMMER TIME": 120,
        "BRITISH SUMMER TIME": 60,
        "МСК": 180,
    }
)
"""Zone letters and names that mean one offset only, in capitals, with that offset in minutes."""

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "ET": "America/New_York",
        "CT": "America/Chicago",
        "MT": "America/Denver",
        "PT": "America/Los_Angeles",
        "EASTERN": "America/New_York",
        "EASTERN TIME": "America/New_York",
        "CENTRAL TIME": "America/Chicago",
        "MOUNTAIN TIME": "America/Denver",
        "PACIFIC TIME": "America/Los_Angeles",
        "MOSCOW TIME": "Europe/Moscow",
    }
)
"""Letters and names that mean one zone only, in every season, in capitals."""


def meant(name: str) -> tuple[str, ...]:
    """IANA zones that letters with several meanings may stand for; empty for others."""
    return LETTERS.get(" ".join(name.upper().split()), ())


_NAMES = (
    "Greenwich Mean Time",
    "British Summer Time",
    "Central European Time",
    "Central European Summer Time",
    "Coordinated Universal Time",
    "Eastern Time",
    "Central Time",
    "Mountain Time",
    "Pacific Time",
    "Moscow Time",
    "Eastern",
)


def fixed_offset(name: str) -> int | None:
    """Minutes from UTC of zone letters that mean one offset only; None for all others."""
    return FIXED.get(" ".join(name.upper().split()))


def zone_names() -> frozenset[str]:
    """Letters and names of zones, written as texts print them."""
    letters = (
        name for name in (*FIXED, *PLACES, *LETTERS) if " " not in name and name not in {"Z", "EASTERN"}
    )
    return frozenset((*letters, *_NAMES))


class UnknownZoneError(ValueError):
    """There is no such IANA zone, or the letters mean several."""

    def __init__(self, what: str, mend: str) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what}; {mend}")


def zone(name: str) -> ZoneInfo:
    """The IANA zone of that name, or of whole hours from UTC such as `UTC+8`.

    Raises UnknownZoneError, which says what may be meant.
    """
    meant = LETTERS.get(name.upper(), ())
    if meant:
        what = f"'{name}' is an abbreviation, which says neither place nor season for certain"
        raise UnknownZoneError(what, f"write the zone of the place, for example {' or '.join(meant)}")
    hours = re.fullmatch(r"(?:UTC|GMT)([+-])0?(\d\d?)(?::?00)?", "".join(name.upper().split()))
    if hours and int(hours[2]) <= (14 if hours[1] == "+" else 12):
        # The names of these zones count hours the other way: Etc/GMT-8 is eight hours ahead of UTC.
        return ZoneInfo(f"Etc/GMT{'-' if hours[1] == '+' else '+'}{int(hours[2])}")
    if name in _names():
        return ZoneInfo(name)
    close = difflib.get_close_matches(name.casefold(), _by_ending(), n=1, cutoff=0.75)
    mend = (
        f"did you mean {_by_ending()[close[0]]}?"
        if close
        else "write it like Europe/London, Asia/Almaty or UTC+6"
    )
    raise UnknownZoneError(f"'{name}' is not an IANA time zone", mend)


def zone_in_words(name: str) -> str:
    """A zone for people: `UTC+08:00` for `Etc/GMT-8`, whose sign reads the wrong way round."""
    sign = re.fullmatch(r"Etc/GMT([+-])(\d\d?)", name)
    return f"UTC{'-' if sign[1] == '+' else '+'}{int(sign[2]):02}:00" if sign else name


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _by_ending() -> Mapping[str, str]:
    """Zones by their name and by the city in it, in small letters."""
    places = sorted(
        name for name in _names() if "/" in name and not name.startswith(("Etc/", "US/", "Canada/"))
    )
    cities = {name.rpartition("/")[2].replace("_", " ").casefold(): name for name in places}
    return cities | {name.casefold(): name for name in places}
