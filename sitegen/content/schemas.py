"""The formats of timelines and updates, key by key. docs/content.md is checked against this file."""

from __future__ import annotations

from sitegen.content.references import slug, slugs, update_id
from sitegen.decode import Key, Schema
from sitegen.decode.readers import (
    boolean,
    day,
    instant,
    language,
    line_of_text,
    record,
    records,
    sha256,
    text,
    texts,
    zone,
)
from sitegen.model import (
    Version,
    Withdrawal,
)

VERSION = Schema(
    title="an earlier version",
    keys=(
        Key(
            name="sha256",
            read=sha256,
            required=True,
            shape="SHA-256",
            doc="Hash of the saved file that it stands in.",
        ),
        Key(name="captured", read=instant, shape="time", doc="When that file was saved."),
        Key(name="time", read=instant, required=True, shape="time", doc="When it was posted."),
        Key(name="title", read=line_of_text, default="", shape="text", doc="Headline then."),
        Key(name="authors", read=texts, default=(), shape="list of text", doc="Who wrote it."),
        Key(
            name="text_sha256",
            read=sha256,
            required=True,
            shape="SHA-256",
            doc="Hash of what it said.",
        ),
        Key(name="body", read=text, default="", shape="Markdown", doc="The words then."),
    ),
)

WITHDRAWAL = Schema(
    title="a withdrawal",
    keys=(
        Key(name="date", read=day, required=True, shape="day", doc="The day of withdrawal."),
        Key(name="reason", read=line_of_text, required=True, shape="text", doc="Why, for readers."),
    ),
)

TIMELINE = Schema(
    title="a timeline",
    keys=(
        Key(name="title", read=line_of_text, required=True, shape="text", doc="Headline."),
        Key(name="summary", read=text, default="", shape="Markdown", doc="What happened."),
        Key(
            name="key_points",
            read=texts,
            default=(),
            shape="list of text",
            doc="Short statements for the overview.",
        ),
        Key(
            name="timezone",
            read=zone,
            required=True,
            shape="IANA zone",
            doc="Zone of the events: days begin and times are shown in it.",
        ),
        Key(name="language", read=language, default="en", shape="language tag", doc="Language of the text."),
    ),
)

UPDATE = Schema(
    title="an update",
    keys=(
        Key(
            name="id", read=update_id, required=True, shape="text", doc="Stable for ever, unique in the site."
        ),
        Key(
            name="title",
            read=line_of_text,
            default="",
            shape="text",
            doc="Headline; leave it out if there is none.",
        ),
        Key(
            name="time",
            read=instant,
            required=True,
            shape="time",
            doc="When it was posted, with an offset from UTC.",
        ),
        Key(name="time_basis", read=line_of_text, default="", shape="text", doc="How the time is known."),
        Key(
            name="authors",
            read=texts,
            default=(),
            shape="list of text",
            doc="Who wrote it, as the source says.",
        ),
        Key(name="source", read=slug, required=True, shape="file name", doc="The source it stands in."),
        Key(
            name="locator",
            read=line_of_text,
            default="",
            shape="text",
            doc="Where in the source document it stands.",
        ),
        Key(
            name="actors",
            read=slugs,
            default=(),
            shape="list of file names",
            doc="Actors that its text names, as sitegen found them.",
        ),
        Key(
            name="also_actors",
            read=slugs,
            default=(),
            shape="list of file names",
            doc="Actors that it is about, as you decided.",
        ),
        Key(
            name="not_actors",
            read=slugs,
            default=(),
            shape="list of file names",
            doc="Actors that it is not about, as you decided, whatever its text seems to name.",
        ),
        Key(
            name="draft",
            read=boolean,
            default=False,
            shape="true or false",
            doc="Leave it out of the site for now.",
        ),
        Key(
            name="withdrawn",
            read=record(WITHDRAWAL, Withdrawal),
            shape="date and reason",
            doc="Show only that it was withdrawn, when and why.",
        ),
        Key(
            name="key_event",
            read=boolean,
            default=False,
            shape="true or false",
            doc="The source marks it as a key event.",
        ),
        Key(
            name="pinned",
            read=boolean,
            default=False,
            shape="true or false",
            doc="The source had pinned it to the top.",
        ),
        Key(
            name="summary",
            read=boolean,
            default=False,
            shape="true or false",
            doc="It sums up what came before.",
        ),
        Key(
            name="empty",
            read=boolean,
            default=False,
            shape="true or false",
            doc="The source holds it without any text.",
        ),
        Key(
            name="history",
            read=records(VERSION, Version),
            default=(),
            shape="list of earlier versions",
            doc="What it said in earlier savings of its source, the oldest first.",
        ),
    ),
)
