"""YAML to values: strings stay strings, extras are refused where they stand, all problems at once."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.decode import Key, Mapping, Problems, Scalar, Schema, Sequence, parse
from sitegen.decode import readers as r


def read(text, **keys):
    problems = Problems(path="x.yaml")
    schema = Schema(
        title="a test",
        keys=tuple(Key(name=name, read=reader, shape="", doc="") for name, reader in keys.items()),
    )
    return schema.read(parse(text, problems), problems), [str(d) for d in problems.found]


def codes(text, **keys):
    return [line.split(": ")[1] for line in read(text, **keys)[1]]


@pytest.mark.parametrize("hour", range(24))
def test_times_of_day_stay_text(hour):
    for minute in range(60):
        clock = f"{hour:02}:{minute:02}"
        assert read(f"t: {clock}", t=r.text) == ({"t": clock}, [])


@pytest.mark.parametrize(
    "word", ["NO", "no", "ON", "yes", "Y", "010", "1e3", "3.10", "1_000", "0x1F", "2022-01-06"]
)
def test_words_that_yaml_1_1_turns_into_something_else_stay_text(word):
    assert read(f"t: {word}", t=r.text) == ({"t": word}, [])


@pytest.mark.parametrize("word", ["", "~", "null", "Null"])
def test_no_value_is_the_default(word):
    assert read(f"t: {word}", t=r.text) == ({"t": None}, [])


@pytest.mark.parametrize("word", ["'null'", '"~"', "'~'"])
def test_a_quoted_null_is_text(word):
    assert read(f"t: {word}", t=r.text)[0]["t"] == word.strip("'\"")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1", "yaml-anchor"),
        ("a: *x", "yaml-alias"),
        ("a: !!int 1", "yaml-tag"),
        ("a: 1\na: 2", "duplicate-key"),
        ("? [a]\n: 1", "yaml-key"),
        ("a: 1\n---\nb: 2", "yaml-documents"),
        ("a: b: c", "yaml-syntax"),
        ("a: [1", "yaml-syntax"),
        ("a: \x07", "yaml-character"),
        ("[" * 500, "yaml-depth"),
        ("- a", "not-keys"),
        ("words", "not-keys"),
        ("tittle: x", "unknown-key"),
    ],
)
def test_what_content_never_needs_is_refused(text, code):
    assert code in codes(text, a=r.text, title=r.text)


@pytest.mark.parametrize(
    "text", ["", "# only a comment", "a: 1", "a: '&x'", "a: '*x'", "a: x # y", "a: |\n  *x\n  &y"]
)
def test_plain_data_passes(text):
    assert codes(text, a=r.text) == []


def test_a_yaml_bomb_costs_nothing():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "yaml-alias" in codes(bomb)  # following the aliases would never end


def test_columns_count_characters_not_bytes():
    assert read("é: [ж, *x]")[1][0].startswith("x.yaml:1:8: yaml-alias")


def test_a_misspelt_key_is_answered_with_the_right_one():
    assert "did you mean 'title'?" in read("titel: x", title=r.text)[1][0]


@pytest.mark.parametrize(
    "value",
    [
        "2022-01-06T13:32:00+00:00",
        "2022-01-06T13:32Z",
        "2022-01-06 13:32:07+06:00",
        "2022-01-06T13:32:07.5-03:30",
    ],
)
def test_instants_with_an_offset(value):
    values, problems = read(f"t: {value}", t=r.instant)
    assert problems == []
    assert values["t"].utcoffset() is not None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2022-01-06T13:32", "time-without-offset"),
        ("2022-02-30T13:32Z", "bad-time"),
        ("2022-01-06", "bad-time"),
        ("13:32", "bad-time"),
        ("20220106T1332Z", "bad-time"),
        ("2022-01-06T25:00Z", "bad-time"),
        ("[a]", "not-text"),
    ],
)
def test_other_times_are_refused(value, code):
    assert code in codes(f"t: {value}", t=r.instant)


@pytest.mark.parametrize(
    ("reader", "good", "bad"),
    [
        (r.zone, "Asia/Almaty", "EST5"),
        (r.language, "zh-Hant", "english-please"),
        (r.web_address, "https://example.org/a?b=c", "javascript:alert(1)"),
        (r.web_address, "http://example.org", "//example.org"),
        (r.sha256, "a" * 64, "A" * 64),
        (r.day, "2024-02-29", "2023-02-29"),
        (r.partial_date, "2022-01", "2022-13"),
        (r.partial_date, "2022", "22"),
        (r.boolean, "true", "yes"),
        (r.texts, "[a, b]", "[[a]]"),
    ],
)
def test_readers_take_the_good_and_refuse_the_bad(reader, good, bad):
    assert read(f"t: {good}", t=reader)[1] == []
    assert len(read(f"t: {bad}", t=reader)[1]) == 1


@given(
    st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)
)
def test_what_pyyaml_writes_is_read_back(value):
    def plain(node):
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [plain(item) for item in node.items]
        assert isinstance(node, Mapping)
        return {key.text: plain(item) for key, item in node.entries}

    class NoAliases(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    problems = Problems(path="x.yaml")
    written = yaml.dump(value, Dumper=NoAliases, default_style='"', allow_unicode=True).replace("!!str ", "")
    assert plain(parse(written, problems)) == value
    assert problems.found == []


@given(st.text())
def test_no_text_makes_the_reader_fail(text):
    read(text, title=r.text, time=r.instant, zone=r.zone, list=r.texts)
