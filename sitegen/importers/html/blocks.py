"""Texts that scripts hold as nested blocks, `[{"type": "paragraph", "children": […]}]`, to HTML.

Editors call the same things by different names; what a block says is taken by the few shapes that all of
them share: a name of its kind, a text or a list of inner blocks, marks.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sitegen.importers.fields import is_html
from sitegen.importers.html.words import same_words
from sitegen.importers.titles import ends_sentence
from sitegen.markup.webpage import TooDeepError, fragment, visible_text

_DEEPEST = 16
_MOST = 20_000
"""Objects that one text may be made of."""

_KINDS = (
    "type",
    "_type",
    "__typename",
    "nodeType",
    "kind",
    "blockType",
    "component",
    "tag",
    "tagName",
    "name",
)
_INNER = (
    "children", "content", "blocks", "content_elements", "contentElements", "components", "paragraphs",
    "items", "list_items", "listItems", "elements", "nodes", "rows", "cells", "body", "model", "html",
    "bodyHtml", "rawHtml", "text", "value", "data", "markup", "json", "document", "root", "quote",
    "rendered", "attributes",
)  # fmt: skip
"""Where blocks keep what they say, what says it best first."""

_TAGS: tuple[tuple[str, str], ...] = (
    (r"(?:un)?ordered-?list-?item|list-?item|li|bullet", "li"),
    (r"ordered-?list|number(?:ed)?-?list|ol", "ol"),
    (r"(?:un)?ordered-?list|(?:bullet(?:ed)?-?)?list|ul", "ul"),
    (r"(?:sub-?|cross-?)?head(?:er|ing|line)?(?:-?\w+)?|title|h[1-6]|sub-?title", "h3"),
    (r"(?:block-?|pull-?)?quot(?:e|ation)|citation", "blockquote"),
    (r"paragraph|p|unstyled|normal|text-?block", "p"),
    (r"hyper-?link|link|a|url-?link", "a"),
    (r"strong|bold|b", "b"),
    (r"em|emphasis|italics?|i", "i"),
    (r"table|tbody", "table"), (r"table-?row|row|tr", "tr"), (r"table-?(?:header-?)?cell|td|th", "td"),
    (r"(?:hard-?|line-?)?break|br", "br"),
)  # fmt: skip
_TEXTS = ("text", "value", "data", "content")
"""Where runs of words within a paragraph keep them."""

_BLOCK = re.compile(r"\s*<(?:p|ul|ol|h\d|blockquote|div|figure|table|pre|section)\b", re.IGNORECASE)

_PICTURE = re.compile(r"(?:image|photo|picture|img|media|figure|lead-?image)(?:-?(?:block|element|model))?$")
_ADDRESSES = ("href", "url", "src", "uri", "link")
_BESIDE = ("attrs", "attribs", "data", "attributes", "model", "fields", "props", "src", "image", "file")
_OF_PICTURES = (
    ("alt", "altText", "alt_text"), ("caption", "subtitle", "description"), ("credit", "copyright", "source"),
)  # fmt: skip
_WORDLESS = re.compile(
    r"(?:^|-)(?:ad|ads|advert\w*|newsletter|promo|related|recommend\w*|interstitial|divider|script|tracking)(?:-|$)"
)


@dataclass(slots=True)
class _Budget:
    left: int = _MOST


def words_of(markup: str) -> str:
    """The visible text of HTML."""
    try:
        return visible_text(fragment(markup))
    except TooDeepError:
        return re.sub("<[^>]+>", " ", markup)


def as_html(value: Any) -> str:
    """A text, an object around one, or blocks, as HTML; empty where no words are in it."""
    return _html(value, _Budget(), 0)


def _html(value: Any, budget: _Budget, depth: int) -> str:
    budget.left -= 1
    if depth > _DEEPEST or budget.left < 0:
        return ""
    if isinstance(value, str):
        if re.match(r"\s*[{\[]\s*[\"{]", value) or re.match(r"(?:https?:|data:|\$)\S*$", value):
            return ""
        return value if is_html(value) else html.escape(value, quote=False)
    if isinstance(value, list):
        return "".join(_grouped(value, budget, depth))
    return _block(value, budget, depth) if isinstance(value, Mapping) else ""


def _grouped(items: list[Any], budget: _Budget, depth: int) -> Iterator[str]:
    """Each item; items of a list that stand without one are put into one."""
    said = [(_tag(item), _html(item, budget, depth + 1)) for item in items]
    apart = all(isinstance(item, str) for item in items) or _are_paragraphs(items)
    for is_item, group in groupby(said, key=lambda pair: pair[0] == "li"):
        inner = [text for _, text in group if text]
        if is_item:
            yield f"<ul>{''.join(inner)}</ul>"
        else:
            yield from (f"<p>{text}</p>" if apart and not _BLOCK.match(text) else text for text in inner)


def _are_paragraphs(items: list[Any]) -> bool:
    """True for texts of which each is a sentence or more, and none a piece of one."""
    texts = [said.strip() for item in items if (said := _own_text(item)) and not _BLOCK.match(said)]
    whole = [text for text in texts if not re.match(r"[a-z,.;:)]", text) and ends_sentence(words_of(text))]
    return len(texts) < 2 or len(whole) == len(texts) if texts else False


def _own_text(item: Any) -> str:
    said = (item[key] for key in _TEXTS if isinstance(item.get(key), str)) if _kind(item) == "text" else ()
    return next(iter(said), "")


def _block(block: Mapping[str, Any], budget: _Budget, depth: int) -> str:
    kind, tag = _kind(block), _tag(block)
    if _WORDLESS.search(kind):
        return ""
    if tag == "br":
        return "<br>"
    picture = _picture(block) if _PICTURE.match(kind) else ""
    inner = picture or (_items(block, budget, depth) if tag in ("ul", "ol") else _inner(block, budget, depth))
    if picture or not inner:
        return inner
    if _is_text(block):
        return _marked(block, inner)
    return _in_tag(block, tag, inner)


def _in_tag(block: Mapping[str, Any], tag: str, inner: str) -> str:
    if tag == "a":
        address = _address(block)
        return f'<a href="{html.escape(address)}">{inner}</a>' if address else inner
    if tag in ("blockquote", "li", "table", "ul", "ol") or (tag and not _BLOCK.match(inner)):
        return f"<{tag}>{inner}</{tag}>{_credit(block, tag)}"
    whole = re.match(r"\s*<", inner) or _kind(block) in (
        "",
        "root",
        "doc",
        "document",
        "fragment",
        "span",
        "text",
    )
    return inner if whole else f"<p>{inner}</p>"


def _items(block: Mapping[str, Any], budget: _Budget, depth: int) -> str:
    """The items of a list, each in an element of its own."""
    near = [
        block,
        *(block[key] for key in ("model", "data", "content") if isinstance(block.get(key), Mapping)),
    ]
    items = next((one[key] for one in near for key in _INNER if isinstance(one.get(key), list)), None)
    if items is None:
        return _inner(block, budget, depth)
    said = [(_tag(item), _html(item, budget, depth + 1)) for item in items]
    return "".join(text if tag == "li" else f"<li>{text}</li>" for tag, text in said if text)


def _inner(block: Mapping[str, Any], budget: _Budget, depth: int) -> str:
    """What a block says: inner blocks where they say at least as much as its own text."""
    best, most = "", 0
    for key in _INNER:
        value = block.get(key)
        if not isinstance(value, str | list | Mapping) or (key == "value" and _tag(block) == "a"):
            continue
        found = _html(value, budget, depth + 1)
        size = len(same_words(words_of(found))) if found else 0
        if size > most * 1.05 or (found and not best):
            best, most = found, size
    return best


def _is_text(item: Any) -> bool:
    """True for a run of words within a paragraph."""
    if not isinstance(item, Mapping):
        return False
    kind = _kind(item)
    said = next((item[key] for key in _TEXTS if isinstance(item.get(key), str)), None)
    marked = "marks" in item or "bold" in item or kind in ("span", "fragment", "text-run", "leaf")
    return said is not None and not is_html(said) and (marked or (kind == "text" and "_id" not in item))


def _marked(run: Mapping[str, Any], inner: str) -> str:
    marks = run.get("marks") or run.get("attributes") or []
    named = [*marks] if isinstance(marks, list) else []
    named += [key for key in ("bold", "italic") if run.get(key) is True]
    for mark in named:
        tag = _tag({"type": mark} if isinstance(mark, str) else mark)
        address = _address(mark) if isinstance(mark, Mapping) else ""
        if tag in ("b", "i"):
            inner = f"<{tag}>{inner}</{tag}>"
        elif address:
            inner = f'<a href="{html.escape(address)}">{inner}</a>'
    return inner


def _kind(block: Any) -> str:
    if not isinstance(block, Mapping):
        return ""
    style = block.get("listItem") or block.get("style")
    if isinstance(style, str) and block.get("_type") == "block":
        return "list-item" if block.get("listItem") else style.casefold()
    said = next((block[key] for key in _KINDS if isinstance(block.get(key), str)), "")
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\s./]+", "-", said).casefold()
    if kind == "heading" or kind.startswith("heading-"):
        return "heading"
    return re.sub(r"-(?:block|element|node|model)$|^(?:block|core|live-blog|article)-", "", kind)


def _tag(block: Any) -> str:
    kind = _kind(block)
    return next((tag for pattern, tag in _TAGS if re.fullmatch(pattern, kind)), "") if kind else ""


def _address(block: Mapping[str, Any]) -> str:
    """The address that a link or picture has, of its own or in an object beside its words."""
    found = (value for one in _near(block) for key in _ADDRESSES if isinstance(value := one.get(key), str))
    return next((value for value in found if re.match(r"(?:https?:|mailto:|/|#)", value)), "")


def _near(block: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [block, *(inner for key in _BESIDE if isinstance(inner := block.get(key), Mapping))]


def _picture(block: Mapping[str, Any]) -> str:
    address = _address(block)
    if not address:
        return ""
    alt, caption, credit = (
        next((html.escape(words_of(said)) for one in _near(block) for key in keys
              if isinstance(said := one.get(key), str) and said), "")
        for keys in _OF_PICTURES
    )  # fmt: skip
    told = f"<figcaption>{caption} {credit}</figcaption>" if caption or credit else ""
    return f'<figure><img src="{html.escape(address)}" alt="{alt}">{told}</figure>'


def _credit(block: Mapping[str, Any], tag: str) -> str:
    """Who is quoted."""
    names = ("citation", "attribution", "author", "source")
    said = next((block[key] for key in names if isinstance(block.get(key), str)), "")
    return f"<p>— {html.escape(said)}</p>" if tag == "blockquote" and said else ""
