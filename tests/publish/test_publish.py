import hashlib
import json
import os
import shutil
import stat
import subprocess

import pytest
from publishing import opened, publish, site_of, tree

from sitegen.diagnostics import ContentError, Severity
from sitegen.publish import MANIFEST, stage

SITE = {"index.html": b"home", "a/index.html": b"page a", "a/b/index.html": b"page b"}


def codes(problem):
    return [(d.code, d.path) for d in problem.value.diagnostics]


def test_the_folder_holds_the_site_and_the_two_records(tmp_path):
    done = publish(tmp_path, SITE)
    assert site_of(tmp_path / "build") == SITE
    assert (done.written, done.removed, done.unchanged) == (5, 0, 0)
    assert done.changed_paths == tuple(sorted([*SITE, "sitegen.json", MANIFEST]))


def test_the_manifest_lists_every_file_but_itself(tmp_path):
    publish(tmp_path, SITE)
    lines = (tmp_path / "build" / MANIFEST).read_text().splitlines()
    expected = {**SITE, "sitegen.json": (tmp_path / "build/sitegen.json").read_bytes()}
    assert lines == [f"{hashlib.sha256(expected[p]).hexdigest()}  {p}" for p in sorted(expected)]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_sha256sum_accepts_the_manifest(tmp_path):
    publish(tmp_path, {**SITE, "with space/ä ünï.txt": b"x", "-dash": b"y"})
    command = ["sha256sum", "--strict", "--quiet", "-c", MANIFEST]
    assert subprocess.run(command, cwd=tmp_path / "build", check=False).returncode == 0
    (tmp_path / "build/index.html").write_text("changed")
    assert subprocess.run(command, cwd=tmp_path / "build", check=False, capture_output=True).returncode == 1


def test_the_marker_names_the_generator_and_the_format(tmp_path):
    publish(tmp_path, SITE)
    assert json.loads((tmp_path / "build/sitegen.json").read_text()) == {"generator": "sitegen", "format": 1}


def test_a_second_build_writes_nothing(tmp_path):
    publish(tmp_path, SITE)
    before = {p: p.stat() for p in (tmp_path / "build").rglob("*")}
    done = publish(tmp_path, SITE)
    assert (done.written, done.removed, done.unchanged, done.changed_paths) == (0, 0, 5, ())
    assert {p: p.stat() for p in (tmp_path / "build").rglob("*")} == before


def test_a_second_build_writes_nothing_with_the_state_lost(tmp_path):
    publish(tmp_path, SITE)
    before = {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in (tmp_path / "build").rglob("*")}
    shutil.rmtree(tmp_path / ".sitegen")
    done = publish(tmp_path, SITE)
    assert (done.written, done.removed) == (0, 0)
    assert {p: (p.stat().st_ino, p.stat().st_mtime_ns) for p in (tmp_path / "build").rglob("*")} == before


def test_only_what_changed_is_written_and_what_went_is_removed(tmp_path):
    publish(tmp_path, SITE)
    done = publish(tmp_path, {"index.html": b"home", "a/index.html": b"page a, again", "c/index.html": b"c"})
    assert done.changed_paths == ("a/b/index.html", "a/index.html", "c/index.html", MANIFEST)
    assert (done.written, done.removed, done.unchanged) == (3, 1, 2)
    assert not (tmp_path / "build/a/b").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"file"}, {"a/b": b"in a folder"}),
        ({"a/b": b"in a folder", "a/c/d": b"deeper"}, {"a": b"file"}),
        ({"a": b"1", "b/a": b"2"}, {"a/b": b"3", "b": b"4"}),
    ],
)
def test_a_file_may_become_a_folder_and_the_other_way_round(tmp_path, before, after):
    publish(tmp_path, before)
    publish(tmp_path, after)
    assert site_of(tmp_path / "build") == after


def test_is_current_needs_the_same_fingerprint_and_the_bytes_as_written(tmp_path):
    publish(tmp_path, SITE)
    right = hashlib.sha256(b"home").hexdigest()
    page = tmp_path / "build/index.html"
    with opened(tmp_path) as output:
        assert output.is_current("index.html", right)
        assert not output.is_current("index.html", "other")
        assert not output.is_current("nowhere.html", right)
    os.utime(page, ns=(1, 1))
    with opened(tmp_path) as output:
        assert output.is_current("index.html", right)
    page.write_bytes(b"hand")
    with opened(tmp_path) as output:
        assert not output.is_current("index.html", right)
    page.unlink()
    with opened(tmp_path) as output:
        assert not output.is_current("index.html", right)


