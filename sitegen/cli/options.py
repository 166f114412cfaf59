"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sitegen.model import ActorKind

strict = click.option("--strict", is_flag=True, help="Let warnings stop the command, as errors do.")
drafts = click.option("--drafts", is_flag=True, help="Show updates that are marked 'draft: true'.")
jobs = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Processes to work with. [default: one per processor]",
)
base_url = click.option(
    "--base-url", metavar="URL", help="Address the site will have, instead of the one in site.yaml."
)
output = click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the site goes. [default: build/ in the archive]",
)


kind = click.Choice([one.value for one in ActorKind])
"""What an actor can be."""


def together(*decorators: Callable[..., Any]) -> Callable[..., Any]:
    """Several options as one decorator, in the order given."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate
