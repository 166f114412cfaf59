"""Words that stamps are made of: names of months and days, zones, spans of time, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

from sitegen.instants import zone_names

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "ar", "zh", "tr", "pl", "he", "hi")
"""Languages whose month and day names are read. Where two clash, the earlier one holds."""

_LEVANT = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"

_MORE_MONTHS = {
    "sept": 9,
    "juil": 7,
    "août": 8,
    "aout": 8,
    "mrz": 3,
    "märz": 3,
    **{name: number for number, name in enumerate(_LEVANT.split("|"), start=1)},
}
"""Names that no calendar of these languages has: other spellings, and the Arabic names of the Levant."""

SPANS: Mapping[str, int] = MappingProxyType(
    {
        "s|secs?|second\\(s\\)|seconds?|sek(?:unden?)?|secondes?|segundos?|секунд\\w*|saniye|秒|ثانية|ثوان|सेकंड|שניות"
        "": 1,
        "m|mins?|minute\\(s\\)|minutes?|minuten?|minutos?|minuti|минут\\w*|мин|хв\\w*|dakika|dk|分钟|分鐘|分|دقيقة|دقائق|मिनट|דקות"
        "": 60,
        "h|hrs?|hour\\(s\\)|hours?|std|stunden?|heures?|horas?|ore|uur|час\\w*|ч|год\\w*|saat|sa|小时|小時|ساعة|ساعات|घंटे|घंटा|שעות"
        "": 3600,
        "d|day\\(s\\)|days?|tag(?:e|en)?|jours?|j|días?|dias?|giorni|дн\\w*|день|gün|天|يوم|أيام|दिन|ימים"
        "": 86400,
        "years?|साल|वर्ष": 31536000,
    }
)
"""Units of relative times, as patterns, with their seconds."""

HALF_CJK = "上午|午前|凌晨|清晨|早上|早晨|中午|下午|午後|晚上|晚间|晚間|傍晚|深夜"
"""Chinese and Japanese words for the half of the day, before a clock time."""

AFTER_NOON = frozenset({"下午", "午後", "晚上", "晚间", "晚間", "傍晚", "中午", "深夜"})
"""Those of them, after which an hour up to 12 is one of the afternoon."""

NIGHT = frozenset({"晚上", "晚间", "晚間", "深夜"})
"""Those of them that go on past midnight: 晚上12點 is no noon."""

AGO_BEFORE = "vor|il y a|hace|há|منذ|قبل|לפני"
"""Words that stand before a span that is past."""

AGO_BEHIND = "ago|fa|geleden|назад|тому|önce|前|पहले"
"""Words that stand behind a span that is past."""

_ONE = ("a", "an", "one", "eine", "einer", "einem", "un", "une", "una", "uma", "um", "een", "bir")
_MORE = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

COUNTS: Mapping[str, float] = MappingProxyType(
    {
        "half an": 0.5,
        **dict.fromkeys(_ONE, 1.0),
        **{word: float(number) for number, word in enumerate(_MORE, start=2)},
    }
)
"""Words for how many units a span has."""

NOW = (
    r"just now|(?:a )?moments? ago|gerade eben|à l['’]instant|ahora mismo|hace un momento|agora mesmo|"
    r"proprio ora|zojuist|только что|щойно|az önce|刚刚|剛剛"
)
"""Words for no time at all before the moment of saving."""

JOIN = (
    r"at|on|um|am|le|à|às|a\s+las|a\s+la|alle|el|del|de|den|der|op|om|в|о|об|saat|kl\.?|"
    r"uhr|hrs?|hours|local\s+time|ortszeit|heure\s+locale|يوم|الساعة"
)
"""Words between the parts of a stamp, which say nothing."""


_TODAY = re.compile(
    "today|yesterday|heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|сегодня|вчера|"
    "сьогодні|вчора|bugün|dün|dzisiaj|dziś|wczoraj|اليوم|أمس|今天|昨天|今日|昨日|היום|אתמול",
    re.IGNORECASE,
)


def is_today(text: str) -> bool:
    """True for a word that tells a day by that of reading: `today`, `yesterday`."""
    return bool(_TODAY.fullmatch(text))


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.sub("[ʼ'’]", "[ʼ'’]", re.escape(word)) for word in longest)


@cache
def months() -> Mapping[str, int]:
    """Names of months without a final dot, folded, with their numbers."""
    found: dict[str, int] = dict(_MORE_MONTHS)
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    word = str(name).strip().rstrip(".").casefold()
                    if re.search(r"[^\W\d_]", word) and not word[0].isdigit():
                        found.setdefault(word, int(number))
    return MappingProxyType(found)


@cache
def weekdays() -> Mapping[str, int]:
    """Names of days without a final dot, folded, with their numbers; 0 for Monday."""
    found = {"tues": 1, "thurs": 3, "thur": 3, "weds": 2}
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.days[context][width].items():
                    word = str(name).strip().rstrip(".").casefold()
                    if len(word) > 1:
                        found.setdefault(word, int(number))
    return MappingProxyType(found)


def weekday(name: str) -> int:
    """The number of a day by its name, as `weekdays` has it, with any apostrophe in it."""
    return weekdays()[re.sub("[ʼ'’]", "ʼ", name.casefold())]


@cache
def zones() -> tuple[str, ...]:
    """Zone letters and names, longest first."""
    return tuple(sorted(zone_names(), key=lambda name: (-len(name), name)))
