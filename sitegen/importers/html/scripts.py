"""The data that scripts of a page hold: JSON in elements of its own, or assigned to a variable.

No script is run: what is no JSON, or hardly more than JSON as JavaScript writes it, is passed over.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

from lxml import html

_LEAST = 200
"""Characters below which a script holds no updates."""

_SOURCES = re.compile(r"^$|json|(?:java|ecma|x-java)script|module|text/x-", re.IGNORECASE)
"""Types of scripts that may hold data."""

_ASSIGNED = re.compile(
    r"=(?<=[\w$)\]\"'\s]=)\s*(?:Object\.freeze\()?(?P<call>(?:JSON\.parse|decodeURIComponent|atob)\()?"
    r"(?P<inner>(?:decodeURIComponent|atob)\()?(?=[{\[\"'])"
)
"""An equals sign, and what stands before a value. It starts with the sign: a search for it is much faster."""
_FLIGHT = re.compile(r"__next_f\.push\((?=\[)")
_ROW = re.compile(r"(?P<id>[0-9a-f]+):(?:T(?P<size>[0-9a-f]+),)?")
_QUOTED = re.compile(r"'(?P<text>(?:[^'\\]|\\.)*)'", re.DOTALL)
_TOKENS = re.compile(
    r"(?P<string>\"(?:[^\"\\]|\\.)*\")|(?P<comma>,)(?=\s*[}\]])"
    r"|(?P<key>[A-Za-z_$][\w$]*)(?=\s*:)|(?P<void>undefined|void 0|NaN)\b|!(?P<flag>[01])\b",
    re.DOTALL,
)
"""What JavaScript allows and JSON doesn't; strings stay as they are."""

_DECODER = json.JSONDecoder(strict=False)


def script_data(tree: html.HtmlElement) -> list[Any]:
    """All values that scripts of the page hold, but JSON-LD."""
    found: list[Any] = []
    flight: list[str] = []
    for script in tree.iter("script"):
        text, kind = (script.text or "").strip(), script.get("type", "")
        if (len(text) < _LEAST and "__next_f" not in text) or "ld+json" in kind or not _SOURCES.search(kind):
            continue
        if "json" in kind:
            found += _loaded(re.sub(r"^<!--|-->$", "", text).strip())
            continue
        for start in _FLIGHT.finditer(text):
            with suppress(ValueError, RecursionError):
                chunk, _ = _DECODER.raw_decode(text, start.end())
                flight += [part for part in chunk[1:] if isinstance(part, str)]
        found += _assigned(text)
    if flight:
        found.append(_rows("".join(flight)))
    return [value for value in found if isinstance(value, dict | list)]


def _assigned(text: str) -> Iterator[Any]:
    """Values of variables. What can't be read is gone through once more at most."""
    place = 0
    effort = 4 * len(text)
    for start in _ASSIGNED.finditer(text):
        if start.end() < place or effort < 0:
            continue
        try:
            value, place = _value(text, start.end())
        except (ValueError, RecursionError) as error:
            effort -= getattr(error, "pos", len(text)) - start.end() + 50
            continue
        if isinstance(value, str):
            if len(value) < _LEAST:
                continue
            yield from _packed(value)
        else:
            yield value


def _value(text: str, start: int) -> tuple[Any, int]:
    """The value that starts there, and where it ends. Raises ValueError, RecursionError."""
    if quoted := _QUOTED.match(text, start):
        inner = quoted["text"].replace("\\'", "'").replace("\\`", "`")
        inner = re.sub(r"(?<!\\)((?:\\\\)*)\"", r'\1\\"', re.sub(r"\\x([0-9a-fA-F]{2})", r"\\u00\1", inner))
        return json.loads(f'"{inner}"', strict=False), quoted.end()
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        # A function is no data; a word, a comma or an unquoted name may be all that is not JSON.
        if not re.match(
            r"undefined|void 0|NaN|!?[01]\b|[A-Za-z_$][\w$]*\s*:|[}\]]|,\s*[}\]]", text[error.pos :]
        ):
            raise
    return _DECODER.raw_decode(_TOKENS.sub(_as_json, text[start:]))[0], start + 1


