"""`sitegen completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

HELP = """\
Print a script that completes sitegen's commands and options in your shell.

\b
bash:  echo 'eval "$(sitegen completion bash)"' >> ~/.bashrc
zsh:   echo 'eval "$(sitegen completion zsh)"' >> ~/.zshrc
fish:  sitegen completion fish > ~/.config/fish/completions/sitegen.fish
"""


@click.command(short_help="Print shell completion.", help=HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a completion script."""
    found = get_completion_class(shell)
    assert found is not None
    group = click.get_current_context().find_root().command
    click.echo(found(group, {}, "sitegen", "_SITEGEN_COMPLETE").source())
