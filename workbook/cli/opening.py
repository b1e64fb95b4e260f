"""`workbook FILE`: opens the app, where there is a terminal to open it in."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from workbook.cli.problem import Problem
from workbook.cli.settings import here
from workbook.cli.streams import on_terminal
from workbook.cli.verb import FILE, verb


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
    settings = here()
    curriculum, who, today = settings.curriculum(), settings.name(), settings.today()
    from workbook.session import open_session

    session = open_session(file, curriculum, who=who, today=today) if file else None
    if session:
        session.plan.today = settings.day_of(session.plan)
    from screens.app import run

    return run(curriculum, session, who=who, today=today, day_of=settings.day_of)
