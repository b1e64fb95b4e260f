"""`trace`: from what was heard to who keeps it up, both ways from any record."""

from __future__ import annotations

from pathlib import Path

import click

from workbook.cli import offering
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import reading


@verb(
    "trace",
    "workbook trace our.workbook.json A4",
    "workbook trace our.workbook.json hrd-7k3m9q2d",
    "workbook trace our.workbook.json fnd-7k3m9q2d --json",
)
@FILE
@click.argument("id", shell_complete=offering.RECORDS)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def trace_(file: Path, id: str, as_json: bool) -> None:
    """Follow a record both ways: what it comes from, what it leads to, where the line breaks.

    ID is a record's id, its code (A4, F2) or its name.
    """
    from workbook.cli.traced import Traced
    from workbook.kinds.text import visible

    with reading(file) as session:
        found = Traced(session, id)
        if as_json:
            publish_json(found.data())
        else:
            publish(visible("\n".join(found.told())) + "\n")
