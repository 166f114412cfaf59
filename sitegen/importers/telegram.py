"""Chats and channels that Telegram Desktop exported as `result.json`.

`date_unixtime` is the instant; `date` is the clock of the computer that exported, whose zone it
does not say. A text is a string or a list of strings and marked pieces.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sitegen.importers import fields
from sitegen.importers.json_text import at, items_at, json_source, load, text_at
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, SavedDocument
from sitegen.importers.written import machine
from sitegen.instants import newest_first
from sitegen.markup.webpage import Keep
from sitegen.model import LeftOut

_TAGS = {
    "bold": "b",
    "italic": "i",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_FILES = ("photo", "file")
_PICTURES = re.compile(r"(?:chats/[^/]+/)?(?:photos|files)/.+")
_ABSENT = re.compile(r"\(.*\)")
"""What stands in place of a file that was not exported, in the language of the program."""


class TelegramImporter:
    """Reads the export of one chat or channel."""

    name = "telegram"
    title = "a chat or channel exported by Telegram Desktop (result.json)"

    def sniff(self, document: SavedDocument) -> float:
        """Sure where there are messages with Telegram's names for things."""
        text = json_source(document)
        return (
            0.95
            if '"messages"' in text and re.search(r'"(?:date_unixtime|text_entities|from_id)"', text)
            else 0.0
        )

    def read(self, document: SavedDocument) -> Document:
        """Read the messages; what Telegram itself says of the chat is left out. Raises NotALiveBlogError."""
        chat = _chat(load(document))
        name = fields.plain_line(text_at(chat, "name"))
        messages = items_at(chat, "messages")
        pinned = {
            text_at(message, "message_id") for message in messages if at(message, "action") == "pin_message"
        }
        entries: list[Entry] = []
        texts: list[str] = []
        left_out: list[LeftOut] = []
        for place, message in enumerate(messages):
            locator = f"messages[{place}]"
            if at(message, "type") == "message":
                entry, text = _entry(message, locator, name, pinned, document.keep_picture)
                entries.append(entry)
                absent = _absent(message, locator)
                left_out.extend(absent)
                texts += [text, *(item.text for item in absent)]
            else:
                said = _service(message)
                left_out.append(LeftOut(locator=locator, text=said, reason="Telegram says it, not a person"))
                texts.append(said)
        if not entries:
            raise NotALiveBlogError("It is a Telegram export without messages.")
        changed = sum(bool(text_at(message, "edited")) for message in messages)
        order, why = newest_first([entry.stamp for entry in entries])
        return Document(
            importer=self.name,
            title=name,
            publisher=name,
            entries=tuple(entries),
            newest_first=order,
            inferred=tuple(filter(None, [why])),
            left_out=tuple(left_out),
            counts=(
                ("messages", len(entries)),
                *((("messages that were changed later", changed),) if changed else ()),
            ),
            text="\n".join((name, *texts)),
        )


def _chat(export: Any) -> Any:
    """The one chat that has messages. Raises NotALiveBlogError where there are several."""
    if items_at(export, "messages"):
        return export
    chats = [chat for key in ("chats", "left_chats") for chat in items_at(export, key, "list")]
    told = [chat for chat in chats if items_at(chat, "messages")]
    if len(told) != 1:
        names = ", ".join(text_at(chat, "name") or "without a name" for chat in told[:5])
        raise NotALiveBlogError(
            f"It is a Telegram export of {len(told)} chats ({names}); export the one that is meant."
            if told
            else "It is a Telegram export without messages."
        )
    return told[0]


def _entry(message: Any, locator: str, chat: str, pinned: set[str], keep: Keep | None) -> tuple[Entry, str]:
    said = list(_pieces(message))
    paths = (text_at(message, key) for key in _FILES)
    files = [_file(path, keep) for path in paths if path and not _ABSENT.fullmatch(path)]
    more = [fields.from_plain(words) for words in _more(message) if words]
    buttons = [button for row in items_at(message, "inline_bot_buttons") for button in row]
    links = [_link(button) for button in buttons if isinstance(button, Mapping)]
    content = f"<p>{''.join(map(_html, said))}</p>"
    forwarded = text_at(message, "forwarded_from")
    if forwarded:
        content = f"<blockquote>{content}<p>— {html.escape(forwarded)}</p></blockquote>"
    body = fields.joined(fields.exact(content), *more, *links, *files)
    title = fields.plain_line(text_at(message, "title"))
    sender = fields.plain_line(text_at(message, "author") or text_at(message, "from"))
    native = text_at(message, "id")
    unix = text_at(message, "date_unixtime")
    stamp = machine(unix, "date_unixtime in the export") or machine(
        text_at(message, "date"), "date in the export"
    )
    entry = Entry(
        stamp=stamp,
        title=title,
        authors=(sender,) if sender and sender != chat else (),
        body=body.markdown,
        locator=locator,
        native_id=native,
        pinned=native in pinned,
        empty=not body.markdown,
    )
    shown = sender if sender != chat else ""
    return entry, f"{title}\n{shown}\n{body.text}"


