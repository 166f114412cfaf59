"""Who acts or is cited: names in texts to mentions, and new actors to propose."""

from sitegen.actors.matcher import Matcher

__all__ = ["Matcher"]
