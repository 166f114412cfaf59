"""Records with named fields, from CSV or JSON, to entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.importers import fields
from sitegen.importers.columns import fold
from sitegen.importers.protocol import Document, Entry, NotALiveBlogError, Stamp
from sitegen.importers.stamps.moment import read_day
from sitegen.importers.written import Written, in_order, is_certain, machine, written
from sitegen.instants import newest_first
from sitegen.model import LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row or object."""

    locator: str
    """Where it stands in the document."""
    values: Mapping[str, str]
    """What its fields say, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How records are read."""

    importer: str
    """Name of the importer."""
    roles: Mapping[str, str]
    """Roles of `columns.ROLES` with the names of the fields that have them."""
    beside: bool
    """True where other fields belong to the text of an update; else they are left out."""
    date_order: str = ""
    """As in `SavedDocument`."""
    html: frozenset[str] = frozenset()
    """Names of the fields that may hold HTML."""

    def field(self, name: str, value: str, base: str = "") -> fields.Field:
        """What a field says, as HTML or as plain text, whichever it holds in most records."""
        return fields.from_either(value, base) if name in self.html else fields.from_plain(value)

    def value(self, record: Record, role: str) -> str:
        """What the field of that role says in a record; empty where there is none."""
        return record.values.get(self.roles.get(role, ""), "").strip()

    def time_of(self, record: Record) -> Written | None:
        """When it was posted."""
        time, day = self.value(record, "time"), self.value(record, "date")
        basis = f"field '{self.roles.get('time') or self.roles.get('date')}'"
        whole = machine(time, basis) if time else None
        if whole:
            return Written(stamp=self._utc(whole))
        both = written(f"{_day(day)} {time}".strip(), basis) if day else None
        return both or (written(time, basis) if time else None)

    def _utc(self, stamp: Stamp) -> Stamp:
        """A time without an offset is UTC where the field's name says so."""
        in_utc = fold(self.roles["time"]).endswith(("utc", "gmt"))
        return replace(stamp, offset_minutes=0) if in_utc and stamp.instant is None else stamp


def _day(text: str) -> str:
    """A date without the midnight that spreadsheets write behind it."""
    return re.sub(r"[T ]00:00(?::00)?(?:\.0+)?$", "", text)


def has_time(value: str) -> bool:
    """True where a text is nothing but a time, or a time with a date."""
    found = written(value, "")
    return found is not None and is_certain(found)


def has_day(value: str) -> bool:
    """True where a text is nothing but a date."""
    return bool(read_day(_day(value.strip())))


def document_of(records: Sequence[Record], reading: Reading, **about: str) -> Document:
    """The document that these records tell; `about` are its title, publisher and the like.

    Raises NotALiveBlogError where none of them says anything.
    """
    told = [record for record in records if any(reading.value(record, role) for role in ("title", "text"))]
    if not told:
        raise NotALiveBlogError("None of its records has a title or a text, so there are no updates in it.")
    reading = replace(reading, html=frozenset(_html_fields(told)))
    stamps, ordered = in_order([reading.time_of(record) for record in told], reading.date_order)
    drafts = [_entry(record, stamp, reading) for record, stamp in zip(told, stamps, strict=True)]
    entries = tuple(entry for entry, _ in drafts)
    order, why = newest_first([entry.stamp for entry in entries])
    left_out = tuple(_left_out(records, told, reading))
    columns = ", ".join(f"{role} is '{name}'" for role, name in reading.roles.items())
    texts = [text for _, text in drafts] + [item.text for item in left_out]
    return Document(
        importer=reading.importer,
        entries=entries,
        newest_first=order,
        inferred=(f"columns: {columns}", *ordered, *filter(None, [why])),
        left_out=left_out,
        counts=(("records", len(records)),),
        text="\n".join((about.get("title", ""), *texts)),
        **about,  # type: ignore[arg-type]  # fields of Document that are text
    )


def _entry(record: Record, stamp: Stamp | None, reading: Reading) -> tuple[Entry, str]:
    url = reading.value(record, "url")
    web = bool(re.match(r"https?://", url))
    text = reading.roles.get("text", "")
    parts = [reading.field(text, reading.value(record, "text"), url if web else "")]
    if stamp is None:
        parts += [fields.from_plain(reading.value(record, role)) for role in ("date", "time")]
    if not web and url:
        parts.append(_named(reading.roles["url"], url, reading))
    if reading.beside:
        known = set(reading.roles.values())
        parts += [_named(name, value, reading) for name, value in record.values.items() if name not in known]
    body = fields.joined(*parts)
    headline = reading.field(reading.roles.get("title", ""), reading.value(record, "title"))
    title = " ".join(headline.text.split())
    author = fields.plain_line(reading.value(record, "author"))
    entry = Entry(
        stamp=stamp,
        title=title,
        authors=(author,) if author else (),
        body=body.markdown,
        locator=record.locator,
        native_id=reading.value(record, "id"),
        url=url if web else "",
        key_event=_true(reading.value(record, "key_event")),
        pinned=_true(reading.value(record, "pinned")),
        empty=not body.markdown and not title,
    )
    return entry, f"{title}\n{author}\n{body.text}"


def _html_fields(records: Sequence[Record]) -> Iterator[str]:
    """Fields of whose values at least half look like HTML: a single tag may be meant as it stands."""
    for name in dict.fromkeys(name for record in records for name in record.values):
        said = [value for record in records if (value := record.values.get(name))]
        if sum(map(fields.is_html, said)) * 2 >= len(said) > 0:
            yield name


def _named(name: str, value: str, reading: Reading) -> fields.Field:
    """A field of its own with its name before it; nothing for one that says nothing."""
    found = reading.field(name, value)
    if not re.search(r"\w", found.text):
        return fields.Field()
    label = fields.from_plain(f"{name}:")
    return fields.Field(markdown=f"{label.markdown} {found.markdown}", text=f"{label.text} {found.text}")


def _true(value: str) -> bool:
    return value.casefold() in ("true", "1", "yes", "y", "x", "ja", "oui", "sí", "да", "是")


def _left_out(records: Sequence[Record], told: Sequence[Record], reading: Reading) -> Iterator[LeftOut]:
    ids = {id(record) for record in told}
    for record in records:
        said = "\n".join(filter(None, record.values.values()))
        if id(record) not in ids and re.search(r"\w", said):
            yield LeftOut(locator=record.locator, text=said, reason="it has neither a title nor a text")
    if reading.beside:
        return
    names = dict.fromkeys(name for record in told for name in record.values)
    for name in names:
        said = "\n".join(dict.fromkeys(filter(None, (record.values.get(name, "") for record in told))))
        if name not in reading.roles.values() and re.search(r"\w", said):
            reason = "neither time, title, text nor author, as it is called; --columns says otherwise"
            yield LeftOut(locator=f"'{name}' of all records", text=said, reason=reason)
