"""The commands as a person types them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sites import SITE, files_of, path_of, update, write

BLOG = """\
The river rises in the town

Water stands in the lower streets.

Key Points

• Bridge shut

08:00 , Day desk

Good morning.

Bridge shut

08:30 , Day desk

The bridge is shut, the town hall said.
"""

FACTS = (
    "--timeline",
    "flood-2024",
    "--date",
    "2024-03-01",
    "--timezone",
    "Europe/London",
    "--publisher",
    "The Gazette",
)


@pytest.fixture
def archive(sitegen, tmp_path):
    assert sitegen("new", "archive").returncode == 0
    (tmp_path / "blog.txt").write_text(BLOG, encoding="utf-8")
    return tmp_path / "archive"


def test_help_reads_like_a_page(sitegen):
    done = sitegen("--help")
    for word in ("An archive is a folder", "seeds/", "A first day", "Exit status"):
        assert word in done.stdout


@pytest.mark.parametrize("command", ["new", "import", "importers", "build", "serve", "check", "completion"])
def test_every_command_explains_itself(sitegen, command):
    done = sitegen(command, "--help")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 6


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["biuld"], "Did you mean 'build'?"),
        (["build"], "sitegen new DIR"),
        (["import"], "SOURCE"),
        (["import", "nothing.txt"], "does not exist"),
        (["build", "--jobs", "many"], "--jobs"),
    ],
)
def test_what_is_not_understood_ends_with_2(sitegen, words, said):
    done = sitegen(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed(sitegen, shell):
    assert "_SITEGEN_COMPLETE" in sitegen("completion", shell).stdout


def test_a_first_day(typed, archive):
    imported = typed("import", "../blog.txt", *FACTS, cwd=archive)
    assert imported.returncode == 0, imported.stderr
    assert "2 updates found" in imported.stdout
    built = typed("build", cwd=archive)
    assert built.returncode == 0, built.stderr
    assert "2 updates" in built.stdout
    assert (archive / "build/flood-2024/2024-03-01/0830-bridge-shut/index.html").exists()
    checked = typed("check", cwd=archive)
    assert checked.returncode == 0, checked.stderr


def test_commands_work_from_a_folder_inside(sitegen, archive):
    sitegen("import", "../blog.txt", *FACTS, cwd=archive)
    assert sitegen("build", cwd=archive / "content" / "flood-2024").returncode == 0


def test_importing_again_changes_no_byte_and_an_edit_stays(sitegen, archive):
    sitegen("import", "../blog.txt", *FACTS, cwd=archive)
    before = files_of(archive)
    again = sitegen("import", "../blog.txt", *FACTS, cwd=archive)
    assert again.returncode == 0
    assert "2 unchanged" in again.stdout
    assert files_of(archive) == before
    edited = archive / "content/flood-2024/updates/2024-03-01/0830-bridge-shut.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nA note of mine.\n", encoding="utf-8")
    before = files_of(archive)
    again = sitegen("import", "../blog.txt", *FACTS, cwd=archive)
    assert "1 edited by a person, kept" in again.stdout
    assert files_of(archive) == before


def test_a_dry_run_writes_nothing(sitegen, archive):
    before = files_of(archive)
    done = sitegen("import", "../blog.txt", *FACTS, "--dry-run", cwd=archive)
    assert done.returncode == 0
    assert "2 updates found" in done.stdout
    assert files_of(archive) == before


def test_a_dry_run_shows_what_was_read_though_something_has_to_be_known(sitegen, archive):
    done = sitegen("import", "../blog.txt", "--dry-run", cwd=archive)
    assert done.returncode == 2
    assert "2 updates found" in done.stdout
    assert "  08:30  Bridge shut  (" in done.stdout
    assert "add --timezone" in done.stderr
    assert "2 updates found" not in sitegen("import", "../blog.txt", cwd=archive).stdout


def test_a_dry_run_needs_no_timeline(sitegen, archive):
    before = files_of(archive)
    facts = [word for word in FACTS if word != FACTS[FACTS.index("--timeline") + 1] and word != "--timeline"]
    done = sitegen("import", "../blog.txt", *facts, "--dry-run", cwd=archive)
    assert done.returncode == 0
    assert "  2 new\n" in done.stdout
    assert "the timeline would be asked; shown as a new one, 'blog', for the time being" in done.stdout
    assert files_of(archive) == before


def test_many_documents_get_a_line_each_and_a_bad_one_stops_none(sitegen, archive):
    names = []
    for number in range(5):
        names.append(f"../blog{number}.txt")
        text = (
            BLOG.replace("Good morning.", f"Good morning number {number}.") if number != 2 else "no live blog"
        )
        (archive.parent / f"blog{number}.txt").write_text(text, encoding="utf-8")
    done = sitegen("import", *names, *FACTS, cwd=archive)
    assert done.returncode == 1
    assert "4 documents imported, 1 not." in done.stdout
    assert len(done.stdout.splitlines()) == 5
    assert "blog2.txt" in done.stderr
    assert sitegen("check", cwd=archive).returncode == 0


@pytest.mark.parametrize("missing", ["--timeline", "--date", "--timezone"])
def test_what_cannot_be_known_is_refused_with_the_option_to_add(sitegen, archive, missing):
    place = FACTS.index(missing)
    before = files_of(archive)
    done = sitegen("import", "../blog.txt", *FACTS[:place], *FACTS[place + 2 :], cwd=archive)
    assert done.returncode == 2
    assert f"add {missing}" in done.stderr
    assert files_of(archive) == before


def test_on_a_terminal_it_asks(archive):
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are of other systems")
    import os
    import pty

    script = Path(sys.executable).with_name("sitegen")
    master, slave = pty.openpty()
    child = subprocess.Popen(
        [script, "import", "../blog.txt", "--date", "2024-03-01"],
        cwd=archive,
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    os.write(master, b"flood-2024\nBST\nEurope/London\n")
    said = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
    assert child.wait(timeout=60) == 0, said.decode()
    os.close(master)
    assert b"timezone" in said
    assert b"BST" in said
    assert (archive / "content/flood-2024/updates/2024-03-01/0800-good-morning.md").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("prose.txt", b"Just a letter.\n\nNothing else in it.\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("paper.pdf", b"%PDF-1.7\n..."),
    ],
)
def test_what_is_no_live_blog_is_refused_in_one_sentence(sitegen, archive, name, data):
    (archive.parent / name).write_bytes(data)
    before = files_of(archive)
    done = sitegen("import", f"../{name}", *FACTS, cwd=archive)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert files_of(archive) == before


def test_build_imports_what_lies_in_seeds_with_its_sidecar(sitegen, archive):
    (archive / "seeds/blog.txt").write_text(BLOG, encoding="utf-8")
    told = sitegen("build", cwd=archive)
    assert told.returncode == 0
    assert "seeds/blog.txt: never-imported" in told.stderr
    (archive / "seeds/blog.txt.yaml").write_text(
        "timeline: flood-2024\ndate: 2024-03-01\ntimezone: Europe/London\n", encoding="utf-8"
    )
    assert "0 updates" in sitegen("build", "--no-import", cwd=archive).stdout
    assert "2 updates" in sitegen("build", cwd=archive).stdout


def test_check_finds_a_flipped_byte(sitegen, archive):
    sitegen("import", "../blog.txt", *FACTS, cwd=archive)
    seed = archive / "seeds/blog.txt"
    seed.write_bytes(seed.read_bytes().replace(b"river", b"River"))
    done = sitegen("check", cwd=archive)
    assert done.returncode == 1
    assert "seeds/blog.txt: document-changed" in done.stderr


def test_output_is_quiet_where_there_is_no_terminal(typed, tmp_path):
    write(tmp_path / "site", {**SITE, path_of(name="x"): update("x")})
    done = typed("build", cwd=tmp_path / "site")
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout


def test_kazakhstan_scores_perfect(cases, sitegen, archive):
    done = sitegen(
        "import", str(cases / "kazakhstan-2022.txt"), "--timeline", "kazakhstan-2022", "--date", "2022-01-06",
        "--timezone", "Europe/London", "--publisher", "The Independent", cwd=archive,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    scored = subprocess.run(
        [sys.executable, cases / "score.py", archive / "content", cases / "kazakhstan-2022.gold.json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(scored.stdout.splitlines()[-1])["perfect"] is True


def test_importers_are_listed(sitegen):
    done = sitegen("importers")
    assert done.returncode == 0
    assert any(line.startswith("text") and "plain text" in line for line in done.stdout.splitlines())
