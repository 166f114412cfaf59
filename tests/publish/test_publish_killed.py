"""A build that is killed or fails leaves the old site, or the next build finds the new one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from publishing import opened, publish, site_of, tree

from sitegen.diagnostics import ContentError
from sitegen.publish import stage

OLD = {"index.html": "old", "gone/index.html": "gone", "turns": "a file", "same.html": "same"}
NEW = {"index.html": "new", "a/b/index.html": "added", "turns/index.html": "a folder", "same.html": "same"}
ADDED = {
    "index.html": "new",
    "gone/index.html": "gone",
    "new/index.html": "1",
    "turns": "a file",
    "same.html": "same",
}


def fresh(root, site):
    publish(root, {p: d.encode() for p, d in site.items()})
    return {p: d if d is None else d.decode() for p, d in tree(root / "build").items()}


CASES = {
    "pages change, turn into folders, come and go": (OLD, NEW),
    "the first site": ({}, NEW),
    "only new folders": (OLD, ADDED),
    "everything goes": (NEW, {}),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("case", CASES)
def test_killed_at_every_step(tmp_path, case):
    old, new = CASES[case]
    before = fresh(tmp_path / "old", old) if old else {}
    after = fresh(tmp_path / "new", new)
    command = [sys.executable, Path(__file__).with_name("crashing.py"), tmp_path, json.dumps([old, new, new])]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) > 15
    for run in runs:
        assert run["mended"] == after, run["step"]
        assert run["rest"] == ["site"], run["step"]
    assert runs[0]["after"] == before
    assert runs[-1]["after"] == after


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_and_then_another_site_is_built(tmp_path):
    """The interrupted publish is carried out first: the site after it equals a clean one all the same."""
    then = {"other.html": "other", "turns/index.html": "a folder again"}
    expected = fresh(tmp_path / "fresh", then)
    command = [
        sys.executable,
        Path(__file__).with_name("crashing.py"),
        tmp_path,
        json.dumps([OLD, NEW, then]),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    for line in done.stdout.splitlines():
        run = json.loads(line)
        assert run["mended"] == expected, run["step"]


def test_emptied_by_hand_after_a_kill_it_is_built_anew(tmp_path):
    """What is left of an interrupted publish must not bring back half a site."""
    publish(tmp_path, {"index.html": b"old"})
    script = (
        "import sys; from pathlib import Path\n"
        "from crashing import die_before; from publishing import publish\n"
        "die_before('os.rename', 'b.html'); publish(Path(sys.argv[1]), {'a.html': b'new', 'b.html': b'new'})"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path], check=False, cwd=Path(__file__).parent)
    assert sorted(site_of(tmp_path / "build")) == ["a.html", "index.html"]
    for file in (tmp_path / "build").iterdir():
        file.unlink()
    publish(tmp_path, {"index.html": b"old"})
    assert site_of(tmp_path / "build") == {"index.html": b"old"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_a_full_disk_leaves_the_old_site_and_says_so(tmp_path):
    publish(tmp_path, {"index.html": b"old"})
    before = tree(tmp_path)
    script = (
        "import resource, sys; from pathlib import Path; from publishing import publish\n"
        "from sitegen.diagnostics import ContentError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
        "try: publish(Path(sys.argv[1]), {'index.html': b'new', 'big.bin': bytes(20_000)})\n"
        "except ContentError as problem: print(problem)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
    )
    assert done.stdout.startswith("build: cannot-write: can't write the site: File too large")
    assert tree(tmp_path) == before


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with room for 256 kB."""
    folder = tmp_path / "build"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]
    try:
        made = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except OSError:
        made = False
    if not made:
        pytest.skip("may not mount a small file system here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_an_output_folder_that_is_a_file_system_of_its_own(tmp_path, small_disk):
    publish(tmp_path, {"index.html": b"old", "x/y.html": b"y"})
    publish(tmp_path, {"index.html": b"new"})
    assert site_of(small_disk) == {"index.html": b"new"}
    before = tree(small_disk)
    with pytest.raises(ContentError) as problem:
        publish(tmp_path, {"index.html": b"newer", "big.bin": bytes(300_000)})
    assert [d.code for d in problem.value.diagnostics] == ["cannot-write"]
    assert "No space left" in str(problem.value)
    assert tree(small_disk) == before
    assert publish(tmp_path, {"index.html": b"newer"}).written == 2


def test_a_bind_mount_is_noticed_though_its_device_is_the_same(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "build").mkdir()
    try:
        bind = subprocess.run(
            ["mount", "--bind", tmp_path / "real", tmp_path / "build"], check=False, capture_output=True
        )
    except OSError:
        pytest.skip("may not mount here")
    if bind.returncode:
        pytest.skip("may not mount here")
    try:
        publish(tmp_path, {"index.html": b"new"})
    finally:
        subprocess.run(["umount", tmp_path / "build"], check=True)
    assert site_of(tmp_path / "real") == {"index.html": b"new"}


def test_an_error_of_the_builder_s_own_files_stays_what_it_is(tmp_path):
    with pytest.raises(FileNotFoundError), opened(tmp_path) as output:
        stage(output.staging, "index.html", (tmp_path / "content/none.md").read_bytes(), "")
