import pytest

from sitegen import cache
from sitegen.cache import FileState, State

STATE = State(files={"index.html": FileState("made-from-this", "ab" * 32, 12, 1_700_000_000_000_000_001)})


def test_what_is_saved_is_loaded(tmp_path):
    path = cache.state_file(tmp_path, tmp_path / "build")
    cache.save(path, STATE)
    assert cache.load(path) == STATE


def test_a_missing_state_is_none(tmp_path):
    assert cache.load(tmp_path / "nothing.state") is None


def test_a_folder_in_its_place_is_none(tmp_path):
    assert cache.load(tmp_path) is None


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 40, 47, 48, 49, 60])
def test_a_state_cut_short_is_none(tmp_path, kept):
    path = tmp_path / "s.state"
    cache.save(path, STATE)
    path.write_bytes(path.read_bytes()[:kept])
    assert cache.load(path) is None


def test_a_state_with_any_byte_changed_is_none(tmp_path):
    path = tmp_path / "s.state"
    cache.save(path, STATE)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.load(path) is None, place


def test_a_whole_file_of_another_shape_is_none(tmp_path):
    import hashlib

    import msgspec

    body = msgspec.msgpack.encode({"files": ["not", "a", "mapping"]})
    path = tmp_path / "s.state"
    path.write_bytes(b"sitegen-state 1\n" + hashlib.sha256(body).digest() + body)
    assert cache.load(path) is None


def test_saving_replaces_and_leaves_nothing_else_behind(tmp_path):
    path = cache.state_file(tmp_path, tmp_path / "build")
    cache.save(path, STATE)
    cache.save(path, State(files={}))
    assert cache.load(path) == State(files={})
    assert sorted(p.name for p in path.parent.iterdir()) == sorted([".gitignore", path.name])


def test_each_output_folder_has_a_state_of_its_own(tmp_path):
    (tmp_path / "build").mkdir()
    (tmp_path / "link").symlink_to("build")
    one = cache.state_file(tmp_path, tmp_path / "build")
    assert cache.state_file(tmp_path, tmp_path / "preview") != one
    assert cache.state_file(tmp_path, tmp_path / "x" / ".." / "build") == one
    assert cache.state_file(tmp_path, tmp_path / "link") == one


def test_git_never_sees_the_state(tmp_path):
    path = cache.state_file(tmp_path, tmp_path / "build")
    cache.save(path, STATE)
    assert (path.parent / ".gitignore").read_text() == "*\n"
