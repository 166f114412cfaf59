"""The search page as a person uses it: typing, filters, keys, the address bar; served and from a disk."""

import functools
import http.server
import threading
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from sitegen.render import render
from sitegen.search import SearchDoc, build_index, meta_path
from sitegen.theme import load_theme
from sitegen.views.contexts import Link, PageView, SearchView, SiteView

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
    doc(1, "Ferries stop", f"{FILLER}Because of the state of emergency, ferries stop. {FILLER}", source="herald-1"),
    doc(2, "", "The café of the Harbour Board’s said <b>an emergency</b> is no state.", actors=("harbour-board",)),
    doc(3, "Emergency", "An emergency, an emergency.", authors=("Day desk",), source="herald-1", source_label="Herald"),
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
    page.wait_for_function("document.querySelector('[data-search-status]').textContent")


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
    assert page.locator("[data-search-results] mark").all_text_contents() == ["State of emergency", "state of emergency"]
    page.locator("[data-search-results] a").first.click()
    page.wait_for_url("**/storm/2022-01-05/2000-0/**")
