"""The line that dates an update: `13:32 , Matt Mathers`, alone on its line."""

from __future__ import annotations

import re

from sitegen.importers.protocol import Stamp

_STAMP = re.compile(
    r"(?P<time>(?P<hour>\d{1,2}):(?P<minute>\d\d)|(?P<hour2>\d\d)\.(?P<minute2>\d\d))\s*,\s*(?P<authors>\S.*)"
)

JOIN = re.compile(r"\s*[,&/]\s*|\s+and\s+")

_LONGEST_NAME = 6
"""Words of one author."""


def stamp_line(line: str) -> tuple[Stamp, tuple[str, ...]] | None:
    """The time and the authors of a stamp line; None for any other line.

    An author has up to six words, no digit and no mark of a sentence, and starts with no small
    letter: `18:44 , said` is running text.
    """
    match = _STAMP.fullmatch(line.strip())
    if not match:
        return None
    hour, minute = int(match["hour"] or match["hour2"]), int(match["minute"] or match["minute2"])
    authors = tuple(JOIN.split(match["authors"]))
    if hour > 23 or minute > 59 or not all(map(is_name, authors)):
        return None
    return Stamp(text=match["time"], hour=hour, minute=minute), authors


def is_name(text: str) -> bool:
    """True for what an author may be called, by the rules of `stamp_line`."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME or re.search(r"[\d:;!?“”\"„«»…]|\.\.|\w{3}\.(?:\s|$)", text):
        return False
    return words[0][0].isalpha() and not words[0][0].islower()
