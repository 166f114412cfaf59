"""Break something, see the problem over the last good site, mend it, see the site: again and again."""

import itertools

import pytest

from sitegen.diagnostics import ContentError
from sitegen.serve.preview import preview
from sitegen.serve.rebuild import Rebuilder
from sitegen.serve.status import Board
from sites import SITE, path_of, update, write

TEMPLATE = "themes/chronicle/templates/actor.html"
TIMELINE = "content/flood/timeline.yaml"
BREAKS = {
    "template": (TEMPLATE, "one\n{{ nothing.here }}\n", f"{TEMPLATE}:2"),
    "template syntax": (TEMPLATE, "one\n{% if %}\n", f"{TEMPLATE}:2"),
    "yaml": (TIMELINE, "title: The flood\ntimezone: [Europe/London\n", f"{TIMELINE}:"),
    "front matter": (path_of(), "---\nid: u1\ntime: 2024-03-01\nsource: wire\n---\nx\n", f"{path_of()}:3:7"),
    "config": ("site.yaml", "title: Rivers\nbase_url: [\n", "site.yaml:"),
    "config gone": ("site.yaml", None, "site.yaml"),
    "not utf-8": (path_of(), b"\xff\xfe", path_of()),
}


@pytest.fixture
def archive(tmp_path):
    root = tmp_path / "archive"
    write(root, SITE)
    return root


def start(root, said):
    board = Board()
    rebuilder = Rebuilder(
        root, board, build=lambda: preview(root, "http://127.0.0.1:8000", 8000), say=said.append
    )
    rebuilder.first()
    return board, rebuilder


def put(root, path, content):
    file = root / path
    if content is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_twenty_times_broken_and_mended(archive):
    board, rebuilder = start(archive, [])
    good = board.shown
    assert good.base == "/archive/"
    for kind in itertools.islice(itertools.cycle(BREAKS), 20):
        path, content, where = BREAKS[kind]
        put(archive, path, content)
        assert rebuilder.look(), kind
        broken = board.shown
        assert any(problem.where.startswith(where) for problem in broken.problems), (kind, broken.problems)
        assert (broken.folder, broken.base, broken.files) == (good.folder, good.base, good.files)
        put(archive, path, SITE.get(path))
        assert rebuilder.look(), kind
        assert (board.shown.problems, board.shown.files) == ((), good.files)


@pytest.mark.parametrize("kind", BREAKS)
def test_broken_from_the_start_and_then_mended(archive, kind):
    path, content, where = BREAKS[kind]
    put(archive, path, content)
    board, rebuilder = start(archive, [])
    assert board.shown.folder is None
    assert any(problem.where.startswith(where) for problem in board.shown.problems)
    put(archive, path, SITE.get(path))
    assert rebuilder.look()
    assert board.shown.problems == ()
    assert "index.html" in board.shown.files


def test_the_preview_leaves_the_build_folder_alone_and_needs_no_second_look(archive):
    (archive / "build").mkdir()
    (archive / "build/mine").write_text("mine")
    board, rebuilder = start(archive, [])
    assert board.shown.folder == archive / ".sitegen/preview-8000"
    assert [path.name for path in (archive / "build").iterdir()] == ["mine"]
    assert not rebuilder.look()


def test_what_happened_is_said(archive):
    said = []
    _, rebuilder = start(archive, said)
    assert said[-1].startswith("Built in ")
    write(archive, {path_of(): update(body="New words.")})
    rebuilder.look()
    assert said[-2] == f"{path_of()} changed"
    put(archive, TIMELINE, "title: [\n")
    rebuilder.look()
    assert said[-1] == "Not built: the last good site stays."
    assert any(line.startswith(f"{TIMELINE}:") for line in said)


def test_another_base_path_is_served_as_soon_as_it_is_written(archive):
    board, rebuilder = start(archive, [])
    write(archive, {"site.yaml": "title: Rivers\nbase_url: https://example.org/\n"})
    rebuilder.look()
    assert board.shown.base == "/"


def test_a_fault_of_the_program_is_shown_and_the_preview_lives_on(archive):
    said = []
    faults = iter([ZeroDivisionError("by zero"), OSError(5, "Input/output error")])

    def build():
        problem = next(faults, None)
        if problem:
            raise problem
        return preview(archive, "http://127.0.0.1:8000", 8000)

    board = Board()
    rebuilder = Rebuilder(archive, board, build=build, say=said.append)
    rebuilder.first()
    assert board.shown.problems[0].diagnostic.what == "ZeroDivisionError: by zero"
    assert "Traceback" in said[0]
    for _ in range(2):
        (archive / "site.yaml").touch()
        rebuilder.look()
    assert board.shown.problems == ()


def test_the_builder_s_own_errors_are_content_errors(archive):
    put(archive, "site.yaml", "title: [\n")
    with pytest.raises(ContentError):
        preview(archive, "http://127.0.0.1:8000", 8000)
