"""Units or rows of a Markdown document to entries, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sitegen.importers import fields
from sitegen.importers.columns import forced as named_columns
from sitegen.importers.markdown.heads import Head, Unit
from sitegen.importers.markdown.source import Block, MarkdownSource
from sitegen.importers.markdown.tables import Row, Table, names_of, table_of
from sitegen.importers.phrases import fits
from sitegen.importers.protocol import Entry, Stamp
from sitegen.importers.stamps.moment import read_day
from sitegen.importers.text.introduction import prose_among
from sitegen.importers.written import Written, in_order, written
from sitegen.instants import newest_first
from sitegen.model import LeftOut

_DIVIDER = re.compile(r"[-=_*~—–\s]{3,}.{1,40}[-=_*~—–\s]{3,}")

DAY = "a day heading; it dates the updates below it"
BELOW = "prose stands apart below the last update: the page's introduction, kept as its summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePart:
    """The updates of a document, and all of its words."""

    style: str = ""
    """How its updates stand in it."""
    headline: str = ""
    """Its first heading, where that is above the updates."""
    summary: str = ""
    """What else stands above them, or is an introduction below them, Markdown."""
    entries: tuple[Entry, ...] = ()
    """The updates in page order."""
    left_out: tuple[LeftOut, ...] = ()
    """The rest."""
    inferred: tuple[str, ...] = ()
    """What was concluded."""
    counts: tuple[tuple[str, int], ...] = ()
    """How many updates came from where."""
    text: str = ""
    """All of its words, without the signs between a stamp and a title."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """An update while it is read."""

    line: int
    time: Written | None
    title: str = ""
    authors: tuple[str, ...] = ()
    body: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Page:
    """A document while it is read from top to bottom."""

    drafts: list[_Draft] = field(default_factory=list)
    above: list[Block] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    days: list[tuple[int, Written]] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def leave(self, line: int, text: str, reason: str) -> None:
        if text.strip():
            self.left_out.append(LeftOut(locator=f"line {line}", text=text, reason=reason))

    def day(self, line: int, text: str) -> None:
        found = written(text, "printed date")
        assert found
        self.days.append((len(self.drafts), found))
        self.leave(line, text, DAY)


def from_units(found: Sequence[Unit], style: str, date_order: str = "") -> PagePart:
    """Entries opened by heads; what follows a head up to the next one is its text."""
    page = _Page()
    heads = [place for place, unit in enumerate(found) if unit.head]
    footer = _footer(found, heads)
    for place, unit in enumerate(found):
        block = unit.block
        page.texts.append(unit.head.text if unit.head else block.text)
        if unit.head:
            page.drafts.append(_opened(unit.head, block.line))
        elif style and _is_day(block):
            page.day(block.line, block.text)
        elif not page.drafts:
            page.above.append(block)
        elif place >= footer:
            page.below.append(block)
        elif block.kind == "heading" and _above_heads(block, style):
            page.leave(block.line, block.text, "a heading between the updates; it names a section")
        elif block.kind != "hr":
            page.drafts[-1].body.append(block.markdown)
    how = {"marked": "bold or slanted lines", "item": "items of lists"}.get(style, "headings")
    return _finished(page, style, f"updates are told by {how} with a time", date_order)


def _opened(head: Head, line: int) -> _Draft:
    return _Draft(
        line=line,
        time=head.time,
        title=head.title,
        authors=head.authors,
        body=[head.rest] if head.rest else [],
    )


def _footer(found: Sequence[Unit], heads: Sequence[int]) -> int:
    """Where the page's foot starts, below the last head: at a heading that calls it an earlier report, or at
    a rule, where rules stand between no heads, or above most of them.
    """
    rules = [place for place, unit in enumerate(found) if unit.block.kind == "hr"]
    between = [place for place in rules if heads and heads[0] < place < heads[-1]]
    dividing = sum(place - 1 in between for place in heads) * 2 >= len(heads)
    ends = rules if dividing or not between else []
    ends = [*ends, *(place for place, unit in enumerate(found) if _is_earlier(unit.block))]
    return min((place for place in ends if heads and place > heads[-1]), default=len(found))


def _is_earlier(block: Block) -> bool:
    return block.kind == "heading" and fits("earlier", block.text)


def _introduction(page: _Page, *, newest_first: bool) -> list[Block]:
    """The page's introduction, where it stands below the updates; all else there is left out."""
    sought = newest_first or any(map(_is_earlier, page.below))
    below = [block for block in page.below if block.kind != "hr" and not _is_earlier(block)]
    found = [below[place] for place in prose_among([block.text for block in below])] if sought else []
    for block in page.below:
        if block not in found:
            page.leave(block.line, block.text, "stands below the rule that ends the last update")
    return found


