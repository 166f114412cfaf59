"""The saved documents of a source, as its page and the pages of its updates tell them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sitegen import permalinks
from sitegen.annotate import AnnotatedUpdate
from sitegen.model import Capture, LeftOut, Source
from sitegen.views.frame import Frame
from sitegen.views.parts import Moment, Quote, Saving, SavingRef, UpdateRef


def savings_of(frame: Frame, source: Source, root: str) -> tuple[Saving, ...]:
    """All, the oldest first."""
    captures = _captures(source)
    return tuple(
        _saving(frame, source, capture, captures[:place], root) for place, capture in enumerate(captures)
    )


def holding(frame: Frame, source: Source, update: str, root: str) -> tuple[tuple[SavingRef, ...], bool]:
    """The savings that hold an update, the newest first, and whether the newest of all is one of them.

    Where a record does not say which they are, the newest is taken to hold it.
    """
    captures = _captures(source)
    held = frame.held.get(update) or captures[-1:]
    return tuple(saving_ref(frame, source, capture, root) for capture in reversed(held)), (
        held[-1] is captures[-1]
    )


def saving_with(frame: Frame, source: Source, sha256: str, captured: datetime | None, root: str) -> SavingRef:
    """The saving with this hash."""
    found = next((capture for capture in _captures(source) if capture.sha256 == sha256), None)
    return saving_ref(
        frame,
        source,
        found or Capture(document="", sha256=sha256, captured=captured),
        root,
        listed=bool(found),
    )


def saving_ref(
    frame: Frame, source: Source, capture: Capture, root: str, *, listed: bool = True
) -> SavingRef:
    """The saving as the page of an update tells it; the page of the source, where that does not list it."""
    page = root + permalinks.source_path(source.slug)
    return SavingRef(
        document=capture.document,
        sha256=capture.sha256,
        captured=_moment(frame, source, capture.captured),
        href=f"{page}#{_anchor(capture.sha256)}" if listed else page,
    )


def _captures(source: Source) -> tuple[Capture, ...]:
    """What the record lists; where it lists none, the one saving that it is the record of."""
    only = Capture(
        document=source.document, sha256=source.sha256, captured=source.captured, title=source.title
    )
    return source.captures or (only,)


def _saving(frame: Frame, source: Source, capture: Capture, older: tuple[Capture, ...], root: str) -> Saving:
    updates = frame.archive.by_source[source.slug]
    here = set(capture.updates)
    before = {update for each in older for update in each.updates}
    # What was found in the newest saving is said by the source itself.
    found = source if capture.sha256 == source.sha256 else capture

    def refs(items: Iterable[AnnotatedUpdate]) -> tuple[UpdateRef, ...]:
        return frame.refs(list(items), root)

    return Saving(
        anchor=_anchor(capture.sha256),
        title=capture.title,
        captured=_moment(frame, source, capture.captured),
        document=capture.document,
        sha256=capture.sha256,
        update_count=sum(item.update.id in here for item in updates),
        added=refs(item for item in updates if older and item.update.id in here - before),
        missing=refs(item for item in updates if here and item.update.id in before - here),
        superseded=refs(
            item
            for item in updates
            if any(version.sha256 == capture.sha256 for version in item.update.history)
        ),
        inferred=found.inferred,
        left_out=_quotes(found.left_out),
        suspects=_quotes(found.suspects),
    )


def _anchor(sha256: str) -> str:
    """Made of the hash, so that it stays when older savings come."""
    return f"saving-{sha256[:12]}" if sha256 else "saving"


def _moment(frame: Frame, source: Source, captured: datetime | None) -> Moment | None:
    zone = frame.archive.timelines[source.timeline].timezone
    return frame.clock.moment(captured, zone) if captured else None


def _quotes(lines: Iterable[LeftOut]) -> tuple[Quote, ...]:
    return tuple(Quote(locator=line.locator, text=line.text, reason=line.reason) for line in lines)
