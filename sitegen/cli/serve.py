"""`sitegen serve`."""

from __future__ import annotations

import click

from sitegen.cli.say import explained, site_root


@click.command(short_help="Look at the archive, with live reload.")
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="Port. [default: 8000, or the next free one]"
)
@click.option("--open", "open_browser", is_flag=True, help="Open the archive in the browser.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Address to listen on; 0.0.0.0 lets other computers in.",
)
@click.option("--poll", is_flag=True, help="Look for changes every second: for network drives.")
def serve(port: int | None, host: str, *, open_browser: bool, poll: bool) -> None:
    """Look at the archive while you work on it.

    Builds into a folder of its own, serves it as GitHub Pages would, and watches content/, themes/ and
    site.yaml: save a file, and the page in the browser follows. When something is wrong, the page says
    where and how to mend it, and comes back by itself. Ctrl-C ends it.
    """
    from sitegen.serve import serve as serve_archive

    with explained():
        serve_archive(site_root(), host=host, port=port, open_browser=open_browser, poll=poll, say=click.echo)
