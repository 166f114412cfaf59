"""Edits of content files: the value changes, and nothing else."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.edit import Add, CannotEditError, Put, Take, Words, amended, with_profile
from sitegen.content.emit import Bare

ORDER = ("id", "title", "actors", "also_actors", "not_actors", "draft")


def edit(head, *changes, order=ORDER):
    text = amended("a.md", f"---\n{head}---\nBody: [x]\n".encode(), changes, order=order).decode()
    assert text.startswith("---\n")
    assert text.endswith("---\nBody: [x]\n")
    return text.removeprefix("---\n").removesuffix("---\nBody: [x]\n")


def words(*wanted, key="actors"):
    return Words((key,), wanted)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        # Lists in brackets.
        ("actors: [a, b]\n", words("a", "b"), "actors: [a, b]\n"),
        ("actors: [a, b] # why\n", words("a"), "actors: [a] # why\n"),
        ("actors: [ 'a' , \"b\" ]\n", words("b", "c"), 'actors: [ "b" , c ]\n'),
        ("actors: [a, b, c]\n", words("c", "a"), "actors: [c, a]\n"),
        ("actors: [a,b,]\n", words("a", "b", "c"), "actors: [a,b,c]\n"),
        ("actors: []\n", words("a"), "actors: [a]\n"),
        (
            "actors: [\n  a, # first\n  b, # second\n]\n",
            words("b"),
            "actors: [\n  # first\n  b, # second\n]\n",
        ),
        (
            "actors: [\n  a, # first\n  b # second\n]\n",
            words("a"),
            "actors: [\n  a, # first\n   # second\n]\n",
        ),
        ("actors: [\n  a, # first\n  b\n]\n", words("a", "c"), "actors: [\n  a, # first\n  c\n]\n"),
        ("actors: [\n  a,\n  b\n]\n", words("b", "a", "c"), "actors: [\n  a,\n  b, c\n]\n"),
        ("actors: [a, b]\nid: x\n", words(), "id: x\n"),
        # Lists below dashes.
        ("actors:\n  - a # why\n  - b\n", words("b"), "actors:\n  - b\n"),
        (
            "actors:\n- a\n# about b\n- 'b'\nid: x\n",
            words("a", "b", "c"),
            "actors:\n- a\n# about b\n- 'b'\n- c\nid: x\n",
        ),
        ("actors:\n  - a # why\n  - b\n", words("b", "c"), "actors:\n  - c # why\n  - b\n"),
        ("actors:\n  # about a\n  - a\n\nid: x\n", words(), "# about a\n\nid: x\n"),
        ("actors:\n  -   a\n", words("a", "b"), "actors:\n  -   a\n  - b\n"),
        # One word, none, no key.
        ("actors: a # why\n", words("a", "b"), "actors: [a, b] # why\n"),
        ("actors:\nid: x\n", words("b"), "actors: [b]\nid: x\n"),
        ("actors: ~\n", words("b"), "actors: [b]\n"),
        ("actors: # nobody\nid: x\n", words("b"), "actors: [b] # nobody\nid: x\n"),
        ("id: x # first\n# last\nother: 1\n", words("a"), "id: x # first\nactors: [a]\n# last\nother: 1\n"),
        ("other: 1\n", words("a"), "actors: [a]\nother: 1\n"),
        (
            "title: |\n  Two\n  lines\n\nother: 1\n",
            words("a"),
            "title: |\n  Two\n  lines\n\nactors: [a]\nother: 1\n",
        ),
        ("id: x\n", words(), "id: x\n"),
        ("id: x\nactors: ['a: b']\n", words("a: b", "c: d"), "id: x\nactors: ['a: b', \"c: d\"]\n"),
        # Single values.
        ("title: 'Old' # c\n", Put(("title",), "New: it"), 'title: "New: it" # c\n'),
        ("title: two\n  lines\nid: x\n", Put(("title",), "New"), "title: New\nid: x\n"),
        ("title: >-\n  two\n  lines\n\nid: x\n", Put(("title",), "New"), "title: New\nid: x\n"),
        ("title: [a]\n", Put(("title",), "New"), "title: New\n"),
        ("title:\n  - a\nid: x\n", Put(("title",), "New"), "title: New\nid: x\n"),
        ("title:\nid: x\n", Put(("title",), "New"), "title: New\nid: x\n"),
        ("id: x\ndraft: true # for now\n", Put(("draft",), ""), "id: x\n"),
        ("id: x\n", Put(("draft",), Bare("true")), "id: x\ndraft: true\n"),
        ("{id: x, title: y}\n", Put(("title",), "z, z"), '{id: x, title: "z, z"}\n'),
        ("{id: x, draft: true}\n", Put(("draft",), ""), "{id: x}\n"),
        ("{draft: true, id: x}\n", Put(("draft",), ""), "{id: x}\n"),
        ("{id: x}\n", words("a"), "{id: x, actors: [a]}\n"),
        ("{other: x}\n", words("a"), "{actors: [a], other: x}\n"),
        # Lists of more than words.
        (
            "actors: [a]\n",
            Add(("actors",), [{"name": "B, C", "weak": Bare("true")}]),
            'actors: [a, {name: "B, C", weak: true}]\n',
        ),
        (
            "actors:\n  - a\n",
            Add(("actors",), [{"name": "B", "weak": Bare("true")}, "c"]),
            "actors:\n  - a\n  - name: B\n    weak: true\n  - c\n",
        ),
        (
            "id: x\n",
            Add(("actors",), [{"name": "B", "weak": Bare("true")}]),
            "id: x\nactors:\n  - name: B\n    weak: true\n",
        ),
        ("id: x\n", Add(("actors",), ["a"]), "id: x\nactors: [a]\n"),
        (
            "actors: a\n",
            Add(("actors",), [{"name": "B", "weak": Bare("true")}]),
            "actors:\n  - a\n  - name: B\n    weak: true\n",
        ),
        (
            "actors:\n  - a\n  - name: B # b\n    weak: true\n  # about c\n  - c\n",
            Take(("actors",), [1]),
            "actors:\n  - a\n  # about c\n  - c\n",
        ),
        ("actors:\n  -\n    name: B\n    weak: true\n  - c\n", Take(("actors",), [0]), "actors:\n  - c\n"),
        ("actors: [{name: B}, c]\n", Take(("actors",), [0]), "actors: [c]\n"),
        ("actors: b\nid: x\n", Take(("actors",), [0]), "id: x\n"),
    ],
)
def test_what_is_not_touched_stays(before, change, after):
    assert edit(before, change) == after
    windows = amended("s.yaml", before.replace("\n", "\r\n").encode(), [change], order=ORDER)
    assert windows.decode() == after.replace("\n", "\r\n")


def test_values_deep_inside():
    record = "url: x # keep\nwritten:\n  - id: a\n    sha: '1' # one\n  # second\n  - id: b\n    sha: 2\n    actors: [m, n]\nmore: y"
    changes = (
        Put(("written", 0, "sha"), "f"),
        Words(("written", 0, "actors"), ["k"]),
        Put(("written", 1, "sha"), "g"),
        Words(("written", 1, "actors"), []),
    )
    assert amended("s.yaml", record.encode(), changes).decode() == (
        "url: x # keep\nwritten:\n  - id: a\n    sha: f # one\n    actors: [k]\n  # second\n  - id: b\n    sha: g\nmore: y"
    )


def test_a_last_line_without_its_end():
    assert amended("s.yaml", b"id: x", [words("a")]) == b"id: x\nactors: [a]"
    assert amended("s.yaml", b"actors:\n  - a", [words("a", "b")]) == b"actors:\n  - a\n  - b"


def test_several_new_keys_stand_in_order():
    assert edit(
        "id: x\nmore: 1\n", words("c", key="not_actors"), words("b", key="also_actors"), words("a")
    ) == ("id: x\nactors: [a]\nalso_actors: [b]\nnot_actors: [c]\nmore: 1\n")


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_a_byte_order_mark_stay(eol, mark):
    before = f"{mark}---{eol}id: x{eol}actors:{eol}  - a{eol}---{eol}{eol}Bo\ndy{eol}\r\n"
    after = amended("a.md", before.encode(), [words("b", "c"), Put(("draft",), Bare("true"))], order=ORDER)
    assert after.decode() == before.replace(f"  - a{eol}", f"  - b{eol}  - c{eol}draft: true{eol}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nid: x\n---\n", "---\nid: x\n---\nNew words.\n\n- one\n"),
        ("---\nid: x\n---", "---\nid: x\n---\nNew words.\n\n- one\n"),
        (
            "---\r\nid: x\r\n---\r\n\r\nOld.\r\n\r\n",
            "---\r\nid: x\r\n---\r\n\r\nOld.\r\n\r\nNew words.\r\n\r\n- one\r\n",
        ),
    ],
)
def test_a_profile_grows_at_its_end(before, after):
    assert with_profile("a.md", before.encode(), "New words.\n\n- one\n").decode() == after


@pytest.mark.parametrize(
    ("head", "change"),
    [
        ("- a\n", words("a")),
        ("id: *x\n", words("a")),
        ("id: [\n", words("a")),
        ("id: x\n", Put(("written", 3, "sha"), "f")),
        ("written: [a]\n", Put(("written", 0, "sha"), "f")),
    ],
)
def test_what_cant_be_edited_is_said(head, change):
    with pytest.raises(CannotEditError):
        edit(head, change)


def test_a_file_without_front_matter_or_in_another_encoding_is_said():
    for data in (b"id: x\n", b"---\nid: \xff\n---\n"):
        with pytest.raises(CannotEditError):
            amended("a.md", data, [words("a")])


# Random files ------------------------------------------------------------------------------------------

SLUGS = st.lists(st.sampled_from(["a", "b-2", "c", "dd", "e"]), unique=True, max_size=4)
COMMENT = st.sampled_from(["", "", " # why: [x]", "  # 'quoted' - é"])
QUOTED = st.sampled_from([str, "'{}'".format, '"{}"'.format])


@st.composite
def listed(draw, key):
    """A key with a list of slugs in some style; the text, without ends of lines as `\\n`."""
    items = [draw(QUOTED)(slug) for slug in draw(SLUGS)]
    comment = draw(COMMENT)
    if not items:
        return f"{key}:{draw(st.sampled_from(['', ' []', ' ~', ' [ ]']))}{comment}\n"
    style = draw(st.sampled_from(["flow", "flow", "lines", "block", "flush", "word"]))
    if style == "flow":
        comma, pad = draw(st.sampled_from([", ", ",", " , "])), draw(st.sampled_from(["", " "]))
        return f"{key}: [{pad}{comma.join(items)}{pad}]{comment}\n"
    if style == "lines":
        rows = [f"  {item}{draw(st.sampled_from([',', ' ,', ', # c']))}\n" for item in items]
        return f"{key}: [\n{''.join(rows)}]{comment}\n"
    if style == "word":
        return f"{key}: {items[0]}{comment}\n"
    indent = "  " if style == "block" else ""
    gap = st.sampled_from(["", "", "\n", "  # between\n"])
    return f"{key}:{comment}\n" + "".join(f"{draw(gap)}{indent}-  {item}{draw(COMMENT)}\n" for item in items)


OTHER = st.sampled_from(
    [
        "id: x-1\n",
        "title: 'It''s: so'   # said\n",
        "title: a plain\n  long one\n",
        "summary: |-\n  # no comment\n  actors: [a]\n\n",
        "roles:\n  - title: One\n    called: [a, b]\n  -\n    title: Two\n",
        "unknown: {actors: [a], b: 'c'}\n",
        "# actors: [z]\nplace: \u2028 \n",
        "# a note\n  # and one more\nnote: [a, 'b']\n\n",
    ]
)


@st.composite
def files(draw):
    """Pieces of a head, each with the key that it is for, `""` for those that nobody edits."""
    pieces = [("", text) for text in draw(st.lists(OTHER, unique_by=lambda t: t.split(":")[0], max_size=5))]
    keys = draw(st.lists(st.sampled_from(["actors", "also_actors", "not_actors"]), unique=True))
    for key in keys:
        pieces.insert(draw(st.integers(0, len(pieces))), (key, draw(listed(key))))
    return [*pieces, ("", "number: 010\n")]


def read(head):
    return yaml.load(head, Loader=yaml.BaseLoader) or {}


def slugs(value):
    if value in (None, "", "~"):
        return []
    return value if isinstance(value, list) else [value]


@settings(max_examples=200)
@given(
    pieces=files(),
    wanted=st.dictionaries(st.sampled_from(["actors", "also_actors", "not_actors"]), SLUGS),
    eol=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    body=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_in_any_file_only_the_lists_change(pieces, wanted, eol, mark, body):
    pieces = [(key, text.replace("\n", eol)) for key, text in pieces]
    head = "".join(text for _, text in pieces)
    changes = [Words((key,), value) for key, value in wanted.items()]
    made = amended("a.md", f"{mark}---{eol}{head}---{eol}{body}".encode(), changes, order=ORDER)
    before, after = f"{mark}---{eol}", f"---{eol}{body}"
    text = made.decode()
    assert text.startswith(before)
    assert text.endswith(after)
    new = text[len(before) : len(text) - len(after)]

    said, now = read(head), read(new)
    for key, value in wanted.items():
        assert sorted(slugs(now.pop(key, []))) == sorted(value)
        said.pop(key, None)
    assert now == said
    came = rf"(?:(?:actors|also_actors|not_actors): \[[^\]]+\]{eol})*"
    stayed = (".*" if key in wanted else re.escape(text) for key, text in pieces)
    assert re.fullmatch(came + came.join(stayed) + came, new, re.DOTALL), new
    for comment in re.findall(r"^ *(#.*)", head, re.MULTILINE):
        assert comment in new
    assert set(re.findall(r"\r\n|\n|\r", new)) <= {eol}
    assert amended("a.md", made, changes, order=ORDER) == made
