"""JSON documents: read whole, within limits, with clear errors; values by path without surprises."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sitegen.importers.decoding import decode
from sitegen.importers.kinds import kind_of
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument

_START = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")


def json_source(document: SavedDocument) -> str:
    """The text of a document that may be JSON; empty for all others. Never raises."""
    if kind_of(document.data) not in ("", "a JSON document"):
        return ""
    with suppress(NotALiveBlogError):
        text, _ = decode(document.data)
        return text if _START.match(text) else ""
    return ""


def load(document: SavedDocument) -> Any:
    """Read a JSON document. Raises NotALiveBlogError with the place of what is wrong."""
    kind = kind_of(document.data)
    if kind not in ("", "a JSON document"):
        raise NotALiveBlogError(f"It is {kind}, not JSON.")
    text, _ = decode(document.data)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        why = "it ends there, cut off when it was saved" if cut else error.msg[:1].lower() + error.msg[1:]
        raise NotALiveBlogError(
            f"It is not whole JSON: line {error.lineno}, column {error.colno}: {why}; save it again."
        ) from error
    except RecursionError as error:
        raise NotALiveBlogError("It is JSON nested too deep for any document.") from error
    except ValueError as error:
        raise NotALiveBlogError("It is JSON with a number longer than any number needs to be.") from error


def at(value: Any, *keys: str) -> Any:
    """What stands under these keys, one inside of the other; None where there is nothing."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def text_at(value: Any, *keys: str) -> str:
    """A text or number under these keys as text; empty for anything else."""
    found = at(value, *keys)
    if isinstance(found, str):
        return found.strip()
    return str(found) if isinstance(found, int | float) and not isinstance(found, bool) else ""


def items_at(value: Any, *keys: str) -> Sequence[Any]:
    """The list under these keys; an empty one for anything else."""
    found = at(value, *keys) if keys else value
    return found if isinstance(found, list) else []


def true_at(value: Any, *keys: str) -> bool:
    """True for `true`, `"true"`, `1` under these keys."""
    found = at(value, *keys)
    return found is True or str(found).casefold() in ("true", "1", "yes")
