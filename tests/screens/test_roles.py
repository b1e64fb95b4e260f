"""Roles: parts given and taken by a letter, what cannot hold is said, all of it undone."""

from pathlib import Path
from typing import Any

import pytest

from screens.marks import Marks
from screens.places import Place
from tests.screens.conftest import Opening, Window

WALK, REYES, RAMAN, WHITLOCK = "wki-d9cnwdcp", "stk-g7vfnajg", "stk-35hdv77r", "stk-bcywat28"


def desk(app: Window) -> Any:
    return app.pilot.app


async def roles(app: Window, id: str = "") -> None:
    desk(app).go(Place("roles", id))
    await app.quiet()
    await app.quiet()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_every_person_and_piece_of_work_can_be_reached(window, example, size):
    async with window(example, size=size) as app:
        await roles(app)
        view = desk(app).frame.view
        for _ in range(20):
            for marks in view.query(Marks):
                rows = str(marks.render()).split("\n")
                assert max(map(len, rows)) <= marks.content_size.width
            assert "‹" in app.text()
            await app.pilot.press("right", "down")
            await app.pilot.pause()
        await app.quiet()
        assert "Halden Public Library" in app.text()
        assert "Ask the Karen" in next(one for one in app.text().splitlines() if "▌" in one)


async def test_only_one_answers_for_a_piece_and_undo_gives_it_back(window, example):
    async with window(example) as app:
        await roles(app, WALK)
        assert "Dana Whitlock: told after." in app.text()
        await app.press("a")
        assert desk(app).plan.raw(WALK, "accountable") == [WHITLOCK]
        assert "answers for it" in app.text()
        await app.press("a")
        assert "Nobody answers for it." in app.text()
        assert "cannot hold" in app.text()
        await app.press("ctrl+z", "ctrl+z")
        assert desk(app).plan.raw(WALK, "accountable") == [REYES]


async def test_each_letter_gives_its_part_and_takes_it(window: Opening, example: Path):
    async with window(example) as app:
        await roles(app, WALK)
        for key, part in (("r", "responsible"), ("c", "consulted"), ("i", "informed")):
            held = WHITLOCK in (desk(app).plan.raw(WALK, part) or [])
            await app.press(key)
            assert (WHITLOCK in (desk(app).plan.raw(WALK, part) or [])) != held
            await app.press(key)
            assert (WHITLOCK in (desk(app).plan.raw(WALK, part) or [])) == held


async def test_a_resident_who_is_only_told_is_said(window: Opening):
    async with window() as app:
        plan = desk(app).plan
        ana = plan.add("stakeholder", {"name": "Ana", "sector": "resident", "status": "active"})
        plan.add("work_item", {"title": "Agendas", "informed": [ana]})
        await roles(app)
        text = " ".join(app.text().split())
        assert "Only ever told: Ana" in text
        assert "Nobody answers for it. Nobody does it." in text


async def test_work_is_added_opened_and_come_back_to(window: Opening):
    async with window() as app:
        await roles(app)
        assert "Nobody has joined yet" in app.text()
        desk(app).plan.add("stakeholder", {"name": "Ana Ruiz", "status": "active"})
        await app.press("plus")
        await app.type("Pay residents within ten days\n")
        assert "Pay residents" in app.text()
        await app.press("enter")
        await app.quiet()
        assert "Pay residents" in app.text().splitlines()[0]
        await app.press("escape")
        await app.quiet()
        assert "Who has which part in what" in app.text()


async def test_it_opens_from_its_step(window: Opening, example: Path):
    async with window(example) as app:
        desk(app).go(Place("step", "roles"))
        await app.quiet()
        await app.press("f5")
        await app.quiet()
        assert "Who has which part in what" in app.text()
        await app.press("escape")
        await app.quiet()
        assert "Give each piece of work" in app.text()


async def test_a_part_of_somebody_who_was_removed_can_be_taken_over(window: Opening):
    async with window() as app:
        plan: Any = desk(app).plan
        ana, bo = (
            plan.add("stakeholder", {"name": one, "status": "active"}) for one in ("Ana", "Bo")
        )
        work = plan.add(
            "work_item", {"title": "Agendas", "responsible": [ana], "accountable": [ana]}
        )
        plan.remove(ana)
        await roles(app)
        assert "Nobody answers for it. Nobody does it." in app.text()
        await app.press("r", "a")
        assert (plan.raw(work, "responsible"), plan.raw(work, "accountable")) == ([bo], [bo])
        assert "cannot hold" not in app.text()
