"""Dates such as 3/4/2024: a person says which number is the day, or which day the oldest update is of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sitegen.importers.protocol import AmbiguousDatesError, Document, SavedDocument
from sitegen.ingest.request import Facts

_ORDERS = ("day", "month")


def read_dated(read: Callable[[SavedDocument], Document], saved: SavedDocument, given: Facts) -> Document:
    """What `read` reads, with dates in the order that is said, or that makes `date` the oldest day.

    Raises AmbiguousDatesError where neither tells, and as `read` does.
    """
    if given.date_order:
        return _told(read(_with(saved, given.date_order.partition("/")[0])), "--date-order")
    try:
        document = read(saved)
    except AmbiguousDatesError:
        readings = [read(_with(saved, order)) for order in _ORDERS] if len(given.date) > len("2024") else []
        fitting = [reading for reading in readings if _oldest_day(reading).startswith(given.date)]
        if len(fitting) != 1:
            raise
        return _told(fitting[0], "--date")
    day = _oldest_day(document)
    if len(given.date) == len("2024-04-03") and day and day != given.date and _swapped(day) == given.date:
        for order in _ORDERS:
            reading = read(_with(saved, order))
            if _oldest_day(reading) == given.date:
                return _told(reading, "--date")
    return document


def _with(saved: SavedDocument, order: str) -> SavedDocument:
    return replace(saved, date_order=order)


def _told(document: Document, option: str) -> Document:
    day = _oldest_day(document)
    told = f"{option} tells which number of its dates is the day: the oldest one is {day}"
    return replace(document, inferred=(*document.inferred, told)) if day else document


def _oldest_day(document: Document) -> str:
    """The first day that is printed in full, as `2024-04-03`; may be empty."""
    stamps = (entry.stamp for entry in document.entries if entry.stamp)
    days = [f"{s.year:04}-{s.month:02}-{s.day:02}" for s in stamps if s.year and s.month and s.day]
    return min(days, default="")


def _swapped(day: str) -> str:
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}"
