"""The bytes of a WARC one after the other, whether it is packed as a whole, by record or not at all."""

from __future__ import annotations

import zlib
from typing import BinaryIO, Protocol

import zstandard

from sitegen.importers.limits import MAX_BYTES
from sitegen.importers.webarchive.protocol import Spot

_READ = 64 * 1024
_UNPACK = 1024 * 1024
_GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""How the dictionary starts that stands before records packed with Zstandard, if there is one."""
_SIGNS = ((_GZIP,), (ZSTANDARD, _DICTIONARY))
"""How a packed block may start."""
_WINDOW = 128 * 1024 * 1024
_PIECE = 128
"""Packed bytes that are unpacked in one go, for each block of them may hold 128 KB."""

_HUGE, _RATIO = 200 * 1024 * 1024, 300
"""A block that unpacks to more than so many bytes, and to so many times its size, holds no pages."""

CUT_OFF = "it is cut off"


class DamagedError(Exception):
    """The archive can't be read on from here; the message is a clause that says why."""


class Packer(Protocol):
    """What unpacks a block, as `zlib` has it."""

    @property
    def eof(self) -> bool:
        """True behind the end of the block."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind it."""

    @property
    def unconsumed_tail(self) -> bytes:
        """What was not unpacked for the limit."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Unpack more of the block, up to about so many bytes."""


class Zstandard:
    """Unpacks one frame, within a limit."""

    def __init__(self, dictionary: zstandard.ZstdCompressionDict | None = None) -> None:
        packer = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_WINDOW)
        self._frame = packer.decompressobj()
        self.eof = False
        self.unused_data = self.unconsumed_tail = b""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """About so many bytes."""
        parts: list[bytes] = []
        size = place = 0
        while place < len(data) and size < max_length and not self.eof:
            parts.append(self._frame.decompress(data[place : place + _PIECE]))
            place += _PIECE
            size += len(parts[-1])
            self.eof = self._frame.eof
        self.unused_data = self._frame.unused_data + data[place:] if self.eof else b""
        self.unconsumed_tail = b"" if self.eof else data[place:]
        return b"".join(parts)


class Unpacked:
    """Reads forward; `seek` goes to a record that was met before."""

    def __init__(self, file: BinaryIO, number: int = 0) -> None:
        self._file = file
        self._number = number
        start = file.read(len(ZSTANDARD))
        self._signs = next((signs for signs in _SIGNS if start.startswith(signs)), ())
        self._is_packed = bool(self._signs)
        self._dictionary: zstandard.ZstdCompressionDict | None = None
        first = self._skip_dictionary(start)
        self._raw, self._buffer = b"", b""
        self._offset = self._taken = self._before = self._place = 0
        self._packer: Packer | None = None
        self._start(first)

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
        self._packer = self._new_packer()

    def _new_packer(self) -> Packer | None:
        if _GZIP in self._signs:
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        return Zstandard(self._dictionary) if self._signs else None

    def _skip_dictionary(self, start: bytes) -> int:
        """Read the dictionary, which may be packed itself; where the first record starts."""
        if start != _DICTIONARY:
            return 0
        size = int.from_bytes(self._file.read(4), "little")
        data = self._file.read(size) if size <= MAX_BYTES else b""
        if len(data) < size or not data:
            raise DamagedError("the dictionary that it is packed with is damaged")
        if data.startswith(ZSTANDARD):
            with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(data) as stream:
                data = stream.read(MAX_BYTES)
        self._dictionary = zstandard.ZstdCompressionDict(data)
        return 8 + size

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
        except (zlib.error, zstandard.ZstdError) as error:
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
        if self._raw and not any(self._raw.startswith(sign[: len(self._raw)]) for sign in self._signs):
            raise DamagedError("no packed record starts there")
