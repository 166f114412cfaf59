"""The layout of `13:32 , Name`, read by its shape; every sloppiness that a saved page may have."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.text import TextImporter

WHOLE = """Fire in the harbour: quays closed as smoke drifts over the town

A fire broke out on Friday morning. Nobody was hurt.

It was under control by noon.

What we know

  • Quay four is closed

  • Two ships were moved

08:00 , Ada Example

Good morning.

Smoke over quay four

08:10 , Ada Example

Smoke rises.

More here:

How the port was built

Ships are moved

08:30 , Ben Sample

Two ships leave.

Tugs at work on Friday (PORT OFFICE)
Tugs at work on Friday (PORT OFFICE)

All is over

12:00 , Ben Sample

The fire is out.
"""

TITLES = ["", "Smoke over quay four", "Ships are moved", "All is over"]


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return TextImporter().read(SavedDocument(name="page.txt", data=data))


def shape(text):
    """Title and body of each update."""
    return [(entry.title, entry.body) for entry in read(text).entries]


def titles(text):
    return [entry.title for entry in read(text).entries]


def test_a_whole_document():
    document = read(WHOLE)
    assert document.importer == "text"
    assert document.title == "Fire in the harbour: quays closed as smoke drifts over the town"
    assert document.summary == (
        "A fire broke out on Friday morning. Nobody was hurt.\n\nIt was under control by noon."
    )
    assert document.key_points == ("Quay four is closed", "Two ships were moved")
    assert not document.newest_first
    assert [entry.stamp.text for entry in document.entries] == ["08:00", "08:10", "08:30", "12:00"]
    assert [entry.authors for entry in document.entries] == [("Ada Example",)] * 2 + [("Ben Sample",)] * 2
    assert [entry.locator for entry in document.entries] == ["line 13", "line 17", "line 27", "line 36"]
    assert [entry.title for entry in document.entries] == TITLES
    assert [entry.body for entry in document.entries] == [
        "Good morning.",
        "Smoke rises.\n\nMore here:\n\nHow the port was built",
        "Two ships leave.\n\nTugs at work on Friday (PORT OFFICE)",
        "The fire is out.",
    ]
    assert [(line.locator, line.text, line.reason) for line in document.left_out] == [
        ("line 7", "What we know", "heading of the key points"),
        (
            "line 34",
            "Tugs at work on Friday (PORT OFFICE)",
            "the line stands twice in a row, as captions of pictures do; kept once",
        ),
    ]
    assert document.suspects == ()
    assert document.inferred == (
        "oldest update first, as 3 of 3 times follow an earlier one",
        "titles are the last line above the stamp, for 3 of 4 updates",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: "\n\n" + text + "\n\n\n",
        lambda text: text.replace("\n\n", "\n\n\n\n"),
        lambda text: text.replace("\n\n", "\n \t \n"),
        lambda text: text.replace("  •", "\t•"),
        lambda text: text.replace("  •", "•"),
        lambda text: text.replace("  • ", "•\n"),
        lambda text: text.replace("  •", "-"),
        lambda text: text.replace("  • ", "-\n"),
        lambda text: text.replace("  •", "  –"),
        lambda text: text.replace("  •", "  *"),
        lambda text: text.replace("\n", " \n"),
        lambda text: text.replace(" ,", ","),
        lambda text: text.replace("\n08", "\n\t08"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.encode("utf-16"),
    ],
)
def test_sloppy_forms_of_it_read_the_same(change):
    document, expected = read(change(WHOLE)), read(WHOLE)
    assert document.title == expected.title
    assert document.summary == expected.summary
    assert document.key_points == expected.key_points
    assert [entry.stamp for entry in document.entries] == [entry.stamp for entry in expected.entries]
    assert [entry.title for entry in document.entries] == TITLES
    assert [entry.body for entry in document.entries] == [entry.body for entry in expected.entries]
    assert [line.text for line in document.left_out] == [line.text for line in expected.left_out]


def test_a_stamp_as_the_last_line_is_an_update_with_a_title_only():
    assert shape(WHOLE + "\nThe quay opens\n\n13:00 , Ada Example")[-1] == ("The quay opens", "")


def test_two_stamps_in_a_row_are_two_updates():
    assert shape(WHOLE + "\n13:00 , Ada Example\n13:05 , Ben Sample\nText.")[-2:] == [("", ""), ("", "Text.")]


def test_a_title_directly_above_its_stamp():
    assert titles(WHOLE.replace("\n\n08", "\n08").replace("\n\n12", "\n12")) == TITLES


@pytest.mark.parametrize(
    "title",
    [
        "Watch live: Ships leave at 21:15",
        "08:30 is the hour to watch",
        "What do we know?",
        "Out at last!",
        "Hope is fading…",
        "‘Crackdown will be far reaching'",
        "Ships from the U.S.",
        "No. 4 reopens",
        "Ships are moved " + "far " * 15 + "away",
        "Ships",
        "消防隊到達",
    ],
)
def test_titles_of_any_kind(title):
    assert titles(WHOLE.replace("Ships are moved", title))[2] == title


@pytest.mark.parametrize(
    "text",
    [
        "They went home.",
        "“They went home.”",
        "They went home.”)",
        "Read the full story here:",
        "• They went home",
        "They went home " + "and back " * 30 + "again",
        "They went home\nThey went home\n",
        "火は消えた。",
        "***",
    ],
)
def test_the_end_of_a_text_above_a_stamp_is_no_title(text):
    document = read(WHOLE.replace("Ships are moved", text))
    assert [entry.title for entry in document.entries] == ["", TITLES[1], "", TITLES[3]]
    words = text.split("\n")[0].removeprefix("• ")
    assert document.entries[1].body.replace("\\", "").endswith(words)


def test_a_line_that_was_not_taken_for_a_title_is_named():
    document = read(WHOLE.replace("Ships are moved", "They went home."))
    assert document.inferred[1:] == (
        "titles are the last line above the stamp, for 2 of 4 updates",
        "line 27 stands above a stamp and is no title: it ends with a full stop",
    )


def test_a_linked_line_with_the_words_of_the_next_title_stays():
    text = WHOLE.replace("How the port was built", "Ships are moved")
    assert titles(text) == TITLES
    assert read(text).entries[1].body.endswith("More here:\n\nShips are moved")
    compact = text.replace("\n\n", "\n")
    assert titles(compact) == TITLES
    assert read(compact).entries[1].body.endswith("More here:\n\nShips are moved")


def test_a_line_that_stands_three_times_is_kept_once():
    caption = "Tugs at work on Friday (PORT OFFICE)\n"
    document = read(WHOLE.replace(caption * 2, caption * 3))
    assert document.entries[2].body.count("Tugs") == 1
    assert [line.locator for line in document.left_out] == ["line 7", "line 34", "line 35"]


def test_lines_that_are_nearly_the_same_are_both_kept():
    text = WHOLE.replace(
        "(PORT OFFICE)\nTugs at work on Friday (PORT OFFICE)", "(PORT OFFICE)\nTugs at work on Friday (AP)"
    )
    assert read(text).entries[2].body.count("Tugs") == 2


def test_the_same_paragraph_below_an_empty_line_is_kept():
    text = WHOLE.replace("Two ships leave.", "Out, out!\n\nOut, out!")
    assert read(text).entries[2].body.count("Out, out!") == 2


def test_updates_without_titles():
    text = "Fire in the harbour\n\n08:00 , Ada Example\n\nSmoke\n\n08:10 , Ada Example\n\nFlames\n\n08:20 , Ada Example\n\nWater\n"
    assert shape(text) == [("", "Smoke"), ("", "Flames"), ("", "Water")]
    assert read(text).title == "Fire in the harbour"


def test_updates_of_titles_only():
    text = "Fire in the harbour\n\nSmoke\n\n08:00 , Ada Example\n\nFlames\n\n08:10 , Ada Example\n\nWater\n\n08:20 , Ada Example\n"
    assert shape(text) == [("Smoke", ""), ("Flames", ""), ("Water", "")]


def test_titles_that_end_with_full_stops():
    body = "The wind has turned, and the fire brigade now hopes to save the second quay as well. Ships wait outside."
    blocks = [
        f"{title}.\n\n08:{minute} , Ada Example\n\n{body}\n\n{body}"
        for minute, title in enumerate(
            ["Smoke rises", "Flames are seen", "Water arrives", "Fire is out"], start=10
        )
    ]
    text = "Fire in the harbour\n\n" + "\n\n".join(blocks)
    assert titles(text) == ["Smoke rises.", "Flames are seen.", "Water arrives.", "Fire is out."]


def test_short_sentences_are_no_titles_where_all_texts_are_short():
    blocks = [
        f"08:{minute} , Ada Example\n\n{text}."
        for minute, text in enumerate(
            ["Smoke rises", "Flames are seen", "Water arrives", "Fire is out"], start=10
        )
    ]
    assert titles("Fire in the harbour\n\n" + "\n\n".join(blocks)) == [""] * 4


def test_newest_first():
    document = read(
        "Head\n\nStandfirst.\n\nC\n\n00:10 , A\n\nText.\n\nB\n\n23:50 , A\n\nText.\n\nA\n\n23:30 , A\n\nText."
    )
    assert document.newest_first
    assert [entry.title for entry in document.entries] == ["C", "B", "A"]


@pytest.mark.parametrize(
    ("header", "title", "summary", "key_points", "first"),
    [
        ("", "", "", (), ""),
        ("Fire", "Fire", "", (), ""),
        ("Fire\n\nSmoke", "Fire", "", (), "Smoke"),
        ("Fire\n\nA standfirst.", "Fire", "A standfirst.", (), ""),
        ("Fire\n\nA standfirst.\n\nSmoke", "Fire", "A standfirst.", (), "Smoke"),
        ("A standfirst with no headline above.", "", "A standfirst with no headline above.", (), ""),
        ("Fire\n\n• one\n• two", "Fire", "", ("one", "two"), ""),
        ("Fire\n\n• one\n• two\n\nSmoke", "Fire", "", ("one", "two"), "Smoke"),
        ("Fire\n\n• one\n• two\n\nAfter it.\n\nSmoke", "Fire", "After it.", ("one", "two"), "Smoke"),
        ("Fire\n\nA standfirst.\n\n• one", "Fire", "A standfirst.", ("one",), ""),
        ("Fire\n\nA standfirst.\n\n- one", "Fire", "A standfirst.", (), "- one"),
        ("News\n\nFire in the harbour\n\nA standfirst.", "Fire in the harbour", "A standfirst.", (), ""),
        ("1. Fire", "1. Fire", "", (), ""),
        ("Fire\n\n1986. A great year.\n\n• one", "Fire", "1986\\. A great year.", ("one",), ""),
    ],
)
def test_headers(header, title, summary, key_points, first):
    document = read(
        f"{header}\n\n08:00 , Ada Example\n\nGood morning. All is well.\n\nFlames\n\n08:10 , Ada Example\n\nText."
    )
    assert (document.title, document.summary, document.key_points) == (title, summary, key_points)
    assert [entry.title for entry in document.entries] == [first, "Flames"]


def test_the_name_of_a_section_is_reported():
    document = read("News\n\nFire in the harbour\n\nA standfirst.\n\n08:00 , Ada Example\n\nText.")
    assert [(line.locator, line.text) for line in document.left_out] == [("line 1", "News")]


def test_one_stamp_is_enough():
    assert shape("Fire\n\n08:00 , Ada Example\n\nText.") == [("", "Text.")]


@pytest.mark.parametrize(
    "text",
    [
        "At 13:30 it began.\n\nIt ended at 18:44 , said Ada Example.\n",
        "13:30\n\nText.\n\n13:40\n\nText.\n",
        "Ada Example, 13:30\n\nText.",
        "24:30 , Ada Example\n\nText.",
        "18:44 , said\n\nText.",
        "Scores: 3:2 , 4:1\n\nTickets: 12.50 , Children half price.",
        "| 13:30 | Ada Example |\n|---|---|",
    ],
)
def test_no_update_is_invented(text):
    with pytest.raises(NotALiveBlogError, match="no updates in it"):
        read(text)


def test_a_time_in_running_text_is_no_stamp():
    text = WHOLE.replace(
        "Two ships leave.",
        "18:44 , said\n\n21:30 , or 16:30 in the capital, is the hour for the start, they said.",
    )
    document = read(text)
    assert len(document.entries) == 4
    assert document.entries[2].body.startswith("18:44 , said\n\n21:30 , or 16:30")


def test_lists_in_a_text():
    text = WHOLE.replace(
        "Two ships leave.",
        "Rules:\n\n• no fire\n\n• no 1. smoke\n\nSo they say.\n\n- one\n- two\n\n- Reuters\n\n+ 5 C",
    )
    assert (
        read(text)
        .entries[2]
        .body.startswith(
            "Rules:\n\n- no fire\n- no 1. smoke\n\nSo they say.\n\n- one\n- two\n- Reuters\n\n\\+ 5 C"
        )
    )


def test_a_single_dash_is_no_list():
    text = WHOLE.replace("Two ships leave.", "Two ships leave.\n\n- Reuters\n\nMore follows.")
    assert read(text).entries[2].body.startswith("Two ships leave.\n\n\\- Reuters\n\nMore follows.")


def test_lines_cut_to_a_width_are_one_paragraph():
    body = (
        "The wind has turned and the fire brigade now hopes to save the second\n"
        "quay as well, while ships wait outside in a line that reaches as far\n"
        "as the lighthouse, where people stand and look."
    )
    text = WHOLE.replace("Smoke rises.", f"{body}\n\n{body}").replace(
        "The fire is out.", f"{body}\n\n• {body.replace(chr(10), chr(10) + '  ')}"
    )
    text = text.replace("A fire broke out on Friday morning. Nobody was hurt.", body).replace(
        "Fire in the harbour: quays closed as smoke drifts over the town", "Fire in the harbour"
    )
    document = read(text)
    assert document.summary.startswith(body + "\n\n")
    assert document.entries[1].body.startswith(f"{body}\n\n{body}\n\nMore here:")
    assert document.entries[3].body == f"{body}\n\n- {body.replace(chr(10), chr(10) + '  ')}"
    assert [entry.title for entry in document.entries] == TITLES


def test_broken_and_odd_characters_are_kept_and_the_broken_ones_reported():
    document = read(WHOLE.replace("Smoke rises.", "Smoke rises in Kazakhstan’€™s sky, 'says’ a “witness‘."))
    assert document.entries[1].body.startswith("Smoke rises in Kazakhstan’€™s sky, 'says’ a “witness‘.")
    assert [(line.locator, line.text) for line in document.suspects] == [("line 21", "Kazakhstan’€™s")]


def test_other_encodings_are_told():
    document = read(WHOLE.replace("Smoke rises.", "Smoke rises – “high”.").encode("cp1252"))
    assert document.entries[1].body.startswith("Smoke rises – “high”.")
    assert document.inferred[0].startswith("the encoding is windows-1252")


PHRASES = st.lists(
    st.sampled_from(
        ["Smoke", "fire", "12", "ships’", "(AP)", "“calm”", "over", "in:", "-", "5%", "UK,", "08:30", "港"]
    ),
    min_size=2,
    max_size=9,
)
TITLE_LINES = PHRASES.map(" ".join).filter(lambda line: line[0] not in "-(" and line[-1] not in ":-")
SENTENCES = st.lists(
    PHRASES.map(lambda words: f"They say {' '.join(words)}."), min_size=1, max_size=3, unique=True
)
UPDATES = st.lists(st.tuples(TITLE_LINES, SENTENCES, st.integers(5, 300)), min_size=3, max_size=12)


@settings(deadline=None)
@given(UPDATES, st.booleans(), st.sampled_from(["\n", "\n\n"]), st.sampled_from(["\n", "\r\n"]))
def test_any_document_of_this_layout_comes_back(updates, newest_first, gap, end):
    minutes, blocks = 0, []
    for title, body, later in updates:
        minutes += later
        blocks.append((title, f"{minutes // 60 % 24:02}:{minutes % 60:02}", body))
    if newest_first:
        blocks.reverse()
    text = gap.join(
        [
            "Headline of it",
            "A standfirst.",
            *(gap.join([t, f"{at} , Ada Example", *body]) for t, at, body in blocks),
        ]
    )
    document = read(text.replace("\n", end))
    assert document.newest_first is newest_first
    assert [(e.title, e.stamp.text) for e in document.entries] == [(title, at) for title, at, _ in blocks]
    assert [markup.parse(e.body).text.split("\n") for e in document.entries] == [
        body for _, _, body in blocks
    ]


@pytest.mark.parametrize("name", ["kazakhstan-2022", "layouts/independent-plain-ukpolitics-2024"])
def test_real_layouts(cases, name):
    document = read((cases / f"{name}.txt").read_bytes())
    gold = json.loads((cases / f"{name}.gold.json").read_text(encoding="utf-8"))
    assert document.newest_first is (gold["order"] == "desc")
    assert [(e.stamp.text, e.title, e.authors) for e in document.entries] == [
        (update["time_as_printed"], update["title"] or "", (update["author"],)) for update in gold["updates"]
    ]
    for entry, update in zip(document.entries, gold["updates"], strict=True):
        assert entry.body.startswith(update["first_words"] or "")
        assert entry.body.endswith(update.get("last_words") or "")


@pytest.mark.parametrize("heading", ["{}", "{}:"])
def test_days_of_the_week_are_headings_too(heading):
    days = [heading.format(day) for day in ("Sunday", "Saturday", "Friday")]
    text = (
        f"Storm diary\n\n{days[0]}\n\n09:30\nThe roof is on the lawn.\n\n{days[1]}\n\n23:45\nThe wind drops.\n\n"
        f"18:10\nTiles come down.\n\n{days[2]}\n\n16:00\nThe radio says 80mph."
    )
    document = read(text)
    assert [entry.stamp.weekday for entry in document.entries] == [6, 5, 5, 4]
    assert document.newest_first


def test_a_name_that_is_also_a_day_is_no_heading():
    text = "Storm diary\n\n09:30\nSunday\nThe roof is on the lawn.\n\n10:45\nFriday\nThe wind drops.\n\n11:10\nWind\nTiles."
    assert titles(text) == ["Sunday", "Friday", "Wind"]


def test_a_list_of_key_events_is_no_updates():
    feed = "10:40\nGates open\nGood.\n\n09:15\nCrane stops\nBad.\n\n08:00\nWind\nOh."
    document = read(f"Harbour day\n\nKey events\n10:40\nGates open\n09:15\nCrane stops\n\n{feed}")
    assert [entry.title for entry in document.entries] == ["Gates open", "Crane stops", "Wind"]
    assert [item.text for item in document.left_out] == [
        "Key events",
        "10:40",
        "Gates open",
        "09:15",
        "Crane stops",
    ]


def test_an_update_whose_title_comes_again_is_none_of_a_list():
    text = (
        "Harbour day\n\n10:40\nExplosion heard\n\n09:15\nCrane stops\n\n08:00\nExplosion heard\n\n07:10\nWind"
    )
    assert titles(text) == ["Explosion heard", "Crane stops", "Explosion heard", "Wind"]


def test_lines_below_a_stamp_that_a_person_calls_one_with_text_are_its_text():
    text = "Notes\n\n9.15 rain since five\n\n9:40\nThe cellar is full\n\n10:05 bridge shut\nStay away\n\n10:30 all well"
    document = TextImporter().read(SavedDocument(name="notes.txt", data=text.encode(), stamp="{time} {text}"))
    assert [(entry.title, entry.body) for entry in document.entries] == [
        ("", "rain since five"),
        ("", "The cellar is full"),
        ("", "bridge shut\n\nStay away"),
        ("", "all well"),
    ]
