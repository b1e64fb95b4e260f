"""Keeping the plan under a name, and choosing an earlier state to compare with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from screens.asking import Asking, ask
from screens.picker import Pickable, Picker
from screens.places import Place
from workbook.history.points import Points
from workbook.kinds import Invalid
from workbook.store import StoreError
from workbook.store.backups import said
from workbook.store.snapshots import Snapshots, checked

if TYPE_CHECKING:
    from screens.app import WorkbookApp

AGES = (("A week ago", 7), ("A month ago", 30), ("Three months ago", 91))
"""Days that are offered where the history reaches them."""


def keep(app: WorkbookApp) -> None:
    """Asks for a name and keeps the plan as it stands now under it."""
    if app.session is None:
        return
    app.plan.settle()
    points = Points(app.session)
    question = "Keep the plan as it stands now under the name:"
    asking = Asking(question, wrong=partial(_wrong, points.snapshots))
    ask(app, asking, partial(_keep, app, points))


def _wrong(kept: Snapshots, name: str) -> str:
    """Why a name cannot be taken, "" where it can."""
    try:
        name = checked(name)
    except StoreError as error:
        return str(error)
    return f"There is a snapshot called “{name}” already." if kept.find(name) else ""


def _keep(app: WorkbookApp, points: Points, name: str) -> None:
    try:
        points.snapshots.keep(name, points.now)
    except StoreError as error:
        raise Invalid(str(error)) from None
    app.notify(f"Kept as “{checked(name)}”. F12, then c, compares with it.")


def compare(app: WorkbookApp, *, before: int | None = None) -> None:
    """Asks for an earlier state and says what changed since. before: the number of the history
    after which the selected change came, offered first."""
    if app.session is None:
        return
    app.plan.settle()
    items = list(_states(app, before))
    picker = Picker("What changed since …", items, makes=[("a day, such as 2027-06-30: {}", str)])
    app.push_screen(picker, lambda picked: _go(app, picked[0]) if picked else None)


def _go(app: WorkbookApp, word: str) -> None:
    place = Place("compare", word)
    view = app.frame.view
    if view is not None and view.view == "compare":
        app.swap(place)
    else:
        app.visit(place)


def _states(app: WorkbookApp, before: int | None) -> Iterator[Pickable]:
    """The earlier states that can be had by name."""
    assert app.session is not None
    points = Points(app.session)
    if before is not None:
        yield Pickable(str(before), "Just before the selected change")
    for one in reversed(points.snapshots.all()):
        yield Pickable(one.name, f"“{one.name}”", f"snapshot of {said(one.at)}")
    past, last = points.past, app.session.last_here
    numbers = [one.number for one in past.groups if one.number is not None]
    if last and numbers and numbers[0] - 1 <= last.number < numbers[-1]:
        yield Pickable(str(last.number), "When you were last here", said_at(last.at))
    begins = past.begins
    for name, days in AGES if begins else ():
        day = datetime.datetime.now().astimezone() - datetime.timedelta(days=days)
        if begins and begins.date() <= day.date():
            yield Pickable(f"{day:%Y-%m-%d}", name, f"the end of {day:%Y-%m-%d}")
    if numbers:
        first = "Before the first change" if past.whole else "As far back as the history goes"
        yield Pickable(str(numbers[0] - 1), first, said(begins) if begins else "")


def said_at(at: str) -> str:
    """A moment that is kept as text, as a person reads it; "" for none."""
    try:
        return said(datetime.datetime.fromisoformat(at))
    except ValueError:
        return ""
