"""Tables with times that tell no updates: logs, statements of accounts, readings, addresses, timetables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from sitegen.importers.stamps.textlike import FEW_WORDS
from sitegen.importers.titles import ends_sentence
from sitegen.importers.written import Written, written

_REFUSED = "Its rows look like {}, and none of its columns like updates; {}."
_FORCE = "--columns '{}' imports them all the same, with the columns that you name"

_LEVELS = frozenset(
    ("trace", "debug", "info", "notice", "warn", "warning", "error", "critical", "fatal", "severe")
)
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_PHONE = re.compile(r"[+(]?\d[\d\s()/.-]{5,}")
_NUMBER = re.compile(r"[-+−]?[\d.,'\s]*\d\s?(?:%|°?[CF]|[A-Z]{3}|[€$£¥])?")
_WORD = re.compile(r"(?<![^\s(\"“'«])[^\W\d_]+(?![^\s.,;:!?)\"”'»])")

_PROSE = 8
"""Words from which on a text without a full stop may be one."""

_MANY = 6
"""Rows from which on round times without sentences are a timetable."""


def objection(cells: Mapping[str, Sequence[str]], roles: Mapping[str, str]) -> str:
    """Why these columns tell no updates, a sentence for people; empty where they may."""
    what = _what(cells, roles)
    named = ",".join(f"{role}={roles[role]}" for role in ("date", "time", "title", "text") if role in roles)
    return _REFUSED.format(what, _FORCE.format(named)) if what else ""


def _what(cells: Mapping[str, Sequence[str]], roles: Mapping[str, str]) -> str:
    told = {name: values for name, values in cells.items() if values}
    others = {name: values for name, values in told.items() if name not in roles.values()}

    def some(pattern: re.Pattern[str], columns: Mapping[str, Sequence[str]]) -> int:
        return sum(
            _mostly(pattern.fullmatch(value.strip()) for value in values) for values in columns.values()
        )

    levels = any(_mostly(value.strip().lower() in _LEVELS for value in values) for values in told.values())
    if levels or some(_ADDRESS, told):
        return "a log of machines"
    if some(_MAIL, others) and some(_PHONE, others):
        return "a list of addresses"
    texts = told.get(roles.get("text", "")) or told.get(roles.get("title", "")) or ()
    titles = told.get(roles.get("title", "")) or ()
    words = median(len(_WORD.findall(text)) for text in texts) if texts else 0
    if _sentences(texts) or _sentences(titles) or words >= _PROSE:
        return ""
    numbers = {name: values for name, values in others.items() if some(_NUMBER, {name: values})}
    exact = any(_mostly(re.search(r"\d[.,]\d", value) for value in values) for values in numbers.values())
    if some(_NUMBER, {"": texts}) or (exact and (len(numbers) > 1 or words <= FEW_WORDS)):
        return "numbers: readings, or a statement of an account"
    return "a timetable or programme" if _is_timetable(told, roles, words) else ""


def _is_timetable(told: Mapping[str, Sequence[str]], roles: Mapping[str, str], words: float) -> bool:
    """True where rows have several times of the clock, or round ones with a few words each."""
    clocks = [name for name, values in told.items() if _mostly(_is_clock(value) for value in values)]
    if len(clocks) > 1:
        return True
    times = [found for value in told.get(roles.get("time", ""), ()) if (found := _clock(value))]
    round_times = all(time.stamp.minute % 5 == 0 for time in times)
    return bool(clocks) and round_times and len(times) >= _MANY and words <= FEW_WORDS


def _clock(value: str) -> Written | None:
    found = written(value, "")
    return found if found and found.moment and found.moment.parts == {"time"} else None


def _is_clock(value: str) -> bool:
    return _clock(value) is not None


def _sentences(texts: Sequence[str]) -> bool:
    return sum(ends_sentence(text.strip()) for text in texts) * 2 >= len(texts) > 0


def _mostly(found: Iterable[object]) -> bool:
    each = [bool(one) for one in found]
    return sum(each) * 10 >= len(each) * 9 > 0
