"""`--keep-images`: pictures that were saved with a document come into the archive, and nothing else does."""

import base64
import json
import os
import re
import unicodedata

import pytest
from click.testing import CliRunner

from pictures import SVG, avif, gif, jpeg, png, webp
from sitegen.cli.main import group
from sitegen.content import read_site
from sitegen.content.pictures import name_of
from sitegen.diagnostics import ContentError
from sitegen.ingest import Fate, ImportRequest, apply, never_imported, plan_import, render
from sitegen.ingest.media import Gathering
from sitegen.markup import parse
from sites import files_of

QUAY, SEA = png(800, 600, 90), jpeg(640, 480)
QUAY_NAME, SEA_NAME = name_of(QUAY, "png"), name_of(SEA, "jpg")
SOURCE = "content/flood/sources/gazette-2024-03-01.yaml"


def page(*figures):
    """A live blog of four updates; the first ones show these figures."""
    updates = "".join(
        f'<article id="p{n}"><time datetime="2024-03-01T1{n}:05:00+00:00">1{n}:05</time><h2>Sluice {n} is closed</h2>'
        f"<p>The gates of sluice {n} went down, and the water stays out for now.</p>{figure}</article>"
        for n, figure in enumerate((*figures, *[""] * (4 - len(figures))))
    )
    head = '<meta property="og:site_name" content="Gazette"><link rel="canonical" href="https://example.org/live/flood">'
    return f'<!doctype html><html lang="en"><head>{head}</head><body><h1>Flood</h1><main>{updates}</main></body></html>'


def figure(src, alt="Sandbags", caption="The quay. Photo: A. Example", more=""):
    return f'<figure><img src="{src}" alt="{alt}" {more}><figcaption>{caption}</figcaption></figure>'


def uri(data, kind="image/png"):
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    return root


def saved(root, html, files=None, name="page.html", folder="downloads"):
    document = root.parent / folder / name
    document.parent.mkdir(exist_ok=True)
    document.write_text(html, encoding="utf-8")
    for path, data in (files or {}).items():
        (document.parent / path).parent.mkdir(parents=True, exist_ok=True)
        (document.parent / path).write_bytes(data)
    return document


def plan(root, document, **options):
    given = {
        "timeline": "flood",
        "timezone": "Europe/London",
        "publisher": "Gazette",
        "keep_images": True,
    } | options
    return plan_import(root, ImportRequest(document=document, options=given), read_site(root))


def run(root, document, **options):
    made = plan(root, document, **options)
    assert made.questions == ()
    apply(made)
    return made.report


def media(root, timeline="flood"):
    folder = root / "content" / timeline / "media"
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())} if folder.is_dir() else {}


def bodies(root):
    return [update.body for update in read_site(root).updates]


def test_pictures_beside_a_page_and_in_it_are_kept(root):
    document = saved(
        root,
        page(
            figure("page_files/quay.png", more='data-src="https://example.org/photos/quay.png"'),
            f'<p><img src="{uri(SEA, "image/jpeg")}" alt="The sea"></p>',
            figure("https://example.org/elsewhere.jpg", caption="Elsewhere"),
        ),
        {"page_files/quay.png": QUAY, "page_files/never-shown.png": png(900, 900)},
    )
    report = run(root, document)
    assert media(root) == {QUAY_NAME: QUAY, SEA_NAME: SEA}
    first, second, third, _ = bodies(root)
    assert first.endswith(
        f'\n\n![](../../media/{QUAY_NAME} "Sandbags")\\\n'
        "[The quay. Photo: A. Example](https://example.org/photos/quay.png)"
    )
    assert second.endswith(f"\n\n![The sea](../../media/{SEA_NAME})")
    assert third.endswith('[Elsewhere](https://example.org/elsewhere.jpg "Sandbags")')
    assert {"pictures kept: 2", "pictures that were not saved with the document and stay links: 1"} <= set(
        report.inferred
    )
    [record] = read_site(root).sources
    assert [(p.document, p.address, p.file) for p in record.pictures] == [
        ("seeds/page.html", "page_files/quay.png", QUAY_NAME),
        ("seeds/page.html", "", SEA_NAME),
    ]


def test_the_words_of_the_updates_are_the_same_without(root, tmp_path):
    html = page(figure("page_files/quay.png"), '<p><img src="page_files/quay.png" alt="A quay"></p>')
    run(root, saved(root, html, {"page_files/quay.png": QUAY}))
    other = tmp_path / "other"
    (other / "content").mkdir(parents=True)
    (other / "site.yaml").write_text("title: Archive\n")
    run(other, saved(other, html), keep_images=False)
    assert [parse(body).text.split() for body in bodies(root)] == [
        parse(body).text.split() for body in bodies(other)
    ]
    assert media(other) == {}


