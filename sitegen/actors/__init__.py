"""Who acts or is cited: names in texts to mentions, and new actors to propose."""

from sitegen.actors.dated import office_on
from sitegen.actors.document import DocumentMatcher, Told, for_document
from sitegen.actors.matcher import Matcher
from sitegen.actors.propose import propose
from sitegen.actors.protocol import Proposal
from sitegen.actors.reading import Passage
from sitegen.actors.refused import plain_name, without
from sitegen.actors.scripts import script_of
from sitegen.actors.weak import weak_forms

__all__ = [
    "DocumentMatcher",
    "Matcher",
    "Passage",
    "Proposal",
    "Told",
    "for_document",
    "office_on",
    "plain_name",
    "propose",
    "script_of",
    "weak_forms",
    "without",
]
