"""Records of WARCs: which are pages, which tell that a page was unchanged, and which can't be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import BinaryIO
from zipfile import BadZipFile

from warcio.limitreader import LimitReader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from sitegen.importers.limits import MAX_BYTES
from sitegen.importers.webarchive.payload import UnreadableError, has_digest, joined, unpacked
from sitegen.importers.webarchive.protocol import ArchivedPage, Item, Other, Picture, Spot, Trouble, Visit
from sitegen.importers.webarchive.unpacked import CUT_OFF, DamagedError, Unpacked

_VERSIONS = ("WARC/1.1", "WARC/1.0", "WARC/0.17", "WARC/0.18")
_PAGES = re.compile(r"text/html|application/xhtml\+xml|(?:application|text)/(?:[\w.-]+\+)?json")
_HEADERS = 1024 * 1024
"""Bytes that the headers of a record or page may have."""

_CHUNKS = 2 * 1024 * 1024
"""Bytes that chunks may add to a body."""


class Warcs:
    """The WARCs of one archive."""

    def __init__(
        self,
        openers: Sequence[Callable[[], BinaryIO]],
        sizes: tuple[int, ...],
        addresses: frozenset[str] = frozenset(),
    ) -> None:
        self.sizes = sizes
        self.addresses = addresses
        self._openers = openers
        self._opened: tuple[int, BinaryIO, Unpacked] | None = None

    def items(self) -> Iterator[Item]:
        """All records, one after the other."""
        for number in range(len(self._openers)):
            yield from self._items_of(number)

    def page(self, spot: Spot) -> ArchivedPage:
        """The page at a place that `items` gave."""
        stream = self._stream(spot.file)
        stream.seek(spot)
        found = _item(stream, spot)
        assert isinstance(found, ArchivedPage)
        return found

    def picture(self, spot: Spot) -> bytes:
        """The bytes of a picture at a place that `items` gave."""
        stream = self._stream(spot.file)
        stream.seek(spot)
        with suppress(DamagedError):
            found = _item(stream, spot, pictures=True)
            return found.data if isinstance(found, ArchivedPage) else b""
        return b""

    def close(self) -> None:
        """Close what is open."""
        if self._opened:
            self._opened[1].close()
        self._opened = None

    def _items_of(self, number: int) -> Iterator[Item]:
        last = Spot(file=number)
        try:
            stream = self._stream(number)
            spot = stream.next_record()
            while spot:
                last = spot
                item = _item(stream, spot)
                try:
                    spot = stream.next_record()
                except DamagedError:
                    # What is packed has a check sum at its end: a page counts only once that was seen.
                    if stream.spot().offset != last.offset:
                        last = stream.spot()
                        yield item
                    raise
                yield item
        except (DamagedError, BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            what = str(error) if isinstance(error, DamagedError) else "what is packed there is damaged"
            yield Trouble(spot=last, what=what)

    def _stream(self, number: int) -> Unpacked:
        if self._opened is None or self._opened[0] != number:
            self.close()
            file = self._openers[number]()
            self._opened = number, file, Unpacked(file, number)
        return self._opened[2]


class _Head:
    """The lines of headers, within a limit."""

    def __init__(self, stream: Unpacked | LimitReader) -> None:
        self._stream = stream
        self._left = _HEADERS

    def readline(self) -> bytes:
        """The next line. Raises UnreadableError for headers without an end."""
        line: bytes = self._stream.readline(self._left)
        self._left -= len(line)
        if not self._left:
            raise UnreadableError("its headers never end")
        return line


def _item(stream: Unpacked, spot: Spot, *, pictures: bool = False) -> Item:
    """The record that starts here, read to its end, so that nothing of it is believed that is cut off."""
    try:
        headers = StatusAndHeadersParser(_VERSIONS).parse(_Head(stream))
    except (StatusAndHeadersParserException, EOFError) as error:
        raise DamagedError("no record of a WARC starts there") from error
    except UnreadableError as error:
        raise DamagedError("the headers of a record there never end") from error
    length = headers.get_header("Content-Length", "")
    if not re.fullmatch(r"\d{1,18}", length):
        raise DamagedError("a record there does not say how long it is" if stream.next_record() else CUT_OFF)
    block = LimitReader(stream, int(length))
    url = headers.get_header("WARC-Target-URI", "").strip().removeprefix("<").removesuffix(">")
    try:
        found = _read(headers, url, block, spot, pictures=pictures)
    except UnreadableError as error:
        found = Trouble(spot=spot, url=url, what=str(error))
    while block.read(64 * 1024):
        pass
    if block.limit:
        raise DamagedError(CUT_OFF)
    return found


def _read(headers: StatusAndHeaders, url: str, block: LimitReader, spot: Spot, *, pictures: bool) -> Item:
    """What the record is; pictures are read only where that is asked for. Raises UnreadableError."""
    kind = headers.get_header("WARC-Type", "")
    if kind == "resource":
        sent = StatusAndHeaders("200", [("Content-Type", headers.get_header("Content-Type", ""))], "")
    elif kind in ("response", "revisit") and re.match(r"https?://", url, re.IGNORECASE):
        sent = _http_headers(block)
    else:
        return Other(spot=spot)
    media_type = sent.get_header("Content-Type", "").partition(";")[0].strip().lower()
    is_page = _PAGES.fullmatch(media_type) or not media_type
    if kind == "revisit":
        return Visit(spot=spot, url=url) if is_page else Other(spot=spot)
    is_picture = media_type.startswith("image/") and sent.get_statuscode() == "200"
    if is_picture and not pictures:
        return Picture(spot=spot, url=url)
    if not (is_page or is_picture) or sent.get_statuscode() != "200":
        return Other(spot=spot)
    data, forms = _body(headers, sent, block)
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", sent.get_header("Content-Type", ""), re.IGNORECASE)
    digest = headers.get_header("WARC-Payload-Digest", "")
    return ArchivedPage(
        spot=spot,
        url=url if url.lower().startswith("http") else "",
        captured=_moment(headers.get_header("WARC-Date", "")),
        media_type=media_type,
        charset=charset[1] if charset else "",
        data=data,
        record=headers.get_header("WARC-Record-ID", "").strip().removeprefix("<").removesuffix(">"),
        digest=digest,
        intact=has_digest(digest, forms),
        truncated=headers.get_header("WARC-Truncated", ""),
    )


def _http_headers(block: LimitReader) -> StatusAndHeaders:
    try:
        return StatusAndHeadersParser((), verify=False).parse(_Head(block))
    except EOFError:  # a visit that found nothing new needs no headers
        return StatusAndHeaders("", [], "")


def _body(
    headers: StatusAndHeaders, sent: StatusAndHeaders, block: LimitReader
) -> tuple[bytes, tuple[bytes, ...]]:
    """The page, and the forms in which its hash may have been taken. Raises UnreadableError."""
    if headers.get_header("WARC-Segment-Number"):
        raise UnreadableError("it is in several records, of which each holds a part")
    if block.limit > MAX_BYTES + _CHUNKS:
        raise UnreadableError(f"it has {block.limit / 2**20:.0f} MB, and up to 20 MB are read")
    raw = block.read()
    whole = joined(raw) if "chunked" in sent.get_header("Transfer-Encoding", "").lower() else raw
    packing = re.findall(r"[\w-]+", sent.get_header("Content-Encoding", "").lower())
    data = unpacked(whole, packing)
    if len(data) > MAX_BYTES:
        raise UnreadableError("it has more than 20 MB")
    return data, (raw, whole, data)


def _moment(text: str) -> datetime | None:
    """The instant of a record; those without an offset are in UTC, as the standard says."""
    with suppress(ValueError):
        found = datetime.fromisoformat(text.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    return None
