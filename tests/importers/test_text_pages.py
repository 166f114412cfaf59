"""Whole pages as a person copies them: every case of `fixtures/texts/*.txt` is `title ~~~ input ~~~ expected ~~~`.

Below the title stands what a person has to say (`date=2022-01-06; zone=Europe/London`). What is expected is
a line each: `# headline`, `> standfirst`, `* key point`, then the updates as `time | title | authors | text`
with ` / ` between paragraphs, then `- ` and what is left out.
"""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen import markup
from sitegen.importers.protocol import SavedDocument
from sitegen.importers.text import TextImporter
from sitegen.ingest.conservation import missing_words
from sitegen.instants import Given, resolve

FIXTURES = Path(__file__).parent / "fixtures" / "texts"


def cases():
    for file in sorted(FIXTURES.glob("*.txt")):
        parts = [part.strip("\n") for part in file.read_text(encoding="utf-8").split("\n~~~\n")]
        for head, text, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            title, _, needs = head.partition("\n")
            said = dict(item.split("=") for item in needs.split("; ") if item)
            yield pytest.param(
                said, text, expected.removesuffix("\n~~~").split("\n"), id=f"{file.stem}: {title}"
            )


def given(said, document):
    return Given(
        date=said.get("date", "") or document.date,
        zone=ZoneInfo(said["zone"]) if "zone" in said else None,
        captured=datetime.fromisoformat(said["captured"]) if "captured" in said else None,
    )


def flat(text):
    return " / ".join(markup.parse(text).text.split("\n")) if text else ""


def shown(document, said):
    entries = document.entries
    found = resolve(
        [entry.stamp for entry in entries], given(said, document), newest_first=document.newest_first
    )
    assert found.questions == ()
    yield from [f"# {document.title}"] if document.title else []
    yield from [f"> {flat(document.summary)}"] if document.summary else []
    yield from (f"* {point}" for point in document.key_points)
    for entry, instant in zip(entries, found.instants, strict=True):
        unit = "seconds" if instant.time.second else "minutes"
        parts = (
            instant.time.isoformat(timespec=unit),
            entry.title,
            ", ".join(entry.authors),
            flat(entry.body),
        )
        yield " | ".join(parts).rstrip()
    yield from (f"- {item.text}" for item in document.left_out)


@pytest.mark.parametrize(("said", "text", "expected"), list(cases()))
def test_pages(said, text, expected):
    document = TextImporter().read(SavedDocument(name="page.txt", data=text.encode()))
    assert list(shown(document, said)) == expected
    assert missing_words(document.text or text, document) == ()


def test_there_are_pages_of_many_layouts():
    assert len(list(cases())) > 100