def _more(message: Any) -> Iterator[str]:
    """What a message says besides its text: a poll, a list, a place, a person, a sign."""
    yield text_at(message, "poll", "question")
    yield from (text_at(answer, "text") for answer in items_at(message, "poll", "answers"))
    yield _words(message, "todo_list", "title")
    yield from (_words(item, "text") for item in items_at(message, "todo_list", "items"))
    yield text_at(message, "place_name")
    place = at(message, "location_information")
    yield text_at(message, "address") or text_at(place, "address")
    yield ", ".join(filter(None, (text_at(place, "latitude"), text_at(place, "longitude"))))
    person = at(message, "contact_information")
    yield " ".join(
        filter(None, (text_at(person, key) for key in ("first_name", "last_name", "phone_number")))
    )
    yield from (text_at(message, "game_title"), text_at(message, "game_description"))
    yield from (text_at(message, "invoice_information", key) for key in ("title", "description"))
    yield text_at(message, "sticker_emoji")


def _words(value: Any, *keys: str) -> str:
    """A text, or one with marks."""
    found = at(value, *keys)
    return text_at(value, *keys) or "".join(words for _, words, _ in _pieces({"text": found}))


def _link(button: Mapping[str, Any]) -> fields.Field:
    """A button below a message: a link where it leads to an address."""
    words, address = text_at(button, "text"), text_at(button, "data")
    if not re.match(r"https?://", address):
        return fields.from_plain(words)
    return fields.exact(f'<p><a href="{html.escape(address)}">{html.escape(words or address)}</a></p>')


def _absent(message: Any, locator: str) -> list[LeftOut]:
    """What the export says of files that it does not hold."""
    said = [text for key in (*_FILES, "thumbnail") if _ABSENT.fullmatch(text := text_at(message, key))]
    words = " ".join(filter(None, (text_at(message, "file_name") if said else "", *dict.fromkeys(said))))
    reason = "said of a picture, video or other file that is not in the export"
    return [LeftOut(locator=locator, text=words, reason=reason)] if said else []


def _file(path: str, keep: Keep | None) -> fields.Field:
    """The path of a file as Telegram gives it; above it the picture, where it is kept."""
    words = fields.from_plain(path)
    kept = keep([path]) if keep and _PICTURES.fullmatch(path) else ""
    return replace(words, markdown=f"![]({kept})\\\n{words.markdown}") if kept else words


def _pieces(message: Any) -> Iterator[tuple[str, str, str]]:
    """Type, words and address of each piece of a text."""
    text = at(message, "text") or at(message, "text_entities") or ""
    for piece in text if isinstance(text, Sequence) and not isinstance(text, str) else [text]:
        if isinstance(piece, str):
            yield "plain", piece, ""
        elif isinstance(piece, Mapping) and isinstance(piece.get("text"), str):
            kind = text_at(piece, "type")
            yield kind, piece["text"], text_at(piece, "href") or (piece["text"] if kind == "link" else "")


def _html(piece: tuple[str, str, str]) -> str:
    """A piece as HTML; marks end before a paragraph does."""
    kind, words, address = piece
    tag = _TAGS.get(kind, "")
    if kind == "pre":
        return f"</p><pre>{html.escape(words)}</pre><p>"
    parts = []
    for part in re.split(r"\n[ \t]*\n\s*", words):
        inner = html.escape(part).replace("\n", "<br>")
        if address:
            inner = f'<a href="{html.escape(_address(address))}">{inner}</a>'
        parts.append(f"<{tag}>{inner}</{tag}>" if tag and part.strip() else inner)
    return "</p><p>".join(parts)


def _address(text: str) -> str:
    return text if re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) else f"https://{text}"


def _service(message: Any) -> str:
    """What Telegram says of the chat: who joined, what was pinned."""
    parts = (text_at(message, "actor"), text_at(message, "action"), text_at(message, "title"))
    return fields.whole(" ".join(filter(None, (*parts, "".join(words for _, words, _ in _pieces(message))))))
