"""Layouts of plain text: every case of `fixtures/layouts.txt` is `title . input . expected .`."""

from pathlib import Path

import pytest

from sitegen import markup
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.text import TextImporter
from sitegen.ingest.conservation import missing_words

FIXTURES = Path(__file__).parent / "fixtures" / "layouts.txt"


def cases():
    lines = FIXTURES.read_text(encoding="utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    for start, middle, end in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        yield pytest.param(
            "\n".join(lines[start + 1 : middle]),
            lines[middle + 1 : end],
            id=lines[start - 1].replace(" ", "-"),
        )


def printed(stamp):
    if stamp.ago is not None:
        return f"ago {int(stamp.ago.total_seconds() // 60)}"
    day = f" {stamp.day}.{stamp.month}.{stamp.year or ''}" if stamp.day else ""
    offset = "" if stamp.offset_minutes is None else f" {stamp.offset_minutes:+d}"
    return f"{stamp.hour:02}:{stamp.minute:02}{day}{offset}{' ' + stamp.zone if stamp.zone else ''}"


def shown(entry):
    body = " / ".join(markup.parse(entry.body).text.split("\n")) if entry.body else ""
    parts = (printed(entry.stamp), entry.title, ", ".join(entry.authors), body)
    return " | ".join(parts).replace("|  |", "| |").replace("|  |", "| |").rstrip()


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_layouts(text, expected):
    document = TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))
    assert [shown(entry) for entry in document.entries] == expected
    assert missing_words(document.text or text, document) == ()
