"""The engagement plan: its drawings at every size, and what one can do on them."""

import json
from typing import Any

from screens.ledger import Ledger
from screens.places import Place
from tests.screens.conftest import Opening, Window

SIZES = [(80, 24), (120, 36), (60, 16)]
WALK, BREAKFASTS, TEAM, CIRCLES, VOTE = (
    "act-377d7hb7", "act-mewxcv03", "act-421p48rn", "act-pqk4evnv", "act-m5en2p78",
)  # fmt: skip
EASTSIDE = "grp-zab5rrb1"
DRAWINGS = (
    "engagement", "months", "feeding", "ladder", "costs", "reports", "unheard", "themes", "walk",
)  # fmt: skip


def desk(app: Window) -> Any:
    return app.pilot.app


async def see(app: Window, view: str, id: str = "") -> None:
    desk(app).go(Place(view, id))
    await app.quiet()
    assert desk(app).frame.view.view == view


def row_of(app: Window, words: str) -> str:
    return next(one for one in app.text().splitlines() if words in one)


def rows_fit(app: Window) -> None:
    """No row wraps or is cut: the list is as high as it has lines, and none is too long."""
    view = desk(app).frame.view
    ledger, page = view.query_one(Ledger), view.query_one("#listed-page")
    rows = str(ledger.render()).split("\n")
    assert max(map(len, rows)) <= page.scrollable_content_region.width
    assert ledger.content_size.height == len(rows)


async def test_every_row_fits_and_the_last_one_is_reached(window, example):
    async with window(example) as app:
        for size in SIZES:
            await app.pilot.resize_terminal(*size)
            for view in DRAWINGS:
                await see(app, view)
                rows_fit(app)
                await app.press("end")
                assert "▌" in app.text(), view


async def test_an_empty_plan_says_what_belongs_here(window: Opening):
    async with window() as app:
        for view in (*DRAWINGS, "capture"):
            await see(app, view)
            said = "\n".join(app.text().splitlines()[2:-1])
            assert any(word in said for word in ("yet", "keeps the line")), view
            await app.pilot.press("down", "end", "h", "c", "n", "p")
            await app.quiet()
            assert desk(app).is_running


BROKEN: dict[str, Any] = {
    "starts": "2026-02-30", "report_back_date": "soon", "level": "high", "reach_actual": "many",
    "pay_each": "forty", "people_paid": [], "groups": "all", "status": 7, "staff_hours": {},
    "title": "[/] \x1b[2J|<b>", "supports": "x", "languages": ["x"], "decision": "opn-00000000",
}  # fmt: skip


async def test_what_cannot_be_read_is_shown_as_such_and_stops_nothing(window, example):
    held = json.loads(example.read_text())
    held["activity"][WALK] |= BROKEN
    held["cost_line"]["cst-k9d8f8aa"] |= {"amount": "lots", "period": "x", "kind": "[red]"}
    held["cost_line"]["cst-g034d2tg"] |= {"kind": "[red]", "period": "2026-13"}
    held["heard"]["hrd-ncn0hgy0"] |= {"activity": WALK, "how_many": "x", "theme": "[/b]" * 900}
    held["station"]["stn-sjbaz62c"] |= {"shows": "mtr-00000000", "activity": "act-00000000"}
    held["open_decision"]["opn-rqpzbyp1"] |= {"level": 99, "state": "later"}
    del held["community_group"][EASTSIDE]
    example.write_text(json.dumps(held))
    async with window(example, size=(120, 36)) as app:
        for view in DRAWINGS:
            await see(app, view)
            rows_fit(app)
            assert "\x1b" not in app.text()
            await app.pilot.press("down", "down", "down", "home")
        await see(app, "capture")
        assert desk(app).is_running


# The calendar


