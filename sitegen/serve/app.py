"""The preview server: the built site as GitHub Pages would serve it, dressed for the preview."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from sitegen.serve.dress import PREFIX, dressed
from sitegen.serve.gate import Gate
from sitegen.serve.problems import ASSETS, as_overlay, as_page, elsewhere
from sitegen.serve.status import Board, Shown
from sitegen.serve.urls import Answer, answer

_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": _HTML,
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Written down, because what a system believes about endings differs from computer to computer."""

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """What is sent for one address."""

    answer: Answer
    """How the site answers."""
    data: bytes
    """The file's bytes; empty where there is none."""
    version: str
    """Tells whether the page would look the same now."""


def make_app(board: Board, gate: Gate) -> ASGIApp:
    """The server for what `board` shows, for those whom `gate` admits."""

    def page(request: Request) -> Response:
        return _page(request, board.shown)

    async def live(websocket: WebSocket) -> None:
        if gate.is_own_page(websocket.headers.get("origin", ""), websocket.headers.get("host", "")):
            await _live(websocket, board)
        else:
            await websocket.close()

    return Starlette(
        routes=[
            WebSocketRoute(f"{PREFIX}live", live),
            *(Route(f"{PREFIX}{name}", _asset) for name in ("reload.js", "problems.css")),
            Route("/{path:path}", page),
        ],
        middleware=[Middleware(_Guard, gate=gate)],
    )


class _Guard:
    """Turns away whoever asks under a foreign name."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or self._gate.admits(HTTPConnection(scope).headers.get("host", "")):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).close()
        else:
            text = "This preview answers only under the address that 'sitegen serve' has printed.\n"
            await PlainTextResponse(text, HTTPStatus.FORBIDDEN)(scope, receive, send)


def _asset(request: Request) -> Response:
    file = ASSETS / PurePosixPath(request.url.path).name
    return Response(file.read_bytes(), media_type=_TYPES[file.suffix], headers=_HEADERS)


def _page(request: Request, shown: Shown) -> Response:
    content = _content(shown, request.scope["raw_path"])
    found = content.answer
    if found.location:
        query = f"?{request.url.query}" if request.url.query else ""
        return Response(status_code=found.status, headers={**_HEADERS, "Location": found.location + query})
    status, media_type = (
        found.status,
        _TYPES.get(PurePosixPath(found.path).suffix, "application/octet-stream"),
    )
    data = content.data
    if not shown.folder:
        status, media_type, data = HTTPStatus.SERVICE_UNAVAILABLE, _HTML, as_page(shown.problems).encode()
    elif not found.path:
        media_type, data = _HTML, elsewhere(shown.base).encode()
    if media_type == _HTML:
        page = dressed(
            data.decode("utf-8", errors="surrogateescape"),
            host=request.headers["host"],
            version=content.version,
            overlay=as_overlay(shown.problems) if shown.folder and shown.problems else "",
        )
        data = page.encode("utf-8", errors="surrogateescape")
    return Response(data, status, media_type=media_type, headers=_HEADERS)


def _content(shown: Shown, raw_path: bytes) -> _Content:
    """What the site has for an address; a file that just vanished, or became a link, is not found."""
    found = answer(shown.files, shown.base, raw_path)
    data = b""
    if shown.folder and found.path:
        file = shown.folder / found.path
        try:
            if file.resolve() == file:
                data = file.read_bytes()
            else:
                found = Answer(status=HTTPStatus.NOT_FOUND)
        except OSError:
            found = Answer(status=HTTPStatus.NOT_FOUND)
    return _Content(answer=found, data=data, version=shown.version(data))


async def _live(websocket: WebSocket, board: Board) -> None:
    """Say "reload" as soon as the page that the browser shows would be another one."""
    path = websocket.query_params.get("path", "/").encode()
    version = websocket.query_params.get("version", "")
    changed = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wake() -> None:
        with contextlib.suppress(RuntimeError):  # the server has just stopped
            loop.call_soon_threadsafe(changed.set)

    await websocket.accept()
    gone = asyncio.create_task(_until_gone(websocket))
    try:
        with board.listening(wake):
            while not gone.done():
                changed.clear()
                now = await run_in_threadpool(_content, board.shown, path)
                if now.version != version:
                    await websocket.send_text("reload")
                    await gone
                    return
                waiting = asyncio.create_task(changed.wait())
                await asyncio.wait({gone, waiting}, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
    except WebSocketDisconnect:
        pass
    finally:
        gone.cancel()


async def _until_gone(websocket: WebSocket) -> None:
    """Come back when the browser has left. What it says meanwhile is of no interest."""
    while (await websocket.receive())["type"] != "websocket.disconnect":
        pass
