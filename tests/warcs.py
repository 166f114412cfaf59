"""Web archives for tests, byte for byte the same each time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Sequence


def record(
    kind: str, url: str, content: bytes, *, date: str = "2024-03-01T10:00:00Z", **headers: str
) -> bytes:
    """A record; `headers` are those of the WARC, with underscores for hyphens."""
    name = base64.b16encode(hashlib.md5(url.encode() + date.encode()).digest()).decode().lower()
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        *([f"WARC-Target-URI: {url}"] if url else []),
        f"WARC-Date: {date}",
        f"WARC-Record-ID: <urn:uuid:{name}>",
        *(f"{key.replace('_', '-')}: {value}" for key, value in headers.items()),
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def http(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """An answer of a server."""
    headers = {"Content_Type": "text/html; charset=utf-8"} | headers
    lines = [
        f"HTTP/1.1 {status}",
        *(f"{key.replace('_', '-')}: {value}" for key, value in headers.items() if value),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def page(
    url: str, body: bytes | str, *, date: str = "2024-03-01T10:00:00Z", status: str = "200 OK", **headers: str
) -> bytes:
    """A record of a page with the right hash."""
    data = body.encode() if isinstance(body, str) else body
    digest = "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()
    return record(
        "response",
        url,
        http(data, status, **headers),
        date=date,
        Content_Type="application/http; msgtype=response",
        WARC_Payload_Digest=digest,
    )


INFO = record("warcinfo", "", b"software: test\r\n", Content_Type="application/warc-fields")


def warc(records: Sequence[bytes], packing: str = "records") -> bytes:
    """A WARC: `records` packed one by one, packed as a `whole`, or `plain`."""
    if packing == "records":
        return b"".join(gzip.compress(each, mtime=0) for each in (INFO, *records))
    data = b"".join((INFO, *records))
    return gzip.compress(data, mtime=0) if packing == "whole" else data


def wacz(warcs: Sequence[bytes], pages: Sequence[str] = (), method: int = zipfile.ZIP_STORED) -> bytes:
    """A WACZ with these WARCs and a list of pages."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as zipped:
        for number, data in enumerate(warcs):
            zipped.writestr(zipfile.ZipInfo(f"archive/data-{number}.warc.gz"), data, method)
        lines = ['{"format": "json-pages-1.0"}', *(json.dumps({"url": url}) for url in pages)]
        zipped.writestr(zipfile.ZipInfo("pages/pages.jsonl"), "\n".join(lines), method)
        zipped.writestr(zipfile.ZipInfo("datapackage.json"), "{}", method)
    return file.getvalue()
