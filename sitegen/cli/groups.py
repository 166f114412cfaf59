"""Groups of commands."""

from __future__ import annotations

import difflib

import click


class Helpful(click.Group):
    """Names the closest command where one is misspelt."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or an error that names the closest one."""
        known = self.list_commands(ctx)
        close = difflib.get_close_matches(args[0], known, n=1)
        if close and args[0] not in known:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{close[0]}'?")
        return super().resolve_command(ctx, args)
