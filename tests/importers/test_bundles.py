"""Pages that a browser saved in one file: the page is read, with its address and the moment of saving."""

import base64
import plistlib
import quopri
from datetime import UTC, datetime

import pytest

from sitegen.content import read_site
from sitegen.importers.decoding import in_utf8
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose
from sitegen.ingest import ImportRequest, apply, plan_import

TEXT = "Три баржи ушли в соседнюю гавань, и людей просят не подходить к ограждениям."


def page(stamp='<time datetime="2024-03-01T1{n}:00:00Z">1{n}:00</time>', head=""):
    items = "".join(
        f"<article id=p{n}><h2>Вода {n}</h2>{stamp.format(n=n)}<p>{TEXT} = {n}.</p></article>"
        for n in range(3)
    )
    return f"<!DOCTYPE html><html><head>{head}</head><body><h1>Вода в городе</h1>{items}</body></html>"


def mhtml(
    html,
    encoding="utf-8",
    transfer="quoted-printable",
    date="Fri, 1 Mar 2024 17:30:00 +0100",
    *,
    charset=True,
):
    data = html.encode(encoding)
    body = {
        "quoted-printable": lambda: quopri.encodestring(data),
        "base64": lambda: base64.encodebytes(data),
        "8bit": lambda: data,
        "binary": lambda: data,
    }[transfer]()
    named = f'; charset="{encoding}"' if charset else ""
    head = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://example.org/live?x=1",
        "Subject: =?utf-8?Q?Water?=",
        *([f"Date: {date}"] if date else []),
        "MIME-Version: 1.0",
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"',
        "",
        "",
        "------MultipartBoundary--x----",
        f"Content-Type: text/html{named}",
        "Content-ID: <frame-1@mhtml.blink>",
        f"Content-Transfer-Encoding: {transfer}",
        "Content-Location: https://example.org/live?x=1",
        "",
        "",
    ]
    rest = [
        "",
        "------MultipartBoundary--x----",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://example.org/a.png",
        "",
        "iVBORw0KGgo=",
        "------MultipartBoundary--x----",
        "Content-Type: text/html",
        "Content-Location: https://ads.example.net/",
        "",
        "<html><p>buy</p></html>",
        "------MultipartBoundary--x------",
        "",
    ]
    return "\r\n".join(head).encode() + body + "\r\n".join(rest).encode()


def webarchive(html, encoding="utf-8", kind=plistlib.FMT_BINARY):
    main = {
        "WebResourceData": html.encode(encoding),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": encoding,
        "WebResourceURL": "https://example.org/live",
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=kind)


def read(data, name="saved"):
    saved, _ = in_utf8(SavedDocument(name=name, data=data))
    return choose(saved).read(saved)


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit", "binary"])
@pytest.mark.parametrize(
    ("encoding", "charset"), [("utf-8", True), ("utf-8", False), ("windows-1251", True), ("koi8-r", False)]
)
def test_the_page_of_an_mhtml_file_is_read(transfer, encoding, charset):
    document = read(mhtml(page(), encoding, transfer, charset=charset))
    assert document.importer == "mhtml"
    assert document.title == "Вода в городе"
    assert [entry.title for entry in document.entries] == ["Вода 0", "Вода 1", "Вода 2"]
    assert document.entries[1].body.replace("\\", "") == f"{TEXT} = 1."
    assert document.url == "https://example.org/live?x=1"
    assert document.captured == datetime(2024, 3, 1, 16, 30, tzinfo=UTC)
    assert (encoding == "utf-8") == ("the encoding" not in document.inferred[0])


def test_a_person_may_say_the_encoding_of_the_page_in_the_file():
    data = mhtml(page(), "koi8-r").replace(b"koi8-r", b"windows-1251")
    assert read(data).title != "Вода в городе"
    saved = SavedDocument(name="saved", data=data, encoding="koi8-r")
    assert choose(saved).read(saved).title == "Вода в городе"


def test_the_moment_as_chromium_writes_it():
    document = read(mhtml(page(), date="Fri, 1 Mar 2024 17:30:00 -0000"))
    assert document.captured == datetime(2024, 3, 1, 17, 30, tzinfo=UTC)


def test_a_file_that_is_one_part_is_read():
    text = quopri.encodestring(page().encode()).decode()
    head = (
        "From: <Saved by an old browser>\r\nDate: Fri, 1 Mar 2024 17:30:00 +0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        "Content-Location: file://C:/page.htm\r\n\r\n"
    )
    document = read((head + text).encode())
    assert (document.importer, document.url, len(document.entries)) == ("mhtml", "", 3)


@pytest.mark.parametrize("date", ["", "soon", "Fri, 1 Mar 2024 17:30:00"])
def test_a_date_that_says_no_moment_is_not_one(date):
    assert read(mhtml(page(), date=date)).captured is None


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_the_page_of_a_web_archive_of_safari_is_read(kind, encoding):
    document = read(webarchive(page(), encoding, kind))
    assert (document.importer, document.url) == ("safari", "https://example.org/live")
    assert [entry.title for entry in document.entries] == ["Вода 0", "Вода 1", "Вода 2"]
    assert document.captured is None


def test_the_moment_of_saving_dates_relative_times_and_is_kept(tmp_path):
    root = tmp_path / "archive"
    root.mkdir()
    (root / "site.yaml").write_text("title: Archive\n")
    saved = tmp_path / "saved.mhtml"
    saved.write_bytes(mhtml(page('<span class="time">{n}0 minutes ago</span>')))
    plan = plan_import(root, ImportRequest(document=saved, options={"timeline": "water"}), read_site(root))
    assert plan.questions == ()
    apply(plan)
    (source,) = read_site(root).sources
    assert source.captured == datetime(2024, 3, 1, 16, 30, tzinfo=UTC)
    assert [update.time for update in read_site(root).updates] == [
        datetime(2024, 3, 1, 16, minute, tzinfo=UTC) for minute in (10, 20, 30)
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (mhtml("<html><p>hello</p></html>"), "No part of the page repeats"),
        (mhtml(page()).replace(b"text/html", b"text/plain"), "without a web page in it"),
        (mhtml(page())[:290], "without a web page in it"),
        (mhtml("<html>" + "<div>" * 600), "more than 500 deep"),
        (mhtml("<html>" + "<p>" * 600_001), "tags, and sitegen reads"),
        (webarchive("<html><p>hello</p></html>"), "No part of the page repeats"),
        (webarchive(page())[:-30], "no whole web page of Safari"),
        (webarchive(page(), kind=plistlib.FMT_XML)[:-30], "no whole web page of Safari"),
        (plistlib.dumps({"WebMainResource": "x"}, fmt=plistlib.FMT_BINARY), "no whole web page of Safari"),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": "x"}}), "without a web page in it"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "It is a property list"),
    ],
)
def test_what_holds_no_live_blog_is_refused(data, why):
    with pytest.raises(NotALiveBlogError, match=why):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"13:05\n\nContent-Type: multipart/related is what it says.\n",
        b"From: a@example.org\nSubject: x\nContent-Type: text/plain\n\n13:05 Text",
        b"Title: x\n\nContent-Type: multipart/related",
    ],
)
def test_what_only_looks_like_it_is_left_alone(data):
    assert choose(SavedDocument(name="a.txt", data=data)).name not in ("mhtml", "safari")
