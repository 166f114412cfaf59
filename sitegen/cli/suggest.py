"""`sitegen actors suggest`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sitegen.cli.curating import carry_out, understood
from sitegen.cli.say import site_root

if TYPE_CHECKING:
    from sitegen.curation.suggest import Suggestion


@click.command(short_help="Find what might be corrected.")
@click.argument("timeline", default="")
@click.option(
    "--accept", default="", metavar="NUMBERS", help="Do what stands under these numbers, like 1,4-6."
)
@click.option(
    "--ner", default="", metavar="MODEL", help="A model of spaCy that finds names too, like en_core_web_sm."
)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
def suggest(timeline: str, accept: str, ner: str, *, dry_run: bool) -> None:
    """Find what might be corrected: new actors, actors that may be one, actors that no update names.

    Looks at all updates, or at those of TIMELINE. Each suggestion has a number, the reason, sentences to
    judge by, and the command that does it. Nothing is changed unless you type that command, or accept the
    number. New actors are found by rules; with --ner a language model helps, and what it adds says so. Models
    are installed with spaCy; nothing is sent anywhere.
    """
    from sitegen.actors.ner import load_model, model_recogniser
    from sitegen.annotate import annotate
    from sitegen.content import read_site
    from sitegen.curation import open_desk
    from sitegen.curation.retag import check_timeline
    from sitegen.curation.suggest import accept as accepted
    from sitegen.curation.suggest import suggest as suggestions

    with understood():
        root = site_root()
        corpus = read_site(root)
        check_timeline(corpus, timeline)
        more = [model_recogniser(load_model(ner))] if ner else []
        found = suggestions(annotate(corpus)[0], timeline, more)
        if not accept:
            _print(found, timeline, ner)
            return
        wanted = _chosen(accept, len(found))
        before = after = open_desk(root)
        for number in wanted:
            after = accepted(after, found[number - 1])
        carry_out(before, after, dry_run=dry_run)


def _print(found: Sequence[Suggestion], timeline: str, ner: str) -> None:
    for line in _lines(found):
        click.echo(line)
    if not found:
        click.echo("Nothing to suggest.")
    numbers = [number for number, one in enumerate(found, start=1) if one.by_number]
    if numbers:
        which = f" {timeline}" * bool(timeline) + f" --ner {ner}" * bool(ner)
        click.echo("")
        click.echo("To do what stands here, type the commands that are right, or the numbers, for example:")
        click.echo(f"  sitegen actors suggest{which} --accept {','.join(map(str, numbers[:2]))}")
    elif found:
        click.echo("")
        click.echo("To do what stands here, type the commands that are right.")


def _lines(found: Sequence[Suggestion]) -> Iterator[str]:
    width = len(str(len(found)))
    indent = " " * (width + 2)
    heading = ""
    for number, suggestion in enumerate(found, start=1):
        if suggestion.group != heading:
            yield from ([""] if heading else [])
            heading = suggestion.group
            yield click.style(f"{heading}", bold=True)
        yield ""
        yield f"{number:{width}}  {click.style(suggestion.title, bold=True)}: {suggestion.reason}"
        for sample in suggestion.samples:
            yield f"{indent}  {sample.before}{click.style(sample.name, underline=True)}{sample.after}"
            yield f"{indent}    {sample.path}"
        yield f"{indent}{suggestion.command}"
        if suggestion.otherwise:
            yield f"{indent}or, if they are not the same: {suggestion.otherwise}"


def _chosen(typed: str, most: int) -> list[int]:
    """`1,4-6` as numbers, each once, in order."""
    chosen: set[int] = set()
    for part in re.split(r"[,\s]+", typed.strip()):
        span = re.fullmatch(r"(\d+)(?:-(\d+))?", part)
        first, last = (int(span[1]), int(span[2] or span[1])) if span else (0, 0)
        if not 1 <= first <= last <= most:
            raise click.UsageError(f"'{part}' is none of the numbers from 1 to {most}: write them like 1,4-6")
        chosen |= set(range(first, last + 1))
    return sorted(chosen)
