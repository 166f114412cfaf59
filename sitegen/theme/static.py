"""A theme's static files, published under names that carry a hash of their content.

A name that changes with the content lets a server say "keep for ever", and a stylesheet that names
another file of the theme must name it as published: `url(...)` in CSS is rewritten here.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic
from sitegen.theme.files import ThemeFile

FOLDER = "assets"
"""Where static files are published, below the site's root."""

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")

CSS_TOKEN = re.compile(
    r"/\*.*?\*/|(?P<import>@import\b)|url\(\s*(?P<quote>[\"']?)(?P<address>[^\"')]*)(?P=quote)\s*\)",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, an import, or an address (CSS Syntax 3, 4.3.6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticFile:
    """One published static file."""

    name: str
    """Path below `static/`: the key in `site.assets`."""
    path: str
    """Path below the site's root, with the first ten digits of its SHA-256."""
    data: bytes
    """Its content as published."""
    label: str
    """The file in messages to a person."""


def publish_static(files: tuple[ThemeFile, ...], problems: list[Diagnostic]) -> tuple[StaticFile, ...]:
    """The strongest file of each name, by name."""
    strongest: dict[str, ThemeFile] = {}
    for file in files:
        strongest.setdefault(file.name, file)
        if not NAME.fullmatch(file.name):
            problems.append(
                Diagnostic(
                    code="theme-file",
                    path=file.label,
                    what="this name cannot stand in an address unchanged",
                    mend="use letters without accents, digits, '.', '-' and '_'",
                )
            )
    plain = {name: _named(file, file.data) for name, file in strongest.items() if not name.endswith(".css")}
    styles = {
        name: _named(file, _link(file, plain, problems))
        for name, file in strongest.items()
        if name.endswith(".css")
    }
    return tuple(sorted((plain | styles).values(), key=lambda f: f.name))


def _named(file: ThemeFile, data: bytes) -> StaticFile:
    name = PurePosixPath(file.name)
    hashed = f"{name.stem}.{hashlib.sha256(data).hexdigest()[:10]}{name.suffix}"
    return StaticFile(
        name=file.name, path=str(PurePosixPath(FOLDER) / name.with_name(hashed)), data=data, label=file.label
    )


def _link(sheet: ThemeFile, targets: dict[str, StaticFile], problems: list[Diagnostic]) -> bytes:
    """The stylesheet with the published names of the files that it uses."""
    try:
        text = sheet.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(
            Diagnostic(
                code="not-utf-8",
                path=sheet.label,
                what="this stylesheet is not UTF-8 text",
                mend="save it again with the encoding UTF-8",
            )
        )
        return sheet.data
    here = posixpath.dirname(sheet.name)

    def replace(match: re.Match[str]) -> str:
        address = match["address"]
        if match["import"]:
            what, mend = "@import", "link both stylesheets in the template instead"
        elif address is None or address.startswith(("data:", "#")):
            return match[0]
        else:
            parts = urlsplit(address)
            target = targets.get(posixpath.normpath(posixpath.join(here, parts.path)))
            if target and not (parts.scheme or parts.netloc):
                relative = posixpath.relpath(target.path, posixpath.join(FOLDER, here))
                return f'url("{relative}{address[len(parts.path) :]}")'
            what = f"the address '{address}' is not a static file of the theme"
            mend = "put the file into static/ and write its path from the stylesheet"
        line = text.count("\n", 0, match.start()) + 1
        problems.append(Diagnostic(code="theme-address", path=sheet.label, line=line, what=what, mend=mend))
        return match[0]

    return CSS_TOKEN.sub(replace, text).encode()
