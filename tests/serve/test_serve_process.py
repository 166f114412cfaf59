"""`sitegen serve` as a person runs it."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest
from serving import ask

from sitegen.diagnostics import ContentError
from sitegen.serve.listen import listen, origin
from sites import SITE, path_of, update, write

PAGE = "/archive/flood/2024-03-01/0800-water-rises/"


@pytest.fixture
def archive(tmp_path):
    root = tmp_path / "archive"
    write(root, SITE)
    return root


@contextlib.contextmanager
def running(root, *options):
    """The command at work; gives its process and port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", *options],
        cwd=root,
        stdout=subprocess.PIPE,
        # A shell without job control starts background work with Ctrl-C ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - nothing runs beside it
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    said = []
    with process:
        try:
            for line in process.stdout:
                said.append(line)
                if found := re.search(r"Look at http://127\.0\.0\.1:(\d+)/", line):
                    yield process, int(found[1]), said
                    return
            pytest.fail("".join(said))
        finally:
            process.kill()


def until(question, seconds=20):
    deadline = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.02)


def test_from_start_to_ctrl_c(archive):
    with running(archive) as (process, port, said):
        assert "Built in" in "".join(said)
        assert b"The Mayor" in ask(port, PAGE)[2]
        assert ask(port, PAGE[:-1])[1]["location"] == PAGE

        write(archive, {path_of(): update(body="Other words entirely.")})
        until(lambda: b"Other words entirely." in ask(port, PAGE)[2])

        write(archive, {path_of(): update(time="2024-03-01")})
        until(lambda: f"{path_of()}:4:7".encode() in ask(port, PAGE)[2])
        assert b"Other words entirely." in ask(port, PAGE)[2]

        write(archive, {path_of(): update(body="Mended.")})
        until(lambda: b"Mended." in ask(port, PAGE)[2])

        (archive / "site.yaml").rename(archive / "site.txt")
        until(lambda: b"no-site" in ask(port, PAGE)[2])
        (archive / "site.txt").rename(archive / "site.yaml")
        until(lambda: b"no-site" not in ask(port, PAGE)[2])

        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=20)[0]
        assert process.returncode == 0
        assert rest.endswith("Ended.\n")
        assert "Traceback" not in rest
    assert sorted(path.name for path in (archive / ".sitegen").iterdir() if path.is_dir()) == [
        f"preview-{port}"
    ]


def test_a_port_in_use_is_said(archive):
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "sitegen", "serve", "--port", str(port)]
        done = subprocess.run(command, cwd=archive, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert (
        f"cannot-listen: can't listen on 127.0.0.1, port {port}: Address already in use; choose"
        in done.stderr
    )
    assert "Traceback" not in done.stderr


def test_without_a_wish_the_next_free_port_is_taken():
    with listen("127.0.0.1", None) as first, listen("127.0.0.1", None) as second:
        assert first.getsockname()[1] >= 8000
        assert second.getsockname()[1] > first.getsockname()[1]


def test_no_name_of_this_computer():
    with pytest.raises(ContentError) as problem:
        listen("nowhere.invalid", None)
    assert problem.value.diagnostics[0].code == "cannot-listen"


def test_nobody_else_can_reach_it():
    with listen("127.0.0.1", 0) as listener:
        assert listener.family is socket.AF_INET
        assert listener.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("localhost", "http://localhost:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("::", "http://[::1]:8000"),
        ("192.168.1.5", "http://192.168.1.5:8000"),
    ],
)
def test_the_address_to_type(host, address):
    assert origin(host, 8000) == address
