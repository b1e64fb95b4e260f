"""`worksheet`: a step as a sheet to write on, on paper or in any editor."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli import offering
from workbook.cli.asking import chosen
from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import publish
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading

MOST = 50
"""Empty rows of a table that a sheet may have."""


@verb(
    "worksheet",
    "workbook worksheet our.workbook.json --step activities -o sheet.md",
    "workbook worksheet our.workbook.json --chapter 2 --rows 3",
    "workbook import worksheet our.workbook.json sheet.md --dry-run",
)
@FILE
@click.option("--step", metavar="ID", shell_complete=offering.STEPS, help="Which step.")
@click.option(
    "--chapter",
    metavar="NAME",
    shell_complete=offering.CHAPTERS,
    help="All steps of a chapter, by number or name.",
)
@click.option(
    "--rows", type=click.IntRange(0, MOST), default=1, help="Empty rows of each table (1)."
)
@click.option("-o", "--output", "out", metavar="OUT", help="Where to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is not our own untouched sheet.")
def worksheet_(
    file: Path, step: str | None, chapter: str | None, rows: int, out: str | None, force: bool
) -> None:
    """Write a step as a worksheet: every question and table, what stands there now, and marks that
    say where each answer belongs.

    It can be filled in with any editor, or on paper, and `workbook import worksheet` takes it
    back. What is private is not on it.
    """
    from workbook.export import keep, sheet_path
    from workbook.worksheets.sheet import worksheet

    if step is None and chapter is None:
        raise Problem("Say which: --step activities, or --chapter 3.")
    with reading(file) as session:
        steps = chosen(session.plan.curriculum, step, chapter)
        text = worksheet(session.plan, steps, new=rows)
        if out == "-":
            publish(text)
            return
        to = Path(out) if out else sheet_path(session.path, step or f"chapter-{steps[0].chapter}")
        keep(session, to, text, force=force)
        here().note(f"Written: {to}")
