import os
import subprocess
import sys

import pytest

from sitegen.content.files import write_atomic

KILLS = """
import os, random, signal, sys, time
from pathlib import Path
from sitegen.content.files import write_atomic

path = Path(sys.argv[1])
old, new = b"a" * 200_000, b"b" * 200_000
chance = random.Random(2)
for _ in range(200):
    write_atomic(path, old)
    child = os.fork()
    if not child:
        while True:
            write_atomic(path, new)
            write_atomic(path, old)
    time.sleep(chance.random() / 100)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print("whole" if path.read_bytes() in (old, new) else "torn")
"""


def test_writes_and_replaces(tmp_path):
    path = tmp_path / "new" / "folder" / "file.md"
    write_atomic(path, b"one")
    write_atomic(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["file.md"]


def test_permissions_are_those_of_any_new_file_and_then_stay(tmp_path):
    path, other = tmp_path / "file.md", tmp_path / "other.md"
    other.write_bytes(b"")
    write_atomic(path, b"one")
    assert path.stat().st_mode == other.stat().st_mode
    path.chmod(0o600)
    write_atomic(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "file.md"
    write_atomic(path, b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["file.md"]


def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path):
    """200 kills at random moments of a process that writes without pause (RULES 2)."""
    run = [sys.executable, "-c", KILLS, tmp_path / "file.md"]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["whole"] * 200
