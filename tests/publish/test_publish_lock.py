import subprocess
import sys
import time
from pathlib import Path

import pytest
from publishing import opened, publish, site_of

from sitegen.diagnostics import ContentError

HOLDER = (
    "import sys, time; from pathlib import Path; from publishing import opened\n"
    "with opened(Path(sys.argv[1])): print('open', flush=True); time.sleep(60)"
)


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path], cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_one_build_at_a_time_and_who_it_is(tmp_path, holder):
    with pytest.raises(ContentError) as problem:
        publish(tmp_path, {"index.html": b"x"})
    (found,) = problem.value.diagnostics
    assert (found.code, found.path) == ("build-running", "build")
    assert f"process {holder.pid}" in found.what
    assert not (tmp_path / "build").exists()


@pytest.mark.usefixtures("holder")
def test_another_output_folder_is_free(tmp_path):
    publish(tmp_path, {"index.html": b"x"}, output="elsewhere")
    assert site_of(tmp_path / "elsewhere") == {"index.html": b"x"}


def test_the_lock_dies_with_its_owner(tmp_path, holder):
    holder.kill()
    holder.wait()
    publish(tmp_path, {"index.html": b"x"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sitegen", "build"]


def test_one_at_a_time_in_one_process_too(tmp_path):
    with opened(tmp_path), pytest.raises(ContentError), opened(tmp_path):
        pass
    with opened(tmp_path):
        pass


def test_many_at_once_never_mix(tmp_path):
    """Each either publishes its whole site or is turned away; the folder is always one of them."""
    script = (
        "import sys; from pathlib import Path; from publishing import publish\n"
        "from sitegen.diagnostics import ContentError\n"
        "name = sys.argv[2]\n"
        "for turn in range(15):\n"
        "    try: publish(Path(sys.argv[1]), {f'{n}.html': f'{name} {turn}'.encode() for n in range(8)})\n"
        "    except ContentError as problem: assert problem.diagnostics[0].code == 'build-running', problem"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path, name], cwd=Path(__file__).parent)
        for name in "abc"
    ]
    deadline = time.monotonic() + 60
    assert [process.wait(deadline - time.monotonic()) for process in running] == [0, 0, 0]
    pages = site_of(tmp_path / "build")
    assert len(pages) == 8
    assert len(set(pages.values())) == 1
