"""Who wrote an update, where a line or the end of a paragraph says so and the stamp does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sitegen.importers.names import (
    byline_with_role,
    is_byline,
    is_capital,
    is_name_line,
    is_person,
    is_role,
    names,
    person_with_role,
    split,
)
from sitegen.importers.paragraphs import Line
from sitegen.importers.stamp_line import is_name
from sitegen.importers.text.furniture import is_span
from sitegen.importers.titles import ends_sentence
from sitegen.model import LeftOut

BYLINE = "names the author of an update, and is kept as its author"

_SIGNED = re.compile(r"(?:(?:^|(?<=[.!?…”\"'’»)])\s+)(?:[—―–]|--)\s*|^-)(?P<names>[^\W\d_][^—―–\d]{1,60})$")

_HANDLE = re.compile(r"\(?@\w{2,30}\)?")

_OUTLET = re.compile(r"[A-Z][\w.]*(?: [A-Z]\w*)?['’]s? ")
"""Whose reporters sign: `ABC News' Ada Example`."""

_MOST_WORDS = 8
"""Words of a line that names the authors of an update."""

_LINES = 2
"""Lines at an end of an update in which a credit is looked for."""


@dataclass(slots=True, kw_only=True)
class Credits:
    """The authors of a document's updates, as they are found."""

    known: frozenset[str]
    """People that the header names as authors of the page."""
    authors: list[tuple[str, ...]]
    """Authors of each update."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Lines that only name them."""

    def take(self, section: list[Line], place: int) -> None:
        """Take a line out of a section."""
        line = section.pop(place)
        self.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=BYLINE))
        if place < len(section) and line.gap:
            section[place] = replace(section[place], gap=True)


def above(found: Credits, sections: list[list[Line]]) -> None:
    """Authors that the line right above a stamp names, where most of those lines do.

    `sections` are the header and the updates. Names alone count where they are known, come again, or
    stand below the stamp once more.
    """
    last = [_without_span(section[-1].text) if section else "" for section in sections[:-1]]
    naming = [text for text in last if text and (is_byline(text) or is_name_line(text))]
    if len(naming) < 3 or len(naming) * 5 < len(last) * 4:
        return
    again = [
        any(line.text == text for line in below[:_LINES])
        for text, below in zip(last, sections[1:], strict=True)
    ]
    people = all(is_person(text) for text in naming) and len(set(naming)) < len(naming)
    sure = all(is_byline(text) or text in found.known for text in naming) or sum(again) * 2 > len(again)
    if not (sure or people or len(set(naming)) * 2 <= len(naming)):
        return
    for place, (section, text) in enumerate(zip(sections[:-1], last, strict=True)):
        if text in naming:
            found.authors[place] = found.authors[place] or names(text)
            found.take(section, len(section) - 1)


def _without_span(text: str) -> str:
    """`Ada Example` of `Ada Example - 2 hours ago`."""
    name, dash, span = text.rpartition(" - ")
    return name if dash and is_span(span) else text


def bylines(found: Credits, sections: list[list[Line]]) -> None:
    """Authors that a line near the top of an update names; the line is taken out.

    It says `From Ada Example`; or it is a name that the header knows, that stands twice, or below which
    a line says what the person is; or names stand there in every second update, and come again.
    """
    usual = _usual_names(sections)
    tops = [
        _top_credit(section, found.known | usual, given)
        for section, given in zip(sections, found.authors, strict=True)
    ]
    headed = any(section and section[0].text in found.known for section in sections)
    slots = Counter(top[0] for top in tops if top)
    slot, count = slots.most_common(1)[0] if slots else (-1, 0)
    for place, section in enumerate(sections):
        text = section[slot].text if 0 <= slot < len(section) - 1 else ""
        usual_place = count * 2 >= len(sections) and bool(text) and _may_be_credit(text)
        usual_place = usual_place or (headed and slot == 0 and len(section) > 2 and is_person(text))
        top = tops[place] or ((slot, names(text), 1) if usual_place else None)
        if top is None:
            continue
        at, who, lines = top
        found.authors[place] = found.authors[place] or who
        for _ in range(lines):
            found.take(section, at)


