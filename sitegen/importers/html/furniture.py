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
NOTE = "the number of a note at the foot of the page"

CHANGE = re.compile(
    r"updated|modified|edited|last change|aktualisiert|mis à jour|actualizad|changed", re.IGNORECASE
)
"""Words before the time of a change."""

_TAGS = {"nav": OTHER, "aside": OTHER, "form": SHARE, "button": SHARE, "dialog": SHARE, "select": SHARE,
         "input": SHARE, "textarea": SHARE}  # fmt: skip

_ROLES = {"navigation": OTHER, "complementary": OTHER, "dialog": SHARE, "search": SHARE, "toolbar": SHARE,
          "button": SHARE, "menu": SHARE, "tooltip": SHARE}  # fmt: skip

_NAMES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            r"(?:key|main|top) ?(?:events?|moments?) (?:carousel|list|widget|nav\w*|box|summary|toc)",
            r"table of contents|toc|timeline nav",
        ),
        REPEATS,
    ),
    ((r"(?:sr|screen reader|visually|assistive) (?:only|text|hidden)",), OFF),
    (
        (
            r"(?:social )?shar(?:e|ing)|social (?:links?|bar|buttons?|icons?|media bar)|copy ?link",
            r"reactions?|likes|like (?:count|button)|comment count|upvotes?|bookmark|reading list",
            r"toolbar|action ?bar|print button|tooltip|follow button|cookie|consent|feedback",
            r"(?:news ?letter|sign ?up|subscribe|subscription|paywall|regwall|promo)(?: \w+)?",
        ),
        SHARE,
    ),
    (
        (
            r"related|recommend\w*|read (?:more|also|next)|rich ?link|more (?:on|stories|from)|trending",
            r"most (?:read|viewed|popular)|teasers?|promoted|sponsor\w*|outbrain|taboola",
            r"ad|ads|advert\w*|ad (?:slot|unit|container|wrapper|placeholder)",
            r"breadcrumbs?|pagination|load more",
        ),
        OTHER,
    ),
)

_COMPILED = tuple(
    (re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)"), reason) for patterns, reason in _NAMES
)

_PROTECTED = frozenset(
    {"html", "body", "main", "article", "blockquote", "h1", "p", "li", "ul", "ol", "td", "tr", "figure"}
)
"""Never furniture for their names alone: names of states (`has-ads`) stand on them too."""

_COMMENTS = re.compile(
    r"(?:(?:user|reader|article) )?comments?(?: (?:section|list|thread|area|container|wrapper|item|body))?"
    r"|replies|disqus.*"
)

_READERS = re.compile(r"/(?:(?:User)?Comments?|DiscussionForumPosting|Answer|Question|Review)$")
"""What schema.org calls texts of readers."""

_ANSWER = re.compile(
    r"(?:reply|quote|antworten|zitieren|répondre|citer|responder|citar|rispondi|cita|beantwoorden|ответить|"
    r"цитировать|відповісти|yanıtla|alıntıla|رد|اقتباس|回复|回覆|引用|odpowiedz|cytuj)(?: \(\d+\))?",
    re.IGNORECASE,
)
"""What the links below comments and posts of forums say."""

_UNSEEN = frozenset({"hidden", "is-hidden", "u-hidden", "d-none"})

_FOLDED = 10
"""Words from which on what is hidden may be text that a page folds up until a click."""

_BOX = 4
"""Words from which on a box beside the text says something."""

_STORY = 40
"""Words of paragraphs, links not counted, from which on a name alone makes nothing furniture."""


def names(element: html.HtmlElement) -> str:
    """Words of its class, id and the like, parted by blanks, in small letters."""
    given = [element.get(name, "") for name in ("class", "id", "data-component", "data-type", "data-testid")]
    given.append(element.get("data-module", ""))
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", " \n ".join(filter(None, given)))
    return re.sub(r"[-_:]+", " ", split).lower()


def reason(element: html.HtmlElement) -> str:
    """Why it is no part of the story; empty where it may be."""
    if _is_off(element) and not _is_folded(element):
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
    why = next((why for pattern, why in _COMPILED if pattern.search(known)), "")
    why = why or (OTHER if _are_comments(element) else "")
    return "" if why and _tells(element) else why


def reason_within(element: html.HtmlElement) -> str:
    """Why it is no part of the update that it stands in; empty where it may be, as a box of text may."""
    why = reason(element)
    if element.tag != "aside" or why != OTHER:
        return why
    words = len(str(element.text_content()).split())
    linked = sum(len(str(link.text_content()).split()) for link in element.iter("a"))
    named = any(pattern.search(names(element)) for pattern, _ in _COMPILED)
    return why if named or linked * 2 > words or words < _BOX else ""


def _is_off(element: html.HtmlElement) -> bool:
    if element.get("hidden") is not None or re.search(r"display\s*:\s*none", element.get("style", "")):
        return True
    classes = element.get("class", "").split()
    # `hidden md:block` is hidden on small screens only.
    return bool(_UNSEEN & set(classes)) and not any(":" in name for name in classes)


def _is_folded(element: html.HtmlElement) -> bool:
    """True for hidden sentences, as pages fold up until a click."""
    text = str(element.text_content())
    linked = sum(len(str(link.text_content()).split()) for link in element.iter("a"))
    words = len(text.split())
    return words >= _FOLDED and linked * 2 < words and bool(re.search(r"[.!?。؟।…](?:[\s”\"»]|$)", text))


def _tells(element: html.HtmlElement) -> bool:
    words = 0
    for paragraph in element.iter("p"):
        linked = sum(len(str(link.text_content()).split()) for link in paragraph.iter("a"))
        words += len(str(paragraph.text_content()).split()) - linked
    return words >= _STORY


def of_readers(root: html.HtmlElement) -> set[html.HtmlElement]:
    """All elements within what readers wrote."""
    found: set[html.HtmlElement] = set()
    for element in root.iter():
        outside = element.tag in ("html", "body", "main") or not _are_comments(element)
        if element.getparent() in found or not outside:
            found.add(element)
    return found


def _are_comments(element: html.HtmlElement) -> bool:
    if _READERS.search(element.get("itemtype", "")):
        return True
    called = (*element.get("class", "").split(), element.get("id", ""))
    return any(_COMMENTS.fullmatch(re.sub(r"[-_]+", " ", name).lower()) for name in called)


def answerable(element: html.HtmlElement) -> bool:
    """True for what has a link to answer or quote it, or what schema.org calls a text of readers."""
    return bool(_READERS.search(element.get("itemtype", ""))) or any(
        _ANSWER.fullmatch(" ".join(str(here.text_content()).split()))
        for here in element.iter("a", "button", "span")
        if len(here) < 3 and not any(parent.tag == "blockquote" for parent in here.iterancestors())
    )


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