def test_a_state_older_than_the_folder_makes_nothing_current(tmp_path):
    publish(tmp_path, {"index.html": b"1111"})
    (state,) = (tmp_path / ".sitegen").glob("*.state")
    old = state.read_bytes()
    page = tmp_path / "build/index.html"
    time = page.stat().st_mtime_ns
    publish(tmp_path, {"index.html": b"2222"})
    state.write_bytes(old)
    os.utime(page, ns=(time, time))
    publish(tmp_path, {"index.html": b"1111"})
    assert page.read_bytes() == b"1111"


def test_a_page_changed_by_hand_is_written_anew_and_said(tmp_path):
    publish(tmp_path, SITE)
    (tmp_path / "build/index.html").write_bytes(b"by hand")
    done = publish(tmp_path, SITE)
    assert site_of(tmp_path / "build") == SITE
    assert [(d.code, d.severity, d.path) for d in done.diagnostics] == [
        ("edited-output", Severity.NOTE, "build/index.html")
    ]


def test_a_removed_page_that_somebody_changed_is_left_and_said(tmp_path):
    publish(tmp_path, SITE)
    (tmp_path / "build/a/index.html").write_bytes(b"by hand")
    done = publish(tmp_path, {"index.html": b"home"})
    assert (tmp_path / "build/a/index.html").read_bytes() == b"by hand"
    assert [(d.code, d.severity, d.path) for d in done.diagnostics] == [
        ("left-output", Severity.NOTE, "build/a/index.html")
    ]


def test_files_of_a_person_and_git_survive_everything(tmp_path):
    publish(tmp_path, SITE)
    mine = {".git/HEAD": b"ref", "CNAME": b"example.org", "a/b/mine.txt": b"mine", "own/deep/x": b"x"}
    for path, data in mine.items():
        (tmp_path / "build" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "build" / path).write_bytes(data)
    for site in ({"index.html": b"home"}, {}, {"own/deep/y": b"y", "a/b/c/d": b"d"}, SITE, {}):
        publish(tmp_path, site)
        assert site_of(tmp_path / "build") == {**mine, **site}


def test_a_file_of_a_person_with_the_very_same_bytes_is_taken_over(tmp_path):
    publish(tmp_path, {})
    (tmp_path / "build/index.html").write_bytes(b"home")
    publish(tmp_path, SITE)
    assert site_of(tmp_path / "build") == SITE


def test_everything_in_the_way_is_named_and_nothing_is_written(tmp_path):
    publish(tmp_path, {"index.html": b"old"})
    build = tmp_path / "build"
    (build / "file").write_bytes(b"mine")
    (build / "folder").mkdir()
    (build / "here").write_bytes(b"a file where a folder must go")
    (tmp_path / "elsewhere").mkdir()
    (build / "link").symlink_to(tmp_path / "elsewhere")
    (build / "linked.html").symlink_to(tmp_path / "nowhere")
    before = tree(build)
    wanted = ["file", "folder", "here/index.html", "here/too.html", "link/index.html", "linked.html"]
    with pytest.raises(ContentError) as problem:
        publish(tmp_path, {"index.html": b"new"} | dict.fromkeys(wanted, b"new"))
    found = [f"build/{name}" for name in ("file", "folder", "here", "link", "linked.html")]
    assert codes(problem) == [("in-the-way", path) for path in found]
    assert tree(build) == before
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_page_replaced_by_a_link_is_in_the_way(tmp_path):
    publish(tmp_path, SITE)
    page = tmp_path / "build/index.html"
    page.rename(tmp_path / "kept.html")
    page.symlink_to(tmp_path / "kept.html")
    with pytest.raises(ContentError) as problem:
        publish(tmp_path, SITE)
    assert codes(problem) == [("in-the-way", "build/index.html")]
    assert (tmp_path / "kept.html").read_bytes() == b"home"


