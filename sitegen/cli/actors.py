"""`sitegen actors`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from sitegen.cli import correct, options
from sitegen.cli.curating import understood
from sitegen.cli.groups import Helpful
from sitegen.cli.say import plural, site_root
from sitegen.cli.suggest import suggest
from sitegen.model import ActorKind

if TYPE_CHECKING:
    from sitegen.curation.overview import Row

_WIDE = 100
"""Columns of a terminal that has room for names of files too."""

_MIDDLING = 76
"""Columns of one that has room for all but the file."""

_NARROW = 54
"""Columns of one that has room for the day of the last update, and not for the first."""

_FILE = 20
"""Columns of them that are for the name of a file; where one is longer, the terminal must be wider."""

_HEAD = ("name", "kind", "updates", "first", "last", "state", "file")


@click.group(cls=Helpful, invoke_without_command=True, short_help="List the actors, and correct them.")
@click.option("--timeline", default="", metavar="NAME", help="Only actors of this timeline.")
@click.option("--kind", type=options.kind, help="Only actors of this kind.")
@click.option("--proposed", is_flag=True, help="Only actors that nobody has looked at yet.")
@click.option(
    "--sort",
    "sorting",
    type=click.Choice(["updates", "name", "kind", "first", "last"]),
    default="updates",
    show_default=True,
    help="What comes first.",
)
@click.pass_context
def actors(context: click.Context, timeline: str, kind: str | None, sorting: str, *, proposed: bool) -> None:
    """List the actors of the archive: how many updates are about each, the first and the last of them.

    In a terminal this is a table; elsewhere, as in a file, the columns are parted by tabs. The commands
    below correct the actors. They take a name as well as the name of a file, and several at once.
    """
    if context.invoked_subcommand:
        given = [name for name, value in context.params.items() if value and name != "sorting"]
        if given:
            raise click.UsageError(f"--{given[0]} belongs to the list: leave it out here")
        return
    from sitegen.annotate import annotate
    from sitegen.content import read_site
    from sitegen.curation.overview import Sorting, overview
    from sitegen.curation.retag import check_timeline

    with understood():
        corpus = read_site(site_root())
        check_timeline(corpus, timeline)
        rows = overview(
            annotate(corpus)[0],
            timeline=timeline,
            kind=ActorKind(kind) if kind else None,
            proposed=proposed,
            sorting=Sorting(sorting),
        )
    if sys.stdout.isatty():
        print_table(rows)
    else:
        for line in (_HEAD, *map(_cells, rows)):
            click.echo("\t".join(line))


def _cells(row: Row) -> tuple[str, ...]:
    first, last = (f"{time:%Y-%m-%d %H:%M}" if time else "" for time in (row.first, row.last))
    state = "proposed" if row.actor.proposed else ""
    file = row.actor.place.path
    return row.actor.name, row.actor.kind.value, str(row.updates), first, last, state, file


def _short(row: Row) -> str:
    return row.actor.place.path.removeprefix("content/actors/")


def _heads(width: int, longest: int) -> tuple[str, ...]:
    """The columns for which a terminal of this width has room; the name always has some left."""
    if width >= _WIDE + max(0, longest - _FILE):
        return _HEAD
    if width >= _MIDDLING:
        return _HEAD[:-1]
    return ("name", "kind", "updates", "last", "state") if width >= _NARROW else ("name", "updates")


def print_table(rows: tuple[Row, ...]) -> None:
    """The rows for a terminal."""
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    longest = max((cell_len(_short(row)) for row in rows), default=0)
    heads = _heads(console.width, longest)
    day = slice(None) if "first" in heads else slice(len("2024-03-01"))
    table = Table(box=None, pad_edge=False)
    for head in heads:
        justify: Literal["left", "right"] = "right" if head == "updates" else "left"
        table.add_column(head, justify=justify, overflow="fold", no_wrap=head != "name")
    for row in rows:
        cells = dict(zip(_HEAD, _cells(row), strict=True)) | {"file": _short(row)}
        table.add_row(*(Text(cells[head][day] if head == "last" else cells[head]) for head in heads))
    console.print(table)
    click.echo(f"{plural(len(rows), 'actor')}; their files stand in content/actors/.")


for command in (suggest, *correct.COMMANDS):
    actors.add_command(command)
