"""Find: typed anywhere, live, and Enter goes to the field, the question or the guide's page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from screens.find import Finder
from screens.guidance import Guidance
from screens.places import Place
from tests import hostile
from tests.screens.conftest import Opening, Window
from workbook.curriculum import Curriculum

SIZES = [(80, 24), (120, 36)]


def desk(app: Window) -> Any:
    """The app itself."""
    return app.pilot.app


async def find(app: Window, text: str) -> None:
    """Opens Find and types over what stands there."""
    await app.press("ctrl+f")
    await app.type(text)


def chosen(app: Window) -> str:
    """The line with the cursor."""
    return next(one for one in app.text().splitlines() if "│ ▌ " in one)


@pytest.mark.parametrize("size", SIZES)
async def test_a_row_is_found_while_one_types_and_enter_goes_to_its_field(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size=size) as app:
        await find(app, "runs the lat")
        assert "Prairie Fork Transit" in chosen(app)
        assert "Runs the late bus" in app.text()
        await app.type("e bus\n")
        await app.quiet()
        view = desk(app).frame.view
        assert (view.view, desk(app).plan.label(view.place.id)) == (
            "record", "Prairie Fork Transit",
        )  # fmt: skip
        assert desk(app).focused.spot.field == "role"
        assert "Runs the late bus" in app.text()
        await app.press("escape")
        assert desk(app).frame.view.view == "overview"


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_no_line_is_wrapped_and_the_keys_are_in_sight(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size=size) as app:
        for text in ("", "a", "residents", "qq zz", "Skolarshyp"):
            await find(app, text)
            screen = desk(app).screen
            assert "Esc back" in app.text()
            view = screen.query_one(OptionList)
            width = view.scrollable_content_region.width
            for option in view.options if text not in ("", "qq zz") else ():
                rows = str(option.prompt).split("\n")
                assert max(map(len, rows)) <= width
                assert len(rows) <= 2
            await app.press("escape")


async def test_an_answer_is_gone_to_with_the_cursor_in_it_and_esc_comes_back(
    window: Opening, example: Path
):
    async with window(example) as app:
        desk(app).go(Place("step", "activities", "engaging.barriers"))
        await app.quiet()
        before = desk(app).focused
        await find(app, "cedar mills is loud")
        await app.press("escape")
        assert desk(app).focused is before
        await app.press("ctrl+f", "enter")
        await app.quiet()
        assert desk(app).focused.spot.id == "actions.daily-life"
        await app.press("escape")
        await app.quiet()
        assert desk(app).frame.view.place.id == "activities"


@pytest.mark.parametrize("size", SIZES)
async def test_guidance_opens_at_its_page_where_the_words_stand(
    window: Opening, size: tuple[int, int]
):
    async with window(size=size) as app:
        for text, page, line in (
            ("home health aide two children", "guide", "two children and a"),
            ("one evening meeting english", "mistakes", "One evening meeting"),
        ):
            await find(app, text)
            await app.press("enter")
            await app.see(line)
            assert desk(app).frame.view.step.id == "activities"
            assert desk(app).guidance_page == page
            assert desk(app).frame.query_one(Guidance).display


async def test_a_question_that_is_not_answered_is_gone_to_too(window: Opening):
    async with window() as app:
        await find(app, "keep people at home take each one away")
        await app.press("enter")
        await app.quiet()
        assert desk(app).focused.parent.table.id == "engaging.barriers"


@pytest.mark.parametrize(
    ("typed", "view", "id"),
    [
        ("homeless black prairie fork", "metrics", "mts-7ccy0fpc"),
        ("put a name under it dated letter vote", "condition", "readiness.leaders"),
    ],
)
async def test_a_figure_and_an_item_that_is_rated_have_their_own_screens(
    window: Opening, example: Path, typed: str, view: str, id: str
):
    async with window(example) as app:
        await find(app, typed)
        await app.press("enter")
        await app.quiet()
        assert (desk(app).frame.view.view, desk(app).frame.view.place.id) == (view, id)


async def test_the_last_search_stands_with_its_cursor_and_is_typed_over(
    window: Opening, example: Path
):
    async with window(example) as app:
        await find(app, "late bus")
        await app.press("down", "down")
        third = chosen(app)
        await app.press("enter")
        await app.quiet()
        first = desk(app).frame.view.place.id
        await app.press("ctrl+f")
        assert "late bus" in app.text()
        assert third.split()[1:5] == chosen(app).split()[1:5]
        await app.press("enter")
        await app.quiet()
        assert desk(app).frame.view.place.id == first
        await find(app, "court")
        assert "late bus" not in app.text().splitlines()[2]


async def test_tab_looks_through_one_sort_alone_and_a_click_does_what_keys_do(
    window: Opening, example: Path
):
    async with window(example) as app:
        await find(app, "late bus")
        assert "▸All" in app.text()
        await app.press("tab")
        assert "▸Answers 10" in app.text()
        assert "Talking points" in chosen(app)
        await app.press("shift+tab", "shift+tab")
        assert "▸Guidance 8" in app.text()
        assert "children" not in chosen(app)
        await app.press("shift+tab")
        assert "▸Rows 34" in app.text()
        await app.pilot.click("#find-list", offset=(6, 0))
        await app.quiet()
        assert desk(app).frame.view.place.id == "stg-p9ehgdk7"
        await app.press("ctrl+f")
        await app.pilot.click("#find-sorts", offset=(3, 0))
        await app.quiet()
        assert "▸All" in app.text()


async def test_what_may_be_meant_is_taken_with_enter(window: Opening):
    async with window() as app:
        await app.press("ctrl+f")
        assert "Every word has to be there" in app.text()
        await app.type("Skolarshyp")
        assert "Did you mean “scholarship”?" in app.text()
        await app.press("enter")
        assert isinstance(desk(app).screen, Finder)
        assert "Digital Scholarship Lab" in app.text()
        await app.press("escape")
        await find(app, "bus zzzzzz")
        assert "“zzzzzz” in none" in app.text()


async def test_what_is_being_typed_is_found_and_what_was_removed_is_not(window: Opening):
    async with window() as app:
        await app.type("Quokka Springs")
        await find(app, "quokka")
        assert "Quokka Springs" in app.text()
        await app.press("enter")
        await app.quiet()
        assert desk(app).focused.spot.id == "workbook.community"
        id = desk(app).plan.add("heard", {"text": "The wombat bench is broken"})
        await find(app, "wombat")
        assert "wombat bench" in chosen(app)
        await app.press("escape")
        desk(app).plan.remove(id)
        await app.press("ctrl+f")
        assert "Nothing holds “wombat”" in app.text()
        await app.press("escape", "ctrl+z", "ctrl+f")
        assert "wombat bench" in chosen(app)


async def test_hostile_text_is_shown_with_marks_and_gone_to(
    window: Opening, curriculum: Curriculum, tmp_path: Path
):
    path = tmp_path / "plan.workbook.json"
    path.write_text(json.dumps(hostile.workbook(curriculum)))
    async with window(path) as app:
        await find(app, hostile.MARK)
        for _ in range(4):
            assert not set("\x1b\x07\x9b\u202e") & set(app.text())
            await app.press("tab")
        await app.press("down", "down", "enter")
        await app.quiet()
        assert desk(app).screen is desk(app).frame
