"""What stands below the last update: the page's introduction goes to the header, what is of the page does not."""

import textwrap

import pytest

from sitegen import markup
from sitegen.importers.html.importer import HtmlImporter
from sitegen.importers.markdown import MarkdownImporter
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.text import TextImporter
from sitegen.importers.text.introduction import prose_among
from sitegen.ingest.conservation import missing_words

STORY = (
    "The harbour of Port Lowell has been closed since Monday. The ferry company wants fewer crews on its ships, and "
    "the union of the sailors calls that a danger.\n"
    "Both sides met on Tuesday for two hours. Mayor Ada Winter had asked them to come to the town hall."
)

UPDATES = (
    "UPDATE 1:52 p.m.: The gates are open again, the harbour master says.",
    "UPDATE 1:30 p.m.: Two cranes stand still. Nobody was hurt.",
    "UPDATE 1:06 p.m.: A third ship has left the quay.",
)


def read(text):
    document = TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))
    assert missing_words(document.text, document) == ()
    return document


def ruled(below, updates=UPDATES):
    return "\n____________\n".join((*updates, below))


def said(document):
    return markup.parse(document.summary).text


def test_prose_below_the_last_rule_is_the_summary_in_paragraphs():
    document = read(ruled(STORY))
    assert document.summary == STORY.replace("\n", "\n\n")
    assert len(document.entries) == 3
    assert any("below the last update from line 7 on" in fact for fact in document.inferred)
    assert not any("harbour of Port" in line.text for line in document.left_out)


def test_it_stands_behind_the_standfirst():
    document = read(f"Harbour day\n\nAll about the strike of the sailors.\n\n{ruled(STORY)}")
    assert said(document).startswith("All about the strike of the sailors.\n")
    assert said(document).endswith("to the town hall.")


@pytest.mark.parametrize("heading", ["ORIGINAL STORY", "Earlier report:", "Previous coverage below"])
def test_prose_below_a_heading_that_calls_it_earlier(heading):
    document = read("\n\n".join((*UPDATES, heading, "By Ada Example", *STORY.split("\n"))))
    assert said(document) == STORY
    assert said_of(document.entries[-1]) == "A third ship has left the quay."
    assert {heading, "By Ada Example"} <= {line.text for line in document.left_out}


def said_of(entry):
    return markup.parse(entry.body).text


@pytest.mark.parametrize("between", ["____________", "Original story: At first it was quiet."])
def test_prose_that_one_rule_or_a_label_sets_apart(between):
    document = read("\n\n".join((*UPDATES, between, STORY)))
    assert said(document).endswith(STORY)
    assert said_of(document.entries[-1]) == "A third ship has left the quay."


def test_lines_cut_to_a_width():
    cut = "\n\n".join(textwrap.fill(part, 60) for part in STORY.split("\n"))
    document = read("\n\n____________\n\n".join((*UPDATES, cut)))
    assert " ".join(said(document).split()) == " ".join(STORY.split())


def test_what_is_of_the_page_around_it_stays_out():
    below = f"Advertisement\n{STORY}\nShare\nAbout the harbour\nIt was dug in 1880. It is ten metres deep.\n© 2021 Lowell"
    document = read(ruled(below))
    assert said(document) == STORY
    assert [line.text for line in document.left_out if "_" not in line.text] == [
        "Advertisement", "Share", "About the harbour", "It was dug in 1880. It is ten metres deep.", "© 2021 Lowell",
    ]  # fmt: skip


LONG = (
    "It has been read by a great many people in the towns along the coast, from the north to the far south."
)

