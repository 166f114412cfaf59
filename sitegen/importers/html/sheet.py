"""What stands around the updates of a page: headline, standfirst, key points, and all that is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from sitegen.importers.html import furniture
from sitegen.importers.html.anchors import HEADINGS
from sitegen.importers.html.clocks import day
from sitegen.importers.html.words import count_words, same_words
from sitegen.importers.text.introduction import prose_among
from sitegen.markup.webpage import HIDDEN_TAGS, markdown, visible_text
from sitegen.model import LeftOut

ABOVE = "stands above the updates and is neither headline, standfirst nor key point"
BESIDE = "stands beside the updates and in none of them"
NO_UPDATE = "stands on the page and in no update; its updates are in data for machines only"

DAY = "a day, which the times of the updates below it tell"

_LEAD = re.compile(
    r"(?<!\w)(?:stand ?first|lead|lede|dek|deck|sub ?head(?:ing|line)?|sub ?title|summary|intro|description"
    r"|abstract|excerpt)(?!\w)"
)
_POINTS = (2, 15)
"""How many key points a list has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The page but for its updates."""

    title: str
    summary: str
    key_points: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    text: str
    """Visible text of the article."""
    above: tuple[html.HtmlElement, ...]
    """Elements between the headline and the updates."""


def read_sheet(
    tree: html.HtmlElement,
    updates: Sequence[html.HtmlElement],
    cuts: Collection[html.HtmlElement],
    *,
    headline: str,
    description: str,
    base: str,
    titles: Collection[str],
    newest_first: bool,
) -> Sheet:
    """What stands around the `updates`, whose inner parts are `cuts` and whose titles are `titles`.

    Paragraphs of prose above the updates belong to the summary, and those below them, where the oldest
    stands last.
    """
    title = _title(tree, headline)
    scope = _scope(tree, updates, title)
    done = set(updates)
    above = _above(scope, updates)
    taken: list[html.HtmlElement] = []
    if title is not None:
        taken.append(title)
    lead = _lead(above, title, description)
    points = _points(above, done) if updates else None
    taken += [element for element in (lead, points) if element is not None]
    chunks = list(_chunks(scope, done | set(taken)))
    parted = {*cuts, *done, *taken, *(chunk for chunk, _ in chunks)}
    why = [DAY if day(text) else _why(chunk, text, above, updates, titles) for chunk, text in chunks]
    told = [(*chunk, reason) for chunk, reason in zip(chunks, why, strict=True)]
    prose = [p for place in ((ABOVE, BESIDE) if newest_first else (ABOVE,)) for p in _prose(told, place)]
    left_out = [
        LeftOut(locator=f"line {chunk.sourceline}", text=" ".join(text.split()), reason=reason)
        for chunk, text, reason in told
        if chunk not in prose
    ]
    return Sheet(
        title=" ".join(visible_text(title).split()) if title is not None else headline,
        summary=markdown((*([] if lead is None else [lead]), *prose), base),
        key_points=tuple(
            " ".join(visible_text(item).split()) for item in points.iter("li") if visible_text(item)
        )
        if points is not None
        else (),
        left_out=tuple(left_out),
        text=visible_text(scope, cuts=parted),
        above=_below_headline(above, title),
    )


def _prose(told: Sequence[tuple[html.HtmlElement, str, str]], reason: str) -> list[html.HtmlElement]:
    """The introduction among what stands above the updates or beside them; only what is nothing but
    paragraphs can be part of it, and it ends at a heading.
    """
    found = [
        (chunk, "" if chunk.tag in HEADINGS else text)
        for chunk, text, why in told
        if why == reason and (chunk.tag in HEADINGS or _is_paragraphs(chunk, text))
    ]
    return [found[place][0] for place in prose_among([text for _, text in found])]


def _is_paragraphs(chunk: html.HtmlElement, text: str) -> bool:
    said = "".join(visible_text(p) for p in chunk.iter("p"))
    linked = "".join(visible_text(a) for a in chunk.iter("a"))
    return "".join(said.split()) == "".join(text.split()) and len(linked) * 2 < len(said)


def _title(tree: html.HtmlElement, headline: str) -> html.HtmlElement | None:
    """The heading that says the headline, else the first of the highest level with several words."""
    headings = [h for h in tree.iter("h1") if count_words(visible_text(h)) > 1 and not _off(h)]
    wanted = same_words(headline)
    for heading in headings:
        words = same_words(visible_text(heading))
        if wanted and (words in wanted or wanted in words):
            return heading
    return headings[0] if headings else None


def _off(element: html.HtmlElement) -> bool:
    return any(here.tag in HIDDEN_TAGS or here.tag in ("nav", "aside") for here in element.iterancestors())


def _scope(
    tree: html.HtmlElement, updates: Sequence[html.HtmlElement], title: html.HtmlElement | None
) -> html.HtmlElement:
    """The article: the innermost article or main part that holds the updates, else what holds them all."""
    wanted = [element for element in (*updates, title) if element is not None]
    body = tree.find("body")
    whole = body if body is not None else tree
    if not wanted:
        return whole
    common = set(wanted[0].iterancestors())
    for element in wanted[1:]:
        common &= set(element.iterancestors())
    around = [here for here in wanted[0].iterancestors() if here in common]
    marked = (here for here in around if here.tag in ("article", "main") or here.get("role") == "main")
    return next(marked, around[0] if len(wanted) > 1 else whole)


def _above(scope: html.HtmlElement, updates: Sequence[html.HtmlElement]) -> list[html.HtmlElement]:
    """Elements of the article before the first update that are no furniture, nor in any."""
    first = updates[0] if updates else None
    found: list[html.HtmlElement] = []
    off: set[html.HtmlElement] = set()
    for element in scope.iter():
        if element is first:
            break
        if not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        if (
            parent in off
            or element.tag in HIDDEN_TAGS
            or (element is not scope and furniture.reason(element))
        ):
            off.add(element)
        else:
            found.append(element)
    return found


def _below_headline(
    above: Sequence[html.HtmlElement], title: html.HtmlElement | None
) -> tuple[html.HtmlElement, ...]:
    place = next((n for n, element in enumerate(above) if element is title), -1)
    return tuple(
        element for element in above[place + 1 :] if title is None or title not in element.iterancestors()
    )


def _lead(
    above: Sequence[html.HtmlElement], title: html.HtmlElement | None, description: str
) -> html.HtmlElement | None:
    wanted = same_words(description)
    texts = [e for e in above if e.tag in ("p", "div", "h2", "h3", "span", "section") and e is not title]
    for element in texts:
        if wanted and same_words(visible_text(element)) == wanted:
            return element
    for element in texts:
        words = len(visible_text(element).split())
        if (
            4 < words < 120
            and _LEAD.search(furniture.names(element))
            and next(element.iter("h1"), None) is None
        ):
            return element
    return None


def _points(above: Sequence[html.HtmlElement], done: Collection[html.HtmlElement]) -> html.HtmlElement | None:
    for element in above:
        if element.tag not in ("ul", "ol") or any(inner in done for inner in element.iter()):
            continue
        items = [item for item in element if item.tag == "li"]
        said = [len(visible_text(item).split()) for item in items]
        linked = sum(len(str(a.text_content()).split()) for a in element.iter("a"))
        if _POINTS[0] <= len(items) <= _POINTS[1] and min(said) >= 4 and linked * 2 < sum(said):
            return element
    return None


def _chunks(
    scope: html.HtmlElement, done: Collection[html.HtmlElement]
) -> Iterator[tuple[html.HtmlElement, str]]:
    """The largest elements that hold nothing that is done, with their text; and text between those."""
    holding = {parent for element in done for parent in element.iterancestors()}
    stack = [scope]
    while stack:
        here = stack.pop()
        if not isinstance(here.tag, str) or here in done or here.tag in HIDDEN_TAGS:
            continue
        if here in holding:
            own = " ".join(filter(None, [here.text, *(child.tail for child in here)]))
            if own.strip():
                yield here, own
            stack.extend(reversed(here))
        elif text := visible_text(here):
            yield here, text


def _why(
    chunk: html.HtmlElement,
    text: str,
    above: Collection[html.HtmlElement],
    updates: Sequence[html.HtmlElement],
    titles: Collection[str],
) -> str:
    words = same_words(text)
    if sum(title in words for title in titles) > 1:
        return furniture.REPEATS
    within = (chunk, *chunk.iterancestors())
    known = next((why for here in within if (why := furniture.reason(here))), "")
    if known:
        return known
    inner = next((why for _, why in furniture.pieces(chunk)), "")
    if inner and len(text.split()) < 12:
        return inner
    if not updates:
        return NO_UPDATE
    return ABOVE if chunk in above else BESIDE
