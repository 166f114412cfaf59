"""Which elements of a page are no part of its story, told by their tags, roles and names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from sitegen.markup.webpage import HIDDEN_TAGS

SHARE = "buttons and counts"
OFF = "hidden on the page"
OTHER = "an advertisement, or leads to other pages"
REPEATS = "repeats headlines of updates"
CHANGED = "the time of a later change"

_TAGS = {"nav": OTHER, "aside": OTHER, "form": SHARE, "button": SHARE, "dialog": SHARE, "select": SHARE,
         "input": SHARE, "textarea": SHARE}  # fmt: skip

_ROLES = {"navigation": OTHER, "complementary": OTHER, "dialog": SHARE, "search": SHARE, "toolbar": SHARE,
          "button": SHARE, "menu": SHARE, "tooltip": SHARE}  # fmt: skip

_NAMES: tuple[tuple[str, str], ...] = (
    (r"(?:key|main|top)[ ]?(?:events?|moments?|developments?)[ ](?:carousel|list|widget|nav\w*|box|summary|timeline|toc)"
     r"|table of contents|toc|timeline nav", REPEATS),
    (r"(?:sr|screen reader|visually|assistive)[ ](?:only|text|hidden)|hidden|is hidden|u hidden", OFF),
    (r"(?:social )?shar(?:e|ing)(?!d)|social (?:links?|bar|buttons?|icons?|media bar)|copy ?link|reactions?|likes?(?: count| button)?"
     r"|comment count|votes?|toolbar|action ?bar|bookmark|reading list|print button|tooltip|follow button"
     r"|(?:news ?letter|sign ?up|subscribe|subscription|paywall|regwall|promo)(?: \w+)?|cookie|consent|feedback", SHARE),
    (r"related|recommend\w*|read (?:more|also|next)|rich ?link|more (?:on|stories|from)|most (?:read|viewed|popular)|trending"
     r"|ad|ads|advert\w*|ad (?:slot|unit|container|wrapper|placeholder)|sponsor\w*|outbrain|taboola|teasers?|promoted"
     r"|breadcrumbs?|pagination|load more|comments?(?: section| list)?", OTHER),
)  # fmt: skip

_COMPILED = tuple((re.compile(rf"(?<![\w])(?:{pattern})(?![\w])"), reason) for pattern, reason in _NAMES)

_PROTECTED = frozenset({"html", "body", "main", "article", "blockquote", "h1", "p", "li", "ul", "ol", "td", "tr", "figure"})
"""Never furniture for their names alone: names of states (`has-ads`) stand on them too."""

_COMMENTS = re.compile(r"(?<![\w])(?:comments?|replies|disqus|discussion)(?![\w])")


def names(element: html.HtmlElement) -> str:
    """Words of its class, id and the like, parted by blanks, in small letters."""
    given = [element.get(name, "") for name in ("class", "id", "data-component", "data-type", "data-testid")]
    given.append(element.get("data-module", ""))
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", " \n ".join(filter(None, given)))
    return re.sub(r"[-_:]+", " ", split).lower()


def reason(element: html.HtmlElement) -> str:
    """Why it is no part of the story; empty where it may be."""
    if element.get("hidden") is not None or re.search(r"display\s*:\s*none", element.get("style", "")):
        return OFF
    role = _ROLES.get(element.get("role", ""), "")
    if role or element.tag in _TAGS:
        return role or _TAGS[element.tag]
    if element.tag == "a" and re.match(r"mailto:\?|whatsapp:|https?://[^/]*(?:facebook|twitter|x)\.com/(?:sharer|intent|share)",
                                       element.get("href", "")):  # fmt: skip
        return SHARE
    known = names(element)
    if not known or "embed" in known or element.tag in _PROTECTED:
        return REPEATS if known and element.tag in ("ul", "ol") and _COMPILED[0][0].search(known) else ""
    return next((why for pattern, why in _COMPILED if pattern.search(known)), "")


def comments(element: html.HtmlElement) -> bool:
    """True within what readers wrote."""
    places = (element, *element.iterancestors())
    return any(_COMMENTS.search(names(place)) for place in places if place.tag not in ("html", "body", "main"))


def pieces(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """The topmost pieces of furniture in an element, with the reason for each."""
    stack = list(reversed(element))
    while stack:
        here = stack.pop()
        if here.tag in HIDDEN_TAGS:
            continue
        why = reason(here)
        if why:
            yield here, why
        else:
            stack.extend(reversed(here))
