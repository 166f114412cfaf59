"""Web archives from the command to the files: each live blog in one is a document of its own."""

import gzip
import json
from datetime import UTC, datetime

import pytest

from pictures import png
from sitegen.cli.importing import import_documents, import_new_seeds
from sitegen.content import read_site
from sitegen.importers.registry import choose
from sitegen.ingest import ImportRequest, Shelf, never_imported
from sites import files_of
from warcs import http, page, record, wacz, warc

FLOOD, STORM, ABOUT = (f"https://www.example.org/{name}" for name in ("live/flood", "live/storm", "about"))


def saving(count, title, name="flood", **more):
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"{name} gate {n} is closed now",
            "datePublished": f"2024-03-01T{10 + n}:05:00+00:00",
            "articleBody": f"the gates of {name} {n} went down, and the water stays out.",
        }
        for n in range(1, count + 1)
    ]
    data = {"@type": "LiveBlogPosting", "headline": title, "publisher": {"name": "Gazette"}}
    script = json.dumps(data | {"liveBlogUpdate": updates} | more)
    return f'<!doctype html><html lang="en"><script type="application/ld+json">{script}</script><h1>{title}</h1></html>'


EARLY = page(FLOOD, saving(3, "flood: three"), date="2024-03-01T14:00:00Z")
LATE = page(FLOOD, saving(5, "flood: five"), date="2024-03-01T17:00:00Z")
OTHER = page(STORM, saving(4, "storm: four", "storm"), date="2024-03-01T18:00:00Z")
PLAIN = page(ABOUT, "<html><h1>about us</h1><p>we are a paper.</p></html>")


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    (root / "content" / "actors").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "site.yaml").write_text("title: Archive\n")
    return root


@pytest.fixture
def run(root, capsys):
    def call(data, name="saved.warc.gz", *, dry_run=False, **options):
        file = root.parent / name
        file.write_bytes(data)
        request = ImportRequest(document=file, options={"timeline": "flood", "timezone": "UTC"} | options)
        status = 0
        try:
            import_documents(root, [request], dry_run=dry_run, ask=False, progress=lambda *_: None)
        except SystemExit as ended:
            status = ended.code
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def sources(root):
    return {source.url: source for source in read_site(root).sources}


def test_each_live_blog_is_imported_with_its_address_and_moment(root, run):
    status, out, err = run(warc([EARLY, PLAIN, OTHER]))
    assert (status, err) == (0, "")
    found = sources(root)
    assert {url: source.captured for url, source in found.items()} == {
        FLOOD: datetime(2024, 3, 1, 14, tzinfo=UTC),
        STORM: datetime(2024, 3, 1, 18, tzinfo=UTC),
    }
    assert len(read_site(root).updates) == 7
    assert "2 live blogs imported, 0 not." in out
    assert f"1 web page in it is no live blog:\n  {ABOUT}\n" in out


def test_pages_are_kept_as_they_were_sent_and_the_archive_is_not_copied(root, run):
    run(warc([page(FLOOD, gzip.compress(saving(3, "flood").encode()), Content_Encoding="gzip")]))
    seeds = files_of(root / "seeds")
    assert set(seeds) == {"example-org-live-flood.html", "example-org-live-flood.html.yaml"}
    assert seeds["example-org-live-flood.html"].decode() == saving(3, "flood")


def test_where_a_page_was_taken_from_is_kept(root, run):
    data = warc([EARLY])
    _, out, _ = run(data)
    sidecar = (root / "seeds" / "example-org-live-flood.html.yaml").read_text()
    assert "origin:\n  archive: saved.warc.gz\n  sha256: " in sidecar
    assert "  intact: true\n" in sidecar
    inferred = "\n".join(sources(root)[FLOOD].inferred)
    for said in (out, inferred):
        assert (
            "seeds/example-org-live-flood.html was taken from the web archive saved.warc.gz, SHA-256 " in said
        )
        assert "has the hash that its record gives, sha1:" in said


def test_a_page_that_was_changed_in_the_archive_is_told(root, run):
    changed = EARLY.replace(b"gate 2 is closed", b"gate 2 is opened")
    status, out, _ = run(warc([changed]))
    assert status == 0
    warned = "does not have the hash that its record gives"
    assert warned in out[out.index("note:") :]
    assert warned in "\n".join(sources(root)[FLOOD].inferred)


def test_a_page_that_is_cut_by_its_record_is_told(root, run):
    cut = record("response", FLOOD, http(saving(3, "flood").encode()), WARC_Truncated="length")
    _, out, _ = run(warc([cut]))
    assert "is only the start of the page; of the rest its record says: length" in out[out.index("note:") :]


def test_savings_of_one_page_are_one_source_in_the_order_of_saving(root, run):
    again = page(FLOOD, saving(3, "flood: three"), date="2024-03-01T15:00:00Z")
    visit = record("revisit", FLOOD, http(b""), date="2024-03-01T19:00:00Z")
    status, out, _ = run(warc([LATE, EARLY, again, visit]))
    assert status == 0
    (source,) = read_site(root).sources
    assert [capture.title for capture in source.captures] == ["flood: three", "flood: five"]
    assert source.captured == datetime(2024, 3, 1, 17, tzinfo=UTC)
    assert len(read_site(root).updates) == 5
    assert "2 later visits found a page as it was" in out
    assert out.index("flood: three") < out.index("flood: five")


