"""The preview from start to Ctrl-C."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from sitegen.serve.app import make_app
from sitegen.serve.gate import Gate, is_everywhere
from sitegen.serve.listen import FIRST_PORT, listen, origin
from sitegen.serve.preview import Builder, preview
from sitegen.serve.rebuild import Rebuilder
from sitegen.serve.status import Board
from sitegen.serve.watch import Watcher

_FAREWELL_SECONDS = 1
"""How long open pages may take to say goodbye."""


def serve(
    root: Path,
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    open_browser: bool = False,
    poll: bool = False,
    say: Callable[[str], None] = print,
    build: Builder = preview,
) -> None:
    """Build, serve, watch and rebuild until Ctrl-C.

    `port` None: the first free one from 8000. `say` is given lines for the person at the terminal.
    Raises ContentError where the server can't listen.
    """
    with contextlib.suppress(KeyboardInterrupt), listen(host, port) as listener:
        number = listener.getsockname()[1]
        if port is None and number != FIRST_PORT:
            say(f"Port {FIRST_PORT} is in use: taking {number}.")
        board = Board()
        address = origin(host, number)
        rebuilder = Rebuilder(root, board, build=lambda: build(root, address, number), say=say)
        rebuilder.first()
        with (
            Watcher(root, poll=poll, say=say) as watcher,
            served(make_app(board, Gate(host=host)), listener),
        ):
            say(f"Look at {address}{board.shown.base} (Ctrl-C ends it).")
            if is_everywhere(host):
                say("Other computers in this network can see it too.")
            if open_browser:
                webbrowser.open(address + board.shown.base)
            _keep_up(watcher, rebuilder)
    say("Ended.")


def _keep_up(watcher: Watcher, rebuilder: Rebuilder) -> None:
    """Rebuild after every change, until Ctrl-C."""
    # The watches begin after the first build: a first look finds what changed meanwhile.
    rebuilder.look()
    while True:
        if watcher.wait():
            watcher.renew()
            rebuilder.look()


@contextlib.contextmanager
def served(app: ASGIApp, listener: socket.socket) -> Iterator[None]:
    """Serve in a thread of its own: building, and Ctrl-C, stay with the main thread."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=_FAREWELL_SECONDS,
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(timeout=2 * _FAREWELL_SECONDS)
