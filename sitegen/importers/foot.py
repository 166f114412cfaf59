"""What stands below the last update and is of the page: that it is closed, rights, lists of articles."""

from __future__ import annotations

import re

from sitegen.importers.phrases import fits
from sitegen.importers.sections import Sections
from sitegen.model import LeftOut

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
    final = len(last) - 1
    for place, line in enumerate(last):
        reason = FOOT if _is_sure(line.text) else ""
        if place and not reason:
            reason = _why(line.text, newest_first=newest_first, final=place == final)
        if reason:
            for below in last[place:]:
                item = LeftOut(locator=f"line {below.number}", text=below.text, reason=reason)
                sections.left_out.append(item)
            del last[place:]
            return


def _is_sure(text: str) -> bool:
    """True for what never is the text of an update."""
    return fits("credit", text) or fits("list", text) or fits("rights", text) or fits("service", text)


def _why(text: str, *, newest_first: bool, final: bool) -> str:
    """Why a line is none of the update above it; empty where it may be."""
    if fits("earlier", text):
        return EARLIER
    if is_notice(text):
        return FOOT
    points = final and _HERE.search(text) and _POINTS.search(text)
    leaves = newest_first and len(text) <= _SHORT and (points or fits("farewell", text))
    return FOOT if leaves else ""
