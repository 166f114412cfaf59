import click


@click.command(short_help="x")
def serve() -> None:
    """x"""
