"""Broken archives, each with the messages that it must give: `file:line:column: code: ...; ...`.

To add one, make a folder with a small archive and an `expected.txt`: a line for each message, as far as it goes.
"""

import pytest

from places import REPOSITORY
from sitegen.build import BuildOptions, build, check
from sitegen.diagnostics import ContentError, Severity

SITES = REPOSITORY / "tests" / "sites_invalid"
FOUND = sorted(path.name for path in SITES.iterdir())


def expected(name):
    return (SITES / name / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", FOUND)
def test_every_problem_is_reported_with_its_place(name, tmp_path):
    with pytest.raises(ContentError) as caught:
        build(BuildOptions(root=SITES / name, output=tmp_path / "out"))
    problems = [d for d in caught.value.diagnostics if d.severity is not Severity.NOTE]
    said = [str(d) for d in problems]
    for start in expected(name):
        assert any(line.startswith(start) for line in said), said
    assert len(said) >= len(expected(name))
    assert all(d.mend for d in problems), said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", FOUND)
def test_check_finds_what_build_finds(name):
    said = [str(d) for d in check(BuildOptions(root=SITES / name))]
    for start in expected(name):
        assert any(line.startswith(start) for line in said), said


def test_there_are_at_least_ten_kinds():
    codes = {line.rsplit(" ", 1)[-1] for name in FOUND for line in expected(name)}
    assert len(codes) >= 10


@pytest.mark.parametrize("name", ["everything-at-once", "yaml-bomb"])
def test_the_command_ends_with_1_and_no_traceback(name, typed):
    done = typed("build", "--output", "../out-of-the-way", cwd=SITES / name)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for start in expected(name):
        assert start in done.stderr
