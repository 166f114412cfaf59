"""Patterns of the parts of a stamp, made of the words of all languages."""

from __future__ import annotations

import re
from functools import cache

from sitegen.importers.stamps import words

_MEASURES = (
    r"[%€$£¥₺₽₴]|(?:euros?|eur|usd|gbp|chf|dollars?|pounds?|francs?|franken|lira|tl|руб\w*|грн|million\w*|mio|mrd|"
    r"milliard\w*|billion\w*|miles?|km|kg|meter|metres?|meters?|percent|prozent|points?|punkte|degrees)\b"
)
"""What follows numbers that are no times."""

UNIT = "|".join(words.SPANS)

SPAN = re.compile(rf"(\d{{1,3}})\s*({UNIT})(?![^\W\d_])", re.IGNORECASE)

JOINT = re.compile(rf"(?:\s*(?:[,@|/·•–—\-()]|(?:{words.JOIN})(?!\w)))*\s*", re.IGNORECASE)

_HALF = r"(?P<half>[ap]\.?\s?m\b\.?|[AP]\.?\s?M\b\.?|ص(?!\w)|م(?!\w))"

_ALONE = r"(?=\s*(?:$|[)\]|·•–—]))"
"""Nothing follows but a sign: words such as `an hour ago` start many a sentence."""

_CLOCK_NEXT = r"(?=,?\s+(?:(?:at|um|à|a las|alle|às|om|в|о)\s+)?\d{1,2}[:.h]\d\d(?!\.?\d))"
"""A clock time follows, so that what stands before it is a date."""


@cache
def first_words() -> re.Pattern[str]:
    """What stamps may start with, besides numbers."""
    names = words.alternation((*words.months(), *words.weekdays()))
    counts = words.alternation(words.COUNTS)
    return re.compile(
        rf"(?:{names}|{words.AGO_BEFORE}|{counts}|час|минуту|годину|хвилину|{words.NOW})(?!\w)|{words.HALF_CJK}",
        re.IGNORECASE,
    )


@cache
def last_words() -> re.Pattern[str]:
    """What stamps may end with, besides numbers."""
    names = words.alternation(
        (*words.months(), *words.weekdays(), *(name.casefold() for name in words.zones()))
    )
    return re.compile(
        rf"(?:(?<!\w)(?:{names}|{words.AGO_BEHIND}|{UNIT}|uhr|hrs?|hours|horas|heures|г|року|р)\.?|[ap]\.?\s?m\.?|[صم分時时點点整半日前号號]"
        r"|\d\s?h)$",
        re.IGNORECASE,
    )


@cache
def rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Parts of a stamp by name, in the order in which they are tried at a place."""
    name = words.alternation(words.months())
    month = rf"(?P<month>{name})(?:\s*/\s*(?:{name})(?!\w))?"
    day_names = words.alternation(words.weekdays())
    zone_names = "|".join(rf"{re.escape(name)}" for name in words.zones())
    span = rf"\d{{1,3}}\s*(?:{UNIT})\.?"
    spans = rf"{span}(?:[\s,]*(?:and\s+|und\s+|et\s+|y\s+)?{span}){{0,2}}"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?\.?"
    some = rf"(?P<count>{words.alternation(words.COUNTS)})\s+(?P<unit>{UNIT})"
    sources = (
        ("ago_words", rf"{some}\s+(?:{words.AGO_BEHIND}){_ALONE}"),
        ("ago_words", rf"(?:{words.AGO_BEFORE})\s+{some}{_ALONE}"),
        ("ago_one", rf"(?P<unit>час|минуту|годину|хвилину)\s+(?:назад|тому){_ALONE}"),
        ("ago_now", rf"(?:{words.NOW}){_ALONE}"),
        ("ago_behind", rf"{spans}\s*(?:{words.AGO_BEHIND})(?-i:(?![a-zа-яё]))"),
        ("ago_before", rf"(?:{words.AGO_BEFORE})\s+{spans}(?![^\W\d_])"),
        (
            "date_iso",
            r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?:T(?=\d\d:)|(?!\d))",
        ),
        ("date_cjk", r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号號]"),
        (
            "date_numeric",
            r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?!:?\d)",
        ),
        ("date_short", r"(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})\.?" + _CLOCK_NEXT),
        (
            "date_month",
            rf"{month}\.?\s+{day}(?![:.h]?\d)(?!\s*[ap]\.?m\b)(?:,?\s+(?P<year>\d{{4}})(?!:?\d))?",
        ),
        (
            "date_day",
            (
                rf"{day}\s+(?:de\s+|of\s+)?{month}(?!\w)\.?(?:,?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})(?!:?\d))?"
                r"(?:\s*(?:г\.|року|р\.))?"
            ),
        ),
        (
            "time_cjk",
            (
                rf"(?P<half>{words.HALF_CJK})?\s*(?P<hour>\d{{1,2}})\s*"
                r"[時时点點](?:\s*(?:(?P<minute>\d{1,2})\s*分|(?P<thirty>半)|整))?"
            ),
        ),
        (
            "time_12",
            rf"(?P<hour>\d{{1,2}})(?:[:.：h](?P<minute>\d\d))?(?:[:.](?P<second>\d\d))?:?\s*{_HALF}",
        ),
        (
            "time_:",
            (
                rf"(?P<half>{words.HALF_CJK})?\s*(?P<hour>\d{{1,2}})[:：](?P<minute>\d\d)"
                r"(?:[:：](?P<second>\d\d)(?:\.\d+)?)?(?!:?\d)(?:\s*h(?!\w))?"
            ),
        ),
        (
            "time_h",
            (
                r"(?P<hour>\d{1,2})\s?[hH]\s?(?P<minute>\d\d)(?!\d)"
                r"(?:\s?m(?:in|n)?(?:\.|\s?(?P<second>\d\d)\s?s?)?(?!\w))?"
            ),
        ),
        ("time_h_full", r"(?P<hour>\d{1,2})(?:\s?[hH](?!\w)|\s+heures?(?!\w)(?:\s+(?P<minute>\d\d)(?!\w))?)"),
        ("time_gap", r"(?P<hour>\d{1,2}) (?P<minute>\d\d)(?=\s(?:horas|hrs|Uhr)\b)"),
        ("time_.", rf"(?P<hour>\d{{1,2}})\.(?P<minute>\d\d)(?!\d|[.,]\d|\s*(?:{_MEASURES}))"),
        ("time_.", r"(?<=\bore )(?P<hour>\d{1,2}),(?P<minute>\d\d)(?![\d.,])"),
        ("time_uhr", r"(?P<hour>\d{1,2})\s*Uhr(?:\s+(?P<minute>\d\d)(?!\d))?(?!\w)"),
        ("time_bare", r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?![\d.,:%/-]?\d)"),
        (
            "zone_offset",
            r"(?:(?:GMT|UTC)\s?)?(?P<sign>[+−-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?!:?\d)",
        ),
        ("zone_name", rf"(?P<zone>{zone_names})(?![^\WA-Z]|[A-Z](?![a-z]))"),
        ("zone_greenwich", r"(?:بتوقيت\s+)?(?:غرينتش|جرينتش)(?!\w)"),
        ("weekday_name", rf"(?P<weekday>{day_names})(?![\w'’])\.?"),
    )
    return tuple(
        (name, re.compile(source, 0 if name.startswith("zone") else re.IGNORECASE))
        for name, source in sources
    )
