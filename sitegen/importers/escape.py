"""Plain text to Markdown, as importers of plain text name it; the rules are `markup`'s."""

from __future__ import annotations

from sitegen.markup.escape import bullets, line, paragraph

__all__ = ["bullets", "line", "paragraph"]
