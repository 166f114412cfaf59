"""Search without a server: an index in files, and what a query means.

`search.js` of the theme reads the index in the browser. `index` says how the files are made, `tokens` what a
word is, `query` what can be asked, `scan` what must be found.
"""

from sitegen.search.documents import IndexFile, SearchDoc
from sitegen.search.index import build_index, meta_path
from sitegen.search.scan import linear_scan

__all__ = ["IndexFile", "SearchDoc", "build_index", "linear_scan", "meta_path"]
