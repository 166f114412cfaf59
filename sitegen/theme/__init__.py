"""Themes: where their files come from, what each template is made of, what is published beside the pages.

A theme is read into memory once. From then on nothing it does touches the disk, and a worker
process gets it by pickling: `Theme` travels as its sources and compiles them again where it lands.
"""

from sitegen.theme.layers import shipped_themes
from sitegen.theme.static import StaticFile
from sitegen.theme.theme import Theme, load_theme

__all__ = ["StaticFile", "Theme", "load_theme", "shipped_themes"]
