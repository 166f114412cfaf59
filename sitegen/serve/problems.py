"""Problems of the content as a person sees them in the browser: with the lines around, all escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sitegen.diagnostics import Diagnostic

ASSETS = Path(__file__).with_name("assets")
"""Templates, script and style of the preview."""

_TEMPLATES = Environment(
    loader=FileSystemLoader(ASSETS), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)

_AROUND = 3
_LONGEST_FILE = 20_000_000
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the file that a problem is in."""

    number: int
    """Counted from 1."""
    text: str
    """The line without its end; of a long one the part that matters."""
    before: str = ""
    """In the line with the problem: what stands before its place."""
    mark: str = ""
    """In the line with the problem: the character at its place."""
    after: str = ""
    """In the line with the problem: what stands after it."""
    faulty: bool = False
    """True for the line with the problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One diagnostic and the lines it is about."""

    diagnostic: Diagnostic
    """The message."""
    excerpt: tuple[Line, ...]
    """Lines around its place; empty where it has none, or the file can't be read."""

    @property
    def where(self) -> str:
        """`file:line:column`, as far as known."""
        d = self.diagnostic
        return ":".join(str(part) for part in (d.path, d.line, d.column) if part)


def located(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Problem, ...]:
    """Add to each message the lines around its place, read from the site's folder."""
    return tuple(Problem(diagnostic=d, excerpt=_excerpt(d, root.resolve())) for d in diagnostics)


def as_overlay(problems: tuple[Problem, ...]) -> str:
    """HTML to lay over a page of the last good site."""
    return _TEMPLATES.get_template("overlay.html").render(problems=problems, stale=True)


def as_page(problems: tuple[Problem, ...]) -> str:
    """A whole HTML page, for when there is no site yet."""
    return _TEMPLATES.get_template("page.html").render(problems=problems, stale=False)


def elsewhere(base: str) -> str:
    """A whole HTML page for addresses outside the site, which no file of it answers."""
    return _TEMPLATES.get_template("elsewhere.html").render(base=quote(base))


def _excerpt(diagnostic: Diagnostic, root: Path) -> tuple[Line, ...]:
    file = (root / diagnostic.path).resolve()
    if not (diagnostic.path and diagnostic.line and file.is_relative_to(root)):
        return ()
    try:
        if file.stat().st_size > _LONGEST_FILE:
            return ()
        lines = file.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return ()
    first = max(1, diagnostic.line - _AROUND)
    return tuple(
        _line(number, text.rstrip("\r"), diagnostic)
        for number, text in enumerate(lines[first - 1 : diagnostic.line + _AROUND], first)
    )


def _line(number: int, text: str, diagnostic: Diagnostic) -> Line:
    if number != diagnostic.line:
        return Line(number=number, text=_short(text[:_LONGEST_LINE], text))
    at = diagnostic.column - 1
    if not 0 <= at <= len(text):
        return Line(number=number, text=_short(text[:_LONGEST_LINE], text), faulty=True)
    start = max(0, at - _LONGEST_LINE // 2)
    return Line(
        number=number,
        text=text[start : start + _LONGEST_LINE],
        before=("…" if start else "") + text[start:at],
        mark=text[at : at + 1] or " ",
        after=_short(text[at + 1 : start + _LONGEST_LINE], text[start:]),
        faulty=True,
    )


def _short(part: str, whole: str) -> str:
    return part + ("…" if len(whole) > _LONGEST_LINE else "")
