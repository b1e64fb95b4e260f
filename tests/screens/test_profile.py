"""The profile drawn: levels, coverage, lowest, spread, the team's line and word; never a total."""

from __future__ import annotations

from pathlib import Path

import pytest

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
from tests.screens.conftest import Opening, Window

THRESHOLD = "There is no standard threshold"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "plan.workbook.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def row(app: Window, name: str) -> str:
    """The line of a condition."""
    found = [one for one in app.text().splitlines() if name in one and ("■" in one or "·" in one)]
    return found[0] if found else ""


@pytest.mark.parametrize("size", SIZES)
async def test_prairie_fork_as_in_status_and_in_its_plan(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size=size) as app:
        await go(app, "profile", "readiness")
        for name, level, checked in (
            ("Leaders", "2.2", "4 of 6"), ("Partnership", "2.0", "3 of 5"),
            ("Systems change", "1.8", "3 of 6"), ("Capacity", "2.0", "4 of 6"),
            ("Engagement", "1.8", "4 of 6"),
        ):  # fmt: skip
            assert row(app, name).rstrip("│ ").endswith(f"{level}  {checked}"), name
        await app.press("down", "down")
        text = " ".join(app.text().split())
        assert "Systems change: being talked about (1.8). 6 of 6 answered, 3 with evidence." in text
        assert "Lowest: Willing to change their own rules at 1, and 1 more." in " ".join(
            one.strip("│ ") for one in app.text().splitlines()
        ).replace("  ", " ")
        assert THRESHOLD in text
        assert text.count("Partly in place") == 5
        assert "total" not in text.lower()
        fits(app)


async def test_the_worked_check_of_the_field_paper(window: Opening):
    async with window() as app:
        round = a_round(app)
        rate(app, round, "", 4, 4, 2, 1, "unknown")
        rate(app, round, "")
        part = plan(app).curriculum.assessments["readiness"].dimensions[0].indicators
        plan(app).add("rating", {"round": round, "indicator": part[5].id, "level": 3})
        for one in plan(app).db.of("rating"):
            if one["indicator"] != part[3].id and one["level"] != "unknown":
                plan(app).put(one.doc_id, "A letter", "evidence")
        await go(app, "profile", "readiness")
        assert row(app, "Leaders").endswith("2.8  4 of 5")
        text = " ".join(app.text().split())
        assert "Leaders: under way (2.8). 5 of 6 answered, 4 with evidence." in text
        assert "Lowest: At least two further sectors at 1." in text


async def test_claims_are_hollow_and_listed_to_be_checked(window: Opening):
    async with window() as app:
        rate(app, a_round(app), "", 4, 3, 2)
        await go(app, "profile", "readiness")
        assert row(app, "Leaders").count("■") == 5  # 2 of 3 stand on nothing: (4+3)/3 of 3.0
        assert row(app, "Leaders").count("□") == 19
        text = app.text()
        assert "Claims to check" in text
        assert "4 Government executive committed" in text


async def test_the_teams_own_line_is_theirs_and_makes_the_gaps(window: Opening):
    async with window() as app:
        rate(app, a_round(app), "", 2, 3, 2, 1, evidence="A letter")
        await go(app, "profile", "readiness")
        await app.press("l")
        await app.type("3")
        await app.press("enter")
        await app.type("So that nobody is left with promises")
        await app.press("enter")
        assert "Who sets this line?" in app.text()
        await app.press("enter")
        [line] = app.file()["team_line"].values()
        assert (line["level"], line["who"]) == (3, ["Ana"])
        assert line["reason"] == "So that nobody is left with promises"
        assert line["date"] == "2026-05-20"
        assert "┃" in row(app, "Leaders")
        text = app.text()
        assert "Below your own line" in text
        assert "Your team's own line: 3." in " ".join(text.split())
        assert "to 3" in text


async def test_what_is_necessary_is_said_in_words_from_what_was_promised(window: Opening):
    async with window() as app:
        rate(app, a_round(app), "", 4, 4, 4)
        await go(app, "profile", "readiness")
        both = "Chapter 1 calls necessary, and none holds: government executive; community"
        assert both in " ".join(app.text().split())
        plan(app).add("commitment", {"who": ["The mayor"], "kind": "executive"})
        await app.quiet()
        assert "none holds: community organization leader." in " ".join(app.text().split())
        await app.pilot.resize_terminal(120, 36)
        await app.quiet()
        assert "Community organization leader: no commitment is written down." in app.text()
        assert "Government executive: no" not in app.text()


@pytest.mark.parametrize("size", SIZES)
async def test_the_same_as_a_table_and_rounds_side_by_side(
    window: Opening, example: Path, size: tuple[int, int]
):
    async with window(example, size=size) as app:
        await go(app, "profile", "readiness")
        await app.press("T")
        lines = [one.strip("│ ") for one in app.text().splitlines()]
        [found] = [one for one in lines if "Partnership" in one and "2.0" in one]
        assert " ".join(found.split()[-9:]) == "2.0 5 of 6 3 of 5 1.8–2.0 3"
        fits(app)
        await app.press("s")
        head = next(one for one in app.text().splitlines() if "condition" in one)
        assert "January 21, 2026" in head
        assert "February 5, 2026" in head
        fits(app)


