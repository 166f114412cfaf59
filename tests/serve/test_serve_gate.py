import pytest

from sitegen.serve.gate import Gate

HERE = Gate(host="127.0.0.1")
EVERYWHERE = Gate(host="0.0.0.0")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8000", "127.0.0.1", "localhost:8000", "localhost", "LocalHost:1", "[::1]:8000", "[::1]"],
)
def test_own_names(host):
    assert HERE.admits(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        " ",
        "example.org",
        "example.org:8000",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "notlocalhost",
        "localhost.",
        "192.168.1.5:8000",
        "0.0.0.0:8000",
        "169.254.169.254",
        "localhost:8000/path",
        "localhost@example.org",
        "example.org@localhost",
        "localhost:port",
        "localhost:99999",
        "localhost ",
        "[::1",
        "localhost?x",
        "localhost#x",
    ],
)
def test_foreign_names(host):
    assert not HERE.admits(host)


def test_the_name_that_was_asked_for_is_an_own_one():
    assert Gate(host="preview.internal").admits("Preview.internal:8000")
    assert not Gate(host="preview.internal").admits("other.internal:8000")


@pytest.mark.parametrize(
    ("host", "admitted"),
    [("192.168.1.5:8000", True), ("[fe80::1]:8000", True), ("localhost", True), ("example.org:8000", False)],
)
def test_open_to_the_network_any_address_will_do_and_no_foreign_name(host, admitted):
    assert EVERYWHERE.admits(host) is admitted


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://127.0.0.1:8000", True),
        ("HTTP://127.0.0.1:8000", True),
        ("https://127.0.0.1:8000", True),
        ("", False),
        ("null", False),
        ("http://127.0.0.1", False),
        ("http://127.0.0.1:9000", False),
        ("http://localhost:8000", False),
        ("http://example.org", False),
        ("http://127.0.0.1:8000.example.org", False),
        ("file://127.0.0.1:8000", False),
    ],
)
def test_the_reload_channel_is_for_own_pages(origin, own):
    assert HERE.is_own_page(origin, "127.0.0.1:8000") is own


def test_a_matching_pair_of_foreign_names_is_foreign():
    assert not HERE.is_own_page("http://example.org", "example.org")