def test_importing_an_archive_again_writes_nothing(root, run):
    data = warc([EARLY, LATE, OTHER])
    run(data)
    before = files_of(root)
    assert run(data)[0] == 0
    assert files_of(root) == before


@pytest.mark.parametrize("packing", ["whole", "plain"])
def test_however_it_is_packed_the_content_is_the_same(root, run, packing):
    run(warc([EARLY, LATE, OTHER], packing))
    assert len(read_site(root).updates) == 9


def test_a_wacz_names_only_pages_that_a_person_visited(root, run):
    frame = page("https://ads.example.net/frame", "<html><p>buy</p></html>")
    status, out, _ = run(wacz([warc([EARLY, frame]), warc([PLAIN])], [FLOOD, ABOUT]), "saved.wacz")
    assert status == 0
    assert "2 web pages in it are no live blog:" in out
    assert ABOUT in out
    assert "ads.example.net" not in out


def test_a_dry_run_lists_what_would_be_imported_and_writes_nothing(root, run):
    before = files_of(root)
    status, out, _ = run(warc([EARLY, LATE, OTHER, PLAIN]), dry_run=True)
    assert (status, files_of(root)) == (0, before)
    assert "3 live blogs would be imported, 0 not." in out
    assert out.count("A dry run: nothing was written.") == 3


def test_of_many_pages_each_gets_a_line(root, run):
    many = [page(f"{FLOOD}{n}", saving(3, f"part {n}", f"part {n}")) for n in range(5)]
    _, out, _ = run(warc(many))
    assert [line.partition(": ")[2] for line in out.split("\n")[:5]] == ["3 updates: 3 new"] * 5
    assert out.split("\n")[5].endswith("saved.warc.gz: 5 live blogs imported, 0 not.")


def test_the_page_that_is_meant_can_be_named(root, run):
    status, _, _ = run(warc([EARLY, OTHER, PLAIN]), url="https://example.org/live/storm?utm_source=x")
    assert status == 0
    assert [source.title for source in read_site(root).sources] == ["storm: four"]
    status, _, err = run(warc([EARLY]), url="https://example.org/nothing")
    assert status == 1
    assert "without a live blog of the address given with --url" in err


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([PLAIN], "It is a web archive without a live blog; 1 web page in it was looked at."),
        ([], "It is a web archive without a live blog; 0 web pages in it were looked at."),
        ([page(FLOOD, b"\x89PNG", Content_Type="image/png")], "It is a web archive without a live blog"),
    ],
)
def test_an_archive_without_a_live_blog_is_refused(root, run, records, said):
    before = files_of(root)
    status, _, err = run(warc(records))
    assert (status, files_of(root)) == (1, before)
    assert said in err


def test_what_is_not_known_is_said_of_each_page(root, run):
    status, out, err = run(warc([EARLY, OTHER]), timeline="")
    assert status == 2
    assert f"{FLOOD}, saved at 2024-03-01 14:00:00+00:00: not imported" in err
    assert "add --timeline example-org-live-storm" in err
    assert "0 live blogs imported, 2 not." in out


def test_a_wrong_option_is_told_once(root, run):
    status, _, err = run(warc([EARLY, OTHER]), timezone="CST")
    assert status == 2
    assert err.count("unknown-zone") == 1


def test_of_a_cut_archive_the_whole_pages_are_imported_with_a_warning(root, run):
    status, out, err = run(warc([EARLY, OTHER])[:-40])
    assert status == 0
    assert set(sources(root)) == {FLOOD}
    assert "archive-damaged: at byte " in err
    assert "it is cut off; what stands before was read" in err
    assert "1 live blog imported, 0 not." in out


def test_a_page_over_the_limits_is_told_and_the_others_are_imported(root, run):
    bomb = page(STORM, gzip.compress(b" " * 22_000_000), Content_Encoding="gzip")
    status, _, err = run(warc([bomb, EARLY]))
    assert status == 0
    assert set(sources(root)) == {FLOOD}
    assert f"page-unreadable: {STORM}: it unpacks to more than 20 MB" in err


def test_what_a_sidecar_beside_the_archive_says_holds_for_its_pages(root, run):
    (root.parent / "saved.warc.gz.yaml").write_text("timeline: water\npublisher: The Harbour Gazette\n")
    run(warc([EARLY, OTHER]), timeline="")
    assert {(source.timeline, source.publisher) for source in read_site(root).sources} == {
        ("water", "The Harbour Gazette")
    }


def test_a_wrong_sidecar_beside_the_archive_is_told(root, run):
    (root.parent / "saved.warc.gz.yaml").write_text("timezone: CST\n")
    status, _, err = run(warc([EARLY]))
    assert status == 1
    assert "unknown-zone" in err


