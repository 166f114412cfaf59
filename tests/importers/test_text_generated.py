"""Any layout that can be put together comes back as it was: stamp style x titles x order x day x zone x language."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.text import TextImporter
from sitegen.ingest.conservation import missing_words
from sitegen.instants import Given, resolve

LANGUAGES = {
    "en": ("Gates", "Crane", "Wind", "Ships wait until {time}.", "It cost 12.50, and 1500 people came."),
    "de": ("Tore", "Kran", "Wind", "Schiffe warten bis {time} Uhr.", "Es stand 3:2, sagt man."),
    "fr": ("Portes", "Grue", "Vent", "Les navires attendent vers {time}.", "Tel. 01 23 45 67 89, dit-on."),
    "es": ("Puertas", "Grúa", "Viento", "Los barcos esperan a las {time}.", "Son 1.500, dicen."),
    "ru": ("Ворота", "Кран", "Ветер", "Суда ждут до {time}.", "Их 1500, говорят."),
    "uk": ("Ворота", "Кран", "Вітер", "Судна чекають до {time}.", "Їх 1500, кажуть."),
    "tr": ("Kapılar", "Vinç", "Rüzgar", "Gemiler {time} bekliyor.", "1.500 kişi geldi."),
    "ar": ("البوابات", "الرافعة", "الريح", "السفن تنتظر حتى {time}.", "جاء 1500 شخص."),
    "zh": ("閘門", "吊機", "大風", "船在等候到{time}。", "有1500人。"),
}


def twelve(moment):
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {'a' if moment.hour < 12 else 'p'}.m."


def clock(moment):
    return f"{moment:%H:%M}"


CLOCKS = {
    ":": clock,
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

WRAPS = {
    "plain": ("", ""),
    "brackets": ("[", "]"),
    "word": ("Update ", ""),
    "plus": ("+++ ", ""),
    "dash": ("– ", ""),
}


@dataclass(frozen=True, kw_only=True)
class Layout:
    clock: str
    date: str
    wrap: str
    titles: str
    language: str
    newest_first: bool
    zone: str
    gap: str
    offset: bool


LAYOUTS = st.builds(
    Layout,
    clock=st.sampled_from(sorted(CLOCKS)),
    date=st.sampled_from(sorted(DATES)),
    wrap=st.sampled_from(sorted(WRAPS)),
    titles=st.sampled_from(["above", "below", "line", "none", "text"]),
    language=st.sampled_from(sorted(LANGUAGES)),
    newest_first=st.booleans(),
    zone=st.sampled_from(["Europe/London", "Asia/Almaty", "America/New_York", "Asia/Kolkata"]),
    gap=st.sampled_from(["\n", "\n\n"]),
    offset=st.booleans(),
)

UPDATES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(1, 3), st.integers(4, 640)), min_size=5, max_size=12
)


def document(layout, updates):
    """The text, and what should be read in it: instant, title, paragraphs."""
    words = LANGUAGES[layout.language]
    moment = datetime(2022, 1, 5, 22, 40, tzinfo=ZoneInfo(layout.zone))
    told = []
    for number, (word, paragraphs, later) in enumerate(updates):
        body = [words[3 + (number + n) % 2].format(time=clock(moment)) for n in range(paragraphs)]
        body = [
            f"{n + 1 + number * 3} {line}" if layout.language == "zh" else f"{line[:-1]} ({n + number * 3})."
            for n, line in enumerate(body)
        ]
        told.append((moment, f"{words[word]} {'ABCDEFGHIJKL'[number]}", body))
        moment += timedelta(minutes=later)
    if layout.newest_first:
        told.reverse()
    head, tail = WRAPS[layout.wrap]
    blocks = []
    for moment, title, body in told:
        time = CLOCKS[layout.clock](moment) + (
            " GMT" if layout.offset and layout.zone == "Europe/London" else ""
        )
        stamp = f"{head}{DATES[layout.date](moment, time, layout.language)}{tail}"
        parts = {
            "above": [title, stamp, *body],
            "below": [stamp, title, *body],
            "line": [f"{stamp}: {title}", *body],
            "none": [stamp, *body],
            "text": [f"{stamp}: {body[0]}", *body[1:]],
        }[layout.titles]
        blocks.append(layout.gap.join(parts))
    titled = layout.titles in {"above", "below", "line"}
    expected = [(moment.astimezone(UTC), title if titled else "", body) for moment, title, body in told]
    return "\n\n".join(["Harbour day", "A day that has many hours.", *blocks]), expected


@settings(deadline=None, max_examples=300)
@given(LAYOUTS, UPDATES)
def test_any_layout_comes_back(layout, updates):
    text, expected = document(layout, updates)
    read = TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))
    assert [(entry.title, markup.parse(entry.body).text.split("\n")) for entry in read.entries] == [
        (title, body) for _, title, body in expected
    ]
    assert missing_words(read.text or text, read) == ()
    known = Given(date="2022-01-05", zone=ZoneInfo(layout.zone))
    found = resolve([entry.stamp for entry in read.entries], known, newest_first=read.newest_first)
    if not any(question.key == "time" for question in found.questions):
        assert [instant.time.astimezone(UTC) for instant in found.instants] == [at for at, _, _ in expected]
