"""The reload channel."""

import contextlib
import socket
import time

import pytest
from serving import Board, ask, make_site, page, server, shown
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from sitegen.diagnostics import Diagnostic
from sitegen.serve.problems import located

QUIET = 0.3


@pytest.fixture
def folder(tmp_path):
    return make_site(tmp_path / "site")


@pytest.fixture
def board(folder):
    found = Board()
    found.show(shown(folder))
    return found


@pytest.fixture
def port(board):
    with server(board) as number:
        yield number


def live(port, path="/", version=None, **more):
    """What the script in the page at `path` does."""
    if version is None:
        version = ask(port, path)[2].split(b'data-version="')[1].split(b'"')[0].decode()
    address = f"ws://127.0.0.1:{port}/__sitegen__/live?path={path}&version={version}"
    return connect(address, **{"origin": f"http://127.0.0.1:{port}", "proxy": None, **more})


def says_nothing(channel):
    with contextlib.suppress(TimeoutError):
        return channel.recv(QUIET) is None
    return True


def test_a_page_that_changed_is_reloaded_and_another_one_is_not(folder, board, port):
    with live(port, "/") as home, live(port, "/dir/") as other:
        make_site(folder, {"index.html": page("new")})
        board.show(shown(folder))
        assert home.recv(5) == "reload"
        assert says_nothing(other)


def test_a_page_that_was_old_when_it_connected_is_reloaded_at_once(port):
    with live(port, "/", version="0123") as channel:
        assert channel.recv(5) == "reload"


def test_a_page_that_was_not_there_is_reloaded_when_it_is(folder, board, port):
    with live(port, "/new/") as channel:
        assert says_nothing(channel)
        make_site(folder, {"new/index.html": page("new")})
        board.show(shown(folder, files={"new/index.html"}))
        assert channel.recv(5) == "reload"


def test_a_page_that_went_is_reloaded(folder, board, port):
    with live(port, "/dir/") as channel:
        board.show(shown(folder, files={"index.html", "404.html"}))
        assert channel.recv(5) == "reload"


def test_a_problem_reloads_every_page_and_so_does_mending_it(folder, board, port):
    wrong = located([Diagnostic(code="bad", path="", what="bad")], folder)
    with live(port, "/") as home, live(port, "/dir/") as other:
        board.show(shown(folder, problems=wrong))
        assert (home.recv(5), other.recv(5)) == ("reload", "reload")
    with live(port, "/") as home:
        board.show(shown(folder, problems=wrong))
        assert says_nothing(home)
        board.show(shown(folder))
        assert home.recv(5) == "reload"


def test_a_build_that_changes_nothing_reloads_nothing(folder, board, port):
    with live(port, "/") as channel:
        for _ in range(3):
            board.show(shown(folder))
        assert says_nothing(channel)


def test_another_base_path_reloads_every_page(folder, board, port):
    with live(port, "/") as channel:
        board.show(shown(folder, "http://127.0.0.1/repo/"))
        assert channel.recv(5) == "reload"


@pytest.mark.parametrize(
    "origin", [None, "null", "http://example.org", "http://127.0.0.1:1", "http://localhost"]
)
def test_a_page_of_another_site_is_turned_away(port, origin):
    with pytest.raises(InvalidStatus) as refused, live(port, version="x", origin=origin):
        pass
    assert refused.value.response.status_code == 403


def test_a_foreign_name_is_turned_away(port):
    address = f"ws://evil.example:{port}/__sitegen__/live?path=/&version=x"
    line = socket.create_connection(("127.0.0.1", port))
    with line, pytest.raises(InvalidStatus) as refused:
        connect(address, origin=f"http://evil.example:{port}", sock=line)
    assert refused.value.response.status_code == 403


def test_no_other_channel(port):
    address = f"ws://127.0.0.1:{port}/"
    with pytest.raises(InvalidStatus):
        connect(address, origin=f"http://127.0.0.1:{port}", proxy=None)


def test_eight_tabs_and_the_ninth_request_is_answered(board, port, folder):
    with contextlib.ExitStack() as tabs:
        channels = [tabs.enter_context(live(port, "/")) for _ in range(8)]
        assert ask(port, "/dir/")[0] == 200
        make_site(folder, {"index.html": page("new")})
        board.show(shown(folder))
        assert [channel.recv(5) for channel in channels] == ["reload"] * 8


def test_the_server_ends_while_pages_are_open(board):
    with contextlib.ExitStack() as tabs:
        with server(board) as port:
            tabs.enter_context(live(port, "/"))
            began = time.monotonic()
        assert time.monotonic() - began < 5
