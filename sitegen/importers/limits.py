"""How large a document may be. Larger ones are refused before anyone looks into them."""

from __future__ import annotations

from sitegen.importers.protocol import NotALiveBlogError

MAX_BYTES = 20 * 1024 * 1024
"""Bytes that a document may have, unpacked."""


def check_size(size: int) -> None:
    """Raises NotALiveBlogError for more bytes than a document may have."""
    if size > MAX_BYTES:
        megabytes = size / 1024 / 1024
        raise NotALiveBlogError(f"It has {megabytes:.0f} MB, and sitegen reads documents of up to 20 MB.")
