"""What no document may be is refused with a clear sentence, quickly, and nothing is written."""

import gzip
import io
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sites import files_of
from warcs import wacz, warc

MB = 1024 * 1024
HTML = "<!doctype html><html><body>{}</body></html>"


def office():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("word/document.xml", "<w:document/>")
    return file.getvalue()


def database(folder):
    connection = sqlite3.connect(folder / "x.sqlite")
    connection.execute("create table x (y)")
    connection.close()
    return (folder / "x.sqlite").read_bytes()


DOCUMENTS = {
    "over.txt": (lambda: b"13:05 , Ada Example\n\nText.\n\n" * 800_000, "It has 21 MB, and sitegen reads documents of up to 20 MB"),
    "over.html": (lambda: HTML.format("<p>x</p>" * 2_700_000).encode(), "It has 21 MB, and"),
    "deep.html": (lambda: HTML.format("<div>" * 50_000 + "13:05" + "</div>" * 50_000).encode(), "more than 500 deep"),
    "deep-501.html": (lambda: HTML.format("<div>" * 501 + "13:05").encode(), "more than 500 deep"),
    "many-tags.html": (lambda: HTML.format("<p>13:05 words</p>" * 700_000).encode(), "It has 1,400,005 tags, and"),
    "cut.json": (lambda: b'{"response": {"content": {"blocks": {"body": [{"id": "a", "bodyHtml": "<p>x', "it ends there, cut off"),
    "nested.json": (lambda: b"[" * 100_000, "nested too deep"),
    "nested-objects.json": (lambda: b'{"a":' * 100_000, "nested too deep"),
    "nested.xml": (lambda: b"<rss>" + b"<a>" * 100_000, "It is not whole XML"),
    "page.html.gz": (lambda: gzip.compress(b"<html>"), "It is a gzip archive; unpack it"),
    "bomb.gz": (lambda: gzip.compress(b"\0" * 100 * MB, 1), "It is a gzip archive; unpack it"),
    "bomb.warc.gz": (lambda: gzip.compress(b"WARC/1.0\r\n" + b"\0" * 100 * MB, 1), "the headers of a record there never end"),
    "empty.warc.gz": (lambda: warc([]), "It is a web archive without a live blog"),
    "cut.wacz": (lambda: wacz([warc([])])[:-9], "It is no whole web archive"),
    "a.pdf": (lambda: b"%PDF-1.7\n" + os.urandom(50_000), "It is a PDF"),
    "a.png": (lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(50_000), "It is an image (PNG)"),
    "a.jpg": (lambda: b"\xff\xd8\xff\xe0" + os.urandom(50_000), "It is an image (JPEG)"),
    "a.docx": (office, "It is an office document; open it in a word processor"),
    "empty.txt": (lambda: b"", "It is empty"),
    "blank.txt": (lambda: b" \n\r\n\t\n" * 30_000, "It is empty"),
    "blank-20.txt": (lambda: b" " * 20 * MB, "It is empty"),
    "nul.txt": (lambda: b"\0" * 5 * MB, "It is a binary file"),
    "nul-inside.txt": (lambda: b"13:05 , Ada\0Example\n\nText.\n", "It is a binary file"),
    "random.bin": (lambda: os.urandom(MB), "It is a binary file"),
    "utf16.txt": (lambda: ("13:05 , Ada Example\n\nText.\n\n" * 9).encode("utf-16-le"), "It looks like UTF-16"),
    "line.txt": (lambda: b"13:05 words and words. " * (20 * MB // 23), "No times run through it"),
    "stamps.txt": (lambda: b"13:00\n" * 1_000_000, "It has 1,000,000 lines, and"),
    "table.csv": (lambda: b"time,text\n" + b"13:05,x\n" * 1_000_000, "It has 1,000,001 lines, and"),
    "records.json": (lambda: b'{"time":"13:05"},' * 400_000, "It has 400,000 records, and"),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What one import of all these documents says of each, and what it writes."""
    folder = tmp_path_factory.mktemp("limits")
    root = folder / "archive"
    root.mkdir()
    (root / "site.yaml").write_text("title: Archive\n")
    for name, (make, _) in DOCUMENTS.items():
        (folder / name).write_bytes(make())
    (folder / "x.db").write_bytes(database(folder))
    command = [
        sys.executable,
        "-m",
        "sitegen",
        "import",
        *(str(folder / name) for name in [*DOCUMENTS, "x.db"]),
    ]
    done = subprocess.run(
        [*command, "--timeline", "x"], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert set(files_of(root)) == {"site.yaml"}
    assert done.returncode == 1
    return done.stderr


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_refused_with_a_clear_sentence(told, name):
    (*_, said) = (line for line in told.split("\n") if f"{os.sep}{name}: " in line)
    warned = [
        line for line in told.split("\n") if line.startswith("warning: ") and f"{os.sep}{name}: " in line
    ]
    assert DOCUMENTS[name][1] in "\n".join([*warned, said])
    assert said.rstrip().endswith((".", "it")) or "--stamp" in said


def test_nothing_of_it_is_a_traceback(told):
    assert "Traceback" not in told
    assert "It is a database" in told
    assert (
        len({Path(line.split(": ")[0]).name for line in told.splitlines() if line.startswith(os.sep)})
        == len(DOCUMENTS) + 1
    )
