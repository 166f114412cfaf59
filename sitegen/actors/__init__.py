"""Who acts or is cited: names in texts to mentions, and new actors to propose."""

from sitegen.actors.matcher import Matcher
from sitegen.actors.propose import propose
from sitegen.actors.protocol import Proposal
from sitegen.actors.reading import Passage
from sitegen.actors.refused import plain_name, without
from sitegen.actors.scripts import script_of
from sitegen.actors.weak import weak_forms

__all__ = [
    "Matcher",
    "Passage",
    "Proposal",
    "plain_name",
    "propose",
    "script_of",
    "weak_forms",
    "without",
]
