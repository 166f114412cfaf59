"""Printed times to instants. What the print does not tell is a question, never a default."""

from sitegen.instants.order import newest_first
from sitegen.instants.resolve import Given, Instant, Note, Question, Resolution, resolve
from sitegen.instants.stamps import Printed
from sitegen.instants.zones import UnknownZoneError, zone

__all__ = [
    "Given",
    "Instant",
    "Note",
    "Printed",
    "Question",
    "Resolution",
    "UnknownZoneError",
    "newest_first",
    "resolve",
    "zone",
]