async def test_the_calendar_shows_when_people_meet_and_when_they_hear_back(window, example):
    async with window(example, size=(120, 36)) as app:
        plan = desk(app).plan
        plan.put(VOTE, "planned", "status")
        plan.put(TEAM, "held", "status")
        plan.put(TEAM, "2026-05-12", "report_back_date")
        plan.put(CIRCLES, None, "starts")
        plan.put(CIRCLES, None, "ends")
        await see(app, "months", WALK)
        text = app.text()
        assert "‹May›" in text
        assert "■■■✓" in row_of(app, "▌").replace("■■■■", "■")
        assert "□□□" in row_of(app, "Vote on the")
        assert "▸" in row_of(app, "Vote on the")
        assert "○" in row_of(app, "Tenant design")[40:]
        assert "no date yet" in row_of(app, "Parent reading")


async def test_a_date_that_is_none_is_named_and_opened_to_be_mended(window, example):
    held = json.loads(example.read_text())
    held["activity"][WALK]["starts"] = "2026-02-30"
    example.write_text(json.dumps(held))
    async with window(example) as app:
        await see(app, "months", WALK)
        assert "Begins is no date: 2026-02-30" in app.text()
        await app.press("enter")
        assert "Activity 1 of 5" in app.text()
        await app.press("escape")
        assert "When you meet people" in app.text()


async def test_many_months_go_along_with_the_selected_activity(window: Opening):
    async with window() as app:
        plan = desk(app).plan
        for year in range(2025, 2030):
            plan.add("activity", {"title": f"Walk {year}", "starts": f"{year}-06-01"})
        await see(app, "months")
        await app.press("home")
        assert "2025" in app.text()
        assert "□" in row_of(app, "Walk 2025")
        assert "□" not in row_of(app, "Walk 2029")
        await app.press("end")
        assert "□" in row_of(app, "Walk 2029")
        assert "□" not in row_of(app, "Walk 2025")


# Decisions, ladder, costs


async def test_an_activity_is_planned_for_the_decision_with_the_cursor(window, example):
    async with window(example) as app:
        await see(app, "feeding", "opn-epjfeyvb")
        assert "Why not further: The school board votes" in app.text()
        await app.press("plus")
        await app.type("Tea\n")
        [held] = [one for one in app.file()["activity"].values() if one["title"] == "Tea"]
        assert (held["decision"], held["level"]) == ("opn-epjfeyvb", 3)
        await app.press("escape")
        assert "Tea" in row_of(app, "▌")
        await app.press("ctrl+z")
        assert "✓ Tea" not in app.text()
        assert "Tea" not in {one.get("title") for one in app.file()["activity"].values()}


async def test_an_open_decision_that_nothing_feeds_is_marked_and_a_fixed_one_is_not(
    window, example
):
    async with window(example) as app:
        desk(app).plan.remove(VOTE)
        desk(app).plan.put(WALK, None, "decision")
        await see(app, "feeding")
        text = app.text()
        assert text.count("○ no activity feeds it") == 2
        assert "They feed no decision that is here" in text
        assert text.index("tax rate") < text.index("They feed no decision")
        await app.press("a")
        await app.type("Who?\n")
        assert "Who?" in app.text().splitlines()[0]


async def test_the_ladder_says_the_promise_of_each_level(window, example):
    async with window(example, size=(120, 36)) as app:
        await see(app, "ladder", VOTE)
        lines = app.text().splitlines()
        at = next(n for n, one in enumerate(lines) if "5 Defer to" in one)
        assert "│██████████│" in lines[at]
        assert "“You decide, and we carry it out.”" in lines[at]
        assert "Vote on the $15,000 for reading" in lines[at + 1]
        assert "120 came" in lines[at + 1]
        await app.press("end")
        assert "Inform" in app.text().splitlines()[-5] + app.text().splitlines()[-4]
        await app.press("plus")
        await app.type("News\n")
        [held] = [one for one in app.file()["activity"].values() if one["title"] == "News"]
        assert held["level"] == 1


async def test_costs_are_rolled_up_by_activity_by_month_and_by_kind(window, example):
    async with window(example, size=(120, 60)) as app:
        await see(app, "costs")
        assert row_of(app, "Data walk").split()[-8:-4] == ["$2,320", "$3,090", "$5,410", "64"]
        assert "$28,515 in all" in app.text()
        assert row_of(app, "June 2026").split()[-4:-1] == ["$5,095", "$2,630", "$7,725"]
        assert "○ Rides or fares" in app.text()
        assert row_of(app, "○ Rides or fares").count("$410") == 2
        assert "■■■ 3" in app.text()
        assert "none" in row_of(app, "Disability access")
        desk(app).plan.remove(BREAKFASTS)
        await app.quiet()
        assert "$380" in row_of(app, "○ to mend")
        assert "$28,135 in all" in app.text()
        await see(app, "costs", "kind.food")
        await app.press("enter")
        assert "How much money is there for engagement" in app.text()


