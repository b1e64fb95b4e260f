"""A team's own content, in a folder laid over ours: on the screen, asked, counted, published.

The folder `over` holds nothing but TOML: a question and a column in chapter 3, a whole chapter 8
with rows, a table of records and what it takes to be enough, a list, two parts of the plan.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Command, go, held, tab_to, told
from tests.journeys.terminal import workbook
from tests.screens.conftest import Opening
from workbook.curriculum import Curriculum, load

SPOKEN = "Spanish, Mam and some Karen"
NIGHT = "Route 4 runs until ten"
HALL = "the Grange hall, Fifth Street"
FIRST_LEASE = "The first lease with a voucher was signed"


@pytest.fixture
def over(tmp_path: Path) -> Path:
    """The team's folder."""
    return shutil.copytree(Path(__file__).with_name("over"), tmp_path / "our content")


@pytest.fixture
def laid(over: Path) -> Curriculum:
    return load(over)


@pytest.fixture
def ours(command: Command, over: Path) -> Command:
    """The command with the team's folder laid over ours."""
    return lambda *words, **more: command("--content", over, *words, **more)


@pytest.fixture
def book(ours: Command, tmp_path: Path) -> Path:
    """A new workbook whose team has chosen its own chapter alone."""
    path = tmp_path / "our.workbook.json"
    given = ("--community", "Marten County", "--door", "chapters", "--chapters", "celebrating")
    ours("new", path, "--no-input", *given)
    return path


def status(ours: Command, book: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ours("status", book, "--json").stdout)
    return found


def state(ours: Command, book: Path, step: str) -> str:
    return next(one["state"] for one in status(ours, book)["steps"] if one["id"] == step)


# On the screens


async def test_an_own_question_of_our_chapter_is_on_the_screen_and_written_there(
    window: Opening, laid: Curriculum
):
    async with window(content=laid) as app:
        await go(app, "Activities")
        await tab_to(app, "ask two residents before you write", "shift+tab")
        assert "Which languages do people here speak at the kitchen table?" in app.text()
        assert "An activity that is planned in one language" in app.text()
        await app.type(SPOKEN)
        assert SPOKEN in app.text()
        assert told(app.file()["answers"])["engaging.languages-heard"] == SPOKEN


async def test_an_own_column_of_our_table_is_in_its_form_and_in_its_rows(
    window: Opening, laid: Curriculum
):
    async with window(content=laid) as app:
        await go(app, "Activities")
        await app.press("plus")
        await app.type("Data walk, school gym")
        await tab_to(app, "Which bus takes people home?")
        assert "Bus home" in app.text()
        await app.type(NIGHT)
        await app.press("escape")
        header, row = _line(app.text(), "Bus home"), _line(app.text(), "Data walk, school gym")
        at = header.index("Bus home")
        assert NIGHT[:8] in row[at : at + 10]
        [kept] = app.file()["activity"].values()
        assert kept["x_bus"] == NIGHT


async def test_an_own_chapter_is_on_the_overview_and_its_rows_are_written_on_its_screen(
    window: Opening, laid: Curriculum
):
    async with window(content=laid) as app:
        await app.press("ctrl+o")
        assert "not started" in _line(app.text(), "8 Celebrating")
        await app.press("8")
        assert all(one in app.text().splitlines()[0] for one in ("8 Celebrating", "› Thanks"))
        assert "Say who carried the work · step 1 of 2" in app.text()
        await app.type(HALL)
        await app.press("tab", "plus")
        assert "Whom do you thank?" in app.text()
        await app.type("The drivers")
        await tab_to(app, "a number chooses")
        await app.press("1", "escape")
        assert "A supper" in _line(app.text(), "✓  The drivers")
        assert HALL in app.text()
        assert "This step: enough" in app.text()
        [row] = app.file()["row"].values()
        assert row["cells"] == {"whom": "The drivers", "sort": "supper"}


