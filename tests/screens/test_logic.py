"""The logic model on its board: walked, added to, linked with reasons, mended, by keyboard."""

import json
import re
from pathlib import Path

import pytest

from screens.logic_layout import Layout, Size, cell
from tests.screens.conftest import Opening, Window
from workbook.reasoning.logic_model import COLUMNS, Item, Link, Model

SIZES = [(80, 24), (120, 36), (60, 16)]


async def board(app: Window) -> None:
    """Goes to the board as a user does."""
    await app.press("ctrl+t")
    await app.type("logic mo")
    await app.press("enter", "f5")


def chosen(app: Window) -> str:
    """The text of the selected item."""
    plan, view = app.pilot.app.plan, app.pilot.app.screen.view
    return str(plan.value(plan.record(view.here), "text")) if view.here else ""


async def test_items_are_added_in_place_and_linked_with_a_reason(window: Opening):
    async with window() as app:
        action = app.pilot.app.plan.add("strategic_action", {"title": "Lease [b]x[/b]"})
        await board(app)
        assert "A1 Lease [b]x[/b]" in app.text()
        await app.press("right", "plus")
        assert "What is done with them" in app.text()
        await app.type("recruit landlords")
        await app.press("enter")
        assert "▌recruit landlords" in app.text()
        assert "○ no output yet" in app.text()
        await app.press("l")
        await app.type("20 sign")
        await app.press("enter")
        assert "Why should it lead to “20 sign”" in app.text()
        await app.type("they were asked")
        await app.press("enter")
        assert re.search("▌recruit landlords *────▸ 20 sign", app.text())
        assert "to  20 sign: they were asked" in app.text()
        assert "○ no output yet" not in app.text()
        held = {one["text"]: one for one in app.file()["logic_item"].values()}
        assert held["recruit landlords"]["column"] == "activity"
        assert held["20 sign"]["column"] == "output"
        assert {one["action"] for one in held.values()} == {action}
        assert held["recruit landlords"]["leads_to"][0]["rationale"] == "they were asked"
        await app.press("ctrl+z")
        assert "20 sign: they" not in app.text()


async def test_links_are_walked_and_followed_into_another_action(window: Opening, example: Path):
    async with window(example, (120, 36)) as app:
        await board(app)
        await app.press("right", "right", "right")
        assert chosen(app).startswith("Voucher holders")
        assert "from  A2 Repeat application fees end" in app.text()
        await app.press("b")
        await app.type("repeat")
        await app.press("enter")
        assert chosen(app) == "Repeat application fees end in Halden"
        assert "A2 City ordinance on screening" in app.text()
        await app.press("f")
        assert chosen(app).startswith("Voucher holders")
        await app.press("v")
        assert "With a lease a family" in app.text()


async def test_all_actions_stand_together_after_the_last_one(window: Opening, example: Path):
    async with window(example, (120, 36)) as app:
        await board(app)
        assert "1 of 5" in app.text()
        await app.press("n", "n", "n", "n", "n")
        assert "All 5 actions" in app.text()
        assert "29 items" in app.text()
        await app.press("up", "up", "up")
        assert "A2 City ordinance" in app.text()
        assert "▌Legal aid" in app.text()
        await app.press("n")
        assert "1 of 5" in app.text()


@pytest.mark.parametrize("size", SIZES)
async def test_a_window_of_the_columns_slides_and_every_line_fits(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size) as app:
        await board(app)
        drawn = app.pilot.app.screen.query_one("#board")
        for key in ("right",) * 5 + ("down", "n", "n", "n", "n", "n"):
            await app.press(key)
            lines = drawn.content.split("\n")
            assert all(one.cell_length <= drawn.size.width for one in lines)
            assert len(lines) == drawn.size.height
        await app.press("n", *("right",) * 5)
        assert "Long-term" in app.text()
        assert "Families of color" in app.text()


