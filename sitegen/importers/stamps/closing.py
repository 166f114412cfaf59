"""What stands between a time and the words behind it: `Uhr`, brackets, signs, the time in another zone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sitegen.importers.stamps.moment import Moment, read_moment
from sitegen.instants import fixed_offset

DAY = 24 * 60
"""Minutes of a day."""

QUARTER = 15
"""Offsets of zones are multiples of so many minutes."""

_HOURS = re.compile(
    r"\s*(?:uhr|h|hrs?|hs|hts|hours|heures|horas|ore|uur|hod|г|update(?=\s*:))\b", re.IGNORECASE
)
"""Words for `hours` behind a clock time, and `update`."""

_ABOUT = re.compile(
    r"\s*\(?(?:approx(?:imately|\.)?|estimated|est\.|circa|ca\.|env\.|ungefähr|примерно|приблизно)\)?(?=\s*[:–—-])"
    r"|(?:ごろ|頃|前后|前後|左右)",
    re.IGNORECASE,
)
"""Words behind a time that is not exact."""

_SIGNS = re.compile(
    r"\s*([\])】」〕*_]*)\s*"
    r"(\+{2,}|\.?\s?[-–—−]{1,3}|:{1,2}-?|：|[|•·»>▶►→]+|[,，、]|[.。](?=\s|$|[^\W\d_a-z]))?\s*"
)
"""Brackets, and a sign between a time and what follows it."""

_SECOND = re.compile(r"\s*(?P<open>[(/])\s*(?=\d)")
"""What stands before the same time in another zone: `20.30 (18.30 GMT)`, `11:45 am / 4:45 pm GMT`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The end of a stamp."""

    moment: Moment
    """What it prints; with an offset where it prints the time of a known zone too."""
    mark: str
    """Brackets and sign behind it; dashes of all lengths are the same."""
    end: int
    """Where the words behind it start."""
    about: str
    """Words behind it that say it is not exact; may be empty."""
    glued: bool
    """True where nothing stands between it and the words."""


def closing(text: str, moment: Moment) -> Closing:
    """What closes a time that was read in a text."""
    moment = _second_clock(text, moment)
    hours = _HOURS.match(text, moment.end)
    end = hours.end() if hours else moment.end
    about = _ABOUT.match(text, end)
    signs = _SIGNS.match(text, about.end() if about else end)
    assert signs
    sign = (signs[2] or "").replace("：", ":").replace("，", ",").replace("、", ",").replace("。", ".")
    mark = signs[1] + re.sub(r"\.?\s?[-–—−]+", "-", sign)
    return Closing(
        moment=moment,
        mark=mark,
        end=signs.end(),
        about=about[0] if about else "",
        glued=moment.end == signs.end(),
    )


def _second_clock(text: str, moment: Moment) -> Moment:
    """The moment with the time of another zone that stands behind it; the two tell its offset."""
    start = _SECOND.match(text, moment.end)
    if start is None or "time" not in moment.parts:
        return moment
    other = read_moment(text, start.end())
    bracket = start["open"] == "("
    if other is None or "date" in other.parts or not {"time", "zone"} <= other.parts:
        return moment
    end = other.end
    if bracket:
        if text[end : end + 1] != ")":
            return moment
        end += 1
    stamp = replace(moment.stamp, text=text[moment.start : end])
    offset = other.stamp.offset_minutes
    offset = fixed_offset(other.stamp.zone) if offset is None else offset
    if offset is not None and stamp.offset_minutes is None and not stamp.zone:
        here = stamp.hour * 60 + stamp.minute
        there = other.stamp.hour * 60 + other.stamp.minute
        between = (here - there + offset + DAY // 2) % DAY - DAY // 2
        if between % QUARTER == 0:
            stamp = replace(stamp, offset_minutes=between)
    return replace(moment, end=end, stamp=stamp)
