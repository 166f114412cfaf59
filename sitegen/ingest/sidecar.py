"""What a person says about a document, read: options of the command, and the sidecar beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sitegen.content.emit import Bare, Value, document
from sitegen.decode import Key, Node, Problems, Scalar, Schema, parse
from sitegen.decode.readers import (
    boolean,
    instant,
    language,
    line_of_text,
    matching,
    partial_date,
    record,
    sha256,
    text,
    texts,
    web_address,
)
from sitegen.diagnostics import ContentError
from sitegen.importers.charset.declared import known
from sitegen.importers.registry import IMPORTERS
from sitegen.importers.stamps.pattern import HOLDERS, problem
from sitegen.ingest.origin import Origin
from sitegen.ingest.request import Facts, Typed
from sitegen.ingest.spoken_date import NoSuchDateError, days_meant
from sitegen.instants import UnknownZoneError
from sitegen.instants import zone as zone_named
from sitegen.permalinks import TAKEN, segment


def _zone(node: Node, problems: Problems) -> str:
    name = text(node, problems)
    try:
        return zone_named(name.strip()).key
    except UnknownZoneError as error:
        problems.add("unknown-zone", error.what, error.mend, line=node.line, column=node.column)
    return name


def _timeline(node: Node, problems: Problems) -> str:
    name = text(node, problems)
    right = segment(name, fallback="timeline")
    if name in TAKEN:
        problems.add(
            "bad-timeline",
            f"the site has a page of its own at {name}/",
            "choose another name",
            line=node.line,
            column=node.column,
        )
    elif name != right:
        problems.add(
            "bad-timeline",
            f"'{name}' can't be the name of a timeline, for it is part of addresses",
            f"write {right}",
            line=node.line,
            column=node.column,
        )
    return name


def _date(node: Node, problems: Problems) -> str:
    before = len(problems.found)
    value = _spoken_date(node, problems)
    if len(problems.found) == before and not "1800" <= value[:4] <= "2200":
        problems.add(
            "bad-date", f"no live blog is of {value[:4]}", "correct it", line=node.line, column=node.column
        )
    return value


def _spoken_date(node: Node, problems: Problems) -> str:
    """A date as files have it, or as people write it."""
    said = text(node, problems)
    what = mend = ""
    try:
        days = days_meant(said)
    except NoSuchDateError:
        days = ()
        what, mend = f"'{said}' is a day that the calendar does not have", "correct it"
    if len(days) == 1:
        return days[0]
    if days:
        what, mend = f"'{said}' may have the day or the month first", f"write {' or '.join(days)}"
    if what:
        problems.add("bad-date", what, mend, line=node.line, column=node.column)
        return said
    return partial_date(node, problems)


def _encoding(node: Node, problems: Problems) -> str:
    name = line_of_text(node, problems)
    if not known(name):
        what = f"'{name}' is no encoding of text that sitegen knows"
        mend = "write it like windows-1251, koi8-r, gb18030, big5 or shift_jis"
        problems.add("unknown-encoding", what, mend, line=node.line, column=node.column)
    return name


def _times(node: Node, problems: Problems) -> tuple[str, ...]:
    found = texts(node, problems)
    for value in found:
        locator, _, moment = (part.strip() for part in value.partition("="))
        if locator and moment:
            instant(Scalar(moment, plain=False, line=node.line, column=node.column), problems)
        else:
            what = f"'{value}' does not say which update has which time"
            mend = "write it like 'line 41=2024-10-27T01:30:00+01:00'"
            problems.add("bad-time", what, mend, line=node.line, column=node.column)
    return found


def _stamp(node: Node, problems: Problems) -> str:
    pattern = line_of_text(node, problems)
    what = problem(pattern)
    if what:
        mend = (
            f"write it like '{{time}}: {{title}}'; there are {', '.join(f'{{{name}}}' for name in HOLDERS)}"
        )
        problems.add(
            "bad-pattern",
            f"this pattern of stamps is of no use: {what}",
            mend,
            line=node.line,
            column=node.column,
        )
    return pattern


ORIGIN = Schema(
    title="an origin",
    keys=(
        Key(
            name="archive", read=line_of_text, required=True, shape="text", doc="Name of the archive's file."
        ),
        Key(name="sha256", read=sha256, required=True, shape="SHA-256", doc="SHA-256 of that file."),
        Key(name="record", read=line_of_text, default="", shape="text", doc="Id of the record."),
        Key(
            name="digest",
            read=line_of_text,
            default="",
            shape="text",
            doc="The hash that the record gives for the page.",
        ),
        Key(
            name="intact",
            read=boolean,
            shape="true or false",
            doc="Whether the page has that hash; missing where nobody can tell.",
        ),
        Key(
            name="encoding",
            read=line_of_text,
            default="",
            shape="name",
            doc="The encoding that the page's server named.",
        ),
        Key(
            name="truncated",
            read=line_of_text,
            default="",
            shape="text",
            doc="Why the record holds only the start of the page.",
        ),
    ),
)
"""Keys of `origin` in a sidecar."""

FACTS = Schema(
    title="a sidecar",
    keys=(
        Key(name="timeline", read=_timeline, default="", shape="name", doc="The timeline that it tells."),
        Key(name="date", read=_date, default="", shape="date", doc="Day of the oldest update."),
        Key(
            name="date_order",
            read=matching(
                "day/month|month/day",
                "bad-date-order",
                "does not say which number of a date stands first",
                "write day/month or month/day",
            ),
            default="",
            shape="day/month or month/day",
            doc="Which number of dates such as 3/4/2024 stands first.",
        ),
        Key(name="timezone", read=_zone, default="", shape="IANA zone", doc="Zone of its printed times."),
        Key(name="publisher", read=line_of_text, default="", shape="text", doc="Who published it."),
        Key(name="url", read=web_address, default="", shape="web address", doc="Where it was published."),
        Key(name="title", read=line_of_text, default="", shape="text", doc="Its headline."),
        Key(name="captured", read=instant, shape="time", doc="When it was saved."),
        Key(name="language", read=language, default="", shape="language tag", doc="Language of its text."),
        Key(
            name="encoding",
            read=_encoding,
            default="",
            shape="name",
            doc="Encoding of its text, like windows-1251.",
        ),
        Key(
            name="format",
            read=matching(
                "|".join(importer.name for importer in IMPORTERS),
                "unknown-format",
                "is no format that sitegen reads",
                f"write one of: {', '.join(importer.name for importer in IMPORTERS)}",
            ),
            default="",
            shape="name",
            doc="The importer to read it with.",
        ),
        Key(
            name="stamp",
            read=_stamp,
            default="",
            shape="pattern",
            doc="How its stamps look, like '{time}: {title}'.",
        ),
        Key(
            name="columns",
            read=line_of_text,
            default="",
            shape="text",
            doc="Which column of a table holds what, like 'time=Zeit,text=Inhalt'.",
        ),
        Key(
            name="untimed",
            read=boolean,
            default=False,
            shape="true or false",
            doc="Whether updates without any time are imported.",
        ),
        Key(
            name="keep_images",
            read=boolean,
            default=False,
            shape="true or false",
            doc="Whether pictures that were saved with it are kept.",
        ),
        Key(
            name="source",
            read=line_of_text,
            default="",
            shape="name, or new",
            doc="The source that it is another saving of, or `new` for one of its own.",
        ),
        Key(
            name="times",
            read=_times,
            default=(),
            shape="list of 'locator=time'",
            doc="Times of single updates that the document does not tell.",
        ),
        Key(
            name="origin",
            read=record(ORIGIN, Origin),
            shape="mapping",
            doc="Where in a web archive it was taken from, as sitegen found it.",
        ),
    ),
)
"""Keys of a sidecar, and readers of the options of the same names."""


def facts_of_options(options: Mapping[str, Typed]) -> Facts:
    """What the options say. Raises ContentError with everything that is wrong with them."""
    problems: list[Problems] = []
    values: dict[str, Any] = {}
    for key in FACTS.keys:
        typed = options.get(key.name, "")
        option = Problems(path=f"--{'time' if key.name == 'times' else key.name.replace('_', '-')}")
        problems.append(option)
        if isinstance(typed, tuple):
            values[key.name] = tuple(one for item in typed for one in key.read(_scalar(item), option))
        elif typed is True:
            values[key.name] = True
        elif typed:
            values[key.name] = key.read(_scalar(typed), option)
    found = [diagnostic for option in problems for diagnostic in option.found]
    if found:
        raise ContentError(found)
    return Facts(**values)


def _scalar(value: str) -> Scalar:
    return Scalar(value, plain=False, line=0, column=0)


def facts_of_sidecar(file: Path, shown: str) -> Facts:
    """What a sidecar says; nothing where there is none. `shown` is its path for messages.

    Raises ContentError with everything that is wrong with it.
    """
    if not file.is_file():
        return Facts()
    problems = Problems(path=shown)
    try:
        node = parse(file.read_text(encoding="utf-8-sig"), problems)
    except UnicodeDecodeError:
        problems.add("not-utf-8", "this file is not UTF-8 text", "save it again with the encoding UTF-8")
        node = None
    values: Mapping[str, Any] = {} if problems.fatal else FACTS.read(node, problems)
    if problems.fatal:
        raise ContentError(problems.found)
    return Facts(**values)


def sidecar_text(facts: Facts) -> str:
    """A sidecar that says what is known; empty where nothing is."""
    return document({key.name: emitted(facts, key.name) for key in FACTS.keys})


def emitted(facts: Facts, name: str) -> Any:
    """A fact as a sidecar has it."""
    return Bare(facts.date) if name == "date" and facts.date else _emitted(getattr(facts, name))


def _emitted(value: Typed | datetime | Origin | None) -> Value:
    match value:
        case datetime():
            return Bare(value.isoformat())
        case Origin():
            intact = {"intact": Bare("true" if value.intact else "false")} if value.intact is not None else {}
            return {key.name: _emitted(getattr(value, key.name)) for key in ORIGIN.keys} | intact
        case True:
            return Bare("true")
    return value or ""
