"""Updates of different sources that tell the same: found; those that only share a line: not."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest.alike import likely_duplicates, telling

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)

AGENCY = (
    "The harbour of the old town was closed on Friday after a fire broke out in a warehouse on quay four. "
    "Some two hundred people were led out of the houses nearby, the fire brigade said. Nobody was hurt."
)
SAME_AGENCY = (
    "The harbour of the old town was closed on Friday after fire broke out in a warehouse on quay four. "
    "About two hundred people were led out of the houses nearby, the fire brigade has said."
)
STATEMENT = (
    "We have asked all ships to leave the harbour before the evening. Those who live on the quays are asked to keep "
    "their windows shut until the smoke has gone. The town hall stays open through the night, with tea and blankets "
    "for whoever can't go home, and buses run from the church to the school every half hour."
)
QUOTE = "The harbour stays shut until we know that the very last ember is out"
READ_MORE = (
    "Follow our pages all through the day for the latest about the fire in the harbour of the old town"
)
TICKET = "Buy a ticket for our evening about the sea"


def tell(number, source, text, *, title="", minutes=0):
    time = NOON + timedelta(minutes=minutes)
    return telling(id=f"{source}-{number}", source=source, time=time, title=title, body=text)


def pairs(here, there):
    return [(pair.id, pair.other) for pair in likely_duplicates(here, there)]


CHINESE = (
    "港口倉庫周五下午發生火警，消防員趕到現場後疏散附近約二百名居民，暫時未有人受傷，起火原因仍有待調查。"
)

ALIKE = {
    "word for word": (AGENCY, AGENCY),
    "a little edited": (AGENCY, SAME_AGENCY),
    "a part of it": (AGENCY.partition(". ")[0], AGENCY),
    "with more below": (AGENCY, f"{AGENCY}\n\nOur reporter saw three fire engines, and a boat that pumped water from the river."),
    "a long statement in other words of their own": (
        f"The mayor has spoken to the press in front of the church: “{STATEMENT}” More as we get it from our reporter.",
        f"This is what the town hall has to say about tonight, in full:\n\n> {STATEMENT}",
    ),
    "a statement in two kinds of quotation marks": (f"“{STATEMENT}”", f"«{STATEMENT}»"),
    "with links": (AGENCY, AGENCY.replace("fire brigade", "[fire brigade](https://example.org/a-b-c-d?e=f)")),
    "Chinese": (CHINESE, CHINESE.replace("下午", "")),
    "other capitals and marks": (AGENCY.upper(), AGENCY.replace(",", "")),
}  # fmt: skip

NOT_ALIKE = {
    "other words": (AGENCY, STATEMENT),
    "no words": ("", ""),
    "few words": ("The harbour is closed.", "The harbour is closed."),
    "one standing sentence": (
        f"Trams run again on all lines, and the market is open as on any Friday in March. {READ_MORE}",
        f"A boat with a broken mast was brought in by two fishermen from the island. {READ_MORE}",
    ),
    "a one-line quotation": (
        f"“{QUOTE},” the mayor told people who had come to the church with their bags, some of them in tears.",
        f"Fishermen want to go out on Saturday. They have not been let in. “{QUOTE}”, it says on a board at the gate.",
    ),
    "a one-line quotation as a post of another service": (
        f"The mayor has written this, an hour after she had left the town hall by its back door with two aides:\n\n> {QUOTE}",
        f"Shops along the quays want to open, and have asked who pays for the days that they lost in this week:\n\n> {QUOTE}",
    ),
    "the same link": (
        "See [our map](https://example.org/maps/of/all/the/quays/that/are/closed/since/friday/noon/in/town) of what is shut now.",
        "Here are [pictures](https://example.org/maps/of/all/the/quays/that/are/closed/since/friday/noon/in/town) that readers sent.",
    ),
    "Chinese on the same matter": (CHINESE, "消防員在港口通宵戒備，居民周六早上獲准返回住所，市長呼籲市民關好窗戶，學校照常上課，渡輪下午恢復服務。"),
}  # fmt: skip


@pytest.mark.parametrize("name", ALIKE)
def test_the_same_told_by_two_sources_is_found(name):
    one, other = ALIKE[name]
    here, there = [tell(1, "gazette", one)], [tell(1, "herald", other, minutes=20)]
    assert pairs(here, there) == [("gazette-1", "herald-1")]
    assert pairs(there, here) == [("herald-1", "gazette-1")]
    (found,) = likely_duplicates(here, there)
    assert found.why.endswith("posted 20 min before it")


@pytest.mark.parametrize("name", NOT_ALIKE)
def test_what_only_shares_a_line_is_not(name):
    one, other = NOT_ALIKE[name]
    assert pairs([tell(1, "gazette", one)], [tell(1, "herald", other)]) == []


def test_only_other_sources_and_hours_that_are_near():
    one = [tell(1, "gazette", AGENCY)]
    assert pairs(one, [tell(2, "gazette", AGENCY)]) == []
    assert pairs(one, [tell(1, "herald", AGENCY, minutes=359)]) != []
    assert pairs(one, [tell(1, "herald", AGENCY, minutes=-359)]) != []
    assert pairs(one, [tell(1, "herald", AGENCY, minutes=361)]) == []
    assert pairs(one, [tell(1, "herald", AGENCY, minutes=-361)]) == []


def test_a_line_that_a_source_repeats_does_not_count():
    here = [tell(n, "gazette", f"{place} is open. {READ_MORE}. {TICKET}.") for n, place in enumerate(["Quay one", "The church", "A school"])]  # fmt: skip
    there = [tell(1, "herald", f"No ferries today. {READ_MORE}. {TICKET}.")]
    assert pairs(here, there) == []
    assert len(pairs(here[:1], there)) == 1


def test_each_pair_of_an_archive_comes_once():
    every = [tell(1, "gazette", AGENCY), tell(1, "herald", AGENCY, minutes=1), tell(1, "post", SAME_AGENCY)]
    assert pairs(every, every) == [
        ("gazette-1", "post-1"),
        ("gazette-1", "herald-1"),
        ("herald-1", "post-1"),
    ]


WORDS = [f"{a}{b}{c}" for a in "bdfglmn" for b in "aeiou" for c in "klrst"]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32))
def test_copies_are_found_among_many_and_nothing_else(seed):
    chance = random.Random(seed)
    words = lambda fewest: " ".join(chance.choices(WORDS, k=chance.randint(fewest, 60)))  # noqa: E731 - used here alone
    there = [tell(n, "herald", words(0), minutes=n) for n in range(20)]
    here = [tell(n, "gazette", words(0), minutes=n) for n in range(20)]
    for n in range(20, 25):
        copied = words(14)
        there.append(tell(n, "herald", copied, minutes=chance.randint(0, 99)))
        here.append(tell(n, "gazette", f"{words(0)} {copied}", minutes=chance.randint(0, 99)))
    assert pairs(here, there) == [(f"gazette-{n}", f"herald-{n}") for n in range(20, 25)]
    assert pairs(here, there[::-1]) == pairs(here, there)
