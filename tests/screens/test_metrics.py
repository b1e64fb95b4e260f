"""The metrics screen: values with year and quality, trends, other places, groups; never a rank."""

import json
from pathlib import Path
from typing import Any

import pytest

from screens.ledger import Ledger
from screens.metrics import MetricsView
from screens.places import Place
from tests.imports.published import CITY, GROUPS, HEAD, ROWS, text, written
from tests.screens.conftest import Opening, Window
from workbook.imports.metric_changes import changes, take_in
from workbook.imports.metrics import take
from workbook.imports.published import Published
from workbook.plan import Plan

BOONE, GREENE = "29019", "29077"
WEAK = "! Weak: do not act on this alone."


def bring(plan: Plan, folder: Path, content: str, *codes: str, medians: bool = False) -> None:
    """Takes a published file into a plan; the first code is the plan's own place."""
    path = written(folder / "metrics.csv", content)
    taken = take(Published(path, plan.curriculum.framework["metric"]), codes, medians=medians)
    take_in(plan, changes(plan, taken, codes[0], path.name))


async def metrics(app: Window, id: str = "") -> MetricsView:
    desk: Any = app.pilot.app
    desk.go(Place("metrics", id))
    await app.quiet()
    await app.quiet()
    view = desk.frame.view
    assert isinstance(view, MetricsView)
    return view


@pytest.fixture
def filled(plan: Plan, tmp_path: Path) -> Path:
    """A workbook with three metrics of Boone County, a place beside it and two groups."""
    more = "2021,29,001,Missouri,Adair County,25000,0.5,0.4,0.6,Marginal,,,90,Strong"
    bring(plan, tmp_path, text(*ROWS, more), BOONE, GREENE, medians=True)
    bring(plan, tmp_path, "\n".join(GROUPS) + "\n", BOONE)
    bring(plan, tmp_path, text(), BOONE, GREENE)
    path = tmp_path / "plan.workbook.json"
    held = {"_meta": {"schema": {"version": 1}}, "answers": {}, **(plan.db.storage.read() or {})}
    path.write_text(json.dumps(held))
    return path


def of(path: Path, variable: str) -> str:
    """The id of the series of everyone in Boone County."""
    series = json.loads(path.read_text())["metric_series"]
    return next(
        id for id, one in series.items()
        if (one["variable"], one["place_code"], one.get("subgroup")) == (variable, BOONE, None)
    )  # fmt: skip


def row(app: Window, name: str) -> str:
    return next(one for one in app.text().splitlines() if name in one and "’" in one)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
@pytest.mark.parametrize("table", [False, True])
async def test_every_row_fits_and_the_selected_one_is_in_sight(window, filled, size, table):
    async with window(filled, size=size) as app:
        view = await metrics(app)
        if table:
            await app.press("T")
        ledger = view.query_one(Ledger)
        for _ in range(3):
            rows = str(ledger.render()).split("\n")
            assert max(map(len, rows)) <= ledger.content_size.width
            assert ledger.content_size.height == len(rows)
            assert "▌" in app.text()
            await app.pilot.press("pagedown")
            await app.quiet()


async def test_a_value_stands_with_its_year_quality_trend_and_others(window: Opening, filled: Path):
    async with window(filled, size=(120, 36)) as app:
        await metrics(app, of(filled, "share_employed"))
        shown = row(app, "Employed, ages 25–54")
        assert "82.0%  ’21  ! Weak" in shown
        assert "75.0%" in shown
        assert "▾" in shown
        said = app.text()
        assert "82.0% in 2021, between 78.0% and 86.0% · ! weak · higher is better" in said
        assert WEAK in said
        assert "Greene           ■■■■■■■■■■" in said
        assert "▾ 4 points apart by gender: Female to Male (weak: do not act on this alone)" in said
        assert "source: Urban Institute, Mobility Metrics" in said
        assert not {"rank", "score", "total"} & set(said.lower().split())


async def test_the_groups_that_lie_furthest_apart_are_drawn_and_all_are_named(
    window: Opening, plan: Plan, tmp_path: Path
):
    rows = [f"2021,29,019,Missouri,Boone County,{name},race,{value},,,"
            for name, value in (("Black", 0.5), ("Hispanic", 0.6), ("White", 0.9))]  # fmt: skip
    bring(plan, tmp_path, "\n".join((*GROUPS, *rows)) + "\n", BOONE)
    path = tmp_path / "plan.workbook.json"
    held = {"_meta": {"schema": {"version": 1}}, "answers": {}, **(plan.db.storage.read() or {})}
    path.write_text(json.dumps(held))
    async with window(path, size=(120, 36)) as app:
        await metrics(app, of(path, "share_employed"))
        assert "Black            ■■■■■■■ " not in app.text()
        assert "Black            ■■■■■■■·" in app.text()
        assert "Female           ■" not in app.text()
        assert "40 points apart by race: Black to White" in app.text()
        assert "T names every group" in app.text()
        await app.press("T")
        said = " ".join(app.text().replace("│", " ").split())
        assert "by gender: Female 80.0%, Male 84.0% (!)" in said
        assert "by race: Black 50.0%, Hispanic 60.0%, White 90.0%" in said


