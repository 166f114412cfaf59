"""A tree of blocks between HTML and Markdown, built in one walk that no depth of nesting can break."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from lxml import etree, html

from sitegen.markup.webpage.embeds import FRAMES, is_post, is_widget, quoted_from, source_of
from sitegen.markup.webpage.pictures import Keep, picture
from sitegen.markup.webpage.runs import Run, address, tidy
from sitegen.markup.webpage.tables import rows_of
from sitegen.markup.webpage.tree import HIDDEN_TAGS
from sitegen.markup.webpage.visible import BLOCK_TAGS

Kind = Literal["all", "quote", "list", "item", "paragraph", "heading", "code", "rule", "table"]

_STRONG = frozenset({"b", "strong"})
_EM = frozenset({"i", "em", "cite", "dfn", "var"})
_STRUCK = frozenset({"s", "strike", "del"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_IMAGES = frozenset({"img", "amp-img"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True, kw_only=True)
class Block:
    """A block and what stands in it; it grows while the page is walked."""

    kind: Kind
    """What it is."""
    level: int = 0
    """Of a heading: 1 to 6. Of a numbered list: its first number; 0 for bullets."""
    runs: list[Run] = field(default_factory=list)
    """Text of a paragraph, heading or code."""
    inner: list[Block] = field(default_factory=list)
    """Blocks in a quote, list or item."""
    rows: list[list[list[Run]]] = field(default_factory=list)
    """Cells of a table, row by row."""
    picture: bool = False
    """True for a picture and for the words below one."""


def blocks(
    elements: Iterable[html.HtmlElement],
    base: str = "",
    skip: Collection[html.HtmlElement] = (),
    drop: Mapping[html.HtmlElement, int] = MappingProxyType({}),
    keep: Keep | None = None,
) -> Block:
    """The blocks of elements, as `convert.markdown` takes them."""
    walk = _Walk(base, skip, drop, keep)
    for element in elements:
        walk.over(element)
    return walk.open[0]


class _Walk:
    """Where a walk over a page stands."""

    def __init__(
        self,
        base: str,
        skip: Collection[html.HtmlElement],
        drop: Mapping[html.HtmlElement, int],
        keep: Keep | None,
    ) -> None:
        self.base = base
        self.skip = skip
        self.drop = drop
        self.keep = keep
        self.dropping = 0
        self.root: html.HtmlElement | None = None
        self.open = [Block(kind="all")]
        self.text: list[Run] = []
        self.marks = {"strong": 0, "em": 0, "struck": 0, "code": 0}
        self.links: list[str] = []
        self.heading = 0
        self.picture: Run | None = None
        self.figures = 0
        self.caption = False

    def over(self, element: html.HtmlElement) -> None:
        self.root = element
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, here in walk:
            if event == "start":
                self.dropping = self.drop.get(here, self.dropping)
                if self._enter(here):
                    self._say(here.text)
                else:
                    walk.skip_subtree()
            else:
                if here in self.drop:
                    self.dropping = 0
                self._leave(here)
                if here is not element:
                    self._say(here.tail)
        self._flush()

    def _enter(self, here: html.HtmlElement) -> bool:
        """False where what stands in the element was dealt with."""
        tag = here.tag
        if here in self.skip or (tag in HIDDEN_TAGS and not is_widget(here)):
            return False
        if tag in BLOCK_TAGS and tag != "br":
            self._edge(tag)
            self.caption = self.caption or (tag == "figcaption" and self.picture is not None)
        if self._is_whole(here):
            return False
        if tag in FRAMES:
            self._embed(here)
        else:
            self._open(here)
        return True

    def _is_whole(self, here: html.HtmlElement) -> bool:
        """True for what is written as one thing, and was."""
        if is_widget(here):
            self._embed(here)
        elif here.tag in _IMAGES:
            self._picture(here)
        elif here.tag == "table" and (rows := rows_of(here)):
            self._table(here, rows)
        elif here.tag == "pre":
            self._add(Block(kind="code", runs=[Run(text=str(here.text_content()).strip("\n"))]))
        else:
            return False
        return True

    def _open(self, here: html.HtmlElement) -> None:
        tag = here.tag
        if tag == "br":
            self.text.append(Run(text="\n"))
        elif tag == "hr":
            self._add(Block(kind="rule"))
        elif tag == "blockquote":
            self._push(Block(kind="quote"))
        elif tag in ("ul", "ol", "menu"):
            start = here.get("start", "1")
            number = int(start) if start.isdecimal() and len(start) < 9 else 1
            self._push(Block(kind="list", level=number if tag == "ol" else 0))
        elif tag == "li" and here is not self.root:
            if self.open[-1].kind != "list":
                self._push(Block(kind="list"))
            self._push(Block(kind="item"))
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = int(tag[1])
        elif tag == "a":
            self.links.append(address(here.get("href"), self.base))
        elif tag == "figure":
            self.picture = None
            self.figures += 1
        self._mark(tag, 1)

    def _leave(self, here: html.HtmlElement) -> None:
        tag = here.tag
        if tag in BLOCK_TAGS and tag != "br":
            if tag == "figcaption":
                self._caption()
            self._edge(tag)
        if tag == "blockquote":
            if href := quoted_from(here, self.base):
                self._add(Block(kind="paragraph", runs=[Run(text=href, href=href)]))
            self._pop("quote")
        elif tag in ("ul", "ol", "menu"):
            self._pop("list")
        elif tag == "li" and here is not self.root:
            self._pop("item")
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = 0
        elif tag == "a" and self.links:
            self.links.pop()
        elif tag == "figure":
            self._lone_picture()
            self.figures -= 1
        self._mark(tag, -1)

    def _mark(self, tag: str, change: int) -> None:
        for name, tags in (("strong", _STRONG), ("em", _EM), ("struck", _STRUCK), ("code", _CODE)):
            if tag in tags:
                self.marks[name] += change

    def _say(self, text: str | None) -> None:
        while text and self.dropping:
            self.dropping -= not text[0].isspace()
            text = text[1:]
        if text:
            on = {name for name, count in self.marks.items() if count > 0}
            self.text.append(
                Run(
                    text=_BLANKS.sub(" ", text),
                    strong="strong" in on,
                    em="em" in on,
                    struck="struck" in on,
                    code="code" in on,
                    href=next((link for link in reversed(self.links) if link), ""),
                )
            )

    def _picture(self, here: html.HtmlElement) -> None:
        found = picture(here, self.base, self.keep)
        if found is None:
            return
        if not found.image:  # a letter that is drawn: an emoji
            self._say(found.text)
        elif any(
            next(figure.iter("figcaption"), None) is not None for figure in here.iterancestors("figure")
        ):
            self._lone_picture()
            self.picture = found
        else:
            self.text.append(found)

    def _edge(self, tag: str) -> None:
        """A block starts or ends. The caption of a picture is one paragraph."""
        if self.caption and tag in ("p", "div"):
            said = next((run.text for run in reversed(self.text) if run.text.strip(" ")), "\n")
            self.text.extend([Run(text="\n")] * (not said.endswith("\n")))
        else:
            self._flush()

    def _caption(self) -> None:
        """The words below a picture lead to it, and keep its description."""
        self.caption = False
        if self.picture and tidy(self.text):
            seen, self.picture = self.picture, None
            note = "" if seen.text == "".join(run.text for run in tidy(self.text)) else seen.text
            self.text = [
                Run(
                    text=run.text,
                    strong=run.strong,
                    em=run.em,
                    href=run.href or seen.href,
                    note="" if seen.kept else note,
                )
                for run in self.text
            ]
            if seen.kept:
                above = Run(text="", note=note, image=True, kept=seen.kept)
                self.text = [above, Run(text="\n"), *self.text]

    def _lone_picture(self) -> None:
        if self.picture:
            self._flush()
            self._add(Block(kind="paragraph", runs=[self.picture], picture=True))
            self.picture = None

    def _embed(self, here: html.HtmlElement) -> None:
        """A link to what stands elsewhere; a post of a network is a quote of it."""
        self._flush()
        href = source_of(here, self.base)
        if href and not any(address(link.get("href"), self.base) for link in here.iter("a")):
            label = here.get("title") or here.get("aria-label") or href
            link = Block(kind="paragraph", runs=[Run(text=" ".join(label.split()), href=href)])
            self._add(Block(kind="quote", inner=[link]) if is_post(href) else link)

    def _table(self, here: html.HtmlElement, rows: list[list[html.HtmlElement | None]]) -> None:
        caption = here.find("caption")
        if caption is not None and (runs := self._cell(caption)):
            self._add(Block(kind="paragraph", runs=runs))
        cells = [[[] if cell is None else self._cell(cell) for cell in row] for row in rows]
        self._add(Block(kind="table", rows=cells))

    def _cell(self, cell: html.HtmlElement) -> list[Run]:
        found = blocks((cell,), self.base, self.skip, keep=self.keep)
        runs = [run for block in found.inner for run in (*block.runs, Run(text=" "))]
        return tidy([Run(text=" ") if run.text == "\n" else run for run in runs])

    def _flush(self) -> None:
        runs, self.text = tidy(self.text), []
        if runs:
            kind: Kind = "heading" if self.heading else "paragraph"
            picture = self.figures > 0 or all(run.image for run in runs)
            self._add(Block(kind=kind, level=self.heading, runs=runs, picture=picture))

    def _add(self, block: Block) -> None:
        here = self.open[-1]
        if here.kind == "list":
            here.inner.append(Block(kind="item", inner=[block]))
        else:
            here.inner.append(block)

    def _push(self, block: Block) -> None:
        if block.kind == "item":
            self.open[-1].inner.append(block)
        else:
            self._add(block)
        self.open.append(block)

    def _pop(self, kind: Kind) -> None:
        while any(block.kind == kind for block in self.open[1:]):
            if self.open.pop().kind == kind:
                break
