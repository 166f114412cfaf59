"""Imports and corrections of one source: what a person decided stays, whatever is imported next."""

import json

import pytest
from archives import lists

from sitegen.content import read_site
from sitegen.content.edit import Words, amended
from sitegen.curation import find_actor, merge, open_desk, remove, rename, retag, write
from sitegen.ingest import ImportRequest, apply, plan_import
from sites import files_of

URL = "https://example.org/live/flood"
POSTS = (
    "Mayor Yelena Solovyova said that the lower town must be left.",
    "Karin Holm, a retired teacher, told reporters that her cellar is full.",
    "Mayor Elena Soloviova said that the water falls.",
)


def saving(count):
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"the river at hour {number} of the day",
            "datePublished": f"2024-03-01T{10 + number}:05:00+00:00",
            "articleBody": text,
            "url": f"{URL}#p{number}",
        }
        for number, text in enumerate(POSTS[:count])
    ]
    data = {
        "@type": "LiveBlogPosting",
        "headline": "flood: the river rises",
        "url": URL,
        "publisher": {"name": "Gazette"},
        "dateModified": f"2024-03-01T{12 + count}:00:00Z",
        "liveBlogUpdate": updates,
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f'<!doctype html><html lang="en">{script}<h1>flood: the river rises</h1>'


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "archive"
    (root / "content" / "actors").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Archive\n")
    return root


def take_in(root, count):
    file = root.parent / f"page{count}.html"
    file.write_text(saving(count))
    apply(plan_import(root, ImportRequest(document=file, options={"timeline": "flood"}), read_site(root)))


def correct(root, correction, *typed):
    desk = open_desk(root)
    write(correction(desk, *(find_actor(desk.corpus, word) for word in typed)))


def test_corrections_survive_the_same_document_and_a_later_saving(root):
    take_in(root, 3)
    assert [a.name for a in read_site(root).actors] == ["Elena Soloviova", "Karin Holm", "Yelena Solovyova"]
    correct(root, lambda desk, one, other: merge(desk, one, [other]), "Yelena Solovyova", "Elena Soloviova")
    correct(root, lambda desk, one: rename(desk, one, "Elena Solovyova"), "Yelena Solovyova")
    correct(root, lambda desk, one: remove(desk, [one]), "Karin Holm")
    file = next((root / "content/flood/updates").rglob("*hour-1*.md"))
    path = file.relative_to(root).as_posix()
    file.write_bytes(amended(path, file.read_bytes(), [Words(("actors",), ["elena-solovyova"])]))
    correct(root, retag)
    before = files_of(root / "content")
    decided = lists(root)
    assert sorted(decided.values()) == [((), ("elena-solovyova",), ()), *[(("elena-solovyova",), (), ())] * 2]
    take_in(root, 3)
    assert files_of(root / "content") == before
    take_in(root, 2)
    assert lists(root) == decided
    assert [actor.name for actor in read_site(root).actors] == ["Elena Solovyova"]


def test_a_later_saving_brings_new_updates_to_corrected_actors(root):
    take_in(root, 2)
    correct(root, lambda desk, one: rename(desk, one, "Elena Soloviova"), "Yelena Solovyova")
    correct(root, lambda desk, one: remove(desk, [one]), "Karin Holm")
    take_in(root, 3)
    assert [actor.slug for actor in read_site(root).actors] == ["elena-soloviova"]
    assert sorted(lists(root).values()) == [((), (), ()), *[(("elena-soloviova",), (), ())] * 2]
