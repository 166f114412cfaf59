"""Content files to a Corpus: values, order, places, and what is refused."""

import os

import pytest

from sitegen.content import read_corpus, read_site, reread
from sitegen.diagnostics import ContentError, Severity
from sites import SITE, path_of, update, write


@pytest.fixture
def root(tmp_path):
    write(tmp_path, SITE)
    return tmp_path


def codes(root):
    return sorted(d.code for d in read_corpus(root)[1])


def test_a_whole_archive(root):
    corpus = read_site(root)
    assert [u.id for u in corpus.updates] == ["u1", "u2", "u3"]
    first = corpus.updates[0]
    assert (first.timeline, first.day, first.slug, first.source) == (
        "flood",
        "2024-03-01",
        "0800-water-rises",
        "wire",
    )
    assert first.body == "The Mayor called the Red Cross."
    assert first.place.path == path_of()
    assert first.body_line == 7
    assert [a.slug for a in corpus.actors] == ["mayor", "red-cross"]


def test_updates_stand_in_the_order_of_their_instants_whatever_the_offset(root):
    write(root, {path_of(name="x"): update("u0", time="2024-03-01T13:00:00+06:00")})
    assert [u.id for u in read_site(root).updates] == ["u0", "u1", "u2", "u3"]


def test_one_instant_is_ordered_by_place_in_the_source(root):
    for line in (100, 9, 20):
        time = "2024-03-05T00:00:00+00:00"
        write(root, {path_of("2024-03-05", f"{line}"): update(f"l{line}", time=time, locator=f"line {line}")})
    assert [u.id for u in read_site(root).updates][3:] == ["l9", "l20", "l100"]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_marks_do_not_matter(root, ending):
    text = update("u1", body="One\n\ntwo").replace("\n", ending)
    (root / path_of()).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read_site(root).updates[0].body == "One\n\ntwo"


@pytest.mark.parametrize("name", ["README.md", ".DS_Store", "notes.md~", "Thumbs.db", ".hidden/x.md"])
def test_files_of_people_and_systems_are_left_alone(root, name):
    write(root, {f"content/{name}": "x", f"content/flood/{name}": "x"})
    assert codes(root) == []


@pytest.mark.parametrize("name", ["flood/notes.txt", "x.md", "flood/updates/x.md", "actors/deep/x.md"])
def test_stray_files_are_told(root, name):
    write(root, {f"content/{name}": "x"})
    assert codes(root) == ["stray-file"]
    assert read_corpus(root)[1][0].severity is Severity.WARNING


def test_a_waiting_proposal_is_told(root):
    write(root, {path_of() + ".proposed": "x"})
    assert codes(root) == ["proposal-waits"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no symbolic links")
def test_links_out_of_content_are_refused_and_links_inside_are_not(root, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    secret.write_text(update("u8"), encoding="utf-8")
    (root / path_of(name="1000-out")).symlink_to(secret)
    assert codes(root) == ["link-outside"]
    (root / path_of(name="1000-out")).unlink()
    (root / "content/actors/copy.md").symlink_to(root / "content/actors/mayor.md")
    assert codes(root) == []


def test_every_problem_of_every_file_in_one_run(root):
    write(
        root,
        {
            path_of(): "no front matter",
            path_of(name="0930-bridge-shut"): update("u2", time="13:32", source="nobody", actors="[ghost]"),
            "content/actors/mayor.md": "---\nkind: person\n---\n",
            "content/flood/timeline.yaml": "title: [x\n",
        },
    )
    with pytest.raises(ContentError) as caught:
        read_site(root)
    found = {(d.path, d.code) for d in caught.value.diagnostics}
    assert found == {
        (path_of(), "no-front-matter"),
        (path_of(name="0930-bridge-shut"), "bad-time"),
        ("content/actors/mayor.md", "missing-key"),
        ("content/flood/timeline.yaml", "yaml-syntax"),
    }


def test_an_actor_that_somebody_deleted_is_told_and_passed_over(root):
    write(root, {path_of(): update(actors="[ghost, mayor]")})
    assert codes(root) == ["unknown-actor"]
    assert read_site(root).updates


def test_a_reference_to_a_broken_file_is_not_a_second_problem(root):
    write(root, {"content/flood/sources/wire.yaml": "publisher: [x\n"})
    assert codes(root) == ["yaml-syntax"]


def test_reading_what_changed_gives_what_reading_everything_gives(root):
    before = read_site(root)
    old, new, broken = path_of(), path_of(name="1100-more"), path_of(name="1200-broken")
    (root / old).unlink()
    write(
        root,
        {
            new: update("u9", time="2024-03-01T11:00:00+00:00"),
            "content/actors/mayor.md": "---\nname: M\nkind: group\n---\n",
        },
    )
    assert reread(root, before, {old, new, broken, "content/actors/mayor.md", "seeds/x.txt"}) == read_site(
        root
    )


def test_what_is_withdrawn_is_not_in_the_corpus(root):
    withdrawn = "{date: 2024-04-01, reason: danger}"
    write(root, {path_of(): update(title="canary", body="canary", authors="[canary]", withdrawn=withdrawn)})
    assert "canary" not in repr(read_site(root))
    assert read_site(root).updates[0].withdrawn.reason == "danger"
