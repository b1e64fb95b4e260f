"""Advice under a field, and the list in which a word is written anew, kept, or kept everywhere."""

import asyncio
from pathlib import Path

import pytest

from tests.screens.conftest import Opening, Window

PLACE, WHY = "workbook.place", "embarking.why-now"
POOR = "Rent went up for [bold]the poor[/bold]."


async def until(app: Window, words: str) -> str:
    """Waits until something is on the screen: advice comes after a pause."""
    for _ in range(100):
        if words in app.text():
            return app.text()
        await asyncio.sleep(0.05)
    raise AssertionError(f"not on the screen: {words}\n{app.text()}")


async def test_under_a_text_stands_what_to_look_at_and_goes_when_it_is_changed(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("Marten for the poor")
        seen = await until(app, "“the poor” → people experiencing poverty")
        assert "F6" in seen
        await app.press(*["backspace"] * 4)
        await app.type("north end")
        for _ in range(100):
            if "people experiencing" not in app.text():
                break
            await asyncio.sleep(0.05)
        assert "people experiencing" not in app.text()
        assert app.file()["answers"][PLACE]["value"] == "Marten for the north end"


async def test_the_key_works_within_a_text_and_the_list_begins_there(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("Our clients")
        await app.press("tab")
        await app.type(POOR)
        await app.press("f6")
        seen = await until(app, "Words to look at once more")
        assert "2 to look at" in seen
        assert "Place and people" in seen
        here = next(line for line in seen.splitlines() if "▌" in line)
        assert "the poor" in here
        assert "[bold]the poor[/bold]" in seen
        assert "→ people experiencing poverty" in seen
        assert "The Chicago School" in seen
        await app.press("escape")
        assert "Rent went up" in await until(app, "step 1 of")


async def test_a_word_is_replaced_in_its_place_and_that_is_undone(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("Our clients")
        await app.press("tab")
        await app.type(POOR)
        await app.press("f6")
        await until(app, "2 to look at")
        await app.press("r")
        await app.press(*["backspace"] * len("the poor"))
        await app.type("renters")
        await app.press("enter")
        assert "1 to look at" in app.text()
        said = "Rent went up for [bold]renters[/bold]."
        assert app.file()["answers"][WHY]["value"] == said
        await app.press("ctrl+z")
        assert app.file()["answers"][WHY]["value"] == POOR
        assert "2 to look at" in app.text()


async def test_kept_with_a_reason_it_stands_apart_and_can_be_taken_up(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("Our clients wait")
        await app.press("f6")
        await until(app, "1 to look at")
        await app.press("k", "enter")
        assert "Write why" in app.text()
        await app.type("Legal aid's own word")
        await app.press("enter")
        seen = await until(app, "0 to look at")
        assert "Kept with a reason" in seen
        assert "Kept: Legal aid's own word" in seen
        kept = f"kept.clients.{PLACE}"
        assert app.file()["answers"][kept]["value"] == "Legal aid's own word"
        await app.press("k")
        await until(app, "1 to look at")
        assert kept not in app.file()["answers"]


async def test_kept_everywhere_it_joins_the_teams_own_words(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("Our clients wait")
        await app.press("tab")
        await app.type("31% of Black renters moved. Clients wrote to us.")
        await app.press("f6")
        await until(app, "3 to look at")
        await app.press("home", "w")
        await app.type("They chose it")
        await app.press("enter")
        seen = await until(app, "1 to look at")
        assert "31% of Black renters" in seen or "Black renters" in seen
        [row] = app.file()["row"].values()
        assert row["cells"]["use"] == "keep"
        assert row["cells"]["word"].casefold() == "clients"
        await app.press("w")
        assert "with k." in app.text()


async def test_enter_goes_to_the_row_and_esc_comes_back(window: Opening, example: Path):
    async with window(example, (120, 36)) as app:
        app.pilot.app.plan.put("eff-b1qwb90r", "Families refuse to come.", "evidence")
        await app.quiet()
        await app.press("f6")
        await until(app, "1 to look at")
        await app.press("enter")
        await until(app, "Families refuse to come.")
        await app.press("escape")
        await until(app, "Words to look at once more")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_plan_without_such_a_word_says_so(window: Opening, size: tuple[int, int]):
    async with window(size=size) as app:
        await app.press("f6")
        await until(app, "No text holds a word")
        await app.press("r", "k", "w", "enter", "down")
        assert "No text holds a word" in app.text()


async def test_the_edition_for_everyone_is_measured_and_its_words_explained_with_a_key(
    window: Opening,
):
    async with window(size=(120, 36)) as app:
        plan = app.pilot.app.plan
        plan.put("embarking.key-message", "Every [b]convener[/b] came. A hall is open.")
        await app.press("f6")
        seen = await until(app, "All of it")
        assert "In brief" in seen
        assert "Kincaid and others" in seen
        await app.press("down", "down")
        assert "Kincaid and others" not in app.text()
        assert "[b]convener[/b]" in app.text()
        await app.press("w", "end")
        await app.type(" Here: the county.")
        await app.press("enter")
        (term,) = app.file()["term"].values()
        assert term["word"] == "Convener"
        assert term["meaning"].endswith(" Here: the county.")
        assert "C convener" not in app.text()
        await app.press("ctrl+z")
        assert "C convener" in app.text()
        assert app.file()["term"] == {}
        await app.press("up", "up", "down", "enter")
        assert "Every [b]convener[/b]" in await until(app, "step 7 of")
