"""What `sitegen check` looks at beyond the content: saved documents, links, anchors, sizes."""

from sitegen.checks.documents import check_documents, likely_duplicates
from sitegen.checks.pages import CheckedFile, check_site

__all__ = ["CheckedFile", "check_documents", "check_site", "likely_duplicates"]
