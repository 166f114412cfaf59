"""Formats other than plain text, from the document to the content files."""

from sitegen.content import read_site
from sitegen.ingest import ImportRequest, apply, plan_import

CAPTURE = """---
title: Harbour fire
url: https://example.org/live
date: 2024-03-01
---

**14:05 Smoke**

![Quay](https://example.org/{when}/a.jpg)

It burns.
"""

LATER = """
**14:20 All clear**

Ships leave.
"""

KNOWN = {"timeline": "harbour-fire", "timezone": "Europe/London", "publisher": "The Harbour Gazette"}


def archive(tmp_path):
    root = tmp_path / "archive"
    root.mkdir()
    (root / "site.yaml").write_text("title: Archive\nlanguage: en\n")
    return root


def put(root, tmp_path, name, text, **more):
    document = tmp_path / name
    document.write_text(text, encoding="utf-8")
    plan = plan_import(root, ImportRequest(document=document, options={**KNOWN, **more}), read_site(root))
    assert not plan.questions
    apply(plan)
    return read_site(root).updates


def test_the_date_in_the_front_matter_dates_the_updates(tmp_path):
    text = CAPTURE.format(when=1) + LATER
    updates = put(archive(tmp_path), tmp_path, "a.md", text)
    assert [update.time.isoformat() for update in updates] == [
        "2024-03-01T14:05:00+00:00",
        "2024-03-01T14:20:00+00:00",
    ]
    assert "'date' in the front matter" in updates[0].time_basis


def test_savings_that_differ_in_the_address_of_a_picture_hold_one_update(tmp_path):
    root = archive(tmp_path)
    put(root, tmp_path, "a.md", CAPTURE.format(when=1) + LATER, captured="2024-03-01T15:00+00:00")
    later = CAPTURE.format(when=2) + LATER + "\n**14:40 Over**\n\nGone.\n"
    updates = put(root, tmp_path, "b.md", later, captured="2024-03-01T16:00+00:00")
    assert [update.title for update in updates] == ["Smoke", "All clear", "Over"]


def test_a_time_that_is_not_exact_says_so(tmp_path):
    text = "| Time | Event |\n|---|---|\n| ~14:05 | Smoke |\n| 14:20 | Calm |\n"
    updates = put(archive(tmp_path), tmp_path, "a.md", text, date="2024-03-01")
    assert updates[0].time_basis.startswith("printed time, not exact; ")
    assert updates[1].time_basis.startswith("printed time; ")


def test_named_columns_are_remembered(tmp_path):
    root = archive(tmp_path)
    text = "x,y,z\n2024-03-01 14:05,A,B\n2024-03-01 14:20,C,D\n"
    updates = put(root, tmp_path, "a.csv", text, columns="time=x,text=z")
    assert [update.body.strip() for update in updates] == ["B", "D"]
    assert "columns: time=x,text=z" in (root / "seeds" / "a.csv.yaml").read_text()
