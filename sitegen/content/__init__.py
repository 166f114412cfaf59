"""Content files to a Corpus and back: the only truth that a build reads."""

from sitegen.content.read import Mapper, read_corpus, read_site, read_sources, reread, revised

__all__ = ["Mapper", "read_corpus", "read_site", "read_sources", "reread", "revised"]
