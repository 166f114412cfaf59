"""API answers, exports and tables: what each field becomes, what is refused, no word lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import markup
from sitegen.importers import columns, fields
from sitegen.importers.protocol import AmbiguousDatesError, NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose
from sitegen.importers.written import in_order, machine, written
from sitegen.ingest.conservation import missing_words

GUARDIAN = {
    "response": {
        "content": {
            "webTitle": "Harbour fire &ndash; live",
            "webUrl": "https://example.org/live",
            "fields": {"trailText": "All about <b>quay four</b>"},
            "blocks": {
                "main": {
                    "bodyHtml": "<figure><img src='https://example.org/m.jpg'><figcaption>Main</figcaption></figure>"
                },
                "body": [
                    {
                        "id": "b2",
                        "title": "All clear",
                        "bodyHtml": "<p>Ships <em>leave</em>.</p><blockquote>Well done</blockquote>",
                        "firstPublishedDate": "2024-03-01T14:20:00.123Z",
                        "contributors": [{"webTitle": "Ada Example"}],
                        "attributes": {"keyEvent": "true", "pinned": "true"},
                        "elements": [{"type": "image", "imageTypeData": {"caption": "Not shown"}}],
                    },
                    {
                        "id": "b1",
                        "bodyHtml": "",
                        "bodyTextSummary": "",
                        "firstPublishedDate": "2024-03-01T15:05:00+01:00",
                        "attributes": {"summary": "true"},
                    },
                ],
            },
        }
    }
}

TELEGRAM = {
    "name": "Harbour Watch",
    "type": "public_channel",
    "messages": [
        {"id": 1, "type": "service", "date": "2024-03-01T15:00:00", "date_unixtime": "1709301600", "action": "create_channel"},
        {
            "id": 2, "type": "message", "date": "2024-03-01T15:05:00", "date_unixtime": "1709301900", "from": "Harbour Watch",
            "author": "Ada Example", "photo": "photos/one.jpg",
            "text": ["1. Smoke at ", {"type": "bold", "text": "quay four\n\nand five"}, {"type": "text_link", "text": "map", "href": "https://example.org/m"}],
        },
        {"id": 3, "type": "message", "date": "2024-03-01T15:20:00", "date_unixtime": "1709302800", "forwarded_from": "Port Office", "text": "All # clear"},
        {"id": 4, "type": "service", "date": "2024-03-01T15:21:00", "date_unixtime": "1709302860", "action": "pin_message", "message_id": 3},
    ],
}  # fmt: skip

LIVE_BLOG = {
    "_items": [
        {
            "_id": "p2", "published_date": "2024-03-01T14:20:00+00:00", "post_status": "open", "sticky": True,
            "original_creator": {"display_name": "Ada Example"},
            "groups": [
                {"id": "root", "refs": [{"idRef": "main"}]},
                {"id": "main", "refs": [
                    {"item": {"_id": "i1", "item_type": "text", "headline": "Two ships", "text": "<p>Two <b>ships</b></p>"}},
                    {"item": {"_id": "i2", "item_type": "image", "text": "<figure><img src='https://example.org/a.jpg'><figcaption>Quay</figcaption></figure>"}},
                ]},
            ],
        },
        {"_id": "p1", "_created": "Fri, 01 Mar 2024 14:10:00 GMT", "post_status": "draft", "groups": [{"id": "main", "refs": [{"item": {"text": "secret"}}]}]},
        {"_id": "p0", "_created": "Fri, 01 Mar 2024 14:05:00 GMT", "lb_highlight": True, "groups": [{"id": "main", "refs": [{"item": {"headline": "Start", "text": "Smoke."}}]}]},
    ]
}  # fmt: skip

TIMELINE = {
    "title": {"text": {"headline": "Harbour fire", "text": "One night."}},
    "events": [
        {"start_date": {"year": "2024", "month": "3", "day": "1", "hour": "14", "minute": "5"}, "text": {"headline": "Smoke", "text": "It <i>burns</i>."},
         "media": {"url": "https://example.org/a.jpg", "caption": "Quay four", "credit": "Port Office"}},
        {"start_date": {"year": 2024, "month": 3, "day": 2}, "text": {"headline": "Out", "text": ""}},
        {"start_date": {"year": 2025}, "text": {"headline": "Report", "text": "Later."}},
    ],
    "eras": [{"start_date": {"year": 2024}, "text": {"headline": "Winter"}}],
}  # fmt: skip

TIMELINE_OLD = {
    "timeline": {
        "headline": "Harbour fire", "type": "default", "text": "One night.",
        "date": [{"startDate": "2024,3,1,14,05", "headline": "Smoke", "text": "It burns.", "asset": {"media": "", "caption": "Quay"}}],
    }
}  # fmt: skip

TIMELINE_TABLE = """Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
2024,3,1,,,,,,,Harbour fire,One night.,,,,,title,,
2024,3,1,2:05 PM,,,,,,Smoke,"It burns, a lot",https://example.org/a.jpg,Port Office,Quay,,,,
2024,3,2,,,,,,2 March,Out,Gone,,,,,,,
"""

TABLE = """Datum;Uhrzeit;Titel;Inhalt;Ort
01.03.2024;14:05;Rauch;"Es brennt.

