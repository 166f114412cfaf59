"""Times of one shape that are no stamps: those of running text, of tables, and mere numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sitegen.importers.stamps.candidates import Candidate, Shape
from sitegen.importers.stamps.runs import steps

LOOSE = frozenset({"", ",", "."})
"""What stands behind times in running text, too."""

LABEL = re.compile(
    r"\W*(?:updated?|last update|posted|published|breaking|live|new|time|neu|stand|aktualisiert|uhrzeit|"
    r"publié|mise à jour|maj|actualización|actualizado|publicado|hora|hours?|ore|ora|heure|kl|klo|"
    r"обновлено|оновлено|время|час|güncelleme|saat|更新|تحديث|الساعة)(?:\s+(?:at|on|um|à|a las|alle|в|о))?\W*"
)
"""Words before stamps that are no words of a sentence."""

FEW_WORDS = 4
"""Words that the entries of timetables and programmes have, and headlines seldom."""

_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}[:.h]\d\d(?![\d.:])")

_LOG = re.compile(r"\W*(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL)\b|\S+ [\w./-]+\[\d+\]: ")
"""How lines go on that machines wrote."""

_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]」]*(?:\s|$)|[^\s]{12,}[，。、]")


def is_text(shape: Shape, marks: Sequence[Candidate], lines: Sequence[str]) -> bool:
    """True for times of one shape that are no stamps. `lines` are all lines of the document, if known."""
    if shape.style == "b" and all(mark.moment.stamp.hour in {19, 20} for mark in marks):
        return True
    if len(marks) > 3 and (_standing_still(marks) or _in_table(marks)):
        return True
    if sum(bool(_LOG.match(mark.after)) for mark in marks) * 2 > len(marks):
        return True
    if shape.place == "start" and is_loose(shape):
        return _running_on(marks) or has_words(shape.lead) or _counting(marks) or _programme(marks, lines)
    return shape.place == "end" and _programme(marks, lines)


def has_words(lead: str) -> bool:
    """True where words stand before a time that are no label of stamps."""
    return bool(re.search(r"[^\W\d_]", lead)) and not is_label(lead)


def is_label(lead: str) -> bool:
    """True for a word that only stands before stamps."""
    return bool(LABEL.fullmatch(lead))


def is_loose(shape: Shape) -> bool:
    """True where nothing but its place tells a stamp from a time in running text."""
    return shape.close in LOOSE and not (shape.lead and not has_words(shape.lead)) and not shape.glued


def _standing_still(marks: Sequence[Candidate]) -> bool:
    """True where most stamps print the time that the one before them prints."""
    found = steps(marks)
    return found.count(0) * 3 > len(found) * 2


def _running_on(marks: Sequence[Candidate]) -> bool:
    """True where the words behind the times go on with them, as those of a sentence do."""
    return sum(mark.after[:1].islower() for mark in marks) * 4 > len(marks)


def _in_table(marks: Sequence[Candidate]) -> bool:
    """True where the lines have other clock times too, as those of timetables and opening hours have."""
    several = sum(
        bool(_CLOCK.search(mark.before) or _CLOCK.match(mark.after))
        or len(_CLOCK.findall(mark.after[:40])) > 1
        for mark in marks
    )
    return several * 2 > len(marks)


def _counting(marks: Sequence[Candidate]) -> bool:
    """True for numbers of verses and the like, each one more than the last; and for those of a recording."""
    if any(mark.moment.parts & {"date", "ago", "zone"} or mark.moment.style == "12" for mark in marks):
        return False
    minutes = [mark.moment.stamp.hour * 60 + mark.moment.stamp.minute for mark in marks]
    one_by_one = all(there - here == 1 for here, there in pairwise(minutes))
    return one_by_one or (minutes[0] == 0 and minutes == sorted(minutes))


def _programme(marks: Sequence[Candidate], lines: Sequence[str]) -> bool:
    """True where a few words follow each time, and nowhere a sentence: timetables, agendas, price lists."""
    if not lines or any("date" in mark.moment.parts for mark in marks):
        return False
    first, last = marks[0].number, marks[-1].number
    numbers = {mark.number for mark in marks}
    said = [mark.after or mark.before for mark in marks]
    between = [
        line for number, line in enumerate(lines[first:last], start=first + 1) if number not in numbers
    ]
    if any(_SENTENCE.search(text) for text in (*said, *between)):
        return False
    return median(_words(text) for text in said) <= FEW_WORDS


def _words(text: str) -> float:
    """Words of a text; where a script has none between blanks, two characters are one."""
    wide = sum("\u3040" <= sign <= "\u9fff" for sign in text)
    return len(text.split()) + wide / 2
