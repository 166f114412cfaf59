"""How large a document may be. What is larger is refused before anyone looks into it.

No live blog comes near: one of 428 updates over four days is a page of 3 MB with 40,000 tags.
"""

from __future__ import annotations

from sitegen.importers.kinds import MHTML, kind_of
from sitegen.importers.protocol import NotALiveBlogError, SavedDocument

MAX_BYTES = 20 * 1024 * 1024
"""Bytes that a document may have, unpacked."""

_PAGE = "tags of a web page"

_PARTS = (
    (b"<", 600_000, "tags"),
    (b"<", 120_000, _PAGE),
    (b"{", 300_000, "records"),
    (b"\n", 200_000, "lines"),
    (b"\r", 200_000, "lines"),
)
"""Signs of which a document may have so many, and what they stand for.

The largest live blogs that were seen, of several days, have 60,000 tags; a page takes ten times as long to
read as data of its size.
"""

_COUNTED = {"a web page (HTML)": _PAGE, "an XML document": "tags", "a JSON document": "records", MHTML: ""}
"""What counts in documents of a kind, as `kinds` names it; in those of no kind all of it does."""

_PACKED = ("a gzip archive", "an archive", "a ZIP archive or an office document")


def check_size(size: int) -> None:
    """Raises NotALiveBlogError for more bytes than a document may have."""
    if size > MAX_BYTES:
        megabytes = size / 1024 / 1024
        raise NotALiveBlogError(f"It has {megabytes:.0f} MB, and sitegen reads documents of up to 20 MB.")


def check_parts(document: SavedDocument) -> None:
    """Raises NotALiveBlogError for what is packed, or has more tags, records or lines than any document."""
    kind = kind_of(document.data)
    if kind in _PACKED:
        words = "unpack it and import what is in it"
        office = "; of an office document save the words as plain text (.txt)" if "office" in kind else ""
        raise NotALiveBlogError(f"It is {kind}; {words}{office}.")
    for sign, most, name in _PARTS:
        if _COUNTED.get(kind, name) == name and (count := document.data.count(sign)) > most:
            raise NotALiveBlogError(
                f"It has {count:,} {name.partition(' ')[0]}, and sitegen reads up to {most:,} of them."
            )