2. Absatz";Kai 4
02.03.2024;00:10;;<p>Das <b>Feuer</b> ist aus.</p>;
"""

POSTS = [
    {"id": 7, "date": "2024-03-01T15:05:00", "date_gmt": "2024-03-01T14:05:00", "title": {"rendered": "Smoke &#8211; big"},
     "content": {"rendered": "<p>It burns.</p>", "protected": False}, "link": "https://example.org/7", "authors": [{"name": "Ada Example"}], "tags": [1, 2]},
    {"id": 8, "date": "2024-03-01T15:25:00", "date_gmt": "2024-03-01T14:25:00", "title": {"rendered": "Gone"},
     "content": {"rendered": "<p>Out \ud83d.</p>", "protected": False}, "link": "https://example.org/8"},
]  # fmt: skip


def saved(data, **more):
    if isinstance(data, (dict, list)):
        data = json.dumps(data)
    return SavedDocument(name="saved", data=data.encode() if isinstance(data, str) else data, **more)


def read(data, name, **more):
    document = saved(data, **more)
    importer = choose(document)
    assert importer.name == name
    found = importer.read(document)
    assert missing_words(found.text, found) == ()
    return found


def moments(document):
    return [
        entry.stamp.instant.isoformat() if entry.stamp and entry.stamp.instant else None
        for entry in document.entries
    ]


def test_blocks_of_the_guardian():
    document = read(GUARDIAN, "guardian-api")
    first, second = document.entries
    assert document.title == "Harbour fire – live"
    assert document.summary == "All about **quay four**"
    assert document.newest_first
    assert moments(document) == ["2024-03-01T14:20:00+00:00", "2024-03-01T15:05:00+01:00"]
    assert (first.title, first.authors, first.native_id) == ("All clear", ("Ada Example",), "b2")
    assert first.body == "Ships *leave*.\n\n> Well done"
    assert (first.key_event, first.pinned, first.summary) == (True, True, False)
    assert (second.summary, second.empty) == (True, True)
    assert {"Not shown", "Main"} <= {item.text for item in document.left_out}


def test_messages_of_telegram():
    document = read(TELEGRAM, "telegram")
    first, second = document.entries
    assert document.title == "Harbour Watch"
    assert moments(document) == ["2024-03-01T14:05:00+00:00", "2024-03-01T14:20:00+00:00"]
    assert first.authors == ("Ada Example",)
    assert (
        first.body
        == "1\\. Smoke at **quay four**\n\n**and five**[map](https://example.org/m)\n\nphotos/one.jpg"
    )
    assert second.body == "> All # clear\n>\n> — Port Office"
    assert (first.pinned, second.pinned) == (False, True)
    assert len(document.left_out) == 2


def test_without_unix_times_the_zone_of_telegram_stays_open():
    export = json.loads(json.dumps(TELEGRAM))
    for message in export["messages"]:
        del message["date_unixtime"]
    export["messages"][1]["from_id"] = "channel1"
    stamp = read(export, "telegram").entries[0].stamp
    assert (stamp.instant, stamp.offset_minutes, stamp.zone) == (None, None, "")
    assert (stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute) == (2024, 3, 1, 15, 5)


def test_of_several_chats_none_is_chosen():
    both = {"chats": {"list": [TELEGRAM, {**TELEGRAM, "name": "Other"}]}}
    with pytest.raises(NotALiveBlogError, match="2 chats \\(Harbour Watch, Other\\)"):
        choose(saved(both)).read(saved(both))


def test_posts_of_live_blog():
    document = read(LIVE_BLOG, "live-blog-api")
    first, second = document.entries
    assert moments(document) == ["2024-03-01T14:20:00+00:00", "2024-03-01T14:05:00+00:00"]
    assert (first.title, first.authors, first.native_id, first.pinned) == ("", ("Ada Example",), "p2", True)
    assert first.body == "Two **ships**\n\n[Quay](https://example.org/a.jpg)"
    assert (second.title, second.key_event) == ("Start", True)
    assert [item.reason for item in document.left_out] == ["the post was not published: draft"]


def test_events_of_timelinejs():
    document = read(TIMELINE, "timelinejs")
    first, second, third = document.entries
    assert (document.title, document.summary) == ("Harbour fire", "One night.")
    assert (first.stamp.year, first.stamp.month, first.stamp.day, first.stamp.hour) == (2024, 3, 1, 14)
    assert first.body == "It *burns*.\n\n[Quay four](https://example.org/a.jpg)\n\nPort Office"
    assert "only its day" in second.stamp.instant_basis
    assert third.stamp is None
    assert third.body == "2025\n\nLater."
    assert [item.text for item in document.left_out] == ["Winter"]


def test_timelinejs_of_version_2_and_as_a_table():
    old = read(TIMELINE_OLD, "timelinejs")
    assert (old.title, old.entries[0].stamp.text) == ("Harbour fire", "2024-03-01 14:05")
    table = read(TIMELINE_TABLE, "timelinejs")
    assert (table.title, [entry.title for entry in table.entries]) == ("Harbour fire", ["Smoke", "Out"])
    assert (table.entries[0].stamp.hour, table.entries[1].stamp.text) == (14, "2 March")


def test_a_table_with_german_names():
    document = read(TABLE, "csv")
    assert [(e.stamp.month, e.stamp.day, e.stamp.hour, e.stamp.minute) for e in document.entries] == [
        (3, 1, 14, 5),
        (3, 2, 0, 10),
    ]
    assert [entry.title for entry in document.entries] == ["Rauch", ""]
    assert document.entries[0].body == "Es brennt.\n\n2\\. Absatz\n\nOrt: Kai 4"
    assert document.entries[1].body == "Das **Feuer** ist aus."
    assert document.entries[1].locator == "line 5"


def test_the_text_is_found_where_only_the_author_is_named():
    table = "When,Who,What\n2024-03-01 14:05,Desk,River at 3 m\n2024-03-01 14:20,Anna,Water falls\n"
    entries = read(table, "csv", columns="author=Who").entries
    assert [(entry.authors, entry.body) for entry in entries] == [
        (("Desk",), "River at 3 m"),
        (("Anna",), "Water falls"),
    ]


def test_a_table_whose_columns_nobody_knows():
    document = read("wann,was\n2024-03-01 14:05,Rauch\n2024-03-01 14:20,Ruhe\n", "csv")
    assert [entry.body for entry in document.entries] == ["Rauch", "Ruhe"]
    forced = read("x,y,z\n2024-03-01 14:05,A,B\n2024-03-01 14:20,C,D\n", "csv", columns="time=x,text=z")
    assert [entry.body for entry in forced.entries] == ["B", "D"]
    assert [item.text for item in forced.left_out] == ["A\nC"]


@pytest.mark.parametrize(
    ("said", "complaint"), [("time=when", "--columns names 'when'"), ("tim=x", "--columns says 'tim=x'")]
)
def test_columns_that_are_not_there_are_named(said, complaint):
    document = saved("x,y\n2024-03-01 14:05,A\n2024-03-01 14:20,C\n", columns=said)
    with pytest.raises(NotALiveBlogError, match=complaint):
        choose(document).read(document)


@pytest.mark.parametrize(
    "text",
    [
        "Item,Price\nTea,1.25\nCake,12.50\n",
        "Team,Score\nNorth,2:1 after extra time\nSouth,0:3\n",
        "One line, with a comma\nand one without\n",
        "Name,Phone\nAda,0301309\nBen,0301945\n",
        "a,b\n1,2\n",
    ],
)
def test_tables_without_times_are_left_alone(text):
    with pytest.raises(NotALiveBlogError):
        choose(saved(text)).read(saved(text))


def test_records_of_any_json():
    document = read(POSTS, "json")
    first, second = document.entries
    assert (first.title, first.body, first.url, first.native_id) == (
        "Smoke – big",
        "It burns.",
        "https://example.org/7",
        "7",
    )
    assert (first.stamp.hour, first.stamp.offset_minutes) == (14, 0)
    assert second.body == "Out \ufffd."
    assert read({"a": {"items": POSTS}}, "json").entries[0].locator == "a.items[0]"
    lines = "\n".join(map(json.dumps, POSTS))
    assert len(read(lines, "json").entries) == 2


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ('{"messages": [{"id": 1, "from_id": 2, "text": "cut o', "line 1, column 47.*cut off"),
        ('{"a": 1,}', "line 1, column 9"),
        ("[" * 100_000, "nested too deep"),
        ('{"a": ' + "9" * 5000 + "}", "number longer"),
        ("{}", "no list in it"),
        ('[{"name": "Ada", "age": 3}]', "no list in it"),
        ('{"events": [], "start_date": 1}', "without events"),
        ('{"messages": [], "from_id": 1}', "without messages"),
        ('{"response": {"content": {"blocks": {"body": []}, "bodyHtml": 1}}}', "no blocks"),
        ('{"_items": [], "groups": [], "refs": []}', "no published posts"),
    ],
)
def test_json_that_is_broken_or_says_nothing_is_refused_with_its_place(data, complaint):
    with pytest.raises(NotALiveBlogError, match=complaint):
        choose(saved(data)).read(saved(data))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-01T14:05:00Z", "2024-03-01T14:05:00+00:00"),
        ("2024-03-01 14:05:00 +0100", "2024-03-01T14:05:00+01:00"),
        ("Fri, 01 Mar 2024 14:05:00 GMT", "2024-03-01T14:05:00+00:00"),
        ("Fri Mar 01 14:05:00 +0000 2024", "2024-03-01T14:05:00+00:00"),
        ("1709301900", "2024-03-01T14:05:00+00:00"),
        ("1709301900123", "2024-03-01T14:05:00+00:00"),
    ],
)
def test_times_for_machines(text, iso):
    assert machine(text, "here").instant.isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "now", "2024-03-01", "12345", "2024-13-01T10:00:00", "2024-W09-5", "0001-01-01T00:00:00Z"]
)
def test_what_is_no_time_for_machines(text):
    assert machine(text, "here") is None


def test_a_machine_time_without_offset_stays_open():
    stamp = machine("2024-03-01T14:05:00", "here")
    assert (stamp.instant, stamp.offset_minutes, stamp.hour) == (None, None, 14)
    assert machine("Fri, 01 Mar 2024 14:05:00 BST", "here").zone == "BST"


@pytest.mark.parametrize("text", ["at noon", "14:05 sharp", "it was 14:05", "3 of 4", "", "call 1309 5555"])
def test_a_cell_that_says_more_than_a_time_is_no_time(text):
    assert written(text, "") is None


def test_the_order_of_day_and_month():
    def days(*texts):
        return [(s.month, s.day) for s in in_order([written(f"{text} 10:00", "") for text in texts])[0]]

    assert days("13/2/2024", "1/3/2024") == [(2, 13), (3, 1)]
    assert days("2/13/2024", "3/1/2024") == [(2, 13), (3, 1)]
    assert days("1.3.2024", "2.4.2024") == [(3, 1), (4, 2)]
    assert days("1/3/2024", "2/3/2024", "1/4/2024") == [(3, 1), (3, 2), (4, 1)]
    with pytest.raises(AmbiguousDatesError, match="day or the month first"):
        days("1/3/2024", "2/4/2024")
    assert in_order([written("1/3/2024 10:00", "")], "month")[0][0].day == 3
    assert in_order([written("13/2/2024 10:00", "")], "month")[0][0].day == 13


def test_names_of_columns():
    assert columns.guess(["Zeit", "Überschrift", "Inhalt"]) == {
        "time": "Zeit",
        "title": "Überschrift",
        "text": "Inhalt",
    }
    assert columns.guess(["published_at", "HEADLINE", "body"]) == {
        "time": "published_at",
        "title": "HEADLINE",
        "text": "body",
    }
    assert columns.guess(["时间", "内容"]) == {"time": "时间", "text": "内容"}
    assert columns.guess(["price", "colour"]) == {}


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n#>-*_`[]()<&1.+|~\\"),
    max_size=60,
)


@given(TEXT)
def test_plain_text_reads_back_as_the_same_words(text):
    found = fields.from_plain(text)
    assert markup.parse(found.markdown).text.split() == found.text.split()
    assert found.text.split() == text.split()


NAUGHTY = [
    "<script>alert(1)</script>",
    "{{7*7}}",
    "# 5 dead",
    "[x](javascript:alert(1))",
    "&lt;b&gt;",
    "<b>bold",
    "1. one",
    "| a | b |",
    "```",
]


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_texts_of_formats_without_html_read_back_as_they_stand(naughty):
    export = {**TELEGRAM, "messages": [{**TELEGRAM["messages"][2], "text": naughty, "forwarded_from": ""}]}
    (entry,) = read(export, "telegram").entries
    assert markup.parse(entry.body).text == naughty
    rows = [
        {"time": "2024-03-01T14:05:00Z", "title": text, "text": text} for text in (naughty, "plain", "words")
    ]
    entry = read(rows, "json").entries[0]
    assert (entry.title, markup.parse(entry.body).text) == (naughty, naughty)