def _as_json(token: re.Match[str]) -> str:
    if token["string"] is not None:
        return token["string"]
    if token["key"] is not None:
        return f'"{token["key"]}"'
    return "" if token["comma"] else "null" if token["void"] else "false" if token["flag"] == "1" else "true"


def _packed(text: str) -> Iterator[Any]:
    """JSON in a string: as it is, as in an address, or in base64."""
    text = text.strip()
    if text.startswith(("%7B", "%5B", "%7b", "%5b")):
        text = unquote(text)
    elif re.fullmatch(r"(?:eyJ|W3s|W1t)[A-Za-z0-9+/_-]+=*", text):
        with suppress(ValueError):
            text = base64.b64decode(text, altchars=b"-_" if "-" in text or "_" in text else None).decode()
    if text.startswith(("{", "[")):
        yield from _loaded(text)


def _loaded(text: str) -> Iterator[Any]:
    with suppress(ValueError, RecursionError):
        value = json.loads(text, strict=False)
        if isinstance(value, str):
            yield from _packed(value)
        else:
            yield _hydrated(value)


def _rows(text: str) -> dict[str, Any]:
    """What a server sends to a page in rows, by their names: `1a:{"post": "$1b"}`, `1b:T2f,<p>…`."""
    found: dict[str, Any] = {}
    place = 0
    while row := _ROW.match(text, place):
        if row["size"]:
            size = int(row["size"], 16)
            value = (
                text[row.end() : row.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
            )
            found[row["id"]], place = value, row.end() + len(value)
            continue
        end = text.find("\n", row.end())
        end = len(text) if end < 0 else end
        with suppress(ValueError, RecursionError):
            found[row["id"]] = json.loads(text[row.end() : end], strict=False)
        place = end + 1
    return found


def _hydrated(value: Any) -> Any:
    """The value of a list of which each object names the places of its values, else the value itself."""
    if not isinstance(value, list) or len(value) < 3 or not isinstance(value[0], dict | list):
        return value
    places = range(len(value))

    def told(place: Any) -> Any:
        return value[place] if isinstance(place, int) and place in places else None

    for item in value:
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        if not all(type(one) is int or (isinstance(item, list) and one is item[0]) for one in inner):
            return value
    for item in value:
        if isinstance(item, dict):
            item.update({key: told(place) for key, place in item.items()})
        elif isinstance(item, list):
            named = bool(item) and isinstance(item[0], str)
            item[:] = [told(place) for place in (item[1:] if named else item)]
    return value[0]


def linked(values: list[Any]) -> list[Any]:
    """The values, with what they only name put in its place, as stores of scripts keep it; may hold rings."""
    known: dict[str, Any] = {}
    nodes = list(_nodes(values))
    for node in nodes:
        if isinstance(node, dict) and _is_store(node):
            known.update(node)
    if known:
        for node in nodes:
            for place, inner in list(node.items() if isinstance(node, dict) else enumerate(node)):
                node[place] = _named(inner, known)
    return values


def _is_store(node: Mapping[str, Any]) -> bool:
    """True for objects by their names, and for rows."""
    if "ROOT_QUERY" in node or "client:root" in node:
        return True
    names = [key for key, value in node.items() if isinstance(value, dict)]
    typed = sum(":" in key or "__typename" in node[key] for key in names)
    return (len(names) > 2 and typed * 2 > len(names)) or (
        len(node) > 2 and all(re.fullmatch(r"[0-9a-f]{1,4}", key) for key in node)
    )


def _named(value: Any, known: Mapping[str, Any]) -> Any:
    if isinstance(value, str):
        row = re.fullmatch(r"\$[L@]?([0-9a-f]{1,4})", value)
        return known.get(row[1], value) if row else re.sub(r"^\$D(?=\d{4}-)", "", value)
    if not isinstance(value, dict) or len(value) > 4:
        return value
    if isinstance(several := value.get("__refs"), list):
        return [known.get(str(name)) for name in several]
    name = value.get("__ref") or (value.get("id") if value.get("type") == "id" else None)
    return known.get(str(name), value) if name else value


def _nodes(values: list[Any]) -> Iterator[Any]:
    stack = list(values)
    seen: set[int] = set()
    while stack:
        here = stack.pop()
        if isinstance(here, dict | list) and id(here) not in seen:
            seen.add(id(here))
            yield here
            stack.extend(here.values() if isinstance(here, dict) else here)
