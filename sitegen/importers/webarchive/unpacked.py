"""The bytes of a WARC one after the other, whether it is packed as a whole, by record or not at all."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from sitegen.importers.webarchive.protocol import Spot

_READ = 64 * 1024
_UNPACK = 1024 * 1024
_GZIP = b"\x1f\x8b"

_HUGE, _RATIO = 200 * 1024 * 1024, 300
"""A block that unpacks to more than so many bytes, and to so many times its size, holds no pages."""

CUT_OFF = "it is cut off"


class DamagedError(Exception):
    """The archive can't be read on from here; the message is a clause that says why."""


class Unpacked:
    """Reads forward; `seek` goes to a record that was met before."""

    def __init__(self, file: BinaryIO, number: int = 0) -> None:
        self._file = file
        self._number = number
        self._is_packed = file.read(len(_GZIP)) == _GZIP
        self._raw, self._buffer = b"", b""
        self._offset = self._taken = self._before = self._place = 0
        self._packer: zlib._Decompress | None = None
        self._start(0)

    def read(self, size: int) -> bytes:
        """Up to so many bytes; fewer only at the end. Raises DamagedError."""
        parts: list[bytes] = []
        while size > 0 and self._fill():
            part = self._buffer[self._place : self._place + size]
            self._place += len(part)
            size -= len(part)
            parts.append(part)
        return b"".join(parts)

    def readline(self, size: int) -> bytes:
        """A line with its end, or so many bytes of it. Raises DamagedError."""
        parts: list[bytes] = []
        while size > 0 and self._fill():
            end = self._buffer.find(b"\n", self._place, self._place + size) + 1
            stop = end or min(self._place + size, len(self._buffer))
            parts.append(self._buffer[self._place : stop])
            size -= stop - self._place
            self._place = stop
            if end:
                break
        return b"".join(parts)

    def next_record(self) -> Spot | None:
        """Where the next record starts; None at the end. Skips the empty lines between records."""
        while self._fill():
            if self._buffer[self._place] not in b"\r\n":
                return self.spot()
            self._place += 1
        return None

    def spot(self) -> Spot:
        """Where the next byte is."""
        done = self._before + self._place
        if self._is_packed:
            return Spot(file=self._number, offset=self._offset, skip=done)
        return Spot(file=self._number, offset=self._offset + done)

    def seek(self, spot: Spot) -> None:
        """Go to a place that `spot` gave; forward in the same block without starting it again."""
        here = self.spot()
        if spot.offset != here.offset or spot.skip < here.skip:
            self._start(spot.offset)
        while (left := spot.skip - self.spot().skip) > 0 and self._fill():
            self._place += min(left, len(self._buffer) - self._place)

    def _start(self, offset: int) -> None:
        self._file.seek(offset)
        self._raw = b""
        self._begin(offset)

    def _begin(self, offset: int) -> None:
        """A packed block starts there, with the bytes in `_raw`; of a plain WARC all is one block."""
        self._offset = offset
        self._taken = len(self._raw)
        self._before = 0
        self._buffer = b""
        self._place = 0
        self._packer = zlib.decompressobj(16 + zlib.MAX_WBITS) if self._is_packed else None

    def _fill(self) -> bool:
        """Make sure that there is a byte to read; False at the end."""
        while self._place >= len(self._buffer):
            self._before += len(self._buffer)
            self._buffer, self._place = b"", 0
            ended = self._packer is not None and self._packer.eof
            if not self._raw:
                self._raw = self._file.read(_READ)
                self._taken += len(self._raw)
            if ended:
                self._next_block()
            if not self._raw:
                if self._packer and self._taken:
                    raise DamagedError(CUT_OFF)
                return False
            self._unpack()
        return True

    def _unpack(self) -> None:
        if self._packer is None:
            self._buffer, self._raw = self._raw, b""
            return
        try:
            self._buffer = self._packer.decompress(self._raw, _UNPACK)
        except zlib.error as error:
            raise DamagedError("what is packed there is damaged") from error
        self._raw = self._packer.unused_data if self._packer.eof else self._packer.unconsumed_tail
        total = self._before + len(self._buffer)
        if total > _HUGE and total > _RATIO * (self._taken - len(self._raw)):
            raise DamagedError(f"what is packed there unpacks to more than {_RATIO} times its size")

    def _next_block(self) -> None:
        """Go to the next packed block, over zero bytes that some programs fill up with."""
        end = self._offset + self._taken - len(self._raw)
        while self._raw and not self._raw.strip(b"\0"):
            end += len(self._raw)
            self._raw = self._file.read(_READ)
        self._begin(end)
        if self._raw and not self._raw.startswith(_GZIP[: len(self._raw)]):
            raise DamagedError("no packed record starts there")