OF_THE_PAGE = [
    f"Ada Example is a reporter at the Lowell Post. She was born in Leeds and lives by the sea. {LONG}",
    f"Ada Example\nAda Example is the harbour correspondent for the Post. She studied law.\n{LONG} She likes it.",
    f"The Lowell Post is an independent newspaper. It was founded in 1901 by two brothers. {LONG}",
    f"We rely on gifts. A small sum helps us to go on telling what happens here. {LONG}",
    f"This story is part of a series. Subscribe to read the other parts of it in the evening. {LONG}",
    f"Do you have something to tell? Write to the desk. {LONG} Your name will not be printed.",
    f"Copyright 2021 Lowell Post. The material may not be published, broadcast or rewritten. {LONG}",
    f"All times are local. The page is made anew every minute. {LONG} Press the key to see more.",
    f"Comments are open for an hour. Those that insult people are taken away by the desk. {LONG}",
    f"An earlier version of this article gave a wrong name. It has been put right. {LONG}",
    f"Most read\nMinister leaves after the row. He goes on Friday. {LONG}\nFerry sinks. All were saved. {LONG}",
    f"More on this story\nMinister leaves after the row. He goes on Friday. {LONG}",
    "Home\nWorld\nSport\nAbout us\nContact\nPrivacy policy\nTerms of use\nFollow us on Facebook\nSubscribe",
    "Read more: Ferry sinks off the coast\nRelated: Minister leaves\nWatch: The cranes at work\nTags: harbour, strike",
    "Ferry sinks off the coast\nMinister leaves after the row\nCranes at work again\nBridge to be closed for a year",
    "A short line. And one more.",
    f"Wir berichten täglich vom Hafen. Mehr lesen Sie in unserem Newsletter am Abend. {LONG}",
    f"Jetzt den Brief abonnieren. Er kommt an jedem Morgen um sechs mit allem von der Küste. {LONG}",
    f"Recevez chaque matin notre lettre. Elle raconte le port, la mer et les gens du quai. {LONG}",
    f"Suscríbase a la carta del puerto. Llega cada mañana a las seis con lo que pasa. {LONG}",
    f"Все новости порта собраны здесь. Подпишитесь на наш канал, чтобы ничего не пропустить. {LONG}",
    f"Limanla ilgili haberler burada. Bültenimize abone olun ve her sabah okuyun. {LONG}",
    "歡迎訂閱港口通訊。每天早上六時寄出，內容包括碼頭、渡輪和海邊居民的消息，讀者可以隨時取消。",
]


@pytest.mark.parametrize("below", OF_THE_PAGE)
@pytest.mark.parametrize("apart", [ruled, lambda below: "\n\n".join((*UPDATES, "ORIGINAL STORY", below))])
def test_what_is_of_the_page_is_no_summary(apart, below):
    document = read(apart(below))
    assert document.summary == ""
    assert {line.text for line in document.left_out} >= set(below.split("\n")) - {"Share"}


def test_paragraphs_of_the_last_update_stay_in_it():
    document = read("\n\n".join((*UPDATES, STORY)))
    assert document.summary == ""
    assert said_of(document.entries[-1]).endswith("to the town hall.")


def test_an_update_may_hold_a_rule_where_others_do_and_a_label_of_one_word():
    both = "{}\n____________\nMore of it. And more."
    document = read(
        "\n\n".join((both.format(UPDATES[0]), UPDATES[1], both.format(UPDATES[2]), f"Previously: {STORY}"))
    )
    assert document.summary == ""
    assert "to the town hall." in said_of(document.entries[-1])


def test_a_page_that_tells_the_oldest_first_has_its_introduction_above():
    document = read(ruled(STORY, UPDATES[::-1]))
    assert document.summary == ""
    assert STORY.partition("\n")[0] in {line.text for line in document.left_out}


@pytest.mark.parametrize(
    "texts",
    [
        ["The mayor said: “We are all on edge, and you can see our cranes.” Nobody answered her that day, for it was late."
         " The talks go on."],
        ["По словам мэра, порт закрыт с понедельника. Профсоюз моряков считает, что новые правила опасны для команды и для"
         " пассажиров. Переговоры продолжатся во вторник вечером, сообщили в мэрии города."],
        ["港口自星期一起關閉。渡輪公司希望減少船員人數，海員工會認為這十分危險。雙方將於星期二繼續會談。"],
    ],
)  # fmt: skip
def test_prose_of_other_kinds(texts):
    assert prose_among(texts) == list(range(len(texts)))


