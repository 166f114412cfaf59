"""Updates of a source that other sources of its timeline seem to tell too: listed for a person."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sitegen.ingest.alike import WINDOW, Telling, likely_duplicates, telling
from sitegen.ingest.merge import Fate, Outcome
from sitegen.model import Corpus, LikelyDuplicate

_GONE = (Fate.DELETED, Fate.WITHDRAWN)


def duplicates(
    corpus: Corpus, timeline: str, source: str, outcomes: Iterable[Outcome]
) -> tuple[LikelyDuplicate, ...]:
    """What is not listed with the other source already, by time."""
    here = [_of_post(outcome, source) for outcome in outcomes if outcome.fate not in _GONE]
    there = list(_near(corpus, timeline, source, here))
    listed = {
        (pair.other, pair.id)
        for other in corpus.sources
        if other.slug != source
        for pair in other.likely_duplicates
    }
    here.sort(key=lambda one: (one.time, one.id))
    return tuple(pair for pair in likely_duplicates(here, there) if (pair.id, pair.other) not in listed)


def _of_post(outcome: Outcome, source: str) -> Telling:
    post = outcome.post
    return telling(
        id=outcome.written.id,
        source=source,
        time=post.instant.time,
        title=post.entry.title,
        body=post.entry.body,
    )


def _near(corpus: Corpus, timeline: str, source: str, here: Iterable[Telling]) -> Iterator[Telling]:
    """Updates of other sources of the timeline that were posted in the same hours; the corpus is by time."""
    times = [one.time for one in here]
    if not times:
        return
    start = bisect_left(corpus.updates, min(times) - WINDOW, key=lambda update: update.time)
    end = bisect_right(corpus.updates, max(times) + WINDOW, key=lambda update: update.time)
    for update in corpus.updates[start:end]:
        if update.timeline == timeline and update.source != source and not update.withdrawn:
            yield telling(
                id=update.id, source=update.source, time=update.time, title=update.title, body=update.body
            )
