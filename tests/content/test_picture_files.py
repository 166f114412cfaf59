import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures import SVG, avif, gif, jpeg, png, webp
from sitegen.content import read_corpus
from sitegen.content.pictures import Raster, name_of, recognise


@pytest.mark.parametrize(
    ("data", "raster"),
    [
        (png(300, 200), Raster(ending="png", width=300, height=200)),
        (jpeg(300, 200), Raster(ending="jpg", width=300, height=200)),
        (jpeg(300, 200, turned=True), Raster(ending="jpg", width=200, height=300)),
        (gif(300, 200), Raster(ending="gif", width=300, height=200)),
        (webp(300, 200), Raster(ending="webp", width=300, height=200)),
        (avif(300, 200), Raster(ending="avif", width=300, height=200)),
    ],
)
def test_a_picture_is_known_by_its_bytes(data, raster):
    assert recognise(data) == raster


@pytest.mark.parametrize(
    "data",
    [
        b"",
        SVG,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html><script>alert(1)</script>",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        png(300, 200)[:20],
        png(0, 0),
        b"BM" + bytes(60),
        b"II*\0" + bytes(60),
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"\0\0\0\x18ftypmp42\0\0\0\0isommp42",
        b"%PDF-1.7",
        b"P6 300 200 255",
        b" " + png(),
    ],
)
def test_anything_else_is_none(data):
    assert recognise(data) is None


@given(st.sampled_from([png(), jpeg(), gif(), webp(), avif()]), st.data())
def test_broken_pictures_are_told_apart_without_failing(whole, data):
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    place = data.draw(st.integers(0, max(0, len(cut) - 1)))
    found = recognise(cut[:place] + data.draw(st.binary(max_size=8)) + cut[place + 4 :])
    assert found is None or (found.width > 0 and found.height > 0)


def _site(root, **files):
    folder = root / "content" / "t" / "media"
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    return read_corpus(root)


def test_the_pictures_of_a_timeline_are_content(tmp_path):
    data = png(300, 200)
    name = name_of(data, "png")
    corpus, found = _site(tmp_path, **{name: data, "by-hand__JPG": data, "README": b"Where these come from"})
    assert not found
    by_hand, kept = sorted(corpus.pictures, key=lambda picture: picture.name == name)
    assert (by_hand.name, by_hand.ending, kept.name) == ("by-hand.JPG", "png", name)
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert (kept.timeline, kept.width, kept.height) == ("t", 300, 200)


@pytest.mark.parametrize(
    ("name", "data", "code", "kept"),
    [
        ("map__png", SVG, "not-a-picture", 0),
        ("map__svg", SVG, "stray-file", 0),
        ("a map__png", png(), "stray-file", 0),
        ("0123456789abcdef__png", png(), "picture-changed", 1),
    ],
)
def test_what_is_no_picture_or_another_one_is_told(tmp_path, name, data, code, kept):
    corpus, found = _site(tmp_path, **{name: data})
    assert [(d.code, d.severity) for d in found] == [(code, "warning")]
    assert len(corpus.pictures) == kept
