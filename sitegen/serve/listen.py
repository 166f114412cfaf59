"""Finds the port to listen on."""

from __future__ import annotations

import os
import socket

from sitegen.diagnostics import ContentError, Diagnostic
from sitegen.serve.gate import is_everywhere

FIRST_PORT = 8000
_TRIES = 50


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens on this port, or for None on the first free one from 8000.

    Raises ContentError where that can't be done.
    """
    tries = range(FIRST_PORT, FIRST_PORT + _TRIES) if port is None else [port]
    problem: OSError | None = None
    for number in tries:
        try:
            return _bound(host, number)
        except OSError as error:
            problem = error
            if isinstance(error, socket.gaierror):
                break
    assert problem is not None
    raise ContentError([_refusal(host, port, problem)]) from problem


def origin(host: str, port: int) -> str:
    """The address to type into a browser on this computer, without a path."""
    name = host
    if is_everywhere(host):
        name = "127.0.0.1" if ":" not in host else "::1"
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    found = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            # A port whose last connections are still fading is free. Windows would share a port in use.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen()
    except OSError:
        found.close()
        raise
    return found


def _refusal(host: str, port: int | None, problem: OSError) -> Diagnostic:
    where = f"{host}, port {port}" if port else f"{host}, ports {FIRST_PORT} to {FIRST_PORT + _TRIES - 1}"
    return Diagnostic(
        code="cannot-listen",
        path="",
        what=f"can't listen on {where}: {problem.strerror or problem}",
        mend="choose another --port or --host, or leave both out",
    )
