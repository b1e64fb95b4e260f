"""What the checks find: on the overview, beside a step, and as a list that sets aside."""

import json
from pathlib import Path

import pytest

from screens.example import FILE
from screens.exporting import export
from screens.record import RecordView
from tests.screens.conftest import Opening
from tests.screens.test_writing import go

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The worked example, of which the first action has lost its lead and its causes."""
    path = tmp_path / "plan.workbook.json"
    held = json.loads(FILE.read_text(encoding="utf-8"))
    action = held["strategic_action"]["stg-bm3gswyc"]
    del action["lead"], action["could_harm"]
    path.write_text(json.dumps(held), encoding="utf-8")
    return path


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(FILE.read_bytes())
    return path


async def as_of(app) -> None:
    """Reads the example on its own day."""
    app.pilot.app.plan.today = app.pilot.app.plan.as_of
    app.pilot.app.frame.view.renew()
    await app.quiet()


async def overview(app) -> None:
    await app.press("ctrl+o")
    await as_of(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_overview_counts_them_and_names_the_gravest(window: Opening, broken: Path, size):
    async with window(broken, size=size) as app:
        await overview(app)
        app.pilot.app.frame.query_one("#overview").scroll_end(animate=False)
        await app.quiet()
        text = app.text()
        assert "Checks find 1 warning, 1 note · 9 set aside" in text
        assert "○ Action A1 has no lead." in text
        assert "· Action A1: nothing says whom it could harm." in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_lists_them_and_enter_goes_to_the_field(window: Opening, broken: Path, size):
    async with window(broken, size=size) as app:
        await overview(app)
        await app.press("c")
        text = app.text()
        assert "What the checks find" in text
        assert "warning: Action A1 has no lead." in text
        assert "F5 set aside" in text
        await app.press("enter")
        view = app.pilot.app.frame.view
        assert isinstance(view, RecordView)
        assert (view.place.id, view.place.field) == ("stg-bm3gswyc", "lead")


async def test_one_that_another_table_mends_goes_to_that_table(window: Opening, whole: Path):
    async with window(whole) as app:
        await overview(app)
        for id in list(app.file()["stewardship"])[1:]:
            app.pilot.app.plan.remove(id)
        await app.quiet()
        await app.press("c")
        await app.type("keeps it up")
        await app.press("enter")
        view = app.pilot.app.frame.view
        assert (view.place.view, view.place.id, view.place.field) == (
            "step", "stewards", "stewards",
        )  # fmt: skip


async def test_one_is_set_aside_with_a_reason_and_taken_up_again(window: Opening, broken: Path):
    async with window(broken) as app:
        await overview(app)
        await app.press("c", "f5")
        assert "Why is it left as it is?" in app.text()
        await app.press("enter")
        assert "Write why" in app.text()
        await app.type("In May")
        await app.press("enter")
        text = app.text()
        assert "warning: Action A1 has no lead." not in text
        kept = app.file()["answers"]["aside.action-without-lead.stg-bm3gswyc"]
        assert kept == {"value": "In May"}
        await app.type("no lead")
        assert "In May" in app.text()
        await app.press("f5")
        assert "warning: Action A1 has no lead." in app.text()
        assert "aside.action-without-lead.stg-bm3gswyc" not in app.file()["answers"]


async def test_setting_aside_can_be_undone(window: Opening, broken: Path):
    async with window(broken) as app:
        await overview(app)
        await app.press("c", "f5")
        await app.type("Later")
        await app.press("enter", "escape", "ctrl+z")
        assert "Undone: “Set aside” at" in app.text()
        assert "aside.action-without-lead.stg-bm3gswyc" not in app.file()["answers"]


@pytest.mark.parametrize("size", SIZES)
async def test_beside_a_step_stands_how_many_and_a_key_lists_them(
    window: Opening, broken: Path, size
):
    async with window(broken, size=size) as app:
        await as_of(app)
        await go(app, "strategic-actions")
        app.pilot.app.frame.query_one("#panel").scroll_end(animate=False)
        await app.quiet()
        assert "2 checks here" in app.text()
        await app.press("f4")
        assert "What the checks find on “Strategic actions”" in app.text()
        assert "has no lead." in app.text()
        await app.press("escape")
        await go(app, "vision")
        app.pilot.app.frame.query_one("#panel").scroll_end(animate=False)
        await app.quiet()
        assert "checks here" not in app.text()
        await app.press("f4")
        assert "The checks find nothing on this" in app.text()


async def test_mending_it_takes_it_from_the_overview(window: Opening, broken: Path):
    async with window(broken) as app:
        await overview(app)
        app.pilot.app.plan.put("stg-bm3gswyc", ["stk-sngkh1mn"], "lead")
        app.pilot.app.plan.put("stg-bm3gswyc", "Nobody", "could_harm")
        await app.quiet()
        app.pilot.app.frame.query_one("#overview").scroll_end(animate=False)
        await app.quiet()
        assert "Checks find nothing · 9 set aside" in app.text()


async def test_the_export_says_how_many_there_are(window: Opening, broken: Path):
    async with window(broken, size=(120, 36)) as app:
        await as_of(app)
        export(app.pilot.app)
        await app.quiet()
        assert "1 note." in app.text()


async def test_nothing_is_said_where_nothing_is_found(window: Opening):
    async with window() as app:
        await overview_of_new(app)
        assert "Checks find" not in app.text()
        await app.press("c")
        assert "The checks find nothing." in app.text()


async def overview_of_new(app) -> None:
    await app.press("ctrl+o")
