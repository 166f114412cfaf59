"""Pictures of saved pages: which file is taken, what the text says, what stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup import parse
from sitegen.markup.webpage import fragment, markdown

BASE = "https://example.org/live/"
KEPT = "../../media/k.jpg"


def convert(html, answer=KEPT):
    """The Markdown, and the saved files that were offered for each picture, without addresses in web archives."""
    offered = []

    def keep(found):
        files = [file for file in found if not file.startswith("https://")]
        offered.append(files)
        return answer if files else ""

    return markdown((fragment(html),), BASE, keep=keep), offered


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<img src='page_files/a.jpg' alt='A dog'>", f"![A dog]({KEPT})"),
        ("<img src='page_files/a.jpg'>", f"![]({KEPT})"),
        (
            "<img src='page_files/a.jpg' data-src='/orig.jpg' alt='A dog'>",
            f'![A dog]({KEPT} "https://example.org/orig.jpg")',
        ),
        (
            "<img src='data:image/png;base64,AAAA' data-sf-original-src='https://example.net/o.jpg' alt='A dog'>",
            f'![A dog]({KEPT} "https://example.net/o.jpg")',
        ),
        (
            "<figure><img src='page_files/a.jpg' srcset='https://example.org/s.jpg 1x, https://example.org/l.jpg 2x'"
            " alt='A \"dog\"'><figcaption>Rex. <i>Photo: A. Example</i></figcaption></figure>",
            f'![]({KEPT} "A \\"dog\\"")\\\n[Rex.](https://example.org/l.jpg) '
            "[*Photo: A. Example*](https://example.org/l.jpg)",
        ),
        (
            "<figure><img src='page_files/a.jpg'><figcaption><p>Rex</p> <div>Photo: A. Example</div></figcaption></figure>",
            f"![]({KEPT})\\\nRex\\\nPhoto: A. Example",
        ),
        (
            "<figure><img src='page_files/a.jpg' alt='Rex'><figcaption>Rex</figcaption></figure>",
            f"![]({KEPT})\\\nRex",
        ),
        (
            "<figure><div><img src='page_files/a.jpg' alt='A dog'></div><div>Rex</div></figure>",
            f"![A dog]({KEPT})\n\nRex",
        ),
        ("<p>One <img src='page_files/a.jpg' alt='A [dog]'> two</p>", f"One ![A \\[dog\\]]({KEPT}) two"),
        (
            "<table><tr><td>a<td><img src='page_files/a.jpg' alt='A|B'><tr><td>1<td>2</table>",
            f"| a | ![A\\|B]({KEPT}) |\n| --- | --- |\n| 1 | 2 |",
        ),
    ],
)
def test_a_kept_picture_stands_above_its_caption(html, text):
    assert convert(html)[0] == text


@pytest.mark.parametrize(
    ("html", "files"),
    [
        ("<img src='./A%20page_files/b%20%C3%BC.jpg?w=9#x'>", ["A page_files/b ü.jpg"]),
        ("<img src='Eine Seite-Dateien/a.jpg'>", ["Eine Seite-Dateien/a.jpg"]),
        ("<img src='page.files/image001.png'>", ["page.files/image001.png"]),
        ("<img src='page_files/%2e%2e/%2e%2e/secret'>", ["page_files/../../secret"]),
        ("<img src='DATA:image/png;base64,AA'>", ["DATA:image/png;base64,AA"]),
        ("<img src='x.gif' data-src='page_files/a.jpg'>", ["page_files/a.jpg"]),
        (
            "<picture><source srcset='page_files/l.webp 2x'><img src='page_files/s.jpg'></picture>",
            ["page_files/s.jpg", "page_files/l.webp"],
        ),
        (
            '<style>:root{--sf-img-10:url(data:x);--sf-img-1: url("data:image/jpeg;base64,QQ")}</style>'
            "<img src='x.gif' style='background-image:var(--sf-img-1)'>",
            ["data:image/jpeg;base64,QQ"],
        ),
        ("<img src='x.gif' style='background-image:var(--sf-img-1)'>", []),
        ("<img src='Pictures/private.jpg'>", []),
        ("<img src='photo.jpg'>", []),
        ("<img src='../page_files/a.jpg'>", []),
        ("<img src='/page_files/a.jpg'>", []),
        ("<img src='file:///data/page_files/a.jpg'>", []),
        ("<img src='C:\\page_files\\a.jpg'>", []),
        ("<img src='C:/page_files/a.jpg'>", []),
        ("<img src='\\\\server\\page_files/a.jpg'>", []),
        ("<img src='//server/page_files/a.jpg'>", []),
        ("<img src='https://example.org/page_files/a.jpg'>", []),
    ],
)
def test_only_files_that_were_saved_with_a_page_are_looked_for(html, files):
    assert convert(html, "")[1] == [files]


@pytest.mark.parametrize(
    "html",
    ["<img src='page_files/a.jpg' width=16 alt='Icon'>", "<img src='page_files/a.jpg' alt='🔥'>"],
)
def test_signs_are_not_offered(html):
    assert convert(html)[1] == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<img src='page_files/a.jpg' alt='A *dog*'>", "A \\*dog\\*"),
        ("<img src='page_files/a.jpg'>", ""),
        ("<h2><img src='page_files/a.jpg'></h2><ul><li><img src='page_files/a.jpg'></ul>", ""),
        ("<img src='page_files/a.svg' alt='A drawing'>", ""),
        ("<figure><img src='page_files/a.jpg' alt='A dog'><figcaption>Rex</figcaption></figure>", "Rex"),
        ("<figure><img src='page_files/a.jpg' alt='A dog'></figure><p>Text</p>", "A dog\n\nText"),
    ],
)
def test_no_address_is_made_up_for_a_picture_that_only_the_saved_page_has(html, text):
    assert markdown((fragment(html),), BASE) == text


_WORDS = st.sampled_from(["", "A dog", "[x](y) *z*", '"q"', "a\\", "&amp;lt;", "1. One"])
_SOURCES = st.sampled_from(["page_files/a.jpg", 'https://example.org/b"&copy;(.jpg', "/c.jpg"])
_IMG = st.builds(
    lambda src, more, alt: f"<img src='{src}' data-src='{more}' alt='{alt}'>".replace('"', "&quot;"),
    _SOURCES,
    _SOURCES,
    _WORDS,
)
_SAYS = st.sampled_from(
    ["Rex", "<p>Rex</p><p>Photo: A</p>", "<div>Rex</div>Photo", "<a href='/x'>Rex</a>", ""]
)
_FIGURE = st.builds(
    lambda images, says: f"<figure>{''.join(images)}<figcaption>{says}</figcaption></figure>",
    st.lists(_IMG, min_size=1, max_size=2),
    _SAYS,
)
_BARE = st.builds(lambda image, says: f"<figure><div>{image}</div>{says}</figure>", _IMG, _SAYS)
_LONE = _IMG.map("<p>{}</p>".format)
_PAGES = st.lists(_FIGURE | _BARE | _LONE | st.just("<p>Text</p>"), max_size=4).map("".join)


@given(_PAGES)
def test_a_text_says_the_same_with_and_without_its_pictures(html):
    without = markdown((fragment(html),), BASE)
    assert parse(convert(html)[0]).text.split() == parse(without).text.split()
    assert convert(html, "")[0] == without


@given(_PAGES)
def test_every_kept_picture_is_one_that_a_page_shows(html):
    names = []

    def keep(files):
        names.extend(f"k{len(names)}.jpg" for _ in files[:1])
        return f"../../media/{names[-1]}" if files else ""

    text = markdown((fragment(html),), BASE, keep=keep)
    assert [name for name, _ in parse(text).pictures] == names
