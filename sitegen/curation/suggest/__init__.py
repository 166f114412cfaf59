"""What a person might correct: new actors, actors that may be one, actors that nobody names."""

from sitegen.curation.suggest.accept import accept
from sitegen.curation.suggest.suggest import suggest
from sitegen.curation.suggest.suggestion import Group, NewActor, OneActor, Suggestion, UnnamedActor

__all__ = ["Group", "NewActor", "OneActor", "Suggestion", "UnnamedActor", "accept", "suggest"]
