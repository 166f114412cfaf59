"""`sitegen importers`."""

from __future__ import annotations

import click


@click.command(short_help="List what can be imported.")
def importers() -> None:
    """List the importers: the name that --format takes, and what it reads.

    An import looks at the document and takes the importer that is surest that it can read it. A web
    archive holds many documents, and each is read by an importer of its own.
    """
    from sitegen.importers.registry import ARCHIVES, IMPORTERS

    width = max(len(importer.name) for importer in IMPORTERS)
    for importer in IMPORTERS:
        click.echo(f"{importer.name:{width}}  {importer.title}")
    click.echo("\nWeb archives are always known by what is in them, and --format is about their pages:\n")
    for archive in ARCHIVES:
        click.echo(f"{archive.name:{width}}  {archive.title}")
