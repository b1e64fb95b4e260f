"""Writing on the screens: what is typed is on the screen and in the file, and comes back."""

import re
from pathlib import Path

from textual.events import Key, Paste
from textual.widgets import TextArea

from tests.screens.conftest import Opening


async def test_a_new_workbook_opens_on_its_first_question_with_the_cursor_in_the_field(
    window: Opening,
):
    async with window() as app:
        await app.type("Prairie Fork [County]")
        assert "Prairie Fork [County]" in app.text()
        assert "saved" in app.text()
        assert "Prairie Fork [County]" in str(app.file()["answers"])


async def test_it_opens_again_where_it_was_left_with_the_cursor_in_the_same_field(window: Opening):
    async with window() as app:
        await app.press("tab", "tab")
        await app.type("first words")
    async with window() as app:
        await app.type(" and more")
        assert "first words and more" in app.text()


async def test_a_row_is_added_named_and_found_in_the_table(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Data [walk] | gym")
        await app.press("escape")
        assert "Data [walk] | gym" in app.text()
        [row] = app.file()["activity"].values()
        assert row["title"] == "Data [walk] | gym"


async def test_a_row_that_was_left_empty_goes_away(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus", "escape")
        assert app.file().get("activity", {}) == {}


async def test_a_removed_row_comes_back_with_undo(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Data walk")
        await app.press("escape", "delete")
        assert "Removed “Data walk”" in app.text()
        assert app.file()["activity"] == {}
        await app.press("ctrl+z")
        assert "Data walk" in app.text()
        assert len(app.file()["activity"]) == 1


async def test_half_a_date_is_said_to_be_none_and_stays_until_it_is_mended(window: Opening):
    async with window(size=(120, 30)) as app:
        await go(app, "preparedness")
        await app.press("plus")
        await app.type("A backup")
        while "due" not in str(app.pilot.app.focused.spot.field):  # type: ignore[union-attr]
            await app.press("tab")
        await app.type("2027-13")
        await app.press("tab")
        assert "“2027-13” is not a date" in app.text()
        await app.press("escape")
        assert "due" not in str(app.file()["preparedness_step"])
        await app.press("enter")
        assert "2027-13" in app.text()


async def test_a_choice_is_picked_by_typing_part_of_its_name(window: Opening):
    async with window() as app:
        await go(app, "register")
        await app.press("plus")
        await app.type("Ana")
        while app.pilot.app.focused.spot.field != "sector":  # type: ignore[union-attr]
            await app.press("tab")
        await app.press("enter")
        await app.type("philan")
        await app.press("enter")
        assert "Philanthropy" in app.text()
        [row] = app.file()["stakeholder"].values()
        assert row["sector"] == "philanthropy"


async def test_the_record_that_is_missing_is_made_on_the_spot(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Data walk")
        await app.press("tab", "enter")
        await app.type("Which priorities")
        await app.press("enter")
        assert "Which priorities" in app.text()
        file = app.file()
        [decision] = file["open_decision"]
        [row] = file["activity"].values()
        assert row["decision"] == decision


async def test_undo_takes_back_what_was_typed_and_then_the_edit_before(window: Opening):
    async with window() as app:
        await app.type("Prairie")
        await app.press("tab")
        await app.type("Six towns")
        await app.press("shift+tab", "ctrl+z")
        assert "Six towns" not in app.text()
        await app.press("ctrl+z")
        assert "Prairie" not in str(app.file().get("answers"))


async def test_the_same_form_says_when_the_file_holds_something_else(
    window: Opening, tmp_path: Path
):
    async with window() as app:
        await app.type("Prairie")
        path = app.path
    assert path is not None
    path.write_text(path.read_text().replace('"Prairie"', "7"))
    async with window() as app:
        assert "The file holds something else here" in app.text()
        assert app.file()["answers"]["workbook.community"]["value"] == 7


async def go(app, step: str) -> None:
    """Goes to a step by the list of steps."""
    curriculum = app.pilot.app.curriculum
    found = curriculum.steps[step]
    await app.press("ctrl+t")
    await app.type(found.name)
    await app.press("enter")


async def test_a_long_paste_is_taken_back_and_done_again_in_the_text(window: Opening):
    pasted = "One two three [four].\n\n- item 🎈\n" * 150
    async with window() as app:
        await app.press("tab", "tab")
        await app.type("Why now.")
        await app.press("shift+tab", "tab")
        text = app.pilot.app.focused
        assert isinstance(text, TextArea)
        app.pilot.app.post_message(Paste(pasted))
        await app.quiet()
        assert text.text == "Why now." + pasted
        await app.press("ctrl+z")
        assert text.text == "Why now."
        await app.press("f9")
        assert text.text == "Why now." + pasted
        await app.press("ctrl+z", "ctrl+z")
        assert text.text == ""
        assert "embarking.why-now" not in str(app.file())


async def test_what_was_taken_back_in_a_field_one_has_left_stays_taken_back(window: Opening):
    async with window() as app:
        await app.press("tab", "tab")
        await app.type("Why now.")
        await app.press("shift+tab", "tab", "ctrl+z", "ctrl+z")
        assert "Why now." not in app.text()
        assert "embarking.why-now" not in str(app.file())


async def test_a_line_shows_all_that_is_written_in_it_and_enter_goes_on(window: Opening):
    words = "The promise that we make to everyone who comes, in words that can be said at a door, "
    async with window(size=(80, 24)) as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Data walk")
        await app.press("enter", "tab", "tab")
        app.pilot.app.post_message(Paste(words + "and kept\nin May."))
        await app.quiet()
        assert "and kept in May." in " ".join(app.text().split())
        assert "The promise that we make" in app.text()
        await app.press("tab")
        [row] = app.file()["activity"].values()
        assert row["title"] == "Data walk"
        assert row["audience"] == words + "and kept in May."


async def test_an_emoji_of_several_parts_is_typed_as_one(window: Opening):
    async with window() as app:
        await app.press("👨")
        app.pilot.app.post_message(Key("zero_width_joiner", "\u200d"))
        await app.press("👩")
        assert app.file()["answers"]["workbook.community"]["value"] == "👨\u200d👩"


async def test_what_is_said_under_a_field_at_the_windows_edge_is_not_cut_off(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        for _ in range(16):
            for said in app.pilot.app.focused.parent.query(".said"):
                words = " ".join(str(said.render()).split())
                assert words in " ".join(re.sub("[▁-▉]", " ", app.text()).split())
            await app.press("tab")


async def test_no_hole_is_left_under_a_line_that_scrolls(window: Opening):
    async with window(size=(120, 36)) as app:
        await go(app, "preparedness")
        await app.press("plus")
        await app.type("a very long name " * 20)
        await app.press("tab", "shift+tab")
        lines = app.text().splitlines()
        [at] = [n for n, line in enumerate(lines) if "A line holds 200" in line]
        assert "▌" in lines[at - 1][30:]
