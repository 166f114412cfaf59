"""Every word of a document is in an update, in the header, or listed as left out: on any document."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.importers.protocol import Document, Entry, SavedDocument, Stamp
from sitegen.importers.text import TextImporter
from sitegen.ingest.conservation import missing_words
from sitegen.model import LeftOut

STAMP = "13:30 , Ada Example"


def read(text):
    return TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))


WORDS = st.sampled_from(
    [
        "fire",
        "1986.",
        "#",
        "5",
        "-",
        "*",
        "•",
        "+",
        ">",
        "===",
        "---",
        "<b>",
        "[x](y)",
        "&amp;",
        "http://a_b_/c",
        "|",
        "13:30",
        ",",
        "Ada",
        "said",
        "“yes”",
        "’€™",
        "\\",
        "`x`",
        "_a_",
        "~~",
        "🔥",
        "消防",
        "The",
        "End.",
        ":",
        "№",
    ]
)
LINES = st.one_of(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n\x1a\ufeff"), max_size=40),
    st.sampled_from(
        [STAMP, "", "", "Title of it", "* * *", "Key points", "• one", "-", "Caption (AP)\nCaption (AP)"]
    ),
    st.tuples(st.integers(0, 23), st.integers(0, 59)).map(
        lambda time: f"{time[0]}:{time[1]:02} , Ben Sample and PA"
    ),
)


DOCUMENTS = st.tuples(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"])).map(
    lambda made: made[1].join(["Headline", *made[0], STAMP])
)


@settings(deadline=None)
@given(DOCUMENTS)
def test_no_word_of_any_document_vanishes(text):
    assert missing_words(text, read(text)) == ()


@settings(deadline=None)
@given(DOCUMENTS)
def test_no_word_is_invented(text):
    document = read(text)
    said = [document.title, markup.parse(document.summary).text, *document.key_points]
    said += [line.text for line in document.left_out]
    for entry in document.entries:
        said += [entry.stamp.text, *entry.authors, entry.title, markup.parse(entry.body).text]
    word = re.compile(r"[^\s,•‣▪●◦·*–—&/-]+")
    assert not Counter(word.findall("\n".join(said))) - Counter(word.findall(text))


@pytest.mark.parametrize("mark", [">", "-", "•", "*", "1."])
@pytest.mark.parametrize("depth", [1, 19, 20, 21, 50, 100])
def test_no_word_vanishes_below_many_marks(mark, depth):
    text = f"Headline\n\n{STAMP}\n\n" + "\n\n".join(
        f"{'  ' * n}{f'{mark} ' * n}word{n}" for n in range(1, depth + 1)
    )
    assert missing_words(text, read(text)) == ()


@pytest.mark.parametrize("depth", range(1, 101, 9))
def test_words_deep_in_quotes_are_found(depth):
    document = Document(
        importer="text",
        entries=(Entry(stamp=Stamp(text="13:30", hour=13, minute=30), body="> " * depth + "deep"),),
    )
    assert missing_words("13:30 deep", document) == ()


DOCUMENT = Document(
    importer="text",
    title="Headline here",
    summary="A *standfirst*.",
    key_points=("one point",),
    entries=(
        Entry(
            stamp=Stamp(text="13:30", hour=13, minute=30),
            title="Some title",
            authors=("Ada Example", "PA"),
            body="Body.\n\n- item",
        ),
    ),
    left_out=(LeftOut(locator="line 9", text="Dropped", reason="because"),),
)
TEXT = "Headline here\nA standfirst.\n• one point\nSome title\n13:30 , Ada Example and PA\nBody.\n- item\nDropped"


def test_nothing_is_missing_where_all_is_there():
    assert missing_words(TEXT, DOCUMENT) == ()


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ({"title": ""}, ("Headline", "here")),
        ({"summary": ""}, ("A", "standfirst.")),
        ({"key_points": ()}, ("one", "point")),
        ({"left_out": ()}, ("Dropped",)),
        ({"entries": ()}, ("13:30", "Ada", "Body.", "Example", "PA", "Some", "and", "item", "title")),
        ({"summary": "A [standfirst.](https://example.org) <x>"}, ()),
    ],
)
def test_what_is_missing_is_named(without, missing):
    assert missing_words(TEXT, replace(DOCUMENT, **without)) == missing


def test_a_word_counts_as_often_as_it_stands_there():
    assert missing_words(f"{TEXT}\nDropped", DOCUMENT) == ("Dropped",)
