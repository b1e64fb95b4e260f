"""Rows to a CSV file and people from one, on the screens."""

from pathlib import Path
from typing import Any

from textual.events import Key

from screens.csv_files import PeopleFromCsv, RowsToCsv
from screens.places import Place
from tests.screens.conftest import Opening, Window


def desk(app: Window) -> Any:
    return app.pilot.app


async def do(app: Window, command: type[Any]) -> None:
    desk(app).go(Place("step", "register"))
    await app.quiet()
    assert command in desk(app).commands_here()
    command().run(desk(app))
    await app.quiet()


async def bring(app: Window, path: Path) -> None:
    await do(app, PeopleFromCsv)
    await app.type(str(path))
    await app.press("enter")


async def test_people_are_looked_at_first_taken_in_and_undone_as_one(window: Opening, tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes("\ufeffName;Power;Fax\r\nAna [b]Ruiz;4;1\r\nBo;5;\r\n".encode())
    async with window() as app:
        await bring(app, path)
        assert "2 added, 0 filled" in app.text()
        assert "“Fax”" in app.text()
        assert "stakeholder" not in app.file()
        await app.press("y")
        assert len(app.file()["stakeholder"]) == 2
        await app.press("ctrl+z")
        assert not app.file().get("stakeholder")
        await bring(app, path)
        await app.press("n")
        assert not app.file().get("stakeholder")


async def test_cells_that_cannot_be_kept_are_listed(window: Opening, tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Power\nAna,6\n,3\n")
    async with window(size=(120, 36)) as app:
        await bring(app, path)
        assert "2 cells cannot be kept; nothing was taken in." in app.text()
        assert "Line 2, column “Power”" in app.text()
        await app.press("escape")
        assert not app.file().get("stakeholder")


async def test_who_is_likely_there_already_is_asked_about(window: Opening, tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Organization,Power\nA. Ruiz,Clinic,4\n")
    async with window() as app:
        id = desk(app).plan.add("stakeholder", {"name": "Ana Ruiz"})
        await bring(app, path)
        assert "Line 2, A. Ruiz: the same as Ana Ruiz?" in app.text()
        await app.press("enter")
        assert "0 added, 1 filled" in app.text()
        await app.press("y")
        assert app.file()["stakeholder"][id]["power"] == 4


async def test_a_file_that_is_not_there_is_a_sentence(window: Opening, tmp_path: Path):
    async with window(size=(120, 36)) as app:
        for path in (tmp_path / "none.csv", Path("~nobody-at-all/none.csv")):
            await bring(app, path)
            assert "cannot be read" in app.text()
            desk(app).clear_notifications()


async def test_rows_go_out_without_what_is_private_unless_it_is_marked(window: Opening, tmp_path):
    async with window() as app:
        person = {"name": "=Ana", "organisation": "Clinic", "power": 4, "contact": "secret"}
        desk(app).plan.add("stakeholder", person)
        await do(app, RowsToCsv)
        await app.press("tab")
        path = tmp_path / "plan.register.csv"
        text = path.read_bytes().decode("utf-8-sig")
        assert "Clinic" in text
        assert "secret" not in text
        assert "Ana" not in text
        await do(app, RowsToCsv)
        await app.type("name\n")
        await app.press("tab")
        assert "'=Ana" in path.read_bytes().decode("utf-8-sig")
        path.write_text("mine")
        await do(app, RowsToCsv)
        await app.press("tab")
        assert "was edited since" in app.text()
        await app.press("n")
        assert path.read_text() == "mine"


async def test_a_long_file_says_how_far_it_is_and_can_be_stopped(window: Opening, tmp_path: Path):
    path = tmp_path / "people.csv"
    rows = [f"Person {number} {number * 7919 % 10007},{number % 5 + 1}\n" for number in range(9500)]
    path.write_text("Name,Power\n" + "".join(rows))
    async with window() as app:
        await do(app, PeopleFromCsv)
        await app.type(str(path))
        desk(app).post_message(Key("enter", None))
        await app.see("Reading people.csv")
        await app.see("%")
        await app.press("escape")
        assert "Reading" not in app.text()
        assert "take this in" not in app.text()
        path.write_text("Name,Power\n" + "".join(rows[:1000]))
        await bring(app, path)
        await app.see("1,000 added")