def test_the_same_document_gives_the_same_bytes_and_a_second_import_writes_nothing(root, tmp_path):
    html = page(figure("page_files/quay.png"), figure(uri(gif())))
    document = saved(root, html, {"page_files/quay.png": QUAY})
    run(root, document)
    before = files_of(root)
    assert plan(root, document).writes == ()
    assert plan(root, root / "seeds" / "page.html", keep_images=False).writes == ()
    twin = tmp_path / "twin"
    (twin / "content").mkdir(parents=True)
    (twin / "site.yaml").write_text("title: Archive\n")
    run(twin, document)
    assert files_of(twin) == before


def test_the_choice_is_kept_where_there_is_no_sidecar_to_keep_it(root):
    document = saved(root, page(figure(uri(QUAY))))
    (root / "seeds").mkdir()
    (root / "seeds" / "page.html.yaml").write_text("timeline: flood\n")
    run(root, document)
    assert plan(root, root / "seeds" / "page.html", keep_images=False).writes == ()


def test_the_sidecar_says_what_was_chosen(root):
    run(root, saved(root, page(figure(uri(QUAY)))))
    assert "keep_images: true\n" in (root / "seeds" / "page.html.yaml").read_text()
    assert never_imported(root, read_site(root).sources) == ()


def test_pictures_can_be_kept_later(root):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    run(root, document, keep_images=False)
    assert media(root) == {}
    report = run(root, document)
    assert report.count(Fate.REPLACED) == 1
    assert media(root) == {QUAY_NAME: QUAY}


def test_two_savings_that_differ_in_what_was_saved_hold_one_text(root):
    html = page(figure("page_files/quay.png", more='srcset="https://example.org/quay.png 2x"'))
    bare = html.replace("page_files/quay.png", "https://example.org/quay.png")
    run(root, saved(root, html, {"page_files/quay.png": QUAY}), captured="2024-03-02T08:00:00+00:00")
    run(root, saved(root, bare, name="later.html"), captured="2024-03-03T08:00:00+00:00")
    corpus = read_site(root)
    assert [update.history for update in corpus.updates] == [()] * 4
    assert QUAY_NAME in corpus.updates[0].body
    assert plan(root, root / "seeds" / "page.html", keep_images=False).writes == ()


def test_pictures_of_an_earlier_version_are_kept(root):
    first = page(figure("page_files/quay.png", caption="High water"))
    run(root, saved(root, first, {"page_files/quay.png": QUAY}), captured="2024-03-02T08:00:00+00:00")
    later = page(figure("later_files/sea.jpg", caption="Low water"))
    document = saved(root, later, {"later_files/sea.jpg": SEA}, name="later.html")
    run(root, document, captured="2024-03-03T08:00:00+00:00")
    update = read_site(root).updates[0]
    assert SEA_NAME in update.body
    assert QUAY_NAME in update.history[0].body
    assert sorted(media(root)) == sorted([QUAY_NAME, SEA_NAME])
    assert plan(root, root / "seeds" / "later.html", keep_images=False).writes == ()


def _update_file(root):
    return root / read_site(root).updates[0].place.path


def test_what_a_person_edited_is_kept_and_the_picture_of_a_proposal_is_there(root):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    run(root, document, keep_images=False)
    file = _update_file(root)
    edited = file.read_text().replace("went down", "WENT DOWN")
    file.write_text(edited)
    report = run(root, document)
    assert report.count(Fate.PROPOSED) == 1
    assert file.read_text() == edited
    assert QUAY_NAME in file.with_name(file.name + ".proposed").read_text()
    assert media(root) == {QUAY_NAME: QUAY}


def test_a_picture_that_a_person_took_out_does_not_come_back(root):
    document = saved(
        root, page(figure("page_files/quay.png"), figure(uri(SEA))), {"page_files/quay.png": QUAY}
    )
    run(root, document)
    file = _update_file(root)
    file.write_text(re.sub(r"!\[\]\(\S+ .*\n", "", file.read_text()))
    (root / "content" / "flood" / "media" / QUAY_NAME).unlink()
    assert run(root, document).count(Fate.EDITED) == 1
    assert media(root) == {SEA_NAME: SEA}


