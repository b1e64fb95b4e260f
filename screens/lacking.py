"""What the MAP still lacks, and the way to where it is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from screens.command import Command
from screens.marks import Piece
from screens.picker import Pickable, Picker
from screens.places import Place
from screens.plain import BODY, INK, MUTED, WARN, brief, cell, joined, plain
from workbook.map.build import TECHNICAL, Lack, lacks

if TYPE_CHECKING:
    from screens.app import WorkbookApp


class GoToGap(Command):
    """Choose one of the parts that the MAP still lacks, and go where it is written."""

    name, key, label = "Go to a gap of the MAP", "l", "what it lacks"

    @classmethod
    def useful(cls, app: WorkbookApp) -> bool:
        """While there is a gap."""
        return bool(_lacks(app, shown(app)))

    def run(self, app: WorkbookApp) -> None:
        found = _in_order(_lacks(app, shown(app)))
        if not found:
            app.notify("The MAP has all its parts.")
            return
        items = [Pickable(one.slot, one.title, _place(one)) for one in found]
        steps = {one.slot: one.step.id for one in found}
        app.push_screen(
            Picker("What the MAP still lacks", items),
            lambda picked: app.go(Place("step", steps[picked[0]])) if picked else None,
        )


def shown(app: WorkbookApp) -> str:
    """The edition of the MAP that is on the screen, the whole plan where none is."""
    view = app.frame.view
    return (view.place.id if view and view.view == "map" else "") or TECHNICAL


def lack_lines(app: WorkbookApp, most: int, width: int, edition: str = TECHNICAL) -> list[Piece]:
    """What the MAP still lacks, the minimum parts first; a click goes where it is written.

    width: cells of a line; the place stands in the last two fifths.
    """
    place = min(24, width * 2 // 5)
    title = min(32, width - place - 2)
    found = _lacks(app, edition)
    if not found:
        return [(plain("The MAP has all its parts.", MUTED), None)]
    lines: list[Piece] = [(plain(f"The MAP still lacks · {len(found)}", MUTED), None)]
    for one in _in_order(found)[:most]:
        line = joined(
            ("○ ", WARN),
            (cell(one.title, title), f"{INK} bold" if one.minimum else BODY),
            (brief(_place(one), place), MUTED),
        )
        lines.append((line, partial(app.go, Place("step", one.step.id))))
    if len(found) > most:
        lines.append((plain(f"  and {len(found) - most} more", MUTED), None))
    return lines


def _lacks(app: WorkbookApp, edition: str) -> list[Lack]:
    if app.session is None:
        return []
    return app.session.once(f"lacks {edition}", partial(lacks, edition=edition))


def _in_order(found: Sequence[Lack]) -> list[Lack]:
    """Those of the minimum sections first."""
    return sorted(found, key=lambda one: not one.minimum)


def _place(one: Lack) -> str:
    return f"{one.chapter.number} {one.step.name}"
