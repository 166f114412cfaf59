"""The search page as a person uses it: typing, filters, keys, the address bar; served and from a disk."""

import functools
import http.server
import re
import threading
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from sitegen.render import render
from sitegen.search import SearchDoc, build_index, linear_scan, meta_path
from sitegen.theme import load_theme
from sitegen.views.contexts import SearchView
from sitegen.views.parts import Link, PageView, SiteView

pytestmark = pytest.mark.browser

ACTORS = (("coast-guard", "Coast Guard"), ("harbour-board", "Harbour Board"), ("mayor", "The Mayor"))
SOURCES = (("herald-1", "Herald: Storm, day one"), ("wire-1", "Wire: Storm"))


def doc(number, title, text, **known):
    when = datetime(2022, 1, 5, 20, 0, tzinfo=UTC) + timedelta(minutes=17 * number)
    known = {"source": "wire-1", "source_label": "Wire", "authors": ("Night desk",), "actors": (), **known}
    return SearchDoc(
        title=title,
        text=text,
        href=f"storm/{when:%Y-%m-%d}/{when:%H%M}-{number}/index.html",
        time=when,
        day=f"{when:%Y-%m-%d}",
        time_label=f"{when.day} {when:%b %Y, %H:%M} UTC",
        timeline="storm",
        **known,
    )


FILLER = "Wind and rain went on through the hour, and nothing else was reported from the coast. " * 4
DOCS = (
    doc(0, "State of emergency declared", "The Mayor spoke of a flood at the harbour.", actors=("mayor",)),
    doc(
        1,
        "Ferries stop",
        f"{FILLER}Because of the state of emergency, ferries stop. {FILLER}",
        source="herald-1",
    ),
    doc(
        2,
        "",
        "The café of the Harbour Board’s said <b>an emergency</b> is no state.",
        actors=("harbour-board",),
    ),
    doc(
        3,
        "Emergency",
        "An emergency, an emergency.",
        authors=("Day desk",),
        source="herald-1",
        source_label="Herald",
    ),
    doc(4, "香港大埔火災", "八人死亡。", actors=("mayor",)),
    *(doc(n, f"Report {n} on the ferry", f"{FILLER}Report number {n}.") for n in range(5, 50)),
)


def search_view(theme, meta_href):
    site = SiteView(
        title="Storm archive",
        description="",
        language="en",
        home_href="../index.html",
        search_href="index.html",
        navigation=(
            Link(text="Actors", href="../actors/index.html"),
            Link(text="Search", href="index.html", current=True),
        ),
        atom_href="../feed.xml",
        json_feed_href="../feed.json",
        manifest_href="../manifest-sha256.txt",
        assets={file.name: f"../{file.path}" for file in theme.static},
        generator="sitegen",
    )
    page = PageView(
        title="Search",
        description="",
        language="en",
        direction="ltr",
        canonical="https://example.org/search/",
        og_type="website",
        published="",
        json_ld="",
        breadcrumbs=(Link(text="Home", href="../index.html"),),
        index=False,
    )
    return SearchView(
        site=site,
        page=page,
        meta_href=meta_href,
        root="../",
        update_count=len(DOCS),
        actors=ACTORS,
        sources=SOURCES,
        authors=("Day desk", "Night desk"),
        first_day=DOCS[0].day,
        last_day=DOCS[-1].day,
    )


def write_site(root):
    """The search page in the shipped theme, its index, and a bare page for each update."""
    theme = load_theme("chronicle", site_themes=root / "none")
    index = build_index(DOCS)
    files = {
        "search/index.html": render(search_view(theme, f"../{meta_path(index)}"), theme),
        **{file.path: file.data for file in (*theme.static, *index)},
        **{doc.href: b"<!doctype html><title>Update</title><link rel=icon href=data:,>" for doc in DOCS},
    }
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def addresses(tmp_path_factory):
    """Where the search page is: served at `/`, served below a folder, and opened from a disk."""
    top = tmp_path_factory.mktemp("pages")
    write_site(top / "repo")
    write_site(top)
    handler = functools.partial(QuietHandler, directory=top)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served = f"http://127.0.0.1:{server.server_port}"
        yield {
            "root": f"{served}/search/",
            "folder": f"{served}/repo/search/",
            "disk": (top / "search" / "index.html").as_uri(),
        }
        server.shutdown()


