"""What the words are that share a line with stamps: authors, speakers of a chat, the text itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.importers.names import all_names, is_byline, names, person_with_role
from sitegen.importers.phrases import fits
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.text.authors import BYLINE
from sitegen.importers.text.furniture import FURNITURE
from sitegen.importers.titles import ends_sentence
from sitegen.model import LeftOut

_SPEAKER = re.compile(r"(?P<name>[^\s:][^:]{0,39}):\s+(?P<text>\S.*)", re.DOTALL)

_HANDLE = re.compile(r"(?P<name>\S.*?)\s+\(?@\w{2,30}\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Stamps, with the words on their lines told apart."""

    marks: tuple[Candidate, ...]
    """The stamps; authors are no longer among the words before and behind them."""
    left_out: tuple[LeftOut, ...] = ()
    """Words that only name authors."""
    below: bool = False
    """True where the stamps end the lines of their texts, which are the words before them."""


def beside(marks: Sequence[Candidate], lines: Sequence[str], known: frozenset[str]) -> Beside:
    """Tell the words beside stamps apart. `known` are people that the header names as authors."""
    if any(mark.authors or mark.after_is for mark in marks):
        return Beside(marks=tuple(marks))
    buttons = [mark for mark in marks if fits("button", mark.after)]
    if buttons:
        rest = beside([replace(mark, after="") if mark in buttons else mark for mark in marks], lines, known)
        items = [
            LeftOut(locator=f"line {mark.number}", text=mark.after, reason=FURNITURE) for mark in buttons
        ]
        return replace(rest, left_out=(*items, *rest.left_out))
    afters = [mark.after for mark in marks]
    befores = [mark.before for mark in marks]
    handles = [_HANDLE.fullmatch(before) for before in befores]
    if all_names([after for after in afters if after], known) and afters.count("") * 3 <= len(afters):
        return _credited(marks, [names(after) if after else () for after in afters], afters, after="")
    if all(handles) or all_names(befores, known):
        who = [
            (match["name"],) if match else names(text) for match, text in zip(handles, befores, strict=True)
        ]
        return _credited(marks, who, befores, before="")
    if all(befores) and sum(map(ends_sentence, befores)) * 5 >= len(marks) * 4:
        return Beside(marks=tuple(marks), below=True)
    return _speakers(marks) or _some(marks, lines, known)


def _credited(
    marks: Sequence[Candidate],
    authors: Sequence[tuple[str, ...]],
    words: Sequence[str],
    **rest: str,
) -> Beside:
    """Marks with authors; what is left of the words on their lines is `rest`."""
    return Beside(
        marks=tuple(
            replace(mark, authors=who, **rest) if who else mark  # type: ignore[arg-type]  # names of its fields
            for mark, who in zip(marks, authors, strict=True)
        ),
        left_out=tuple(
            LeftOut(locator=f"line {mark.number}", text=text, reason=BYLINE)
            for mark, who, text in zip(marks, authors, words, strict=True)
            if who
        ),
    )


def _speakers(marks: Sequence[Candidate]) -> Beside | None:
    """A chat, whose texts start with who says them: `Ada: The gates open.`

    That is so where stamps print their dates and nearly all texts start so, with names that come again.
    """
    said = [_SPEAKER.fullmatch(mark.after) for mark in marks]
    spoken = [match["name"] for match in said if match]
    dated = all("date" in mark.moment.parts for mark in marks)
    if not dated or len(spoken) * 5 < len(marks) * 4 or len(set(spoken)) * 3 > len(spoken) * 2:
        return None
    found = _credited(
        marks,
        [(match["name"],) if match else () for match in said],
        [f"{m['name']}:" if m else "" for m in said],
    )
    rest = [match["text"] if match else mark.after for mark, match in zip(marks, said, strict=True)]
    told = tuple(
        replace(mark, after=text, after_is="text") for mark, text in zip(found.marks, rest, strict=True)
    )
    return Beside(marks=told, left_out=found.left_out)


def _some(marks: Sequence[Candidate], lines: Sequence[str], known: frozenset[str]) -> Beside:
    """Stamps some of whose lines go on with an author, as in `1012: Ada Example Harbour correspondent`."""
    numbers = {mark.number for mark in marks}
    authors: list[tuple[str, ...]] = []
    for mark in marks:
        text = mark.after
        who = person_with_role(text) or (text if text in known or is_byline(text) else "")
        below = next((n for n in range(mark.number + 1, len(lines) + 1) if lines[n - 1].strip()), 0)
        authors.append(names(who) if who and below and below not in numbers else ())
    if not any(authors):
        return Beside(marks=tuple(marks))
    return _credited(marks, authors, [mark.after for mark in marks], after="")
