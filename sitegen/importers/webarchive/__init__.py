"""Web archives: WARC, and WACZ, which is a ZIP file with WARCs in it. Each page in one is a document."""

from sitegen.importers.webarchive.protocol import (
    Archive,
    ArchivedPage,
    Item,
    OpenArchive,
    Other,
    Picture,
    Spot,
    Trouble,
    Visit,
)
from sitegen.importers.webarchive.wacz import WaczArchive
from sitegen.importers.webarchive.warc import WarcArchive

__all__ = [
    "Archive",
    "ArchivedPage",
    "Item",
    "OpenArchive",
    "Other",
    "Picture",
    "Spot",
    "Trouble",
    "Visit",
    "WaczArchive",
    "WarcArchive",
]