def read_markdown(text):
    document = MarkdownImporter().read(SavedDocument(name="page.md", data=text.encode()))
    assert missing_words(document.text, document) == ()
    return document


HEADS = (
    "## 14:02 Gates\n\nThey are open.",
    "## 13:30 Cranes\n\nTwo stand still.",
    "## 13:06 Ships\n\nA third has left.",
)


@pytest.mark.parametrize("between", ["", "---\n\n"])
@pytest.mark.parametrize("apart", ["---", "## Original story"])
def test_markdown_keeps_an_introduction_below_a_rule_or_a_heading(between, apart):
    story = STORY.replace("\n", "\n\n")
    document = read_markdown(f"\n\n{between}".join(HEADS) + f"\n\n{apart}\n\n{story}\n")
    assert document.summary == story
    assert said_of(document.entries[-1]) == "A third has left."


@pytest.mark.parametrize("below", OF_THE_PAGE[:4])
def test_markdown_leaves_out_what_is_of_the_page(below):
    document = read_markdown("\n\n---\n\n".join((*HEADS, below)))
    assert document.summary == ""
    assert said_of(document.entries[-1]) == "A third has left."


def test_markdown_that_tells_the_oldest_first_or_has_a_rule_inside_of_an_update():
    assert read_markdown("\n\n---\n\n".join((*HEADS[::-1], STORY))).summary == ""
    document = read_markdown("\n\n".join((HEADS[0], "---", "More.", HEADS[1], HEADS[2], "---", STORY)))
    assert document.summary == ""
    assert said_of(document.entries[-1]).endswith("to the town hall.")


POSTS = [
    f"<div class='post'><h3>{title}</h3><time datetime='2021-01-06T{time}:00Z'>{time}</time><p>{text}</p></div>"
    for title, time, text in (
        ("Gates", "14:02", "The gates are open again, says the harbour master."),
        ("Cranes", "13:30", "Two cranes stand still. Nobody was hurt."),
        ("Ships", "13:06", "A third ship has left the quay for the north."),
    )
]
RULED = "<hr>".join(
    f"<p><strong>UPDATE {time} p.m.:</strong> {text}</p>"
    for time, text in (
        ("2:02", "The gates are open again, says the harbour master."),
        ("1:30", "Two cranes stand still. Nobody was hurt."),
        ("1:06", "A third ship has left the quay for the north."),
    )
)


def read_page(*parts):
    page = "".join(("<html><body><article><h1>Harbour day live</h1>", *parts, "</article></body></html>"))
    document = HtmlImporter().read(SavedDocument(name="page.html", data=page.encode()))
    assert missing_words(document.text, document) == ()
    return document


def in_paragraphs(text):
    return "".join(f"<p>{part}</p>" for part in text.split("\n"))


@pytest.mark.parametrize(
    "parts",
    [
        (*POSTS, "<hr>", in_paragraphs(STORY)),
        (f"<div>{in_paragraphs(STORY)}</div><h2>Updates</h2>", *POSTS),
        (RULED, "<hr>", in_paragraphs(STORY)),
    ],
)
def test_paragraphs_of_prose_around_the_updates_of_a_web_page(parts):
    document = read_page(*parts, "<h2>Most read</h2>", in_paragraphs(OF_THE_PAGE[0]))
    assert document.summary == STORY.replace("\n", "\n\n")
    assert said_of(document.entries[-1]) == "A third ship has left the quay for the north."


@pytest.mark.parametrize(
    "below",
    [
        *(in_paragraphs(below) for below in OF_THE_PAGE[:6]),
        f"<h2>Elsewhere</h2>{in_paragraphs(STORY)}",
        f"<ul><li>{STORY}</li></ul>",
        f"<p><a href='/story'>{STORY}</a></p>",
    ],
)
def test_what_is_of_a_web_page_is_no_summary(below):
    assert read_page(*POSTS, below).summary == ""
    assert read_page(*POSTS[::-1], in_paragraphs(STORY)).summary == ""
