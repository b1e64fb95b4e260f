"""Opening a workbook from Welcome: a file, a new one, the worked example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screens import places
from screens.example import FILE as EXAMPLE
from screens.places import Place
from workbook.session import Session, new_session, open_session
from workbook.store import StoreError
from workbook.store.failure import Damaged, reason

if TYPE_CHECKING:
    from screens.app import WorkbookApp

GIVEN = 5
"""A workbook with no more answers than `workbook new` asks for is a new one."""


def open_file(app: WorkbookApp, path: Path) -> None:
    """Opens a file, or says in a sentence why not; offers a backup of one that is damaged."""
    _try(app, partial(open_session, path, app.curriculum, who=app.who, today=app.today), path)


def make(app: WorkbookApp, path: Path, answers: Mapping[str, Any]) -> None:
    """Makes a workbook with the answers that it begins with, and opens it."""

    def making() -> Session:
        session = new_session(path, app.curriculum, who=app.who, today=app.today)
        for id, value in answers.items():
            session.plan.put(id, value)
        session.save()
        return session

    _try(app, making)


def open_example(app: WorkbookApp) -> None:
    """Opens this user's own copy of the worked example."""
    try:
        path = places.example_path()
        if not path.exists():
            path.write_bytes(EXAMPLE.read_bytes())
    except OSError as error:
        app.notify(f"The example cannot be copied: {reason(error)}.", severity="warning")
        return
    open_file(app, path)


def _try(app: WorkbookApp, opening: Callable[[], Session], path: Path | None = None) -> None:
    if app.session is not None:  # fast fingers: one is open already
        return
    try:
        session = opening()
    except Damaged as error:
        from screens import recovering

        if path is None or not recovering.offer(app, path, error.what):
            app.notify(str(error), title="This file was not opened", severity="warning", timeout=12)
        return
    except StoreError as error:
        app.notify(str(error), title="This file was not opened", severity="warning", timeout=12)
        return
    session.plan.today = app.day_of(session.plan)
    app.begin(session)


def first_place(app: WorkbookApp) -> Place:
    """Where a workbook opens that was never left: a new one on its first empty question."""
    plan, curriculum = app.plan, app.curriculum
    if sum(plan.answer(id) is not None for id in curriculum.prompts) > GIVEN:
        return Place("overview")
    first = next(iter(curriculum.steps.values()))
    empty = [one.id for one in first.prompts if not one.table and plan.answer(one.id) is None]
    return Place("step", first.id, next(iter(empty), ""))
