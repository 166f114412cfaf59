"""Saved web pages. `HtmlImporter` reads them; each other module does one step of it."""

from sitegen.importers.html.importer import HtmlImporter

__all__ = ["HtmlImporter"]
