"""Web archives: what is a page in them, what is broken, and where the limits are."""

import gzip
import hashlib
import zipfile
import zlib
from datetime import UTC, datetime

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.importers.protocol import NotALiveBlogError
from sitegen.importers.registry import archive_of
from sitegen.importers.webarchive import ArchivedPage, Other, Picture, Trouble, Visit
from warcs import INFO, http, page, record, wacz, warc

ONE = page("https://example.org/one", "<html>one</html>")
TWO = page("https://example.org/two", "<html>two</html>", date="2024-03-01T11:00:00Z")


@pytest.fixture
def items(tmp_path):
    def read(data, name="saved"):
        file = tmp_path / name
        file.write_bytes(data)
        archive = archive_of(file)
        assert archive is not None
        with archive.open(file) as opened:
            return list(opened.items())

    return read


def pages(found):
    return [item for item in found if isinstance(item, ArchivedPage)]


def troubles(found):
    return [(item.url, item.what) for item in found if isinstance(item, Trouble)]


@pytest.mark.parametrize("packing", ["records", "whole", "plain"])
def test_pages_with_their_address_and_moment_however_it_is_packed(items, packing):
    found = items(warc([ONE, TWO], packing))
    assert isinstance(found[0], Other)
    assert [(p.url, p.captured, p.data, p.media_type, p.charset) for p in pages(found)] == [
        (
            "https://example.org/one",
            datetime(2024, 3, 1, 10, tzinfo=UTC),
            b"<html>one</html>",
            "text/html",
            "utf-8",
        ),
        (
            "https://example.org/two",
            datetime(2024, 3, 1, 11, tzinfo=UTC),
            b"<html>two</html>",
            "text/html",
            "utf-8",
        ),
    ]
    assert all(p.intact and p.record.startswith("urn:uuid:") for p in pages(found))


DICTIONARY = zstandard.train_dictionary(2000, [f"<p>Line {n} of {n * 7}".encode() * 9 for n in range(300)])


@pytest.mark.parametrize("dictionary", [None, "plain", "packed"])
def test_archives_packed_with_zstandard(tmp_path, dictionary):
    told = DICTIONARY if dictionary else None
    records = [ONE, page("https://example.org/long", "line " * 70_000), TWO]
    packed = [zstandard.ZstdCompressor(dict_data=told).compress(one) for one in records]
    data = DICTIONARY.as_bytes() if dictionary == "plain" else zstandard.compress(DICTIONARY.as_bytes())
    head = b"\x5d\x2a\x4d\x18" + len(data).to_bytes(4, "little") + data if dictionary else b""
    file = tmp_path / "saved.warc.zst"
    file.write_bytes(head + b"".join(packed))
    with archive_of(file).open(file) as opened:
        found = pages(opened.items())
        assert [p.url[20:] for p in found] == ["one", "long", "two"]
        assert [opened.page(p.spot) for p in reversed(found)] == found[::-1]
    file.write_bytes(head + b"".join(packed)[:-9])
    with archive_of(file).open(file) as opened:
        assert troubles(opened.items()) == [("", "it is cut off")]


def test_a_bomb_packed_with_zstandard_stops_the_archive(items):
    head = record("resource", "https://example.org/x", b"", Content_Type="image/png")[:-4]
    bomb = zstandard.compress(
        head.replace(b"Content-Length: 0", b"Content-Length: 900000000") + bytes(220_000_000)
    )
    found = items(zstandard.compress(ONE) + bomb + zstandard.compress(TWO))
    assert [p.url for p in pages(found)] == ["https://example.org/one"]
    assert troubles(found) == [("", "what is packed there unpacks to more than 300 times its size")]


@pytest.mark.parametrize("packing", ["records", "plain"])
def test_pictures_are_told_and_read_when_asked_for(tmp_path, packing):
    sent = page(
        "https://example.org/a.png",
        gzip.compress(b"\x89PNG" * 99),
        Content_Type="image/png",
        Content_Encoding="gzip",
    )
    gone = page("https://example.org/b.png", b"", status="404 Not Found", Content_Type="image/png")
    file = tmp_path / "saved"
    file.write_bytes(warc([ONE, sent, gone, TWO], packing))
    with archive_of(file).open(file) as opened:
        found = [item for item in opened.items() if isinstance(item, Picture)]
        assert [picture.url for picture in found] == ["https://example.org/a.png"]
        assert opened.picture(found[0].spot) == b"\x89PNG" * 99


