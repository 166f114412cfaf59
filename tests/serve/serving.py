"""What the tests of serve share: a site on disk, a server on a free port, requests as they are written."""

import contextlib
import http.client
import threading
from dataclasses import dataclass
from pathlib import Path

from sitegen.publish.manifest import MANIFEST, render
from sitegen.serve.app import make_app
from sitegen.serve.gate import Gate
from sitegen.serve.listen import listen
from sitegen.serve.serve import served
from sitegen.serve.status import Board, Shown
from sitegen.serve.urls import base_path

HEAD = (
    '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    "<title>t</title></head><body>"
)


def page(words):
    return f"{HEAD}<p>{words}</p></body></html>".encode()


SITE = {
    "index.html": page("home"),
    "dir/index.html": page("in a folder"),
    "about.html": page("about"),
    "404.html": page("not found"),
    "style.css": b"p { color: red }",
    "data/x.json": b"{}",
    "feed.xml": b"<feed/>",
    "unknown.ending": b"\x00",
}


@dataclass(frozen=True, kw_only=True)
class Built:
    """What a build reports, as far as the preview reads it."""

    output: Path
    base_url: str = "http://127.0.0.1/"
    written: int = 1
    removed: int = 0
    seconds: float = 0.0
    diagnostics: tuple = ()


def make_site(folder, files=SITE):
    """Write a site as a build would, with a manifest."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (folder / MANIFEST).write_bytes(render(dict.fromkeys(files, "0" * 64)))
    return folder


def shown(folder, base_url="http://127.0.0.1/", files=SITE, **more):
    return Shown(folder=folder.resolve(), base=base_path(base_url), files=frozenset(files), **more)


@contextlib.contextmanager
def server(board, host="127.0.0.1"):
    """A running server; gives its port."""
    with listen(host, 0) as listener, served(make_app(board, Gate(host=host)), listener):
        yield listener.getsockname()[1]


def ask(port, path, *, method="GET", headers=None):
    """Ask for exactly this path. Gives status, headers, body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"127.0.0.1:{port}", **(headers or {})}.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def in_background(function):
    thread = threading.Thread(target=function, daemon=True)
    thread.start()
    return thread


__all__ = ["SITE", "Board", "Built", "ask", "in_background", "make_site", "page", "server", "shown"]
