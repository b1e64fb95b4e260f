"""Bringing back a workbook from Welcome: what there is, a question, and the way in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens.asking import Confirm
from screens.plain import brief
from workbook import recovery
from workbook.store import StoreError

if TYPE_CHECKING:
    from screens.app import WorkbookApp
    from workbook.recovery import Recovery, Together

GONE = "is gone from where it stood."
OLDER = "is older than the newest of its backups."
UNREADABLE = "cannot be read."


def offer(app: WorkbookApp, path: Path, what: str) -> bool:
    """Asks whether a workbook is to be brought back, and opens it then; says whether it can be.

    what: what is wrong with the file, as a sentence.
    """
    found = recovery.way_in(path)
    if found is None:
        return False
    question = f"{brief(what, 200)} {found.told()}"
    if found.seen is not None:
        question += " What stands in the file now is kept beside it."
    app.push_screen(
        Confirm(question, "bring it back", "leave it"),
        lambda yes: _take(app, path, found) if yes else None,
    )
    return True


def _take(app: WorkbookApp, path: Path, found: Recovery | Together) -> None:
    try:
        kept = found.take(app.who)
    except StoreError as error:
        app.notify(str(error), title="Nothing was brought back", severity="warning", timeout=12)
        return
    app.open_file(path)
    where = f" What stood in the file is kept as {kept.name}." if kept else ""
    app.notify(f"{brief(path.name, 60)} is back.{where}", timeout=12)


def why(path: Path) -> str:
    """What is wrong with a workbook that wants to be brought back, as the end of a sentence."""
    try:
        return UNREADABLE if recovery.looks_torn(path) else OLDER
    except FileNotFoundError:
        return GONE
    except OSError:
        return UNREADABLE
