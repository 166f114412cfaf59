"""What a server sent, as it was meant to be read: chunks joined, unpacked within the limit."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

import brotli
import zstandard
from warcio.bufferedreaders import ChunkedDataReader

from sitegen.importers.limits import MAX_BYTES
from sitegen.importers.webarchive.unpacked import ZSTANDARD, Packer, Zstandard


class UnreadableError(Exception):
    """The page can't be unpacked; the message is a clause that says why."""


def joined(raw: bytes) -> bytes:
    """The bytes of a body that was sent in chunks; as they are where they are in none."""
    found: bytes = ChunkedDataReader(io.BytesIO(raw)).read()
    return found


def unpacked(data: bytes, encodings: Sequence[str]) -> bytes:
    """The bytes without the packing that the server names, the last first.

    Raises UnreadableError for what is larger than a document may be, cut off or damaged. What is not
    packed, although the server said so, stays as it is.
    """
    for name in reversed(encodings):
        if name == "br":
            data = _from_brotli(data)
        elif name == "zstd" and data.startswith(ZSTANDARD):
            data = _inflated(data, Zstandard, ZSTANDARD)
        elif name in ("gzip", "x-gzip") and data.startswith(b"\x1f\x8b"):
            data = _inflated(data, partial(zlib.decompressobj, 16 + zlib.MAX_WBITS), b"\x1f\x8b")
        elif name == "deflate":
            wrapped = data[:1] == b"\x78" and int.from_bytes(data[:2]) % 31 == 0
            bits = zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS
            data = _inflated(data, partial(zlib.decompressobj, bits), b"")
    return data


def has_digest(digest: str, forms: Sequence[bytes]) -> bool | None:
    """Whether one of these bytes has the hash; None for a hash that nobody can compute.

    Recorders differ in what they hash: the bytes as sent, or without chunks, or unpacked.
    """
    found = re.fullmatch(r"\s*([\w-]+):(\S+)\s*", digest)
    algorithm = found[1].replace("-", "").lower() if found else ""
    if found is None or algorithm not in ("md5", "sha1", "sha256", "sha384", "sha512"):
        return None
    for form in forms:
        value = hashlib.new(algorithm, form, usedforsecurity=False).digest()
        if found[2].lower() == value.hex() or _decoded(found[2]) == value:
            return True
    return False


def _inflated(data: bytes, new_packer: Callable[[], Packer], sign: bytes) -> bytes:
    """The bytes of packed blocks that follow each other, each starting with the `sign`, if there is one."""
    parts, size = [], 0
    while data:
        packer = new_packer()
        try:
            parts.append(packer.decompress(data, MAX_BYTES + 1 - size))
        except (zlib.error, zstandard.ZstdError) as error:
            if not parts:
                return data
            raise UnreadableError("it is packed, and damaged") from error
        size += len(parts[-1])
        if size > MAX_BYTES:
            raise UnreadableError("it unpacks to more than 20 MB")
        if not packer.eof:
            raise UnreadableError("it is packed, and cut off")
        data = packer.unused_data if sign and packer.unused_data.startswith(sign) else b""
    return b"".join(parts)


def _from_brotli(data: bytes) -> bytes:
    """Brotli has no sign of its own: what looks like text and can't be unpacked is not packed."""
    packer = brotli.Decompressor()
    parts, size, rest = [], 0, data
    try:
        while not packer.is_finished() and (rest or not packer.can_accept_more_data()):
            parts.append(packer.process(rest, output_buffer_limit=MAX_BYTES + 1 - size))
            size, rest = size + len(parts[-1]), b""
            if size > MAX_BYTES:
                raise UnreadableError("it unpacks to more than 20 MB")
    except brotli.error as error:
        if data.lstrip()[:1] in (b"<", b"{", b"["):
            return data
        raise UnreadableError("it is packed, and damaged") from error
    if not packer.is_finished():
        raise UnreadableError("it is packed, and cut off")
    return b"".join(parts)


def _decoded(value: str) -> bytes:
    """The bytes of a hash written in base32 or base64."""
    for read in (base64.b32decode, base64.b64decode, base64.urlsafe_b64decode):
        with suppress(binascii.Error, ValueError):
            text = value.upper() if read is base64.b32decode else value
            return read(text + "=" * (-len(text) % (8 if read is base64.b32decode else 4)))
    return b""
