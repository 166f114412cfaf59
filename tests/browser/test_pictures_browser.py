"""Pictures that an import kept, in a real browser: shown from a disk and from a server, for everybody."""

import functools
import http.server
import json
import subprocess
import threading

import pytest

from pictures import png
from sitegen.build import BuildOptions, build
from sitegen.content.pictures import name_of
from sites import SITE, path_of, update, write

pytestmark = pytest.mark.browser

WIDE, TALL, SMALL = png(1200, 500, 90), png(400, 900, 140), png(120, 80, 60)
NAMES = [name_of(data, "png") for data in (WIDE, TALL, SMALL)]
BODY = f"""The water is at the quay.

![](../../media/{NAMES[0]} "A quay under water")\\
[Quay four at noon. Photo: A. Example](https://example.org/wide.png)

![](../../media/{NAMES[1]} "https://example.org/tall.png")

- ![A gauge](../../media/{NAMES[2]}) at four metres
"""
PAGES = ["flood/2024-03-01/1000-quay/index.html", "flood/chronology/2024-03-01/index.html"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    root = tmp_path_factory.mktemp("pictures") / "archive"
    write(root, SITE | {path_of(name="1000-quay"): update("q", time="2024-03-01T10:00:00+00:00", body=BODY)})
    (root / "content" / "flood" / "media").mkdir()
    for name, data in zip(NAMES, (WIDE, TALL, SMALL), strict=True):
        (root / "content" / "flood" / "media" / name).write_bytes(data)
    output = root.parent / "site" / "repo"
    build(BuildOptions(root=root, output=output, base_url="https://example.org/repo/", jobs=1))
    return output


@pytest.fixture(scope="module")
def homes(output):
    handler = functools.partial(_Quiet, directory=output.parent)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield {"server": f"http://127.0.0.1:{server.server_port}/repo/", "disk": output.as_uri() + "/"}
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=False)
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("way", ["server", "disk"])
@pytest.mark.parametrize("path", PAGES)
def test_pictures_are_shown_whole_and_nobody_else_is_asked(way, path, homes, tab):
    said = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("requestfailed", lambda request: said.append(request.url))
    tab.on("request", lambda request: request.url.startswith(homes[way]) or said.append(request.url))
    tab.goto(homes[way] + path)
    for picture in tab.locator("img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("image => image.decode()")
    sizes = tab.evaluate(
        "[...document.images].map(i => [i.naturalWidth, i.width <= 360, i.width / i.height])"
    )
    assert sizes == [[1200, True, pytest.approx(2.4, abs=0.02)], [400, True, pytest.approx(0.44, abs=0.02)],
                     [120, True, 1.5]]  # fmt: skip
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(scheme, browser, homes, axe):
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in PAGES:
        page.goto(homes["server"] + path)
        assert axe(page) == []
    context.close()


def test_the_nu_checker_finds_no_error(output, vnu):
    pages = [str(output / path) for path in PAGES]
    done = subprocess.run([*vnu, *pages], capture_output=True, text=True, check=False)
    assert [m["message"] for m in json.loads(done.stderr)["messages"]] == []
