"""Links, anchors, ids, sizes and saved documents."""

import pytest

from sitegen.checks import CheckedFile, check_documents, check_site, likely_duplicates, pages
from sitegen.config import Site
from sitegen.content import read_site
from sitegen.diagnostics import Severity
from sitegen.model import Place, Source
from sites import SITE as RIVERS
from sites import write

SITE = Site(title="x", base_url="https://example.org/repo/")


def codes(files, site=SITE):
    checked = [
        CheckedFile(path=path, origin="content/x.md", data=text.encode()) for path, text in files.items()
    ]
    return sorted(d.code for d in check_site(checked, site))


def page(body, head=""):
    return f"<!doctype html><html lang=en><head><title>x</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "link",
    [
        "b/index.html",
        "b/",
        "./b/",
        "b/#here",
        "#top",
        "b/index.html?q=1#here",
        "/repo/b/",
        "https://other.example/x",
        "mailto:a@b.c",
    ],
)
def test_good_links(link):
    files = {
        "index.html": page(f"<p id=top><a href='{link}'>x</a> <a href=b/>b</a>"),
        "b/index.html": page("<p id=here>"),
    }
    assert codes(files) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("c/", "broken-link"),
        ("b/index.htm", "broken-link"),
        ("../x", "broken-link"),
        ("/b/", "broken-link"),
        ("b/#gone", "broken-anchor"),
        ("#gone", "broken-anchor"),
    ],
)
def test_bad_links(link, code):
    files = {"index.html": page(f"<a href='{link}'>x</a> <a href=b/>b</a>"), "b/index.html": page("")}
    assert codes(files) == [code]


def test_links_in_drawings_count():
    assert codes({"index.html": page("<svg><a href='gone/'><rect/></a></svg>")}) == ["broken-link"]


def test_a_page_that_nobody_links_to():
    assert codes({"index.html": page(""), "lost/index.html": page("")}) == ["orphan"]


def test_an_id_given_twice():
    assert codes({"index.html": page("<p id=a><p id=a>")}) == ["repeated-id"]


@pytest.mark.parametrize(
    "head",
    ["<script src='https://cdn.example/x.js'></script>", "<link rel=stylesheet href='//cdn.example/x.css'>"],
)
def test_a_request_to_another_site(head):
    assert codes({"index.html": page("", head)}) == ["foreign-request"]


def test_canonical_links_are_no_request():
    assert codes({"index.html": page("", "<link rel=canonical href='https://example.org/repo/'>")}) == []


@pytest.mark.parametrize(("size", "code"), [(799, []), (800, ["large-site"]), (1000, ["large-site"])])
def test_sizes(monkeypatch, size, code):
    for name in ("SITE_WARNING", "SITE_LIMIT", "FILE_WARNING"):
        monkeypatch.setattr(
            pages, name, {"SITE_WARNING": 800, "SITE_LIMIT": 1000, "FILE_WARNING": 2000}[name]
        )
    assert codes({"data/x.json": "x" * size}) == code


def test_a_large_file(monkeypatch):
    monkeypatch.setattr(pages, "FILE_WARNING", 50)
    assert codes({"data/x.json": "x" * 50}) == ["large-file"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, []),
        ({"sha256": "0" * 64}, ["document-changed"]),
        ({"document": "seeds/gone.txt"}, ["document-missing"]),
        ({"document": "../outside.txt"}, ["document-outside"]),
        ({"document": ""}, []),
    ],
)
def test_saved_documents(tmp_path, change, code):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_bytes(b"x")
    facts = {
        "document": "seeds/a.txt",
        "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        **change,
    }
    source = Source(slug="a", timeline="t", publisher="p", title="t", place=Place(path="s.yaml"), **facts)
    assert [d.code for d in check_documents(tmp_path, [source])] == code


@pytest.mark.parametrize(("other", "count"), [("u2", 1), ("gone", 0)])
def test_what_may_be_told_twice_is_a_note(tmp_path, other, count):
    record = f"{RIVERS['content/flood/sources/wire.yaml']}likely_duplicates: [{{id: u1, other: {other}}}]\n"
    write(tmp_path, {**RIVERS, "content/flood/sources/wire.yaml": record})
    found = list(likely_duplicates(read_site(tmp_path)))
    assert [(note.code, note.severity) for note in found] == [("likely-duplicates", Severity.NOTE)] * count
