from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content import canonical, read
from sitegen.content.emit import document
from sitegen.content.tree import FileKind
from sitegen.decode import Mapping, Problems, Scalar, parse
from sitegen.model import (
    Actor,
    ActorKind,
    Alias,
    Capture,
    LeftOut,
    LikelyDuplicate,
    Place,
    Role,
    Source,
    Timeline,
    Update,
    Withdrawal,
    WrittenActor,
    WrittenUpdate,
)

SIX_EAST = timezone(timedelta(hours=6))


def read_back(tmp_path, path, kind, text):
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(text.encode())
    item, diagnostics = read.read_file(tmp_path, (path, kind))
    assert diagnostics == ()
    return item


def update(**changes):
    path = "content/harbour-fire/updates/2024-03-01/0910-smoke-over-the-harbour.md"
    values = {
        "id": "gazette-2024-03-01-0910",
        "timeline": "harbour-fire",
        "day": "2024-03-01",
        "slug": "0910-smoke-over-the-harbour",
        "title": "Smoke over the harbour",
        "time": datetime(2024, 3, 1, 9, 10, tzinfo=SIX_EAST),
        "time_basis": "printed time; date from --date",
        "authors": ("Night desk", "Port office"),
        "source": "gazette-2024-03-01",
        "locator": "line 41",
        "actors": ("port-office",),
        "body": "Smoke rises.\n\n- one\n- two",
        "place": Place(path=path),
        "body_line": 12,
    }
    return Update(**values | changes)


def test_an_update_in_full():
    assert canonical.update_text(update()) == (
        "---\n"
        "id: gazette-2024-03-01-0910\n"
        "title: Smoke over the harbour\n"
        "time: 2024-03-01T09:10:00+06:00\n"
        "time_basis: printed time; date from --date\n"
        "authors: [Night desk, Port office]\n"
        "source: gazette-2024-03-01\n"
        "locator: line 41\n"
        "actors: [port-office]\n"
        "---\n"
        "Smoke rises.\n\n- one\n- two\n"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"body_line": 11},
        {"title": "", "authors": (), "actors": (), "body": "", "body_line": 8},
        {
            "title": "NO",
            "authors": ("12:30", "null"),
            "not_actors": ("a", "b"),
            "draft": True,
            "body_line": 13,
        },
        {"body": "---\n\n---", "body_line": 11},
        {
            "title": "",
            "authors": (),
            "actors": (),
            "body": "",
            "withdrawn": Withdrawal(date=date(2024, 5, 1), reason="On request: see the file"),
            "body_line": 11,
        },
    ],
)
def test_updates_read_back_equal(tmp_path, changes):
    written = update(**changes)
    assert read_back(tmp_path, written.place.path, FileKind.UPDATE, canonical.update_text(written)) == written


def test_sources_read_back_equal(tmp_path):
    source = Source(
        slug="gazette-2024-03-01",
        timeline="harbour-fire",
        publisher="The Harbour Gazette",
        title="Fire: what we know",
        url="https://example.org/fire?page=1#top",
        captured=datetime(2024, 3, 2, tzinfo=UTC),
        document="seeds/fire.txt",
        sha256="0" * 64,
        timezone="Asia/Almaty",
        importer="text",
        language="no",
        summary="One.\n\nTwo: " + "long " * 40 + "end.",
        key_points=("Port closed", "# not a comment", "a: b"),
        inferred=("order: oldest first",),
        left_out=(LeftOut(locator="line 3", text="  Key Points", reason="heading of the key points"),),
        suspects=(LeftOut(locator="line 9", text="’€™", reason="looks broken"),),
        captures=(
            Capture(
                document="seeds/early.txt",
                sha256="4" * 64,
                title="Fire",
                updates=("a", "b: c"),
                inferred=("order: newest first",),
                left_out=(LeftOut(locator="line 2", text="Share", reason="button"),),
                suspects=(LeftOut(locator="line 8", text="Ã", reason="looks broken"),),
            ),
            Capture(document="seeds/fire.txt", sha256="0" * 64, captured=datetime(2024, 3, 2, tzinfo=UTC)),
        ),
        likely_duplicates=(LikelyDuplicate(id="a", other="b", why="90 of 100: the same"),),
        written_actors=(WrittenActor(actor="port-office", file_sha256="3" * 64),),
        written=(WrittenUpdate(id="a", path="b.md", text_sha256="1" * 64, file_sha256="2" * 64),),
        place=Place(path="content/harbour-fire/sources/gazette-2024-03-01.yaml"),
    )
    assert read_back(tmp_path, source.place.path, FileKind.SOURCE, canonical.source_text(source)) == source


def test_a_source_of_which_little_is_known_reads_back_equal(tmp_path):
    place = Place(path="content/harbour-fire/sources/fire.yaml")
    source = Source(slug="fire", timeline="harbour-fire", publisher="", title="", place=place)
    assert read_back(tmp_path, place.path, FileKind.SOURCE, canonical.source_text(source)) == source


