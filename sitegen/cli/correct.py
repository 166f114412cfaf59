"""The commands that correct actors: `sitegen actors merge`, `rename` and so on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from sitegen.cli import options
from sitegen.cli.curating import can_ask, carry_out, counted, newcomers, say_unnamed, show, understood
from sitegen.cli.say import say_diagnostics, site_root
from sitegen.model import ActorKind, Alias, Role

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
_YES = click.option("--yes", is_flag=True, help="Do it without asking.")
_ALIASES = click.option(
    "--alias", "aliases", multiple=True, metavar="NAME", help="Another name, as texts print it."
)


def _some(name: str, metavar: str, *, required: bool = True) -> Callable[..., Any]:
    return click.argument(name, metavar=metavar, nargs=-1, required=required)


@click.command(short_help="Add an actor.")
@click.argument("name", metavar="NAME")
@click.option("--kind", type=options.kind, required=True, help="What it is.")
@_ALIASES
@click.option(
    "--weak",
    multiple=True,
    metavar="NAME",
    help="Another name that counts only beside the full one, such as a surname.",
)
@click.option("--role", "roles", multiple=True, metavar="TEXT", help="An office that it holds.")
@click.option("--wikidata", default="", metavar="ITEM", help="Its item in Wikidata, like Q213122.")
@_DRY_RUN
def add(
    name: str,
    *,
    kind: str,
    aliases: tuple[str, ...],
    weak: tuple[str, ...],
    roles: tuple[str, ...],
    wikidata: str,
    dry_run: bool,
) -> None:
    """Add an actor that no import has found: NAME is the name to show.

    Its file is made in content/actors/, and every update that names it lists it from now on.
    """
    from sitegen.curation import add_actor, open_desk

    names = [*(Alias(name=one) for one in aliases), *(Alias(name=one, weak=True) for one in weak)]
    held = [Role(title=one) for one in roles]
    with understood():
        desk = open_desk(site_root())
        after = add_actor(desk, name, ActorKind(kind), aliases=names, roles=held, wikidata=wikidata)
        carry_out(desk, after, dry_run=dry_run)
        say_unnamed(desk, after)


@click.command(short_help="Give an actor more names.")
@click.argument("actor", metavar="ACTOR")
@_some("names", "NAME...")
@click.option("--weak", is_flag=True, help="They count only in a document that has another name of it too.")
@_DRY_RUN
def alias(actor: str, names: tuple[str, ...], *, weak: bool, dry_run: bool) -> None:
    """Give ACTOR more names: each NAME as texts print it.

    Updates that use one of them list the actor from now on.
    """
    from sitegen.curation import add_names, find_actor, open_desk

    with understood():
        desk = open_desk(site_root())
        after = add_names(desk, find_actor(desk.corpus, actor), [Alias(name=one, weak=weak) for one in names])
        carry_out(desk, after, dry_run=dry_run)


@click.command(short_help="Say that proposed actors are right.")
@_some("actors", "ACTOR...", required=False)
@click.option("--all", "everybody", is_flag=True, help="All that are proposed.")
@click.option("--kind", type=options.kind, help="What they are, where the import was wrong.")
@_DRY_RUN
def confirm(actors: tuple[str, ...], kind: str | None, *, everybody: bool, dry_run: bool) -> None:
    """Say that each ACTOR is right: it is then no longer marked as proposed."""
    from sitegen.curation import confirm as confirm_actors
    from sitegen.curation import find_actors, open_desk

    if everybody == bool(actors):
        raise click.UsageError("name the actors that are right, or say --all")
    with understood():
        desk = open_desk(site_root(), named=False)
        found = (
            tuple(one for one in desk.corpus.actors if one.proposed)
            if everybody
            else find_actors(desk.corpus, actors)
        )
        after = confirm_actors(desk, found, ActorKind(kind) if kind else None)
        carry_out(desk, after, dry_run=dry_run)


@click.command(short_help="Remove what is no actor.")
@_some("actors", "ACTOR...")
@_YES
@_DRY_RUN
def remove(actors: tuple[str, ...], *, yes: bool, dry_run: bool) -> None:
    """Remove each ACTOR that is none: a place, a heading, a misunderstanding.

    Its file goes, and every reference to it. Its names are written into content/actors/not-actors.yaml,
    so that no import proposes it again. Actors that are not only proposed are removed when you say yes.
    """
    from sitegen.curation import find_actors, open_desk
    from sitegen.curation import remove as remove_actors

    with understood():
        desk = open_desk(site_root())
        found = find_actors(desk.corpus, actors)
        precious = [one.name for one in found if not one.proposed]
        if precious and not (yes or dry_run):
            _ask(f"{', '.join(precious)}: not only proposed. Remove with what the file says of it?")
        carry_out(desk, remove_actors(desk, found), dry_run=dry_run)


@click.command(short_help="Make several actors one.")
@_some("actors", "ACTOR...")
@_DRY_RUN
def merge(actors: tuple[str, ...], *, dry_run: bool) -> None:
    """Make several actors one: the first ACTOR stays, the others go into it.

    Their names become its aliases, their offices and profiles its own; updates that list them list it.
    Addresses of their pages lead to its page.
    """
    from sitegen.curation import find_actors, open_desk
    from sitegen.curation import merge as merge_actors
    from sitegen.curation.merge import undoing

    with understood():
        desk = open_desk(site_root())
        kept, *others = find_actors(desk.corpus, actors)
        after = merge_actors(desk, kept, others)
        carry_out(desk, after, dry_run=dry_run)
        for other in others:
            if other.kind is not kept.kind:
                click.echo(
                    f"note: {other.name} was of kind {other.kind}, {kept.name} is {kept.kind}", err=True
                )
        commands = list(undoing(desk, after, kept, others))
        if commands:
            click.echo("To undo this, type:")
        for command in commands:
            click.echo(f"  {command}")


@click.command(short_help="Say that actors are not the same.")
@_some("actors", "ACTOR...")
@_DRY_RUN
def different(actors: tuple[str, ...], *, dry_run: bool) -> None:
    """Say that no two of these are the same, however like their names are.

    It is written into the file of the first, as different_from. 'sitegen actors suggest' does not ask again,
    and 'sitegen actors merge' refuses them.
    """
    from sitegen.curation import different as say_different
    from sitegen.curation import find_actors, open_desk

    with understood():
        desk = open_desk(site_root(), named=False)
        carry_out(desk, say_different(desk, find_actors(desk.corpus, actors)), dry_run=dry_run)


@click.command(short_help="Give names of an actor to another.")
@click.argument("actor", metavar="ACTOR")
@click.option(
    "--alias", "aliases", multiple=True, required=True, metavar="NAME", help="A name that is another actor's."
)
@click.option(
    "--name", default="", metavar="TEXT", help="What the other is called. [default: the first alias]"
)
@click.option("--kind", type=options.kind, help="What the other is. [default: the same]")
@click.option(
    "--slug",
    "slugs",
    multiple=True,
    metavar="TEXT",
    help="The other's file name, then any former ones that go along. [default: its name]",
)
@_DRY_RUN
def split(
    actor: str,
    aliases: tuple[str, ...],
    name: str,
    kind: str | None,
    slugs: tuple[str, ...],
    *,
    dry_run: bool,
) -> None:
    """Give names of ACTOR to another actor, who is made if there is none of that name."""
    from sitegen.curation import find_actor, open_desk
    from sitegen.curation import split as split_actor

    with understood():
        desk = open_desk(site_root())
        one = find_actor(desk.corpus, actor)
        after = split_actor(
            desk,
            one,
            aliases,
            name=name,
            kind=ActorKind(kind) if kind else None,
            slugs=slugs,
        )
        carry_out(desk, after, dry_run=dry_run)
        for new in () if kind else newcomers(desk, after):
            click.echo(
                f"note: {new.name} is of kind {new.kind}, as {one.name} is; another is said with --kind"
            )
        say_unnamed(desk, after)


@click.command(short_help="Say which updates are not about an actor.")
@click.argument("actor", metavar="ACTOR")
@_some("updates", "UPDATE...")
@_DRY_RUN
def off(actor: str, updates: tuple[str, ...], *, dry_run: bool) -> None:
    """Say that each UPDATE, a file below content/, is not about ACTOR, although its text seems to name it.

    It is written into the update, as not_actors, and survives every later command and import.
    """
    from sitegen.curation import find_actor, open_desk
    from sitegen.curation import off as take_off

    with understood():
        desk = open_desk(site_root())
        after = take_off(desk, find_actor(desk.corpus, actor), updates)
        carry_out(desk, after, dry_run=dry_run)


@click.command(short_help="Give an actor another name.")
@click.argument("actor", metavar="ACTOR")
@click.argument("name", metavar="NAME")
@click.option("--slug", default="", metavar="TEXT", help="What its file is called, like river-authority.")
@_DRY_RUN
def rename(actor: str, name: str, slug: str, *, dry_run: bool) -> None:
    """Call ACTOR by another NAME. The old one becomes an alias.

    A file that is called after the old name is called after the new one; the old address leads there.
    """
    from sitegen.curation import find_actor, open_desk
    from sitegen.curation import rename as rename_actor

    with understood():
        desk = open_desk(site_root())
        after = rename_actor(desk, find_actor(desk.corpus, actor), name, slug)
        carry_out(desk, after, dry_run=dry_run)


@click.command(short_help="Find anew whom updates name.")
@click.argument("timeline", default="")
@_YES
def retag(timeline: str, *, yes: bool) -> None:
    """Find anew whom updates name, after names of actors were changed in their files.

    Shows first what changes under `actors:`, in the updates of TIMELINE or in all, then asks. Whom you
    added there, although the text does not name them, moves to `also_actors:`; whom you took off, to
    `not_actors:`. There your decisions are kept for good.
    """
    from sitegen.curation import differences, open_desk, write
    from sitegen.curation import retag as retag_updates

    with understood():
        desk = open_desk(site_root())
        after = retag_updates(desk, timeline)
        found = differences(desk, after)
        unknown = set(after.found) - set(desk.found)
        say_diagnostics(unknown)
        if unknown and not found:
            click.echo("Nothing else changes.")
            return
        if not found:
            click.echo("Nothing changes: every update lists whom it names.")
            return
        show(found, in_full=True)
        if not yes and not can_ask():
            click.echo(f"Nothing was written. To change {counted(found)}, say --yes.")
            return
        if not yes:
            _ask(f"Change {counted(found)}?")
        write(after)
        click.echo(f"Written: {counted(found)}. Look at the result with 'sitegen serve'.")


def _ask(question: str) -> None:
    """Go on only if the answer is yes."""
    if not can_ask():
        raise click.UsageError(f"{question} Say --yes.")
    if not click.confirm(question):
        click.echo("Nothing was written.")
        raise SystemExit(0)


COMMANDS = (add, alias, confirm, remove, merge, different, split, rename, off, retag)
"""In the order in which an import is looked through."""
