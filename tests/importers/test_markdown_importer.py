"""Markdown: which lines open an update, which tables tell updates, what the front matter says."""

import pytest

from sitegen.importers.markdown import MarkdownImporter
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument
from sitegen.importers.registry import choose
from sitegen.ingest.conservation import missing_words

FRONT = """---
title: "Harbour fire, as it happened"
date: 2024-03-01
url: https://example.org/live
lang: en-GB
author: Port desk
tags: [fire, port]
---

# Harbour fire

A fire on quay four.

---- **Live** ----

"""

HEADINGS = (
    FRONT
    + """## 14:05 - Smoke over quay four

It burns. See [the map](https://example.org/map).

- Two ships leave at 15:30

## 14:20

Calm at 9.50 euros, score 2:1.

---

Subscribe to our letter.
"""
)

BOLD = (
    FRONT
    + """**- 14:20 All clear -**
 Two ships leave.

<figure><img src="https://example.org/a_ü.jpg" alt=""><figcaption>Quay <b>four</b></figcaption></figure>

**- 14:05 -**
 It burns<br>and burns.

**Nobody** was hurt.
"""
)

ITEMS = """# Outage, 1 March 2024

Times in UTC.

- 14:05 - Alarms ring.
- **14:07**: Someone looks.
- 14:30 [Dashboard](https://example.org/d) turns green.
"""

BELOW = """## Smoke

*14:05, Ada Example*

It burns.

## All clear

*14:20, Ben Sample*

Calm.
"""

TABLE = """# Harbour fire

| Time | What happened | Hurt | Source |
|---|:--|---|---|
| **Mar 1** | | | |
| ~23:50 | Smoke over *quay* four | - | [Gazette](https://example.org/1) |
| 23:58-23:59 | 1. Engines<br>arrive \\| leave | 2 hurt | - |
| **Mar 2** |
| 00:10 | * Out || [Gazette](https://example.org/2) |

Put together by hand.
"""


def saved(text, **more):
    return SavedDocument(name="page.md", data=text.encode(), **more)


def read(text, **more):
    document = MarkdownImporter().read(saved(text, **more))
    assert missing_words(document.text, document) == ()
    return document


def times(document):
    return [(entry.stamp.hour, entry.stamp.minute) for entry in document.entries]


def test_headings_with_a_time_open_updates():
    document = read(HEADINGS)
    assert [(entry.stamp.text, entry.title) for entry in document.entries] == [
        ("14:05", "Smoke over quay four"),
        ("14:20", ""),
    ]
    assert document.entries[0].body.endswith("- Two ships leave at 15:30")
    assert document.entries[0].locator == "line 16"
    assert document.entries[1].body == "Calm at 9.50 euros, score 2:1."
    assert "Subscribe to our letter." in [item.text for item in document.left_out]


def test_the_front_matter_is_read_and_what_has_no_place_is_listed():
    document = read(HEADINGS)
    assert (document.title, document.url, document.language) == (
        "Harbour fire, as it happened",
        "https://example.org/live",
        "en-GB",
    )
    assert (document.date, document.date_basis) == ("2024-03-01", "'date' in the front matter")
    assert document.summary == "A fire on quay four."
    texts = [item.text for item in document.left_out]
    assert {"Port desk", "fire\nport", "Harbour fire", "---- Live ----"} <= set(texts)


def test_toml_front_matter_is_read_too():
    document = read('+++\ntitle = "Harbour"\ndate = 2024-03-01T10:00:00Z\n+++\n' + BELOW)
    assert (document.title, document.date) == ("Harbour", "2024-03-01")


def test_bold_lines_with_a_time_open_updates_and_html_becomes_markdown():
    document = read(BOLD)
    assert [entry.title for entry in document.entries] == ["All clear", ""]
    assert document.newest_first
    assert "<" not in "".join(entry.body for entry in document.entries)
    assert "a_%C3%BC.jpg" in document.entries[0].body
    assert "Quay" in document.entries[0].body
    assert document.entries[1].body == "It burns\\\nand burns.\n\n**Nobody** was hurt."


