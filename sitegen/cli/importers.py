"""`sitegen importers`."""

from __future__ import annotations

import click


@click.command(short_help="List what can be imported.")
def importers() -> None:
    """List the importers: the name that --format takes, and what it reads.

    An import looks at the document and takes the importer that is surest that it can read it.
    """
    from sitegen.importers.registry import IMPORTERS

    width = max(len(importer.name) for importer in IMPORTERS)
    for importer in IMPORTERS:
        click.echo(f"{importer.name:{width}}  {importer.title}")
