"""Printed times to instants. What the print does not tell is a question, never a default."""

from sitegen.instants.answers import Given, Instant, Note, Question, Resolution
from sitegen.instants.order import days_spanned, direction, newest_first, runs_through
from sitegen.instants.resolve import resolve
from sitegen.instants.stamps import Printed
from sitegen.instants.zones import UnknownZoneError, fixed_offset, zone, zone_in_words, zone_names

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
    "fixed_offset",
    "newest_first",
    "resolve",
    "runs_through",
    "zone",
    "zone_in_words",
    "zone_names",
]
