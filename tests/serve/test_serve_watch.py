"""One right build for every change, and none for what is no change."""

import os
import shutil
import threading
import time

import pytest
from serving import Board, Built, in_background, make_site

from sitegen.serve.rebuild import Rebuilder
from sitegen.serve.scan import scan, settle
from sitegen.serve.watch import Watcher

UPDATE = "content/flood/updates/2024-03-01/0800-x.md"


@pytest.fixture
def root(tmp_path):
    site = tmp_path / "archive"
    for path in (
        "site.yaml",
        "content/flood/timeline.yaml",
        UPDATE,
        "themes/plain/theme.yaml",
        "seeds/a.txt",
    ):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text("old\n")
    return site


class Preview:
    """A preview without a server: what was built, in the order of building."""

    def __init__(self, root, *, poll=False):
        self.root = root
        self.builds = []
        self.said = []
        self.during = lambda: None
        site = make_site(root.parent / "site")

        def build():
            self.builds.append((root / UPDATE).read_text() if (root / UPDATE).exists() else None)
            self.during()
            return Built(output=site)

        self.watcher = Watcher(root, poll=poll, say=self.said.append)
        self.rebuilder = Rebuilder(root, Board(), build=build, say=self.said.append)

    def __enter__(self):
        self.rebuilder.first()
        self.watcher.__enter__()
        self.builds.clear()
        return self

    def __exit__(self, *_):
        self.watcher.__exit__()

    def builds_after(self, change, *, least=1):
        """Make the change; the builds that follow until all is quiet."""
        self.builds.clear()
        done = in_background(change)
        deadline = time.monotonic() + 10
        quiet = 0
        while (quiet < 4 or len(self.builds) < least or done.is_alive()) and time.monotonic() < deadline:
            hinted = self.watcher.wait()
            self.watcher.renew()
            built = hinted and self.rebuilder.look()
            quiet = 0 if built or (hinted and not self.watcher.polls) else quiet + 1
        return list(self.builds)


@pytest.fixture(autouse=True)
def _fast(monkeypatch):
    monkeypatch.setattr("sitegen.serve.watch.POLL_SECONDS", 0.08)


@pytest.fixture
def patient(monkeypatch):
    """For changes in several steps: a busy machine may take its time between two of them."""
    monkeypatch.setattr("sitegen.serve.scan.PAUSE_SECONDS", 0.4)


@pytest.fixture
def preview(root):
    with Preview(root) as found:
        yield found


@pytest.fixture(params=[False, True], ids=["events", "poll"])
def either(root, request):
    with Preview(root, poll=request.param) as found:
        yield found


def save(path, text="new\n"):
    path.write_text(text)


def vim_save(path):
    """What strace shows of `:w` with backupcopy=no: probe, backup by renaming, write anew, delete."""
    probe = path.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = path.with_name(path.name + "~")
    path.rename(backup)
    time.sleep(0.03)
    path.write_text("new\n")
    time.sleep(0.03)
    backup.unlink()


def atomic_save(path):
    temporary = path.with_name(f".{path.name}.x1y2z3")
    temporary.write_text("new\n")
    temporary.replace(path)


def same_size_and_time(path):
    status = path.stat()
    other = path.with_name(".other")
    other.write_text("new\n")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("change", [save, vim_save, atomic_save, same_size_and_time])
def test_one_build_for_a_save(root, either, change):
    assert either.builds_after(lambda: change(root / UPDATE)) == ["new\n"]


def test_one_build_for_a_touch(root, preview):
    assert preview.builds_after((root / UPDATE).touch) == ["old\n"]


def test_one_build_for_a_removal(root, preview):
    assert preview.builds_after((root / UPDATE).unlink) == [None]


@pytest.mark.parametrize(
    "path", ["site.yaml", "themes/plain/theme.yaml", "seeds/b.txt", "content/new/timeline.yaml"]
)
def test_every_part_of_the_site_counts(root, preview, path):
    (root / path).parent.mkdir(exist_ok=True)
    assert len(preview.builds_after(lambda: save(root / path))) == 1


@pytest.mark.usefixtures("patient")
def test_one_build_for_300_files_at_once(root, either):
    def change():
        for number in range(300):
            save(root / f"content/flood/updates/2024-03-01/{number:04}-y.md")

    assert len(either.builds_after(change)) == 1


def test_a_folder_moved_in_and_then_edited(root, preview, tmp_path):
    (tmp_path / "elsewhere/updates/2024-03-05").mkdir(parents=True)
    save(tmp_path / "elsewhere/updates/2024-03-05/0900-z.md")
    assert len(preview.builds_after(lambda: (tmp_path / "elsewhere").rename(root / "content/quake"))) == 1
    edit = root / "content/quake/updates/2024-03-05/0900-z.md"
    assert len(preview.builds_after(lambda: save(edit, "edited\n"))) == 1


