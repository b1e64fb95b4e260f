"""`completion`: what makes Tab complete the command in bash, zsh and fish."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from workbook.cli.streams import publish
from workbook.cli.verb import verb

SHELLS = ("bash", "zsh", "fish")


@verb(
    "completion",
    'eval "$(workbook completion bash)"              a line for ~/.bashrc',
    'eval "$(workbook completion zsh)"               a line for ~/.zshrc',
    "workbook completion fish > ~/.config/fish/completions/workbook.fish",
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion_(shell: str) -> None:
    """Print what makes Tab complete commands, options, steps and records in your shell.

    Tab then offers the files, and of the workbook that is named the ids of its answers and
    records, in zsh and fish with what they are called.
    """
    from workbook.cli.main import COMPLETE, program

    found = get_completion_class(shell)
    assert found is not None
    publish(found(program, {}, "workbook", COMPLETE).source() + "\n")