def _may_be_credit(text: str) -> bool:
    """True for names, or a news agency, where most updates have a credit in that place."""
    return is_name_line(text) and len(text.split()) <= _MOST_WORDS and not ends_sentence(text)


def _top_credit(
    section: Sequence[Line], known: frozenset[str], given: tuple[str, ...]
) -> tuple[int, tuple[str, ...], int] | None:
    """Where the credit of an update stands, whom it names, and how many lines it takes."""
    for at, line in enumerate(section[: _LINES + 1]):
        text = line.text
        below = [other.text for other in section[at + 1 : at + 3]]
        twice = is_person(text) and below[:1] == [text]
        rest = below[1:] if twice else below
        role = bool(rest) and is_role(rest[0])
        count = 1 + twice + role
        alone = len(section) == 1 and text not in known
        if is_byline(text) and not alone:
            return at, names(text), 1
        if at == 0 and below and _HANDLE.fullmatch(below[0]) and len(section) > 2:
            return at, (text,), 2
        if is_person(text) and (twice or role or text in known or text in given) and len(section) > 1:
            return at, (text,), count
        if at < _LINES and (text in known or (is_name_line(text) and known.issuperset(names(text)))):
            return at, names(text), 1
        by, who = byline_with_role(text), person_with_role(text)
        if len(section) > 1 and (by or (who in known.union(given) and at < _LINES)):
            return at, (by or who,), 1
    return None


def signed(found: Credits, sections: list[list[Line]]) -> None:
    """Authors that sign at the end of a section, as in `— Ada Example`; the words are taken out.

    The last line but one counts too, as the next title may stand below. One section alone signs nothing.
    A name that the header knows signs without a dash, on a line of its own.
    """
    known = frozenset() if any(found.authors) else found.known
    places = [_signature(section, known) for section in sections]
    count = sum(place is not None for place in places)
    if count < 2 or count * 4 < len(sections):
        return
    for which, (section, place) in enumerate(zip(sections, places, strict=True)):
        if place is None:
            continue
        number, name, start = place
        line = section[number]
        several = all(map(is_person, split(name)))
        who = split(name) if several or _OUTLET.match(name) else (name,)
        found.authors[which] = found.authors[which] or who
        found.left_out.append(
            LeftOut(locator=f"line {line.number}", text=line.text[start:].strip(), reason=BYLINE)
        )
        rest = line.text[:start].rstrip()
        if rest:
            section[number] = replace(line, text=rest)
        else:
            section.pop(number)


def _usual_names(sections: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines that are names and stand at the top of every second section, more than once each on average.

    Below the first line of nearly every section, above its text, they need not come again; there names that
    do are enough. At the top of nearly every section the people must, alone or beside others.
    """
    tops = [section[0].text for section in sections if section and is_name_line(section[0].text)]
    several = len(tops) > 3 and len(tops) * 2 >= len(sections) and len(set(tops)) * 2 <= len(tops)
    firsts = [section[0].text for section in sections if len(section) > 1 and _is_credit(section[0].text)]
    people = [name for text in firsts for name in names(text)]
    again = _nearly_all(firsts, sections) and len(people) * 2 >= len(set(people)) * 3
    second = [section[1].text for section in sections if len(section) > 2 and _is_credit(section[1].text)]
    below = second if _nearly_all(second, sections) else [text for text in second if second.count(text) > 1]
    return frozenset((*(tops if several else ()), *(people if again else ()), *below))


def _nearly_all(lines: Sequence[str], sections: Sequence[object]) -> bool:
    return len(lines) > 2 and len(lines) * 5 >= len(sections) * 4


def _is_credit(text: str) -> bool:
    """True for a line of nothing but people, or a news agency."""
    return is_name_line(text) and all(is_person(name) for name in names(text))


def _signature(section: Sequence[Line], known: frozenset[str]) -> tuple[int, str, int] | None:
    """The line that signs a section, the name, and where in the line it starts."""
    for number in range(len(section) - 1, max(-1, len(section) - 1 - _LINES), -1):
        text = section[number].text
        match = _SIGNED.search(text[-90:])
        if match and is_capital(match["names"]) and all(map(is_name, split(match["names"]))):
            return number, match["names"].strip(), len(text) - len(match.string) + match.start()
        if number and text in known:
            return number, text, 0
    return None
