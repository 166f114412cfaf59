import socket

import pytest
from serving import SITE, Board, ask, make_site, page, server, shown

from sitegen.diagnostics import Diagnostic
from sitegen.serve.problems import located


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def port(folder):
    board = Board()
    board.show(shown(folder))
    with server(board) as number:
        yield number


@pytest.fixture(scope="module")
def port_of_repo(folder):
    board = Board()
    board.show(shown(folder, "https://example.org/repo/"))
    with server(board) as number:
        yield number


@pytest.mark.parametrize(
    ("path", "words"), [("/", b"home"), ("/dir/", b"in a folder"), ("/about", b"about"), ("/?q=x", b"home")]
)
def test_pages(port, path, words):
    status, headers, body = ask(port, path)
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert words in body
    assert b"/__sitegen__/reload.js" in body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/style.css", "text/css; charset=utf-8"),
        ("/data/x.json", "application/json; charset=utf-8"),
        ("/feed.xml", "application/xml"),
        ("/unknown.ending", "application/octet-stream"),
    ],
)
def test_other_files_are_sent_as_they_are(port, path, kind):
    status, headers, body = ask(port, path)
    assert (status, headers["content-type"], body) == (200, kind, SITE[path[1:]])


def test_a_folder_without_its_slash_moves(port):
    status, headers, _ = ask(port, "/dir?q=x&r=%20")
    assert (status, headers["location"]) == (301, "/dir/?q=x&r=%20")


@pytest.mark.parametrize("path", ["/nothing", "/about/", "/DIR/", "/style", "/data/"])
def test_what_is_not_there_gets_the_site_s_404(port, path):
    status, headers, body = ask(port, path)
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert b"not found" in body


def test_built_files_hold_no_script(folder):
    assert all(b"__sitegen__" not in file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("path", ["/", "/nothing", "/style.css", "/dir", "/__sitegen__/reload.js"])
def test_no_answer_is_kept_and_none_is_for_other_sites(port, path):
    _, headers, _ = ask(port, path, headers={"Origin": "http://example.org"})
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.lower().startswith("access-control")]


def test_under_a_path(port_of_repo):
    assert ask(port_of_repo, "/repo/dir/")[0] == 200
    assert ask(port_of_repo, "/repo")[1]["location"] == "/repo/"
    assert b"not found" in ask(port_of_repo, "/repo/nothing")[2]
    status, _, body = ask(port_of_repo, "/dir/")
    assert status == 404
    assert b'<a href="/repo/">' in body


@pytest.mark.parametrize("host", ["example.org", "evil.localhost:80", "", None, "127.0.0.1.nip.io"])
@pytest.mark.parametrize("path", ["/", "/style.css", "/__sitegen__/reload.js", "/nothing"])
def test_a_foreign_name_is_turned_away(port, host, path):
    status, _, body = ask(port, path, headers={"Host": host})
    assert status in {400, 403}
    assert b"home" not in body


def test_a_foreign_name_is_forbidden(port):
    assert ask(port, "/", headers={"Host": f"example.org:{port}"})[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])
def test_only_get_and_head(port, method):
    assert ask(port, "/", method=method)[0] == 405


def test_head_is_get_without_a_body(port):
    status, headers, body = ask(port, "/", method="HEAD")
    assert (status, body) == (200, b"")
    assert headers["content-length"] == ask(port, "/")[1]["content-length"]


@pytest.fixture(scope="module")
def port_among_secrets(tmp_path_factory):
    """A site with secrets beside it, hidden in it and linked from it."""
    tmp_path = tmp_path_factory.mktemp("among")
    folder = make_site(tmp_path / "site")
    (tmp_path / "secret.txt").write_bytes(b"SECRET")
    (folder / ".env").write_bytes(b"SECRET")
    (folder / ".git").mkdir()
    (folder / ".git/config").write_bytes(b"SECRET")
    (folder / "unlisted.txt").write_bytes(b"SECRET")
    (folder / "feed.xml").unlink()
    (folder / "feed.xml").symlink_to(tmp_path / "secret.txt")
    (folder / "linked").symlink_to(tmp_path)
    board = Board()
    board.show(shown(folder))
    with server(board) as number:
        yield number


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/dir/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/.env",
        "/%2eenv",
        "/.git/config",
        "/.git/",
        "/unlisted.txt",
        "/linked/secret.txt",
        "/feed.xml",
        "/feed.xml%00",
        "//secret.txt",
        "/__sitegen__/../secret.txt",
        "/__sitegen__/page.html",
        "/__sitegen__/",
        "/__sitegen__/..%2f..%2fapp.py",
        "/data/",
        "/linked/",
    ],
)
def test_no_way_out_and_no_listing(port_among_secrets, path):
    status, _, body = ask(port_among_secrets, path)
    assert status == 404
    assert b"SECRET" not in body
    assert b"secret.txt" not in body


def test_an_absolute_path_in_the_request_line_leads_nowhere(port, tmp_path):
    with socket.create_connection(("127.0.0.1", port)) as line:
        request = f"GET {tmp_path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        line.sendall(request.encode())
        assert line.recv(4096).startswith(b"HTTP/1.1 404")


def problem(root):
    (root / "x.md").write_text("one\ntwo <script>\n")
    return located(
        [Diagnostic(code="bad", path="x.md", line=2, column=5, what="<b>bad</b>", mend="mend")], root
    )


def test_after_a_failed_build_the_last_good_site_with_the_problem_over_it(folder, tmp_path):
    board = Board()
    board.show(shown(folder, problems=problem(tmp_path)))
    with server(board) as port:
        status, _, body = ask(port, "/")
        assert status == 200
        for words in (
            b"home",
            b"x.md:2:5",
            b"&lt;b&gt;bad",
            b"How to mend it: mend",
            b"<mark>&lt;</mark>script&gt;",
        ):
            assert words in body
        assert ask(port, "/style.css")[2] == SITE["style.css"]


def test_before_the_first_good_build_every_address_shows_the_problem(tmp_path):
    board = Board()
    with server(board) as port:
        board.show(type(board.shown)(problems=problem(tmp_path)))
        for path in ("/", "/dir/", "/nothing", "/../x"):
            status, headers, body = ask(port, path)
            assert (status, headers["content-type"]) == (503, "text/html; charset=utf-8")
            assert b"x.md:2:5" in body
            assert b"reload.js" in body


def test_a_page_says_which_version_it_is(folder, tmp_path):
    def version(port):
        return ask(port, "/")[2].split(b'data-version="')[1].split(b'"')[0]

    board = Board()
    board.show(shown(folder))
    with server(board) as port:
        first = version(port)
        assert version(port) == first
        board.show(shown(folder, problems=problem(tmp_path)))
        assert version(port) != first
        board.show(shown(folder))
        assert version(port) == first
        make_site(folder, {**SITE, "index.html": page("home again")})
        assert version(port) != first
        make_site(folder)
