"""What bytes are, where no importer reads them: so that a refusal says more than no."""

from __future__ import annotations

import re

MHTML = "a web page in one file (MHTML)"

OFFICE = "an office document"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (rb"%PDF-", "a PDF"),
    (rb"\x89PNG\r\n", "an image (PNG)"),
    (rb"\xff\xd8\xff", "an image (JPEG)"),
    (rb"GIF8[79]a", "an image (GIF)"),
    (rb"RIFF....WEBP", "an image (WebP)"),
    (rb"....ftyp(?:avif|heic|mif1)", "an image (AVIF or HEIC)"),
    (rb"....ftyp", "a video"),
    (rb"(?:ID3[\x02-\x04]|OggS|fLaC|RIFF....WAVE)", "a sound recording"),
    (rb"\x1a\x45\xdf\xa3", "a video"),
    (rb"PK\x03\x04.{0,4000}?(?:word/|\[Content_Types\]\.xml|application/vnd\.oasis\.opendocument)", OFFICE),
    (rb"PK\x03\x04", "a ZIP archive or an office document"),
    (rb"\xd0\xcf\x11\xe0", OFFICE),
    (rb"\{\\rtf", "a rich-text document (RTF)"),
    (rb"\x1f\x8b", "a gzip archive"),
    (rb"BZh\d1AY|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd", "an archive"),
    (rb"WARC/", "a web archive (WARC)"),
    (rb"SQLite format 3", "a database"),
    (rb"\x7fELF|MZ\x90", "a program"),
    (rb"bplist\d\d", "a property list (plist)"),
    (rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*(?:multipart/related|text/html)\b", MHTML),
)

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def advice(kind: str) -> str:
    """How to get from a document of that kind to one that can be read, an order."""
    if kind == OFFICE or "RTF" in kind:
        return "open it in a word processor and save a copy as plain text (.txt), with the encoding UTF-8"
    if kind == "a PDF":
        return (
            "open it, select all, copy, paste into a text editor, and save that as plain text (.txt); where "
            "nothing can be selected, let a program for text recognition read its pages"
        )
    if kind.startswith("an image"):
        return (
            "a picture has no text to read: save the page itself from a browser, or let a program for text "
            "recognition find its words, and save them as plain text (.txt)"
        )
    return "save the words of the live blog as plain text (.txt)"


def kind_of(data: bytes) -> str:
    """What the document is, with its article (`a PDF`); empty for what may be plain text."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    for pattern, kind in _SIGNATURES:
        if re.match(pattern, start, re.DOTALL):
            return kind
    if _HTML.match(start):
        return "a web page (HTML)"
    if re.match(rb"\s*<\?xml\b", start):
        return "an XML document"
    if re.match(rb'\s*(?:\{\s*"|\[\s*[\[{"])', start):
        return "a JSON document"
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "" if utf16 or b"\0" not in data else "a binary file"
