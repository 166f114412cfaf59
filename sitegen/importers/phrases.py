"""The words of pages around the texts of live blogs, from `data/page_lines.txt`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

Kind = Literal[
    "button",
    "label",
    "header",
    "changed",
    "pointer",
    "closed",
    "farewell",
    "rights",
    "credit",
    "list",
    "service",
    "earlier",
    "speech",
]
"""Kinds of lines, as the file names them."""

_STARTS = frozenset({"changed", "closed", "farewell", "rights", "service"})
"""Kinds whose expressions fit the start of a line; `speech` fits anywhere in it, the others all of it."""


def fits(kind: Kind, text: str) -> bool:
    """True where a line is of that kind."""
    return bool(_expressions()[kind].match(text))


@cache
def _expressions() -> Mapping[str, re.Pattern[str]]:
    text = files("sitegen").joinpath("data", "page_lines.txt").read_text(encoding="utf-8")
    found = {}
    for part in re.split(r"^(?=\[[a-z]+\]$)", text, flags=re.MULTILINE)[1:]:
        name, *lines = part.splitlines()
        kind = name.strip("[]")
        either = "|".join(line for line in lines if line and not line.startswith("#"))
        found[kind] = re.compile(rf"{_opening(kind)}(?:{either}){_closing(kind)}", re.IGNORECASE)
    return MappingProxyType(found)


def _opening(kind: str) -> str:
    if kind == "speech":
        return "(?s:.*?)"
    return r"\W*" if kind in _STARTS - {"changed"} else ""


def _closing(kind: str) -> str:
    if kind in _STARTS or kind == "speech":
        return ""
    return {"pointer": r"\s*[:：|]", "list": r"\s*[:：]?$", "earlier": r"[^.\w]*$"}.get(kind, "$")
