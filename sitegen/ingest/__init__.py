"""A saved document to content files: ids, instants, actors, and what a person edited stays."""

from sitegen.ingest.apply import apply
from sitegen.ingest.archives import Listed, PagesOf, Survey, open_pages
from sitegen.ingest.merge import Fate
from sitegen.ingest.plan import ImportPlan, plan_import
from sitegen.ingest.questions import Question, answered
from sitegen.ingest.report import ImportReport, render
from sitegen.ingest.request import ImportRequest
from sitegen.ingest.seeds import never_imported
from sitegen.ingest.shelf import Shelf
from sitegen.ingest.writes import Write

__all__ = [
    "Fate",
    "ImportPlan",
    "ImportReport",
    "ImportRequest",
    "Listed",
    "PagesOf",
    "Question",
    "Shelf",
    "Survey",
    "Write",
    "answered",
    "apply",
    "never_imported",
    "open_pages",
    "plan_import",
    "render",
]
