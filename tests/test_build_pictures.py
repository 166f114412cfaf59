"""Pictures of an archive in its site: those that are shown, nothing else, and never one that was withdrawn."""

import json
import os
import shutil

import pytest

from pictures import SVG, gif, png
from sitegen.build import BuildOptions, build, check
from sitegen.content.pictures import name_of
from sites import SITE, files_of, path_of, update, write

QUAY, SEA = png(300, 200, 10), gif(640, 480)
QUAY_NAME, SEA_NAME = name_of(QUAY, "png"), name_of(SEA, "gif")
BODY = f'The quay.\n\n![](../../media/{QUAY_NAME} "A quay")\\\n[Quay four](https://example.org/q.png)'
PAGE = path_of(name="1000-quay")


@pytest.fixture
def site(tmp_path):
    root = tmp_path / "site"
    write(root, SITE | {PAGE: update("q", title="Quay", time="2024-03-01T10:00:00+00:00", body=BODY)})
    keep(root, QUAY_NAME, QUAY)
    keep(root, SEA_NAME, SEA)
    return root


def keep(root, name, data, timeline="flood"):
    folder = root / "content" / timeline / "media"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def built(root, **more):
    report = build(BuildOptions(root=root, jobs=1, **more))
    return report, files_of(report.output)


def pictures(files):
    return {path: data for path, data in files.items() if path.startswith("media/")}


def test_a_picture_that_an_update_shows_is_published(site):
    report, files = built(site)
    assert pictures(files) == {f"media/{QUAY_NAME}": QUAY}
    image = f'media/{QUAY_NAME}" width="300" height="200" loading="lazy" alt="A quay">'
    assert (
        f'<figure><img src="../../../{image}<figcaption>'
        in files["flood/2024-03-01/1000-quay/index.html"].decode()
    )
    assert f'<img src="../../../{image}' in files["flood/chronology/2024-03-01/index.html"].decode()
    assert f"  media/{QUAY_NAME}\n" in files["manifest-sha256.txt"].decode()
    assert not report.diagnostics
    assert not check(BuildOptions(root=site, jobs=1))


def test_feeds_show_it_by_its_whole_address(site):
    _, files = built(site, base_url="https://example.org/other/")
    address = f"https://example.org/other/media/{QUAY_NAME}"
    assert f'&lt;img src="{address}"' in files["feed.xml"].decode()
    newest = json.loads(files["feed.json"])["items"]
    assert any(f'<img src="{address}"' in item["content_html"] for item in newest)


def test_a_second_build_copies_nothing_and_one_that_nobody_shows_goes(site):
    built(site)
    again, before = built(site)
    assert (again.written, again.removed) == (0, 0)
    write(site, {PAGE: update("q", title="Quay", time="2024-03-01T10:00:00+00:00", body="No picture.")})
    assert not pictures(built(site)[1])
    write(site, {PAGE: update("q", title="Quay", time="2024-03-01T10:00:00+00:00", body=BODY)})
    assert built(site)[1] == before


def test_a_picture_that_changed_has_another_address_and_its_pages_are_made_again(site):
    built(site)
    keep(site, QUAY_NAME, png(90, 80))
    report, files = built(site)
    assert pictures(files) == {f"media/{name_of(png(90, 80), 'png')}": png(90, 80)}
    assert 'width="90" height="80"' in files["flood/2024-03-01/1000-quay/index.html"].decode()
    assert [d.code for d in report.diagnostics] == ["picture-changed"]
    shutil.rmtree(report.output)
    assert built(site)[1] == files


def test_one_picture_of_two_timelines_is_published_once(site):
    write(
        site,
        {
            path.replace("flood", "fire"): text
            for path, text in SITE.items()
            if "content/flood/timeline" in path
        },
    )
    write(site, {"content/fire/sources/fire-wire.yaml": "publisher: Sample Wire\ntitle: Fire live\n"})
    text = update("f", body="![](../../media/fire.png)").replace("source: wire", "source: fire-wire")
    write(site, {path_of(timeline="fire"): text})
    keep(site, "fire.png", QUAY, "fire")
    assert pictures(built(site)[1]) == {f"media/{QUAY_NAME}": QUAY}


