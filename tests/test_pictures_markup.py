"""Pictures that the archive keeps, in Markdown and on pages."""

import re

import pytest

from sitegen import markup
from sitegen.markup.pictures import names_in, reference, referred
from sitegen.markup.sanitise import clean

QUAY = markup.Shown(path="media/0123456789abcdef.jpg", width=800, height=600)
SHOWN = {"quay.jpg": QUAY, "sea.webp": markup.Shown(path="media/fedcba9876543210.webp", width=90, height=70)}
IMG = '<img src="../media/0123456789abcdef.jpg" width="800" height="600" loading="lazy" alt="{}">'
SEA = '<img src="../media/fedcba9876543210.webp" width="90" height="70" loading="lazy" alt="{}">'
ORIGIN = '<a href="https://example.org/q.jpg" title="https://example.org/q.jpg">{}</a>'


def page(text):
    return markup.resolve(markup.parse(text).html((), SHOWN), "../").strip()


@pytest.mark.parametrize(
    ("text", "html", "words"),
    [
        ("![A quay](../../media/quay.jpg)", f"<figure>{IMG.format('A quay')}</figure>", "A quay"),
        (
            '![A quay](../../media/quay.jpg "https://example.org/q.jpg")',
            f"<figure>{ORIGIN.format(IMG.format('A quay'))}</figure>",
            "A quay",
        ),
        (
            '![](../../media/quay.jpg "https://example.org/q.jpg")',
            f"<figure>{ORIGIN.format(IMG.format(''))}</figure>",
            "",
        ),
        (
            '![](../../media/quay.jpg "A quay")\\\n[Quay *four*](https://example.org/q.jpg)',
            f"<figure>{IMG.format('A quay')}<figcaption>"
            '<a href="https://example.org/q.jpg">Quay <em>four</em></a></figcaption></figure>',
            "Quay four",
        ),
        (
            "![](../../media/quay.jpg)\n![](../../media/sea.webp)\nBoth",
            f"<figure>{IMG.format('')}\n{SEA.format('')}<figcaption>Both</figcaption></figure>",
            "Both",
        ),
        ("![](../../media/quay.jpg) Running text", f"<p>{IMG.format('')} Running text</p>", "Running text"),
        ("Text ![A](../../media/quay.jpg) more", f"<p>Text {IMG.format('A')} more</p>", "Text A more"),
        ("- ![A](../../media/quay.jpg)\n- B", f"<ul>\n<li>{IMG.format('A')}</li>\n<li>B</li>\n</ul>", "A B"),
        (
            '![<b>"A"](../../media/quay.jpg)',
            f"<figure>{IMG.format('&lt;b&gt;&quot;A&quot;')}</figure>",
            '<b>"A"',
        ),
    ],
)
def test_a_kept_picture_is_shown(text, html, words):
    assert page(text) == html
    assert markup.parse(text).text.split() == words.split()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A quay](../../media/gone.jpg)", "<p>A quay</p>"),
        (
            '![A quay](../../media/gone.jpg "https://example.org/q.jpg")',
            '<p><a href="https://example.org/q.jpg">A quay</a></p>',
        ),
        ("[A quay](../../media/quay.jpg)", "<p><a>A quay</a></p>"),
        ("![A quay](https://example.org/a.jpg)", '<p><a href="https://example.org/a.jpg">A quay</a></p>'),
        (
            "![](https://example.org/a.jpg)",
            '<p><a href="https://example.org/a.jpg">https://example.org/a.jpg</a></p>',
        ),
    ],
)
def test_any_other_picture_is_its_words_or_a_link(text, html):
    assert page(text) == html


@pytest.mark.parametrize(
    "address",
    [
        "../../../media/quay.jpg",
        "../../media/../quay.jpg",
        "../../media/sub/quay.jpg",
        "../../media/quay.svg",
        "../../media/quay.jpg?x",
        "../../media/quay.jpg#x",
        "../../media/%71uay.jpg",
        "../../media/.jpg",
        "../../media/..jpg",
        "..\\..\\media\\quay.jpg",
        "/media/quay.jpg",
        "media/quay.jpg",
        "file:///media/quay.jpg",
        "site:/media/quay.jpg",
        "//example.org/quay.jpg",
        "data:image/png;base64,AAAA",
        "../../media/quay.jpg\u202e",
    ],
)
def test_no_other_address_is_a_picture_of_the_archive(address):
    assert referred(address) == ""
    assert "<img" not in page(f"![A]({address})")
    assert "<img" not in page(f"![A](<{address}>)")


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://example.org/a.jpg">',
        '<img src="../media/a.jpg" onerror="x()">',
        '<img src="data:image/png;base64,AAAA" srcset="https://example.org/a.jpg 2x">',
        '<img src="//example.org/a.jpg" style="position:fixed">',
    ],
)
def test_the_last_gate_lets_no_foreign_picture_pass(html):
    assert not re.search(r"src|style|on\w+=", clean(html))


def test_names_are_found_without_reading_markdown():
    text = f'![a]({reference("quay.jpg")})\n\n> ![]({reference("sea.webp")} "b") {reference("other.png")}'
    assert names_in(text) == {"quay.jpg", "sea.webp"}


def test_each_picture_of_a_text_has_its_line():
    text = "One\n\n![a](../../media/quay.jpg)\\\nb\n\n- ![](../../media/gone.png)"
    assert markup.parse(text).pictures == (("quay.jpg", 2), ("gone.png", 5))
