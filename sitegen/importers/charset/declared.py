"""What bytes say of their own encoding: byte-order marks, a page's `meta`, the first line of XML."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?(\sencoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)[\"'])")
_START = 65536
"""Bytes in which a page says what it is."""

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Encodings as browsers read them: each with the letters that Windows, or a later standard, added to it."""

_NO_TEXT = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})


def known(name: str) -> str:
    """Python's name of an encoding of text; empty for what is none."""
    with suppress(LookupError, ValueError, UnicodeError):
        codec = codecs.lookup(name.strip()).name
        b"".decode(codec)
        return "" if codec in _NO_TEXT else codec
    return ""


def wider(codec: str) -> str:
    """The encoding that texts of this one are really in."""
    return _WIDER.get(codec, codec)


def mark(data: bytes) -> str:
    """The encoding of a byte-order mark; empty where there is none."""
    return next((codec for start, codec in _MARKS if data.startswith(start)), "")


def declared(data: bytes) -> str:
    """The encoding that a page or XML document names; empty where it names none that is known."""
    xml = _XML.match(data)
    found = xml[2] if xml else (_META.search(data[:_START]) or (b"", b""))[1]
    return known(found.decode("ascii"))


def without_declaration(data: bytes) -> bytes:
    """XML that no longer says in which encoding it was; blanks keep the columns."""
    xml = _XML.match(data)
    return data[: xml.start(1)] + b" " * len(xml[1]) + data[xml.end(1) :] if xml else data


def without_mark(data: bytes) -> str:
    """The encoding of UTF-16 without a byte-order mark, told by its zero bytes; empty for all else."""
    start = data[:4096]
    even, odd = start[::2], start[1::2]
    for empty, full, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(empty) > 8 and empty.count(0) * 2 > len(empty) and full.count(0) * 20 < len(full):
            return codec
    return ""
