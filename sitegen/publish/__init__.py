"""Brings finished files into the output folder: only what changed, all or nothing.

`open_output` locks the folder and mends an interrupted publish, `stage` writes a file beside it
(from any process), `Output.commit` makes the folder hold exactly the new site.
"""

from sitegen.publish.manifest import MANIFEST, MARKER
from sitegen.publish.opening import open_output
from sitegen.publish.output import Output, Published
from sitegen.publish.staging import Staged, stage

__all__ = ["MANIFEST", "MARKER", "Output", "Published", "Staged", "open_output", "stage"]
