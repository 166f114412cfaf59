"""Encodings from the option to the files of the archive."""

import pytest

from sitegen.content import read_site
from sitegen.diagnostics import ContentError
from sitegen.importers.protocol import NotALiveBlogError
from sitegen.ingest import ImportRequest, apply, plan_import

BLOG = "Вода\n\n13:05 , Ada Example\n\nГавань.\n\n13:40 , Ada Example\n\nБаржа."
KNOWN = {
    "timeline": "harbour",
    "timezone": "Europe/London",
    "date": "2024-03-01",
    "publisher": "Gazette",
    "url": "https://example.org/live",
}


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    root.mkdir()
    (root / "site.yaml").write_text("title: Archive\nlanguage: en\n")
    return root


def plan(root, data, name="page.txt", **more):
    document = root.parent / name
    document.write_bytes(data)
    return plan_import(root, ImportRequest(document=document, options=KNOWN | more), read_site(root))


def test_an_encoding_that_is_said_is_kept_in_the_sidecar_and_told(root):
    data = BLOG.encode("cp866")
    made = plan(root, data, encoding="cp866")
    apply(made)
    assert "the encoding is cp866, as whoever imported it said" in made.report.inferred
    assert (root / "seeds" / "page.txt").read_bytes() == data
    assert "encoding: cp866\n" in (root / "seeds" / "page.txt.yaml").read_text()
    assert [update.body for update in read_site(root).updates] == ["Гавань.", "Баржа."]


def test_an_earlier_saving_is_read_again_in_its_encoding(root):
    apply(plan(root, BLOG.encode("cp866"), encoding="cp866", captured="2024-03-01T14:00+00:00"))
    later = f"{BLOG}\n\n14:10 , Ada Example\n\nТихо."
    apply(plan(root, later.encode(), "later.txt", captured="2024-03-01T15:00+00:00"))
    assert [update.body for update in read_site(root).updates] == ["Гавань.", "Баржа.", "Тихо."]
    assert len(read_site(root).sources[0].captures) == 2


def test_the_encoding_of_the_document_alone_is_not_in_the_sidecar(root):
    apply(plan(root, b"\xff\xfe" + BLOG.encode("utf-16-le")))
    assert "encoding" not in (root / "seeds" / "page.txt.yaml").read_text()


def test_an_unknown_encoding_is_told_before_anything_is_read(root):
    with pytest.raises(ContentError) as caught:
        plan(root, BLOG.encode(), encoding="klingon")
    assert [(one.code, one.path) for one in caught.value.diagnostics] == [("unknown-encoding", "--encoding")]


def test_a_doubt_about_the_encoding_writes_nothing(root):
    with pytest.raises(NotALiveBlogError, match="--encoding"):
        plan(root, "Water\n\n13:05 , Ada Example\n\nIt was Dvořák who spoke.".encode("cp1250"))
    assert not (root / "seeds").exists()


def test_the_language_is_that_of_the_text_where_the_document_does_not_say_it(root):
    text = BLOG.replace(
        "Гавань.", "Набережная закрыта с утра, сообщила портовая служба. Людей просят не подходить к ней."
    )
    made = plan(root, text.encode())
    apply(made)
    assert "the language is ru, as its text reads" in made.report.inferred
    corpus = read_site(root)
    assert (corpus.timelines[0].language, corpus.sources[0].language) == ("ru", "ru")


def test_a_short_text_is_taken_to_be_in_the_language_of_the_site(root):
    made = plan(root, BLOG.encode())
    apply(made)
    assert "the language is taken to be en, that of the site" in made.report.inferred
    assert read_site(root).sources[0].language == ""


@pytest.mark.parametrize(
    ("named", "kept"), [("uk", "uk"), ("en-GB", "en-GB"), ("klingon", "ru"), ("ru_RU", "ru-RU")]
)
def test_the_language_that_a_page_names_is_taken_if_it_is_one(root, named, kept):
    words = "Набережная закрыта с утра, сообщила портовая служба. Людей просят не подходить к ней."
    items = "".join(
        f'<article id=p{n}><time datetime="2024-03-01T1{n}:00Z">1{n}:00</time><p>{words} {n}</p></article>'
        for n in range(3)
    )
    apply(plan(root, f'<html lang="{named}"><body><h1>Вода</h1>{items}</body></html>'.encode(), "page.html"))
    assert read_site(root).sources[0].language == kept
