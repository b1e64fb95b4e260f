"""Choosing how the app looks, and wearing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from screens.looks import LOOKS, Looks
from screens.shown import Ascii, OwnColours
from screens.theme import SIGNS

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from screens.app import WorkbookApp

NOTES = {
    "dark": "light text on a dark ground",
    "light": "dark text on a light ground",
    "contrast": "white on black, for bright rooms and tired eyes",
    "terminal": "whatever your terminal is set to",
}
ASCII = "ascii"


def filters(looks: Looks, palette: Mapping[str, str]) -> Sequence[LineFilter]:
    """What everything that is drawn goes through last. palette: what it is drawn with."""
    found: list[LineFilter] = []
    if looks.bare or looks.look == "terminal":
        found.append(OwnColours(palette, bare=looks.bare))
    if looks.ascii:
        found.append(Ascii(SIGNS))
    return found


def choose(app: WorkbookApp) -> None:
    """Lists the looks, with the one that is worn picked; the chosen one is worn and remembered."""
    from screens.picker import Pickable, Picker

    drawn = (
        ("Draw with lines and signs", "where ASCII is not needed")
        if app.looks.ascii
        else ("Draw in ASCII", "for terminals that show no other signs, or show them too wide")
    )
    items = [Pickable(look, name, NOTES[look]) for look, name in LOOKS.items()]
    items.append(Pickable(ASCII, *drawn))
    app.push_screen(
        Picker("How the workbook looks to you", items, [app.looks.look]),
        lambda picked: _take(app, picked[0]) if picked else None,
    )


def _take(app: WorkbookApp, picked: str) -> None:
    now = app.looks
    new = replace(now, ascii=not now.ascii) if picked == ASCII else replace(now, look=picked)
    app.wear(new)
    new.keep()
