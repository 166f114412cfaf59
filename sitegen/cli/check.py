"""`sitegen check`."""

from __future__ import annotations

import click

from sitegen.cli import options
from sitegen.cli.say import explained, progress_bar, say_diagnostics, site_root, stop
from sitegen.diagnostics import errors


@click.command(short_help="Find everything that is wrong.")
@options.base_url
@options.strict
@options.drafts
@options.jobs
def check(base_url: str | None, jobs: int | None, *, strict: bool, drafts: bool) -> None:
    """Find everything that is wrong with the content and the site. Writes nothing.

    Reads all content, holds every saved document against its recorded SHA-256, makes every page in
    memory, and follows every link and anchor inside the site.
    """
    from sitegen.build import BuildOptions
    from sitegen.build import check as check_archive

    wanted = BuildOptions(root=site_root(), base_url=base_url, strict=strict, drafts=drafts, jobs=jobs)
    with explained(strict=strict), progress_bar() as progress:
        found = check_archive(wanted, progress)
    if errors(found, strict=strict):
        stop(found, strict=strict)
    say_diagnostics(found)
    click.echo("Nothing is wrong." if not found else "No errors.")
