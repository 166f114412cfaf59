"""Markdown to safe HTML and to plain text.

`parse` reads Markdown once; `Prose.text` is what a reader sees, for recognisers and search;
`Prose.html` turns it into HTML, with links on spans of that text and the pictures that the archive keeps.
"""

from sitegen.markup.pictures import Shown
from sitegen.markup.prose import MAX_NESTING, Prose, SpanLink, parse
from sitegen.markup.sanitise import resolve

__all__ = ["MAX_NESTING", "Prose", "Shown", "SpanLink", "parse", "resolve"]