async def test_an_amount_that_cannot_be_read_is_listed_and_opened_to_be_mended(window, example):
    held = json.loads(example.read_text())
    held["cost_line"]["cst-k9d8f8aa"]["amount"] = "lots"
    example.write_text(json.dumps(held))
    async with window(example, size=(120, 36)) as app:
        await see(app, "costs", "cst-k9d8f8aa")
        assert "not known" in row_of(app, "○ to mend")
        assert "Amount: This takes a number" in app.text()
        await app.press("enter")
        assert "Cost line 1 of 13" in app.text()
        await app.press("escape")
        await app.quiet()
        assert desk(app).frame.view.view == "costs"


# Reports


async def test_that_they_heard_is_written_in_one_turn_and_what_has_no_answer_stays_open(
    window, example
):
    async with window(example) as app:
        plan = desk(app).plan
        plan.put(WALK, "held", "status")
        for id in ("hrd-ncn0hgy0", "hrd-pyr4s3cy"):
            plan.put(id, None, "told_on")
        plan.put("hrd-pyr4s3cy", None, "changed")
        plan.settle()
        await see(app, "reports")
        assert "1 is owed" in app.text()
        assert "overdue since 2026-04-30" in row_of(app, "▌")
        assert "2 things" in row_of(app, "▌")
        await app.press("ctrl+o")
        await app.quiet()
        assert "Report-backs · 1 owed · 1 overdue · first April 30, 2026" in app.text()
        await see(app, "reports", WALK)
        await app.press("h", *["backspace"] * 10)
        await app.type("someday\n")
        assert "is not a date" in app.text()
        await app.press(*["backspace"] * 7)
        await app.type("5/2/2026\n")
        held = app.file()
        assert held["activity"][WALK]["status"] == "reported-back"
        assert held["heard"]["hrd-ncn0hgy0"]["told_on"] == "2026-05-02"
        assert held["heard"]["hrd-pyr4s3cy"].get("told_on") is None
        assert "1 thing heard there" in app.text()
        await app.press("ctrl+z")
        held = app.file()
        assert held["activity"][WALK]["status"] == "held"
        assert held["heard"]["hrd-ncn0hgy0"].get("told_on") is None


# Between them


async def test_one_key_goes_to_each_drawing_and_the_selected_activity_stays(window, example):
    async with window(example) as app:
        await see(app, "months", TEAM)
        for key, title in (
            ("l", "How much power"), ("d", "What is still open"), ("m", "What meeting people"),
            ("r", "Who waits to hear"), ("T", "All activities"), ("T", "Who waits to hear"),
            ("c", "When you meet people"),
        ):  # fmt: skip
            await app.press(key)
            await app.quiet()
            assert title in app.text()
            assert "Tenant design team" in row_of(app, "▌")
        await app.press("u")
        await app.quiet()
        assert "Who has not been heard" in app.text()


def test_no_drawing_takes_the_name_of_a_table_whose_rows_would_lead_back_to_it(curriculum):
    assert not {*DRAWINGS, "capture"} & {*curriculum.tables, *curriculum.steps}


async def test_each_step_of_the_chapter_opens_its_drawing(window: Opening):
    async with window() as app:
        for step, title in (
            ("open-decisions", "What is still open"), ("who-lives-here", "Who has not been heard"),
            ("activities", "When you meet people"), ("data-walk", "What hangs where"),
            ("what-we-heard", "What we heard, and what"), ("report-back", "Who waits to hear"),
        ):  # fmt: skip
            desk(app).go(Place("step", step))
            await app.quiet()
            await app.press("f5")
            await app.quiet()
            assert title in app.text()
            await app.press("escape")
            await app.quiet()
            assert desk(app).frame.view.view == "step"