@pytest.mark.parametrize("packing", ["records", "whole", "plain"])
def test_each_page_can_be_read_again_in_any_order(tmp_path, packing):
    file = tmp_path / "saved"
    file.write_bytes(warc([page(f"https://example.org/{n}", str(n) * 70_000) for n in range(5)], packing))
    with archive_of(file).open(file) as opened:
        found = pages(opened.items())
        for place in (4, 0, 2, 2, 1, 3):
            assert opened.page(found[place].spot) == found[place]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_all_warcs_of_a_wacz(tmp_path, method):
    file = tmp_path / "saved.wacz"
    file.write_bytes(wacz([warc([ONE]), warc([TWO], "plain")], ["https://example.org/one"], method))
    with archive_of(file).open(file) as opened:
        found = pages(opened.items())
        assert [p.url for p in found] == ["https://example.org/one", "https://example.org/two"]
        assert [opened.page(p.spot) for p in reversed(found)] == list(reversed(found))
        assert opened.addresses == {"https://example.org/one"}
        assert len(opened.sizes) == 2


BODY = "<html>Grüße</html>".encode() * 50


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (BODY, {}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY), {"Transfer_Encoding": "chunked"}),
        (BODY, {"Transfer_Encoding": "chunked"}),
        (gzip.compress(BODY), {"Content_Encoding": "gzip"}),
        (gzip.compress(BODY[:9]) + gzip.compress(BODY[9:]), {"Content_Encoding": "x-gzip"}),
        (zlib.compress(BODY), {"Content_Encoding": "deflate"}),
        (brotli.compress(BODY), {"Content_Encoding": "br"}),
        (zstandard.compress(BODY), {"Content_Encoding": "zstd"}),
        (zstandard.compress(BODY[:9]) + zstandard.compress(BODY[9:]), {"Content_Encoding": "zstd"}),
        (gzip.compress(brotli.compress(BODY)), {"Content_Encoding": "br, gzip"}),
        (BODY, {"Content_Encoding": "br"}),
        (BODY, {"Content_Encoding": "zstd"}),
        (zlib.compress(BODY)[2:-4], {"Content_Encoding": "deflate"}),
        (gzip.compress(gzip.compress(BODY)), {"Content_Encoding": "gzip, gzip"}),
        (BODY, {"Content_Encoding": "gzip"}),
        (BODY, {"Content_Encoding": "identity"}),
        (
            b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(BODY)), gzip.compress(BODY)),
            {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"},
        ),
    ],
)
def test_a_page_is_read_as_its_server_meant_it(items, sent, headers):
    (found,) = pages(items(warc([page("https://example.org/", sent, **headers)])))
    assert (found.data, found.intact) == (BODY, True)


@pytest.mark.parametrize(
    ("digest", "intact"),
    [
        ("sha1:" + hashlib.sha1(BODY).hexdigest(), True),
        ("sha256:" + hashlib.sha256(BODY).hexdigest().upper(), True),
        ("sha-256:" + hashlib.sha256(BODY).hexdigest(), True),
        ("sha1:" + "A" * 32, False),
        ("sha1:", None),
        ("sha256:" + "0" * 64, False),
        ("blake3:" + "0" * 64, None),
        ("", None),
        ("sha1:%%%", False),
    ],
)
def test_the_hash_of_a_page_is_compared(items, digest, intact):
    found = items(warc([record("response", "https://example.org/", http(BODY), WARC_Payload_Digest=digest)]))
    assert pages(found)[0].intact is intact


@pytest.mark.parametrize(
    "other",
    [
        page("https://example.org/", "<html>gone</html>", status="404 Not Found"),
        page("https://example.org/", "<html>part</html>", status="206 Partial Content"),
        page("https://example.org/", "", status="301 Moved"),
        page("https://example.org/", b"\xff\xd8\xff", Content_Type="image/jpeg"),
        page("https://example.org/", "a{}", Content_Type="text/css"),
        page("https://example.org/", "x", Content_Type="application/javascript"),
        page("dns:example.org", "1.2.3.4", Content_Type="text/dns"),
        record("request", "https://example.org/", b"GET / HTTP/1.1\r\n\r\n"),
        record("metadata", "https://example.org/", b"a: b"),
        record("resource", "https://example.org/a.png", b"\x89PNG", Content_Type="image/png"),
        record("conversion", "https://example.org/", b"<html>", Content_Type="text/html"),
        record("response", "", http(b"<html>")),
        record("response", "https://example.org/", b""),
        record("strange", "https://example.org/", http(b"<html>")),
        record("revisit", "https://example.org/a.png", http(b"", Content_Type="image/png")),
    ],
)
def test_what_is_no_page(items, other):
    found = items(warc([other, ONE]))
    assert [p.url for p in pages(found)] == ["https://example.org/one"]
    assert len(found) == 3
    assert not troubles(found)


