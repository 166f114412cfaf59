"""The theme's search.js, run by Node or else by Chromium, for tests that hold it against Python."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.search import build_index, meta_path
from sitegen.theme import shipped_themes

SCRIPT = shipped_themes() / "chronicle" / "static" / "search.js"


class NodeClient:
    """search.js in Node: client.cjs plays the browser."""

    def __init__(self, node):
        harness = Path(__file__).with_name("client.cjs")
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([node, harness, SCRIPT], stdin=pipe, stdout=pipe, encoding="utf-8")

    def _ask(self, request):
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def tokens(self, texts):
        return self._ask({"texts": texts})

    def find(self, docs, queries):
        files = build_index(docs)
        texts = {file.path: file.data.decode() for file in files}
        return self._ask({"files": texts, "meta": meta_path(files), "queries": queries})

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()


class PageClient:
    """search.js in a page of Chromium, opened from a file."""

    def __init__(self, browser, folder):
        self._folder = folder
        self._page = browser.new_page()

    def _open(self):
        page = self._folder / "page.html"
        page.write_text(f'<!doctype html><meta charset="utf-8"><script src="{SCRIPT.as_uri()}"></script>')
        self._page.goto(page.as_uri())

    def tokens(self, texts):
        self._open()
        return self._page.evaluate("texts => texts.map(sitegenSearch.tokens)", texts)

    def find(self, docs, queries):
        files = build_index(docs)
        for file in files:
            path = self._folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        self._open()
        return self._page.evaluate(
            """async ([meta, queries]) => {
              sitegenSearch.open(meta);
              return Promise.all(queries.map(async (query) => (await sitegenSearch.find(query)).numbers));
            }""",
            [meta_path(files), queries],
        )

    def close(self):
        self._page.close()


@pytest.fixture(scope="session")
def client(request, tmp_path_factory):
    node = shutil.which("node")
    made = (
        NodeClient(node)
        if node
        else PageClient(request.getfixturevalue("browser"), tmp_path_factory.mktemp("search"))
    )
    yield made
    made.close()