def _is_day(block: Block) -> bool:
    bold = block.kind == "paragraph" and re.fullmatch(r"[*_]{1,3}[^*_]+[*_]{1,3}", block.markdown)
    return bool((block.kind == "heading" or bold) and read_day(block.text))


def _above_heads(block: Block, style: str) -> bool:
    level = re.search(r"-(\d)$", style)
    return block.level < int(level[1]) if level else True


def from_tables(source: MarkdownSource, forced: str = "", date_order: str = "") -> PagePart:
    """Entries from the rows of tables with a column of times."""
    page = _Page()
    tables = {place: table_of(block, source, forced) for place, block in enumerate(source.blocks)}
    if forced and not any(tables.values()):
        named_columns(forced, [name for block in source.blocks for name in names_of(block, source)])
    for place, block in enumerate(source.blocks):
        table = tables[place]
        if table:
            _tell(page, table)
            continue
        page.texts.append(block.text)
        if _is_day(block):
            page.day(block.line, block.text)
        elif not page.drafts:
            page.above.append(block)
        else:
            page.leave(block.line, block.text, "stands below the table of updates")
    how = "updates are the rows of a table with a column of times"
    return _finished(page, "table", how, date_order)


def _tell(page: _Page, table: Table) -> None:
    page.leave(table.header.line, "\n".join(table.header.texts), "names of the table's columns")
    page.texts.extend(table.header.texts)
    for row in table.rows:
        page.texts.extend(row.texts)
        day = table.day_in(row)
        if day:
            page.day(row.line, day)
        elif any(text.strip(" -–—") for text in row.texts):
            page.drafts.append(_row(table, row))


def _row(table: Table, row: Row) -> _Draft:
    texts = row.texts
    time = table.time_of(row)
    title = texts[table.roles["title"]] if "title" in table.roles else ""
    author = texts[table.roles["author"]] if "author" in table.roles else ""
    body = [table.body_of(row)]
    printed = texts[table.roles["time"]]
    if time is None and printed.strip(" -–—"):
        body.insert(0, fields.from_plain(printed).markdown)
    return _Draft(
        line=row.line, time=time, title=title, authors=(author,) if author.strip(" -–—") else (), body=body
    )


def _finished(page: _Page, style: str, how: str, date_order: str) -> PagePart:
    if not page.drafts:
        return PagePart()
    headline, summary = _header(page)
    times: list[Written | None] = [draft.time for draft in page.drafts]
    stamps, inferred = in_order([*times, *(day for _, day in page.days)], date_order)
    dated = list(_dated(stamps[: len(times)], [place for place, _ in page.days], stamps[len(times) :]))
    entries = tuple(
        Entry(
            stamp=stamp,
            title=draft.title,
            authors=draft.authors,
            body="\n\n".join(filter(None, draft.body)),
            locator=f"line {draft.line}",
            empty=not any(draft.body) and not draft.title,
        )
        for draft, stamp in zip(page.drafts, dated, strict=True)
    )
    rough = [draft.time.stamp.text for draft in page.drafts if draft.time and draft.time.rough]
    about = (f"{len(rough)} times are not exact: {', '.join(rough)}",) if rough else ()
    introduction = _introduction(page, newest_first=newest_first(dated)[0])
    if introduction:
        about = (*about, BELOW)
    return PagePart(
        style=style,
        headline=headline,
        summary="\n\n".join(filter(None, (summary, *(block.markdown for block in introduction)))),
        entries=entries,
        left_out=tuple(page.left_out),
        inferred=(how, *inferred, *about),
        counts=((how, len(entries)),),
        text="\n".join(page.texts),
    )


def _header(page: _Page) -> tuple[str, str]:
    """The headline and the standfirst; headings and dividers right above the updates are left out."""
    headline = ""
    rest: list[str] = []
    for block in page.above:
        if block.kind == "heading" and not headline and not rest:
            headline = " ".join(block.text.split())
        elif block.kind == "heading":
            page.leave(block.line, block.text, "a heading above the updates; it names a section")
        elif block.kind == "paragraph" and _DIVIDER.fullmatch(block.text):
            page.leave(block.line, block.text, "a divider above the updates")
        elif block.kind != "hr":
            rest.append(block.markdown)
    return headline, "\n\n".join(filter(None, rest))


def _dated(
    stamps: Sequence[Stamp | None], places: Sequence[int], days: Sequence[Stamp | None]
) -> Iterator[Stamp | None]:
    """The stamps, those without a date with the one of the day heading above them."""
    for place, stamp in enumerate(stamps):
        above = [day for start, day in zip(places, days, strict=True) if start <= place and day]
        if stamp and above and stamp.day is None and stamp.instant is None and stamp.ago is None:
            yield replace(stamp, day=above[-1].day, month=above[-1].month, year=stamp.year or above[-1].year)
        else:
            yield stamp