@pytest.mark.parametrize("how", ["withdrawn", "deleted"])
def test_the_picture_of_an_update_that_is_no_longer_there_does_not_come_back(root, how):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    run(root, document)
    file = _update_file(root)
    if how == "deleted":
        file.unlink()
    else:
        withdrawn = "withdrawn:\n  date: 2024-04-01\n  reason: A person in it is in danger.\nsource:"
        file.write_text(file.read_text().replace("source:", withdrawn, 1))
    (root / "content" / "flood" / "media" / QUAY_NAME).unlink()
    run(root, document)
    assert media(root) == {}


def test_a_picture_that_was_lost_is_written_again(root):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    run(root, document)
    (root / "content" / "flood" / "media" / QUAY_NAME).unlink()
    assert [write.path for write in plan(root, document).writes] == [f"content/flood/media/{QUAY_NAME}"]
    run(root, document)
    assert media(root) == {QUAY_NAME: QUAY}


def test_a_picture_that_a_person_changed_is_kept(root):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    run(root, document)
    (root / "content" / "flood" / "media" / QUAY_NAME).write_bytes(png(800, 600, 1))
    assert plan(root, document).writes == ()


def test_a_picture_that_changes_while_the_import_is_at_work_is_not_kept(root):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    made = plan(root, document)
    (document.parent / "page_files" / "quay.png").write_bytes(SVG)
    with pytest.raises(ContentError, match="file-changed"):
        apply(made)
    assert media(root) == {}


@pytest.mark.parametrize(
    ("data", "ending"), [(png(), "png"), (jpeg(), "jpg"), (gif(), "gif"), (webp(), "webp"), (avif(), "avif")]
)
def test_a_picture_is_named_after_what_it_is(root, data, ending):
    run(root, saved(root, page(figure("page_files/x.jpeg")), {"page_files/x.jpeg": data}))
    assert media(root) == {name_of(data, ending): data}


def test_of_several_files_that_show_one_picture_the_largest_is_kept(root):
    sizes = '<picture><source srcset="page_files/l.png 2x"><img src="page_files/s.png" alt="A"></picture>'
    placeholder = f'<img src="{uri(gif(1, 1), "image/gif")}" data-src="page_files/l.png" alt="A">'
    files = {"page_files/s.png": png(200, 100), "page_files/l.png": QUAY}
    run(root, saved(root, page(sizes, placeholder), files))
    assert media(root) == {QUAY_NAME: QUAY}
    assert [QUAY_NAME in body for body in bodies(root)] == [True, True, False, False]


def test_the_same_size_is_chosen_again_when_the_folder_is_not_there(root):
    sizes = '<picture><source srcset="page_files/l.png 2x"><img src="page_files/s.png" alt="A"></picture>'
    files = {"page_files/s.png": png(200, 100), "page_files/l.png": QUAY}
    run(root, saved(root, page(figure("page_files/s.png"), sizes), files))
    assert plan(root, root / "seeds" / "page.html", keep_images=False).writes == ()


_COMPOSED, _APART = (unicodedata.normalize(form, "Ufer ü") for form in ("NFC", "NFD"))


@pytest.mark.parametrize(
    ("src", "file"),
    [
        ("page_files/a%20b%23c%25d.png", "page_files/a b#c%d.png"),
        ("./page_files/%D0%BF%D0%BE%D1%80%D1%82.png", "page_files/порт.png"),
        ("page_files/порт.png", "page_files/порт.png"),
        (f"page_files/{_COMPOSED}.png", f"page_files/{_APART}.png"),
        (f"page_files/{_APART}.png", f"page_files/{_COMPOSED}.png"),
        ("page_files/a.png?width=700&amp;x#y", "page_files/a.png"),
        ("Ein Ufer-Dateien/a", "Ein Ufer-Dateien/a"),
    ],
)
def test_names_are_found_as_browsers_write_them(root, src, file):
    document = saved(root, page(figure(src)), {file: QUAY})
    run(root, document)
    assert media(root) == {QUAY_NAME: QUAY}
    assert plan(root, root / "seeds" / "page.html", keep_images=False).writes == ()


def _told(report):
    return [line for line in report.inferred if line.startswith("pictures not kept")]


