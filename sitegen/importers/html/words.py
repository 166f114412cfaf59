"""Text in data for machines to the words that were meant: entities, markup in text, both twice over."""

from __future__ import annotations

import html
import re
import unicodedata

from sitegen.markup import escape
from sitegen.markup.webpage import TooDeepError, fragment, markdown, visible_text

_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")

_MARKUP = re.compile(
    r"</?(?:p|br|b|i|a|em|strong|ul|ol|li|div|span|h[1-6]|blockquote|figure|img|table|tr|td|iframe|u|s|sup|sub)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_ROUNDS = 3
"""How often text may have been escaped."""


def plain_line(text: str) -> str:
    """One line of plain text, without entities and tags."""
    text = _unescaped(text)
    if _MARKUP.search(text):
        try:
            text = visible_text(fragment(text))
        except TooDeepError:
            text = _MARKUP.sub(" ", text)
    return " ".join(text.split())


def body_markdown(text: str, base: str) -> str:
    """Markdown of a text that may be plain or HTML, escaped or not."""
    text = _unescaped(text)
    if text.count("\\") == text.count('\\"'):  # quotation marks that were escaped once too often
        text = text.replace('\\"', '"')
    if _MARKUP.search(text):
        try:
            return markdown((fragment(text),), base)
        except TooDeepError:
            text = _MARKUP.sub(" ", text)
    # Each line of a plain text is a paragraph.
    return "\n\n".join(escape.line(line) for line in re.split(r"[\r\n]+", text) if line.strip())


def same_words(text: str) -> str:
    """A text for comparison only: its letters and digits, in small letters."""
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no blanks between words."""


def count_words(text: str) -> float:
    """How many words a text has; two letters of a script without blanks count as one."""
    return len(text.split()) + len(_UNSPACED.findall(text)) / 2


def _unescaped(text: str) -> str:
    for _ in range(_ROUNDS):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text
