"""The introduction of a page that stands below its updates: the story as it was before the first of them.

It is prose: whole sentences, several of them. Below the last update pages also print much that is not: whose
rights these are, who writes there, what to subscribe to. What speaks of the page or to its readers, in the
words of `data/page_lines.txt`, is no introduction, and where it is half of what stands there, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.importers.names import is_byline, is_person
from sitegen.importers.paragraphs import Line, Paragraph, is_wrapped, paragraphs
from sitegen.importers.phrases import Kind, fits
from sitegen.importers.text.pageday import is_page_line
from sitegen.importers.text.sections import BEHIND_RULE, RULE, Sections, is_long_rule
from sitegen.importers.titles import ends_sentence

_WORDS = 25
"""Words of the shortest introduction; a sign of Chinese or Japanese counts as one."""

_LONG = 120
"""Characters from which on a paragraph is no heading, however it ends."""

_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W_]+")
_SENTENCE = re.compile(r"(?<=[\w\"'”’»)\]%])[.!?…][\"'”’»)\]]*(?=\s|$)|[。！？।؟]")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|「[^」]*」")

_OF_THE_PAGE: tuple[Kind, ...] = (
    "button", "label", "pointer", "closed", "farewell", "rights", "credit", "service", "earlier", "speech",
)  # fmt: skip


def prose_among(texts: Sequence[str]) -> list[int]:
    """Which of the paragraphs below the last update are the introduction; empty where none is.

    Bylines and lines of when it was published may stand above it. It ends at the first heading.
    """
    chosen: list[int] = []
    others = 0
    for place, text in enumerate(texts):
        if any(fits(kind, text if kind != "speech" else _QUOTED.sub(" ", text)) for kind in _OF_THE_PAGE):
            others += not fits("button", text) and not fits("earlier", text)
        elif fits("list", text) or not (_is_text(text) or (not chosen and _leads_in(text))):
            break
        elif _is_text(text):
            chosen.append(place)
    said = " ".join(texts[place] for place in chosen)
    several = len(_SENTENCE.findall(said)) > 1 and len(_WORD.findall(said)) >= _WORDS
    return chosen if several and len(chosen) > others else []


def take_introduction(sections: Sections, *, newest_first: bool) -> list[Paragraph]:
    """Take the introduction out of what stands below the last update; all else there is left out.

    Below a rule it is sought where the oldest update stands last. A page that tells the oldest first has its
    introduction above them; what it prints at its end is of the page.
    """
    if newest_first and not sections.below:
        _take_apart(sections)
    wrapped = is_wrapped([line for section in (*sections.lines, _lines_of(sections)) for line in section])
    found: list[Paragraph] = []
    kept: set[int] = set()
    for stretch in _stretches(sections) if newest_first or sections.headed else ():
        parts = list(paragraphs(stretch, wrapped=wrapped))
        found = [parts[place] for place in prose_among([part.text for part in parts])]
        if found:
            starts = [part.number for part in parts]
            firsts = {part.number for part in found}
            kept = {
                line.number
                for line in stretch
                if max(start for start in starts if start <= line.number) in firsts
            }
            break
    sections.leave((line, reason) for line, reason in sections.below if line.number not in kept)
    return found


def found_below(introduction: Sequence[Paragraph]) -> str:
    """What was concluded; empty where there is no introduction."""
    if not introduction:
        return ""
    count, line = len(introduction), introduction[0].number
    some = f"{count} paragraphs stand" if count > 1 else "a paragraph stands"
    return f"{some} below the last update from line {line} on: the page's introduction, kept as its summary"


def _is_text(text: str) -> bool:
    return ends_sentence(text) or text.endswith(("?", "!", "…", ":", "？", "！")) or len(text) > _LONG


def _leads_in(text: str) -> bool:
    return is_byline(text) or is_person(text) or is_page_line(text)


def _lines_of(sections: Sections) -> list[Line]:
    return [line for line, _ in sections.below]


def _stretches(sections: Sections) -> Iterator[list[Line]]:
    """What stands between the rules below the last update."""
    stretch: list[Line] = []
    for line, reason in sections.below:
        if reason == RULE:
            yield stretch
            stretch = []
        else:
            stretch.append(line)
    yield stretch


def _take_apart(sections: Sections) -> None:
    """Take prose out of the last update: below the only long rule, or from `Original story: ...` on."""
    *others, last = sections.lines
    rules = [place for place, line in enumerate(last) if is_long_rule(line.text)]
    if any(is_long_rule(line.text) for section in others for line in section):
        rules = []
    labels = [place for place, line in enumerate(last) if place and _is_labelled(line.text)]
    start = next(iter(rules or labels), len(last))
    wrapped = is_wrapped([line for section in sections.lines for line in section])
    below = last[start + bool(rules) :]
    if len(rules) < 2 and prose_among([part.text for part in paragraphs(below, wrapped=wrapped)]):
        sections.below = [
            (line, RULE if n in rules else BEHIND_RULE) for n, line in enumerate(last) if n >= start
        ]
        del last[start:]


def _is_labelled(text: str) -> bool:
    label, colon, said = text.partition(":")
    return bool(colon and said.strip()) and len(label.split()) > 1 and fits("earlier", label)
