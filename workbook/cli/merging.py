"""`merge`: two workbooks that came from one, as one; git calls it for each file."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from workbook.cli.settings import here
from workbook.cli.streams import publish, publish_json
from workbook.cli.verb import PATH, verb

SCHEMA = "merge/1"


@verb(
    "merge",
    "workbook merge before.workbook.json ours.workbook.json theirs.workbook.json",
    "workbook merge before.workbook.json ours.workbook.json theirs.workbook.json --dry-run",
)
@click.argument("base", type=PATH)
@click.argument("ours", type=PATH)
@click.argument("theirs", type=PATH)
@click.option("--path", metavar="NAME", help="What the file is called, where git gives it another.")
@click.option("--dry-run", is_flag=True, help="Only look; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def merge_(
    base: Path, ours: Path, theirs: Path, path: str | None, dry_run: bool, as_json: bool
) -> None:
    """Put what was changed in THEIRS since BASE into OURS.

    Where both changed the same field, ours stays and theirs waits as a conflict to be settled:
    the exit code is 0 and OURS is a workbook that opens. Where one of the three is no workbook,
    or of a newer format, nothing is written and the exit code is 3, which git takes for a merge
    that a person has to finish. `git-setup` makes git call this.
    """
    from workbook.times import now
    from workbook.together.merging import merged, write

    settings = here()
    who = settings.name()
    found = merged(base, ours, theirs, who=who, at=now())
    written = not dry_run and write(ours, found, who=who)
    if as_json:
        publish_json(
            {
                "schema": SCHEMA, "file": path or str(ours), "dry_run": dry_run,
                "written": written, "taken": found.taken, "new_conflicts": found.new,
                "conflicts": found.conflicts,
            }
        )  # fmt: skip
    elif dry_run:
        taken = "1 place" if found.taken == 1 else f"{found.taken} places"
        waits = f"; {found.new} would wait to be settled" if found.new else ""
        publish(f"{taken} would come from theirs{waits}.\nNothing was written.\n")
    elif found.conflicts:
        places = "1 place waits" if found.conflicts == 1 else f"{found.conflicts} places wait"
        settings.note(
            f"{path or ours}: {places} to be settled: workbook conflicts {quote(path or str(ours))}"
        )
