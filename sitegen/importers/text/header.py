"""What stands above the first stamp of a plain-text live blog."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sitegen.importers.paragraphs import Paragraph, to_markdown
from sitegen.importers.phrases import fits
from sitegen.importers.text.foot import NOTICE, is_notice
from sitegen.importers.titles import Habit, ends_sentence, has_sentences
from sitegen.model import LeftOut

_HEADING = 60
"""Characters that the heading of the key points may have."""

_SECTION_WORDS = 2
"""Words that the name of a section may have."""

LISTED = "says again what is the title of an update or of the page"
TRAIL = "shows the way to the page"
LABEL = "a label of the page above the updates"

_TRAIL = re.compile(
    r"[^>›»«/|]{2,30}(?:(?:\s*[>›]\s*|\s»\s)[^>›»«/|]{2,30}){1,5}|(?:[^/]{2,25} / ){2,4}[^/]{2,80}"
)
"""The way to a page from the home page: `Home > World > Asia`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header of a document."""

    title: str = ""
    """Headline."""
    summary: str = ""
    """Standfirst, Markdown."""
    key_points: tuple[str, ...] = ()
    """Items of its list."""
    first_title: Paragraph | None = None
    """Title of the first update."""
    left_out: tuple[LeftOut, ...] = ()
    """Lines that say nothing beside the others."""


def read_header(parts: Sequence[Paragraph], habit: Habit, titles: AbstractSet[str] = frozenset()) -> Header:
    """Divide the paragraphs above the first stamp; the rules are those of `text`.

    `titles` are those of the updates: lists of key events repeat them.
    """
    parts, dropped = _without_furniture(parts, habit, titles)
    items = [place for place, part in enumerate(parts) if part.item]
    above = list(parts[: items[0]] if items else parts)
    below = [part for part in parts[items[0] :] if not part.item] if items else []
    left_out: list[LeftOut] = dropped
    first_title = None
    if below or (len(above) > 1 and not items):
        last = below[-1] if below else above[-1]
        if last is parts[-1] and habit.is_title(last):
            first_title = (below or above).pop()
    if items and len(above) > 1 and _is_heading(above[-1]):
        left_out.append(_dropped(above.pop(), "heading of the key points"))
    if len(above) > 1 and _is_section(above[0], above[1]):
        left_out.append(_dropped(above.pop(0), "stands above the headline, as the name of a section does"))
    headline = _headline(above, habit)
    return Header(
        title=headline,
        summary=to_markdown(above + below),
        key_points=tuple(part.text for part in parts if part.item),
        first_title=first_title,
        left_out=tuple(left_out),
    )


def _headline(above: list[Paragraph], habit: Habit) -> str:
    """The headline, taken out of the paragraphs: the first of them, or the second below several sentences."""
    if above and (habit.is_title(above[0]) or not ends_sentence(above[0].text)):
        return above.pop(0).text
    if len(above) > 1 and has_sentences(above[0].text) and re.match(r"\w.*[^.:]$", above[1].text):
        return above.pop(1).text
    return ""


def _without_furniture(
    parts: Sequence[Paragraph], habit: Habit, titles: AbstractSet[str]
) -> tuple[list[Paragraph], list[LeftOut]]:
    """The paragraphs without what says nothing, or says again what the updates or the headline say."""
    kept: list[Paragraph] = []
    left_out: list[LeftOut] = []
    for place, part in enumerate(parts):
        title = habit.titled and place == len(parts) - 1
        heads_list = any(following.item for following in parts[place + 1 : place + 2])
        listed = bool(kept) and not title and (part.text in titles or part.text == kept[0].text)
        if listed and len(kept) > 1 and kept[-1] is parts[place - 1] and _is_heading(kept[-1]):
            left_out.append(_dropped(kept.pop(), LISTED))
        reasons = (
            (listed, LISTED),
            (bool(_TRAIL.fullmatch(part.text)), TRAIL),
            (fits("header", part.text) and not title and not heads_list, LABEL),
            (not kept and is_notice(part.text), NOTICE),
        )
        reason = next((why for holds, why in reasons if holds), "")
        if reason:
            left_out.append(_dropped(part, reason))
        else:
            kept.append(part)
    return kept, left_out


def _is_heading(part: Paragraph) -> bool:
    return len(part.text) <= _HEADING and not ends_sentence(part.text)


def _is_section(first: Paragraph, second: Paragraph) -> bool:
    short = len(first.text.split()) <= _SECTION_WORDS < len(second.text.split())
    named = not first.item and not first.text.endswith(":") and not ends_sentence(first.text)
    return short and named and not ends_sentence(second.text)


def _dropped(part: Paragraph, reason: str) -> LeftOut:
    return LeftOut(locator=f"line {part.number}", text=part.text, reason=reason)
