"""Which blocks of a Markdown document open an update: a heading, a bold or slanted line, a list item.

A stamp stands at the start of such a block, or at its end behind a sign: `## 14:05 - Title`,
`### Title (14:05)`, `**14:05** Text`, `- 14:05: Text`; or it is the line below a heading,
`*14:05, Name*`. The document uses one of these ways for its updates: the one that occurs most often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen import markup
from sitegen.importers.markdown.source import Block, MarkdownSource
from sitegen.importers.stamps.moment import Moment, read_moment
from sitegen.importers.written import ROUGH, Written

_MARKED = re.compile(r"(?P<mark>\*\*\*|\*\*|__|\*|_)(?=\S)(?P<inner>.+?)(?<=\S)(?P=mark)(?P<rest>.*)")
_BEFORE = re.compile(r"[\s\-–—•·|\[(【#@]*(?P<rough>[~≈∼]|(?:ca|approx|around|about|約|约)\b\.?)?\s*")
_SIGNS = " \t\n:：-–—|·•,，)]】>»"
_BEFORE_END = re.compile(r"(?<=[(\[|–—,@·-])\s*(?=\w)")
_NAME_WORDS = 5
"""Words of a line below a heading that may be a name beside the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What opens an update."""

    style: str
    """How it stands in the document; all updates have the same one."""
    time: Written
    """Its time."""
    title: str = ""
    """Its title."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    rest: str = ""
    """Text in the same block, Markdown."""

    @property
    def text(self) -> str:
        """All its words, without the signs between them."""
        return "\n".join((self.time.stamp.text, self.title, *self.authors, markup.parse(self.rest).text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A block, or an item of a list, and the head that it may be."""

    block: Block
    """What stands there."""
    head: Head | None = None
    """How it opens an update, if it does."""


def units(source: MarkdownSource) -> tuple[list[Unit], str]:
    """The document's units, with heads of the way that it uses; that way, empty where it has none."""
    found = list(_units(source))
    counts = Counter(unit.head.style for unit in found if unit.head)
    style, number = counts.most_common(1)[0] if counts else ("", 0)
    if number < 2:
        return [Unit(block=unit.block) for unit in found], ""
    return [
        unit if unit.head and unit.head.style == style else replace(unit, head=None) for unit in found
    ], style


def _units(source: MarkdownSource) -> Iterator[Unit]:
    blocks = source.blocks
    place = 0
    while place < len(blocks):
        block = blocks[place]
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        head = _of_heading(block, below) if block.kind == "heading" else _of_paragraph(block)
        if block.kind.endswith("_list"):
            items = list(_items(block, source))
            stamped = [unit for unit in items if unit.head]
            yield from items if len(stamped) * 5 >= len(items) * 4 else [Unit(block=block)]
        else:
            yield Unit(block=block, head=head)
            place += bool(head and head.style.startswith("below-"))
        place += 1


def _of_heading(block: Block, below: Block | None) -> Head | None:
    found = _stamp_in(block.text, at_end=True)
    if found:
        return Head(style=f"heading-{block.level}", time=found[0], title=found[1])
    if below is None or below.kind != "paragraph":
        return None
    line, _, rest = below.markdown.partition("\n")
    words = markup.parse(line).text
    found = _stamp_in(words, at_end=True)
    if not found or len(found[1].split()) > _NAME_WORDS:
        return None
    return Head(
        style=f"below-{block.level}",
        time=found[0],
        title=" ".join(block.text.split()),
        authors=(found[1],) if found[1] else (),
        rest=rest.strip(),
    )


def _of_paragraph(block: Block, *, plain: bool = False) -> Head | None:
    if block.kind != "paragraph":
        return None
    line, _, below = block.markdown.partition("\n")
    ended = line.rstrip()
    line = ended.removesuffix("\\").rstrip()
    line_break = "\\" if line != ended and below else ""
    marked = _MARKED.match(line)
    if marked:
        found = _stamp_in(markup.parse(marked["inner"]).text, at_end=len(marked["mark"]) > 1)
        if found:
            rest = _rest(marked["rest"].strip(_SIGNS), line_break, below)
            return Head(style="marked", time=found[0], title=found[1], rest=rest)
    if plain:
        found = _stamp_in(line, at_end=False)
        if found:
            rest = _rest(found[1], line_break, below)
            return Head(style="item", time=found[0], rest=rest)
    return None


def _rest(first: str, line_break: str, below: str) -> str:
    """What stands behind the stamp on its line, and on the lines below it."""
    return "\n".join(filter(None, (f"{first}{line_break}" if first else "", below.strip())))


def _items(block: Block, source: MarkdownSource) -> Iterator[Unit]:
    """Items of a list as paragraphs with what stands below them."""
    start = 0
    for place, token in enumerate(block.tokens):
        if token.level == 1 and token.type == "list_item_open":
            start = place
        elif token.level == 1 and token.type == "list_item_close":
            inner = source.convert(list(block.tokens[start + 1 : place]))
            offset = (block.tokens[start].map or (0, 0))[0] - (block.tokens[0].map or (0, 0))[0]
            item = Block(
                kind="paragraph",
                level=0,
                line=block.line + offset,
                markdown=inner,
                text=markup.parse(inner).text,
            )
            head = _of_paragraph(item, plain=True)
            yield Unit(block=item, head=replace(head, style="item") if head else None)


def _stamp_in(text: str, *, at_end: bool) -> tuple[Written, str] | None:
    """The time at the start of a text, or at its end behind a sign, and the rest of the text."""
    line = " ".join(text.split())
    before = _BEFORE.match(line)
    assert before
    moment = read_moment(line, before.end())
    if moment and _certain(moment):
        end = _end_of_range(line, moment)
        begin = before.start("rough") if before["rough"] else moment.start
        rough = bool(before["rough"]) or end > moment.end
        stamp = replace(moment.stamp, text=line[begin:end], instant_basis=ROUGH if rough else "")
        return Written(stamp=stamp, moment=moment, rough=rough), line[end:].strip(_SIGNS)
    if not at_end:
        return None
    bare = line.rstrip(_SIGNS + "([【")
    for place in _BEFORE_END.finditer(line):
        moment = read_moment(line, place.end())
        if moment and _certain(moment) and moment.end >= len(bare):
            return Written(stamp=moment.stamp, moment=moment), line[: place.start()].strip(_SIGNS + "([【")
    return None


def _certain(moment: Moment) -> bool:
    """False for what may as well be a number: `1309`, `1.25`."""
    if moment.style == ".":
        return bool(re.search(r"\b\d\d\.\d\d\b", moment.stamp.text))
    return moment.style != "bare"


def _end_of_range(line: str, moment: Moment) -> int:
    joint = re.compile(r"\s*[-–—]\s*").match(line, moment.end)
    second = read_moment(line, joint.end()) if joint else None
    return second.end if second and second.style == moment.style else moment.end
