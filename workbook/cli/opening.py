"""`workbook FILE`: opens the app, where there is a terminal to open it in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from workbook.cli.asking import asker, walked, why_plain
from workbook.cli.problem import FAULT, Problem
from workbook.cli.settings import here
from workbook.cli.streams import on_terminal
from workbook.cli.verb import FILE, verb

if TYPE_CHECKING:
    from workbook.curriculum import Curriculum
    from workbook.session import Session


@verb("open", "workbook prairie-fork.workbook.json")
@FILE
def open_(file: Path) -> int:
    """Open a workbook."""
    return app(file)


def app(file: Path | None) -> int:
    """Opens the app on a workbook, or on its list of them; gives the exit code.

    Raises Problem without a terminal.
    """
    if not on_terminal():
        name = quote(str(file)) if file else "FILE"
        raise Problem(
            "The screens need a terminal. Without one, use "
            f"workbook status {name}, workbook ask {name} --plain or workbook export {name}."
        )
    if why := why_plain():
        return _plainly(file, why)
    settings = here()
    curriculum, who, today = settings.curriculum(), settings.name(), settings.today()
    session = _opened(file, curriculum, who, today) if file else None
    if session:
        session.plan.today = settings.day_of(session.plan)
    from screens.app import run

    fine = run(
        curriculum,
        session or file,
        who=who,
        today=today,
        day_of=settings.day_of,
        debug=settings.debug,
    )
    return 0 if fine else FAULT


def _plainly(file: Path | None, why: str) -> int:
    """Where there are no screens the same workbook is asked line by line. Raises Problem where
    none is named."""
    if file is None:
        raise Problem(
            f"{why}: no screens. Name a workbook to be asked line by line, as in workbook FILE; "
            "workbook new makes one, and workbook demo writes the example."
        )
    lines = asker(plain=True)
    lines.say(f"{why}: plain questions, no screens.")
    return walked(file, lines)


def _opened(file: Path, curriculum: Curriculum, who: str, today: date) -> Session | None:
    """The workbook of a file; None for one that is damaged and that the app can bring back.

    Raises StoreError for one that nobody can open.
    """
    from workbook.session import open_session
    from workbook.store.failure import Damaged

    try:
        return open_session(file, curriculum, who=who, today=today)
    except Damaged:
        from workbook.recovery import way_in

        if way_in(file) is None:
            raise
        return None