async def test_the_records_of_an_own_chapter_are_written_in_its_own_form(
    window: Opening, laid: Curriculum
):
    """Chapter 7 has a table of the same records; this one is still a table of its own."""
    async with window(content=laid) as app:
        await go(app, "Reached")
        assert "One thing that came true this year" in app.text()
        await app.press("plus")
        assert all(one in app.text().splitlines()[0] for one in ("8 Celebrating", "› Reached"))
        assert "Thing reached 1 of 1" in app.text()
        await app.type(FIRST_LEASE)
        await tab_to(app, "On which day did people see it?")
        await app.type("2027-05-14")
        await tab_to(app, "How loud was the cheer?")
        await app.press("4", "escape")
        assert "Count what you have reached · step 2 of 2" in app.text()
        assert FIRST_LEASE[:30] in app.text()
        assert "This step: enough" in app.text()
        [row] = app.file()["milestone"].values()
        assert (row["text"], row["x_cheer"], row["done"]) == (FIRST_LEASE, 4, True)


async def test_tables_that_hold_the_same_records_have_each_a_form_of_their_own(
    window: Opening, laid: Curriculum
):
    shared = [one for one in laid.tables.values() if len([*laid.tables_of(one.of)]) > 1]
    tables = [one for one in shared if one.of != "row" and one.id in laid.steps]
    assert {"calendar", "reached"} <= {one.id for one in tables}
    async with window(content=laid) as app:
        for table in tables:
            step = laid.steps[table.id].name
            await go(app, step)
            await app.press("plus")
            assert step in app.text().splitlines()[0], table.id
            assert table.fields[0].ask in app.text()
            await app.press("escape")
            assert f"+ add {'an' if table.one[0] in 'aeiou' else 'a'} {table.one}" in app.text()
            assert app.file().get(table.of, {}) == {}


async def test_a_row_of_an_own_table_that_is_left_empty_goes_away(
    window: Opening, laid: Curriculum
):
    async with window(content=laid) as app:
        await go(app, "Reached")
        await app.press("plus", "escape")
        assert app.file().get("milestone", {}) == {}


def test_the_app_that_is_started_with_the_folder_asks_what_stands_in_it(
    over: Path, book: Path, tmp_path: Path
):
    with workbook("--content", over, book, home=tmp_path) as terminal:
        terminal.see("step 1 of")
        terminal.type("^o")
        terminal.see("Next best step", "8 Celebrating › Thanks", "Write “Where”")
        terminal.type("enter")
        terminal.see("Where do you celebrate?", "a room, and its street")
        terminal.type(HALL)
        terminal.see(HALL)
        terminal.type("esc")
        terminal.see("Add the first thank-you")
        terminal.type("esc")
        assert terminal.ended() == 0
    assert told(held(book)["answers"])["celebrating.where"] == HALL


# As plain prompts, in progress and in the plan


@pytest.fixture
def walked(ours: Command, book: Path) -> Path:
    """The workbook after its own chapter was asked line by line."""
    typed = f"{HALL}\nadd\nThe drivers\n2\n\nadd\n{FIRST_LEASE}\n2027-05-14\n4\n\n"
    ours("ask", book, "--plain", "--chapter", "8", typed=typed)
    return book


def test_what_stands_in_the_folder_is_asked_and_kept_line_by_line(ours: Command, book: Path):
    typed = f"add\nData walk\n{NIGHT}\n"
    said = ours("ask", book, "--plain", "--step", "activities", typed=typed).stdout
    assert "Which bus takes people home?" in said
    [row] = held(book)["activity"].values()
    assert row == {"order": row["order"], "title": "Data walk", "x_bus": NIGHT}
    asked = ours("ask", book, "--plain", "--step", "activities", typed="\n" * 40).stdout
    assert f"1. Data walk. Bus home: {NIGHT}" in asked
    before = asked.split("Activities. Languages.")[0].count("\nQuestion ")
    typed = "\n" * (before - 1) + f"{SPOKEN}\n.\n"
    said = ours("ask", book, "--plain", "--step", "activities", typed=typed).stdout
    assert "Which languages do people here speak at the kitchen table?\nWhy: An activity" in said
    assert told(held(book)["answers"])["engaging.languages-heard"] == SPOKEN


