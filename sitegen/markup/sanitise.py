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
"""Elements of running text. No media, forms, frames or scripts."""

ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "time": {"datetime"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
"""No class, id or style: source text must not reach into the page's design or anchors."""

SITE_SCHEME = "site"
"""Scheme of links into the site. Markdown can't write it; `resolve` makes it a relative address."""

SCHEMES = {"http", "https", "mailto", SITE_SCHEME}

_PREFIX = f'<a href="{SITE_SCHEME}:/'


def clean(html: str) -> str:
    """Safe HTML: everything outside the allow-lists removed."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=True
    )


def resolve(html: str, root: str) -> str:
    """Make the links into the site lead from a page whose prefix to the site's root is `root`.

    Text can't forge the prefix that is replaced: `<` is escaped in text, and `"` in attributes.
    """
    return html.replace(_PREFIX, f'<a class="mention" href="{root}')
