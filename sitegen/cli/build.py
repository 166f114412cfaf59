"""`sitegen build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import options
from sitegen.cli.say import explained, plural, progress_bar, relative, say_diagnostics, site_root

if TYPE_CHECKING:
    from sitegen.build import BuildReport


@click.command(short_help="Make the site in build/.")
@options.output
@options.base_url
@options.strict
@options.drafts
@options.jobs
@click.option("--no-import", is_flag=True, help="Leave documents in seeds/ that were never imported.")
def build(
    output: Path | None,
    base_url: str | None,
    jobs: int | None,
    *,
    strict: bool,
    drafts: bool,
    no_import: bool,
) -> None:
    """Make the site.

    First imports documents in seeds/ that were never imported, with what their sidecars say.

    Only what changed is written, all of it or nothing: when something is wrong, the site on disk stays
    as it was. Files that sitegen did not write are never touched.
    """
    from sitegen.build import BuildOptions
    from sitegen.build import build as build_site
    from sitegen.cli.importing import import_new_seeds

    root = site_root()
    wanted = BuildOptions(
        root=root, output=output, base_url=base_url, strict=strict, drafts=drafts, jobs=jobs
    )
    if not no_import:
        with explained(strict=strict):
            import_new_seeds(root)
    with explained(strict=strict), progress_bar() as progress:
        report = build_site(wanted, progress)
    say_diagnostics(report.diagnostics)
    say_report(report)


def say_report(report: BuildReport) -> None:
    """What was made, how long it took, where to look."""
    made = ", ".join(
        plural(count, noun)
        for count, noun in (
            (report.updates, "update"),
            (report.actors, "actor"),
            (report.sources, "source"),
            (report.pages, "page"),
        )
    )
    click.echo(f"{made}: {report.seconds:.1f} s")
    written = f"{plural(report.written, 'file')} written"
    click.echo(f"{written}, {report.removed:,} removed, {report.unchanged:,} unchanged")
    click.echo(f"Open {relative(report.output / 'index.html')}, or run 'sitegen serve'.")
