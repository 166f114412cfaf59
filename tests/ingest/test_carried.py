"""A picture that one saving was kept with stays in the text, whatever another saving was kept without."""

import pytest

from pictures import png
from sitegen.content import read_site
from sitegen.content.pictures import name_of
from sitegen.ingest import ImportRequest, apply, plan_import
from sitegen.ingest.carried import with_pictures
from sites import files_of

QUAY = png(800, 600, 90)
KEPT = f"../../media/{name_of(QUAY, 'png')}"


@pytest.mark.parametrize(
    ("body", "other", "made"),
    [
        ("Now.\n\n[The quay](https://e.org/a.png)", f"Then.\n\n![]({KEPT})\\\n[The quay](https://e.org/q)", f"Now.\n\n![]({KEPT})\\\n[The quay](https://e.org/q)"),
        ("![](https://e.org/a.png)", f'![]({KEPT} "https://e.org/a.png")', f'![]({KEPT} "https://e.org/a.png")'),
        ("Now ![the quay](https://e.org/a.png).", f"Now ![the quay]({KEPT}).", f"Now ![the quay]({KEPT})."),
        ("![](https://e.org/b.png)", f'![]({KEPT} "https://e.org/a.png")', "![](https://e.org/b.png)"),
        ("[The sea](https://e.org/a.png)", f"![]({KEPT})\\\n[The quay](https://e.org/q)", "[The sea](https://e.org/a.png)"),
        ("The picture is gone.", f"![The quay]({KEPT})", "The picture is gone."),
        ("![](../../media/b.png)\\\nThe quay", f"![]({KEPT})\\\nThe quay", "![](../../media/b.png)\\\nThe quay"),
        ("Photo: A\n\nText.\n\nPhoto: A", f"![]({KEPT})\\\nPhoto: A\n\nText.", "Photo: A\n\nText.\n\nPhoto: A"),
        ("Photo: A", f"![]({KEPT})\\\nPhoto: A\n\n![](../../media/b.png)\\\nPhoto: A", "Photo: A"),
        ("The quay", "The quay", "The quay"),
    ],
)  # fmt: skip
def test_the_same_paragraph_shows_the_picture_and_no_other(body, other, made):
    assert with_pictures(body, other) == made


def page(src, text):
    figure = f'<figure><img src="{src}" alt="Sandbags"><figcaption>The quay. Photo: A. Example</figcaption></figure>'
    updates = "".join(
        f'<article id="p{n}"><time datetime="2024-03-01T1{n}:05:00+00:00">1{n}:05</time><h2>Sluice {n} is closed</h2>'
        f"<p>The gates of sluice {n} {text if n == 1 else 'went down'}, and the water stays out for now.</p>{figure if n < 2 else ''}</article>"
        for n in range(4)
    )
    head = '<meta property="og:site_name" content="Gazette"><link rel="canonical" href="https://example.org/live/flood">'
    return f'<!doctype html><html lang="en"><head>{head}</head><body><h1>Flood</h1><main>{updates}</main></body></html>'


def imported(root, documents):
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    for document, day, keep in documents:
        told = {"timeline": "flood", "timezone": "UTC", "captured": f"2024-03-0{day}T08:00:00+00:00"}
        request = ImportRequest(document=document, options=told | {"keep_images": keep})
        apply(plan_import(root, request, read_site(root)))
        assert plan_import(root, request, read_site(root)).writes == ()
    return [update.body for update in read_site(root).updates]


@pytest.mark.parametrize("with_them", [2, 3])
def test_either_saving_may_be_the_one_with_pictures(tmp_path, with_them):
    saved, bare = tmp_path / "saved.html", tmp_path / "bare.html"
    saved.write_text(page("saved_files/quay.png", "went down"))
    bare.write_text(
        page("https://example.org/a/long/address/of/the/quay.png?width=1200", "went down at last")
    )
    (tmp_path / "saved_files").mkdir()
    (tmp_path / "saved_files" / "quay.png").write_bytes(QUAY)
    one, other = tmp_path / "one", tmp_path / "other"
    documents = [(saved, with_them, True), (bare, 5 - with_them, False)]
    bodies = imported(one, documents)
    assert [KEPT in body for body in bodies] == [True, True, False, False]
    assert ("at last" in bodies[1]) is (with_them == 2)
    assert imported(other, documents[::-1]) == bodies
    assert files_of(one) == files_of(other)
