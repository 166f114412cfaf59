"""What holds for the proposals of any document, and how they do on real ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_actors import actor

from sitegen.actors import Matcher, Passage, Proposal, propose
from sitegen.actors.protocol import Find, Spot
from sitegen.actors.reading import Reading
from sitegen.model import Actor, ActorKind, Alias, Place

TOLD = [
    "Chancellor Angela Merkel met President Emmanuel Macron.",
    "Merkel said Kazakhstan’s foreign ministry had asked.",
    "The African Union (AU) and the UK have signed; Reuters reported it.",
    "Two officers of the Metropolitan Police came to London.",
    "Mr Macron thanked Germany. France will pay.",
    "Kofi Annan, the former diplomat, wrote to Bank of China and the UK Home Office.",
]
# fmt: off
PIECES = st.sampled_from([
    "President", "Angela", "Merkel", "said", "CSTO", "the", "of", "and", "Ministry", "Kazakhstan", "US", "Mr",
    "who", "told reporters", "37", "news", "agency", "channel", "company", "foreign", "Bank", "King", "Sir", "Times",
    "\n", " ", " ", " ", ", ", ", ", ". ", "(", ")", "'s ", "“", "”", "-", "/", "&", "@", " and ", " of ",
])
# fmt: on
REPEATED = ["A ", "A and ", "(AB) ", "Mr. ", "x’s ", "Kazakhstan, ", "Ministry of ", "’", "U.S.", "A-"]
REPEATED += [
    "Bank went to Paris, ",
    "by X of Y and Bank of Z, ",
    "he said X said ",
    "its minister, Bob Dylan, ",
]


def names(passages: list[Passage], known: list[Actor] | None = None) -> set[str]:
    return {proposal.name for proposal in propose(passages, known or [])}


def test_who_wrote_a_passage_is_not_proposed() -> None:
    text = "President Angela Merkel spoke. Editor Zanny Minton Beddoes wrote it down."
    assert "Zanny Minton Beddoes" in names([Passage(text=text)])
    assert "Zanny Minton Beddoes" not in names([Passage(text=text, authors=("By Zanny Minton Beddoes",))])


@pytest.mark.parametrize("form", ["Angela Merkel", "Merkel", "the  Merkel"])
def test_who_is_known_by_any_form_is_not_proposed(form: str) -> None:
    passages = [Passage(text=TOLD[0]), Passage(text=TOLD[1])]
    known = [actor("someone", "Someone", form)]
    assert "Angela Merkel" in names(passages)
    assert "Angela Merkel" not in names(passages, known)
    assert "Emmanuel Macron" in names(passages, known)


def test_a_surname_that_someone_known_bears_does_not_hide_another_person() -> None:
    passages = [Passage(text="Governor Jeb Bush spoke. Then Bush left.")]
    (alone,) = propose(passages, [])
    assert (alone.name, alone.aliases) == ("Jeb Bush", ("Bush",))
    (beside,) = propose(passages, [actor("george-bush", "George Bush", "Bush")])
    assert (beside.name, beside.aliases) == ("Jeb Bush", ())


@pytest.mark.parametrize("name", ["John Ellis Jeb Bush", "Bush", "Jeb Bush"])
def test_fuller_and_shorter_names_of_someone_known_are_the_same_person(name: str) -> None:
    passages = [Passage(text="Governor Jeb Bush spoke. Then Bush left.")]
    assert propose(passages, [actor("jeb-bush", name, "Bush")]) == ()


def test_forms_of_one_document_are_kept_apart_from_aliases() -> None:
    passages = [Passage(text="Kenya: what we know"), Passage(text="Police said so. Later police said more.")]
    found = {proposal.name: (proposal.aliases, proposal.local) for proposal in propose(passages, [])}
    assert found["Police in Kenya"] == ((), ("police",))
    assert "Police in Kenya" not in names(passages, [actor("police-in-kenya", "Police in Kenya")])


def test_initials_that_only_one_name_shortens_are_its_alias() -> None:
    text = "The Harbour Rescue Council said so. The HRC said more, and QXY said no."
    assert {proposal.name: proposal.aliases for proposal in propose([Passage(text=text)], [])} == {
        "Harbour Rescue Council": ("HRC",),
        "QXY": (),
    }


def test_more_recognisers_get_what_is_left() -> None:
    def find_colours(reading: Reading, taken: frozenset[Spot]) -> Iterator[Find]:
        for number, sentence in enumerate(reading.sentences):
            for at, word in enumerate(sentence.words):
                if word.text in {"blue", "Merkel"} and (number, at) not in taken:
                    proposal = Proposal(name=word.text, kind=ActorKind.GROUP, reason="a colour")
                    yield Find(proposal=proposal, spots=frozenset({(number, at)}))

    passages = [Passage(text="Chancellor Angela Merkel wore blue.")]
    found = propose(passages, [], more=[find_colours])
    assert [proposal.name for proposal in found] == ["Angela Merkel", "blue"]


def test_a_role_and_a_reason_are_told_in_the_words_of_the_text() -> None:
    (proposal,) = propose(
        [Passage(text="The mayor thanked UN High Commissioner Michelle Bachelet for it.")], []
    )
    assert proposal.kind is ActorKind.PERSON
    assert proposal.roles == ("UN High Commissioner",)
    assert "Commissioner Michelle Bachelet for it" in proposal.reason


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TOLD), max_size=8))
def test_no_name_or_alias_is_proposed_twice_and_every_alias_is_found_in_the_text(told: list[str]) -> None:
    proposals = propose([Passage(text=text) for text in told], [])
    forms = [form for proposal in proposals for form in {proposal.name, *proposal.aliases}]
    assert len(forms) == len(set(forms))
    place = Place(path="content/actors/x.md")
    made = [
        Actor(
            slug=str(n),
            name=p.name,
            kind=p.kind,
            aliases=tuple(Alias(name=a) for a in p.aliases),
            place=place,
        )
        for n, p in enumerate(proposals)
    ]
    assert Matcher(made).ambiguous == ()
    for subject in made:
        assert any(Matcher([subject]).find(text) for text in told), subject


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_same_text_gives_the_same_proposals_and_never_an_error(text: str) -> None:
    passages = [Passage(text=text), Passage(text=TOLD[0])]
    assert propose(passages, []) == propose(list(passages), [])


@pytest.mark.parametrize("piece", REPEATED)
def test_text_that_repeats_itself_is_read_in_one_go(piece: str) -> None:
    # Quadratic reading would take hours here, not seconds.
    assert isinstance(propose([Passage(text=piece * (100_000 // len(piece)))], []), tuple)


def plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.casefold())).removeprefix("the ")


def test_on_a_real_document_what_is_proposed_is_right(cases: Path) -> None:
    gold = json.loads((cases / "kazakhstan-2022.gold.json").read_text(encoding="utf-8"))
    text = (cases / "kazakhstan-2022.txt").read_text(encoding="utf-8")
    parts = re.split(r"^\d\d:\d\d , .*\n", text, flags=re.MULTILINE)
    proposals = propose([Passage(text=part, authors=("Matt Mathers", "Tom Batchelor")) for part in parts], [])
    wanted = {plain(form): a for a in gold["actors"] for form in (a["name"], *a.get("aliases_in_text", ()))}
    hits = {}
    for proposal in proposals:
        answer = next(
            (wanted[key] for form in (proposal.name, *proposal.aliases) if (key := plain(form)) in wanted),
            None,
        )
        hits[proposal.name] = answer
    right = [answer["name"] for answer in hits.values() if answer]
    required = {a["name"] for a in gold["actors"] if not a.get("optional") and a["kind"] != "group"}
    assert len(right) / len(hits) >= 0.92, [name for name, answer in hits.items() if not answer]
    assert len(required & set(right)) / len(required) >= 0.85, required - set(right)
    assert len(right) == len(set(right)), "two proposals for one actor"


HAWLEY = "Among them is Josh Hawley, the junior senator from Missouri."


def handles_of(*texts):
    found = propose([Passage(text=text) for text in texts], [])
    return {p.name: [form for form in p.aliases if form.startswith("@")] for p in found if p.kind == "person"}


@pytest.mark.parametrize("handle", ["@HawleyMO", "@SenHawley", "@joshhawley", "@JoshHawley"])
def test_a_handle_with_the_surname_of_somebody_who_is_named_is_an_alias(handle):
    for texts in ((HAWLEY, f"Next on the list: {handle}, in an hour."), (f"Thanks, {handle}.", HAWLEY)):
        assert handles_of(*texts) == {"Josh Hawley": [handle]}


NOT_HIS = (
    "ErinHawley", "HawleyJr", "RepHawley", "GovHawley", "TeamHawley", "SenHawleyPress", "HawleyTV", "Hawley", "JHawley",
    "Hawley_MO", "Hawley2024", "hawleymo", "DrHawley", "Hawleys", "MOHawleyfans",
)  # fmt: skip


@pytest.mark.parametrize("handle", NOT_HIS)
def test_a_handle_that_says_more_is_nobodys(handle):
    assert handles_of(HAWLEY, f"Next on the list: @{handle}, in an hour.") == {"Josh Hawley": []}


def test_a_handle_of_a_surname_that_two_have_is_nobodys():
    texts = HAWLEY, "Erin Hawley, a lawyer, said she would wait.", "See @HawleyMO for more."
    assert handles_of(*texts) == {"Josh Hawley": [], "Erin Hawley": []}


def test_whom_a_handle_and_a_text_name_is_one_with_the_office_that_the_text_gives():
    texts = "Senator Pat Toomey of Pennsylvania spoke to reporters.", ".@PatToomey (R-PA) has the floor."
    (found,) = propose([Passage(text=text) for text in texts], [])[:1]
    assert (found.name, found.aliases, len(found.roles)) == ("Pat Toomey", ("@PatToomey",), 1)
