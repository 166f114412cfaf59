"""`sitegen new`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from sitegen.cli.say import explained, plural
from sitegen.scaffold import new_archive


@click.command(short_help="Make a new archive.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--demo", is_flag=True, help="Put the sample archive in it, to play with.")
def new(folder: Path, *, demo: bool) -> None:
    """Make a new archive in DIR.

    Writes site.yaml, content/, themes/, seeds/, a README, files for git, a workflow that publishes the
    archive on GitHub Pages, and into tools/ this sitegen, to be installed from there in years to come.
    Never overwrites: what is there already stays as it is.
    """
    with explained():
        made = new_archive(folder, demo=demo)
    for name in made.kept:
        click.echo(f"kept     {folder / name} (it was there already)")
    click.echo(f"Made {plural(len(made.written), 'file')} in {folder}.")
    click.echo("Next:")
    click.echo(f"  cd {shlex.quote(str(folder))}")
    if demo:
        click.echo("  sitegen serve --open          look at the sample archive")
    else:
        click.echo("  sitegen import SAVED.txt --timeline NAME --date YYYY-MM-DD --timezone ZONE")
        click.echo("  sitegen serve --open")
