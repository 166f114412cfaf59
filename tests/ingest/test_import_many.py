"""Many documents at once: what is wrong with one stops no other, and Ctrl-C leaves whole content."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from lives import Shown, page

from sitegen.cli.importing import import_documents
from sitegen.content import read_site
from sitegen.ingest import ImportRequest
from sites import files_of

UPDATES = [
    Shown(n, 5 * n, f"Report {n}", f"Mayor Ada Example has spoken for the {n}th time.") for n in range(8)
]


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    return root


def saved(root, number):
    """Pages of so many papers, beside the archive."""
    names = []
    for n in range(number):
        names.append(f"page{n}.html")
        paper = {"url": f"https://example.org/{n}", "publisher": {"name": f"Paper {n}"}}
        (root.parent / names[-1]).write_text(page(UPDATES, f"flood {n}", 100, **paper))
    return [root.parent / name for name in names]


def run(root, documents, **options):
    requests = [ImportRequest(document=each, options={"timeline": "flood"} | options) for each in documents]
    import_documents(root, requests, dry_run=False, ask=False, progress=lambda *_: None)


def test_what_is_wrong_with_one_document_stops_no_other(root, capsys):
    documents = saved(root, 5)
    documents[1].with_name("page1.html.yaml").write_text("timezone: BST\n")
    documents[3].write_text("no live blog")
    with pytest.raises(SystemExit) as ended:
        run(root, documents)
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert "unknown-zone" in said.err
    assert "page3.html: " in said.err
    assert "3 documents imported, 2 not." in said.out
    assert {source.publisher for source in read_site(root).sources} == {"Paper 0", "Paper 2", "Paper 4"}


def test_a_wrong_option_is_said_once(root, capsys):
    with pytest.raises(SystemExit) as ended:
        run(root, saved(root, 5), timezone="BST")
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("--timezone: unknown-zone") == 1
    assert not (root / "content" / "flood").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of other systems")
def test_ctrl_c_leaves_whole_content_and_a_second_run_goes_on(root, tmp_path):
    documents = saved(root, 30)
    command = [Path(sys.executable).with_name("sitegen"), "import", *documents, "--timeline", "flood"]
    # A shell that runs this in the background has it ignored, and so would the child.
    process = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - nothing runs beside it
    )  # fmt: skip
    for _ in range(3):
        assert "8 new" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "of 30 documents imported, every file whole. Give the same command again to go on." in err
    assert "Traceback" not in err
    assert 3 <= len(read_site(root).sources) < 30
    run(root, documents)
    whole = tmp_path / "whole"
    (whole / "content").mkdir(parents=True)
    (whole / "site.yaml").write_text("title: Archive\n")
    run(whole, documents)
    assert files_of(root) == files_of(whole)


def test_a_bar_is_shown_on_a_terminal_alone(root):
    documents = saved(root, 4)
    command = [Path(sys.executable).with_name("sitegen"), "import", *documents, "--timeline", "flood"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 5
