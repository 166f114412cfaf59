"""Which tables hold data, and their cells. Others only place things on a page."""

from __future__ import annotations

from lxml import html

_BLOCKS = "table|ul|ol|blockquote|figure|pre|h1|h2|h3|h4|h5|h6|iframe|hr"

_LARGEST = 5000
"""Places of a table that is still one; what claims to be larger only places things."""


def rows_of(table: html.HtmlElement) -> list[list[html.HtmlElement | None]]:
    """Cells row by row; empty where the table is none that Markdown can write.

    That needs two rows and two columns, as many places in each row, and no blocks in them. A cell that
    spans several places stands at the first of them; the others have None.
    """
    if next(table.iterdescendants(*_BLOCKS.split("|")), None) is not None:
        return []
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iterdescendants("tr")]
    if any(len(cell.findall(".//p")) > 1 for row in cells for cell in row):
        return []
    rows = _placed([row for row in cells if row])
    if len(rows) < 2 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return []
    return rows


def _placed(rows: list[list[html.HtmlElement]]) -> list[list[html.HtmlElement | None]]:
    """Each row with a place for what spans into it; empty where that is too much."""
    found: list[list[html.HtmlElement | None]] = []
    down: dict[int, int] = {}  # places that cells above span into, with the rows left
    for row in rows:
        line: list[html.HtmlElement | None] = []
        for cell in row:
            _skip_spanned(line, down)
            wide, high = (_span(cell, name) for name in ("colspan", "rowspan"))
            down.update({len(line) + n: high for n in range(wide) if high > 1})
            line += [cell, *[None] * (wide - 1)]
            if len(line) * len(rows) > _LARGEST:
                return []
        _skip_spanned(line, down)
        down = {place: left - 1 for place, left in down.items() if left > 1}
        found.append(line)
    return found


def _skip_spanned(line: list[html.HtmlElement | None], down: dict[int, int]) -> None:
    while len(line) in down:
        line.append(None)


def _span(cell: html.HtmlElement, name: str) -> int:
    value = cell.get(name, "1")
    return max(1, int(value)) if value.isdecimal() and len(value) < 5 else 1
