"""What stands below the last update and is of the page: that it is closed, rights, lists of articles."""

from __future__ import annotations

import re

from sitegen.importers.phrases import fits
from sitegen.importers.text.sections import Sections

FOOT = "stands below the last update, at the foot of the page"
EARLIER = "stands below the last update without a stamp, as an earlier report does"
NOTICE = "says that the page is closed or goes on elsewhere"

_HERE = re.compile(
    r"\b(?:here|hier|ici|aquí|qui|aqui|здесь|тут|هنا|buradan|burada|這裡|这里)\b[\s.!)»]*$", re.IGNORECASE
)
"""How lines end that only point to another page."""

_POINTS = re.compile(
    r"\b(?:read|find|see|follow|click|more|our|lesen|finden|weitere|klicken|lire|retrouvez|suivez|cliquez|lea|siga|"
    r"consulte|pulse|leggi|segui|clicca|leia|lees|читайте|следите|стежте)\b",
    re.IGNORECASE,
)

_SHORT = 160
"""Characters of a line that only points elsewhere."""


def is_notice(text: str) -> bool:
    """True for a line which says that the page is closed."""
    return len(text) <= _SHORT and fits("closed", text)


def take_foot(sections: Sections, *, newest_first: bool) -> None:
    """Take the foot of the page out of the last update: all from the first line that can't be its text.

    The first line of an update may say anything but whose rights these are and the like. A farewell is the
    foot only where the oldest update stands last, for who says goodbye says it in the newest.
    """
    last = sections.lines[-1]
    sure = (n for n, line in enumerate(last) if _is_sure(line.text) or (n and _is_end(line.text)))
    start = next(sure, len(last))
    if newest_first:
        leaves = (
            n for n in range(1, start) if fits("farewell", last[n].text) and len(last[n].text) <= _SHORT
        )
        start = next(leaves, start)
    while start > 1 and _points_elsewhere(last[start - 1].text):
        start -= 1
    if start < len(last) and fits("earlier", last[start].text):
        sections.headed = True
        sections.below[:0] = [(line, EARLIER) for line in last[start:]]
    else:
        sections.leave((line, FOOT) for line in last[start:])
    del last[start:]


def _is_sure(text: str) -> bool:
    """True for what never is the text of an update."""
    return fits("credit", text) or fits("list", text) or fits("rights", text) or fits("service", text)


def _is_end(text: str) -> bool:
    """True for what is no text of the update above it."""
    return fits("earlier", text) or is_notice(text)


def _points_elsewhere(text: str) -> bool:
    """True for a line that only says where something else can be read."""
    return len(text) <= _SHORT and bool(_HERE.search(text) and _POINTS.search(text))
