"""Whom updates name, found anew."""

from __future__ import annotations

from sitegen.curation.desk import Desk
from sitegen.curation.find import NotUnderstoodError, did_you_mean
from sitegen.curation.settle import settle_all
from sitegen.model import Corpus


def retag(desk: Desk, timeline: str = "") -> Desk:
    """`actors:` of every update, or of one timeline's, as its text is today; decisions of people stay.

    Raises NotUnderstoodError where there is no such timeline.
    """
    check_timeline(desk.corpus, timeline)
    return settle_all(desk, timeline)


def check_timeline(corpus: Corpus, timeline: str) -> None:
    """Raises NotUnderstoodError where one is named that there is not."""
    known = [one.slug for one in corpus.timelines]
    if timeline and timeline not in known:
        close = did_you_mean(timeline, known, f"the timelines are: {', '.join(known)}")
        raise NotUnderstoodError(f"there is no timeline '{timeline}'; {close}")
