"""HTML to Markdown: every visible word stays, nothing can run, no depth breaks it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup import parse
from sitegen.markup.webpage import TooDeepError, check_depth, fragment, markdown, visible_text


def convert(html, base="https://example.org/live/"):
    return markdown((fragment(html),), base)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b> <i>three</i></p>", "One **two** *three*"),
        ("<p>One<br>two</p>", "One\\\ntwo"),
        ("One<p>Two</p>Three", "One\n\nTwo\n\nThree"),
        ("<ul><li>One<li>Two</ul>", "- One\n- Two"),
        ("<ol start=3><li>One<li>Two</ol>", "3. One\n4. Two"),
        ("<ul><li>One<ul><li>Two</ul></ul>", "- One\n\n  - Two"),
        ("<ul><li>One</ul><ul><li>Two</ul>", "- One\n\n* Two"),
        ("<blockquote><p>One</p><p>Two</p></blockquote>", "> One\n>\n> Two"),
        ("<a href='/x'>One</a>", "[One](https://example.org/x)"),
        ("<a href='mailto:a@example.org'>One</a>", "[One](mailto:a@example.org)"),
        (
            "<a href='#top'>One</a> <a href='javascript:alert(1)'>two</a> <a href='data:x'>three</a>",
            "One two three",
        ),
        ("<table><tr><th>A<th>B<tr><td>1|2<td>3</table>", "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |"),
        ("<table><tr><td>Only one</table>", "Only one"),
        ("<h2>Head</h2><p>Text</p>", "# Head\n\nText"),
        ("<hr>", "* * *"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<img src='/a.jpg' alt='A dog'>", "![A dog](https://example.org/a.jpg)"),
        ("<img src='/a.jpg' width=16 alt='Icon'>One", "One"),
        ("One <img src='/e.png' alt='🔥'>", "One 🔥"),
        (
            "<figure><img src='/a.jpg' alt='A dog'><figcaption>Rex</figcaption></figure>",
            '[Rex](https://example.org/a.jpg "A dog")',
        ),
        ("<img data-src='/a.jpg' src='data:x' alt='A dog'>", "![A dog](https://example.org/a.jpg)"),
        ("<iframe src='https://example.net/v' title='A film'></iframe>", "[A film](https://example.net/v)"),
        ("<script>alert(1)</script><style>p{}</style>One", "One"),
        ("<p>1986. A great year</p>", "1986\\. A great year"),
        ("<p># 5 dead</p><p>+ 5 C</p><p>* * *</p>", "\\# 5 dead\n\n\\+ 5 C\n\n\\* \\* \\*"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "\\<script>alert(1)\\</script>"),
        ("<p dir=rtl>مرحبا <b>بالعالم</b></p>", "مرحبا **بالعالم**"),
        ("<p>中<b>文</b>字</p>", "中**文**字"),
        ("snake_case and a*b*c", "snake_case and a\\*b\\*c"),
        ("", ""),
    ],
)
def test_what_becomes_of_it(html, text):
    assert convert(html) == text


_TEXTS = st.text(st.sampled_from("ab *_`[]()<>&;#+-.1!|~\\:\n“”中م"), max_size=12)
_INLINE = st.sampled_from(["b", "i", "a href='https://example.org/(x)_y'", "code", "s", "span", "sub"])
_BLOCK = st.sampled_from(
    ["p", "div", "ul", "ol", "li", "blockquote", "h3", "figure", "figcaption", "td", "table", "tr"]
)


def _wrapped(inner):
    return st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        _INLINE | _BLOCK,
        st.lists(inner, max_size=4),
    )


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


_PAGES = st.lists(st.recursive(_TEXTS.map(_escaped), _wrapped, max_leaves=12), max_size=4).map("".join)


@given(_PAGES)
def test_every_visible_word_stays(html):
    element = fragment(html)
    text = parse(markdown((element,))).text
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", visible_text(element))


@given(_PAGES)
def test_nothing_of_it_becomes_markup_that_runs(html):
    shown = parse(convert(html + "<a href='javascript:x'>y</a><img src=x onerror=z>")).html()
    assert not re.search(r"<(?:script|img|iframe)|href=\"(?!https?:|mailto:)", shown)


@pytest.mark.parametrize("levels", [1, 20, 60, 120, 240])
def test_deep_lists_and_quotes_lose_nothing(levels):
    html = "<ul><li>" * levels + "deep down" + "</li></ul>" * levels
    read = parse(convert(html))
    assert read.text == "deep down"
    assert not read.too_deep


@pytest.mark.parametrize("html", ["<div>" * 100_000, "<span>" * 501, "<b>" * 501 + "x", "<ul><li>" * 501])
def test_too_deep_is_refused_before_a_tree_is_built(html):
    with pytest.raises(TooDeepError):
        check_depth(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div></div>" * 10_000,
        "<p>" * 10_000,
        "<ul>" + "<li>x" * 10_000,
        "<br><img><hr>" * 10_000,
        "<!--" + "<div>" * 1_000 + "-->",
        "<script>" + "'<div>'" * 1_000 + "</script>",
        "<!--" * 100_000,
        "a < b " * 10_000,
    ],
)
def test_what_is_long_and_not_deep_is_read(html):
    check_depth(html)


def test_words_on_both_sides_of_an_edge_are_two():
    element = fragment("<p>One</p>two<div>three</div><span>four</span><span>five</span>")
    assert visible_text(element) == "One\ntwo\nthree\nfourfive"
    assert visible_text(element, cuts=set(element.iter("span"))).endswith("four five")
    assert visible_text(element, skip=set(element.iter("p"))) == "two\nthree\nfourfive"
