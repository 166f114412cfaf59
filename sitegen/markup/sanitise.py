"""The last gate before a page: what HTML may hold, whatever made it."""

from __future__ import annotations

import nh3

TAGS = {
    *("h3", "h4", "h5", "h6", "p", "hr", "br", "blockquote", "pre", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
    ),
    *("small", "strong", "sub", "sup", "time", "u", "var"),
}
"""Elements of running text. No media but the archive's pictures, no forms, frames or scripts."""

_FIGURE_TAGS = {"figure", "figcaption", "img"}

ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "img": {"src", "width", "height", "loading", "alt"},
    "time": {"datetime"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
"""No class, id or style: source text must not reach into the page's design or anchors."""

SITE_SCHEME = "site"
"""Scheme of links into the site. Markdown can't write it; `resolve` makes it a relative address."""

SCHEMES = {"http", "https", "mailto", SITE_SCHEME}

_LINK = f'<a href="{SITE_SCHEME}:/'
_IMAGE = f'<img src="{SITE_SCHEME}:/'


def clean(html: str) -> str:
    """Safe HTML: everything outside the allow-lists removed, and every picture that is not of the site."""
    figures = "<img" in html
    return nh3.clean(
        html,
        tags=TAGS | _FIGURE_TAGS if figures else TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_own_pictures if figures else None,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def resolve(html: str, root: str) -> str:
    """Make the links into the site lead from a page whose prefix to the site's root is `root`.

    Text can't forge the prefixes that are replaced: `<` is escaped in text, and `"` in attributes.
    """
    return html.replace(_LINK, f'<a class="mention" href="{root}').replace(_IMAGE, f'<img src="{root}')


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("img", "src") and not value.startswith(f"{SITE_SCHEME}:/"):
        return None
    return value
