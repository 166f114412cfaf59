"""Adds to a page what only the preview has: the reload script, the problems, and leave to load them."""

from __future__ import annotations

import html
import re

PREFIX = "/__sitegen__/"
"""Addresses of the preview itself; no site has them."""

_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_IS_POLICY = re.compile(r"""http-equiv\s*=\s*["']?content-security-policy\b""", re.IGNORECASE)
_CONTENT = re.compile(r"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)

_NEEDED = (("script-src", "'self'"), ("style-src", "'self'"), ("connect-src", "'self'"))


def dressed(page: str, *, host: str, version: str, overlay: str = "") -> str:
    """The page with script and overlay; `host` is where the reload channel is, `name:port`."""
    page = _META.sub(lambda meta: _with_leave(meta[0], host), page)
    head = f'<script src="{PREFIX}reload.js" data-version="{version}"></script>'
    head += f'<link rel="stylesheet" href="{PREFIX}problems.css">'
    page = _insert(page, head, _HEAD_END, after=False)
    return _insert(page, overlay, _BODY, after=True) if overlay else page


def allowed(policy: str, host: str) -> str:
    """A content security policy that lets the preview's script, style and reload channel through."""
    directives = {
        name.lower(): sources
        for name, *sources in (part.split() for part in policy.split(";") if part.strip())
    }
    for name, source in (*_NEEDED, ("connect-src", f"ws://{host}")):
        if name not in directives and "default-src" not in directives:
            continue
        sources = directives.get(name, directives.get("default-src", []))
        kept = [s for s in sources if s.lower() != "'none'"]
        directives[name] = kept if source in kept else [*kept, source]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _with_leave(meta: str, host: str) -> str:
    if not _IS_POLICY.search(meta):
        return meta

    def rewrite(match: re.Match[str]) -> str:
        policy = allowed(html.unescape(match[2][1:-1]), host)
        return f'{match[1]}"{html.escape(policy, quote=False)}"'

    return _CONTENT.sub(rewrite, meta)


def _insert(page: str, addition: str, place: re.Pattern[str], *, after: bool) -> str:
    match = place.search(page)
    at = (match.end() if after else match.start()) if match else len(page)
    return page[:at] + addition + page[at:]
