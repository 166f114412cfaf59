"""How times run through a document: which way, how steadily, and whether one more would be in line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sitegen.importers.protocol import Stamp
from sitegen.importers.stamps.candidates import Candidate
from sitegen.importers.stamps.dates import order_of_dates
from sitegen.instants import direction, newest_first, runs_through


def read_stamps(marks: Sequence[Candidate]) -> list[Stamp]:
    """What marks print, their numeric dates read alike."""
    order, _ = order_of_dates(marks)
    return [mark.moment.ordered(order or "day") for mark in marks]


def steps(marks: Sequence[Candidate]) -> list[int]:
    """From each mark to the next: 1 forward, -1 back, 0 where nobody can tell."""
    return [direction(here, there) for here, there in pairwise(read_stamps(marks))]


def steadiness(marks: Sequence[Candidate]) -> float:
    """Share of their steps that go the way of most; 1 where there is none. The first post may be pinned.

    Times that run through a single day without a turn are as steady as can be, however far apart.
    """
    if runs_through(read_stamps(marks)):
        return 1.0
    found = steps(marks)
    return max(_share(found), 0.95 * _share(found[1:]) if len(found) > 2 else 0)


def way(marks: Sequence[Candidate]) -> int:
    """1 where most steps go forward, -1 where they go back."""
    return -1 if newest_first(read_stamps(marks))[0] else 1


def in_line(before: Candidate | None, here: Candidate, after: Candidate | None, way: int) -> bool:
    """True where a mark between two others, of which one may be missing, does not turn the way they run."""
    around = [mark for mark in (before, here, after) if mark]
    found = steps(around)
    return way in found and -way not in found


def _share(found: Sequence[int]) -> float:
    forward, back = found.count(1), found.count(-1)
    return max(forward, back) / (forward + back) if forward + back else 1.0
