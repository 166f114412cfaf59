"""Bytes before any importer reads them: what they are, their encoding, who reads them, broken characters."""

import pytest

from sitegen.importers.decoding import lines_of
from sitegen.importers.kinds import kind_of
from sitegen.importers.limits import MAX_BYTES, check_parts, check_size
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import IMPORTERS, choose
from sitegen.importers.suspects import suspects

BLOG = b"Headline\n\n13:30 , Ada Example\n\nText.\n\nTitle\n\n13:35 , Ada Example\n\nText.\n"


def saved(data, name="page.txt"):
    return SavedDocument(name=name, data=data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
        (b"\xff\xd8\xff\xe0", "an image (JPEG)"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "an image (WebP)"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an office document"),
        (b'<?xml version="1.0"?>\n<kml>', "an XML document"),
        (b"{\\rtf1\\ansi", "a rich-text document (RTF)"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"WARC/1.0\r\n", "a web archive (WARC)"),
        (b"13:30 , Ada\0Example", "a binary file"),
    ],
)
def test_what_is_no_text_is_named(data, kind):
    assert kind_of(data) == kind
    for importer in IMPORTERS:
        assert importer.sniff(saved(data)) == 0
    with pytest.raises(NotALiveBlogError, match=f"^It is {kind[:5]}"):
        choose(saved(data)).read(saved(data))


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html>\n<html>",
        b"\xef\xbb\xbf  <!-- saved from url -->\n<HTML lang=en>",
        b'<?xml version="1.0"?>\n<html>',
    ],
)
def test_a_web_page_is_known_however_it_starts(data):
    assert kind_of(data) == "a web page (HTML)"
    assert choose(saved(data)).name == "html"


@pytest.mark.parametrize(
    "data",
    [
        BLOG,
        b"",
        b"Headline <b>bold</b>",
        b"[Updated] Headline",
        b"{Headline}",
        "Überschrift".encode("utf-16"),
        b"%PDFs explained",
    ],
)
def test_what_may_be_text_is_not_refused_unread(data):
    assert kind_of(data) == ""


@pytest.mark.parametrize(
    "data",
    [BLOG, b"\xef\xbb\xbf" + BLOG, BLOG.decode().encode("utf-16"), BLOG.replace(b"\n", b"\r\n")],
)
def test_a_live_blog_is_recognised_in_any_dress(data):
    importer = choose(saved(data))
    assert importer.sniff(saved(data)) > 0.5
    assert [entry.title for entry in importer.read(saved(data)).entries] == ["", "Title"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "It is empty: save the page again, for perhaps it had not finished loading."),
        (b" \n\r\n\t", "It is empty: save the page again, for perhaps it had not finished loading."),
        (b"\xef\xbb\xbf", "It is empty: save the page again, for perhaps it had not finished loading."),
        (b"Prose.\n\nAt 13:30 it began, said Ada Example.\n", "No times run through it"),
        ("Протесты в городе".encode("cp1251"), "It is not UTF-8, and no other encoding is certain"),
        (b"PK\x03\x04 word/document.xml", "It is an office document; open it in a word processor and save"),
        (b"{\\rtf1 words}", "It is a rich-text document (RTF); open it in a word processor and save"),
        (b"%PDF-1.7 words", "It is a PDF; open it, select all, copy, paste into a text editor, and save"),
        (b"\x89PNG\r\n", "It is an image (PNG); a picture has no text to read: save the page itself"),
        (bytes(range(128, 256)), "It is not UTF-8, and no other encoding is certain"),
    ],
)
def test_what_is_no_live_blog_is_refused_in_one_sentence(data, sentence):
    with pytest.raises(NotALiveBlogError) as caught:
        choose(saved(data)).read(saved(data))
    assert str(caught.value).startswith(sentence)
    assert str(caught.value).count("\n") == 0


def test_large_documents_are_refused_before_reading():
    check_size(MAX_BYTES)
    with pytest.raises(NotALiveBlogError, match="up to 20 MB"):
        check_size(MAX_BYTES + 1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"13:00\n" * 200_001, "It has 200,001 lines, and sitegen reads up to 200,000 of them."),
        (b"13:00\r" * 200_001, "It has 200,001 lines, and sitegen reads up to 200,000 of them."),
        (b"<html>" + b"<p>" * 120_000, "It has 120,001 tags, and sitegen reads up to 120,000 of them."),
        (b"[" + b"{}," * 300_001, "It has 300,001 records, and sitegen reads up to 300,000 of them."),
        (b"PK\x03\x04 page.html", "It is a ZIP archive or an office document; unpack it"),
        (b"\x1f\x8b\x08 page.html", "It is a gzip archive; unpack it and import what is in it."),
        (b"\x28\xb5\x2f\xfd page.html", "It is an archive; unpack it and import what is in it."),
    ],
)
def test_what_has_more_parts_than_any_live_blog_is_refused_before_reading(data, why):
    with pytest.raises(NotALiveBlogError, match=f"^{why}"):
        choose(saved(data))
    if "up to" in why:
        check_parts(saved(data[:-10]))


def test_an_importer_by_name():
    assert choose(saved(b""), "text").name == "text"
    with pytest.raises(KeyError):
        choose(saved(b""), "telegraph")


def test_names_of_importers_are_given_once():
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)
    assert all(importer.title for importer in IMPORTERS)


def test_lines_end_with_cr_and_lf_only():
    assert lines_of("a\r\nb\nc\rd\u2028e\x0bf\x85g") == ["a", "b", "c", "d\u2028e\x0bf\x85g"]


@pytest.mark.parametrize(
    "word",
    [
        "Kazakhstan’€™s",
        "itâ€™s",
        "CafÃ©",
        "Ã©",
        "Â£5",
        "ðŸ˜€",
        "ï»¿Title",
        "ÐŸÑ€",
        "lost\ufffdchar",
        "bell\x07",
        "\x85",
    ],
)
def test_broken_runs_are_listed_with_their_line(word):
    found = list(suspects(["fine", f"so {word} there"]))
    assert [(line.locator, line.text) for line in found] == [("line 2", word)]


@pytest.mark.parametrize(
    "line",
    [
        "plain ASCII",
        "Kazakhstan‘s odd but whole quotes, 'calm’",
        "“CAFÉ” and “café”",
        "Ångström, Ærø, ß, naïve, São Paulo, MAÇÃ",
        "€5, 5 €, “5€”",
        "Протесты в Казахстане",
        "哈萨克斯坦",
        "tab\there, non\u00a0breaking, soft\u00adhyphen",
        "👍 emoji",
    ],
)
def test_whole_characters_are_not_listed(line):
    assert list(suspects([line])) == []
