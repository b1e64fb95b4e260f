"""While a round is open nobody sees a level or who gave it, wherever they look."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from screens.places import Place
from tests.cli.conftest import run
from tests.conftest import TODAY
from tests.journeys.conftest import Command, held
from tests.screens.conftest import Opening, Window
from workbook.curriculum import Curriculum
from workbook.export import Shape, compose
from workbook.records import TYPES
from workbook.session import open_session
from workbook.worksheets.sheet import worksheet

__all__ = ["run"]
LEVEL, WORD = 4, "holding"
"""What every rater of the open round gives, and what it is called where it may be said."""


@pytest.fixture
def book(tmp_path: Path, command: Command, curriculum: Curriculum) -> Path:
    """A workbook with an open round that two have rated, and agreed on too early."""
    path = tmp_path / "plan.workbook.json"
    command("new", path, "--no-input", "--community", "Marten")
    session = open_session(path, curriculum, who="Ana", today=TODAY)
    plan = session.plan
    raters = [plan.add("rater", {"alias": one}) for one in ("Heron", "Maple", "Lantern")]
    round = plan.add(
        "round",
        {"assessment": "readiness", "name": "First look", "date": "2026-05-20", "raters": raters},
    )
    for one in curriculum.assessments["readiness"].indicators:
        values = {"round": round, "indicator": one.id, "level": LEVEL}
        for rater in raters[:2]:
            plan.add("rating", {**values, "rater": rater, "evidence": "A letter"})
        agreed = plan.add("consensus", values)
    rating = next(one.id for one in plan.records(TYPES["rating"]))
    for id, field, text in (
        (rating, "level", LEVEL),
        (rating, "evidence", WORD),
        (agreed, "level", LEVEL),
    ):
        plan.dispute(id, field, None, text, plan.raw(id, field), by="Heron")
    session.save()
    session.close()
    return path


def ids(book: Path, type: str) -> list[str]:
    return list(held(book)[type])


@pytest.mark.parametrize(
    "words",
    [
        ("status",), ("status", "--json"), ("check",), ("check", "--json"), ("list", "rating"),
        ("list", "rating", "--json"), ("list", "embarking.ratings"), ("list", "consensus"),
        ("list", "consensus", "--json"), ("list", "embarking.agreed-levels", "--json"),
        ("history",), ("history", "--json"), ("history", "--with-private", "all"),
        ("compare", "0"), ("compare", "0", "--json", "--with-private", "all"),
        ("restore", "0", "--dry-run"),
        ("conflicts",), ("conflicts", "--json"),
        ("find", "h", "--in", "records", "--json"), ("find", "4", "--in", "records", "--json"),
    ],
)  # fmt: skip
def test_no_command_that_looks_over_the_plan_tells(run: Any, book: Path, words: tuple[str, ...]):
    done = run(words[0], str(book), *words[1:])
    said = done.stdout + done.stderr
    assert WORD not in said.lower()
    assert "4.0" not in said
    assert not [one for one in ids(book, "rating") + ids(book, "rater") if one in said]


@pytest.mark.parametrize("type", ["rating", "consensus"])
@pytest.mark.parametrize("words", [("get",), ("get", "--json"), ("trace",), ("trace", "--json")])
def test_no_command_on_one_record_tells(run: Any, book: Path, type: str, words: tuple[str, ...]):
    one = ids(book, type)[0]
    done = run(words[0], str(book), one, *words[1:])
    said = done.stdout + done.stderr
    assert WORD not in said.lower()
    assert not [rater for rater in ids(book, "rater") if rater in said]
    assert '"level"' not in said
    assert "level:" not in said


def test_what_was_given_is_refused_by_field_and_taken_back_without_a_word_of_it(
    run: Any, book: Path
):
    one = ids(book, "rating")[0]
    for field in ("level", "rater"):
        done = run("get", str(book), one, field)
        assert done.returncode == 2
        assert "not shown while the round of rating is open" in done.stderr
    run("set", str(book), one, "level", "3")
    said = run("undo", str(book)).stderr
    assert "Taken back: “Level” of the rating" in said
    assert WORD not in said.lower()


def test_no_plan_that_is_exported_tells(command: Command, book: Path, tmp_path: Path):
    to = tmp_path / "plan.md"
    command("export", book, "-o", to)
    text = to.read_text()
    assert WORD not in text.lower()
    assert "Our answers at a glance" not in text


def test_no_document_and_no_worksheet_tells(book: Path, curriculum: Curriculum):
    session = open_session(book, curriculum, who="Ana", today=TODAY)
    for name in curriculum.companions.documents:
        text = compose(session.plan, date=TODAY, shape=Shape(name)).text
        assert WORD not in text.lower(), name
        assert "Heron" not in text, name
    steps = [curriculum.steps["readiness"]]
    text = worksheet(session.plan, steps)
    assert "Heron" not in text
    assert not re.search(r"^(4|4 holding|holding)$", text, re.MULTILINE | re.IGNORECASE)
    session.close()


def test_the_plain_prompts_do_not_tell(run: Any, book: Path):
    typed = "\n" * 3 + "rate\n1\n:skip\n:skip\n:back\n:quit\n"
    done = run("ask", str(book), "--plain", "--step", "readiness", typed=typed)
    assert "Item 2 of 30." in done.stdout
    assert "Now: there is an answer, not shown while the round of rating is open" in done.stdout
    assert "Now: 4" not in done.stdout
    assert "What could an outsider check?" not in done.stdout.partition("Item 1 of 30.")[2]
    assert "Round: First look; Rater" not in done.stdout


async def test_no_screen_tells(window: Opening, book: Path, curriculum: Curriculum):
    dimensions = curriculum.assessments["readiness"].dimensions
    places = [Place("overview"), Place("history"), Place("compare", "0"), Place("map"),
              Place("step", "readiness"), Place("table", "embarking.ratings"),
              Place("table", "embarking.agreed-levels"),
              Place("conflicts"),
              Place("profile", "readiness"), Place("decision"), Place("means"),
              Place("record", ids(book, "rating")[0]), Place("record", ids(book, "consensus")[0]),
              *(Place("condition", one.id) for one in dimensions),
              Place("meeting", ids(book, "round")[0])]  # fmt: skip
    async with window(book, size=(120, 36)) as app:
        for place in places:
            await _go(app, place)
            text = app.text()
            assert WORD not in text.lower().replace("○ 4 holding", ""), place
            assert "4.0" not in text, place
            assert "■" not in text, place
            assert "◉" not in text.replace("◉ Yes", "").replace("◉ No", ""), place
        for word in (WORD, "heron", "letter"):
            await app.press("ctrl+f")
            await app.type(word)
            assert "Rows 0" in app.text()
            assert "Answers 0" in app.text()
            await app.press("escape")
        for key in ("t", "s"):
            await _go(app, Place("profile", "readiness"))
            await app.press(key)
            assert "4.0" not in app.text()


async def test_a_sheet_shows_its_own_levels_only_until_it_is_left(window: Opening, book: Path):
    [round] = ids(book, "round")
    heron, _, lantern = held(book)["round"][round]["raters"]
    async with window(book) as app:
        for rater in (heron, lantern):
            await _go(app, Place("rating", round, rater))
            assert "◉" not in app.text()
        await app.press("2")
        assert "◉ 2" in app.text()
        await _go(app, Place("profile", "readiness"))
        await _go(app, Place("rating", round, lantern))
        await app.press("left")
        assert "◉" not in app.text()
        assert "Rated already, and hidden" in app.text()


async def test_a_second_window_is_told_nothing_either(window: Opening, book: Path):
    [round] = ids(book, "round")
    lantern = held(book)["round"][round]["raters"][2]
    async with window(book) as app:
        await _go(app, Place("rating", round, lantern))
        await app.press("3")
        async with window(book) as other:
            await _go(other, Place("rating", round, lantern))
            await other.press("left")
            assert "◉" not in other.text()
            await _go(other, Place("profile", "readiness"))
            assert "3 expected. 2 have rated all 30, 1 begun." in other.text()


async def test_rows_are_neither_found_nor_sorted_by_what_is_hidden(window: Opening, book: Path):
    async with window(book, size=(120, 36)) as app:
        desk: Any = app.pilot.app
        desk.plan.put(ids(book, "rating")[0], 0, "level")
        await _go(app, Place("table", "embarking.ratings"))
        before = _rows(app)
        for _ in range(20):
            await app.press("s")
            if re.search(r"Lev\w* ↓", app.text()):
                break
        assert re.search(r"Lev\w* ↓", app.text())
        assert _rows(app) == before
        for word in ("holding", "heron"):
            await app.press("slash")
            await app.type(word)
            assert "0 of 60" in app.text()
            await app.press("escape")


def _rows(app: Window) -> list[str]:
    """The items of the rows in sight, in their order."""
    return [one[:60] for one in app.text().splitlines() if "hidden" in one]


async def test_taking_back_tells_neither(window: Opening, book: Path):
    [round] = ids(book, "round")
    lantern = held(book)["round"][round]["raters"][2]
    async with window(book) as app:
        await _go(app, Place("rating", round, lantern))
        await app.press("3", "2", "ctrl+z")
        toast = [one for one in app.text().splitlines() if "Undone" in one]
        assert toast
        assert "Lantern" not in " ".join(toast)
        assert "In place" not in " ".join(toast)


async def test_closed_it_is_shown_to_all_and_open_again_to_nobody(window: Opening, book: Path):
    async with window(book, size=(120, 36)) as app:
        await _go(app, Place("profile", "readiness"))
        await app.press("o")
        assert "One rater has not rated everything." in app.text()
        await app.press("y")
        assert "4.0" in app.text()
        await app.press("ctrl+z")
        await app.quiet()
        assert "4.0" not in app.text()
        assert "“First look” is open." in app.text()


async def _go(app: Window, place: Place) -> None:
    desk: Any = app.pilot.app
    desk.go(place)
    await app.quiet()
    await app.quiet()


def test_no_history_tells_who_gave_which_level_also_when_the_round_is_closed(run: Any, book: Path):
    assert json.loads(run("status", str(book), "--json").stdout)["readiness"][0]["raters"] is None
    run("set", str(book), ids(book, "round")[0], "closed", "yes")
    for words in (("history",), ("history", "--with-private", "all"), ("history", "--json")):
        said = run(words[0], str(book), *words[1:]).stdout
        assert not [one for one in ids(book, "rating") + ids(book, "rater") if one in said]
    assert "agreed level" in said  # what the room agreed on may be told by then
