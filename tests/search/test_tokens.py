"""Words are the same in Python and in the browser."""

import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.tokens import DROPPED, FOLDS, fold, tokens

FIXTURES = Path(__file__).with_name("tokens.txt").read_text(encoding="utf-8")
ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8}))")
CASES = [
    pytest.param(*(ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), part) for part in case), id=title)
    for title, *case in re.findall(r"^(.+)\n\.\n(.*)\n\.\n(.*)\n\.$", FIXTURES, re.MULTILINE)
]
LETTERS = st.sampled_from(
    "aZéßİıΣςσ'’ʼ_-9²½ \u0301\u00adﬁꙮйはが\u3099ｶﾞ한\u1112\u1161\u11ab香ทั้င်हि्\u093cשָ\u0640مُ😀\ufe0f"
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_python(text, expected):
    assert tokens(text) == expected.split()


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_javascript(client, text, expected):
    assert client.tokens([text]) == [expected.split()]


def test_fixtures_are_all_read():
    assert len(CASES) == FIXTURES.count("\n.\n") // 3


def test_every_character_of_pythons_unicode(client):
    known = [chr(c) for c in range(sys.maxunicode) if unicodedata.category(chr(c)) not in {"Cn", "Co", "Cs"}]
    differ = [
        (char, mine, theirs)
        for char, mine, theirs in zip(known, map(tokens, known), client.tokens(known), strict=True)
        if mine != theirs
    ]
    assert differ == []


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(LETTERS) | st.text(), max_size=30))
def test_any_text(client, texts):
    known = ["".join(c for c in text if unicodedata.category(c) != "Cn") for text in texts]
    assert client.tokens(known) == [tokens(text) for text in known]


@given(st.text(LETTERS) | st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(LETTERS) | st.text(), st.text(LETTERS) | st.text())
def test_a_space_always_separates(one, other):
    assert tokens(f"{one} {other}") == tokens(one) + tokens(other)


def test_all_marks_below_the_listed_range_are_dropped():
    marks = [chr(c) for c in range(0x700) if unicodedata.category(chr(c)).startswith("M")]
    assert [mark for mark in marks if not re.match(f"[{DROPPED}]", mark)] == []


def test_folds_are_of_single_lower_case_letters():
    assert [letter for letter in FOLDS if letter != letter.lower() or len(letter) != 1] == []