@pytest.mark.parametrize(
    ("src", "files", "told"),
    [
        ("page_files/a.png", {"page_files/a.png": SVG}, ["pictures not kept (a drawing (SVG) can hold programs): page_files/a.png"]),
        ("page_files/a.svg", {"page_files/a.svg": SVG}, ["pictures not kept (a drawing (SVG) can hold programs): page_files/a.svg"]),
        (uri(SVG + b" " * 900, "image/png"), {}, ["pictures not kept (a drawing (SVG) can hold programs): one in the document itself"]),
        (uri(SVG[:100], "image/svg+xml"), {}, []),
        ("data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'/%3E", {}, []),
        ("page_files/a.png", {"page_files/a.png": b"<html><script>alert(1)</script>"}, ["pictures not kept (no PNG, JPEG, GIF, WebP or AVIF, or broken): page_files/a.png"]),
        (uri(b"<html>" + b"x" * 900), {}, ["pictures not kept (no PNG, JPEG, GIF, WebP or AVIF, or broken): one in the document itself"]),
        ("data:image/png;base64,%%%", {}, []),
        ("data:", {}, []),
        ("data:image/png;base64", {}, []),
        ("page_files/gone.png", {}, ["pictures not kept (not there beside the document): page_files/gone.png"]),
        (f"page_files/{'x' * 400}.png", {}, [f"pictures not kept (not there beside the document): page_files/{'x' * 400}.png"]),
        ("page_files", {"page_files/a.png": QUAY}, []),
        ("page_files/a", {"page_files/a/b.png": QUAY}, ["pictures not kept (not there beside the document): page_files/a"]),
        ("page_files/../../secret.png", {"../secret.png": QUAY}, ["pictures not kept (its path leads out of the folder of the document): page_files/../../secret.png"]),
        ("page_files/%2e%2e/%2e%2e/secret.png", {"../secret.png": QUAY}, ["pictures not kept (its path leads out of the folder of the document): page_files/../../secret.png"]),
        ("page_files/..%5c..%5csecret.png", {"../secret.png": QUAY}, ["pictures not kept (its path leads out of the folder of the document): page_files/..\\..\\secret.png"]),
        ("page_files/a%00.png", {"page_files/a": QUAY}, ["pictures not kept (its path leads out of the folder of the document): page_files/a\0.png"]),
        ("../../../etc/passwd", {}, []),
        ("../secret.png", {"../secret.png": QUAY}, []),
        ("secret.png", {"secret.png": QUAY}, []),
        ("Pictures/secret.png", {"Pictures/secret.png": QUAY}, []),
        ("/etc/page_files/passwd", {}, []),
        ("file:///etc/passwd", {}, []),
        ("C:\\page_files\\a.png", {}, []),
        ("\\\\server\\page_files\\a.png", {}, []),
        ("page_files/pixel.gif", {"page_files/pixel.gif": gif(1, 1)}, []),
        ("page_files/face.png", {"page_files/face.png": png(64, 64)}, []),
        ("page_files/wide.gif", {"page_files/wide.gif": gif(20_000, 20_000)}, ["pictures not kept (more than 100 million pixels): page_files/wide.gif"]),
        ("page_files/big.png", {"page_files/big.png": QUAY + bytes(10 * 1024 * 1024)}, ["pictures not kept (more than 10 MB): page_files/big.png"]),
    ],
)  # fmt: skip
def test_what_is_not_kept_stays_as_it_was_and_is_told(root, src, files, told):
    html = page(figure(src.replace('"', "&quot;"), more='data-src="https://example.org/a.png"'))
    report = run(root, saved(root, html, files))
    assert media(root) == {}
    kept = bodies(root)
    assert _told(report) == told
    assert all(line in render(report) for line in told)
    assert "../../media" not in "".join(kept)
    document = saved(root, html, folder="again")
    assert [
        entry
        for entry in plan(root, document, keep_images=False).report.fates
        if entry[1] is not Fate.UNCHANGED
    ] == []


def test_a_data_uri_that_would_be_too_large_is_not_decoded(tmp_path):
    gathering = Gathering(tmp_path, {})
    assert gathering.keep([f"data:image/png;base64,{'A' * 15_000_000}"]) == ""


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_that_lead_out_are_not_followed(root, tmp_path):
    (tmp_path / "secret.png").write_bytes(QUAY)
    document = saved(
        root, page(figure("page_files/a.png"), figure("page_files/b/a.png"), figure("page_files/c.png"))
    )
    folder = document.parent / "page_files"
    folder.mkdir()
    (folder / "a.png").symlink_to(tmp_path / "secret.png")
    (folder / "b").symlink_to(tmp_path)
    (tmp_path / "a.png").write_bytes(QUAY)
    (folder / "c.png").symlink_to("c.png")
    os.mkfifo(folder / "d.png")
    report = run(root, document)
    assert media(root) == {}
    assert sorted(_told(report)) == [
        "pictures not kept (its path leads out of the folder of the document): page_files/a.png, page_files/b/a.png",
        "pictures not kept (not there beside the document): page_files/c.png",
    ]


