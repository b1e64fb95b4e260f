"""`undo`: taking back one's own last change, also of an earlier session."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.verb import FILE, verb
from workbook.cli.workbooks import changing

if TYPE_CHECKING:
    from workbook.session import Session

NAMED = 3
"""Changes that are named one by one, when many are taken back at once."""

BETWEEN = "the choice between two values, which stand both again"


@verb(
    "undo",
    "workbook undo our.workbook.json",
    "workbook undo our.workbook.json --force     also where a colleague changed it since",
)
@FILE
@click.option("--force", is_flag=True, help="Take it back also where it was changed since.")
def undo_(file: Path, force: bool) -> None:
    """Take back your own last change. Once more takes back the one before.

    Where somebody has changed the same place since, it says who and what, and leaves it. With
    --force it is taken back all the same, as a new change; theirs stays in the history.
    """
    with changing(file) as session:
        said = _taken_back(session, file, force=force)
    here().note(f"Taken back: {said}.")


def _taken_back(session: Session, file: Path, *, force: bool) -> str:
    """Takes it back and says what. Raises Problem."""
    from workbook.history.recalling import Recalling, clash
    from workbook.plan import ChangedSince

    curriculum, before = session.plan.curriculum, session.store.read() or {}
    try:
        edits = session.undo_last(force=force)
    except ChangedSince as error:
        found = clash(error, session)
        way = "" if error.gone else f" To do it: workbook undo {quote(str(file))} --force"
        raise Problem(f"{found}{way}") from None
    if not edits:
        raise Problem(f"There is nothing of {session.plan.who} to take back.")
    told = Recalling(curriculum, session.store.read() or {}, before).named(edits)
    said = [one.back for one in told[:NAMED]]
    said += [f"and {len(told) - NAMED:,} more changes"] * (len(told) > NAMED)
    return "; ".join(said) or BETWEEN
