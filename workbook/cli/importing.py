"""`import`: people and organizations from a spreadsheet, into the register."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbook.cli.problem import Problem
from workbook.cli.refusing import refuse
from workbook.cli.settings import here
from workbook.cli.streams import publish
from workbook.cli.verb import FILE, verb
from workbook.cli.watched import watched
from workbook.cli.workbooks import changing, reading

if TYPE_CHECKING:
    from workbook.imports.register import Changes, Choice, Incoming, Row
    from workbook.plan import Plan
    from workbook.session import Session

SLOW = 500
"""Rows from which it is said how far the reading is."""


@verb(
    "import",
    "workbook import our.workbook.json people.csv --dry-run",
    "workbook import our.workbook.json people.csv",
    'workbook import our.workbook.json people.csv --column "Agency=organisation"',
    "workbook import our.workbook.json people.csv --likely new --no-input",
    "workbook import our.workbook.json - < people.csv",
)
@FILE
@click.argument("source", metavar="CSV")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--update", is_flag=True, help="Where both say something, take the file's value.")
@click.option(
    "--column", "columns", multiple=True, metavar="HEADER=FIELD",
    help="Which field a column is, where its name does not say it.",
)  # fmt: skip
@click.option(
    "--likely", type=click.Choice(["same", "new", "skip"]),
    help="What a row is that is likely somebody of the register. Else it is asked.",
)  # fmt: skip
@click.option("--encoding", default="utf-8", help="How the file is written, if not as UTF-8.")
@click.option("--no-input", is_flag=True, help="Ask nothing; what is needed must be given.")
def import_(
    file: Path, source: str, dry_run: bool, columns: tuple[str, ...], no_input: bool,
    **how: str | bool | None,
) -> None:  # fmt: skip
    """Take people and organizations from a CSV file into the register.

    Columns are found by their names: those of the register, or a field's own (Name, Organization,
    Sector, power, …). Nothing is taken in unless every cell can be, and undo takes all of it back.
    Who is called the same, of the same organization, is the same: of them only what is empty is
    filled. CSV is a file, or - for standard input.
    """
    more = dict(_column(one) for one in columns)
    with (reading if dry_run else changing)(file) as session:
        incoming = _read(session.plan, source, more, str(how["encoding"]))
        choice = _choice(how["likely"], ask=not (no_input or dry_run), dry_run=dry_run)
        found = _changes(session.plan, incoming, choice, update=bool(how["update"]))
        if not dry_run:
            _take_in(session, found)
    _tell(incoming, found, dry_run=dry_run)


def _column(given: str) -> tuple[str, str]:
    column, _, field = given.rpartition("=")
    if not column or not field:
        raise Problem(f"Write --column “{given[:40]}” as HEADER=FIELD.")
    return column, field


def _read(plan: Plan, source: str, more: Mapping[str, str], encoding: str) -> Incoming:
    """All rows of the file. Raises Problem, after naming the cells, where one cannot be kept."""
    from workbook.imports.columns import Columns
    from workbook.imports.register import read
    from workbook.imports.sheet import LARGEST, load, sheet

    _known(encoding)
    columns = Columns(plan, "stakeholder", more)
    data = sys.stdin.buffer.read(LARGEST + 1) if source == "-" else load(Path(source))
    found = sheet(data, columns.knows, encoding=encoding)
    count = len(found.lines)
    with watched(count, f"{count:,} rows", slow=SLOW) as watch:
        incoming = read(plan, found, columns, watch)
    refuse(incoming.wrong, source, "cell", "kept", "nothing was taken in")
    return incoming


def _known(encoding: str) -> None:
    import codecs

    try:
        known = codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise Problem(f"No encoding is called “{encoding[:40]}”.") from None
    if not known._is_text_encoding:
        raise Problem(f"“{encoding[:40]}” is no encoding of text.")


def _choice(likely: object, *, ask: bool, dry_run: bool) -> Callable[[Plan, Row], Choice]:
    """What decides on a row that is likely somebody."""

    def choose(plan: Plan, row: Row) -> Choice:
        if likely in ("same", "new", "skip"):
            return likely
        if dry_run:
            return "skip"
        if not ask or not sys.stdin.isatty():
            raise Problem(
                f"Line {row.line} is likely somebody who is there already; say what it is: "
                "--likely same, new or skip. --dry-run lists all of them."
            )
        return _ask(plan, row)

    return choose


def _ask(plan: Plan, row: Row) -> Choice:
    """Asks whether a row is somebody who is there."""
    from workbook.kinds.text import visible

    record = plan.record(row.likely)
    there = f"“{plan.label(row.likely)}”" if record else row.likely
    if record and (of := plan.shown(record, "organisation")):
        there += f" ({of})"
    mine = f"“{row.values['name']}”"
    if mine_of := row.values.get("organisation"):
        mine += f" ({mine_of})"
    said: Choice = click.prompt(
        visible(f"Line {row.line}, {mine}: the same as {there}?"),
        type=click.Choice(["same", "new", "skip"]), err=True,
    )  # fmt: skip
    return said


def _changes(
    plan: Plan, incoming: Incoming, choose: Callable[[Plan, Row], Choice], *, update: bool
) -> Changes:
    from workbook.imports.register import changes, decided

    rows, skipped = decided(incoming, lambda row: choose(plan, row))
    return changes(plan, rows, update=update, skipped=skipped)


def _take_in(session: Session, found: Changes) -> None:
    from workbook.imports.register import take_in

    take_in(session.plan, found)


def _tell(incoming: Incoming, found: Changes, *, dry_run: bool) -> None:
    """What was done, on standard error; of a dry run what would be, as its product."""
    from workbook.imports.telling import preview, summary
    from workbook.kinds.text import visible

    if dry_run:
        publish("".join(f"{visible(one)}\n" for one in preview(incoming, found)))
    else:
        for one in summary(incoming, found):
            here().note(one)
