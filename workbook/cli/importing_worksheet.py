"""`import worksheet`: what was written on a worksheet, back in its fields."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbook.cli.problem import Problem
from workbook.cli.refusing import refuse
from workbook.cli.settings import here
from workbook.cli.streams import publish
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing, reading


@verb(
    "import worksheet",
    "workbook import worksheet our.workbook.json sheet.md --dry-run",
    "workbook import worksheet our.workbook.json sheet.md",
    "workbook import worksheet our.workbook.json - < sheet.md",
)
@FILE
@click.argument("source", metavar="SHEET")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--update", is_flag=True, help="Where both changed since, take the sheet's answer.")
def import_worksheet_(file: Path, source: str, dry_run: bool, update: bool) -> None:
    """Take what was written on a worksheet back into the workbook.

    All or nothing: a line that can be put nowhere is named, and then nothing is taken in. What
    nobody touched on the sheet stays as it is in the workbook; an answer that was emptied is
    emptied. `workbook undo` takes all of it back at once. SHEET is a file, or - for standard input.
    """
    from workbook.kinds.text import visible
    from workbook.worksheets.taking import lines, read, take_in

    text = _text(source)
    with (reading if dry_run else changing)(file) as session:
        taken = read(session.plan, text, update=update)
        refuse(taken.wrong, source, "line", "taken in", "nothing was changed")
        if not dry_run:
            take_in(session.plan, taken)
    told = [visible(one) for one in lines(taken)]
    if dry_run:
        publish("".join(f"{one}\n" for one in [*told, "Nothing was changed."]))
    else:
        for one in told:
            here().note(one)


def _text(source: str) -> str:
    """What a sheet says. Raises Problem and Unreadable."""
    from workbook.imports.sheet import LARGEST, load

    data = sys.stdin.buffer.read(LARGEST + 1) if source == "-" else load(Path(source))
    if len(data) > LARGEST:
        raise Problem(f"{source} is larger than {LARGEST >> 20} MB, which no worksheet is.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{source} is not UTF-8 text; save it as UTF-8 and try again.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
