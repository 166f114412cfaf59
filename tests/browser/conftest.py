"""The sample archive, built, and opened in the three ways that people open it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from places import REPOSITORY
from sitegen.build import BuildOptions, build


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Path:
    """Output folder of the repository's own site."""
    output = tmp_path_factory.mktemp("sample") / "repo"
    build(BuildOptions(root=REPOSITORY, output=output, base_url="https://example.org/repo/", jobs=1))
    return output


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(sample) -> Iterator[dict[str, str]]:
    """Address of the site's root, by the way it is opened."""
    servers = []
    for folder in (sample, sample.parent):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    root, below = (f"http://127.0.0.1:{server.server_port}/" for server in servers)
    yield {"root": root, "repo": below + "repo/", "file": sample.as_uri() + "/"}
    for server in servers:
        server.shutdown()
        server.server_close()


@dataclass
class Visit:
    """A tab that remembers what a person would be warned of."""

    page: object
    home: str
    said: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.home + path, wait_until="load")


@pytest.fixture
def visit(browser, served):
    """Open a tab: `visit("repo")`, with options of Playwright's `new_context`."""
    contexts = []

    def start(way: str, **options: object) -> Visit:
        context = browser.new_context(**options)
        contexts.append(context)
        found = Visit(page=context.new_page(), home=served[way])
        found.page.on("console", lambda message: found.said.append(f"{found.page.url}: {message.text}"))
        found.page.on("pageerror", lambda error: found.said.append(f"{found.page.url}: {error}"))
        found.page.on("dialog", lambda dialog: (found.said.append(dialog.message), dialog.dismiss()))
        found.page.on(
            "requestfailed",
            # Leaving a page aborts what it had not loaded yet: that is no fault of the page.
            lambda request: (
                None if "ERR_ABORTED" in request.failure else found.said.append(f"failed: {request.url}")
            ),
        )
        found.page.on(
            "request",
            lambda request: None if request.url.startswith(found.home) else found.foreign.append(request.url),
        )
        return found

    yield start
    for context in contexts:
        context.close()
