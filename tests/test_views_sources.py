"""What readers see of sources: every saving, what may be told twice, whose language it is, and nothing where nothing is known."""

import json
import re
from itertools import product
from pathlib import Path

import pytest
from lxml import html

from sitegen.annotate import annotate
from sitegen.config import Site
from sitegen.content import read_site
from sitegen.exports import export_files
from sitegen.plan import plan_pages
from sitegen.render import render
from sitegen.theme import load_theme
from sitegen.views.frame import make_frame
from sitegen.views.make import make_view
from sites import SITE, path_of, update, write

OLD, NEW = "a" * 64, "b" * 64
WIRE = "content/flood/sources/wire.yaml"
SAVED_TWICE = f"""publisher: Sample Wire
title: Flood live
document: seeds/late.html
sha256: {NEW}
captured: 2024-03-03T09:00:00+00:00
inferred: [found in the later one]
captures:
  - document: seeds/early.html
    sha256: {OLD}
    title: Flood begins
    updates: [u1, u2]
    left_out: [{{locator: line 7, text: Share this, reason: buttons}}]
  - document: seeds/late.html
    sha256: {NEW}
    captured: 2024-03-03T09:00:00+00:00
    title: Flood live
    updates: [u2, u3]
"""
CHANGED = f"""
  - sha256: {OLD}
    time: 2024-03-01T09:00:00+00:00
    title: Bridge closes
    text_sha256: {"c" * 64}
    body: It closes.
"""


@pytest.fixture
def pages(tmp_path):
    """Makes the pages of a small site, with some files changed: path -> parsed page."""

    def make(changes, **site):
        write(tmp_path, {**SITE, **changes})
        archive, _ = annotate(read_site(tmp_path))
        theme = load_theme("chronicle", site_themes=Path("no-such-folder"))
        assets = {file.name: file.path for file in theme.static}
        settings = Site(title="Rivers", base_url="https://example.org/", **site)
        frame = make_frame(settings, archive, assets, "search/meta.js")
        planned = plan_pages(archive)
        made = {
            p.path: html.document_fromstring(render(make_view(frame, p), theme).decode()) for p in planned
        }
        return made, {file.path: file.data for file in export_files(frame, planned)}

    return make


def words(element):
    return " ".join(element.text_content().split())


def spoken(element):
    """The language and direction of an element's words."""
    return element.xpath("ancestor-or-self::*[@lang][1]/@lang") + element.xpath(
        "ancestor-or-self::*[@dir][1]/@dir"
    )


def test_every_saving_is_on_the_page_of_the_source_with_its_own_findings(pages):
    made, data = pages({WIRE: SAVED_TWICE})
    source = made["sources/wire/index.html"]
    late, early = source.xpath("//section[contains(@class, 'saving ') or @class='record saving']")
    assert "Saving 2 of 2" in words(late)
    assert [
        text in words(early) for text in ("Flood begins", "seeds/early.html", OLD, "nobody said when")
    ] == ([True] * 4)
    assert "Share this" in words(early)
    assert "Share this" not in words(late)
    assert "found in the later one" in words(late)
    assert "found in the later one" not in words(early)
    assert "1 update stands in no older saving" in words(late)
    assert "1 update of older savings is not in it" in words(late)
    (record,) = json.loads(data["data/timelines/flood.json"])["sources"]
    assert [saving["sha256"] for saving in record["savings"]] == [OLD, NEW]


def test_every_hash_on_the_page_of_an_update_leads_to_its_saving(pages):
    made, _ = pages(
        {
            WIRE: SAVED_TWICE,
            path_of(name="0930-bridge-shut"): update(
                "u2", title="Bridge shut", time="2024-03-01T09:30:00+00:00", history=CHANGED
            ),
        }
    )
    anchors = set(made["sources/wire/index.html"].xpath("//@id"))
    for name, hashes in (
        ("2024-03-01/0800-water-rises", [OLD]),
        ("2024-03-01/0930-bridge-shut", [NEW, OLD]),
        ("2024-03-02/0700-water-falls", [NEW]),
    ):
        page = made[f"flood/{name}/index.html"]
        links = page.xpath("//a[code][contains(@href, '#saving-')]")
        assert [words(link) for link in links if len(words(link)) == len(OLD)] == hashes
        assert {link.get("href").partition("#")[2] for link in links} <= anchors
        dropped = "The newest saving of the source does not have this update." in words(page)
        assert dropped is (hashes == [OLD])
    assert "1 update says something else in a newer saving" in words(made["sources/wire/index.html"])


@pytest.mark.parametrize(("now", "told"), [("The river rises.", False), ("The river rises fast.", True)])
def test_an_update_that_was_edited_after_the_import_says_so(pages, now, told):
    before, _ = pages({})
    (digest,) = before["flood/2024-03-01/0930-bridge-shut/index.html"].xpath(
        "//div[dt='SHA-256 of this text']/dd/code/text()"
    )
    written = f"written: [{{id: u2, path: x.md, text_sha256: {digest}, file_sha256: {NEW}}}]\n"
    body = {"body": now} if told else {"body": "The bridge is shut, said the Mayor."}
    made, _ = pages(
        {
            WIRE: SITE[WIRE] + written,
            path_of(name="0930-bridge-shut"): update(
                "u2", title="Bridge shut", time="2024-03-01T09:30:00+00:00", **body
            ),
        }
    )
    page = made["flood/2024-03-01/0930-bridge-shut/index.html"]
    assert [words(dd).endswith(digest) for dd in page.xpath("//div[dt='Edited']/dd")] == [True] * told