async def test_another_round_is_gone_to_and_comes_back(window: Opening, example: Path):
    async with window(example) as app:
        await go(app, "profile", "readiness")
        await app.press("left")
        assert "Readiness, January 21, 2026" in app.text()
        assert "too few" in app.text() or "–" in row(app, "Leaders")
        await app.press("right")
        assert "Readiness, February 5, 2026" in app.text()


async def test_a_gap_becomes_a_step_with_one_key_and_undo_takes_it_back(window: Opening):
    async with window() as app:
        rate(app, a_round(app), "", 4, 4, 1, 4)
        await go(app, "profile", "readiness")
        await app.press("g")
        assert "preparedness_step" in app.file()
        [step] = app.file()["preparedness_step"].values()
        assert step["missing"] == "Money, hours and tools with amounts"
        assert step["condition"] == "readiness.leaders"
        assert "a step" in app.text()
        await app.press("g")
        assert len(app.file()["preparedness_step"]) == 1
        await app.press("ctrl+z")
        assert not app.file().get("preparedness_step")


async def test_the_word_of_the_team_is_written_after_a_round(window: Opening):
    async with window() as app:
        rate(app, a_round(app), "", 2, 2, 2)
        await go(app, "profile", "readiness")
        assert "○ your word" in app.text()
        await app.press("j")
        await app.type("partly")
        await app.press("enter")
        await app.quiet()
        assert here(app).view == "condition"
        await app.type("The board voted; j and g are letters here")
        await app.press("escape")
        [word] = app.file()["judgement"].values()
        assert word["dimension"] == "readiness.leaders"
        assert (word["judgement"], word["date"]) == ("partly", "2026-05-20")
        assert word["reason"] == "The board voted; j and g are letters here"
        assert here(app).view == "profile"
        assert "Partly in place" in app.text()


async def test_a_later_round_gets_a_word_of_its_own_and_the_earlier_stays(window: Opening):
    async with window() as app:
        old = a_round(app)
        plan(app).put(old, "2026-01-10", "date")
        plan(app).add(
            "judgement",
            {"dimension": "readiness.leaders", "judgement": "not-yet", "date": "2026-01-11"},
        )
        rate(app, a_round(app), "", 2, 2, 2)
        await go(app, "condition", "readiness.leaders")
        assert "It was said before this round" in app.text()
        await app.press("j")
        await app.type("in place")
        await app.press("enter")
        words = [one["judgement"] for one in app.file()["judgement"].values()]
        assert sorted(words) == ["in-place", "not-yet"]


async def test_a_removed_rater_and_what_nobody_rated_break_nothing(window: Opening):
    async with window() as app:
        round = a_round(app, "Heron", "Maple", closed=True)
        heron, maple = raters(app, round)
        rate(app, round, heron, 1, 1, 1)
        rate(app, round, maple, 3, 3, 3)
        plan(app).add(
            "consensus", {"round": round, "indicator": "readiness.leaders.case", "level": 2}
        )
        plan(app).add(
            "consensus", {"round": round, "indicator": "readiness.leaders.executive", "level": 2}
        )
        plan(app).remove(maple)
        plan(app).db.of("round").change(round, lambda found: found.update(date="2026-02-30"))
        for view, id in (("profile", "readiness"), ("condition", "readiness.leaders")):
            await go(app, view, id)
            assert "Leaders" in app.text()
        await go(app, "meeting", round, "readiness.leaders.case")
        assert "agreed" in app.text()
        assert "Nobody gave a level." in app.text()
        await go(app, "profile", "readiness")
        assert "Raters 1–3." in app.text()
        assert "2026-02-30" in app.text()


async def test_the_way_there_stands_on_the_step(window: Opening):
    async with window() as app:
        await go(app, "step", "readiness")
        assert "F5 Rate, and see how your answers lie" in app.text()
        await app.press("f5")
        assert here(app).view == "profile"
        await app.press("escape")
        assert (here(app).view, here(app).id) == ("step", "readiness")


async def test_every_assessment_is_drawn_with_its_own_words(window: Opening, example: Path):
    async with window(example) as app:
        for id, assessment in plan(app).curriculum.assessments.items():
            await go(app, "profile", id)
            assert assessment.dimensions[0].short in app.text(), id
            assert desk(app).frame.view.view == "profile"
            fits(app)


async def test_help_lists_the_keys_of_the_profile(window: Opening, example: Path):
    async with window(example, size=(120, 36)) as app:
        await go(app, "profile", "readiness")
        await app.press("f1")
        assert "never" in app.text() or "nothing added up" in app.text()
        assert "Gap to the preparedness plan" in app.text()
        await app.press("escape")
        assert here(app).view == "profile"
        await go(app, "profile", "readiness", FEBRUARY)
