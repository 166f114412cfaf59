"""Bytes of a text document to text. An encoding that is not certain is refused, never guessed."""

from __future__ import annotations

import re
from contextlib import suppress

from sitegen.importers.protocol import NotALiveBlogError

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, without its byte-order mark, and what was concluded about its encoding.

    UTF-8 and UTF-16 with a byte-order mark are certain. Anything else is read as Windows-1252,
    the Western European encoding, where nearly all of its letters are ASCII, as they are in
    text of that kind. Raises NotALiveBlogError for the rest.
    """
    with suppress(UnicodeDecodeError):
        if data.startswith(_UTF16):
            return data.decode("utf-16"), ("the encoding is UTF-16, as its byte-order mark says",)
        return data.decode("utf-8-sig"), ()
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = re.findall(r"[^\W\d_]", text)
    foreign = sum(not letter.isascii() for letter in letters)
    if "\0" in text or not letters or foreign * 5 > len(letters):
        raise NotALiveBlogError(
            "It is not UTF-8, and no other encoding is certain; open it where it looks right, "
            "and save it as UTF-8."
        )
    return text, ("the encoding is Windows-1252, as it is not UTF-8 and nearly all letters are ASCII",)


def lines_of(text: str) -> list[str]:
    """Its lines, without their ends. Unlike `str.splitlines`, only CR and LF end a line."""
    return re.split(r"\r\n|\n|\r", text)
