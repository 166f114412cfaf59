"""What the client finds on the built index is what a look at every update finds."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search import SearchDoc, build_index, linear_scan


def doc(number=0, title="", text="", **known):
    day = known.pop("day", "2022-01-06")
    known = {"timeline": "unrest", "source": "wire-1", "authors": (), "actors": (), **known}
    return SearchDoc(
        title=title,
        text=text,
        href=f"unrest/{day}/{number}/index.html",
        time=datetime(2022, 1, 6, tzinfo=UTC) + timedelta(minutes=number),
        day=day,
        time_label=f"minute {number}",
        source_label="Wire",
        **known,
    )


DOCS = (
    doc(
        0,
        "State of emergency",
        "The president declared it in Almaty.",
        actors=("president",),
        day="2022-01-05",
    ),
    doc(
        1,
        "Emergency state",
        "A state of calm; emergency lifted.",
        source="wire-2",
        authors=("Zürich Desk’s",),
    ),
    doc(2, "", "At 13:32, the state", actors=("president", "police"), timeline="flood"),
    doc(3, "of emergency", "Kazakhstan's constructor said: __proto__", day="2022-02-01"),
    doc(4, "香港大埔火災", "八人死亡 in Hong Kong", authors=("Zurich Desks", "Night"), day="2021-12-31"),
)

QUERIES = {
    "emergency": (0, 1, 3),
    "STATE emergency": (0, 1),
    '"state of emergency"': (0,),
    "“state of emergency”": (0,),
    "„of emergency“ «state of»": (0,),
    '"emergency the"': (),
    '"the state of emergency"': (),
    "state -emergency": (2,),
    "-state": (3, 4),
    '-"state of"': (2, 3, 4),
    "emerg*": (0, 1, 3),
    '"of emer*"': (0, 3),
    "emerg": (),
    "of*emerg": (),
    "13:32": (2,),
    "32:13": (),
    "kazakhstan": (3,),
    "kazakhstan's": (3,),
    "constructor": (3,),
    "proto": (3,),
    "大埔": (4,),
    "埔大": (),
    "actor:president": (0, 2),
    "actor:president actor:police": (2,),
    "-actor:president": (1, 3, 4),
    "Actor:PRESIDENT state": (0, 2),
    "actor:pres": (),
    "source:wire-2": (1,),
    "timeline:flood": (2,),
    'author:"zurich desk\'s"': (1,),
    "author:desks": (),
    "author:night": (4,),
    "day:2022-01-06": (1, 2),
    "day:2022-01": (0, 1, 2),
    "from:2022-01-06": (1, 2, 3),
    "to:2022-01-05": (0, 4),
    "from:2022-01-05 to:2022-01-06 emergency": (0, 1),
    "from:2022": (0, 1, 2, 3),
    "-from:2022": (4,),
    "to:2022-1": (),
    "colour:red": (),
    "said:proto": (3,),
    "actor: emergency": (0, 1, 3),
    '"state of': (0, 1),
    "source*": (),
    "": (),
    '"': (),
    '"" — * -': (),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.items())
def test_scan(query, expected):
    assert linear_scan(DOCS, query) == expected


def test_client_finds_the_same(client):
    assert dict(zip(QUERIES, map(tuple, client.find(DOCS, list(QUERIES))), strict=True)) == QUERIES


def test_nothing_is_found_in_an_empty_archive(client):
    assert client.find((), ["a", "a*", "actor:a", "-a", "from:2022", '"a b"']) == [[]] * 6


def test_words_of_javascript_are_words(client):
    assert client.find(DOCS[:2], ["constructor", "constructor*", "actor:constructor"]) == [[]] * 3


def test_many_files_of_terms_and_updates(client):
    """Words enough to cut the index into many files, some of them beyond the first plane of Unicode."""
    docs = [doc(n, f"Report {n}", " ".join(f"w{n * 300 + i:06d}" for i in range(300))) for n in range(60)]
    docs.append(doc(60, "﨎 end", " ".join(f"𞤀{i}" for i in range(6000))))
    names = {file.path.rpartition("/")[2]: file.data.decode() for file in build_index(docs)}
    firsts = [re.search(r'\{"([^"]+)"', text)[1] for name, text in names.items() if name.startswith("terms-")]
    assert len(firsts) > 5
    queries = [
        *firsts,
        "w00*",
        "w000299",
        "w01*",
        "report",
        "-w0*",
        "w",
        "𞤀*",
        "𞤢12",
        "﨎",
        '"w000007 w000008 w00*"',
    ]
    assert client.find(docs, queries) == [list(linear_scan(docs, query)) for query in queries]


WORDS = st.sampled_from(
    [
        "state",
        "State",
        "of",
        "éMERGENCY",
        "emergency",
        "emer",
        "o'clock",
        "13:32",
        "香港",
        "火",
        "İ",
        "ß",
        "ss",
        "-",
    ]
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
SLUGS = st.sampled_from(["a", "b", "state"])
DAYS = st.sampled_from(["2021-12-31", "2022-01-05", "2022-01-06", "2022-02-01"])
NAMES = st.sampled_from(["Zürich Desk’s", "Night", "night", "State of"])
TUPLES = {"max_size": 2, "unique": True}
CORPORA = st.lists(
    st.builds(
        doc,
        title=TEXTS,
        text=TEXTS,
        day=DAYS,
        timeline=SLUGS,
        source=SLUGS,
        authors=st.lists(NAMES, **TUPLES).map(tuple),
        actors=st.lists(SLUGS, **TUPLES).map(tuple),
    ),
    max_size=8,
)
ITEMS = st.one_of(
    WORDS,
    WORDS.map("{}*".format),
    TEXTS.map('"{}"'.format),
    TEXTS.map('"{}*"'.format),
    st.builds("{}:{}".format, st.sampled_from(["actor", "source", "timeline", "Author", "foo"]), SLUGS),
    NAMES.map('author:"{}"'.format),
    st.builds(
        "{}:{}".format,
        st.sampled_from(["day", "from", "to"]),
        DAYS | st.sampled_from(["2022", "2022-01", "x"]),
    ),
    st.text('"-:*“ ao', max_size=6),
)
ASKED = st.lists(st.builds("{}{}".format, st.sampled_from(["", "", "-"]), ITEMS), min_size=1, max_size=4).map(
    " ".join
)


@settings(max_examples=100, deadline=None)
@given(docs=CORPORA, queries=st.lists(ASKED, min_size=1, max_size=20))
def test_client_finds_what_a_scan_finds(client, docs, queries):
    found = client.find(docs, queries)
    assert dict(zip(queries, map(tuple, found), strict=True)) == {q: linear_scan(docs, q) for q in queries}
