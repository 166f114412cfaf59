"""The files of the index: names, sizes, safety."""

import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search import SearchDoc, build_index, meta_path
from sitegen.search.files import DIGITS, gaps_text, pieces
from sitegen.search.index import DOCS_SIZE, TERMS_SIZE

DOC = SearchDoc(
    title="Title",
    text="Text",
    href="a/index.html",
    time=datetime(2022, 1, 6, tzinfo=UTC),
    day="2022-01-06",
    time_label="6 Jan 2022, 00:00 UTC",
    timeline="unrest",
    source="wire",
    source_label="Wire",
    authors=("Day desk", "Night desk"),
    actors=("president", "police"),
)
MANY = [replace(DOC, text=" ".join(f"{n}x{i}" for i in range(250))) for n in range(200)]


def data_of(file):
    kind, number, data = re.fullmatch(
        r'sitegenSearch\.add\("(\w+)",(\d+),(.*)\);\n', file.data.decode(), re.DOTALL
    ).groups()
    return kind, int(number), json.loads(data)


def test_names_carry_the_hash_of_the_content():
    files = build_index(MANY)
    for file in files:
        folder, kind, digest = re.fullmatch(r"(.+)/(\w+)-([0-9a-f]{10})\.js", file.path).groups()
        assert folder == "search/index"
        assert file.data.startswith(f'sitegenSearch.add("{kind}",'.encode())
        assert hashlib.sha256(file.data).hexdigest().startswith(digest)
    assert len({file.path for file in files}) == len(files)


def test_meta_names_all_other_files():
    files = build_index(MANY)
    known = {file.path: data_of(file) for file in files}
    meta = known.pop(meta_path(files))[2]
    for kind in ("terms", "docs"):
        for number, (first, name) in enumerate(meta[kind]):
            named, in_file, data = known.pop(f"search/index/{name}")
            assert (named, in_file) == (kind, number)
            assert first == next(iter(data)) if kind == "terms" else data
    assert known == {}
    assert meta["count"] == 200
    assert meta["days"] == [["2022-01-06", 200]]


def test_an_empty_archive_has_a_meta_file_only():
    (file,) = build_index(())
    assert data_of(file) == ("meta", 0, {"count": 0, "stride": 2, "days": [], "terms": [], "docs": []})


def test_files_are_small():
    sizes = {"terms": TERMS_SIZE, "docs": DOCS_SIZE, "meta": 10_000}
    files = build_index(MANY)
    assert len(files) > 10
    for file in files:
        assert len(file.data) < sizes[data_of(file)[0]] * 1.2


def test_filters_are_terms_without_repeats():
    doc = replace(DOC, authors=("Élan", "ELAN", "Night"), actors=("police",))
    terms = data_of(build_index([doc, doc])[1])[2]
    filters = {term: numbers for term, numbers in terms.items() if ":" in term}
    assert filters == dict.fromkeys(
        ["actor:police", "author:elan", "author:night", "source:wire", "timeline:unrest"], gaps_text([0, 1])
    )


def test_days_of_two_zones_may_alternate():
    days = ["2022-01-05", "2022-01-06", "2022-01-05", "2022-01-06", "2022-01-06"]
    meta = data_of(build_index([replace(DOC, day=day) for day in days])[0])[2]
    assert meta["days"] == [["2022-01-05", 1], ["2022-01-06", 1], ["2022-01-05", 1], ["2022-01-06", 2]]


def test_text_cannot_leave_its_script():
    hostile = "</script><!--<script>\u2028\u2029\\u003c \"'`${x}*/"
    for file in build_index(
        [replace(DOC, title=hostile, text=hostile, authors=(hostile,), time_label=hostile)]
    ):
        text = file.data.decode()
        assert not set("<\u2028\u2029") & set(text)
        assert text.count("\n") == 1
        if "/docs-" in file.path:
            assert data_of(file)[2][0][:2] == [hostile, hostile]


def test_the_same_bytes_whatever_the_hash_seed():
    code = (
        "from datetime import *; from sitegen.search import *;"
        "known = dict.fromkeys(['href', 'time_label', 'source_label', 'source', 'timeline', 'title'], 'x y z');"
        "doc = SearchDoc(text='a b c', time=datetime(2022, 1, 6, tzinfo=UTC), day='2022-01-06',"
        " authors=('x', 'y'), actors=('p', 'q', 'r'), **known);"
        "print([file.path for file in build_index([doc, doc])])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "123"
    }
    assert len(seen) == 1


def decoded(text):
    gaps = [
        sum((DIGITS.index(digit) % 32) * 32**i for i, digit in enumerate(number))
        for number in re.findall(rf"[{re.escape(DIGITS[32:])}]*[{DIGITS[:32]}]", text)
    ]
    return list(accumulate(gaps))


@given(st.lists(st.integers(0, 2**50) | st.integers(0, 70_000), unique=True).map(sorted))
def test_numbers_come_back(numbers):
    assert decoded(gaps_text(numbers)) == numbers


@given(st.lists(st.integers(0, 20)), st.integers(1, 30))
def test_pieces_hold_everything_in_order(sizes, limit):
    cut = list(pieces(sizes, lambda size: size, limit))
    assert [size for piece in cut for size in piece] == sizes
    assert all(piece and (len(piece) == 1 or sum(piece) <= limit) for piece in cut)