def test_an_own_chapter_is_asked_and_kept_line_by_line(walked: Path):
    file = held(walked)
    assert told(file["answers"])["celebrating.where"] == HALL
    [row], [record] = file["row"].values(), file["milestone"].values()
    assert row["cells"] == {"whom": "The drivers", "sort": "letter"}
    wanted = {"text": FIRST_LEASE, "due": "2027-05-14", "x_cheer": 4, "done": True}
    assert record == wanted | {"order": record["order"]}


def test_what_stands_in_the_folder_counts_in_progress_and_is_the_next_step(
    ours: Command, book: Path
):
    found = status(ours, book)
    chapter = found["chapters"][-1]
    assert (chapter["number"], chapter["name"]) == (8, "Celebrating together")
    assert (chapter["state"], chapter["done"], chapter["of"]) == ("not started", 0, 2)
    assert found["next"]["text"] == "Write “Where”"
    assert found["next"]["reason"] == "A room that people know is a room that people come to."
    ours("set", book, "celebrating.where", HALL)
    assert state(ours, book, "thanks") == "started"
    assert status(ours, book)["next"]["text"] == "Add the first thank-you"
    ours("add", book, "celebrating.thanked", "whom=The drivers")
    assert state(ours, book, "thanks") == "enough"
    ours("add", book, "reached", f"text={FIRST_LEASE}")
    assert status(ours, book)["next"]["text"] == f"“{FIRST_LEASE}” still lacks “Seen on”"
    [id] = held(book)["milestone"]
    ours("set", book, id, "due", "2027-05-14")
    chapter = status(ours, book)["chapters"][-1]
    assert (chapter["state"], chapter["done"], chapter["of"]) == ("enough", 2, 2)


def test_an_own_column_that_a_row_needs_is_missed_by_its_name(ours: Command, book: Path):
    known = ("decision=Which priorities", "state=open", "affected=Renters", "level=3")
    decision = ours("add", book, "open_decision", *known).stdout.strip()
    row = (f"decision={decision}", "level=3", "promise=You choose", "starts=2026-06-02")
    ours("add", book, "activity", "title=Data walk", *row, "report_back_date=2026-06-30")
    ours("set", book, "workbook.chapters", "engaging")
    assert "“Data walk” still lacks “Bus home”" in ours("status", book).stdout
    [id] = held(book)["activity"]
    ours("set", book, id, "x_bus", NIGHT)
    assert "Bus home" not in ours("status", book).stdout


def test_what_stands_in_the_folder_is_in_the_plan_with_its_lead(ours: Command, walked: Path):
    ours("set", walked, "engaging.languages-heard", SPOKEN)
    ours("add", walked, "activity", "title=Data walk", f"x_bus={NIGHT}", "level=3")
    text = ours("export", walked, "-o", "-").stdout
    engaged = text.split("### How we engaged residents")[1].split("\n### ")[0]
    assert f"**Languages at our tables.** {SPOKEN}" in engaged
    assert "Bus home" in engaged
    assert NIGHT in engaged
    reached, thanks = (text.split(f"### {one}\n")[1] for one in ("What came true", "With thanks"))
    assert reached.index("**What we have reached**") < reached.index(FIRST_LEASE)
    assert "| Seen on | What came true | Cheer |" in " ".join(reached.split())
    assert thanks.startswith(f"\nNobody did this alone.\n\nWe celebrate at {HALL}.\n")
    assert "**Whom we thank**" in thanks
    assert "The drivers" in thanks
    assert "A letter" in thanks
    assert "?" not in thanks.split("\n## ")[0]


def test_without_the_folder_nothing_that_was_written_for_it_is_lost(command: Command, walked: Path):
    before = held(walked)
    assert "celebrating" not in command("status", walked, "--json").stdout
    command("set", walked, "workbook.place", "Its renters")
    after = held(walked)
    assert after["answers"].pop("workbook.place") == {"value": "Its renters"}
    assert after == before


def _line(text: str, words: str) -> str:
    """The line of the screen that holds these words."""
    found = [line for line in text.splitlines() if words in line]
    assert found, f"{words!r} is not in:\n{text}"
    return found[0]
