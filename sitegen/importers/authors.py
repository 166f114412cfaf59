"""Who wrote an update, where a line or the end of a paragraph says so and the stamp does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.importers.paragraphs import Line
from sitegen.importers.stamp_line import JOIN, is_name
from sitegen.model import LeftOut

BYLINE = "names the author of an update, and is kept as its author"

_BY = (
    r"by|from|reported by|reporting by|posted by|written by|von|aus|par|por|de|di|da|door|автор:?|автора?|"
    r"від|от|yazan:?|haber:?|بقلم:?|كتب:?|文[/／:：]|記者|记者"
)

_BYLINE = re.compile(rf"(?:{_BY})\s*(?P<names>\S.{{1,80}})", re.IGNORECASE)

_SIGNED = re.compile(r"(?:^|(?<=[.!?…”\"'’»)])\s+)(?:[—―–]|--)\s*(?P<names>[^\W\d_][^—―–\d]{1,60})$")

_LINES = 2
"""Lines at an end of an update in which a credit is looked for."""


def bylines(sections: list[list[Line]], left_out: list[LeftOut]) -> list[tuple[str, ...]]:
    """Authors that a line near the top of a section names, as in `From Ada Example`; the line is taken out.

    A line with names only counts where it stands in every second section and names repeat.
    """
    found: list[tuple[str, ...]] = []
    usual = _usual_names(sections)
    for section in sections:
        place = next((n for n, line in enumerate(section[:_LINES]) if _is_byline(line.text, usual)), None)
        if place is None or (len(section) == 1 and section[0].text not in usual):
            found.append(())
            continue
        match = _BYLINE.fullmatch(section[place].text)
        found.append(_names(match["names"] if match else section[place].text))
        taken = section.pop(place)
        left_out.append(LeftOut(locator=f"line {taken.number}", text=taken.text, reason=BYLINE))
        if place < len(section) and taken.gap:
            section[place] = replace(section[place], gap=True)
    return found


def above(sections: list[list[Line]], left_out: list[LeftOut]) -> list[tuple[str, ...]]:
    """Authors that the line right above a stamp names, where most of those lines do and names repeat."""
    last = [section[-1].text if section else "" for section in sections]
    naming = [text for text in last if text and (_is_byline(text, frozenset()) or _name_line(text))]
    repeated = len(set(naming)) * 2 <= len(naming) or all(_is_byline(text, frozenset()) for text in naming)
    if len(naming) < 3 or len(naming) * 5 < len(sections) * 4 or not repeated:
        return []
    found: list[tuple[str, ...]] = []
    for section, text in zip(sections, last, strict=True):
        found.append(names(text) if text in naming else ())
        if text in naming:
            line = section.pop()
            left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=BYLINE))
    return found


def signed(sections: list[list[Line]]) -> list[tuple[str, ...]]:
    """Authors that sign at the end of a section, as in `— Ada Example`; the words are taken out.

    The last line but one counts too, as the next title may stand below. One section alone signs nothing.
    """
    places: list[tuple[int, re.Match[str]] | None] = [_signature(section) for section in sections]
    count = sum(place is not None for place in places)
    if count < 2 or count * 4 < len(sections):
        return [() for _ in sections]
    found: list[tuple[str, ...]] = []
    for section, place in zip(sections, places, strict=True):
        if place is None:
            found.append(())
            continue
        number, match = place
        found.append((match["names"].strip(),))
        line = section[number].text
        rest = line[: len(line) - len(match.string) + match.start()].rstrip()
        if rest:
            section[number] = replace(section[number], text=rest)
        else:
            section.pop(number)
    return found


def all_names(texts: Sequence[str]) -> bool:
    """True where texts that stand beside stamps are authors: names, and fewer of them than stamps."""
    several = len(texts) > 2 and all(texts) and len(set(texts)) * 2 <= len(texts) + 1
    return several and all(map(_name_line, texts))


def names(text: str) -> tuple[str, ...]:
    """The authors that a text of nothing else names, with or without a word such as `by`."""
    match = _BYLINE.fullmatch(text)
    return _names(match["names"] if match else text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part for part in JOIN.split(text.strip()) if part)


def _name_line(text: str) -> bool:
    match = _BYLINE.fullmatch(text)
    return all(map(is_name, names(text))) and (bool(match) or _capital(text))


def _capital(text: str) -> bool:
    words = [word for word in re.split(r"[\s,&/]+", text) if word not in {"and", "und", "et", "y", "in"}]
    return 0 < len(words) <= 6 and not any(word[0].islower() for word in words if word)


def _is_byline(text: str, usual: frozenset[str]) -> bool:
    match = _BYLINE.fullmatch(text)
    if (match and match["names"][0].isupper()) or (match and not match["names"][0].isascii()):
        return all(map(is_name, _names(match["names"]))) and _capital(match["names"])
    return text in usual


def _usual_names(sections: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines that are names and stand at the top of every second section, more than once each on average."""
    tops = [section[0].text for section in sections if section and _name_line(section[0].text)]
    several = len(tops) > 3 and len(tops) * 2 >= len(sections) and len(set(tops)) * 2 <= len(tops)
    return frozenset(Counter(tops)) if several else frozenset()


def _signature(section: Sequence[Line]) -> tuple[int, re.Match[str]] | None:
    for number in range(len(section) - 1, max(-1, len(section) - 1 - _LINES), -1):
        match = _SIGNED.search(section[number].text[-90:]) if number >= 0 else None
        if match and _capital(match["names"]) and all(map(is_name, _names(match["names"]))):
            return number, match
    return None