def test_nothing_is_deleted_through_a_link(tmp_path):
    publish(tmp_path, SITE)
    (tmp_path / "build/a").rename(tmp_path / "moved")
    (tmp_path / "build/a").symlink_to(tmp_path / "moved")
    done = publish(tmp_path, {"index.html": b"home"})
    assert sorted(d.path for d in done.diagnostics) == ["build/a/b/index.html", "build/a/index.html"]
    assert tree(tmp_path / "moved") == {"b/": None, "b/index.html": b"page b", "index.html": b"page a"}


def test_a_folder_with_a_page_and_a_file_of_a_person_is_not_cleared_for_a_file(tmp_path):
    publish(tmp_path, {"a/b": b"page"})
    (tmp_path / "build/a/mine").write_bytes(b"mine")
    before = tree(tmp_path / "build")
    with pytest.raises(ContentError) as problem:
        publish(tmp_path, {"a": b"file"})
    assert codes(problem) == [("in-the-way", "build/a")]
    assert tree(tmp_path / "build") == before


@pytest.mark.parametrize("line", ["{sha}  ../victim.txt", "{sha}  {absolute}", "{sha}  a/../../victim.txt"])
def test_a_manifest_can_claim_nothing_outside_the_folder(tmp_path, line):
    publish(tmp_path, SITE)
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"victim")
    sha = hashlib.sha256(b"victim").hexdigest()
    with (tmp_path / "build" / MANIFEST).open("a") as manifest:
        manifest.write(line.format(sha=sha, absolute=victim) + "\n")
    publish(tmp_path, {})
    assert victim.read_bytes() == b"victim"


def test_with_the_manifest_lost_nothing_is_overwritten(tmp_path):
    publish(tmp_path, SITE)
    (tmp_path / "build" / MANIFEST).unlink()
    with pytest.raises(ContentError) as problem:
        publish(tmp_path, {**SITE, "index.html": b"new"})
    assert codes(problem) == [("in-the-way", "build/index.html")]
    publish(tmp_path, SITE)
    assert publish(tmp_path, SITE).written == 0


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_do_not_depend_on_the_umask(tmp_path, umask):
    old = os.umask(umask)
    try:
        publish(tmp_path, SITE, output="public/site")
    finally:
        os.umask(old)
    for path in [tmp_path / "public", *(tmp_path / "public").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


def test_nothing_stays_beside_the_output(tmp_path):
    publish(tmp_path, SITE)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".sitegen", "build"]


def fail_while_building(root, output):
    with opened(root, output) as found:
        stage(found.staging, "index.html", b"new", "f")
        raise ZeroDivisionError


def test_a_build_that_stops_leaves_no_trace(tmp_path):
    publish(tmp_path, SITE)
    before = tree(tmp_path)
    with pytest.raises(ZeroDivisionError):
        fail_while_building(tmp_path, "build")
    assert tree(tmp_path) == before


def test_a_first_build_that_stops_leaves_no_folders(tmp_path):
    with pytest.raises(ZeroDivisionError):
        fail_while_building(tmp_path, "public/site")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "path", ["", "/etc/x", "../x", "a/../x", "a//b", "a/", "./a", "a\\b", "a\nb", "C:/x", "a\0"]
)
def test_a_path_that_could_lead_out_is_refused(tmp_path, path):
    with opened(tmp_path) as output, pytest.raises(ValueError, match="plain"):
        stage(output.staging, path, b"", "")


@pytest.mark.parametrize("path", ["sitegen.json", MANIFEST])
def test_the_two_records_belong_to_publish(tmp_path, path):
    with opened(tmp_path) as output:
        staged = stage(output.staging, path, b"mine", "")
        with pytest.raises(ValueError, match="path"):
            output.commit([staged])


def test_one_path_twice_is_refused(tmp_path):
    with opened(tmp_path) as output:
        staged = [stage(output.staging, "x", data, "") for data in (b"1", b"2")]
        with pytest.raises(ValueError, match="path"):
            output.commit(staged)


def test_files_can_be_staged_by_other_processes(tmp_path):
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with opened(tmp_path) as output, ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        work = [pool.submit(stage, output.staging, path, data, "f") for path, data in SITE.items()]
        output.commit([job.result() for job in work])
    assert site_of(tmp_path / "build") == SITE
