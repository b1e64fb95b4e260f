"""The story in its parts: as it reads, with the figures that it cites, which nobody types."""

from pathlib import Path
from typing import Any

import pytest

from screens.ledger import Ledger
from screens.places import Place
from screens.story import StoryView
from tests.screens.conftest import Opening, Window

FIGURE = {
    "variable": "share_homeless", "predictor": "housing-stability", "place_code": "29019",
    "geography": "Boone County, Missouri", "source": "Urban Institute, Mobility Metrics (EDFacts)",
    "values": {"2022": {"value": 0.041, "quality": 3}},
}  # fmt: skip


def desk(app: Window) -> Any:
    return app.pilot.app


async def story(app: Window) -> StoryView:
    desk(app).go(Place("story"))
    await app.quiet()
    await app.quiet()
    view = desk(app).frame.view
    assert isinstance(view, StoryView)
    return view


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_every_line_fits_and_the_parts_stand_in_their_order(window, example, size):
    async with window(example, size=size) as app:
        view = await story(app)
        ledger = view.query_one(Ledger)
        rows = str(ledger.render()).split("\n")
        assert max(map(len, rows)) <= ledger.content_size.width
        assert ledger.content_size.height == len(rows)
        await app.press("end")
        assert "cannot be opened before 2028." in " ".join(app.text().replace("▌", "").split())
        await app.press("T")
        names = (
            "What is strong",
            "How conditions",
            "Whom they",
            "What they",
            "What keeps",
            "The story",
        )
        places = [app.text().index(f"✓ {one}") for one in names]
        assert places == sorted(places)


async def test_a_figure_is_cited_by_choosing_it_and_reads_with_all_that_is_known_of_it(
    window: Opening, tmp_path: Path
):
    async with window(tmp_path / "plan.workbook.json", size=(120, 36)) as app:
        id = desk(app).plan.add("metric_series", FIGURE)
        desk(app).go(Place("step", "story", "data.story"))
        await app.quiet()
        await app.type("Here ")
        assert "^l cite a figure" in app.text()
        await app.press("ctrl+l")
        assert "Homeless students  4.1%, 2022 ! do not act on this alone" in app.text()
        await app.press("enter")
        assert app.file()["answers"]["data.story"]["value"] == f"Here [[{id}]]"
        await story(app)
        read = " ".join(app.text().replace("│", " ").split())
        assert (
            "Here 4.1% (2022, weak: do not act on this alone; Urban Institute, Mobility Me" in read
        )
        assert "○ How conditions arose nothing yet" in read
        await app.press("end")
        assert "! Cites weak figures, do not act on this alone: Students who were" in app.text()
        await app.press("enter")
        assert "How would you tell the story of mobility" in app.text()


async def test_without_figures_nothing_is_cited(window: Opening, tmp_path: Path):
    async with window(tmp_path / "plan.workbook.json") as app:
        desk(app).go(Place("step", "story", "data.story"))
        await app.quiet()
        assert "cite a figure" not in app.text()
        await app.press("ctrl+l")
        assert "There are no figures yet." in app.text()
