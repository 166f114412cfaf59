"""A plain-text document divided at its stamps: the lines above, between and below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sitegen.importers.paragraphs import Line
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.moment import Moment, read_day, read_moment
from sitegen.model import LeftOut

RULE = "a line of signs that divides updates"
FURNITURE = "a line of the page around the text, which stands in it several times"
CHANGED = "says when an update was changed"
RELATED = "names another article"
BEHIND_RULE = "stands below the last rule and has no stamp"
SPAN = "says how long ago the update was, beside its time"
OWN_DAY = "the day of a stamp, on a line of its own"
DAY = "the day of the updates below it"

_FURNITURE = re.compile(
    r"advertisement|advertising|ad|share|share this|tweet|reply|like|comment|comments|read more|"
    r"show more|play video|watch live|anzeige|werbung|teilen|publicité|partager|publicidad|"
    r"compartir|anuncio|реклама|поделиться|поширити|reklam|paylaş|إعلان|شارك|广告|廣告|分享",
    re.IGNORECASE,
)
"""What pages print between texts."""


_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|edited)(?: at| on)?:?\s|(?:zuletzt )?aktualisiert|mis à jour|actualizado|"
    r"обновлено|оновлено|aggiornato|güncellendi|更新於|更新于",
    re.IGNORECASE,
)
"""How lines start that say when an update was changed."""

_POINTER = re.compile(
    r"(?:related(?: stories| articles?)?|read (?:more|also|next)|see also|also read|more on this(?: story)?|"
    r"lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lee también|te puede interesar|leggi anche|"
    r"читайте также|читайте також|смотрите также|ilgili haber|اقرأ أيضا|相关报道|相關報道)\s*[:：|]",
    re.IGNORECASE,
)
"""How lines start that only name another article."""


@dataclass(slots=True, kw_only=True)
class Sections:
    """The lines of a document around its stamps; one section more than there are stamps."""

    lines: list[list[Line]]
    """Lines with words, in order; the first section is the header."""
    left_out: list[LeftOut] = field(default_factory=list)
    """What was taken out."""
    ruled: bool = False
    """True where rules stand above most stamps."""
    days: dict[int, Moment] = field(default_factory=dict)
    """Day headings, by the section that they stand in."""


def divide(lines: Sequence[str], marks: Sequence[Candidate]) -> Sections:
    """Divide lines at stamps. Words behind a stamp start its section; those before it are the caller's."""
    at = {mark.number: mark for mark in marks}
    sections = Sections(lines=[[]])
    gap = True
    for number, line in enumerate(lines, start=1):
        mark = at.get(number)
        text = line.strip()
        if mark:
            after = [Line(number=number, text=mark.after, gap=True)] if mark.after else []
            sections.lines.append(after)
            gap = not after
            continue
        if text:
            here = sections.lines[-1]
            here.append(Line(number=number, text=text, gap=gap or not here))
        gap = not text
    return sections


def take_rules(sections: Sections) -> None:
    """Take out lines of signs where they stand above most stamps; below the last of them is no update."""
    inner = sections.lines[:-1]
    kinds = Counter(rule for section in inner if section and (rule := _rule(section[-1].text)))
    if not kinds:
        return
    kind, count = kinds.most_common(1)[0]
    if count * 2 < len(inner) or count < 2:
        return
    sections.ruled = True
    for place, section in enumerate(sections.lines):
        rules = [n for n, line in enumerate(section) if _rule(line.text) == kind]
        if not rules or (place == 0 and rules[-1] != len(section) - 1):
            continue
        cut = rules[0] if place else rules[-1]
        for line in section[cut:]:
            reason = RULE if _rule(line.text) == kind else BEHIND_RULE
            sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=reason))
        del section[cut:]


def _rule(text: str) -> str:
    """The sign that a line consists of; empty for other lines."""
    signs = set(text) - {" "}
    return signs.pop() if len(signs) == 1 and not re.search(r"[^\W_]", text) else ""


def take_furniture(sections: Sections) -> None:
    """Take out lines such as `Advertisement` that stand in it more than once."""
    counts = Counter(line.text.casefold() for section in sections.lines for line in section)
    for place, section in enumerate(sections.lines):
        kept: list[Line] = []
        for line in section:
            word = line.text.casefold()
            reason = FURNITURE if counts[word] > 1 and _FURNITURE.fullmatch(word) else ""
            reason = reason or (RELATED if _POINTER.match(line.text) else "")
            reason = reason or (
                CHANGED if place and _CHANGED.match(line.text) and _is_time(line.text) else ""
            )
            beside = (place and line is section[0]) or (
                place < len(sections.lines) - 1 and line is section[-1]
            )
            reason = reason or (SPAN if beside and _is_span(line.text) else "")
            if reason:
                item = LeftOut(locator=f"line {line.number}", text=line.text, reason=reason)
                sections.left_out.append(item)
            else:
                kept.append(line)
        section[:] = kept


def _is_span(text: str) -> bool:
    """True for a line that is nothing but `23m ago`."""
    found = read_moment(text) if len(text) < 40 else None
    return found is not None and found.parts == {"ago"} and found.end == len(text)


def _is_time(text: str) -> bool:
    """True where a time or a day ends a line of few words."""
    if len(text) > 80:
        return False
    places = [match.start() for match in re.finditer(r"(?<!\w)\w", text)][1:]
    times = (read_moment(text, place) for place in places)
    return any(time and time.end + 1 >= len(text) for time in times) or any(
        read_day(text[n:]) for n in places
    )


def take_second_lines(sections: Sections, marks: Sequence[Candidate]) -> dict[int, Moment]:
    """Take out the days that stand on a line of their own right above or below nearly every stamp."""
    if any("date" in mark.moment.parts or mark.after for mark in marks):
        return {}
    for first, end in ((1, 0), (0, -1)):
        found: dict[int, Moment] = {}
        for place in range(len(marks)):
            section = sections.lines[place + first]
            day = read_day(section[end].text) if section else None
            if day and not day.numbers:
                found[place] = day
        if len(found) * 5 < len(marks) * 4 or len(marks) < 3:
            continue
        for place in found:
            line = sections.lines[place + first].pop(end)
            sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=OWN_DAY))
        return found
    return {}


def take_days(sections: Sections, marks: Sequence[Candidate]) -> None:
    """Take out headings that are a day, where stamps print none and the days run in one direction."""
    if any("date" in mark.moment.parts or "ago" in mark.moment.parts for mark in marks):
        return
    found = [
        (place, line, day)
        for place, section in enumerate(sections.lines)
        for line in section
        if len(line.text) < 60 and any(map(str.isdigit, line.text)) and (day := read_day(line.text))
    ]
    if found and found[0][0] == 0:
        last = [item for item in found if item[0] == 0][-1]
        found = [last, *(item for item in found if item[0])]
    inner = [item for item in found if item[0]]
    keys = [(day.stamp.year or 0, day.stamp.month or 0, day.stamp.day or 0) for _, _, day in found]
    ordered = keys in (sorted(set(keys)), sorted(set(keys), reverse=True))
    if not inner or not ordered or any(day.numbers for _, _, day in found):
        return
    if any(
        sections.lines[place][-1] is not line and _not_title_next(sections.lines[place], line)
        for place, line, _ in inner
    ):
        return
    for place, line, day in found:
        sections.days[place] = day
        sections.lines[place].remove(line)
        sections.left_out.append(LeftOut(locator=f"line {line.number}", text=line.text, reason=DAY))


def _not_title_next(section: Sequence[Line], line: Line) -> bool:
    """True where more than one line stands between a day and the next stamp."""
    return len(section) - section.index(line) > 2
