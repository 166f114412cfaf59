"""Printed times to instants. What the print does not tell is a question, never a default."""

from sitegen.instants.answers import Given, Instant, Note, Question, Resolution
from sitegen.instants.order import days_spanned, direction, newest_first
from sitegen.instants.resolve import resolve
from sitegen.instants.stamps import Printed
from sitegen.instants.zones import UnknownZoneError, zone, zone_names

__all__ = [
    "Given",
    "Instant",
    "Note",
    "Printed",
    "Question",
    "Resolution",
    "UnknownZoneError",
    "days_spanned",
    "direction",
    "newest_first",
    "resolve",
    "zone",
    "zone_names",
]
