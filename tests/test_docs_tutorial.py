"""docs/tutorial.md, done by a reader who does just what it says.

In the order of the document:

- a block `console` holds commands, each after `$ `, and below it lines of its answer: they must be printed, in this order.
  `…` stands for any lines, `exit=1` is the exit status where it is not 0; seconds, the port and
  how many files a site has may differ. A line such as
  `date: 2013-12-05` is a question of the command and the reader's answer;
- a block with `save=PATH` is what the reader saves there, one with `shows=PATH` is what the file must be.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from places import REPOSITORY

BLOCK = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<option>\w+)=(?P<value>\S+))?\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)

ANSWER = re.compile(r"((?:timeline|timezone|date)(?: \[.*\]|, like .*)?): (\S+)")

LIMIT = 60
"""Seconds that a command may take."""


@dataclass(slots=True)
class Reader:
    """A reader at a terminal."""

    base: Path
    """The folder that the tutorial calls `Documents`."""
    here: Path
    """Where the terminal stands."""
    environment: dict[str, str] = field(default_factory=dict)

    def do(self, block: re.Match[str]) -> None:
        match block["option"]:
            case "save":
                (self.base / block["value"]).write_text(block["text"], encoding="utf-8")
            case "shows":
                assert (self.base / block["value"]).read_text(encoding="utf-8") == block["text"]
            case _ if block["kind"] == "console":
                for command in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
                    self.type(*command.split("\n", 1), status=int(block["value"] or 0))

    def type(self, command: str, answer: str, status: int) -> None:
        expected = answer.splitlines()
        words = shlex.split(command)
        if words[0] == "cd":
            self.here = (self.here / words[1]).resolve(strict=True)
            return
        assert words[0] == "sitegen"
        argv = [str(Path(sys.executable).with_name("sitegen")), *words[1:]]
        given = [found.groups() for found in map(ANSWER.fullmatch, expected) if found]
        if words[1] == "serve":
            printed, ended = self.look(argv, expected[-1])
        elif given:
            printed, ended = self.converse(argv, given)
        else:
            printed, ended = self.run(argv)
        assert ended == status, printed
        expect(expected, printed)

    def run(self, argv: list[str]) -> tuple[str, int]:
        """Run a command that asks nothing."""
        done = subprocess.run(
            argv,
            cwd=self.here,
            env=self.environment,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LIMIT,
            check=False,
        )
        return done.stdout, done.returncode

    def look(self, argv: list[str], last: str) -> tuple[str, int]:
        """Run the preview up to its last line, then press Ctrl-C."""
        with subprocess.Popen(
            argv,
            cwd=self.here,
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A shell without job control starts background work with Ctrl-C ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - one thread
        ) as process:
            assert process.stdout
            limit = threading.Timer(LIMIT, process.kill)
            limit.start()
            printed = ""
            for line in process.stdout:
                printed += line
                if plain(line) == plain(last):
                    break
            process.send_signal(signal.SIGINT)
            rest = process.stdout.read()
            limit.cancel()
            return printed + rest, process.wait(LIMIT)

    def converse(self, argv: list[str], answers: list[tuple[str, str]]) -> tuple[str, int]:
        """Run a command at a terminal and answer its questions."""
        pty = pytest.importorskip(
            "pty", reason="LOUD: no pseudo-terminals here, so the questions were not tested"
        )
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.here)
            os.execve(argv[0], argv, self.environment)
        limit = threading.Timer(LIMIT, os.kill, (process, signal.SIGKILL))
        limit.start()
        printed = b""
        while True:
            try:
                chunk = os.read(terminal, 4096)
            except OSError:  # Linux says so where others give nothing
                chunk = b""
            if not chunk:
                break
            printed += chunk
            if answers and printed.endswith(f"{answers[0][0]}: ".encode()):
                os.write(terminal, f"{answers.pop(0)[1]}\n".encode())
        limit.cancel()
        os.close(terminal)
        assert not answers, printed.decode()
        return printed.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def plain(line: str) -> str:
    """The line without what differs from run to run."""
    line = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", line)
    return re.sub(
        r"\d+\.\d s\b|(?<=127\.0\.0\.1:)\d+|\d+(?= (files )?written| pages| unchanged)", "N", line
    ).rstrip()


def expect(lines: list[str], printed: str) -> None:
    """The lines stand in what was printed, in this order; only at `…` may others stand between them."""
    rest = [plain(line) for line in printed.splitlines()]
    anything = False
    for line in lines:
        if line == "…":
            anything = True
            continue
        while anything and rest and rest[0] != plain(line):
            del rest[0]
        assert rest[:1] == [plain(line)], printed
        del rest[0]
        anything = False


def test_a_reader_who_follows_the_tutorial_gets_there(tmp_path):
    text = (REPOSITORY / "docs" / "tutorial.md").read_text(encoding="utf-8")
    environment = os.environ | {"BROWSER": "true", "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "200"}
    reader = Reader(base=tmp_path, here=tmp_path, environment=environment)
    blocks = list(BLOCK.finditer(text))
    assert text.count("```") == 2 * len(blocks)
    for block in blocks:
        reader.do(block)
    page = (tmp_path / "storm-archive/build/actors/network-rail/index.html").read_text(encoding="utf-8")
    assert "Trains stand still" in page, (
        "the page of the new actor lists its update, as the tutorial promises"
    )


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["one", "three"], "one\ntwo\nthree\n"),
        (["one", "…", "four"], "one\ntwo\nthree\n"),
        (["…", "two", "one"], "one\ntwo\n"),
        (["one"], ""),
    ],
)
def test_an_answer_that_is_not_given_is_noticed(lines, printed):
    with pytest.raises(AssertionError):
        expect(lines, printed)
