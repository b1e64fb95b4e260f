"""Writing the MAP to its file from any screen, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import Confirm
from workbook.curriculum import EDITIONS
from workbook.export import Refused, Shape, export_map, path_for
from workbook.reasoning.checks import told
from workbook.store import StoreError

if TYPE_CHECKING:
    from screens.app import WorkbookApp


def export(app: WorkbookApp, edition: str = EDITIONS[0], *, force: bool = False) -> None:
    """Writes an edition of the MAP beside the open workbook; asks before it replaces what is not
    its own."""
    assert app.session is not None
    shape = Shape(edition=edition)
    try:
        made = export_map(app.session, date=app.plan.today, force=force, shape=shape)
    except Refused:
        name = path_for(app.session.path, shape).name
        question = f"{name} was edited since it was exported, or is another file. Replace it?"
        app.push_screen(
            Confirm(question, "replace it"),
            lambda yes: export(app, edition, force=True) if yes else None,
        )
        return
    except StoreError as error:
        app.notify(str(error), severity="warning", timeout=10)
        return
    found = told(app.session.checks.standing)
    more = f" The checks find {found}." if found else ""
    app.notify(f"The MAP is in {made.path}, beside your workbook.{more}")
    if made.withheld:
        app.notify(f"Names left out, as nobody agreed to them: {len(made.withheld)}.")
