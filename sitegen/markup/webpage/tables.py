"""Which tables hold data, and their cells. Others only place things on a page."""

from __future__ import annotations

from lxml import html

_BLOCKS = "table|ul|ol|blockquote|figure|pre|h1|h2|h3|h4|h5|h6|iframe|hr"


def rows_of(table: html.HtmlElement) -> list[list[html.HtmlElement]]:
    """Cells row by row; empty where the table is none that Markdown can write.

    That needs two rows and two columns, as many cells in each row, one each, and no blocks in them.
    """
    if next(table.iterdescendants(*_BLOCKS.split("|"), "caption"), None) is not None:
        return []
    rows = [
        cells
        for row in table.iterdescendants("tr")
        if (cells := [cell for cell in row if cell.tag in ("td", "th")])
    ]
    if len(rows) < 2 or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return []
    spans = any(cell.get(name, "1") != "1" for row in rows for cell in row for name in ("colspan", "rowspan"))
    crowded = any(len(cell.findall(".//p")) > 1 for row in rows for cell in row)
    return [] if spans or crowded else rows
