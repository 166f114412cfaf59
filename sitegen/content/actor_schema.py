"""The format of actor files, key by key. docs/content.md is checked against this file."""

from __future__ import annotations

from typing import Any

from sitegen.content.references import slugs
from sitegen.decode import Key, Mapping, Node, Problems, Schema, Sequence
from sitegen.decode.readers import (
    boolean,
    line_of_text,
    matching,
    one_of,
    partial_date,
    record,
    records,
    texts,
)
from sitegen.model import ActorKind, Alias, Role

ALIAS = Schema(
    title="an alias",
    keys=(
        Key(name="name", read=line_of_text, required=True, shape="text", doc="The name, as texts print it."),
        Key(
            name="script",
            read=matching(
                r"[A-Z][a-z]{3}",
                "bad-script",
                "is not the code of a script",
                "write it like Cyrl, Arab or Hans",
            ),
            default="",
            shape="ISO 15924 code",
            doc="Its script, where its letters don't tell.",
        ),
        Key(
            name="from",
            read=partial_date,
            default="",
            shape="date",
            doc="First year, month or day of its use.",
        ),
        Key(
            name="to", read=partial_date, default="", shape="date", doc="Last year, month or day of its use."
        ),
        Key(
            name="weak",
            read=boolean,
            default=False,
            shape="true or false",
            doc="It counts only in a document that also names the actor in another way.",
        ),
    ),
)


def _alias(**values: Any) -> Alias:
    return Alias(
        name=values["name"],
        script=values["script"],
        since=values["from"],
        until=values["to"],
        weak=values["weak"],
    )


_read_alias = record(ALIAS, _alias)


def _aliases(node: Node, problems: Problems) -> tuple[Alias | None, ...]:
    """A list of names, each plain or with what is known of it."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(
        _read_alias(item, problems) if isinstance(item, Mapping) else Alias(name=line_of_text(item, problems))
        for item in items
    )


ROLE = Schema(
    title="a role",
    keys=(
        Key(name="title", read=line_of_text, required=True, shape="text", doc="The office."),
        Key(
            name="called",
            read=texts,
            default=(),
            shape="list of text",
            doc="Words that name whoever holds it; they count from its first to its last day.",
        ),
        Key(name="from", read=partial_date, default="", shape="date", doc="First year, month or day."),
        Key(name="to", read=partial_date, default="", shape="date", doc="Last year, month or day."),
    ),
)


def _role(**values: Any) -> Role:
    return Role(title=values["title"], called=values["called"], since=values["from"], until=values["to"])


ACTOR = Schema(
    title="an actor",
    keys=(
        Key(name="name", read=line_of_text, required=True, shape="text", doc="The name to show."),
        Key(
            name="kind",
            read=one_of(ActorKind),
            required=True,
            shape="person, organisation, state, group or media",
            doc="What it is.",
        ),
        Key(
            name="aliases",
            read=_aliases,
            default=(),
            shape="list of text or aliases",
            doc="Other names, as texts print them.",
        ),
        Key(
            name="roles",
            read=records(ROLE, _role),
            default=(),
            shape="list of roles",
            doc="Offices held.",
        ),
        Key(
            name="wikidata",
            read=matching(r"Q[1-9]\d*", "bad-wikidata", "is not a Wikidata item", "write it like Q213122"),
            default="",
            shape="Wikidata item",
            doc="Its Wikidata item.",
        ),
        Key(
            name="formerly",
            read=slugs,
            default=(),
            shape="list of file names",
            doc="File names that it had before; their addresses lead here.",
        ),
        Key(
            name="different_from",
            read=slugs,
            default=(),
            shape="list of file names",
            doc="Actors that are like it and not the same: no merge with them is suggested.",
        ),
        Key(
            name="proposed",
            read=boolean,
            default=False,
            shape="true or false",
            doc="Written by an import; delete the line once you have looked at it.",
        ),
    ),
)

NOT_ACTORS = Schema(
    title="the list of names that are no actors",
    keys=(
        Key(
            name="names",
            read=texts,
            default=(),
            shape="list of text",
            doc="Names that no import proposes as actors.",
        ),
    ),
)
