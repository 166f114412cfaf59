"""The format of source records, key by key. docs/content.md is checked against this file."""

from __future__ import annotations

from sitegen.content.references import slug, slugs, update_id
from sitegen.decode import Key, Schema
from sitegen.decode.readers import (
    instant,
    language,
    line_of_text,
    records,
    sha256,
    text,
    texts,
    web_address,
    zone,
)
from sitegen.model import (
    Capture,
    KeptPicture,
    LeftOut,
    LikelyDuplicate,
    WrittenActor,
    WrittenUpdate,
)

QUOTED = Schema(
    title="a quoted line",
    keys=(
        Key(name="locator", read=line_of_text, default="", shape="text", doc="Where in the document."),
        Key(name="text", read=text, required=True, shape="text", doc="The words, unchanged."),
        Key(name="reason", read=line_of_text, default="", shape="text", doc="Why it is listed."),
    ),
)


WRITTEN = Schema(
    title="a written update",
    keys=(
        Key(name="id", read=update_id, required=True, shape="text", doc="The update's id."),
        Key(name="path", read=line_of_text, required=True, shape="path", doc="The file as written."),
        Key(
            name="text_sha256",
            read=sha256,
            required=True,
            shape="SHA-256",
            doc="Hash of what the source said.",
        ),
        Key(
            name="file_sha256",
            read=sha256,
            required=True,
            shape="SHA-256",
            doc="Hash of the file as written.",
        ),
        Key(
            name="actors",
            read=slugs,
            default=(),
            shape="list of file names",
            doc="The actors that sitegen put into its `actors:`.",
        ),
    ),
)


WRITTEN_ACTOR = Schema(
    title="a proposed actor",
    keys=(
        Key(name="actor", read=slug, required=True, shape="file name", doc="The actor."),
        Key(
            name="file_sha256",
            read=sha256,
            required=True,
            shape="SHA-256",
            doc="Hash of the file as written.",
        ),
    ),
)


LIKELY_DUPLICATE = Schema(
    title="a likely duplicate",
    keys=(
        Key(name="id", read=update_id, required=True, shape="text", doc="The update of this source."),
        Key(name="other", read=update_id, required=True, shape="text", doc="The update of another source."),
        Key(name="why", read=line_of_text, default="", shape="text", doc="What they have in common."),
    ),
)


CAPTURE = Schema(
    title="a capture",
    keys=(
        Key(name="document", read=line_of_text, required=True, shape="path", doc="The saved file."),
        Key(name="sha256", read=sha256, required=True, shape="SHA-256", doc="Hash of the saved file."),
        Key(name="captured", read=instant, shape="time", doc="When it was saved."),
        Key(name="title", read=line_of_text, default="", shape="text", doc="Its headline."),
        Key(
            name="updates",
            read=texts,
            default=(),
            shape="list of text",
            doc="Ids of the updates that stand in it.",
        ),
        Key(
            name="inferred",
            read=texts,
            default=(),
            shape="list of text",
            doc="What was concluded from it. Of the newest saving, the source says this and what follows.",
        ),
        Key(
            name="left_out",
            read=records(QUOTED, LeftOut),
            default=(),
            shape="list of quoted lines",
            doc="Text of it that is in no update and not in the header, with the reason.",
        ),
        Key(
            name="suspects",
            read=records(QUOTED, LeftOut),
            default=(),
            shape="list of quoted lines",
            doc="Characters of it that look broken.",
        ),
    ),
)


KEPT_PICTURE = Schema(
    title="a kept picture",
    keys=(
        Key(
            name="document",
            read=line_of_text,
            required=True,
            shape="path",
            doc="The saved file that shows it.",
        ),
        Key(
            name="address",
            read=text,
            default="",
            shape="path",
            doc="Its path from there; left out where it is part of the saved file.",
        ),
        Key(name="file", read=line_of_text, required=True, shape="file name", doc="Its name in media/."),
    ),
)


SOURCE = Schema(
    title="a source",
    keys=(
        Key(name="publisher", read=line_of_text, required=True, shape="text", doc="Who published it."),
        Key(name="title", read=line_of_text, required=True, shape="text", doc="Its headline."),
        Key(name="url", read=web_address, default="", shape="web address", doc="Where it was published."),
        Key(name="captured", read=instant, shape="time", doc="When it was saved."),
        Key(name="document", read=line_of_text, default="", shape="path", doc="The saved file."),
        Key(name="sha256", read=sha256, default="", shape="SHA-256", doc="Hash of the saved file."),
        Key(name="timezone", read=zone, default="", shape="IANA zone", doc="Zone of its printed times."),
        Key(name="importer", read=line_of_text, default="", shape="name", doc="Which importer read it."),
        Key(name="language", read=language, default="", shape="language tag", doc="Language of its text."),
        Key(name="summary", read=text, default="", shape="Markdown", doc="Its standfirst."),
        Key(
            name="key_points",
            read=texts,
            default=(),
            shape="list of text",
            doc="The key points that it prints.",
        ),
        Key(
            name="formerly",
            read=slugs,
            default=(),
            shape="list of names",
            doc="Timelines that it told before; addresses there lead here.",
        ),
        Key(
            name="inferred",
            read=texts,
            default=(),
            shape="list of text",
            doc="What the import concluded, by which rule.",
        ),
        Key(
            name="left_out",
            read=records(QUOTED, LeftOut),
            default=(),
            shape="list of quoted lines",
            doc="Text that is in no update and not in the header, with the reason.",
        ),
        Key(
            name="suspects",
            read=records(QUOTED, LeftOut),
            default=(),
            shape="list of quoted lines",
            doc="Characters that look broken; they are kept as they are.",
        ),
        Key(
            name="captures",
            read=records(CAPTURE, Capture),
            default=(),
            shape="list of captures",
            doc="All savings of it, the oldest first, where there are several.",
        ),
        Key(
            name="pictures",
            read=records(KEPT_PICTURE, KeptPicture),
            default=(),
            shape="list of kept pictures",
            doc="The pictures of its updates that are kept.",
        ),
        Key(
            name="likely_duplicates",
            read=records(LIKELY_DUPLICATE, LikelyDuplicate),
            default=(),
            shape="list of likely duplicates",
            doc="Updates that seem to tell the same as those of other sources; nothing is merged.",
        ),
        Key(
            name="written_actors",
            read=records(WRITTEN_ACTOR, WrittenActor),
            default=(),
            shape="list of proposed actors",
            doc="The actors that the import proposed; how a later import knows your edits.",
        ),
        Key(
            name="written",
            read=records(WRITTEN, WrittenUpdate),
            default=(),
            shape="list of written updates",
            doc="What the import wrote; how a later import knows your edits. Leave it to sitegen.",
        ),
    ),
)
