"""Whom updates name, found anew."""

from __future__ import annotations

from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError, did_you_mean
from sitegen.curation.settle import settle_all


def retag(desk: Desk, timeline: str = "") -> Desk:
    """`actors:` of every update, or of one timeline's, as its text is today; decisions of people stay.

    Raises NotUnderstoodError where there is no such timeline.
    """
    known = [one.slug for one in desk.corpus.timelines]
    if timeline and timeline not in known:
        raise NotUnderstoodError(f"there is no timeline '{timeline}'{did_you_mean(timeline, known)}")
    return settle_all(desk, timeline)
