"""Runs of characters that look broken: UTF-8 read in another encoding, lost and control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.model import LeftOut

REASON = "looks like a character that was broken before; kept as it stands"

_TAIL = "[\u0080-\u00bf" + "".join(bytes([n]).decode("cp1252", "ignore") for n in range(0x80, 0xA0)) + "]"
"""What a second or later byte of a UTF-8 character looks like in Latin-1 or Windows-1252."""

_BROKEN = re.compile(
    rf"[ÂÃ]{_TAIL}|â{_TAIL}{{2}}|ð{_TAIL}{{3}}|ï»¿"
    rf"|(?:[Ä-ß]{_TAIL}){{2}}|(?:[à-ï]{_TAIL}{{2}}){{2}}"  # once, it may be a letter before quotation marks
    r"|€[™œ˜¦¢\u009d]"  # the tail of a quotation mark or an ellipsis whose first byte was lost
    r"|\ufffd|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)


def suspects(lines: Sequence[str]) -> Iterator[LeftOut]:
    """Each word with a broken run, with its line counted from 1."""
    for number, line in enumerate(lines, start=1):
        if not line.isascii() or not line.isprintable():
            for word in re.findall(r"[^ \t]+", line):
                if _BROKEN.search(word):
                    yield LeftOut(locator=f"line {number}", text=word, reason=REASON)
