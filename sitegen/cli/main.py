"""The group of commands."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click

from sitegen import __version__
from sitegen.cli.groups import Helpful

COMMANDS = {
    "new": "sitegen.cli.new:new",
    "import": "sitegen.cli.import_:import_",
    "importers": "sitegen.cli.importers:importers",
    "build": "sitegen.cli.build:build",
    "serve": "sitegen.cli.serve:serve",
    "actors": "sitegen.cli.actors:actors",
    "move": "sitegen.cli.sources:move",
    "remove": "sitegen.cli.sources:remove",
    "check": "sitegen.cli.check:check",
    "completion": "sitegen.cli.completion:completion",
}
"""In the order of a first day's work. Loaded when used, so that `sitegen --help` answers at once."""


HELP = """\
Turn saved live blogs into a searchable static archive.

\b
An archive is a folder:
  seeds/      the saved documents, never changed
  content/    what you curate: timelines, updates, actors, as text files
  themes/     your changes to the design, if any
  tools/      the sitegen that made it, to install from
  site.yaml   title, address, language
  build/      the site, made from the others

\b
A first day:
  sitegen new archive                        make an archive
  cd archive
  sitegen import SAVED.txt --timeline NAME   turn a saved live blog into content
  sitegen serve                              look at it, with live reload
  sitegen build                              make the site in build/

Exit status: 0 done; 1 the content or the site has problems, each printed as
file:line:column: code: what is wrong; how to mend it; 2 the command was not understood.
"""
"""Shown by `sitegen --help`. A paragraph after `\b` keeps its lines."""


class Commands(Helpful):
    """Loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of use, not of the alphabet."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every command explains itself: sitegen COMMAND --help.",
)
@click.version_option(__version__, message="sitegen %(version)s")
def group() -> None:
    """The command line."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; ends the process with its exit status."""
    group.main(args, prog_name="sitegen")
