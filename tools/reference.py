# ruff: noqa: INP001 - a script, no package
"""Write the generated parts of the documents, between their markers, from the code that they describe.

python tools/reference.py            write them
python tools/reference.py --check    write nothing; exit status 1 where one is out of date
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click
from theme_reference import theme_reference

from sitegen import config
from sitegen.cli.main import group
from sitegen.content import actor_schema, schemas, source_schema
from sitegen.decode import Schema
from sitegen.ingest.sidecar import FACTS, ORIGIN

DOCS = Path(__file__).resolve().parent.parent / "docs"

MARKED = re.compile(r"(<!-- reference: [^\n]* -->\n).*(<!-- /reference -->)", re.DOTALL)

_BAR = r"\|"
"""A bar in a table's cell."""

CONTENT = (
    ("site.yaml", config.SCHEMA),
    ("A timeline: timeline.yaml", schemas.TIMELINE),
    ("An update: updates/…/….md", schemas.UPDATE),
    ("`withdrawn` of an update", schemas.WITHDRAWAL),
    ("An item of `history`", schemas.VERSION),
    ("An actor: actors/….md", actor_schema.ACTOR),
    ("An item of `aliases`, where it is no plain text", actor_schema.ALIAS),
    ("An item of `roles`", actor_schema.ROLE),
    ("What is no actor: actors/not-actors.yaml", actor_schema.NOT_ACTORS),
    ("A source: sources/….yaml", source_schema.SOURCE),
    ("An item of `left_out` and `suspects`", source_schema.QUOTED),
    ("An item of `captures`", source_schema.CAPTURE),
    ("An item of `pictures`", source_schema.KEPT_PICTURE),
    ("An item of `likely_duplicates`", source_schema.LIKELY_DUPLICATE),
    ("An item of `written_actors`", source_schema.WRITTEN_ACTOR),
    ("An item of `written`", source_schema.WRITTEN),
)


def content_reference() -> str:
    """Tables of the keys of content files."""
    return "\n\n".join(f"### {title}\n\n{_keys(schema)}" for title, schema in CONTENT) + "\n"


def sidecar_reference() -> str:
    """The keys of a sidecar."""
    return f"{_keys(FACTS)}\n\nKeys of `origin`:\n\n{_keys(ORIGIN)}\n"


def _keys(schema: Schema) -> str:
    """One format, a row for each key."""
    return _table(
        ("key", "value", "meaning"),
        ((f"`{key.name}`", key.shape + " (required)" * key.required, key.doc) for key in schema.keys),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', _BAR) for cell in line)} |" for line in lines)


def commands_reference() -> str:
    """The group, then every command: usage, help, a row for each option."""
    top = click.Context(group, info_name="sitegen", **group.context_settings)
    return "\n".join([_command(group, top), *_commands_of(group, top)])


def _commands_of(group: click.Group, context: click.Context) -> Iterator[str]:
    """The commands of a group, each followed by its own."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        yield _command(command, inner)
        if isinstance(command, click.Group):
            yield from _commands_of(command, inner)


def _command(command: click.Command, context: click.Context) -> str:
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    options = [param for param in command.get_params(context) if isinstance(param, click.Option)]
    return "\n\n".join(
        (
            f"### {context.command_path}",
            f"```text\n{usage}\n```",
            *_paragraphs(inspect.cleandoc(command.help or "")),
            _table(("option", "meaning"), map(_option, options)) + "\n",
        )
    )


def _option(option: click.Option) -> tuple[str, str]:
    """Written here and not taken from click, whose versions say it differently."""
    words = ", ".join((*option.opts, *option.secondary_opts))
    if not (option.is_flag or option.count):
        choices = "|".join(getattr(option.type, "choices", ()))
        words += f" {option.metavar or choices or option.type.name.upper()}"
    default = f" [default: {option.default}]" if option.show_default else ""
    again = " May be given several times." if option.multiple else ""
    return f"`{words}`", f"{option.help or ''}{default}{again}"


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of a help text in Markdown; one that click is told not to wrap becomes a block."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        kept = paragraph.removeprefix("\b\n")
        yield paragraph if kept == paragraph else f"```text\n{kept}\n```"


REFERENCES: dict[str, Callable[[], str]] = {
    "commands.md": commands_reference,
    "content.md": content_reference,
    "importing.md": sidecar_reference,
    "themes.md": theme_reference,
}
"""Document and what stands between its markers."""


def with_reference(text: str, reference: str) -> str:
    """The document with its generated part made anew. Raises ValueError where it has no markers."""
    made, count = MARKED.subn(lambda match: f"{match[1]}\n{reference}\n{match[2]}", text)
    if count != 1:
        raise ValueError("the document must have the two markers once")
    return made


def main(words: list[str]) -> int:
    """Write or check; the exit status."""
    stale = 0
    for name, reference in REFERENCES.items():
        document = DOCS / name
        text = document.read_text(encoding="utf-8")
        made = with_reference(text, reference())
        if made != text and "--check" in words:
            print(f"docs/{name} is out of date: run python tools/reference.py", file=sys.stderr)  # noqa: T201 - a script speaks
            stale = 1
        elif made != text:
            document.write_text(made, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
