"""`sheets`: the stations of a data walk as Markdown, to print and hang up."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli.settings import here
from workbook.cli.streams import publish
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading


@verb(
    "sheets",
    "workbook sheets our.workbook.json                  writes our.sheets.md beside it",
    'workbook sheets our.workbook.json "Data walk, school gym"',
    "workbook sheets our.workbook.json -o - | pandoc -f gfm -o sheets.docx",
)
@FILE
@click.argument("walk", required=False)
@click.option("-o", "--output", "out", metavar="OUT", help="Where to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is not our own untouched sheets.")
def sheets_(file: Path, walk: str | None, out: str | None, force: bool) -> None:
    """Write the sheets of a data walk as Markdown: what hangs at each station, what is asked there,
    and room for notes. WALK is an activity's id or name; without it, all data walks."""
    from workbook.kinds import Ref
    from workbook.walking import print_sheets, printed

    with reading(file) as session:
        activity = Ref("activity").parse(walk, session.plan) if walk else None
        if out == "-":
            text, notes = printed(session.plan, activity)
            publish(text)
        else:
            to = Path(out) if out else None
            path, notes = print_sheets(session, activity=activity, out=to, force=force)
            here().note(f"Written: {path}")
    for sentence in notes:
        here().note(sentence)