def test_what_two_sources_may_tell_alike_is_on_the_pages_of_both(pages):
    other = "publisher: Other\ntitle: River diary\nlikely_duplicates: [{id: o1, other: u1, why: same words}, {id: o1, other: gone}]\n"
    made, data = pages(
        {
            "content/flood/sources/other.yaml": other,
            path_of(name="0801-rise"): update("o1", title="It rises").replace(
                "source: wire", "source: other"
            ),
        }
    )
    pairs = {
        "flood/2024-03-01/0800-water-rises/index.html": ["It rises"],
        "flood/2024-03-01/0801-rise/index.html": ["Water rises"],
        "flood/2024-03-01/0930-bridge-shut/index.html": [],
        "sources/wire/index.html": ["Water rises", "It rises"],
        "sources/other/index.html": ["It rises", "Water rises"],
    }
    for path, titles in pairs.items():
        page = made[path]
        assert [words(link) for link in page.xpath("//ul[@class='pairs']//a")] == titles
        assert ("same words" in words(page)) is bool(titles)
    told = {s["id"]: s["likely_duplicates"] for s in json.loads(data["data/timelines/flood.json"])["sources"]}
    assert told["wire"] == [{"id": "u1", "other": "o1", "why": "same words"}]


@pytest.mark.parametrize(
    ("site", "chrome"), [("en", ["en", "ltr"]), ("de", ["en", "ltr"]), ("fa", ["en", "rtl"])]
)
def test_texts_are_in_the_language_of_their_source_and_the_rest_is_not(pages, site, chrome):
    made, data = pages({WIRE: SITE[WIRE] + "language: ar\nsummary: Words.\n"}, language=site)
    update_page = made["flood/2024-03-01/0800-water-rises/index.html"]
    for page in made.values():
        assert page.get("lang") == site
    for path, texts in {
        "flood/2024-03-01/0800-water-rises/index.html": "//h1 | //div[@class='prose']",
        "flood/chronology/2024-03-01/index.html": "//h2 | //div[@class='prose']",
        "flood/index.html": "//p[@class='line-headline'] | //p[@class='excerpt']",
        "sources/wire/index.html": "//h1 | //div[@class='prose standfirst'] | //p[@class='line-headline']",
    }.items():
        found = made[path].xpath(texts)
        assert found
        assert {tuple(spoken(text)) for text in found} == {("ar", "rtl")}, path
    assert spoken(made["flood/index.html"].xpath("//h1")[0]) == ["en", "ltr"]
    (label,) = update_page.xpath("//h2[@id='record']")
    assert spoken(label) == chrome if site == "fa" else spoken(label)[0] == "en"
    assert json.loads(data["feed.json"])["items"][0]["language"] == "ar"
    assert b'xml:lang="ar"' in data["feed.xml"]


DANGLING = re.compile(r"^[·,:;–/]|[·,;–]$|\(\s*\)|[·,:;–] *[·,:;–]| [,:;)]|\( ")


@pytest.mark.parametrize("known", tuple(product((True, False), repeat=4)), ids=str)
def test_what_is_not_known_leaves_no_trace(pages, known):
    publisher, title, author, url = (
        text if there else ""
        for text, there in zip(("Wire", "Flood", "Desk", "https://example.org/f"), known, strict=True)
    )
    head = {"title": title, "body": "The Mayor came.", "authors": f"[{author}]" if author else None}
    made, _ = pages(
        {
            WIRE: f"publisher: '{publisher}'\ntitle: '{title}'\n{f'url: {url}' if url else ''}\n",
            path_of(): update(**head),
        }
    )
    for path, page in made.items():
        (name,) = page.xpath("//head/title/text()")
        description = page.xpath("//meta[@name='description']/@content")
        blocks = page.xpath("//p | //h1 | //h2 | //h3 | //dd | //dt | //li[not(*)] | //option")
        for text in (name, *description, *map(words, blocks)):
            assert not DANGLING.search(text), (path, text)
        assert not page.xpath(
            "//dd[not(normalize-space())] | //a[not(normalize-space()) and not(.//*[local-name()='rect'])]"
        ), path


def test_the_introduction_of_a_source_is_safe_paragraphs(pages):
    text = "summary: |-\n  One *here*.\n\n  <script>alert(1)</script>\n\n  [two](javascript:alert(1))\n"
    (prose,) = pages({WIRE: SITE[WIRE] + text})[0]["sources/wire/index.html"].xpath(
        "//div[@class='prose standfirst']"
    )
    assert [words(p) for p in prose.xpath("p")][:2] == ["One here.", "<script>alert(1)</script>"]
    assert len(prose.xpath("p")) == 3
    assert not prose.xpath(".//script | .//a[contains(@href, 'javascript')]")