def test_a_new_folder_and_a_file_in_it_later(root, preview):
    assert preview.builds_after((root / "content/new").mkdir, least=0) == []
    assert len(preview.builds_after(lambda: save(root / "content/new/timeline.yaml"))) == 1


@pytest.mark.usefixtures("patient")
def test_content_replaced_as_a_whole_and_then_edited(root, either):
    def change():
        shutil.copytree(root / "content", root / ".copy")
        (root / "content").rename(root / ".old")
        (root / ".copy").rename(root / "content")

    assert len(either.builds_after(change)) == 1
    assert either.builds_after(lambda: save(root / UPDATE)) == ["new\n"]


def test_a_folder_that_was_not_there_at_the_start(root):
    shutil.rmtree(root / "themes")
    with Preview(root) as preview:
        preview.builds_after((root / "themes").mkdir, least=0)
        assert len(preview.builds_after(lambda: save(root / "themes/theme.yaml"))) == 1


def read_everything(root):
    for path in root.rglob("*"):
        if path.is_file():
            path.read_bytes()


def write_what_does_not_count(root):
    for path in (
        "build/index.html",
        ".sitegen/preview-8000/index.html",
        ".git/index",
        "README.md",
        "content/.x.swp",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        save(root / path)


def write_and_take_back(root):
    save(root / "content/flood/4913")
    (root / "content/flood/4913").unlink()


@pytest.mark.parametrize("change", [read_everything, write_what_does_not_count, write_and_take_back])
def test_no_build_for_what_is_no_change(root, preview, change):
    assert preview.builds_after(lambda: change(root), least=0) == []


def test_reading_gives_not_even_a_hint(root):
    with Watcher(root, poll=False, say=print) as watcher:
        while watcher.wait():
            pass
        read_everything(root)
        assert not watcher.wait()


def test_a_change_during_a_build_queues_exactly_one_more(root, either):
    times = iter(range(3))

    def during():
        if next(times, None) == 0:
            save(root / UPDATE, "during\n")
            time.sleep(0.2)
            save(root / UPDATE, "at last\n")

    either.during = during
    assert either.builds_after(lambda: save(root / UPDATE), least=2) == ["new\n", "at last\n"]


def test_a_hint_that_comes_just_when_a_wait_ends_is_not_lost(root):
    class Late(threading.Event):
        def wait(self, timeout=None):
            found = super().wait(0 if timeout else None)
            self.set()
            return found

    watcher = Watcher(root, poll=False, say=print)
    watcher._hint = Late()  # noqa: SLF001 - the race can't be had otherwise
    assert [watcher.wait(), watcher.wait()] == [False, True]


def test_a_page_moved_to_the_bin_is_noticed(root, preview, tmp_path):
    """Linux says so only after half a second of waiting for the other half of the move."""
    assert preview.builds_after(lambda: (root / UPDATE).rename(tmp_path / "bin")) == [None]


@pytest.mark.parametrize(
    "problem", [OSError(28, "No space left on device"), OSError(24, "Too many open files")]
)
def test_at_the_system_s_limit_it_polls_and_says_so(root, monkeypatch, problem):
    from watchdog.observers.api import BaseObserver

    def refuse(*_arguments, **_more):
        raise problem

    monkeypatch.setattr(BaseObserver, "schedule", refuse)
    with Preview(root) as preview:
        assert preview.watcher.polls
        assert len(preview.said) == 2
        assert problem.strerror in preview.said[1]
        assert "--poll" in preview.said[1]
        assert preview.builds_after(lambda: save(root / UPDATE)) == ["new\n"]


def test_settling_ends_when_nothing_moves_and_never_later_than_a_second():
    looks = iter([{"a": 1}, {"a": 2}, {"a": 2}])
    assert settle(lambda: next(looks), {}) == {"a": 2}
    assert settle(lambda: {"a": 1}, {"a": 1}) == {"a": 1}
    count = iter(range(1000))
    began = time.monotonic()
    settle(lambda: {"a": next(count)}, {})
    assert time.monotonic() - began < 3


def test_a_scan_never_follows_a_link_to_a_folder_nor_fails_on_a_broken_one(root, tmp_path):
    (root / "content/loop").symlink_to(root / "content")
    (root / "content/broken.md").symlink_to(tmp_path / "nowhere")
    (root / "content/good.md").symlink_to(root / UPDATE)
    found = scan(root)
    assert "content/broken.md" not in found
    assert "content/good.md" in found
    assert not [path for path in found if path.startswith("content/loop/")]


def test_a_scan_while_files_come_and_go(root):
    stop = threading.Event()

    def churn():
        while not stop.is_set():
            save(root / "content/flood/x.md")
            (root / "content/flood/x.md").unlink()

    thread = in_background(churn)
    for _ in range(200):
        assert UPDATE in scan(root)
    stop.set()
    thread.join()