def test_resources_are_pages_too(items):
    one = record("resource", "file:///saved/a.html", b"<html>", Content_Type="text/html")
    two = record("resource", "<https://example.org/a>", b"{}", Content_Type="application/json; charset=utf-8")
    assert [(p.url, p.media_type) for p in pages(items(warc([one, two])))] == [
        ("", "text/html"),
        ("https://example.org/a", "application/json"),
    ]


def test_visits_that_found_nothing_new(items):
    visits = [
        record("revisit", "https://example.org/one", http(b"")),
        record("revisit", "https://example.org/one", b""),
    ]
    assert [item.url for item in items(warc([ONE, *visits])) if isinstance(item, Visit)] == [
        "https://example.org/one"
    ] * 2


def test_what_a_record_says_of_itself_is_kept(items):
    cut = record("response", "https://example.org/", http(b"<html>"), WARC_Truncated="length")
    bare = record("response", "https://example.org/", http(b"<html>", Content_Type=""), date="soon")
    dated = record(
        "response", "https://example.org/", http(b"<html>"), date="2024-03-01T10:00:00.123456789+02:00"
    )
    first, second, third = pages(items(warc([cut, bare, dated])))
    assert first.truncated == "length"
    assert (second.media_type, second.captured) == ("", None)
    assert third.captured == datetime(2024, 3, 1, 8, 0, 0, 123456, tzinfo=UTC)


BIG = 21 * 1024 * 1024


@pytest.mark.parametrize(
    ("body", "headers", "why"),
    [
        (gzip.compress(b" " * BIG), {"Content_Encoding": "gzip"}, "it unpacks to more than 20 MB"),
        (zlib.compress(b" " * BIG), {"Content_Encoding": "deflate"}, "it unpacks to more than 20 MB"),
        (
            gzip.compress(gzip.compress(b" " * BIG * 20)),
            {"Content_Encoding": "gzip, gzip"},
            "it unpacks to more than 20 MB",
        ),
        (brotli.compress(b" " * BIG), {"Content_Encoding": "br"}, "it unpacks to more than 20 MB"),
        (zstandard.compress(b" " * BIG), {"Content_Encoding": "zstd"}, "it unpacks to more than 20 MB"),
        (brotli.compress(BODY)[:-9], {"Content_Encoding": "br"}, "it is packed, and cut off"),
        (zstandard.compress(BODY)[:-9], {"Content_Encoding": "zstd"}, "it is packed, and cut off"),
        (b"\xff\xfe\xfd", {"Content_Encoding": "br"}, "it is packed, and damaged"),
        (gzip.compress(BODY)[:-9], {"Content_Encoding": "gzip"}, "it is packed, and cut off"),
        (b" " * BIG, {}, "it has more than 20 MB"),
        (b"<html>", {"X": "\r\n".join(["a: b"] * 200_000)}, "its headers never end"),
        (b" " * (BIG + 2_000_000), {}, "it has 23 MB, and up to 20 MB are read"),
    ],
)
def test_a_page_over_the_limits_is_told_and_the_others_are_read(items, body, headers, why):
    found = items(warc([page("https://example.org/bad", body, **headers), ONE]))
    assert troubles(found) == [("https://example.org/bad", why)]
    assert [p.url for p in pages(found)] == ["https://example.org/one"]


def test_a_page_in_several_records_is_told(items):
    part = record("response", "https://example.org/", http(b"<html>"), WARC_Segment_Number="1")
    assert troubles(items(warc([part]))) == [
        ("https://example.org/", "it is in several records, of which each holds a part")
    ]


