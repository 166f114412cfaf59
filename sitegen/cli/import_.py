"""`sitegen import`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import options
from sitegen.cli.say import explained, progress_bar, site_root


@click.command("import", short_help="Turn saved live blogs into content.")
@click.argument(
    "sources",
    metavar="SOURCE...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@options.together(
    click.option("--timeline", default="", metavar="NAME", help="Timeline it tells: the folder in content/."),
    click.option("--date", default="", metavar="DATE", help="Day of the oldest update, like 2022-01-06."),
    click.option(
        "--date-order",
        default="",
        metavar="ORDER",
        help="Which number of dates such as 3/4/2024 stands first: day/month or month/day.",
    ),
    click.option(
        "--timezone", default="", metavar="ZONE", help="Zone of the printed times, like Europe/London."
    ),
    click.option("--publisher", default="", metavar="TEXT", help="Who published it."),
    click.option("--url", default="", metavar="URL", help="Where it was published."),
    click.option(
        "--title", default="", metavar="TEXT", help="Its headline, if its own is not the right one."
    ),
    click.option(
        "--captured", default="", metavar="TIME", help="When it was saved, like 2022-01-07T09:00+00:00."
    ),
    click.option("--language", default="", metavar="TAG", help="Language of its text, like en."),
    click.option(
        "--encoding",
        default="",
        metavar="NAME",
        help="Encoding of its text, if it is not certain, like windows-1251.",
    ),
    click.option("--format", default="", metavar="NAME", help="How to read it, if sitegen mistakes it."),
    click.option(
        "--stamp",
        default="",
        metavar="PATTERN",
        help="How the stamps of plain text look, if sitegen mistakes them, like '{time}: {title}'.",
    ),
    click.option(
        "--columns",
        default="",
        metavar="ROLE=NAME,...",
        help="Which column of a table or key of a list holds what, like 'time=Zeit,text=Inhalt'.",
    ),
    click.option(
        "--untimed",
        is_flag=True,
        help="Import updates without any time too, in page order and marked as such.",
    ),
    click.option(
        "--keep-images",
        is_flag=True,
        help="Keep the pictures of updates, where they were saved with the document.",
    ),
    click.option(
        "--source",
        default="",
        metavar="NAME",
        help="The source in the archive that it is another saving of, or 'new' for one of its own.",
    ),
    click.option(
        "--time",
        "times",
        multiple=True,
        metavar="'LINE=TIME'",
        help="Time of one update that stays in doubt, like 'line 41=2024-10-27T01:30+00:00'.",
    ),
    click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing."),
)
def import_(sources: tuple[Path, ...], *, dry_run: bool, **given: str | bool | tuple[str, ...]) -> None:
    """Turn saved live blogs into content files.

    Finds the updates of each SOURCE and writes one file for each below content/. What the document
    does not tell is taken from the options, or from a file SOURCE.yaml beside it with the same
    names; what is still not known is asked. A document from elsewhere is copied into seeds/, byte for
    byte.

    Of a web archive (WARC, WACZ) each page that is a live blog is imported, with its address and the
    moment of saving; --url names the one page that is meant.

    Import a document as often as you like: files that you edited are never overwritten.
    """
    from sitegen.cli.importing import import_documents
    from sitegen.cli.planning import IN_FULL, can_ask
    from sitegen.ingest import ImportRequest

    requests = [ImportRequest(document=source, options=given) for source in sources]
    many = len(requests) > IN_FULL
    # A bar and a question can't share a terminal: of many documents none is asked about.
    with explained(), progress_bar(wanted=many) as progress:
        import_documents(
            site_root(), requests, dry_run=dry_run, ask=can_ask() and not many, progress=progress
        )
