"""Which file answers an address, as GitHub Pages does it. Pure: only files that the manifest lists exist."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote, unquote_to_bytes, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to answer."""

    status: HTTPStatus
    """OK, MOVED_PERMANENTLY or NOT_FOUND."""
    path: str = ""
    """File of the site to send; empty where there is none, as for an address outside of the site."""
    location: str = ""
    """Where the address has moved to."""


def base_path(base_url: str) -> str:
    """Path of a site's address, from `/` to `/`, percent-encoding undone."""
    return "/" + "".join(f"{s}/" for s in _segments(urlsplit(base_url).path.encode()) or () if s)


def answer(files: Collection[str], base: str, raw_path: bytes) -> Answer:
    """Answer the path of a request, as it was sent, for a site under the path `base`."""
    segments = _segments(raw_path)
    if segments is None or "" in segments[:-1] or any(s.startswith(".") for s in segments):
        return _not_found(files)
    address = "/" + "/".join(segments)
    if f"{address}/" == base:
        return _moved(base)
    if not address.startswith(base):
        return Answer(status=HTTPStatus.NOT_FOUND)
    path = address.removeprefix(base)
    for file in (path, f"{path}.html") if path and not path.endswith("/") else (f"{path}index.html",):
        if file in files:
            return Answer(status=HTTPStatus.OK, path=file)
    if f"{path}/index.html" in files:
        return _moved(f"{address}/")
    return _not_found(files)


def _segments(raw_path: bytes) -> list[str] | None:
    """The decoded parts between slashes; None for what is no path, or hides a separator in one part."""
    if not raw_path.startswith(b"/"):
        return None
    try:
        segments = [unquote_to_bytes(part).decode() for part in raw_path[1:].split(b"/")]
    except UnicodeDecodeError:
        return None
    return None if any(set(s) & set("/\\\0") for s in segments) else segments


def _moved(address: str) -> Answer:
    return Answer(status=HTTPStatus.MOVED_PERMANENTLY, location=quote(address))


def _not_found(files: Collection[str]) -> Answer:
    return Answer(status=HTTPStatus.NOT_FOUND, path="404.html" if "404.html" in files else "")
