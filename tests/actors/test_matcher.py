"""Mentions by name and alias: `fixtures/matcher.md`, and what holds for any text."""

from __future__ import annotations

import pickle
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from cases_file import read_cases
from hypothesis import given, settings
from hypothesis import strategies as st
from written_actors import actor, actors

from sitegen.actors import Matcher
from sitegen.actors.declined import declined
from sitegen.actors.offices import phrases
from sitegen.actors.words import Words

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


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_mentions_are_spans_in_order_that_do_not_overlap(text: str) -> None:
    end = 0
    for mention in Matcher([actor(f"a{n}", name) for n, name in enumerate(NAMES)]).find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(NAMES))
def test_a_name_between_spaces_is_found_in_any_text(text: str, name: str) -> None:
    mentions = Matcher([actor("a", name)]).find(f"{text} | {name} | {text}")
    start = len(text) + 3
    assert (start, start + len(name)) in {(mention.start, mention.end) for mention in mentions}


LINES = """\
state kz: Kazakhstan; Astana; Kazakh
state sudan: Sudan; Republic of the Sudan
state georgia: Georgia
person tokayev: Kassym-Jomart Tokayev; ?Tokayev; ?Mr Tokayev; Токаев; = President of Kazakhstan [2019-03-20..]
person father: Kemel Tokayev; ?Tokayev
person truss: Liz Truss; ?Truss; = Foreign Secretary of the United Kingdom [2021..2022] | the foreign secretary
person raab: Dominic Raab; ?Raab; = Foreign Secretary of the United Kingdom [2019..2021] | the foreign secretary
person erdogan: Recep Tayyip Erdoğan; Erdoğan
person other: Bilal Erdogan; Erdogan [2010..2015]
organisation csto: Collective Security Treaty Organization; CSTO
organisation ministry: Interior Ministry of Kazakhstan; ?Interior Ministry
media times: The Times; Times
person may: Theresa May; May; ?Mrs May
organisation obrien: O'Brien Ltd; O'Brien
""".splitlines()
MATCHER = Matcher(actors("\n".join(LINES)))
TOLD = """Kazakhstan Sudan South Georgia Kassym Jomart Tokayev Kemel Mr the The foreign secretary Kazakh president
    President of Republic Liz Truss Dominic Raab Erdogan Erdoğan Recep Tayyip Bilal CSTO Interior Ministry Times
    May Mrs Theresa OBrien O'Brien said former UK Токаев Токаевым Astana in by"""
WORDS = st.sampled_from(TOLD.split())
TEXTS = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", " ", " ", "-", ", ", ". ", "’s ", "\n"])), max_size=25
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
DAYS = st.sampled_from([None, date(2012, 1, 1), date(2021, 6, 1), date(2022, 1, 6)])


@settings(max_examples=40, deadline=None)
@given(st.permutations(LINES), st.tuples(TEXTS, TEXTS), DAYS, st.sets(st.sampled_from(["tokayev", "truss"])))
def test_the_order_of_actors_and_aliases_does_not_matter(lines, texts, day, document) -> None:
    made = [actors(order) for order in ("\n".join(LINES), "\n".join(lines))]
    turned = [replace(one, aliases=one.aliases[::-1], roles=one.roles[::-1]) for one in made[1]]
    read = [
        Matcher(some).read(texts, day, document=frozenset(document)) for some in (made[0], made[1], turned)
    ]
    assert read[0] == read[1] == read[2]
    assert Matcher(made[0]).ambiguous == Matcher(turned).ambiguous


@settings(deadline=None)
@given(TEXTS, DAYS)
def test_mentions_by_dates_and_offices_do_not_overlap_either(text, day) -> None:
    end = 0
    for mention in MATCHER.find(text, day):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in Words(text).plain}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LINES), st.tuples(TEXTS, TEXTS), DAYS)
