"""The sample archive in a real browser: at `/`, at `/repo/` and from a disk; for everybody."""

import json
import re
import subprocess

import pytest

from places import REPOSITORY
from sitegen.build import BuildOptions, compose, silent
from sitegen.build.compose import search_docs
from sitegen.checks import CheckedFile, check_site
from sitegen.config import Site
from sitegen.search import linear_scan
from sitegen.views.moments import Clock

pytestmark = pytest.mark.browser

WAYS = ("root", "repo", "file")
T = "kazakhstan-2022"


def pages_of(sample):
    return sorted(str(p.relative_to(sample)) for p in sample.rglob("*.html") if p.name != "404.html")


def kinds(sample):
    """One page of each kind, those with most on them."""

    def largest(pattern):
        return max(sample.glob(pattern), key=lambda p: p.stat().st_size).relative_to(sample).as_posix()

    return [
        "index.html",
        f"{T}/index.html",
        f"{T}/chronology/index.html",
        largest(f"{T}/chronology/*/index.html"),
        largest(f"{T}/chronology/*/newest/index.html"),
        largest(f"{T}/2022-*/*/index.html"),
        "actors/index.html",
        f"{T}/actors/index.html",
        "actors/csto/index.html",
        largest("actors/*/index.html"),
        "sources/index.html",
        largest("sources/*/index.html"),
        "search/index.html",
    ]


@pytest.mark.parametrize("way", WAYS)
def test_every_page_opens_in_silence_and_asks_nobody_else(way, sample, visit):
    tab = visit(way)
    # On a disk an address that starts at the root, or climbs too far, leads nowhere: what opens there, opens anywhere.
    for path in pages_of(sample) if way == "file" else kinds(sample):
        tab.open(path)
        assert tab.page.locator("h1").count() == 1, path
    assert tab.said == []
    assert tab.foreign == []


def test_no_link_or_anchor_is_broken(sample):
    files = [
        CheckedFile(path=p.relative_to(sample).as_posix(), origin="", data=p.read_bytes())
        for p in sample.rglob("*")
        if p.is_file()
    ]
    site = Site(title="x", base_url="https://example.org/repo/")
    assert [str(d) for d in check_site(files, site)] == []


@pytest.mark.parametrize("way", WAYS)
def test_links_lead_from_page_to_page(way, visit):
    tab = visit(way)
    tab.open("index.html")
    for part in (f"{T}/", "chronology/", "2022-01-06", "actors/"):
        tab.page.locator(f"main a[href*='{part}']:not([tabindex]):visible").first.click()
    tab.page.wait_for_load_state()
    assert tab.page.locator("h1").inner_text()
    assert tab.said == []


def test_everything_but_search_reads_without_javascript(sample, visit):
    on, off = visit("repo"), visit("repo", java_script_enabled=False)
    for path in kinds(sample):
        on.open(path)
        off.open(path)
        on.page.evaluate("document.getElementById('filter')?.setAttribute('hidden', '')")
        if path == "search/index.html":
            assert "needs JavaScript" in off.page.locator("noscript").inner_text()
        else:
            assert on.page.locator("main").inner_text() == off.page.locator("main").inner_text()


def test_the_index_of_actors_shows_only_names_that_are_typed(visit):
    tab = visit("file")
    tab.open("actors/index.html")
    names = tab.page.locator("li[data-names]:visible a")
    whole = names.count()
    tab.page.get_by_label("Find a name").fill("токаев")
    assert names.all_inner_texts() == ["Kassym-Jomart Tokayev"]
    tab.page.get_by_label("Find a name").fill("ERDOGAN recep")
    assert names.all_inner_texts() == ["Recep Tayyip Erdogan"]
    tab.page.get_by_label("Find a name").fill("nobody of this name")
    assert names.count() == 0
    assert tab.page.locator("#filter-count").inner_text() == "0 of 82 actors"
    tab.page.get_by_label("Find a name").fill("")
    assert names.count() == whole
    assert tab.said == []


@pytest.fixture(scope="module")
def docs():
    composition = compose(BuildOptions(root=REPOSITORY), silent)
    return search_docs(composition.frame.archive, Clock("en"))


QUERIES = (
    "Tokayev",
    '"state of emergency"',
    "tokayev troops",
    "protest*",
    "internet -airport",
    "from:2022-01-06 to:2022-01-06 tokayev",
    "actor:kassym-jomart-tokayev from:2022-01-05 to:2022-01-05",
    "actor:russia day:2022-01-06",
    "wordthatnobodywrote",
)


@pytest.mark.parametrize("way", WAYS)
def test_search_finds_what_reading_everything_finds(way, visit, docs):
    tab = visit(way)
    for query in QUERIES:
        wanted = {docs[number].href for number in linear_scan(docs, query)}
        tab.open("index.html")
        tab.page.goto(tab.home + "search/index.html?q=" + query.replace(" ", "%20").replace('"', "%22"))
        status = tab.page.locator("[data-search-status]")
        status.filter(has_text=re.compile(r"\d|no ", re.IGNORECASE)).wait_for()
        while tab.page.locator("[data-search-more]").is_visible():
            tab.page.locator("[data-search-more]").click()
        links = tab.page.locator("[data-search-results] > li a[href]")
        found = {
            href.split("../", 1)[1]
            for href in links.evaluate_all("all => all.map(a => a.getAttribute('href'))")
        }
        found = {href if href.endswith(".html") else href + "index.html" for href in found}
        assert found == wanted, query
    assert wanted == set()
    assert tab.said == []
    assert tab.foreign == []


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}]
)
def test_axe_finds_no_violation(options, sample, visit, axe):
    tab = visit("repo", bypass_csp=True, **options)
    faults = []
    for path in [*kinds(sample), "404.html"]:
        tab.open(path)
        faults += [(path, *found) for found in axe(tab.page)]
        assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{path} scrolls sideways"
        )
    assert faults == []


def test_the_nu_checker_finds_no_error(sample, vnu):
    pages = [str(sample / path) for path in (*pages_of(sample), "404.html")]
    done = subprocess.run([*vnu, *pages], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [(m["url"].rpartition("repo/")[2], m["message"]) for m in messages] == []


def test_no_page_scrolls_sideways_at_the_width_of_most_telephones(sample, visit):
    tab = visit("repo", viewport={"width": 360, "height": 800})
    for path in kinds(sample):
        tab.open(path)
        assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_keyboard_reaches_everything_and_focus_is_seen(sample, visit):
    tab = visit("repo", viewport={"width": 1280, "height": 700})
    for path in kinds(sample):
        tab.open(path)
        wanted = tab.page.locator(
            "a[href]:not([tabindex='-1']):visible, button:visible, input:visible, select:visible, summary:visible"
        ).count()
        reached = set()
        for _ in range(80):  # a date field takes several steps
            if len(reached) == min(wanted, 40):
                break
            tab.page.keyboard.press("Tab")
            spot = tab.page.evaluate(
                """() => { const e = document.activeElement, r = e.getBoundingClientRect();
                const x = r.left + Math.min(r.width, 8) / 2, y = r.top + r.height / 2;
                const top = document.elementFromPoint(x, y);
                const s = getComputedStyle(e);
                return {where: [...document.querySelectorAll('*')].indexOf(e) + e.tagName, covered: !!top && !e.contains(top) && !top.contains(e),
                        // The parts of a date field show their own.
                ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.type === 'date'}; }"""
            )
            if spot["where"].endswith("BODY"):
                break
            assert spot["ring"], (path, spot)
            assert not spot["covered"], (path, spot)
            reached.add(spot["where"])
        assert len(reached) == min(wanted, 40), path
