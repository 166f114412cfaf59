"""What a person sees in an open tab."""

import threading

import pytest
from serving import in_background, server

from sitegen.serve.preview import preview
from sitegen.serve.rebuild import Rebuilder
from sitegen.serve.status import Board
from sites import SITE, path_of, update, write

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Paragraph {number}." for number in range(200))
PAGE = "archive/flood/2024-03-01/0800-water-rises/"


@pytest.fixture
def archive(tmp_path):
    root = tmp_path / "archive"
    write(root, {**SITE, path_of(): update(body=f"First words.\n\n{LONG}")})
    return root


@pytest.fixture
def tab(browser):
    context = browser.new_context()
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def home(archive):
    """A preview that builds whenever `edit` has written something."""
    board = Board()
    with server(board) as port:
        address = f"http://127.0.0.1:{port}"
        rebuilder = Rebuilder(
            archive, board, build=lambda: preview(archive, address, port), say=lambda _: None
        )
        rebuilder.first()
        stop = threading.Event()

        def keep_up():
            while not stop.wait(0.05):
                rebuilder.look()

        thread = in_background(keep_up)
        yield f"{address}/"
        stop.set()
        thread.join()


def test_an_edit_shows_in_the_open_page_which_stays_where_it_was(archive, home, tab):
    tab.goto(home + PAGE)
    tab.evaluate("scrollTo(0, 1500)")
    write(archive, {path_of(): update(body=f"Second words.\n\n{LONG}")})
    tab.wait_for_selector("text=Second words.", state="attached")
    assert tab.evaluate("scrollY") == pytest.approx(1500, abs=40)
    assert tab.said == []


def test_a_problem_shows_over_the_page_and_goes_when_mended(archive, home, tab):
    tab.goto(home + PAGE)
    write(archive, {path_of(): update(time="2024-03-01<script>alert(1)</script>")})
    alert = tab.wait_for_selector("#sitegen-problems")
    words = alert.inner_text()
    assert f"{path_of()}:4:7" in words
    assert "<script>alert(1)</script>" in words
    tab.wait_for_function(
        "getComputedStyle(document.querySelector('#sitegen-problems')).position === 'fixed'"
    )
    assert tab.query_selector("text=First words.")
    write(archive, {path_of(): update(body="Mended.")})
    tab.wait_for_selector("text=Mended.", state="attached")
    assert tab.query_selector("#sitegen-problems") is None
    assert tab.said == []


def test_an_open_page_that_did_not_change_is_left_alone(archive, home, tab):
    tab.goto(home + "archive/actors/red-cross/")
    tab.evaluate("window.stays = true")
    write(archive, {path_of(name="0930-bridge-shut"): SITE[path_of(name="0930-bridge-shut")] + "\nMore.\n"})
    other = tab.context.new_page()
    other.goto(home + "archive/flood/2024-03-01/0930-bridge-shut/")
    other.wait_for_selector("text=More.", state="attached")
    assert tab.evaluate("window.stays")


def test_without_a_site_yet_the_problem_is_the_page(archive, tab):
    (archive / "site.yaml").write_text("title: [\n")
    board = Board()
    with server(board) as port:
        address = f"http://127.0.0.1:{port}"
        rebuilder = Rebuilder(
            archive, board, build=lambda: preview(archive, address, port), say=lambda _: None
        )
        rebuilder.first()
        tab.goto(f"{address}/{PAGE}")
        assert "site.yaml:" in tab.inner_text("#sitegen-problems")
        write(archive, {"site.yaml": SITE["site.yaml"]})
        rebuilder.look()
        tab.wait_for_selector("text=First words.", state="attached")
