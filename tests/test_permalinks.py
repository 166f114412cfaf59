"""Slugs and addresses: safe on every file system, never empty, collisions found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.permalinks import collisions, public_url, root_of, segment

SEGMENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Water rises", "water-rises"),
        ("12 police officers & more", "12-police-officers-more"),
        ("Straße", "strasse"),
        ("УЛИЦА", "ulitsa"),
        ("水位上升", None),
        ("مياه", None),
        ("🌊", "x1"),
        ("", "x1"),
        ("...", "x1"),
        ("con", "con-x"),
        ("LPT1", "lpt1-x"),
        ("console", "console"),
    ],
)
def test_segments(text, slug):
    made = segment(text, fallback="x1")
    assert SEGMENT.fullmatch(made)
    if slug:
        assert made == slug


@given(st.text(), st.text(), st.integers(5, 80))
def test_every_text_gives_a_safe_segment(text, fallback, limit):
    made = segment(text, fallback=fallback, limit=limit)
    assert SEGMENT.fullmatch(made)
    assert len(made) <= limit + 2


@given(st.text())
def test_a_segment_of_a_segment_is_itself(text):
    made = segment(text, fallback="x")
    assert segment(made, fallback="y") == made


def test_long_titles_are_cut_between_words():
    assert segment("word " * 40, fallback="x", limit=12) == "word-word"


@pytest.mark.parametrize(
    "pair",
    [("Ä/index.html", "A\u0308/index.html"), ("STRASSE", "straße"), ("foo", "foo/index.html"), ("a", "a")],
)
def test_collisions_are_found(pair):
    found = collisions([(pair[0], "first"), (pair[1], "second")])
    assert [set(clash[1:]) for clash in found] == [{"first", "second"}]


def test_neighbours_do_not_collide():
    assert (
        collisions([("a/index.html", "1"), ("a/b/index.html", "2"), ("ab", "3"), ("a-b/index.html", "4")])
        == ()
    )


def test_addresses():
    assert root_of("index.html") == "./"
    assert root_of("a/b/index.html") == "../../"
    assert public_url("https://example.org/x/", "a/index.html") == "https://example.org/x/a/"
    assert public_url("https://example.org/", "feed.xml") == "https://example.org/feed.xml"
