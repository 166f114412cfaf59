import pytest

from sitegen.serve.urls import Answer, answer, base_path

FILES = {
    "index.html",
    "404.html",
    "about.html",
    "dir/index.html",
    "dir/deep/index.html",
    "both.html",
    "both/index.html",
    "feed.xml",
    "data/a b.json",
    "naïve/index.html",
    ".hidden/index.html",
    "dir/.secret",
}


def got(path, base="/"):
    found = answer(FILES, base, path.encode())
    return found.location or (found.path if found.status == 200 else found.status.value)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/dir/", "dir/index.html"),
        ("/dir/index.html", "dir/index.html"),
        ("/dir", "/dir/"),
        ("/dir/deep", "/dir/deep/"),
        ("/about", "about.html"),
        ("/about.html", "about.html"),
        ("/both", "both.html"),
        ("/both/", "both/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/data/a%20b.json", "data/a b.json"),
        ("/na%C3%AFve/", "naïve/index.html"),
        ("/na%C3%AFve", "/na%C3%AFve/"),
        ("/%64ir/", "dir/index.html"),
    ],
)
def test_found(path, expected):
    assert got(path) == expected


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/about/",
        "/about.html/",
        "/feed",
        "/feed.xml/",
        "/Dir/",
        "/DIR",
        "/About",
        "/INDEX.HTML",
        "/data/",
        "/data",
        "//",
        "//dir/",
        "/dir//",
        "/dir//deep/",
        "/dir/..",
        "/dir/../",
        "/../index.html",
        "/dir/../index.html",
        "/%2e%2e/index.html",
        "/dir/%2e%2e/index.html",
        "/dir/.%2e/index.html",
        "/%2E/index.html",
        "/./index.html",
        "/dir%2findex.html",
        "/dir%2Fdeep/",
        "/dir%5cindex.html",
        "/dir\\index.html",
        "/..\\index.html",
        "/%00",
        "/index.html%00",
        "/index.html%00.png",
        "/.hidden/",
        "/.hidden/index.html",
        "/%2ehidden/index.html",
        "/dir/.secret",
        "/%ff",
        "/dir/%",
        "/%252e%252e/index.html",
        "/dir/%2520",
        "",
        "index.html",
        "http://example.org/index.html",
        "*",
        "/C:/index.html",
    ],
)
def test_not_found(path):
    assert answer(FILES, "/", path.encode("latin-1")) == Answer(status=404, path="404.html")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/repo", "/repo/"),
        ("/repo/", "index.html"),
        ("/repo/dir", "/repo/dir/"),
        ("/repo/dir/", "dir/index.html"),
        ("/repo/about", "about.html"),
        ("/repo/repo/", 404),
    ],
)
def test_under_a_path(path, expected):
    assert got(path, "/repo/") == expected


@pytest.mark.parametrize(
    "path", ["/", "/dir/", "/repository/", "/rep", "/Repo/", "/repo2/index.html", "/index.html"]
)
def test_outside_of_the_path_the_site_answers_nothing(path):
    assert answer(FILES, "/repo/", path.encode()) == Answer(status=404)


def test_no_redirect_leads_to_another_host():
    found = answer({"/evil.example/index.html", "evil.example/index.html"}, "/", b"//evil.example")
    assert found == Answer(status=404)
    assert answer({"evil.example/index.html"}, "/", b"/evil.example").location == "/evil.example/"


def test_without_a_page_for_it_nothing_is_found():
    assert answer({"index.html"}, "/", b"/x") == Answer(status=404)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/repo", "/repo/"),
        ("https://example.org/repo/", "/repo/"),
        ("https://example.org/a/b/", "/a/b/"),
        ("https://example.org/na%C3%AFve/", "/naïve/"),
    ],
)
def test_the_path_of_an_address(address, path):
    assert base_path(address) == path
