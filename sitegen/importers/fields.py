"""Texts in fields of JSON and XML documents to Markdown with the same visible words."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from sitegen.importers.protocol import NotALiveBlogError
from sitegen.markup.webpage import TooDeepError, fragment, markdown, visible_text

_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w+);")
"""What plain text hardly ever holds and HTML nearly always."""

_ESCAPED = re.compile(r"\s*&lt;(p|div)\b[^<>]*?&gt;[^<>]*&lt;/\1&gt;\s*")
"""Paragraphs that were escaped whole; any other tag in a text may be what it is about."""
_TWICE = re.compile(
    r"&amp;((?:amp;)*(?:amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|bull|eacute|#\d+|#x[0-9a-fA-F]+);)"
)

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

_UNPAIRED = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text as content files and readers have it."""

    markdown: str = ""
    """As Markdown."""
    text: str = ""
    """As a reader sees it."""


def is_html(text: str) -> bool:
    """True where a text is HTML rather than plain text."""
    return bool(_MARKUP.search(text))


def from_html(text: str, base: str = "") -> Field:
    """A field that holds HTML, perhaps escaped once too often; relative links start from `base`.

    Raises NotALiveBlogError where it is nested too deep.
    """
    return exact(_unescaped(text), base)


def exact(text: str, base: str = "") -> Field:
    """A field that holds HTML as it is meant. Raises NotALiveBlogError where it is nested too deep."""
    try:
        tree = fragment(whole(text))
    except TooDeepError as error:
        raise NotALiveBlogError(
            "The HTML in it is nested too deep; no page of text is built that way."
        ) from error
    return Field(markdown=markdown(tree, base), text=visible_text(tree))


def from_plain(text: str) -> Field:
    """A field that holds plain text: empty lines part paragraphs, other line ends stay line ends."""
    paragraphs = _BLANK_LINES.split(whole(text).replace("\r\n", "\n").replace("\r", "\n").strip())
    return exact("".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs))


def from_either(text: str, base: str = "") -> Field:
    """A field that holds HTML or plain text, whichever it looks like."""
    return from_html(text, base) if is_html(text) else from_plain(text)


def one_line(text: str) -> str:
    """A title or name as a reader sees it, on one line; HTML is read as such where it shows anything."""
    return (is_html(text) and plain_line(from_html(text).text)) or plain_line(text)


def _unescaped(text: str) -> str:
    """HTML without the escaping that was done to it twice: nobody writes `&amp;rsquo;` for readers."""
    for _ in range(2):
        if _ESCAPED.fullmatch(text):
            text = html.unescape(text)
    # A text with signs of tags that readers see is about code, and means what it says.
    return text if "&lt;" in text or "&amp;lt;" in text else _TWICE.sub(r"&\1", text)


def plain_line(text: str) -> str:
    """A title or name in a format that has no HTML, on one line."""
    return " ".join(whole(text).replace("\0", "\ufffd").split())


def whole(text: str) -> str:
    """The text without halves of characters, which JSON can hold and files can't."""
    if not _UNPAIRED.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def joined(*fields: Field) -> Field:
    """Fields one below the other."""
    return Field(
        markdown="\n\n".join(field.markdown for field in fields if field.markdown),
        text="\n".join(field.text for field in fields if field.text),
    )
