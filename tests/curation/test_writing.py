"""A correction that is cut short leaves whole content, and the same command goes on from there."""

from contextlib import suppress

import pytest
from archives import actor, archive, lists, path_of, record

from sitegen.content import read_corpus, read_site
from sitegen.curation import (
    NotUnderstoodError,
    find_actor,
    merge,
    open_desk,
    remove,
    rename,
    retag,
    split,
    writing,
)
from sitegen.curation.writing import write
from sitegen.diagnostics import ContentError, errors
from sites import files_of

ACTORS = [
    actor("alder", "Alder Board", "alders"),
    actor("birch", "Birch Board"),
    actor("cedar", "Cedar Board"),
]
TEXTS = ("Birch Board met.", "Birch Board met Alder Board.", "Cedar Board met the alders.")


def merging(desk):
    return merge(desk, find_actor(desk.corpus, "alder"), [find_actor(desk.corpus, "birch")])


def renaming(desk):
    one = find_actor(desk.corpus, "birch")
    return rename(desk, one, "Beech Board", "beech")


def removing(desk):
    return remove(desk, [find_actor(desk.corpus, "birch")])


def splitting(desk):
    return split(desk, find_actor(desk.corpus, "alder"), ["alders"])


class CutShortError(Exception):
    pass


@pytest.mark.parametrize("correction", [merging, renaming, removing, splitting])
@pytest.mark.parametrize("steps", range(8))
def test_cut_short_anywhere(tmp_path, monkeypatch, correction, steps):
    whole = archive(tmp_path / "whole", ACTORS, TEXTS)
    write(correction(open_desk(whole)))
    root = archive(tmp_path / "cut", ACTORS, TEXTS)
    done = iter(range(steps))

    def cut(step_function):
        def step(*words):
            if next(done, None) is None:
                raise CutShortError
            return step_function(*words)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(writing, "write_atomic", cut(writing.write_atomic))
        patch.setattr("pathlib.Path.unlink", cut(type(root).unlink))
        patch.setattr("pathlib.Path.rename", cut(type(root).rename))
        with suppress(CutShortError):
            write(correction(open_desk(root)))
    _, found = read_corpus(root)
    assert not errors(found)
    assert not [d for d in found if d.code == "unknown-actor"]
    with suppress(NotUnderstoodError):  # the two are one already, or the one is gone
        write(correction(open_desk(root)))
    write(retag(open_desk(root)))
    write(retag(open_desk(whole)))
    assert lists(root) == lists(whole)
    assert {name: one.actors for name, one in record(root).items()} == {
        name: one.actors for name, one in record(whole).items()
    }
    assert [(a.slug, a.names, a.formerly) for a in read_site(root).actors] == [
        (a.slug, a.names, a.formerly) for a in read_site(whole).actors
    ]


def test_a_file_that_changed_meanwhile_is_left(tmp_path):
    root = archive(tmp_path, ACTORS, TEXTS)
    after = merging(open_desk(root))
    file = root / path_of(0)
    file.write_text(file.read_text() + "Mine.\n")
    with pytest.raises(ContentError, match="file-changed"):
        write(after)
    assert file.read_text().endswith("Mine.\n")
    write(retag(open_desk(root)))
    assert lists(root)["u0"] == (("alder",), (), ())


def test_nothing_is_written_before_it_is_asked_for(tmp_path):
    root = archive(tmp_path, ACTORS, TEXTS)
    before = files_of(root)
    renaming(merging(open_desk(root)))
    assert files_of(root) == before
