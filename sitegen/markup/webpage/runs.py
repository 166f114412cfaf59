"""Runs of text with their marks to one paragraph of Markdown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote, urljoin

from sitegen.markup import escape

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text that is marked in one way. A line feed in it is a break that the page asks for."""

    text: str
    """The words."""
    strong: bool = False
    """Bold."""
    em: bool = False
    """Italic."""
    struck: bool = False
    """Struck through."""
    code: bool = False
    """Typed letter by letter."""
    href: str = ""
    """Where it leads, or the picture that it stands for."""
    note: str = ""
    """Words about the target that are not part of the text: a picture's description."""
    image: bool = False
    """True for a picture: the text is its description, and all there is of it without address and file."""
    kept: str = ""
    """How a text refers to the picture in the archive, where that keeps it."""


def address(value: str | None, base: str) -> str:
    """A link's target as Markdown takes it; empty for anything but http, https and mailto."""
    target = (value or "").strip()
    if not target or target.startswith("#"):
        return ""
    try:
        target = urljoin(base, target) if base else target
    except ValueError:
        return ""
    if not re.match(r"(?:https?://|mailto:)[^\s]", target, re.IGNORECASE):
        return ""
    target = re.sub(r"[\s<>()\\\x00-\x20\x7f]", lambda match: f"%{ord(match.group()[0]):02X}", target)
    # As markdown-it writes it, so that a picture without words reads back the same.
    target = re.sub(r"[^\x00-\x7f]+", lambda match: quote(match.group(), errors="replace"), target)
    return re.sub(r"&(?=#?\w+;)", "&amp;", target)


def tidy(runs: Iterable[Run]) -> list[Run]:
    """The runs with blanks folded, none at either end or beside a break, and like neighbours joined."""
    found: list[Run] = []
    for _, group in groupby(runs, key=lambda run: replace(run, text="") if not run.image else run):
        same = list(group)
        joined = same[0] if same[0].image else replace(same[0], text="".join(run.text for run in same))
        text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", joined.text))
        if found and found[-1].text[-1:] in (" ", "\n"):
            text = text.lstrip(" ")
        if found and text.startswith("\n"):
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if text or joined.image:
            found.append(replace(joined, text=text))
    while found and not found[0].image and not found[0].text.strip(" \n"):
        found.pop(0)
    while found and not found[-1].image and not found[-1].text.strip(" \n"):
        found.pop()
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip(" \n"))
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" \n"))
    return found


def plain(runs: Iterable[Run]) -> str:
    """What a reader sees of them."""
    return "".join(run.text for run in runs)


def paragraph(runs: Sequence[Run], *, marks: bool = True, links: bool = True, one_line: bool = False) -> str:
    """One paragraph of Markdown, without blank lines in it.

    Without `marks` nothing is bold, without both nothing but the words are kept, every sign of them
    escaped: for text that Markdown would otherwise misread.
    """
    pieces: list[str] = []
    text = plain(runs)
    place = 0
    for run in runs:
        before, after = text[:place][-1:], text[place + len(run.text) :][:1]
        place += len(run.text)
        if run.kept:
            pieces.append(_kept(run))
        elif not links:
            pieces.append(_PUNCTUATION.sub(r"\\\1", run.text))
        elif run.image and run.href:
            pieces.append(f"![{_label(run.text)}]({run.href})")
        else:
            pieces.append(_marked(run, before, after, marks=marks))
    joined = "".join(pieces)
    lines = [line.strip(" ") for line in re.split(r"\n+", joined)]
    if one_line:
        return escape.line_start(" ".join(lines))
    lines = [
        line if line.startswith("\\") and not links else escape.line_start(line) for line in lines if line
    ]
    return "\\\n".join(lines)


def _kept(run: Run) -> str:
    """A picture of the archive. Its title is where it came from, else what describes it beside a caption."""
    title = run.href.replace('"', "%22") or _quoted(run.note)
    words = _PUNCTUATION.sub(r"\\\1", run.text)
    return f'![{words}]({run.kept} "{title}")' if title else f"![{words}]({run.kept})"


def _marked(run: Run, before: str, after: str, *, marks: bool) -> str:
    head, core, tail = re.fullmatch(r"([ \n]*)(.*?)([ \n]*)", run.text, re.DOTALL).groups()  # type: ignore[union-attr]  # matches anything
    if not core:
        return run.text
    if run.code and marks and "`" not in core and "\n" not in core:
        inner = f"`{core}`"
    else:
        inner = _label(core) if run.href else escape.inline(core)
    if marks and "\n" not in core:
        sign = ("***" if run.em else "**") if run.strong else "*" if run.em else ""
        outside = (head or before or " ")[-1], (tail or after or " ")[0]
        if run.href or _fits(core, *outside):
            inner = f"{sign}{inner}{sign}"
            inner = f"~~{inner}~~" if run.struck and "~" not in core else inner
    if run.href and "\n\n" not in core:
        note = f' "{_quoted(run.note)}"' if run.note else ""
        inner = f"[{inner}]({run.href}{note})"
    return f"{head}{inner}{tail}"


def _label(text: str) -> str:
    return re.sub(r"(?<!\\)\]", r"\\]", escape.inline(text))


def _quoted(text: str) -> str:
    folded = " ".join(text.split())
    return re.sub(r'([\\"])', r"\\\1", re.sub(r"&(?=#?\w+;)", "&amp;", folded))


def _fits(core: str, before: str, after: str) -> bool:
    """CommonMark's rules for emphasis: punctuation inside of a mark needs no letter outside of it."""
    opens = not _is_sign(core[0]) or before.isspace() or _is_sign(before)
    closes = not _is_sign(core[-1]) or after.isspace() or _is_sign(after)
    return opens and closes


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"