def test_many_refused_pictures_are_told_in_one_line(root):
    figures = "".join(figure(f"page_files/{n}.png") for n in range(5))
    report = run(root, saved(root, page(figures)))
    names = "page_files/0.png, page_files/1.png, page_files/2.png and 2 more"
    assert _told(report) == [f"pictures not kept (not there beside the document): {names}"]


def test_a_record_that_was_tampered_with_brings_nothing_in(root):
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    run(root, document)
    record = root / SOURCE
    record.write_text(record.read_text().replace(f"file: {QUAY_NAME}", "file: ../../../../etc/passwd"))
    made = plan(root, root / "seeds" / "page.html", keep_images=False)
    assert not any(
        "passwd" in write.data.decode(errors="replace") for write in made.writes if "updates" in write.path
    )


EXPORT = {
    "name": "Harbour Watch",
    "type": "public_channel",
    "id": 7,
    "messages": [
        {"id": 1, "type": "message", "date": "2024-03-01T15:05:00", "date_unixtime": "1709301900", "from": "Harbour Watch",
         "from_id": "channel7", "photo": "photos/photo_1@01-03-2024_15-05-00.jpg", "text": "The quay is under water."},
        {"id": 2, "type": "message", "date": "2024-03-01T15:15:00", "date_unixtime": "1709302500", "from": "Harbour Watch",
         "from_id": "channel7", "photo": "(File not included. Change data exporting settings to download.)", "text": "No picture."},
        {"id": 3, "type": "message", "date": "2024-03-01T15:25:00", "date_unixtime": "1709303100", "from": "Harbour Watch",
         "from_id": "channel7", "file": "files/map.png", "mime_type": "image/png", "text": ""},
        {"id": 4, "type": "message", "date": "2024-03-01T15:35:00", "date_unixtime": "1709303700", "from": "Harbour Watch",
         "from_id": "channel7", "file": "stickers/s.webp", "text": ""},
        {"id": 5, "type": "message", "date": "2024-03-01T15:45:00", "date_unixtime": "1709304300", "from": "Harbour Watch",
         "from_id": "channel7", "photo": "../private.png", "text": ""},
    ],
}  # fmt: skip


def test_pictures_of_a_telegram_export_are_kept(root):
    files = {
        "photos/photo_1@01-03-2024_15-05-00.jpg": SEA,
        "files/map.png": QUAY,
        "stickers/s.webp": webp(),
        "../private.png": png(),
    }
    document = saved(root, json.dumps(EXPORT), files, name="result.json", folder="ChatExport")
    run(root, document)
    assert media(root) == {QUAY_NAME: QUAY, SEA_NAME: SEA}
    first, second, third, fourth, fifth = bodies(root)
    assert (
        first
        == f"The quay is under water.\n\n![](../../media/{SEA_NAME})\\\nphotos/photo_1@01-03-2024_15-05-00.jpg"
    )
    assert second == "No picture."
    assert third == f"![](../../media/{QUAY_NAME})\\\nfiles/map.png"
    assert (fourth, fifth) == ("stickers/s.webp", "../private.png")
    assert plan(root, root / "seeds" / "result.json", keep_images=False).writes == ()


def test_parts_of_saved_documents_in_seeds_are_no_documents(root):
    html = page(figure("page_files/quay.png"))
    for path, data in {
        "seeds/page.html": html.encode(),
        "seeds/page_files/quay.png": QUAY,
        "seeds/page_files/frame.html": b"<p>An advertisement</p>",
        "seeds/chat/result.json": json.dumps(EXPORT).encode(),
        "seeds/chat/photos/1.jpg": SEA,
        "seeds/notes/log.txt": b"a log",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    found = [file.relative_to(root).as_posix() for file in never_imported(root, ())]
    assert found == ["seeds/chat/result.json", "seeds/notes/log.txt", "seeds/page.html"]


def test_the_command_keeps_pictures_and_says_so(root, monkeypatch):
    monkeypatch.chdir(root)
    document = saved(root, page(figure("page_files/quay.png")), {"page_files/quay.png": QUAY})
    command = ["import", str(document), "--keep-images", "--timeline", "flood", "--dry-run"]
    result = CliRunner().invoke(group, command)
    assert (result.exit_code, media(root)) == (0, {})
    assert "pictures kept: 1" in result.output
    result = CliRunner().invoke(group, command[:-1])
    assert (result.exit_code, media(root)) == (0, {QUAY_NAME: QUAY})
    again = CliRunner().invoke(group, ["import", "seeds/page.html"])
    assert "Nothing new" in again.output
