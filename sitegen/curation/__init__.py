"""Corrections of actors: planned in memory, shown, then written as edits of content files."""

from sitegen.curation.desk import Desk, open_desk
from sitegen.curation.difference import Difference, differences
from sitegen.curation.different import different
from sitegen.curation.find import NotUnderstoodError, find_actor, find_actors
from sitegen.curation.merge import merge
from sitegen.curation.off import off
from sitegen.curation.rename import rename
from sitegen.curation.retag import retag
from sitegen.curation.roster import add_actor, add_names, confirm, remove
from sitegen.curation.split import split
from sitegen.curation.writing import write

__all__ = [
    "Desk",
    "Difference",
    "NotUnderstoodError",
    "add_actor",
    "add_names",
    "confirm",
    "differences",
    "different",
    "find_actor",
    "find_actors",
    "merge",
    "off",
    "open_desk",
    "remove",
    "rename",
    "retag",
    "split",
    "write",
]
