import click


@click.command(short_help="x")
def import_() -> None:
    """x"""
