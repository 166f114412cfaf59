"""Bytes of a document to text. An encoding that is not certain is refused, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from babel import Locale

from sitegen.importers.charset.declared import declared, known, mark, wider, without_declaration, without_mark
from sitegen.importers.charset.detect import Reading, detect, differing_words
from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument

_SHOWN = {"big5hkscs": "big5", "cp932": "shift_jis", "cp949": "euc-kr", "cp874": "windows-874"}

_FEW = 1000
"""Of so many characters one may be broken where the encoding is told."""

_TEXTS = ("", "a web page (HTML)", "an XML document", "a JSON document")
"""Kinds of documents that are text, as `kinds` names them."""

_MEND = "open it where it looks right, and save it as UTF-8; or say which encoding it is with --encoding"


def decode(data: bytes, *, said: str = "", served: str = "") -> tuple[str, tuple[str, ...]]:
    """The text, without its byte-order mark, and what was concluded about its encoding.

    `said` is the encoding that a person names: it must fit. `served` is the one that the server named,
    tried like that which the document itself declares. Without any of them the encoding is concluded
    where the text leaves no doubt. Raises NotALiveBlogError.
    """
    if said:
        return _as_said(data, said), (f"the encoding is {shown(known(said))}, as whoever imported it said",)
    told = [*_marked(data), *_told(data, served)]
    for codec, why in told:
        with suppress(UnicodeDecodeError):
            return data.decode(codec), (f"the encoding is {shown(codec)}, as {why}",) if why else ()
    if _mostly_utf8(data):
        return data.decode(errors="replace").removeprefix("\ufeff"), (
            "the encoding is UTF-8 with some broken characters",
        )
    found = detect(data)
    if len(found) == 1:
        codec, why = found[0].encoding, f"it reads as {_named(found[0].language)} then"
        with suppress(UnicodeDecodeError):
            return data.decode(codec), (f"the encoding is {shown(codec)}, as {why}",)
    for codec, why in told:
        text = data.decode(codec, "replace")
        if why and text.count("\ufffd") * _FEW <= len(text):
            return text, (f"the encoding is {shown(codec)} with some broken characters, as {why}",)
    raise NotALiveBlogError(f"It is not UTF-8, and no other encoding is certain{_doubt(found)}; {_MEND}.")


def in_utf8(
    document: SavedDocument, *, said: str = "", served: str = ""
) -> tuple[SavedDocument, tuple[str, ...]]:
    """The document with its text in UTF-8, and what was concluded about its encoding.

    What is no text stays as it is. Raises NotALiveBlogError where the encoding is not certain.
    """
    data = document.data
    kind = kind_of(data)
    wide = known(said).startswith(("utf-16", "utf-32")) or mark(data)
    if kind not in _TEXTS and not wide:
        if kind == "a binary file" and (codec := without_mark(data)):
            raise NotALiveBlogError(
                f"It looks like {codec[:6].upper()} without a byte-order mark; "
                f"if it is, --encoding {codec} reads it."
            )
        return document, ()
    text, inferred = decode(data, said=said, served=served)
    if not inferred:
        return document, ()
    return replace(document, data=without_declaration(text.encode("utf-8", "replace"))), inferred


def lines_of(text: str) -> list[str]:
    """Its lines, without their ends. Unlike `str.splitlines`, only CR and LF end a line."""
    return re.split(r"\r\n|\n|\r", text)


def shown(codec: str) -> str:
    """The name of an encoding as pages declare it."""
    name = _SHOWN.get(codec, codec)
    found = re.fullmatch(r"cp(125\d)|iso8859[_-](\d+)", name)
    if found:
        return f"windows-{found[1]}" if found[1] else f"iso-8859-{found[2]}"
    if name.startswith("utf"):
        return name.upper()
    return name if name == "shift_jis" else name.replace("_", "-")


def _as_said(data: bytes, said: str) -> str:
    codec = known(said)
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise NotALiveBlogError(
            f"It is not {shown(codec)}, as was said: byte {error.start + 1} is none of that encoding."
        ) from error


def _marked(data: bytes) -> Iterator[tuple[str, str]]:
    """Encodings that the bytes themselves show; UTF-8 needs no reason."""
    if codec := mark(data):
        yield codec, "" if codec == "utf-8-sig" else "its byte-order mark says"
    if b"\x1b$" in data:
        yield "iso2022_jp", "its escape signs show"
    yield "utf-8", ""


def _told(data: bytes, served: str) -> Iterator[tuple[str, str]]:
    """Encodings that were named, and by whom."""
    if codec := known(served):
        yield wider(codec), "its server said"
    if codec := declared(data):
        yield wider(codec), "the document says"


def _named(language: str) -> str:
    """A language as English calls it."""
    return Locale.parse(language).english_name or language if language else "text"


def _doubt(found: tuple[Reading, ...]) -> str:
    if len(found) < 2:
        return ""
    words = differing_words(found[0].text, found[1].text)
    said = [f"'{word}' in {shown(reading.encoding)}" for word, reading in zip(words, found, strict=False)]
    return f": it may say {said[0]} or {said[1]}"


def _mostly_utf8(data: bytes) -> bool:
    """True where few of the characters outside ASCII are broken; the start alone may show that it is not."""
    for part in (data[: 1024 * 1024], data):
        text = part.decode(errors="replace")
        broken = text.count("\ufffd")
        if broken * 20 >= len(text) - len(text.encode("ascii", "ignore")) and (part is data or broken > 100):
            return False
    return True
