"""Correcting actors from the command line: show what changes, write it, say what is next."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

import click

from sitegen.cli.say import explained, plural, say_diagnostics
from sitegen.content.tree import FileKind
from sitegen.curation import Desk, Difference, NotUnderstoodError, differences, write
from sitegen.diagnostics import ordered
from sitegen.model import Actor

_IN_FULL = 20
"""Most files of a kind that are listed, where not all are asked for."""

_COUNTED = {
    FileKind.ACTOR: "actor",
    FileKind.UPDATE: "update",
    FileKind.SOURCE: "source record",
}


@contextmanager
def understood() -> Iterator[None]:
    """Turn what was typed wrong into a message, and problems of content and disk too."""
    with explained():
        try:
            yield
        except NotUnderstoodError as error:
            raise click.UsageError(str(error)) from error


def carry_out(before: Desk, after: Desk, *, dry_run: bool = False, in_full: bool = False) -> None:
    """Show what changes, write it, and say what is next."""
    found = differences(before, after)
    if not found:
        click.echo("Nothing changes: no file was written.")
        return
    if not dry_run:
        # Written first, told then: a reader that goes away early (a pager) must not stop the work.
        write(after)
    show(found, in_full=in_full)
    say_diagnostics(set(ordered(after.found)) - set(before.found))
    if dry_run:
        click.echo(f"A dry run: nothing was written. {counted(found)} would be.")
    else:
        click.echo(f"Written: {counted(found)}. Look at the result with 'sitegen serve'.")


def newcomers(before: Desk, after: Desk) -> tuple[Actor, ...]:
    """Actors that the change makes."""
    known = {actor.slug for actor in before.corpus.actors}
    return tuple(actor for actor in after.corpus.actors if actor.slug not in known)


def say_unnamed(before: Desk, after: Desk) -> None:
    """Say which of the new actors no update names."""
    named = {slug for slugs in after.named.values() for slug in slugs}
    for actor in newcomers(before, after):
        if actor.slug not in named:
            mend = f"for a name that texts use, type sitegen actors alias {actor.slug} NAME"
            click.echo(f"note: no update names {actor.name}; {mend}")


def show(found: tuple[Difference, ...], *, in_full: bool) -> None:
    """A line for each file that changes: `+` is what comes, `-` what goes. Records are only counted."""
    for kind, group in groupby(found, key=lambda one: one.kind):
        if kind is FileKind.SOURCE:
            continue
        files = list(group)
        listed = files if in_full or len(files) <= _IN_FULL + 1 else files[:_IN_FULL]
        for one in listed:
            click.echo(f"{one.path}: {'; '.join(one.lines)}")
        if len(listed) < len(files):
            click.echo(f"... and {len(files) - len(listed):,} more {_COUNTED[kind]}s")


def counted(found: tuple[Difference, ...]) -> str:
    """`2 actors, 12 updates and 1 source record`."""
    counts = Counter(one.kind for one in found)
    parts = [plural(counts[kind], noun) for kind, noun in _COUNTED.items() if counts[kind]]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def can_ask() -> bool:
    """True where a person sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()
