"""Feeds, exports and API answers as careless programs write them: what a reader would call wrong is right."""

import json

import pytest

from sitegen.importers import fields
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose
from sitegen.ingest.conservation import missing_words

UPDATES = [
    ("8:40 pm", "Gauge passes five metres", "The gauge at the mill has passed 5.02 metres, the warden says."),
    (
        "9:55 pm",
        "Two roads closed",
        "Police have closed the coast road and the B203. Drivers go by the hill.",
    ),
    ("11:20 pm", "Last train leaves", "The last train left at 23:05. No more will run tonight."),
    ("12:30 am", "Sluice gate jams", "A beam has jammed the gate. The nearest crane is 20 miles away."),
]
TITLES, TEXTS = [title for _, title, _ in UPDATES], [text for _, _, text in UPDATES]
HEADED = "".join(f"<h3>{time} – {title}</h3>\n<p>{text}</p>\n" for time, title, text in UPDATES)
BOLD = "\n\n".join(f"<strong>{time}</strong>\n{text}" for time, _, text in UPDATES)


def read(text):
    saved = SavedDocument(name="saved.txt", data=text.encode())
    document = choose(saved).read(saved)
    assert missing_words(document.text, document) == ()
    return document


def rss(*items):
    return (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>Eider live</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def atom(*entries):
    entries = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">{entries}</feed>'


def wxr(*contents):
    items = "".join(
        f"<item><title>Post {n}</title><content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{n}</wp:post_id>"
        "<dc:creator>ada</dc:creator><wp:post_date>2024-01-03 20:30:00</wp:post_date><wp:status>publish</wp:status></item>"
        for n, content in enumerate(contents)
    )
    return (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Gazette</title>{items}</channel></rss>'
    )


NEWS = "<p>The council meets at 9:30 am on the hill. It will say more then.</p>"
PUBLISHED = "<pubDate>Wed, 03 Jan 2024 20:30:00 +0000</pubDate>"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (wxr(f"<p>Follow us.</p>{HEADED}"), TITLES),
        (wxr(BOLD), [""] * 4),
        (wxr(NEWS, HEADED, NEWS), TITLES),
        (rss(f"<title>Flood</title>{PUBLISHED}<content:encoded><![CDATA[{HEADED}]]></content:encoded>"), TITLES),
        (atom(f'<title>Flood</title><published>2024-01-03T20:30:00Z</published><content type="html"><![CDATA[{HEADED}]]></content>'), TITLES),
    ],
)  # fmt: skip
def test_a_live_blog_in_one_post(text, titles):
    document = read(text)
    assert [entry.title for entry in document.entries] == titles
    assert [entry.body for entry in document.entries] == TEXTS
    assert document.date == "2024-01-03"


@pytest.mark.parametrize("text", [wxr(NEWS, NEWS, NEWS), wxr(HEADED, HEADED), rss(f"{PUBLISHED}<description>{NEWS.replace('<', '&lt;')}</description>")])  # fmt: skip
def test_posts_with_times_in_running_text_stay_whole(text):
    assert len(read(text).entries) == text.count("<item>")


TEXT = "Water is at the “mill” & rises."


@pytest.mark.parametrize(
    "text",
    [
        rss("<description>&lt;p&gt;Water is at the &amp;ldquo;mill&amp;rdquo; &amp;amp; rises.&lt;/p&gt;</description>"),
        rss("<description>&amp;lt;p&amp;gt;Water is at the “mill” &amp;amp;amp; rises.&amp;lt;/p&amp;gt;</description>"),
        rss("<description>Water is at the &ldquo;mill&rdquo; & rises.</description>"),
        rss("<description>Water is at the “mill” &amp; rises.</description><media:content url='x'><media:description>The mill</media:description></media:content>"),
        atom("<content>&lt;p&gt;Water is at the “mill” &amp;amp; rises.&lt;/p&gt;</content>"),
        atom("<title/><media:group><media:description>Water is at the “mill” &amp; rises.</media:description></media:group>"),
    ],
)  # fmt: skip
def test_texts_of_feeds_whatever_was_escaped_how_often(text):
    entries = read(text).entries
    assert [fields.from_plain(TEXT).markdown] == [entry.body for entry in entries]


def test_other_damage_of_feeds_is_told():
    with pytest.raises(NotALiveBlogError, match="not whole XML"):
        read(rss("<title>Smoke & fire</tittle>"))


def test_codes_of_wordpress():
    told = '[caption id="a" width="300"]<img src="https://e.example/p.jpg" /> The mill[/caption]\n\n[gallery ids="1,2"]\n\nIt [sic] rises.'
    assert read(wxr(told)).entries[0].body == "[The mill](https://e.example/p.jpg)\n\nIt \\[sic] rises."


