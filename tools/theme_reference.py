# ruff: noqa: INP001 - a script's part, no package
"""What each template is given, as docs/themes.md lists it: read from the views and the theme `chronicle`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

import sitegen.views

VIEWS = Path(sitegen.views.__file__).parent
TEMPLATES = Path(__file__).resolve().parent.parent / "themes" / "chronicle" / "templates"

_BAR = r"\|"
"""A bar in a table's cell."""


def theme_reference() -> str:
    """A section for each template, then one for each part that views share."""
    files = ("contexts.py", "actor_contexts.py", "parts.py")
    classes = [node for name in files for node in _classes(VIEWS / name)]
    shared = {node.name for node in classes if not _template(node)}
    pages = [_section(f"`{_template(node)}`", node, shared) for node in classes if _template(node)]
    parts = [_section(node.name, node, shared) for node in classes if node.name in shared]
    frame = (
        f"### `base.html`\n\nThe frame of every page; it sees what the page sees.\n\n{_blocks('base.html')}"
    )
    return "\n\n".join([frame, *pages, "## Parts that several views hold", *parts]) + "\n"


def _classes(path: Path) -> Iterator[ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def _template(node: ast.ClassDef) -> str:
    """The template that the class is a view of; empty for a part of views."""
    for line in node.body:
        if isinstance(line, ast.AnnAssign) and ast.unparse(line.target) == "template":
            assert isinstance(line.value, ast.Constant)
            return str(line.value.value)
    return ""


def _section(title: str, node: ast.ClassDef, shared: set[str]) -> str:
    rows = [
        f"| `{name}` | {_linked(shape, shared)} | {doc.replace('|', _BAR)} |"
        for name, shape, doc in _fields(node)
    ]
    table = "\n".join(["| name | shape | meaning |", "| --- | --- | --- |", *rows])
    blocks = _blocks(_template(node)) if _template(node) else ""
    return "\n\n".join(filter(None, [f"### {title}", ast.get_docstring(node), blocks, table]))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Name, annotation and docstring of each field of a dataclass."""
    for line, after in zip(node.body, node.body[1:], strict=False):
        if isinstance(line, ast.AnnAssign) and isinstance(after, ast.Expr):
            assert isinstance(after.value, ast.Constant)
            yield (
                ast.unparse(line.target),
                ast.unparse(line.annotation),
                " ".join(str(after.value.value).split()),
            )


def _linked(shape: str, shared: set[str]) -> str:
    """The annotation in words, its parts linked."""
    absent = shape.endswith(" | None")
    shape = shape.removesuffix(" | None")
    listed = shape.startswith("tuple[") and shape.endswith(", ...]")
    shape = shape.removeprefix("tuple[").removesuffix(", ...]") if listed else shape
    words = f"[{shape}](#{shape.lower()})" if shape in shared else f"`{shape}`"
    return "list of " * listed + words + ", or none" * absent


def _blocks(template: str) -> str:
    """Names of the template's blocks, for those who override one."""
    tree = Environment(autoescape=True).parse((TEMPLATES / template).read_text(encoding="utf-8"))
    names = [f"`{block.name}`" for block in tree.find_all(nodes.Block)]
    return f"Blocks: {', '.join(names)}."
