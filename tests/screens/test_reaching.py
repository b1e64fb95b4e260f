"""Every action is on a key that is shown, every field on a letter; what is copied; the mouse."""

import base64
import importlib
import pkgutil
from pathlib import Path
from typing import Any

import screens
from screens.command import Command
from screens.commands import EVERYWHERE
from screens.drawings import VIEWS
from screens.places import Place
from tests.screens.conftest import Opening


def every_command() -> set[type[Command]]:
    """All commands of all screens."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        importlib.import_module(module.name)
    found, new = set[type[Command]](), [Command]
    while new:
        new = [two for one in new for two in one.__subclasses__()]
        found |= set(new)
    return {one for one in found if one.name}


def test_every_command_has_a_key_or_a_letter_of_its_own():
    letters = [one.letter for one in EVERYWHERE if one.letter]
    assert len(set(letters)) == len(letters)
    for one in every_command():
        assert one.key or one.letter, one
        assert not one.letter or one.letter.isupper()
        assert one.help().endswith((".", "?")), one


async def test_every_action_of_a_screen_is_in_the_palette_and_in_the_help_with_its_key(
    window: Opening, example: Path
):
    async with window(example, size=(100, 300)) as app:
        desk: Any = app.pilot.app
        for view in ("overview", "map", *list(VIEWS)[::6]):
            desk.go(Place(view))
            await app.quiet()
            here = desk.commands_here()
            named = {one for one, *_ in desk.get_system_commands(desk.screen)}
            assert {one.titled(desk) for one in here} <= named
            await app.press("f1")
            text = app.text()
            for one in here:
                assert f"  {one.keys()} " in text, (view, one)


async def test_a_letter_leads_to_a_field_also_below_the_window(window: Opening):
    async with window() as app:
        desk: Any = app.pilot.app
        await app.press("f7")
        assert "a   What is your community" in app.text()
        await app.press("c")
        await app.type("because")
        assert desk.focused.text == "because"
        await app.press("f7")
        assert "c ✓ What has happened" in app.text()
        await app.press("escape")
        assert desk.focused.text == "because"
        await app.press("f7", "b")
        await app.type("x" * 201)
        await app.press("f7")
        assert "b ○ Which place" in app.text()
        await app.press("escape")
        await app.press("f7", "a")
        assert "What is your community" in app.text()
        await app.type("Marten")
    assert app.file()["answers"]["workbook.community"]["value"] == "Marten"


async def test_a_capital_does_what_has_no_key_and_can_be_typed_ahead(window: Opening):
    async with window() as app:
        await app.press("f7", "S")
        await app.type("First evening\n")
        await app.press("f7", "T")
        assert "Trace" in app.text().splitlines()[0]


async def test_a_letter_leads_to_a_table_and_on_a_drawing_to_commands_alone(
    window: Opening, example: Path
):
    async with window(example) as app:
        desk: Any = app.pilot.app
        desk.go(Place("step", "register"))
        await app.quiet()
        await app.press("f7")
        letter = next(
            line.split()[1] for line in app.text().splitlines() if "Stakeholders: a table" in line
        )
        await app.press(letter, "down", "enter")
        assert "Marisol Reyes" in app.text()
        desk.go(Place("money"))
        await app.quiet()
        await app.press("f7")
        assert "T   Trace" in app.text()


async def test_a_click_on_the_footer_does_what_the_key_does(window: Opening, example: Path):
    async with window(example) as app:
        line = app.text().splitlines()[-1]
        await app.pilot.click(offset=(line.index("help"), 23))
        await app.quiet()
        assert "Help" in app.text().splitlines()[0]
        line = app.text().splitlines()[-1]
        await app.pilot.click(offset=(line.index("Esc"), 23))
        await app.quiet()
        assert "Overview" in app.text().splitlines()[0]


async def test_what_is_copied_goes_to_the_terminal_and_to_a_file(window: Opening, tmp_path: Path):
    file = tmp_path / "xdg_state_home" / "mobility-workbook" / "copied.txt"
    async with window() as app:
        desk: Any = app.pilot.app
        sent: list[str] = []
        write = desk._driver.write
        desk._driver.write = lambda data: (sent.append(data), write(data))
        await app.press("tab")
        await app.type("Six towns [x] \u202e")
        await app.press("ctrl+c")
        assert file.read_text() == "Six towns [x] "
        assert f"\x1b]52;c;{base64.b64encode(b'Six towns [x] ').decode()}\a" in sent
        assert "Copied 14 characters." in app.text()
        assert oct(file.stat().st_mode)[-3:] == "600"
        await app.press("shift+left", "shift+left", "shift+left", "ctrl+c")
        assert file.read_text() == "x] "
        await app.press("ctrl+g", "ctrl+c")
        assert file.read_text().startswith(("---\n", "# "))
        await app.press("escape", "ctrl+o", "ctrl+c")
        assert "To leave: Esc from the overview" in app.text()