@pytest.mark.parametrize(
    "more",
    [{"draft": "true"}, {"withdrawn": "{date: 2024-04-01, reason: 'A person in it is in danger'}"}],
)
def test_nothing_of_a_picture_of_a_draft_or_a_withdrawn_update_is_in_the_site(site, more):
    built(site)
    history = f"\n- sha256: {'0' * 64}\n  time: 2024-03-01T10:00:00+00:00\n  text_sha256: {'0' * 64}\n  body: '{{}}'"
    earlier = history.format(f"![canary](../../media/{SEA_NAME})")
    write(
        site,
        {
            PAGE: update(
                "q",
                title="Quay",
                time="2024-03-01T10:00:00+00:00",
                body=BODY.replace("A quay", "canary"),
                history=earlier,
                **more,
            )
        },
    )
    _, files = built(site)
    assert not pictures(files)
    leaks = [
        path
        for path, data in files.items()
        for word in (b"canary", QUAY_NAME.encode(), SEA_NAME.encode())
        if word in data
    ]
    assert not leaks


def test_a_draft_that_is_asked_for_has_its_picture(site):
    write(site, {PAGE: update("q", title="Quay", time="2024-03-01T10:00:00+00:00", body=BODY, draft="true")})
    assert list(pictures(built(site, drafts=True)[1])) == [f"media/{QUAY_NAME}"]


def test_a_picture_of_an_earlier_version_is_published(site):
    history = (
        f"\n- sha256: {'0' * 64}\n  time: 2024-03-01T10:00:00+00:00\n  text_sha256: {'0' * 64}\n"
        f"  body: '![Sea](../../media/{SEA_NAME})'"
    )
    write(
        site, {PAGE: update("q", title="Quay", time="2024-03-01T10:00:00+00:00", body=BODY, history=history)}
    )
    _, files = built(site)
    assert sorted(pictures(files)) == sorted([f"media/{QUAY_NAME}", f"media/{SEA_NAME}"])
    assert f'<img src="../../../media/{SEA_NAME}"' in files["flood/2024-03-01/1000-quay/index.html"].decode()


@pytest.mark.parametrize("left", ["nothing", "something else"])
def test_a_missing_picture_is_told_with_its_place(site, left):
    name = site / "content" / "flood" / "media" / QUAY_NAME
    name.unlink()
    if left == "something else":
        name.write_bytes(SVG)
    report, files = built(site)
    [told] = [d for d in report.diagnostics if d.code == "missing-picture"]
    assert (told.path, told.line) == (PAGE, 9)
    assert QUAY_NAME in told.what
    assert not pictures(files)
    page = files["flood/2024-03-01/1000-quay/index.html"].decode()
    assert "<img" not in page
    assert '<a href="https://example.org/q.png">Quay four</a>' in page


def test_a_picture_of_another_timeline_is_missing(site):
    keep(site, "map.png", QUAY, "fire")
    write(site, {PAGE: update("q", body="![Map](../../media/map.png)")})
    assert [d.code for d in built(site)[0].diagnostics if d.path == PAGE] == ["missing-picture"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_out_of_the_archive_is_refused(site, tmp_path):
    (tmp_path / "private.png").write_bytes(QUAY)
    (site / "content" / "flood" / "media" / "map.png").symlink_to(tmp_path / "private.png")
    assert "link-outside" in {d.code for d in check(BuildOptions(root=site, jobs=1))}


def test_an_update_that_is_nothing_but_a_picture_is_called_so(site):
    write(
        site,
        {PAGE: update("q", title="", time="2024-03-01T10:00:00+00:00", body=f"![](../../media/{QUAY_NAME})")},
    )
    _, files = built(site)
    assert "<h1" in (page := files["flood/2024-03-01/1000-quay/index.html"].decode())
    assert ">Picture</h1>" in page
