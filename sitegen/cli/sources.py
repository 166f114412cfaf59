"""`sitegen remove` and `sitegen move`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sitegen.cli.curating import understood
from sitegen.cli.say import plural, site_root

if TYPE_CHECKING:
    from sitegen.curation.relocation import Relocation

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")

_LISTED = 20
"""Most updates that are listed."""


@click.command(short_help="Take a source or a timeline out.")
@click.argument("name", metavar="NAME")
@_DRY_RUN
def remove(name: str, *, dry_run: bool) -> None:
    """Take a source out of the archive, or a timeline with all its sources: NAME is what its record or
    its folder in content/ is called.

    Nothing is deleted. Its files go to the folder removed/, also its saved documents, so that no build
    imports them again, and the actors that only it proposed and nobody has looked at.
    """
    from sitegen.curation.aside import set_aside

    with understood():
        plan = set_aside(site_root(), name)
        _do(plan, dry_run=dry_run)
    click.echo(f"To undo it, copy what is in {plan.aside}/ back into the archive's folder.")
    click.echo("Addresses of its pages lead nowhere from the next build on. Where others may have linked to")
    click.echo("an update, withdraw it instead: its page then says when and why.")


@click.command(short_help="Move a source into another timeline.")
@click.argument("name", metavar="NAME")
@click.argument("timeline", metavar="TIMELINE")
@_DRY_RUN
def move(name: str, timeline: str, *, dry_run: bool) -> None:
    """Move a source into another TIMELINE: NAME is what its record in content/ is called.

    Its updates go along as they are, with all that you edited, and their old addresses lead to the new ones.
    If NAME is a timeline, all its sources move; if there is no TIMELINE of that name, it is made, which also
    is how a timeline gets another name.
    """
    from sitegen.curation.transfer import transfer

    with understood():
        plan = transfer(site_root(), name, timeline)
        if not plan.steps:
            click.echo("Nothing changes: it is there already.")
            return
        _do(plan, dry_run=dry_run)
    if plan.aside:
        click.echo(
            f"What was left of the old timeline is in {plan.aside}/: its title and summary, for instance."
        )


def _do(plan: Relocation, *, dry_run: bool) -> None:
    """Do it unless it is only tried, and say what was done."""
    from sitegen.curation.relocation import Part, carry_over

    if not dry_run:
        carry_over(plan)
    for part in Part:
        files = [step for step in plan.steps if step.part is part]
        if len(files) == 1 or (files and part not in (Part.UPDATE, Part.PICTURE, Part.ACTOR)):
            for step in files:
                click.echo(f"{step.old}: written" if step.old == step.new else f"{step.old} -> {step.new}")
        elif files:
            click.echo(f"{plural(len(files), part.value)}, as {files[0].old} -> {files[0].new}")
    if plan.edited:
        click.echo(f"With them {plural(len(plan.edited), 'update')} that somebody edited:")
    for path in plan.edited[:_LISTED]:
        click.echo(f"  {path}")
    if len(plan.edited) > _LISTED:
        click.echo(f"  ... and {len(plan.edited) - _LISTED:,} more")
    done = plural(len(plan.steps), "file")
    click.echo(f"A dry run: nothing was done. {done} would be." if dry_run else f"Done: {done}.")
