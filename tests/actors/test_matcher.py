"""Mentions by name and alias: `fixtures/matcher.md`, and what holds for any text."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from cases_file import read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from written_actors import actor, actors

from sitegen.actors import Matcher

NAMES = [
    "Kazakhstan",
    "US",
    "the UK",
    "Tokaïev",
    "fire department",
    "律政司",
    "Moody's",
    "Lee",
    "John Lee",
    "S&P",
    "मोदी",
]
PIECES = st.sampled_from(
    [*NAMES, "’s", "'", " ", "\n", "-", "$", ".", "é", "e\u0301", "\u00ad", "x", "THE", "覆", "🙂"]
)


def marked(matcher: Matcher, text: str) -> str:
    """The text with each mention as `[slug words]`."""
    for mention in reversed(matcher.find(text)):
        text = f"{text[: mention.start]}[{mention.actor} {mention.text}]{text[mention.end :]}"
    return text


@pytest.mark.parametrize(("given", "expected"), read_cases("matcher"))
def test_mentions(given: str, expected: str) -> None:
    names, _, text = given.partition("\n\n")
    assert marked(Matcher(actors(names)), text).strip() == expected


def test_shared_aliases_are_told_once_each_with_all_who_share_them() -> None:
    matcher = Matcher(actors("b: Bo; Lee; The Post\na: Ann; Lee; Lee\nc: Cy; the Post"))
    assert matcher.ambiguous == (("Lee", ("a", "b")), ("The Post", ("b", "c")))


def test_an_exact_alias_wins_over_the_capitals_of_another() -> None:
    matcher = Matcher(actors("a: Apple\nb: APPLE"))
    assert matcher.ambiguous == ()
    assert marked(matcher, "Apple, APPLE") == "[a Apple], [b APPLE]"


def test_one_actor_may_have_an_alias_twice() -> None:
    assert Matcher([actor("a", "Ann", "Ann", "ANN")]).ambiguous == ()


def test_a_word_is_found_composed_and_decomposed_and_the_span_is_of_the_given_text() -> None:
    text = unicodedata.normalize("NFD", "é é Tokaïev x")
    (mention,) = Matcher([actor("t", "Tokaïev")]).find(text)
    assert text[mention.start : mention.end] == mention.text == unicodedata.normalize("NFD", "Tokaïev")


def test_it_can_be_sent_to_another_process() -> None:
    matcher = Matcher([actor("long", " ".join(["word"] * 5000)), actor("us", "US")])
    sent = pickle.loads(pickle.dumps(matcher))
    assert sent.find("the US") == matcher.find("the US")
    assert sent.ambiguous == matcher.ambiguous


def test_nothing_is_found_without_actors_or_text() -> None:
    assert Matcher([]).find("Kazakhstan") == ()
    assert Matcher([actor("kz", "Kazakhstan")]).find("") == ()


@given(st.lists(PIECES, max_size=30).map("".join))
def test_mentions_are_spans_in_order_that_do_not_overlap(text: str) -> None:
    end = 0
    for mention in Matcher([actor(f"a{n}", name) for n, name in enumerate(NAMES)]).find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@given(st.text(max_size=60), st.sampled_from(NAMES))
def test_a_name_between_spaces_is_found_in_any_text(text: str, name: str) -> None:
    mentions = Matcher([actor("a", name)]).find(f"{text} | {name} | {text}")
    start = len(text) + 3
    assert (start, start + len(name)) in {(mention.start, mention.end) for mention in mentions}


@settings(max_examples=50)
@given(st.permutations(NAMES), st.lists(PIECES, max_size=20).map("".join))
def test_the_order_of_actors_does_not_matter(names: list[str], text: str) -> None:
    slugs = {name: f"a{n}" for n, name in enumerate(NAMES)}
    first, second = (Matcher([actor(slugs[name], name) for name in order]) for order in (NAMES, names))
    assert first.find(text) == second.find(text)
