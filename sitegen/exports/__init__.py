"""Files for machines: feeds, the sitemap and data files. Pure functions of the frame."""

from sitegen.exports.data import data_files
from sitegen.exports.feeds import atom_feed, json_feed
from sitegen.exports.files import ExportFile
from sitegen.exports.sitemap import robots, sitemap_files
from sitegen.plan import Page
from sitegen.views.frame import Frame

__all__ = ["ExportFile", "export_files"]


def export_files(frame: Frame, pages: tuple[Page, ...]) -> tuple[ExportFile, ...]:
    """Every file for machines but the search index."""
    return (
        ExportFile(path="feed.xml", data=atom_feed(frame), origin="the Atom feed"),
        ExportFile(path="feed.json", data=json_feed(frame), origin="the JSON feed"),
        ExportFile(path="robots.txt", data=robots(frame), origin="robots.txt"),
        *sitemap_files(frame, pages),
        *data_files(frame),
    )
