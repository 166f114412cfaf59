"""The sentence of an update or header that names an actor."""

from __future__ import annotations

import re

from sitegen.annotate import AnnotatedHeader, AnnotatedUpdate

MOST = 130
"""Characters to show on either side of the name."""

_END = re.compile(r"[.!?…][”\"’)\]]*\s+|[。！？]|\n")


def naming(item: AnnotatedUpdate | AnnotatedHeader, actor: str) -> tuple[str, str, str]:
    """What stands before the name, the name, and what follows it; three empty texts if it is not there.

    It is the first sentence that names the actor, cut between words where it is long.
    """
    mention = next((mention for mention in item.mentions if mention.actor == actor), None)
    if mention is None:
        return "", "", ""
    start = max((found.end() for found in _END.finditer(item.text, 0, mention.start)), default=0)
    ending = _END.search(item.text, mention.end)
    end = ending.end() if ending else len(item.text)
    return (
        _last(item.text[start : mention.start]),
        " ".join(mention.text.split()),
        _first(item.text[mention.end : end].rstrip()),
    )


def _first(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    if len(text) <= MOST:
        return text
    head, _, _ = text[:MOST].rpartition(" ")
    return f"{head or text[:MOST]}…"


def _last(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    if len(text) <= MOST:
        return text
    _, _, tail = text[-MOST:].partition(" ")
    return f"…{tail or text[-MOST:]}"
