"""F1: what this screen is for, the field that one is in, the keys, the words, where the file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from screens.places import Place
from tests.screens.conftest import Opening, Window

TALL = (100, 140)


async def go(app: Window, *place: str) -> None:
    app.pilot.app.go(Place(*place))
    await app.quiet()


def parts(app: Window) -> dict[str, str]:
    """What stands under each heading, on one line."""
    found: dict[str, list[str]] = {}
    under: list[str] = []
    for line in app.text().splitlines()[1:-1]:
        if line.startswith("  ") and (line[2:] in HEADINGS):
            under = found.setdefault(line[2:], [])
        else:
            under.append(line.strip(" ▁▂▃▄▅▆▇"))
    return {head: " ".join(filter(None, lines)) for head, lines in found.items()}


HEADINGS = [
    "This screen", "The field that you are in", "Keys here", "Words here", "Keys on every screen",
    "In the list of commands, ^p", "Writing", "Your file", "With others",
]  # fmt: skip
"""In the order in which they stand."""


async def test_it_begins_with_the_step_and_the_field_that_one_is_in(window: Opening):
    async with window(size=TALL) as app:
        step = app.pilot.app.step_here()
        await app.press("f1")
        told = parts(app)
        assert [one for one in HEADINGS if one in told] == list(told)
        assert step.title in told["This screen"]
        assert "One step of the walk" in told["This screen"]
        assert (
            "What is your community or coalition called? One line of text."
            in (told["The field that you are in"])
        )
        assert "Upward mobility: Getting ahead" in told["Words here"]
        assert "Go on to the next step of the walk." in told["Keys on every screen"]
        assert "plan.workbook.json" in told["Your file"].replace(" ", "")
        assert "does not endorse it" in app.text()
        await app.press("escape")
        assert app.pilot.app.focused is not None


async def test_a_date_is_explained_where_one_is_asked(window: Opening, example: Path):
    async with window(example, size=TALL) as app:
        activity = next(iter(app.pilot.app.plan.db.of("activity")))
        await go(app, "record", activity.doc_id, "starts", "activities")
        await app.press("f1")
        assert "or less exact: June 2027, 2027-Q3, 2027" in parts(app)["The field that you are in"]


@pytest.mark.parametrize(
    ("view", "word"),
    [("people", "Share power with: "), ("trace", "Finding: "), ("overview", "Steward: ")],
)
async def test_the_words_that_stand_on_a_drawing_are_explained_too(
    window: Opening, example: Path, view: str, word: str
):
    async with window(example, size=TALL) as app:
        await go(app, view)
        await app.press("f1")
        assert word in parts(app)["Words here"]


async def test_it_answers_over_a_list_and_over_a_question_too(window: Opening):
    async with window() as app:
        await app.press("ctrl+t", "f1")
        assert "leaves everything as it was" in " ".join(app.text().split())
    async with window(path=None) as app:
        await app.press("1", "f1")
        assert "leaves everything as it was" in " ".join(app.text().split())
        await app.press("escape")
        assert "Begin" in app.text()