def test_the_encoding_that_the_server_named_is_kept_for_later_readings(root, run):
    said = saving(3, "flood: вода", publisher={"name": "Газета"}).replace("\\u", "\\u")
    raw = "<!doctype html><html><h1>Вода</h1>" + said.partition("<html")[2].partition(">")[2]
    sent = page(FLOOD, raw.encode("cp866"), Content_Type="text/html; charset=cp866")
    run(warc([sent]))
    assert "  encoding: cp866\n" in (root / "seeds" / "example-org-live-flood.html.yaml").read_text()
    assert "the encoding is cp866, as its server said" in sources(root)[FLOOD].inferred
    later = page(FLOOD, saving(5, "flood: later"), date="2024-03-02T10:00:00Z")
    assert run(warc([later]))[0] == 0
    assert len(read_site(root).updates) == 5


def test_answers_for_machines_are_imported_where_their_importer_is_certain(root, run):
    blocks = [
        {
            "id": f"b{n}",
            "bodyHtml": f"<p>gate {n}</p>",
            "title": f"Gate {n}",
            "firstPublishedDate": f"2024-03-01T1{n}:00:00Z",
        }
        for n in range(3)
    ]
    answer = {"response": {"content": {"webTitle": "Flood", "blocks": {"body": blocks}}}}
    records = [
        page("https://example.org/api?id=1", json.dumps(answer), Content_Type="application/json"),
        page(
            "https://example.org/log",
            '[{"time": "2024-03-01T10:00Z", "text": "a"}]',
            Content_Type="application/json",
        ),
    ]
    status, out, _ = run(warc(records))
    assert status == 0
    assert [source.importer for source in read_site(root).sources] == ["guardian-api"]
    assert "no live blog" not in out
    assert (root / "seeds" / "example-org-api-id-1.json").is_file()


def test_pages_with_odd_addresses_get_names(root, run):
    odd = [
        "https://[broken/live",
        "https://example.org/" + "long/" * 80,
        "https://例え.テスト/ライブ",
        "https://example.org/live/flood/",
        "https://example.org/live/flood?page=2",
    ]
    status, _, err = run(warc([page(url, saving(3, f"n {n}", f"part {n}")) for n, url in enumerate(odd)]))
    assert (status, err) == (0, "")
    names = [name for name in files_of(root / "seeds") if name.endswith(".html")]
    assert len(names) == 5
    assert all(name.isascii() and len(name) < 80 for name in names)


def test_an_archive_in_seeds_is_imported_by_a_build_once(root, capsys):
    file = root / "seeds" / "saved.warc.gz"
    file.write_bytes(warc([EARLY]))
    (root / "seeds" / "saved.warc.gz.yaml").write_text("timeline: flood\ntimezone: UTC\n")
    assert never_imported(root, ()) == (file,)
    import_new_seeds(root)
    assert len(read_site(root).updates) == 3
    assert never_imported(root, read_site(root).sources) == ()
    capsys.readouterr()
    import_new_seeds(root)
    assert capsys.readouterr() == ("", "")


def test_each_saving_is_read_once_in_a_run(root, run, monkeypatch):
    read = []

    def counted(document, name=""):
        read.append(document.name)
        return choose(document, name)

    monkeypatch.setattr("sitegen.ingest.case.choose", counted)
    savings = [page(FLOOD, saving(n, f"flood: {n}"), date=f"2024-03-01T1{n}:00:00Z") for n in range(1, 6)]
    run(warc(savings))
    assert len(read) == 5
    assert len(read_site(root).updates) == 5


def test_a_shelf_gives_what_was_made_and_never_holds_more_than_its_room():
    shelf, made = Shelf(room=10), []

    def make(name):
        made.append(name)
        return name

    for name in ("a", "a", "b", "a", "c", "a"):
        assert shelf.kept(name, 4, lambda name=name: make(name)) == name
    assert made == ["a", "b", "c", "a"]


def test_pictures_that_an_archive_holds_are_kept(root, run):
    shown = "".join(
        f'<div class="post"><time datetime="2024-03-01T{10 + n}:05:00Z"></time><h2>Gate {n} is closed</h2>'
        f'<p>The gate number {n} went down, and the water stays out.</p><img src="/pictures/{n}.png" alt="Gate {n}"></div>'
        for n in range(4)
    )
    html = f'<html lang="en"><link rel="canonical" href="{FLOOD}"><h1>Flood: live blog</h1><main>{shown}</main></html>'
    pictures = [
        page(f"https://www.example.org/pictures/{n}.png", png(120 + n, 90), Content_Type="image/png")
        for n in range(3)
    ]
    broken = page("https://www.example.org/pictures/3.png", b"<html>gone</html>", Content_Type="image/png")
    data = warc([page(FLOOD, html), *pictures, broken])
    assert run(data)[0] == 0
    assert not (root / "content" / "flood" / "media").exists()
    status, said, _ = run(data, keep_images=True)
    assert status == 0
    assert "pictures kept: 3" in said
    assert "https://www.example.org/pictures/3.png" in said
    media = {file.read_bytes() for file in (root / "content" / "flood" / "media").iterdir()}
    assert media == {png(120 + n, 90) for n in range(3)}
    before = files_of(root)
    assert run(data)[0] == 0
    assert files_of(root) == before
