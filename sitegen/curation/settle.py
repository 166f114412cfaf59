"""The lists of updates after actors have changed: references renamed, named actors found anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sitegen.content.edit import Change, Put, Words, words_at
from sitegen.content.schemas import UPDATE
from sitegen.content.source_schema import WRITTEN
from sitegen.curation.decisions import Lists, decided, found_by_sitegen, joined, lists_of, retagged
from sitegen.curation.desk import Desk, edited, sha256
from sitegen.curation.find import did_you_mean
from sitegen.diagnostics import Diagnostic
from sitegen.model import Source, Update, WrittenUpdate

_ORDER = [key.name for key in UPDATE.keys]
_RECORD_ORDER = [key.name for key in WRITTEN.keys]
_LISTS = ("actors", "also_actors", "not_actors")

Renaming = Callable[[Iterable[str]], tuple[str, ...]]
"""Slugs to the slugs that count for them, each once."""


def settle(before: Desk, after: Desk, *, gone: Collection[str] = ()) -> Desk:
    """The desk `after` with the lists of those updates made right that the change concerns.

    These are updates that name other actors than `before`, or that list a slug that is no slug any more.
    Slugs in `gone` are taken out.
    """
    after = after.read_again()
    work = _Work(before=before, after=after, then=_renaming(before), now=_renaming(after, gone))
    records = _records(after)
    return work.done(
        [update for update in after.corpus.updates if work.concerns(update, records.get(update.id))]
    )


def settle_all(desk: Desk, timeline: str = "") -> Desk:
    """The desk with the lists of all updates made right, or of those of one timeline."""
    work = _Work(before=desk, after=desk, then=_renaming(desk), now=_renaming(desk))
    return work.done([u for u in desk.corpus.updates if not u.withdrawn and timeline in ("", u.timeline)])


def taken_off(desk: Desk, slug: str, updates: Iterable[Update]) -> Desk:
    """The desk with these updates not about this actor, whatever their text seems to name."""
    work = _Work(before=desk, after=desk, then=_renaming(desk), now=_renaming(desk), off=slug)
    return work.done(updates)


def _renaming(desk: Desk, gone: Collection[str] = ()) -> Renaming:
    today = desk.today
    return lambda slugs: tuple(dict.fromkeys(today.get(slug, slug) for slug in slugs if slug not in gone))


def _records(desk: Desk) -> dict[str, WrittenUpdate]:
    """What source records say of updates, by id."""
    return {one.id: one for source in desk.corpus.sources for one in source.written}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What the lists are made from."""

    before: Desk
    """Before the change, where decisions are seen."""
    after: Desk
    """With the actors changed, and not yet the updates."""
    then: Renaming
    """What slugs meant before."""
    now: Renaming
    """What they mean now."""
    off: str = ""
    """Slug of an actor whom the updates are not about from now on; empty: of none."""

    def concerns(self, update: Update, record: WrittenUpdate | None) -> bool:
        """Whether the change of actors makes a difference to the update."""
        if update.withdrawn:
            return True
        lists = lists_of(update)
        named, naming = self.before.named[update.id], self.after.named[update.id]
        if record and self.now(record.actors) != record.actors:
            return True
        return lists.renamed(self.now) != lists or set(self.now(named)) != set(naming)

    def done(self, updates: Iterable[Update]) -> Desk:
        """The desk with these updates and their sources' records."""
        records = _records(self.after)
        files: dict[str, bytes | None] = {}
        mistyped: list[Diagnostic] = []
        for update in updates:
            data = self.after.data(update.place.path)
            record = records.get(update.id)
            untouched = record is not None and sha256(data) == record.file_sha256
            if update.withdrawn:
                lists = _lists_in_file(update, data)
                wanted = joined(lists, self.now, {*lists.actors, *lists.also_actors})
            else:
                lists = lists_of(update)
                unknown = self._unknown(update, record)
                mistyped += [_mistyped(update, slug, self.after) for slug in unknown]
                known = replace(lists, actors=_without(lists.actors, unknown))
                settled = self._lists(update, known, record, untouched=untouched)
                wanted = replace(settled, actors=(*settled.actors, *unknown))
            new = _with_lists(update.place.path, data, lists, wanted)
            if new != data:
                files[update.place.path] = new
            if record:
                found = record.actors if update.withdrawn else settled.actors
                digest = sha256(new) if untouched else record.file_sha256
                records[update.id] = replace(record, actors=found, file_sha256=digest)
        for source in self.after.corpus.sources:
            files |= self._record(source, records)
        return replace(self.after.with_files(files), found=(*self.after.found, *mistyped))

    def _unknown(self, update: Update, record: WrittenUpdate | None) -> tuple[str, ...]:
        """Slugs that a person wrote under `actors` and that are no actor's: no decision, but a slip.

        A slug that sitegen put there is none: its actor may have gone since.
        """
        put = record.actors if record else ()
        known = {*self.before.today, *self.after.today, *put}
        return tuple(slug for slug in update.actors if slug not in known)

    def _lists(
        self, update: Update, written: Lists, record: WrittenUpdate | None, *, untouched: bool
    ) -> Lists:
        lists = joined(written, self.then, {*written.actors, *written.also_actors})
        found = found_by_sitegen(lists, record, untouched=untouched)
        named = self.before.named[update.id]
        decisions = decided(lists, None if found is None else self.then(found), named)
        stood = retagged(decisions, named)
        settled = joined(decisions, self.now, {*stood.actors, *stood.also_actors})
        if self.off:
            settled = Lists(
                actors=settled.actors,
                also_actors=_without(settled.also_actors, {self.off}),
                not_actors=tuple(dict.fromkeys((*settled.not_actors, self.off))),
            )
        return retagged(settled, self.after.named[update.id])

    def _record(self, source: Source, records: Mapping[str, WrittenUpdate]) -> dict[str, bytes | None]:
        """The source's record with what is now known of its updates; nothing where it stays as it is."""
        changes: list[Change] = []
        for place, one in enumerate(source.written):
            new = records[one.id]
            actors = self.now(new.actors)
            if sorted(actors) != sorted(one.actors):
                changes.append(Words(("written", place, "actors"), actors))
            if new.file_sha256 != one.file_sha256:
                changes.append(Put(("written", place, "file_sha256"), new.file_sha256))
        path = source.place.path
        return {path: edited(path, self.after.data(path), changes, _RECORD_ORDER)} if changes else {}


def _with_lists(path: str, data: bytes, lists: Lists, wanted: Lists) -> bytes:
    """The file with the wanted lists; one that differs in its order alone stays as it is."""
    changes = [
        Words((key,), getattr(wanted, key))
        for key in _LISTS
        if sorted(getattr(wanted, key)) != sorted(getattr(lists, key))
    ]
    return edited(path, data, changes, _ORDER) if changes else data


def _without(slugs: Iterable[str], others: Collection[str]) -> tuple[str, ...]:
    return tuple(slug for slug in slugs if slug not in others)


def _mistyped(update: Update, slug: str, desk: Desk) -> Diagnostic:
    close = did_you_mean(slug, list(desk.today), "'sitegen actors' lists them")
    return Diagnostic(
        code="unknown-actor",
        path=update.place.path,
        what=f"there is no actor '{slug}'",
        mend=f"{close}; it was left as it stands",
    )


def _lists_in_file(update: Update, data: bytes) -> Lists:
    """The lists of a withdrawn update, which are in no corpus."""
    actors, also_actors, not_actors = (words_at(update.place.path, data, (key,)) for key in _LISTS)
    return Lists(actors=actors, also_actors=also_actors, not_actors=not_actors)
