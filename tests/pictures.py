"""Pictures for tests: a real PNG, and the heads of the other kinds, as far as anybody reads them."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 300, height: int = 200, shade: int = 120) -> bytes:
    """A PNG of one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * width) * height
    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg(width: int = 300, height: int = 200, *, turned: bool = False) -> bytes:
    """The head of a JPEG; `turned` says that it is to be shown turned by a quarter."""
    tiff = b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHLHH", 0x0112, 3, 1, 6 if turned else 1, 0) + b"\0\0\0\0"
    exif = b"Exif\0\0" + tiff
    app1 = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return b"\xff\xd8" + app1 + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


def gif(width: int = 300, height: int = 200) -> bytes:
    """The head of a GIF."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(width: int = 300, height: int = 200) -> bytes:
    """The head of a WebP."""
    body = b"VP8X" + struct.pack("<L", 10) + b"\0\0\0\0"
    body += struct.pack("<L", width - 1)[:3] + struct.pack("<L", height - 1)[:3]
    return b"RIFF" + struct.pack("<L", len(body) + 4) + b"WEBP" + body


def avif(width: int = 300, height: int = 200) -> bytes:
    """The head of an AVIF."""

    def box(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data) + 8) + kind + data

    size = box(b"ispe", struct.pack(">LLL", 0, width, height))
    uses = box(b"ipma", struct.pack(">LLHBB", 0, 1, 1, 1, 1))
    first = box(b"pitm", struct.pack(">LH", 0, 1))
    meta = b"\0\0\0\0" + first + box(b"iprp", box(b"ipco", size) + uses)
    return box(b"ftyp", b"avif\0\0\0\0mif1avif") + box(b"meta", meta)


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