async def test_a_narrow_window_and_the_table_say_the_same_in_words(window: Opening, filled: Path):
    async with window(filled) as app:
        await metrics(app, of(filled, "share_employed"))
        assert WEAK in app.text()
        assert "Beside it, 2021: Greene County 75.0%; Median of counties (of 3) 65.0%" in app.text()
        assert "by gender: Female 80.0%, Male 84.0% (!)" in app.text()
        assert " ▃▅ " in row(app, "Employed")
        await app.press("T")
        assert "80.0% ’20" in row(app, "Employed")


async def test_a_year_without_a_value_is_a_gap_and_is_not_filled(window, plan, tmp_path):
    rows = [ROWS[0].replace("2020", "2017"), ROWS[0].replace("2020", "2019")]
    bring(plan, tmp_path, text(*rows, head=HEAD), BOONE)
    path = tmp_path / "plan.workbook.json"
    held = {"_meta": {"schema": {"version": 1}}, "answers": {}, **plan.db.storage.read()}
    path.write_text(json.dumps(held))
    async with window(path, size=(120, 50)) as app:
        await metrics(app)
        assert "▄·▄" in row(app, "Injury deaths")


async def test_one_key_writes_a_reading_a_judgement_and_a_finding(window: Opening, filled: Path):
    async with window(filled, size=(120, 36)) as app:
        key = of(filled, "rate_injury_death")
        await metrics(app, key)
        await app.press("c")
        [reading] = app.file()["metric_reading"].values()
        assert (reading["predictor"], reading["judged"]) == ("safety-from-trauma", "concern")
        assert reading["note"] == (
            "Deaths from injury: 60.5 (2020, strong). Source: Urban Institute, Mobility Metrics."
        )
        assert "– concern" in row(app, "Injury deaths")
        await app.press("c")
        assert "judged" not in next(iter(app.file()["metric_reading"].values()))
        await app.press("s", "f")
        await app.type("Why.")
        await app.press("escape")
        [finding] = app.file()["finding"].values()
        [id] = app.file()["metric_reading"]
        assert finding["evidence_for"] == [key, id]
        assert (finding["predictors"], finding["judged"]) == (["safety-from-trauma"], "strength")
        assert finding["claim"] == "Why."


async def test_an_empty_screen_teaches_and_a_city_stands_beside_a_county(
    window: Opening, plan: Plan, tmp_path: Path
):
    path = tmp_path / "plan.workbook.json"
    async with window(path) as app:
        await metrics(app)
        assert "No published figures yet." in app.text()
        assert "Download a county or city file of the Mobility Metrics" in app.text()
    bring(plan, tmp_path, text(), BOONE)
    bring(plan, tmp_path, "\n".join(CITY) + "\n", "2915670")
    held = {"_meta": {"schema": {"version": 1}}, "answers": {}, **(plan.db.storage.read() or {})}
    path.write_text(json.dumps(held))
    async with window(path) as app:
        await metrics(app)
        assert "Where Boone County stands" in app.text()
        await app.press("p")
        await app.type("Co\n")
        assert "Where Columbia city stands" in app.text()


async def test_a_file_is_taken_in_on_the_screen_after_a_look_at_it(
    window: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    written(tmp_path / "county.csv", text())
    monkeypatch.chdir(tmp_path)
    async with window(tmp_path / "plan.workbook.json", size=(120, 36)) as app:
        await metrics(app)
        await app.press("i")
        await app.type("no.csv\n")
        await settled(app, "Nothing was taken in")
        await app.press("i")
        await app.type("county.csv\n")
        await settled(app, "Which county is yours?")
        await app.type("29019\n")
        assert "With which places do you compare?" in app.text()
        await app.type("Gr\n")
        await app.press("tab")
        await settled(app, "take this in")
        assert "Boone County, Missouri (29019): 3 metrics of 3 predictors" in app.text()
        assert "metric_series" not in app.file()
        await app.press("y")
        assert len(app.file()["metric_series"]) == 5
        assert "Where Boone County stands" in app.text()
        await app.press("ctrl+z")
        assert app.file().get("metric_series", {}) == {}


async def test_a_figure_of_ones_own_is_written_with_its_source(window: Opening, tmp_path: Path):
    async with window(tmp_path / "plan.workbook.json", size=(120, 36)) as app:
        await metrics(app)
        await app.press("a")
        await app.type("[red]Filings\n")
        await app.type("many\n")
        assert "○ “many” is not a number, its unit and the year" in app.text()
        await app.press("ctrl+u")
        await app.type("412 2025\n")
        await app.type("Clerk\n")
        [one] = app.file()["metric_series"].values()
        assert (one["source"], one["values"]["2025"]["value"]) == ("Clerk", 412)
        await app.quiet()
        assert "◆ Local " in row(app, "[red]Filings")
        assert "Clerk" in app.text()
        await app.press("delete")
        assert app.file()["metric_series"] == {}


async def settled(app: Window, words: str) -> None:
    """Waits until some words stand on the screen: a thread reads the file."""
    for _ in range(200):
        await app.pilot.pause(0.02)
        if words in app.text():
            return
    raise AssertionError(app.text())