@pytest.fixture
def page(browser):
    """A page that must end with an empty console and without a request to anywhere else."""
    page = browser.new_page()
    console, foreign = [], []
    page.on("console", lambda message: console.append(message.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    page.on("request", lambda request: foreign.append(request.url) if is_foreign(request.url) else None)
    page.set_default_timeout(5000)
    yield page
    page.close()
    assert (console, foreign) == ([], [])


def is_foreign(address):
    return not address.startswith(("http://127.0.0.1:", "file:///"))


def search(page, address, query="", **more):
    """Open the search page on a query, as a link to it would."""
    page.goto(f"{address}?{urlencode({'q': query, **more})}")
    expect(page.locator("[data-search-status]")).not_to_be_empty()


def shows(page, count):
    """Wait until the list has that many results."""
    expect(page.locator("[data-search-results] h2")).to_have_count(count)


def titles(page):
    return page.locator("[data-search-results] h2").all_text_contents()


def status(page):
    return page.locator("[data-search-status]").inner_text()


def query_of(page):
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("place", ["root", "folder", "disk"])
def test_finds_and_shows(page, addresses, place):
    search(page, addresses[place], "“state of emergency”")
    assert titles(page) == ["State of emergency declared", "Ferries stop"]
    assert status(page) == "2 updates found, most relevant first."
    assert page.locator("[data-search-results] time").first.inner_text() == "5 Jan 2022, 20:00 UTC"
    assert page.locator("[data-search-results] mark").all_text_contents() == [
        "State of emergency",
        "state of emergency",
    ]
    page.locator("[data-search-results] a").first.click()
    page.wait_for_url("**/storm/2022-01-05/2000-0/**")


@pytest.mark.parametrize("place", ["root", "folder", "disk"])
def test_finds_what_a_scan_finds(page, addresses, place):
    root = addresses[place].partition("search/")[0]
    ending = "index.html" if place == "disk" else ""
    for query in (
        "ferry -stop*",
        "actor:mayor",
        'author:"Day desk" emergency',
        "from:2022-01-06 to:2022-01-06",
        "大埔",
    ):
        search(page, addresses[place], query, order="oldest")
        found = linear_scan(DOCS, query)
        for shown in range(20, len(found), 20):
            page.locator("[data-search-more]").click()
            shows(page, min(shown + 20, len(found)))
        links = page.locator("[data-search-results] a").evaluate_all("links => links.map(link => link.href)")
        assert links == [root + DOCS[number].href.removesuffix("index.html") + ending for number in found]


def test_markup_in_a_text_is_text(page, addresses):
    search(page, addresses["disk"], "café")
    assert titles(page) == ["The café of the Harbour Board’s said <b>an emergency</b> is no state."]
    assert page.locator("[data-search-results] b").count() == 0


def test_a_title_and_frequency_make_relevance(page, addresses):
    search(page, addresses["disk"], "emergency")
    assert titles(page)[:2] == ["Emergency", "State of emergency declared"]
    page.select_option("#search-order", "oldest")
    page.wait_for_url("**order=oldest")
    expect(page.locator("[data-search-status]")).to_contain_text("oldest")
    assert titles(page)[:2] == ["State of emergency declared", "Ferries stop"]
    page.select_option("#search-order", "newest")
    expect(page.locator("[data-search-status]")).to_contain_text("newest")
    assert titles(page)[-2:] == ["Ferries stop", "State of emergency declared"]


def test_the_excerpt_shows_the_hits(page, addresses):
    search(page, addresses["disk"], '"ferries stop" -declared')
    excerpt = page.locator("[data-search-results] .excerpt").inner_text()
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert "state of emergency, ferries stop. Wind" in excerpt
    assert len(excerpt) < 300


def test_more_results_by_twenty(page, addresses):
    search(page, addresses["disk"], "report")
    assert len(titles(page)) == 20
    page.locator("[data-search-more]").press("Enter")
    shows(page, 40)
    assert page.evaluate("document.activeElement.textContent") == titles(page)[20]
    page.locator("[data-search-more]").click()
    shows(page, 45)
    assert not page.locator("[data-search-more]").is_visible()


def test_live_results_and_the_address(page, addresses):
    page.goto(addresses["disk"])
    page.locator("#search-query").press_sequentially("ferries")
    page.wait_for_url("**q=ferries")
    shows(page, 1)
    page.locator("#search-query").press("Enter")
    page.locator("#search-query").fill("declared")
    page.locator("#search-query").press("Enter")
    expect(page.locator("h2").first).to_contain_text("declared")
    assert page.title().startswith("declared – Search")
    page.go_back()
    expect(page.locator("h2").first).to_have_text("Ferries stop")
    assert page.input_value("#search-query") == "ferries"
    page.go_back()
    shows(page, 0)
    assert (page.input_value("#search-query"), status(page)) == ("", "")
    page.go_forward()
    shows(page, 1)


def test_back_from_an_update_finds_the_list_as_it_was(page, addresses):
    search(page, addresses["root"], "report")
    page.locator("[data-search-more]").click()
    shows(page, 40)
    page.locator("[data-search-results] a").nth(30).click()
    page.wait_for_url("**/storm/**")
    page.go_back()
    shows(page, 40)


def test_filters_write_the_query_and_read_it(page, addresses):
    search(page, addresses["root"], "emergency actor:harbour-board")
    assert page.input_value("#search-actor") == "harbour-board"
    page.select_option("#search-actor", label="The Mayor")
    page.wait_for_url("**actor%3Amayor")
    page.select_option("#search-author", label="Night desk")
    page.fill("#search-from", "2022-01-05")
    page.locator("#search-from").dispatch_event("change")
    page.wait_for_url("**from%3A2022-01-05")
    assert query_of(page)["q"] == ['emergency actor:mayor author:"Night desk" from:2022-01-05']
    assert titles(page) == ["State of emergency declared"]
    page.select_option("#search-actor", "")
    expect(page.locator("#search-query")).not_to_have_value(re.compile("actor"))
    search(page, addresses["root"], "author:“night DESK” to:2022-01")
    assert page.input_value("#search-author") == "Night desk"
    assert page.input_value("#search-to") == ""


def test_keys(page, addresses):
    search(page, addresses["disk"], "state")
    focused = "document.activeElement.id || document.activeElement.textContent"
    found = titles(page)
    page.keyboard.press("/")
    assert page.evaluate(focused) == "search-query"
    steps = [("ArrowDown", 0), ("j", 1), ("ArrowDown", 2), ("j", 2), ("k", 1), ("/", None)]
    for key, expected in steps:
        page.keyboard.press(key)
        assert page.evaluate(focused) == ("search-query" if expected is None else found[expected])
    assert page.input_value("#search-query") == "state"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "search-query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "search-query"
    page.keyboard.press("Escape")
    shows(page, 0)
    assert page.input_value("#search-query") == ""


def test_keys_typed_into_the_box_are_letters(page, addresses):
    page.goto(addresses["disk"])
    page.locator("#search-query").press_sequentially("j/k")
    assert page.input_value("#search-query") == "j/k"


def test_the_single_key_can_be_switched_off(page, addresses):
    search(page, addresses["root"], "state")
    page.locator(".search-help summary").click()
    page.locator("[data-search-slash]").uncheck()
    page.reload()
    expect(page.locator("[data-search-status]")).not_to_be_empty()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.locator(".search-help summary").click()
    page.locator("[data-search-slash]").check()


def test_hints(page, addresses):
    search(page, addresses["disk"], 'colour:red actor:harbour "state day:tuesday')
    assert page.locator("[data-search-hints] li").all_inner_texts() == [
        "A quotation mark has no partner, so the words after it were searched for one by one.",
        "There is no filter “colour:”, so it was searched for as words.",
        "“tuesday” is not a date such as 2022-01-06, so it was searched for as words.",
        "No update has actor:harbour. Did you mean Harbour Board?",
    ]
    search(page, addresses["disk"], "actor:harbour")
    page.locator("[data-search-hints] a").click()
    shows(page, 1)
    assert query_of(page)["q"] == ["actor:harbour-board"]
    assert page.locator("[data-search-hints] li").count() == 0


def test_nothing_found_offers_longer_words(page, addresses):
    search(page, addresses["disk"], "emerg -stop")
    assert status(page) == "No update found, but 3 updates with emerg* -stop."
    page.locator("[data-search-status] a").click()
    shows(page, 3)
    search(page, addresses["disk"], "volcano")
    assert status(page) == "No update found."
    search(page, addresses["disk"], "— !")
    assert status(page) == "There is no word to search for in this."


def test_a_missing_index_is_said(browser, addresses, tmp_path):
    write_site(tmp_path)
    for file in (tmp_path / "search" / "index").glob("terms-*"):
        file.unlink()
    page = browser.new_page()
    search(page, (tmp_path / "search" / "index.html").as_uri(), "state")
    assert status(page).startswith("A part of the search index could not be loaded (terms-")
    page.close()


def test_without_javascript_the_page_says_so(browser, addresses):
    page = browser.new_page(java_script_enabled=False)
    page.goto(addresses["root"])
    assert page.locator("form").is_hidden()
    assert "Search needs JavaScript" in page.locator("noscript").inner_text()
    assert page.locator("noscript a").all_inner_texts() == ["home page", "Actors"]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_and_within_320_pixels(browser, addresses, axe, scheme):
    page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 700}, bypass_csp=True)
    for query in ("state -colour:red", "emerg"):
        search(page, addresses["root"], query)
        page.locator("summary").evaluate_all("all => all.forEach(each => each.parentElement.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert axe(page) == []
    page.close()
