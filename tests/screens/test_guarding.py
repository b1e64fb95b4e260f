"""What fast fingers, two windows, odd files and odd names do: nothing is lost, nothing ends it."""

import json
import stat
from pathlib import Path

import pytest
from textual.events import Key

from screens.agreeing import agree
from tests.conftest import TODAY
from tests.screens.conftest import Opening, Window
from tests.screens.test_writing import go
from workbook.curriculum import CHAPTERS
from workbook.session import Session, open_session


async def tab_to(app: Window, field: str) -> None:
    while app.pilot.app.focused.spot.field != field:  # type: ignore[union-attr]
        await app.press("tab")


def other_window(app: Window, who: str = "Ben") -> Session:
    assert app.path is not None
    return open_session(app.path, app.pilot.app.curriculum, who=who, today=TODAY)  # type: ignore[attr-defined]


async def test_a_row_with_nothing_but_half_a_date_stays(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await tab_to(app, "starts")
        await app.type("June 2")
        await app.press("escape")
        assert "· 1 to mend" in app.text().splitlines()[0]
        assert len(app.file()["activity"]) == 1


async def test_an_empty_row_goes_away_also_by_way_of_help(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus", "f1", "ctrl+o")
        assert not app.file().get("activity")


async def test_what_another_wrote_into_the_field_one_types_in_is_kept_beside(window: Opening):
    async with window() as app:
        await app.press("tab")
        await app.type("A")
        theirs = other_window(app)
        theirs.plan.put("workbook.place", "All of it, from the river up")
        theirs.save()
        theirs.close()
        app.pilot.app.session.poll()  # type: ignore[attr-defined]
        await app.type("B")
        assert "F10 takes what Ben wrote here: “All of it, from" in app.text()
        file = app.file()
        assert file["answers"]["workbook.place"]["value"] == "AB"
        [clash] = file["_conflicts"].values()
        assert (clash["kept"], clash["other"]) == ("AB", "All of it, from the river up")


async def test_a_field_that_one_only_stands_in_shows_what_another_wrote(window: Opening):
    async with window() as app:
        theirs = other_window(app)
        theirs.plan.put("workbook.community", "Marten")
        theirs.save()
        theirs.close()
        app.pilot.app.session.poll()  # type: ignore[attr-defined]
        await app.quiet()
        await app.type("!")
        assert app.file()["answers"]["workbook.community"]["value"] == "Marten!"
        assert not app.file().get("_conflicts")


async def test_a_value_that_comes_from_elsewhere_mends_the_text_that_was_none(window: Opening):
    async with window() as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Walk")
        await tab_to(app, "starts")
        await app.type("June 2")
        await app.press("escape")
        [id] = app.file()["activity"]
        theirs = other_window(app, "Ana")
        theirs.plan.put(id, "2027-06", "starts")
        theirs.save()
        theirs.close()
        while "to mend" in app.text():
            await app.pilot.pause(0.1)
        await app.press("enter")
        assert "2027-06" in app.text()


async def test_undo_in_a_field_takes_back_what_it_could_not_read(window: Opening):
    async with window() as app:
        await app.type("Marten")
        await go(app, "activities")
        await app.press("plus")
        await app.type("Walk")
        await tab_to(app, "starts")
        await app.type("zz")
        await app.press("ctrl+z")
        assert "zz" not in app.text()
        assert "Marten" in str(app.file())
        assert "Walk" in str(app.file())


@pytest.fixture
async def read_only(window: Opening, tmp_path: Path) -> Path:
    path = tmp_path / "plan.workbook.json"
    async with window(path=path) as app:
        await go(app, "activities")
        await app.press("plus")
        await app.type("Walk")
    path.write_text(path.read_text().replace('"version": 1', '"version": 2'))
    return path


@pytest.mark.parametrize(
    "keys", [["f8"], ["escape", "plus"], ["escape", "d"], ["escape", "delete"]]
)
async def test_nothing_changes_a_workbook_that_can_only_be_read(
    window: Opening, read_only: Path, keys: list[str]
):
    before = read_only.read_bytes()
    async with window(path=read_only) as app:
        await app.press(*keys)
        assert "newer" in app.text()  # a toast breaks its lines by the length of the path
        plan = app.pilot.app.plan  # type: ignore[attr-defined]
        assert [one.data["title"] for one in plan.rows(plan.curriculum.tables["activities"])] == [
            "Walk"
        ]
    assert read_only.read_bytes() == before


async def test_closing_a_workbook_that_can_only_be_read_asks_what_leaving_it_asks(
    window: Opening, read_only: Path
):
    async with window(path=read_only) as app:
        await app.type(" more")
        app.pilot.app.close_workbook()  # type: ignore[attr-defined]
        await app.quiet()
        assert "What you typed is lost" in app.text()
        await app.press("n")
        assert "Walk more" in app.text()


async def test_help_on_welcome_offers_nothing_that_needs_a_workbook(window: Opening):
    async with window(path=None) as app:
        await app.press("f1", "ctrl+t", "ctrl+z", "f9", "ctrl+g")
        assert "Choose a workbook, begin a new one" in app.text()
        assert app.pilot.app.is_running


async def test_fast_fingers_open_one_example(window: Opening):
    async with window(path=None) as app:
        for _ in "xx":
            app.pilot.app.post_message(Key("x", "x"))
        await app.quiet()
        assert "Prairie Fork County" in app.text()


async def test_an_example_that_cannot_be_copied_is_said(window: Opening, tmp_path: Path):
    (tmp_path / "xdg_data_home").write_text("in the way")
    async with window(path=None) as app:
        await app.press("x")
        assert "The example cannot be copied" in " ".join(app.text().split())


@pytest.mark.parametrize("name", ["~nobody9x/plan.json", "x" * 300])
async def test_a_path_that_cannot_be_is_said_to_be_none(window: Opening, name: str):
    async with window(path=None) as app:
        await app.press("o")
        await app.type(name)
        await app.press("enter")
        assert "There is no file" in app.text()


async def test_a_name_without_end_makes_no_workbook(
    window: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with window(path=None) as app:
        await app.press("1")
        await app.type("x" * 201)
        await app.press("enter")
        assert "A line holds 200 characters" in " ".join(app.text().split())
    assert not list(tmp_path.glob("*.json"))


async def test_a_remembered_place_that_cannot_be_looked_at_hides_no_other(
    window: Opening, tmp_path: Path
):
    state = tmp_path / "xdg_state_home" / "mobility-workbook"
    state.mkdir(parents=True)
    entry = {
        "path": "/" + "x" * 300,
        "name": "Gone",
        "place": ["step", "place", "", ""],
        "when": "",
    }
    (state / "recent.json").write_text(json.dumps([entry]))
    async with window(path=None) as app:
        assert "Begin" in app.text()
        assert "Gone" not in app.text()


async def test_an_agreement_without_end_is_refused_where_it_is_written(window: Opening):
    async with window() as app:
        agree(app.pilot.app)
        await app.quiet()
        await app.type("x" * 201)
        await app.press("enter")
        assert "A line holds 200 characters" in " ".join(app.text().split())


async def test_a_row_that_points_to_what_was_removed_is_duplicated_without_that(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan  # type: ignore[attr-defined]
        decision = plan.add("open_decision", {"decision": "Which first?"})
        plan.add("activity", {"title": "Walk", "decision": decision})
        plan.remove(decision)
        await go(app, "activities")
        await app.press("d")
        rows = list(app.file()["activity"].values())
        assert [one["title"] for one in rows] == ["Walk", "Walk"]
        assert sum("decision" in one for one in rows) == 1


async def test_levels_of_an_open_round_stand_on_no_screen(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan  # type: ignore[attr-defined]
        raters = [plan.add("rater", {"alias": name}) for name in ("Heron", "Otter")]
        round = plan.add("round", {"name": "First", "assessment": "readiness", "raters": raters})
        line = "readiness.leaders.executive"
        for rater in raters:
            plan.add("rating", {"round": round, "rater": rater, "indicator": line, "level": 4})
        await go(app, "readiness")
        for _ in range(30):
            assert "Holding" not in app.text()
            await app.press("tab")
        rating = next(iter(app.file()["rating"]))
        from screens.places import Place

        app.pilot.app.go(Place("record", rating))  # type: ignore[attr-defined]
        await app.quiet()
        assert "◉" not in app.text()
        await tab_to(app, "level")
        await app.press("3")
        assert "◉ 3" in app.text()
        await app.press("tab")
        assert "◉" not in app.text()
        plan.put(round, True, "closed")
        await app.quiet()
        assert "◉" in app.text()


async def test_rows_are_sorted_by_what_they_show(window: Opening):
    async with window() as app:
        plan = app.pilot.app.plan  # type: ignore[attr-defined]
        for name in ("Cedar", "Aspen", "Birch"):
            decision = plan.add("open_decision", {"decision": name})
            plan.add("activity", {"title": f"Walk {name}", "decision": decision, "audience": name})
        await go(app, "activities")
        text = ""
        for _ in range(6):
            await app.press("s")
            text = app.text()
            if "For whom ↓" in text or "Activity ↓" in text:
                break
        assert text.index("Walk Aspen") < text.index("Walk Birch") < text.index("Walk Cedar")


async def test_where_one_was_is_written_for_the_owner_alone_and_at_the_end(
    window: Opening, tmp_path: Path
):
    async with window() as app:
        await app.press("tab", "tab", "escape", "escape")
        assert not app.pilot.app.is_running
    file = tmp_path / "xdg_state_home" / "mobility-workbook" / "recent.json"
    [entry] = json.loads(file.read_text())
    assert entry["place"][2] == "embarking.why-now"
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert CHAPTERS not in file.read_text()
