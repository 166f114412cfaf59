from pathlib import Path

import pytest
from publishing import opened, publish, tree

from sitegen.diagnostics import ContentError


@pytest.fixture
def root(tmp_path):
    site = tmp_path / "archive"
    for folder in ("content/deep", "themes", "seeds"):
        (site / folder).mkdir(parents=True)
    (site / "site.yaml").write_text("title: x\n")
    return site


INPUTS = ("content", "themes", "seeds", "site.yaml")


def refusals(root, output):
    before = tree(root.parent)
    with pytest.raises(ContentError) as problem, opened(root, output, INPUTS):
        pytest.fail("it was opened")
    assert tree(root.parent) == before
    assert {d.code for d in problem.value.diagnostics} == {"unsafe-output"}
    assert all(d.mend for d in problem.value.diagnostics)
    return [d.what for d in problem.value.diagnostics]


def accepts(root, output):
    with opened(root, output, INPUTS) as found:
        return found.folder


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("/", "root of the file system"),
        (Path.home(), "home"),
        (Path.home().parent, ""),
        (".", "site's own folder"),
        ("..", "site's own folder"),
        ("content", "content"),
        ("content/deep", "lies in content"),
        ("content/new/build", "lies in content"),
        ("content/../content/x", "lies in content"),
        ("themes", "themes"),
        ("seeds/out", "lies in seeds"),
        ("site.yaml", "a file"),
        (".sitegen", "build state"),
    ],
)
def test_refused(root, output, word):
    assert any(word in what for what in refusals(root, output))


@pytest.mark.parametrize(
    "output", ["build", "content-2", "contentious/x", "sub/content", "../elsewhere", "content.out"]
)
def test_accepted(root, output):
    assert accepts(root, output) == (root / output).resolve()


def test_a_folder_that_holds_an_input_elsewhere_is_refused(root, tmp_path):
    (tmp_path / "shared/seeds").mkdir(parents=True)
    with (
        pytest.raises(ContentError) as problem,
        opened(root, tmp_path / "shared", (tmp_path / "shared/seeds",)),
    ):
        pass
    assert "holds" in problem.value.diagnostics[0].what


def test_an_input_that_is_a_link_is_followed(root, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (root / "linked").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ContentError), opened(root, tmp_path / "elsewhere/out", ("linked",)):
        pass


def test_a_link_as_output_is_refused(root, tmp_path):
    (tmp_path / "real").mkdir()
    (root / "build").symlink_to(tmp_path / "real")
    assert refusals(root, "build") == ["the output folder is a symbolic link"]
    (tmp_path / "real").rmdir()
    assert refusals(root, "build") == ["the output folder is a symbolic link"]


def test_a_link_above_the_output_is_fine(root, tmp_path):
    (tmp_path / "real").mkdir()
    (root / "public").symlink_to(tmp_path / "real")
    assert accepts(root, "public/site") == tmp_path / "real/site"


def test_a_folder_with_files_and_no_marker_is_refused(root):
    (root / "build").mkdir()
    assert accepts(root, "build")
    (root / "build/photo.jpg").write_bytes(b"mine")
    assert "none of them says that sitegen wrote it" in refusals(root, "build")[0]


@pytest.mark.parametrize("marker", [b"", b"{}", b"[]", b'{"generator": "other", "format": 1}', b"\xff\x00"])
def test_a_file_that_only_looks_like_a_marker_is_none(root, marker):
    (root / "build").mkdir()
    (root / "build/sitegen.json").write_bytes(marker)
    assert refusals(root, "build")


def test_a_marker_that_is_a_link_is_none(root):
    publish(root, {}, output="other")
    (root / "build").mkdir()
    (root / "build/sitegen.json").symlink_to(root / "other/sitegen.json")
    assert refusals(root, "build")


def test_a_folder_of_a_newer_sitegen_is_refused(root):
    (root / "build").mkdir()
    (root / "build/sitegen.json").write_text('{"generator": "sitegen", "format": 2}')
    assert "newer sitegen" in refusals(root, "build")[0]


def test_every_reason_is_given_at_once(root):
    (root / "loop").symlink_to("content")
    assert len(refusals(root, "loop")) == 2


def test_a_folder_that_can_not_be_written_is_said_in_words(root):
    (root / "afile").write_text("x")
    with pytest.raises(ContentError) as problem, opened(root, "afile/build"):
        pass
    assert problem.value.diagnostics[0].code == "cannot-write"
