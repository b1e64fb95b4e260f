"""`git-setup`: a clone of git that merges workbooks field by field."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.streams import publish
from workbook.cli.verb import PATH, verb


@verb(
    "git-setup",
    "workbook git-setup                 the clone that you stand in",
    "workbook git-setup ~/our-plan      another one",
    "workbook git-setup --undo",
)
@click.argument("folder", metavar="[DIR]", type=PATH, default=".")
@click.option("--undo", is_flag=True, help="Take back what was set up.")
def git_setup_(folder: Path, undo: bool) -> None:
    """Teach a clone of git to merge workbooks field by field.

    Once in every clone: git keeps no such setting in what it shares. It names the merge in
    .gitattributes and the folders beside workbooks in .gitignore (commit these two), and tells
    this clone's own configuration how to call this program. Nothing else is touched.
    """
    from workbook.kinds.text import visible
    from workbook.together.git_setup import set_up, take_back

    done = (take_back if undo else set_up)(folder)
    nothing = "Nothing was set up here." if undo else "All of it was set up already."
    publish("".join(visible(line) + "\n" for line in done or [nothing]))
