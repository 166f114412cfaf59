# ruff: noqa: INP001 - a script, no package
"""Write the tables of keys in docs/content.md from the schemas that read the files.

python tools/content_reference.py
"""

from __future__ import annotations

import re
from pathlib import Path

from sitegen import config
from sitegen.content import schemas
from sitegen.decode import Schema

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "content.md"

MARKED = re.compile(r"(<!-- reference: [^\n]* -->\n).*(<!-- /reference -->)", re.DOTALL)

SECTIONS = (
    ("site.yaml", config.SCHEMA),
    ("A timeline: timeline.yaml", schemas.TIMELINE),
    ("An update: updates/…/….md", schemas.UPDATE),
    ("`withdrawn` of an update", schemas.WITHDRAWAL),
    ("An actor: actors/….md", schemas.ACTOR),
    ("An item of `roles`", schemas.ROLE),
    ("A source: sources/….yaml", schemas.SOURCE),
    ("An item of `left_out` and `suspects`", schemas.QUOTED),
    ("An item of `written`", schemas.WRITTEN),
)


def reference() -> str:
    """The tables."""
    return "\n".join(f"### {title}\n\n{table(schema)}" for title, schema in SECTIONS)


def table(schema: Schema) -> str:
    """One format, a row for each key."""
    rows = ["| key | value | meaning |", "|---|---|---|"]
    for key in schema.keys:
        needed = " (required)" if key.required else ""
        rows.append(f"| `{key.name}` | {key.shape}{needed} | {key.doc} |")
    return "\n".join(rows) + "\n"


def with_reference(text: str) -> str:
    """The document with its tables made anew."""
    return MARKED.sub(lambda match: f"{match[1]}\n{reference()}\n{match[2]}", text)


if __name__ == "__main__":
    DOCUMENT.write_text(with_reference(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