def test_timelines_and_actors_read_back_equal(tmp_path):
    place = Place(path="content/harbour-fire/timeline.yaml")
    timeline = Timeline(
        slug="harbour-fire",
        title="- a dash",
        summary="x" * 200,
        key_points=("one", "2"),
        timezone="Europe/London",
        language="no",
        place=place,
    )
    text = canonical.timeline_text(timeline)
    assert read_back(tmp_path, place.path, FileKind.TIMELINE, text) == timeline
    place = Place(path="content/actors/port-office.md")
    actor = Actor(
        slug="port-office",
        name="Port office",
        kind=ActorKind.ORGANISATION,
        aliases=(
            Alias(name="the office"),
            Alias(name="NO"),
            Alias(name="a, b", script="Latn", since="2020-01", until="2021", weak=True),
        ),
        formerly=("bureau",),
        roles=(
            Role(title="Owner", called=("the owner",), since="2020", until="2021-05"),
            Role(title="Keeper"),
        ),
        wikidata="Q42",
        proposed=True,
        body="Profile.",
        place=place,
        body_line=23,
    )
    assert read_back(tmp_path, place.path, FileKind.ACTOR, canonical.actor_text(actor)) == actor


def scalar(text):
    """The text that our own reader sees, and whether it would take it for nothing."""
    problems = Problems(path="x")
    node = parse(text, problems)
    assert not problems.found
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    return value


TEXTS = st.one_of(
    st.text(min_size=1),
    st.text(alphabet="ab :#-'\"\n\t|>&*!%@`,[]{}?=~.0", min_size=1),
    st.lists(st.text(alphabet="abc :#", min_size=0), min_size=1).map("\n".join).filter(bool),
    st.lists(st.text(alphabet="ab \t\x07\x85\u2028\ufeff\U0001f525", min_size=1), min_size=2).map("\n".join),
    st.from_regex(r"[-+]?[0-9_:.eox]{1,8}", fullmatch=True),
    st.sampled_from(
        ["NO", "no", "y", "Null", "~", "<<", "=", "---", "...", "1e3", "12:30", "0x1F", "2024-01-01"]
    ),
)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_reads_back_the_same(text):
    written = document({"key": text})
    assert yaml.load(written, Loader=yaml.BaseLoader) == {"key": text}
    assert yaml.safe_load(written) == {"key": text}
    value = scalar(written)
    assert value.text == text
    assert not value.null


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1).map(tuple), st.dictionaries(st.sampled_from("abc"), TEXTS, min_size=1))
def test_any_text_reads_back_the_same_in_lists_and_records(texts, record):
    from sitegen.content.emit import Flow

    written = document(
        {"list": texts, "flow": Flow(texts), "records": (record, *texts, record), "inner": record}
    )
    expected = {"list": [*texts], "flow": [*texts], "records": [record, *texts, record], "inner": record}
    assert yaml.load(written, Loader=yaml.BaseLoader) == expected
    assert yaml.safe_load(written) == expected


@settings(deadline=None)
@given(st.text(), st.lists(st.text()), st.text())
def test_any_title_author_and_body_leave_the_front_matter_whole(title, authors, body):
    head, _, rest = canonical.update_text(update(title=title, authors=tuple(authors), body=body))[
        4:
    ].partition("\n---\n")
    values = yaml.load(head, Loader=yaml.BaseLoader)
    assert values.get("title", "") == title
    assert values.get("authors", []) == authors
    assert rest.strip("\n") == body.strip("\n")


@pytest.mark.parametrize("hour", range(24))
def test_times_of_day_read_back_the_same(hour):
    for minute in range(60):
        text = f"{hour:02}:{minute:02}"
        assert yaml.safe_load(document({"key": text})) == {"key": text}


def test_plain_words_stand_without_quotes():
    assert document({"title": "12 dead – ‘calm’ returns, says minister (UK)"}) == (
        "title: 12 dead – ‘calm’ returns, says minister (UK)\n"
    )


def test_long_and_many_lined_texts_stand_below_their_key():
    assert document({"a": "one\n\ntwo"}) == "a: |-\n  one\n\n  two\n"
    assert document({"a": "w " * 50 + "w"}).startswith("a: |-\n  w w")


def digest(**changes):
    values = {"title": "Title", "time": "2024-03-01T09:10:00+06:00", "authors": ("A", "B"), "body": "Body."}
    return canonical.text_digest(**values | changes)


def test_the_digest_is_of_documented_bytes():
    from hashlib import sha256

    assert digest() == sha256(b"Title\n2024-03-01T09:10:00+06:00\nA\nB\n\nBody.").hexdigest()


@pytest.mark.parametrize(
    "changes",
    [{"title": "Titles"}, {"time": "2024-03-01T09:11:00+06:00"}, {"authors": ("A B",)}, {"body": "Body"}],
)
def test_the_digest_tells_texts_apart(changes):
    assert digest(**changes) != digest()


@pytest.mark.parametrize("changes", [{"title": " Title "}, {"body": "\nBody.\n"}])
def test_the_digest_does_not_see_white_space_that_files_do_not_keep(changes):
    assert digest(**changes) == digest()