def test_items_of_a_list_are_updates():
    document = read(ITEMS)
    assert times(document) == [(14, 5), (14, 7), (14, 30)]
    assert document.entries[2].body == "[Dashboard](https://example.org/d) turns green."
    assert document.summary == "Times in UTC."


def test_a_time_below_a_heading_is_that_of_its_update():
    document = read(BELOW)
    assert [(entry.title, entry.authors) for entry in document.entries] == [
        ("Smoke", ("Ada Example",)),
        ("All clear", ("Ben Sample",)),
    ]


def test_day_headings_date_the_updates_below_them():
    document = read("## Friday, 1 March 2024\n\n### 23:50\n\nA\n\n## 2 March\n\n### 00:10\n\nB\n")
    assert [(e.stamp.year, e.stamp.month, e.stamp.day) for e in document.entries] == [
        (2024, 3, 1),
        (None, 3, 2),
    ]


def test_rows_of_a_table_are_updates_and_rows_that_are_days_date_them():
    document = read(TABLE)
    assert times(document) == [(23, 50), (23, 58), (0, 10)]
    assert [(e.stamp.month, e.stamp.day) for e in document.entries] == [(3, 1), (3, 1), (3, 2)]
    assert [e.stamp.text for e in document.entries] == ["~23:50", "23:58-23:59", "00:10"]
    assert [e.stamp.instant_basis for e in document.entries] == ["printed time, not exact"] * 2 + [""]
    assert document.entries[0].body == ("Smoke over *quay* four\n\nSource: [Gazette](https://example.org/1)")
    assert document.entries[1].body.endswith("\n\nHurt: 2 hurt")
    assert "Put together by hand." in [item.text for item in document.left_out]


def test_columns_can_be_said():
    text = "| a | b |\n|---|---|\n| 14:05 | 15:00 |\n| 14:10 | 15:10 |\n"
    assert times(read(text, columns="time=b,text=a")) == [(15, 0), (15, 10)]


def test_a_document_without_front_matter_may_start_with_a_rule():
    document = read("---\n\n## 14:05\n\nA\n\n---\n\n## 14:20\n\nB\n")
    assert [entry.body for entry in document.entries] == ["A", "B"]


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n\nThe train left at 14:05.\n\nIt came at **15:10** and left at **15:20**.\n",
        "# Changelog\n\n## 1.10 - 2024-01-05\n\n- New.\n\n## 1.2 - 2024-01-01\n\n- Old.\n",
        "# Prices\n\n| Item | Price |\n|---|---|\n| Tea | 1.25 |\n| Cake | 2.50 |\n",
        "# Scores\n\n- Home 2:1 Away\n- North 0:0 South\n",
        "## Call 1309 now\n\nText.\n\n## In 1945 it ended\n\nText.\n",
        "# One\n\n## 14:05\n\nOnly one.\n",
        "Plain text.\n",
        "",
    ],
)
def test_what_has_no_times_of_updates_is_left_alone(text):
    assert MarkdownImporter().sniff(saved(text)) == 0
    with pytest.raises(NotALiveBlogError):
        MarkdownImporter().read(saved(text))


def test_front_matter_that_is_broken_is_named_with_its_line():
    with pytest.raises(NotALiveBlogError, match="front matter can't be read: line 3"):
        MarkdownImporter().read(saved("---\ntitle: x\n a: [\n---\n" + BELOW))


@pytest.mark.parametrize("text", [HEADINGS, BOLD, ITEMS, BELOW, TABLE])
def test_markdown_is_recognised(text):
    assert choose(saved(text)).name == "markdown"


def test_plain_text_with_stamp_lines_stays_plain_text():
    text = "Headline\n\n13:30 , Ada Example\n\nText.\n\nTitle\n\n13:35 , Ada Example\n\n- one\n- two\n"
    assert choose(saved(text)).name == "text"


def test_columns_that_no_table_has_are_named():
    with pytest.raises(
        NotALiveBlogError, match="--columns names 'when', and the columns are: Time, What happened"
    ):
        MarkdownImporter().read(saved(TABLE, columns="time=when,text=what"))
