"""A rater's sheet and a meeting: levels by number, evidence, votes, the spread, the agreement."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.screens.assessing import (
    EXAMPLE,
    FEBRUARY,
    SIZES,
    a_round,
    desk,
    fits,
    go,
    here,
    plan,
    rate,
    raters,
)
from tests.screens.conftest import Opening
from workbook.records.assessing import Round

EXECUTIVE = "readiness.leaders.executive"
ANCHORS = ("Nobody has raised it", "Some people are interested", "At least one party",
           "Agreed, given to someone", "Several partners rely on it")  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_of_every_level_are_in_sight_while_one_is_chosen(
    window: Opening, size: tuple[int, int]
):
    async with window(size=size) as app:
        await go(app, "rating", a_round(app, "Heron", "Maple"), "")
        assert all(one in app.text() for one in (*ANCHORS, "Don't know", "Level 3 looks like"))
        fits(app)
        await app.press("3")
        assert all(one in app.text() for one in ANCHORS)
        assert "◉ 3  In place." in app.text()
        assert "At 3 an outsider could check it" in app.text()


async def test_change_in_systems_is_rated_in_its_own_words(window: Opening):
    async with window() as app:
        await go(app, "rating", a_round(app, assessment="systems-change", closed=True))
        assert "3  Taking hold." in app.text()
        assert "In place" not in app.text()


async def test_level_evidence_kind_and_day_are_kept_and_undone_one_by_one(window: Opening):
    async with window() as app:
        round = a_round(app, "Heron", "Maple")
        heron = raters(app, round)[0]
        await go(app, "rating", round, heron)
        await app.press("4")
        await app.press("tab")
        await app.type("Letter of May 4")
        await app.press("tab", "1", "alt+down")
        assert "item 2 of 30" in app.text()
        await app.press("question_mark")
        first, second = sorted(app.file()["rating"].values(), key=lambda one: one["order"])
        assert first == {
            "round": round, "rater": heron, "indicator": EXECUTIVE, "level": 4,
            "evidence": "Letter of May 4", "evidence_kind": "document", "date": "2026-05-20",
            "order": first["order"],
        }  # fmt: skip
        assert second["level"] == "unknown"
        await app.press("ctrl+z")
        assert len(app.file()["rating"]) == 1
        await app.press("ctrl+z")
        assert "evidence_kind" not in next(iter(app.file()["rating"].values()))


async def test_a_level_is_taken_away_and_given_anew(window: Opening):
    async with window() as app:
        await go(app, "rating", a_round(app, closed=True))
        await app.press("2", "backspace")
        assert "◉" not in app.text()
        [found] = app.file()["rating"].values()
        assert "level" not in found
        await app.press("0")
        [found] = app.file()["rating"].values()
        assert found["level"] == 0


async def test_alone_one_rates_from_the_profile_without_a_further_step(window: Opening):
    async with window() as app:
        await go(app, "profile", "readiness")
        await app.press("r")
        await app.type("alone")
        await app.press("enter")
        for level in "221":
            await app.press(level, "enter")
        await app.press("escape")
        await app.quiet()
        assert "Leaders: being talked about (1.7)." in " ".join(app.text().split())
        [round] = app.file()["round"].values()
        assert round["closed"] is True
        await app.press("r")
        await app.type("go on")
        await app.press("enter")
        await app.quiet()
        assert "item 4 of 30" in app.text()


async def test_after_the_last_item_the_first_without_a_level_then_the_profile(window: Opening):
    async with window() as app:
        round = a_round(app, closed=True)
        for at in range(5):
            rate(app, round, "", 2, 2, 2, 2, 2, *([2] if at else []), at=at)
        await go(app, "rating", round)
        assert "item 6 of 30" in app.text()
        await app.press(*["right"] * 24)
        assert "item 30 of 30" in app.text()
        await app.press("enter")
        assert "item 6 of 30" in app.text()
        await app.press("1", *["right"] * 24, "enter")
        await app.quiet()
        assert here(app).view == "profile"


async def test_a_round_that_is_removed_under_the_sheet_leads_back(window: Opening):
    async with window() as app:
        round = a_round(app, "Heron", "Maple")
        await go(app, "rating", round, raters(app, round)[0])
        plan(app).remove(round)
        await app.quiet()
        await app.quiet()
        assert here(app).view == "profile"


async def test_a_removed_rater_has_no_sheet(window: Opening):
    async with window() as app:
        round = a_round(app, "Heron", "Maple")
        heron = raters(app, round)[0]
        plan(app).remove(heron)
        await go(app, "rating", round, heron)
        assert here(app).view == "overview" or "Overview" in app.text()
        await go(app, "profile", "readiness")
        assert "1 expected." in app.text()
        await app.press("r")
        assert "Maple" in app.text()
        assert "removed" not in app.text()


# A meeting


async def test_a_meeting_votes_seat_by_seat_sees_the_spread_and_agrees(window: Opening):
    async with window() as app:
        await go(app, "profile", "readiness")
        await app.press("r")
        await app.type("meeting")
        await app.press("enter", *["backspace"] * 3)
        await app.type("three")
        await app.press("enter")
        assert "Write a number from 1 to 30." in app.text()
        await app.press(*["backspace"] * 5)
        await app.type("3")
        await app.press("enter")
        await app.quiet()
        await app.press("1", "3")
        assert "2 of 3 in" in app.text()
        assert "●" not in app.text()
        await app.press("3")
        assert "3  In place        ● ●" in app.text()
        assert "From 1 to 3, the middle at 3." in app.text()
        await app.press("2")
        assert "2  Started         agreed" in app.text()
        file = app.file()
        assert sorted(one["level"] for one in file["rating"].values()) == [1, 3, 3]
        [agreed] = file["consensus"].values()
        assert (agreed["indicator"], agreed["level"]) == (EXECUTIVE, 2)
        await app.press("tab")
        await app.type("The clerk sees it lower")
        await app.press("escape")
        [agreed] = app.file()["consensus"].values()
        assert agreed["note"] == "The clerk sees it lower"


async def test_votes_are_taken_back_the_last_one_first(window: Opening):
    async with window() as app:
        round = a_round(app, "Seat 1", "Seat 2", closed=True)
        await go(app, "meeting", round)
        await app.press("1", "2", "4", "backspace")
        assert "agreed" not in app.text().replace("agreed on", "")
        await app.press("backspace")
        assert "1 of 2 in" in app.text()
        [vote] = app.file()["rating"].values()
        assert (vote["level"], vote["rater"]) == (1, raters(app, round)[0])
        await app.press("enter")
        assert "All gave 1." in app.text()


async def test_a_round_is_talked_through_from_its_widest_spread(window: Opening, tmp_path: Path):
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    async with window(path) as app:
        for one in plan(app).db.of("consensus"):
            if one["indicator"] in ("readiness.systems.words", "readiness.systems.causes"):
                plan(app).remove(one.doc_id)
        await go(app, "meeting", FEBRUARY, EXECUTIVE)
        await app.press("w")
        assert "A   C O M M O N   W O R K I N G" in app.text()
        await app.press("2")
        found = [one for one in app.file()["consensus"].values()
                 if one["indicator"] == "readiness.systems.words"]  # fmt: skip
        assert [one["level"] for one in found] == [2]


@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_fits_its_wall(window: Opening, tmp_path: Path, size: tuple[int, int]):
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    async with window(path, size=size) as app:
        await go(app, "meeting", FEBRUARY)
        for _ in range(30):
            fits(app)
            await app.pilot.press("right")


async def test_an_open_round_is_not_put_on_the_wall(window: Opening):
    async with window() as app:
        round = a_round(app, "Heron", "Maple")
        await go(app, "meeting", round)
        await app.press("3")
        assert "“First look” is open." in app.text()
        assert "rating" not in app.file()


async def test_an_enter_that_overtakes_a_name_adds_that_name(window: Opening):
    async with window() as app:
        await go(app, "profile", "readiness")
        await app.press("r", "enter")
        await app.type("Heron\n")
        picker = desk(app).screen
        picker.query_one(Input).value = "Maple"
        picker.action_take()
        await app.press("tab")
        (round,) = plan(app).records(Round)
        assert [plan(app).label(one) for one in round.raters] == ["Heron", "Maple"]


@pytest.mark.parametrize("view", ["meeting", "rating"])
async def test_a_round_or_a_rater_that_is_removed_meanwhile_leads_back_to_the_profile(
    window: Opening, view: str
):
    async with window() as app:
        round = a_round(app, "Heron", "Maple", closed=view == "meeting")
        rater = raters(app, round)[0]
        await go(app, view, round, rater if view == "rating" else "")
        await app.press("3")
        plan(app).remove(rater if view == "rating" else round)
        await app.quiet()
        assert here(app).view == "profile"