def test_a_bomb_of_a_record_stops_the_archive(items):
    bomb = gzip.compress(
        record("resource", "https://example.org/x", b"\0" * 210_000_000, Content_Type="image/png"), 9
    )
    found = items(warc([ONE]) + bomb + gzip.compress(TWO))
    assert [p.url for p in pages(found)] == ["https://example.org/one"]
    assert troubles(found) == [("", "what is packed there unpacks to more than 300 times its size")]


@pytest.mark.parametrize("packing", ["records", "plain"])
@pytest.mark.parametrize("lost", [1, 5, 30, 200])
def test_of_a_cut_archive_the_whole_records_are_read(items, packing, lost):
    whole = warc([ONE, TWO], packing)
    if packing == "plain":
        lost += 4  # the empty lines at its end say nothing
    found = items(whole[:-lost])
    assert [p.url for p in pages(found)] == ["https://example.org/one"]
    assert troubles(found) == [("", "it is cut off")]


def test_of_a_damaged_archive_what_stands_before_is_read(items):
    first, second = gzip.compress(ONE), bytearray(gzip.compress(TWO))
    second[-6] ^= 1  # its check sum
    found = items(gzip.compress(INFO) + first + bytes(second) + first)
    assert [p.url for p in pages(found)] == ["https://example.org/one"]
    assert troubles(found) == [("", "what is packed there is damaged")]
    found = items(warc([ONE]) + b"no gzip" + gzip.compress(TWO))
    assert len(pages(found)) == 1
    assert troubles(found) == [("", "no packed record starts there")]


@pytest.mark.parametrize(
    ("tail", "why"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", "no record of a WARC starts there"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx", "a record there does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\nx", "a record there does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: 99999999999999999\r\n\r\nx", "it is cut off"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 200_000, "the headers of a record there never end"),
        (b"WARC/1.0\r\nX: " + b"a" * 2_000_000, "the headers of a record there never end"),
    ],
)
def test_what_is_no_record_stops_the_archive(items, tail, why):
    found = items(warc([ONE], "plain") + tail)
    assert [p.url for p in pages(found)] == ["https://example.org/one"]
    assert troubles(found) == [("", why)]


def test_zero_bytes_at_the_end_are_nothing(items):
    found = items(warc([ONE]) + b"\0" * 100_000)
    assert (len(pages(found)), troubles(found)) == (1, [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"%PDF-1.7",
        gzip.compress(b"<html>"),
        gzip.compress(b"x")[:5],
        b"\x1f\x8b",
        b"PK\x03\x04",
        b"WAR",
    ],
    ids=["empty", "page", "pdf", "gzip-of-page", "cut", "shorter", "zip", "word"],
)
def test_what_is_no_web_archive(tmp_path, data):
    file = tmp_path / "saved.warc.gz"
    file.write_bytes(data)
    assert archive_of(file) is None


def test_zip_files_without_warcs_are_none(tmp_path):
    file = tmp_path / "saved.zip"
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("word/document.xml", "<w:document/>")
    assert archive_of(file) is None


def test_a_wacz_without_its_end_is_refused_in_its_own_words(tmp_path):
    file = tmp_path / "saved.wacz"
    file.write_bytes(wacz([warc([ONE])])[:-30])
    with pytest.raises(NotALiveBlogError, match="no whole web archive"):
        archive_of(file)


def test_a_zip_bomb_is_not_unpacked(items):
    found = items(wacz([b"WARC/1.0\r\n" + b"\0" * 210_000_000], method=zipfile.ZIP_DEFLATED))
    assert troubles(found) == [("", "archive/data-0.warc.gz in it unpacks to more than 100 times its size")]


def test_damage_in_one_warc_leaves_the_others(items):
    found = items(wacz([warc([ONE])[:-5], warc([TWO])]))
    assert [p.url for p in pages(found)] == ["https://example.org/two"]
    assert troubles(found) == [("", "it is cut off")]


@settings(max_examples=60)
@given(st.data())
def test_no_bytes_make_it_stumble(tmp_path_factory, data):
    whole = bytearray(warc([ONE, TWO], data.draw(st.sampled_from(["records", "whole", "plain"]))))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(20, len(whole) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path_factory.getbasetemp() / "hurt.warc.gz"
    file.write_bytes(whole[: data.draw(st.integers(30, len(whole)))])
    archive = archive_of(file)
    if archive:
        with archive.open(file) as opened:
            found = list(opened.items())
            for item in pages(found):
                assert opened.page(item.spot) == item