def test_an_actor_changes_nothing_in_texts_that_hold_none_of_its_words(line, texts, day) -> None:
    (added,) = actors(line)
    called = [words for role in added.roles for words in (*role.called, *phrases(role.title))]
    printed = [form for name in added.names for form in (name, name.replace("'", ""), *declined(name))]
    own = set().union(*map(words_of, (*printed, *called)))
    held = tuple(text for text in texts if own.isdisjoint(words_of(text)))
    others = [one for one in actors("\n".join(LINES)) if one.slug != added.slug]
    assert Matcher(others).read(held, day) == Matcher([*others, added]).read(held, day)


@settings(deadline=None)
@given(TEXTS, DAYS)
def test_what_the_document_tells_never_takes_a_strong_name_from_a_text(text, day) -> None:
    alone, within = (MATCHER.read((text,), day, document=d) for d in (frozenset(), frozenset(["father"])))
    assert alone.strong == within.strong


def test_a_weak_name_is_open_until_the_document_is_known() -> None:
    matcher = Matcher(actors("person t: Kassym-Jomart Tokayev; ?Tokayev\nperson k: Kemel Tokayev; ?Tokayev"))
    alone = matcher.read(("", "Tokayev spoke."))
    assert (alone.slugs, alone.strong, alone.open) == ((), frozenset(), frozenset(["t", "k"]))
    assert matcher.read(("", "Tokayev spoke."), document=frozenset(["t"])).slugs == ("t",)
    assert matcher.read(("", "Tokayev spoke."), document=frozenset(["t", "k"])).slugs == ()
    here = matcher.read(("Kemel Tokayev", "Tokayev spoke."), document=frozenset(["t", "k"]))
    assert (here.slugs, here.strong, here.open) == (("k",), frozenset(["k"]), frozenset())
    assert [len(mentions) for mentions in here.mentions] == [1, 1]


@pytest.mark.parametrize(
    ("since", "until", "day", "counts"),
    [
        ("2022", "", "2022-01-01", True),
        ("2022", "", "2021-12-31", False),
        ("", "2022", "2022-12-31", True),
        ("", "2022", "2023-01-01", False),
        ("2022-02", "2022-02", "2022-02-28", True),
        ("2022-02", "2022-02", "2022-03-01", False),
        ("2022-01-06", "2022-01-06", "2022-01-06", True),
        ("2022-01-06", "2022-01-06", "2022-01-07", False),
        ("", "", "2022-01-07", True),
    ],
)
def test_an_alias_counts_on_its_days(since: str, until: str, day: str, counts: bool) -> None:  # noqa: FBT001 - pytest names it
    dated = actor("x", "Xenia", f"Nur-Sultan [{since}..{until}]")
    assert bool(Matcher([dated]).find("Nur-Sultan", date.fromisoformat(day))) is counts


def test_without_a_day_nothing_that_has_dates_counts() -> None:
    matcher = Matcher(actors("person a: Ann; Nan [2000..]; = President of Kazakhstan [1990..]"))
    assert marked(matcher, "Ann, Nan and the Kazakh president") == "[a Ann], Nan and the Kazakh president"


def test_a_name_that_two_have_one_after_the_other_is_not_told() -> None:
    after = Matcher(actors("a: Ann; Front [..2010]\nb: Bo; Front [2011..]"))
    at_once = Matcher(actors("a: Ann; Front [..2011]\nb: Bo; Front [2011..]"))
    assert (after.ambiguous, at_once.ambiguous) == ((), (("Front", ("a", "b")),))


def test_a_weak_name_is_not_told_as_shared() -> None:
    assert Matcher(actors("a: Ann; ?Lee\nb: Bo; ?Lee\nc: Cy; Lee")).ambiguous == ()


@pytest.mark.parametrize(
    "piece", ["Foo Times ", "the UK foreign secretary, ", "May-", "(CSTO) ", "’s Raab ", "al Truss "]
)
def test_text_that_repeats_itself_is_read_in_one_go(piece: str) -> None:
    # Quadratic reading would take hours here, not seconds.
    text = piece * (100_000 // len(piece))
    assert all(text[m.start : m.end] == m.text for m in MATCHER.find(text, date(2022, 1, 6)))
