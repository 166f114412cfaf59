"""The folders a theme is made of, strongest first: the site's own, what it overrides, the parent theme's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.decode import Key, Node, Problems, Schema, parse
from sitegen.decode.readers import line_of_text
from sitegen.diagnostics import ContentError, Diagnostic, Severity

NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
"""A theme's name is the name of its folder."""

RECORD = "theme.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One folder of a theme."""

    folder: Path
    """The folder, all links resolved."""
    label: str
    """The same folder in messages to a person, with forward slashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A folder that holds themes: the site's `themes/`, or the one that comes with sitegen."""

    folder: Path
    """The folder."""
    label: str
    """The same folder in messages."""

    def names(self) -> tuple[str, ...]:
        """Names of the themes in it."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(p.name for p in self.folder.iterdir() if p.is_dir() and NAME.fullmatch(p.name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What `theme.yaml` says."""

    title: str = ""
    """The theme's name for people."""
    version: str = ""
    """Its version, as its author counts."""
    description: str = ""
    """What it is, one or two sentences."""
    extends: str = ""
    """The theme whose files stand in where this one has none; empty: none."""


def shipped_themes() -> Path:
    """The themes that come with sitegen: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def find_layers(name: str, *, site_themes: Path, shipped: Path) -> tuple[Record, tuple[Layer, ...]]:
    """The theme's record and its folders, strongest first.

    Raises ContentError for a theme that does not exist, a parent that does not exist or leads in a
    circle, a faulty `theme.yaml`, and a folder that is a link out of `themes/`.
    """
    shelves = (Shelf(folder=site_themes, label="themes"), Shelf(folder=shipped, label="sitegen/themes"))
    records: list[Record] = []
    layers: list[Layer] = []
    asked_in, line = "site.yaml", [name]
    while True:
        found = tuple(_folders(line[-1], shelves))
        if not found:
            known = ", ".join(sorted({theme for shelf in shelves for theme in shelf.names()}))
            what = f"there is no theme '{line[-1]}'"
            raise _refusal("unknown-theme", asked_in, what, f"write one of: {known}")
        layers += found
        record, asked_in = _record(line[-1], found)
        records.append(record)
        if not record.extends:
            return records[0], tuple(layers)
        if record.extends in line:
            what = f"the theme extends itself: {' extends '.join([*line, record.extends])}"
            raise _refusal("theme-circle", asked_in, what, "delete one 'extends'")
        line.append(record.extends)


def _folders(name: str, shelves: tuple[Shelf, ...]) -> Iterator[Layer]:
    """The folders with that name. In a checkout both shelves can be one folder: it counts once."""
    met: set[Path] = set()
    for shelf in shelves:
        if name not in shelf.names():
            continue
        label, folder = f"{shelf.label}/{name}", (shelf.folder / name).resolve()
        if not folder.is_relative_to(shelf.folder.resolve()):
            raise _refusal(
                "theme-link",
                label,
                "the theme's folder is a link that leads elsewhere",
                "copy the folder here",
            )
        if folder not in met:
            met.add(folder)
            yield Layer(folder=folder, label=label)


def _record(name: str, layers: tuple[Layer, ...]) -> tuple[Record, str]:
    """The strongest `theme.yaml` of the theme's folders, and its path for messages."""
    for layer in layers:
        path = f"{layer.label}/{RECORD}"
        problems = Problems(path=path)
        try:
            text = (layer.folder / RECORD).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            continue
        except (UnicodeDecodeError, OSError) as error:
            what = "this file cannot be read as UTF-8 text"
            raise _refusal("theme-file", path, what, "save it again with the encoding UTF-8") from error
        node = parse(text, problems)
        values = {} if problems.fatal else SCHEMA.read(node, problems)
        if problems.found:
            # A misspelt 'extends' would take away most of the theme: no problem here is a mere warning.
            raise ContentError(replace(d, severity=Severity.ERROR) for d in problems.found)
        return Record(**values), path
    raise _refusal(
        "no-theme-record",
        f"{layers[0].label}/{RECORD}",
        f"the theme '{name}' has no {RECORD}",
        "add it with a line 'title: ...', and 'extends: chronicle' to build on the standard theme",
    )


def _refusal(code: str, path: str, what: str, mend: str) -> ContentError:
    return ContentError([Diagnostic(code=code, path=path, what=what, mend=mend)])


def _theme_name(node: Node, problems: Problems) -> str:
    name = line_of_text(node, problems)
    if not NAME.fullmatch(name):
        problems.add(
            "bad-theme-name",
            f"'{name}' is not a theme's name",
            "use small letters, digits and hyphens",
            line=node.line,
            column=node.column,
        )
    return name


SCHEMA = Schema(
    title=RECORD,
    keys=(
        Key(name="title", read=line_of_text, required=True, shape="text", doc="The theme's name for people."),
        Key(
            name="version",
            read=line_of_text,
            default="",
            shape="text",
            doc="Its version, as its author counts.",
        ),
        Key(
            name="description",
            read=line_of_text,
            default="",
            shape="text",
            doc="What it is, one or two sentences.",
        ),
        Key(
            name="extends",
            read=_theme_name,
            default="",
            shape="name",
            doc="The theme whose files stand in where this one has none.",
        ),
    ),
)
