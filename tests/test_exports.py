"""Feeds, sitemap and data files."""

import csv
import json
from xml.etree import ElementTree as ET

import pytest

from sitegen.build import BuildOptions, build
from sitegen.exports import sitemap as sitemap_module
from sites import SITE, files_of, path_of, update, write

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://example.org/archive/"


@pytest.fixture
def site(tmp_path):
    write(
        tmp_path,
        {
            **SITE,
            path_of(name="0800-water-rises"): update(body="The Mayor & <b>co</b>", authors="[Day desk]"),
        },
    )
    return tmp_path


def files(root):
    return files_of(build(BuildOptions(root=root, jobs=1)).output)


def test_the_atom_feed_is_newest_first_with_whole_texts(site):
    feed = ET.fromstring(files(site)["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}published") for e in entries] == [
        "2024-03-02T07:00:00+00:00",
        "2024-03-01T09:30:00+00:00",
        "2024-03-01T08:00:00+00:00",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2024-03-02T07:00:00+00:00"
    last = entries[-1]
    assert last.findtext(f"{ATOM}title") == "Water rises"
    assert last.find(f"{ATOM}author/{ATOM}name").text == "Day desk"
    assert last.findtext(f"{ATOM}id") == f"{BASE}flood/2024-03-01/0800-water-rises/"
    assert f'href="{BASE}actors/mayor/index.html"' in last.findtext(f"{ATOM}content")
    assert "&lt;b&gt;co" in last.findtext(f"{ATOM}content")


def test_the_json_feed_says_the_same(site):
    found = files(site)
    feed = json.loads(found["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    atom = [e.findtext(f"{ATOM}id") for e in ET.fromstring(found["feed.xml"]).findall(f"{ATOM}entry")]
    assert [item["id"] for item in feed["items"]] == atom


def test_a_feed_holds_the_newest_fifty(site):
    more = {
        path_of("2024-03-03", f"{n:04}-x"): update(f"n{n}", time=f"2024-03-03T10:{n:02}:00+00:00")
        for n in range(60)
    }
    write(site, more)
    assert len(json.loads(files(site)["feed.json"])["items"]) == 50


def test_a_site_without_updates_has_valid_feeds(tmp_path):
    write(tmp_path, {"site.yaml": "title: Empty\n"})
    found = files(tmp_path)
    assert ET.fromstring(found["feed.xml"]).findtext(f"{ATOM}updated")
    assert json.loads(found["feed.json"])["items"] == []


def test_the_sitemap_lists_what_should_be_found(site):
    found = files(site)
    listed = {loc.text for loc in ET.fromstring(found["sitemap.xml"]).iter(f"{MAP}loc")}
    assert f"{BASE}flood/2024-03-01/0800-water-rises/" in listed
    assert BASE in listed
    assert not [
        url for url in listed if "newest" in url or "404" in url or "search" in url or "index.html" in url
    ]
    assert b"Sitemap: https://example.org/archive/sitemap.xml" in found["robots.txt"]


def test_a_large_sitemap_is_cut_into_parts(site, monkeypatch):
    monkeypatch.setattr(sitemap_module, "MOST", 4)
    found = files(site)
    parts = [loc.text for loc in ET.fromstring(found["sitemap.xml"]).iter(f"{MAP}loc")]
    assert parts[0] == f"{BASE}sitemap-1.xml"
    urls = [
        loc.text for part in parts for loc in ET.fromstring(found[part.rpartition("/")[2]]).iter(f"{MAP}loc")
    ]
    assert len(urls) == len(set(urls)) > 8


def test_data_files_hold_what_the_pages_say(site):
    found = files(site)
    timeline = json.loads(found["data/timelines/flood.json"])
    assert [u["id"] for u in timeline["updates"]] == ["u1", "u2", "u3"]
    assert timeline["updates"][0]["text"] == "The Mayor & <b>co</b>"
    assert (
        timeline["updates"][0]["text_sha256"]
        in found["flood/2024-03-01/0800-water-rises/index.html"].decode()
    )
    actors = {a["id"]: a for a in json.loads(found["data/actors.json"])}
    assert actors["mayor"]["updates"] == ["u1", "u2"]


def test_the_table_of_actors_opens_in_spreadsheets_and_runs_nothing(site):
    write(
        site,
        {"content/actors/mayor.md": '---\nname: "=1+1, \\"x\\""\nkind: person\naliases: ["-2", Мэр]\n---\n'},
    )
    table = files(site)["data/actors.csv"]
    assert table.startswith(b"\xef\xbb\xbfid,name,kind,")
    rows = list(csv.DictReader(table.decode("utf-8-sig").splitlines()))
    assert [row["id"] for row in rows] == ["mayor", "red-cross"]
    assert (rows[0]["name"], rows[0]["aliases"]) == ('\'=1+1, "x"', "'-2; Мэр")
