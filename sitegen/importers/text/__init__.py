"""Plain text of live blogs, in any layout."""

from sitegen.importers.text.importer import TextImporter

__all__ = ["TextImporter"]