@pytest.mark.parametrize(
    ("item", "body"),
    [
        ({"item_type": "embed", "meta": {"html": "<blockquote><p>Stay away</p></blockquote>"}}, "> Stay away"),
        ({"item_type": "embed", "meta": {"original_url": "https://e.example/1", "title": "Clip"}}, "[Clip](https://e.example/1)"),
        ({"item_type": "image", "meta": {"caption": "The mill", "credit": "Ben", "media": {"renditions": {"a": {"href": "https://e.example/p.jpg"}}}}}, "[The mill Ben](https://e.example/p.jpg)"),
        ({"item_type": "quote", "text": "It rises.", "meta": {"credit": "The warden"}}, "It rises.\n\n— The warden"),
        ({"item_type": "comment", "text": "Stay safe.", "commenter": "A reader"}, "Stay safe.\n\n— A reader"),
        ({"item_type": "poll", "poll_body": {"question": "Is it wet?", "answers": [{"option": "Yes"}, {"option": "No"}]}}, "Is it wet?\n\nYes\n\nNo"),
        ({"item_type": "text", "text": "&lt;p&gt;It rises.&lt;/p&gt;"}, "It rises."),
    ],
)  # fmt: skip
def test_items_of_live_blog_say_all_that_was_shown(item, body):
    post = {
        "_id": "1",
        "published_date": "2024-01-03T20:30:00Z",
        "groups": [{"id": "main", "refs": [{"item": item}]}],
    }
    assert read(json.dumps({"_items": [post]})).entries[0].body == body


def test_blocks_that_were_asked_for_and_pictures_without_html():
    block = {"id": "b", "firstPublishedDate": "2024-01-03T20:30:00Z", "bodyHtml": "", "elements": [
        {"type": "image", "assets": [{"file": "https://e.example/p.jpg"}], "imageTypeData": {"caption": "The mill", "credit": "Ben"}}]}  # fmt: skip
    answer = {
        "response": {
            "content": {
                "blocks": {"requestedBodyBlocks": {"body:latest": [block], "body:key-events": [block]}}
            }
        }
    }
    assert [entry.body for entry in read(json.dumps(answer)).entries] == [
        "[The mill Ben](https://e.example/p.jpg)"
    ]


def test_timelinejs_without_its_empty_events():
    event = {
        "start_date": {"year": 2024, "month": 1, "day": 3},
        "display_date": "<b>3</b> January",
        "text": {"headline": "Smoke &amp;amp; fire"},
    }
    entries = read(json.dumps({"events": [event, {}]})).entries
    assert [(entry.title, entry.stamp.text) for entry in entries] == [("Smoke & fire", "3 January")]


ABSENT = "(File not included. Change data exporting settings to download.)"


@pytest.mark.parametrize(
    ("message", "body"),
    [
        ({"photo": ABSENT, "text": "Smoke", "text_entities": [{"type": "plain", "text": "Smoke"}]}, "Smoke"),
        ({"photo": ABSENT, "text": [], "text_entities": [{"type": "bold", "text": "Smoke"}]}, "**Smoke**"),
        ({"file": ABSENT, "thumbnail": ABSENT, "file_name": "a.mp4", "text": ""}, ""),
        ({"file": "stickers/a.webp", "sticker_emoji": "🔥", "text": ""}, "🔥\n\nstickers/a.webp"),
        ({"poll": {"question": "Is it wet?", "answers": [{"text": "Yes"}, {"text": "No"}]}, "text": ""}, "Is it wet?\n\nYes\n\nNo"),
        ({"todo_list": {"title": {"text": "Bring"}, "items": [{"text": [{"type": "bold", "text": "sand"}]}]}, "text": ""}, "Bring\n\nsand"),
        ({"location_information": {"latitude": 54.3, "longitude": 9.1}, "place_name": "The mill", "text": ""}, "The mill\n\n54.3, 9.1"),
        ({"inline_bot_buttons": [[{"type": "url", "text": "Map", "data": "https://e.example/m"}]], "text": "Look"}, "Look\n\n[Map](https://e.example/m)"),
        ({"forwarded_from": "Port Office", "reply_to_message_id": 1, "edited": "2024-01-03T21:00:00", "text": "Shut"}, "> Shut\n>\n> — Port Office"),
    ],
)  # fmt: skip
def test_messages_of_telegram_say_all_but_what_the_program_adds(message, body):
    message |= {"id": 1, "type": "message", "date_unixtime": "1704314400", "from": "Eider Watch"}
    document = read(json.dumps({"name": "Eider Watch", "type": "public_channel", "messages": [message]}))
    assert [(entry.body, entry.empty) for entry in document.entries] == [(body, not body)]
    assert document.publisher == "Eider Watch"
    absent = "\n".join(item.text for item in document.left_out)
    assert (ABSENT in absent) == (ABSENT in json.dumps(message))