async def test_what_is_broken_is_shown_and_mended(window: Opening, example: Path):
    held = json.loads(example.read_text())
    items = held["logic_item"]
    fund = next(id for id, one in items.items() if one["text"].startswith("Risk fund"))
    design = items[fund]["leads_to"][0]["item"]
    items[fund]["leads_to"].append({"item": "lgc-00000000"})
    items[design]["leads_to"].append({"item": fund})
    example.write_text(json.dumps(held))
    async with window(example, (120, 36)) as app:
        await board(app)
        assert "○ broken link" in app.text()
        assert "to something that was removed: u takes the link out" in app.text()
        assert "○ leads back" in app.text()
        await app.press("u")
        await app.type("removed")
        await app.press("enter")
        assert "broken link" not in app.text()
        assert len(app.file()["logic_item"][fund]["leads_to"]) == 1
        await app.press("right", "u")
        await app.type("risk fund")
        await app.press("enter")
        assert "leads back" not in app.text()


async def test_an_item_changes_its_column_and_is_removed(window: Opening, example: Path):
    async with window(example) as app:
        await board(app)
        await app.press("right", "m")
        await app.type("outputs")
        await app.press("enter")
        assert chosen(app).startswith("Design team")
        assert "Outputs 2" in app.text()
        await app.press("delete")
        assert "Design team" not in app.text().split("Outputs")[0]
        assert "Outputs 1" in app.text()
        await app.press("enter", "escape", "T")
        assert "Place in the chain" in app.text()


async def test_without_actions_it_says_where_they_are_chosen(window: Opening):
    async with window() as app:
        await board(app)
        assert "No action yet" in app.text()
        await app.press(
            "l", "u", "f", "b", "v", "m", "delete", "n", "a", "right", "down", "pagedown"
        )
        assert app.file().get("logic_item", {}) == {}
        await app.press("plus")
        await app.type("homes")
        await app.press("enter")
        assert "○ Items of no action" in app.text()


def laid(columns: list[list[str]], *ends: tuple[str, str]) -> Layout:
    """A board with these items, and links between them."""
    items = {id: Item(id, id, "a", at, placed=True) for at, ids in enumerate(columns) for id in ids}
    links = [Link(start, end, "") for start, end in ends]
    rest: list[list[str]] = [[] for _ in range(len(COLUMNS) - len(columns))]
    bands = {"a": tuple(tuple(one) for one in [*columns, *rest])}
    return Layout(Model(items, bands, links, {}, {}), ["a"], Size(4, 5, 3), titled=False)


def picture(layout: Layout) -> list[str]:
    """The lines of a board's links, its items as their names."""
    lines = layout.draw(layout.links, range(layout.height))
    cells = [[cell([lines], x, y)[0] or " " for x in range(30)] for y in range(layout.height)]
    for id, (column, y) in layout.spots.items():
        cells[y][column * 9 : column * 9 + 4] = f"{id:<4}"
    return ["".join(one).rstrip() for one in cells]


def test_links_to_one_item_share_a_trunk_and_links_to_two_do_not():
    seen = picture(laid([["a", "b"], ["c", "d"]], ("a", "c"), ("b", "c"), ("b", "d")))
    assert seen == [
        "a   ─┬──▸c",
        "     │",
        "     │",
        "b   ─┴──▸d",
        "",
        "",
    ]


def test_a_link_that_passes_a_column_meets_no_item_there():
    seen = picture(laid([["a"], ["b"], ["c"]], ("a", "c"), ("a", "b"), ("b", "c")))
    assert seen[0].startswith("a   ─")
    assert seen[0].endswith("▸c")
    assert "b" in seen[0][9:13]
    assert seen[2][9:13] == "────"


def test_a_link_within_a_column_comes_back_to_it():
    seen = picture(laid([["a", "b"]], ("a", "b")))
    assert [one[4:6] for one in seen] == ["─╮", " │", " │", "◂╯", "", ""]


def test_a_link_back_leaves_on_the_left_and_comes_to_the_right_of_the_other():
    seen = picture(laid([["a"], ["b"], ["c"]], ("a", "b"), ("c", "a")))
    assert seen[:3] == ["a   ◂─┬─▸b        c", "      │       ╭───", "      ╰───────╯"]
