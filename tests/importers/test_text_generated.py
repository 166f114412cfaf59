"""Any layout that can be put together comes back as it was: stamps x titles x order x day x zone x language x page."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.text import TextImporter
from sitegen.ingest.conservation import missing_words
from sitegen.instants import Given, resolve


@dataclass(frozen=True, kw_only=True)
class Words:
    titles: tuple[str, str, str]
    texts: tuple[str, str]
    by: str
    share: str


LANGUAGES = {
    "en": Words(
        titles=("Gates", "Crane", "Wind"),
        texts=("Ships wait until {time}.", "It cost 12.50, and 1500 people came."),
        by="By ",
        share="Share",
    ),
    "de": Words(
        titles=("Tore", "Kran", "Wind"),
        texts=("Schiffe warten bis {time} Uhr.", "Es stand 3:2, sagt man."),
        by="Von ",
        share="Teilen",
    ),
    "fr": Words(
        titles=("Portes", "Grue", "Vent"),
        texts=("Les navires attendent vers {time}.", "Tel. 01 23 45 67 89, dit-on."),
        by="Par ",
        share="Partager",
    ),
    "es": Words(
        titles=("Puertas", "Grúa", "Viento"),
        texts=("Los barcos esperan a las {time}.", "Son 1.500, dicen."),
        by="Por ",
        share="Compartir",
    ),
    "it": Words(
        titles=("Porte", "Argano", "Vento"),
        texts=("Le navi aspettano alle {time}.", "Costa 12,50 euro."),
        by="Di ",
        share="Condividi",
    ),
    "pt": Words(
        titles=("Portas", "Grua", "Vento"),
        texts=("Os navios esperam até às {time}.", "São 1.500, dizem."),
        by="Por ",
        share="Partilhar",
    ),
    "ru": Words(
        titles=("Ворота", "Кран", "Ветер"),
        texts=("Суда ждут до {time}.", "Их 1500, говорят."),
        by="Автор: ",
        share="Поделиться",
    ),
    "uk": Words(
        titles=("Ворота", "Кран", "Вітер"),
        texts=("Судна чекають до {time}.", "Їх 1500, кажуть."),
        by="Автор: ",
        share="Поширити",
    ),
    "tr": Words(
        titles=("Kapılar", "Vinç", "Rüzgar"),
        texts=("Gemiler {time} bekliyor.", "1.500 kişi geldi."),
        by="Yazan: ",
        share="Paylaş",
    ),
    "ar": Words(
        titles=("البوابات", "الرافعة", "الريح"),
        texts=("السفن تنتظر حتى {time}.", "جاء 1500 شخص."),
        by="بقلم ",
        share="شارك",
    ),
    "zh": Words(
        titles=("閘門", "吊機", "大風"),
        texts=("船在等候到{time}。", "有1500人。"),
        by="記者 ",
        share="分享",
    ),
}


def twelve(moment):
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {'a' if moment.hour < 12 else 'p'}.m."


def clock(moment):
    return f"{moment:%H:%M}"


CLOCKS = {
    ":": clock,
    "seconds": lambda moment: f"{moment:%H:%M}:00",
    "12": twelve,
    "h": lambda moment: f"{moment.hour}h{moment.minute:02}",
    ".": lambda moment: f"{moment:%H.%M} Uhr",
    "pm": lambda moment: f"{moment.hour % 12 or 12}.{moment.minute:02}{'am' if moment.hour < 12 else 'pm'}",
}

DATES = {
    "none": lambda moment, text, language: text,
    "words": lambda moment, text, language: f"{format_date(moment, 'd MMMM y', locale=language)}, {text}",
    "numbers": lambda moment, text, language: f"{text} {moment:%d.%m.%Y}",
    "iso": lambda moment, text, language: f"{moment:%Y-%m-%d} {text}",
}

HEADINGS = {"none": "", "whole": "EEEE, d MMMM y", "no year": "d MMMM"}

WRAPS = {
    "plain": ("", ""),
    "brackets": ("[", "]"),
    "thick brackets": ("【", "】"),
    "word": ("Update ", ""),
    "plus": ("+++ ", ""),
    "dash": ("– ", ""),
    "bullet": ("• ", ""),
}

ZONES = {
    "Europe/London": " GMT",
    "Asia/Almaty": " GMT+6",
    "America/New_York": " ET",
    "Asia/Kolkata": " (UTC+05:30)",
}


@dataclass(frozen=True, kw_only=True)
class Layout:
    clock: str
    date: str
    heading: str
    wrap: str
    titles: str
    language: str
    newest_first: bool
    zone: str
    zone_printed: bool
    gap: str
    authors: bool
    share: bool
    foot: bool


LAYOUTS = st.builds(
    Layout,
    clock=st.sampled_from(sorted(CLOCKS)),
    date=st.sampled_from(sorted(DATES)),
    heading=st.sampled_from(sorted(HEADINGS)),
    wrap=st.sampled_from(sorted(WRAPS)),
    titles=st.sampled_from(["above", "below", "line", "none", "text"]),
    language=st.sampled_from(sorted(LANGUAGES)),
    newest_first=st.booleans(),
    zone=st.sampled_from(sorted(ZONES)),
    zone_printed=st.booleans(),
    gap=st.sampled_from(["\n", "\n\n"]),
    authors=st.booleans(),
    share=st.booleans(),
    foot=st.booleans(),
)

NOISE = (
    "",
    "Ada Example at quay {n} (Photo: Ben Sample)",
    "“We wait,” she says at 9:05, “and we are {n}.”",
    "https://example.org/harbour/2022/01/06/{n}",
    "What happens at 18:00 on quay {n}?",
    "8 p.m. is when {n} ships meet, they say.",
    "The Reds lead 3:2 – 14.50 for seat {n}",
    "WHAT WE KNOW ({n})",
    "It was 21:30 at quay {n}",
)
"""Lines inside of texts that are neither titles nor stamps."""

UPDATES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, 3), st.integers(4, 640), st.integers(0, len(NOISE) - 1)),
    min_size=5,
    max_size=12,
)

AUTHORS = ("Ada Example", "Ben Sample", "Cleo Muster")


@dataclass(frozen=True, kw_only=True)
class Told:
    at: datetime
    title: str
    author: str
    body: list[str]


def stories(layout, updates):
    """What is told, oldest first."""
    words = LANGUAGES[layout.language]
    moment = datetime(2022, 1, 5, 22, 40, tzinfo=ZoneInfo(layout.zone))
    for number, (word, paragraphs, later, noise) in enumerate(updates):
        lines = [words.texts[(number + n) % 2].format(time=clock(moment)) for n in range(paragraphs)]
        body = [
            f"{n + 1 + number * 3} {line}" if layout.language == "zh" else f"{line[:-1]} ({n + number * 3})."
            for n, line in enumerate(lines)
        ]
        if NOISE[noise] and len(body) > 1:
            body.insert(1, NOISE[noise].format(n=number))
        yield Told(
            at=moment,
            title=f"{words.titles[word]} {number + 1}",
            author=AUTHORS[(number + word) % 3],
            body=body,
        )
        moment += timedelta(minutes=later)


def document(layout, updates):
    """The text, and what should be read in it, in page order."""
    words = LANGUAGES[layout.language]
    told = list(stories(layout, updates))
    if layout.newest_first:
        told.reverse()
    head, tail = WRAPS[layout.wrap]
    blocks = []
    day = None
    for one in told:
        time = CLOCKS[layout.clock](one.at) + (ZONES[layout.zone] if layout.zone_printed else "")
        stamp = f"{head}{DATES[layout.date](one.at, time, layout.language)}{tail}"
        by = [words.by + one.author] if layout.authors and layout.titles != "text" else []
        parts = {
            "above": [one.title, stamp, *by, *one.body],
            "below": [stamp, one.title, *by, *one.body],
            "line": [f"{stamp}: {one.title}", *by, *one.body],
            "none": [stamp, *by, *one.body],
            "text": [f"{stamp}: {one.body[0]}", *one.body[1:]],
        }[layout.titles]
        if HEADINGS[layout.heading] and layout.date == "none" and one.at.date() != day:
            day = one.at.date()
            blocks.append(format_date(day, HEADINGS[layout.heading], locale=layout.language))
        blocks.append(layout.gap.join([*parts, *([words.share] if layout.share else [])]))
    foot = ["© 2022 Harbour Herald"] if layout.foot else []
    return "\n\n".join(["Harbour day", "A day that has many hours.", *blocks, *foot]), told


def check(layout, updates):
    text, told = document(layout, updates)
    titled = layout.titles in {"above", "below", "line"}
    credited = layout.authors and layout.titles != "text"
    read = TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))
    assert [
        (entry.title, entry.authors, markup.parse(entry.body).text.split("\n")) for entry in read.entries
    ] == [(one.title if titled else "", (one.author,) if credited else (), one.body) for one in told]
    assert missing_words(read.text or text, read) == ()
    known = Given(date="2022-01-05", zone=ZoneInfo(layout.zone))
    found = resolve([entry.stamp for entry in read.entries], known, newest_first=read.newest_first)
    if not any(question.key == "time" for question in found.questions):
        assert [instant.time.astimezone(UTC) for instant in found.instants] == [
            one.at.astimezone(UTC) for one in told
        ]


@settings(deadline=None, max_examples=300)
@given(LAYOUTS, UPDATES)
def test_any_layout_comes_back(layout, updates):
    check(layout, updates)


PLAIN = {
    "clock": ":",
    "date": "none",
    "heading": "none",
    "wrap": "plain",
    "zone": "Europe/London",
    "zone_printed": False,
    "gap": "\n\n",
    "authors": False,
    "share": True,
    "foot": True,
}


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("titles", ["above", "below", "text"])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_hundred_updates_over_days(language, titles, newest_first):
    updates = [(n % 3, 1 + n % 3, 7 + n * 37 % 190, n % len(NOISE)) for n in range(100)]
    check(Layout(language=language, titles=titles, newest_first=newest_first, **PLAIN), updates)


@pytest.mark.parametrize("heading", sorted(HEADINGS))
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_days_in_every_language(language, heading):
    updates = [(n % 3, 2, 170, 0) for n in range(20)]
    check(
        Layout(language=language, titles="below", newest_first=True, **{**PLAIN, "heading": heading}), updates
    )
