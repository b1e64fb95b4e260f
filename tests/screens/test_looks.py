"""How the app looks: what can be read in every look, with few colours, with none, and in ASCII."""

import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem

from screens.drawings import VIEWS
from screens.looks import LOOKS, Looks
from screens.places import Place
from screens.plain import brief, cell, wrapped
from screens.theme import tokens
from tests.screens.conftest import EXAMPLE, Opening, Window

SHOWN = ("overview", "map", "trace", "help", "decision", "history", "language", *VIEWS)
STEPS = ("place", "register", "convening")
LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""The least contrast of a text with its ground (WCAG 2.2, 1.4.3 and 1.4.6)."""
SIGNS = 3.0
"""That of a drawn line or sign (WCAG 2.2, 1.4.11); `line` and `field` carry nothing alone."""


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours lie apart, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


async def every_screen(app: Window) -> AsyncIterator[str]:
    """Goes to every screen of the example, with its cursor moved on, and gives its name."""
    desk: Any = app.pilot.app
    places = [Place(one) for one in SHOWN] + [Place("step", one) for one in STEPS]
    places += [Place("profile", "readiness"), Place("condition", "readiness.leaders")]
    for place in places:
        desk.go(place)
        await app.quiet()
        await app.press("down")
        yield f"{place.view} {place.id}"
    for key, typed in (("ctrl+p", ""), ("ctrl+t", ""), ("ctrl+f", ""), ("ctrl+f", "late bus")):
        await app.press(key)
        await app.type(typed)
        yield key
        await app.press("escape")


def pieces(app: Window) -> Iterator[tuple[str, str, str]]:
    """What stands on the top screen: each text with its colour and that of its ground."""
    desk: Any = app.pilot.app
    over = [desk.screen] if len(desk.screen_stack) == 1 else list(desk.screen.children)
    regions = [one.region for one in over]
    for y, strip in enumerate(desk.screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            inside = any(x in range(r.x, r.right) and y in range(r.y, r.bottom) for r in regions)
            x += len(text)
            if style and style.color and style.bgcolor and text.strip() and inside:
                ink, ground = (one.triplet.hex for one in (style.color, style.bgcolor))
                yield (text, *((ground, ink) if style.reverse else (ink, ground)))


async def test_every_text_can_be_read_in_every_look_also_with_256_colours_and_in_ascii(
    window: Opening, example: Path
):
    pairs: dict[tuple[str, str, bool], str] = {}
    async with window(example, size=(100, 30)) as app:
        desk: Any = app.pilot.app
        desk.wear(replace(desk.looks, ascii=True))
        names = {value.lower(): token for token, value in desk.palette.items()}
        async for where in every_screen(app):
            assert app.text().isascii(), (where, [one for one in app.text() if ord(one) > 127])
            assert all(len(line) <= 100 for line in app.text().splitlines()), where
            for text, ink, ground in pieces(app):
                assert {ink, ground} <= set(names), (where, text, ink, ground)
                words = any(one.isalnum() for one in text)
                pairs.setdefault((names[ink], names[ground], words), f"{where}: {text}")
    assert len(pairs) > 20
    for look, least in LEAST.items():
        for colours in ("truecolor", "256"):
            palette = tokens(look, colours)
            for (ink, ground, words), where in pairs.items():
                if ink in ("line", "field", "paper") and not words:
                    continue  # what says the same beside it is text
                both = [_seen(palette[one], colours) for one in (ink, ground)]
                found = contrast(*both)
                assert found >= (least if words else SIGNS), (look, colours, ink, ground, where)


def _seen(colour: str, colours: str) -> str:
    if colours == "truecolor":
        return colour
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


async def test_the_text_of_another_script_is_no_sign_of_ours(window: Opening):
    async with window() as app:
        desk: Any = app.pilot.app
        desk.wear(replace(desk.looks, ascii=True))
        await app.type("Ñandú 北京")
        assert "Ñandú 北京" in app.text()


async def test_a_look_is_chosen_from_a_list_and_remembered(window: Opening):
    async with window() as app:
        desk: Any = app.pilot.app
        before = desk.screen.styles.background
        await app.press("ctrl+p")
        await app.type("looks\n")
        await app.type("high\n")
        assert desk.looks.look == "contrast"
        assert desk.screen.styles.background != before
        await app.press("ctrl+p")
        await app.type("looks\n")
        await app.type("ascii\n")
    async with window() as app:
        assert (desk.looks.look, desk.looks.ascii) == ("contrast", True)
        assert "> 1 Embarking" in app.text() or ">1 Embarking" in app.text()


@pytest.mark.parametrize(
    ("env", "colours", "look"),
    [
        ({}, "truecolor", "dark"),
        ({"COLORFGBG": "0;15"}, "truecolor", "light"),
        ({"COLORFGBG": "15;0"}, "256", "dark"),
        ({}, "standard", "terminal"),
        ({"WORKBOOK_LOOK": "contrast"}, "standard", "contrast"),
    ],
)
def test_without_a_choice_the_look_suits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], colours: str, look: str
):
    for name in ("COLORFGBG", "WORKBOOK_LOOK", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert Looks.here(colours).look == look


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"look": "no such"}', '{"look": 7}'])
def test_a_choice_that_cannot_be_read_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: str
):
    monkeypatch.delenv("WORKBOOK_LOOK", raising=False)
    folder = tmp_path / "xdg_state_home" / "mobility-workbook"
    folder.mkdir(parents=True)
    (folder / "look.json").write_text(kept)
    assert Looks.here("truecolor").look in LOOKS
    Looks("light").keep()
    assert json.loads((folder / "look.json").read_text())["look"] == "light"


WIDE, NARROW = "住宅支援計", "ABCDEFGHIJ"
"""The same room: each letter of the one takes two cells, as in a terminal."""
IN_COLUMNS = (
    "release", "momentum", "people", "unheard", "roles", "costs", "working", "causes", "story",
    "money", "trace", "logic",
)  # fmt: skip


def rename(example: Path, word: str) -> None:
    """Gives every other record a name of the same width in this script."""
    data, each = json.loads(example.read_text()), 2 if word is NARROW else 1
    names, number = {"name", "title", "text", "label", "what", "who", "place", "group"}, 0
    for table, records in data.items():
        for record in () if table.startswith("_") or table == "answers" else records.values():
            for field in names & set(record):
                if isinstance(record[field], str) and " " in record[field]:
                    number += 1
                    if number % 2:
                        record[field] = word[: each * (2 + number % 4)]
    example.write_text(json.dumps(data, ensure_ascii=False))


def room(text: str) -> list[str]:
    """What stands in each cell of a screen below its header, a renamed letter as a blank."""
    lines = text.splitlines()[1:]
    return [
        "".join(" " * cell_len(one) if one in WIDE + NARROW + "…" else one for one in line).rstrip()
        for line in lines
    ]


async def test_columns_stay_straight_whatever_the_script(window: Opening, tmp_path: Path):
    seen: dict[str, dict[str, list[str]]] = {}
    for word in (WIDE, NARROW):
        file = tmp_path / f"{len(word)}.workbook.json"
        file.write_bytes(EXAMPLE.read_bytes())
        rename(file, word)
        async with window(file) as app:
            desk: Any = app.pilot.app
            seen[word] = {}
            for view in IN_COLUMNS:
                desk.go(Place(view))
                await app.quiet()
                seen[word][view] = room(app.text())
    assert any(one in "".join(seen[NARROW]["people"]) for one in "hdl")
    for view in IN_COLUMNS:
        assert seen[WIDE][view] == seen[NARROW][view], view


@pytest.mark.parametrize(
    "text",
    ["🏠🏠 homes", "e\u0301cole élémentaire", "\u05d1\u05d9\u05ea \u0628\u064a\u062a", "住宅"],
)
@pytest.mark.parametrize("cells", [3, 6, 12])
def test_a_cell_is_as_wide_as_it_says(text: str, cells: int):
    assert cell_len(cell(text, cells)) == cells
    assert cell(text, cells).endswith(" ")
    assert cell_len(brief(text, cells)) <= cells
    assert all(cell_len(line) <= cells for line in wrapped(text, cells))
