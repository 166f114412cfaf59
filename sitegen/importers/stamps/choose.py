"""Which times of a document are its stamps: those of one shape that run through it in one direction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.importers.stamps.candidates import Candidate, Shape
from sitegen.importers.stamps.dates import order_of_dates
from sitegen.importers.stamps.kin import echoes, with_spans, with_strays
from sitegen.importers.stamps.runs import steadiness
from sitegen.importers.stamps.textlike import has_words, is_label, is_loose, is_text

__all__ = ["Choice", "choose", "order_of_dates"]

_WEIGHT = {"author": 1.5, "alone": 1.2, "start": 1.0, "end": 0.8}
"""How much a place of a stamp tells: running text has times at starts and ends of lines, too."""

_STEADY = 0.7
"""Share of steps that go the same way in stamps that run through a document."""

_STEADY_ALONE = 0.6
"""The same for times that stand alone on their lines: nights between them may look like steps back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The stamps of a document."""

    marks: tuple[Candidate, ...] = ()
    """In page order."""
    shape: Shape | None = None
    """The shape of most of them."""
    echoes: tuple[Candidate, ...] = ()
    """Lines that tell once more when an update was posted."""
    inferred: tuple[str, ...] = ()
    """What was concluded, a sentence each."""


def choose(found: Sequence[Candidate], lines: Sequence[str] = ()) -> Choice:
    """The candidates that are stamps; none where no shape runs through the document.

    `lines` are all of the document's, as far as they are known: what stands between times tells
    stamps from timetables.
    """
    groups: dict[Shape, list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[_usual(candidate.shape)].append(candidate)
    joined = _join_empty(groups)
    scored = sorted(
        ((score, shape) for shape, marks in joined.items() if (score := _score(shape, marks, lines)) > 0),
        key=lambda pair: (-pair[0], str(pair[1])),
    )
    if not scored:
        return Choice()
    best = scored[0][1]
    again = echoes(joined[best], found)
    once = [mark for mark in joined[best] if mark not in again]
    rest = [candidate for candidate in found if candidate not in again]
    marks = with_strays(best, with_spans(best, once, joined), rest, lines)
    return Choice(
        marks=tuple(marks),
        shape=best,
        echoes=tuple(again),
        inferred=tuple(_told(best, marks, scored, joined, again)),
    )


def _usual(shape: Shape) -> Shape:
    """The shape by which times are grouped: behind a label such as `UPDATE` any sign may stand, or none."""
    if shape.place == "start" and any(map(str.isalpha, shape.lead)) and is_label(shape.lead):
        return replace(shape, close=":")
    return shape


def _join_empty(groups: dict[Shape, list[Candidate]]) -> dict[Shape, list[Candidate]]:
    """Lines of a stamp alone go to those where the same stamp, with its closing sign, has words behind it."""
    joined = {shape: list(marks) for shape, marks in groups.items()}
    for shape, marks in groups.items():
        inline = _usual(replace(shape, place="start"))
        if shape.place == "alone" and inline in groups and (shape.close or shape.lead):
            joined[inline] = sorted((*joined[inline], *marks), key=lambda mark: mark.number)
            if len(groups[inline]) >= len(marks):
                del joined[shape]
    return joined


def _score(shape: Shape, marks: Sequence[Candidate], lines: Sequence[str]) -> float:
    """How well they run: 0 where they are no stamps."""
    if len(marks) < _enough(shape, marks):
        return 0.0
    if shape.place == "author":
        # A line that is nothing but a time and names is a stamp in any order.
        return len(marks) * _WEIGHT["author"]
    steady = steadiness(marks)
    if steady < (_STEADY_ALONE if shape.place == "alone" else _STEADY) or is_text(shape, marks, lines):
        return 0.0
    dated = sum("date" in mark.moment.parts for mark in marks) / len(marks)
    signed = 1.2 if not is_loose(shape) else 1.0
    exact = 0.9 if shape.style == "" else 1.0  # a clock tells more than a span
    wordy = 0.5 if has_words(shape.lead) else 1.0
    return len(marks) * steady * _WEIGHT[shape.place] * (1 + dated / 2) * signed * exact * wordy


def _enough(shape: Shape, marks: Sequence[Candidate]) -> int:
    """From how many on a shape may be one of stamps."""
    if shape.place == "author":
        return 1
    full = all({"date", "time"} <= mark.moment.parts for mark in marks)
    sure = full or all(mark.moment.parts == {"ago"} for mark in marks)
    if shape.place == "alone":
        return 4 if shape.style == "b" else 2 if sure else 3
    if shape.style == "b" or (shape.place == "start" and is_loose(shape)):
        return 3 if full else 4
    labelled = shape.lead != "" and is_label(shape.lead) and any(map(str.isalpha, shape.lead))
    return 2 if (full and shape.close) or labelled else 3


def _told(
    best: Shape,
    marks: Sequence[Candidate],
    scored: Sequence[tuple[float, Shape]],
    groups: dict[Shape, list[Candidate]],
    again: Sequence[Candidate],
) -> Iterator[str]:
    """Which reading was taken, and which other one was not."""
    if best.place != "author":
        yield f"the stamps look like '{best}', as {len(marks)} of them run through the document"
    taken = {mark.number for mark in (*marks, *again)}
    for score, shape in scored[1:3]:
        if score * 2 >= scored[0][0] and any(mark.number not in taken for mark in groups[shape]):
            yield (
                f"'{shape}' runs through it too, {len(groups[shape])} times, and was read as text: "
                "--stamp names another pattern"
            )
