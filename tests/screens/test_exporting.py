"""What one takes away from the MAP: pages, documents, worksheets, and where each was written."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from screens.places import Place
from tests.screens.conftest import EXAMPLE, Opening, Window


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "our.workbook.json"))


async def on_the_map(app: Window, come: str = "theory") -> None:
    desk: Any = app.pilot.app
    desk.go(Place("step", come))
    await app.quiet()
    await app.press("ctrl+g")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_shown_keys_write_it_and_it_is_said_where(
    window: Opening, book: Path, size: tuple[int, int]
):
    async with window(book, size=size) as app:
        await on_the_map(app)
        footer = app.text().splitlines()[-1]
        for shown in ("e file", "p edition", "b page", "w Word", "d document"):
            assert shown in footer
        assert ("s sheet" in footer) == (size[0] > 80)  # in a narrow window the palette has it
        await app.press("b")
        assert book.with_name("our.map.html").read_text().startswith("<!doctype html>")
        assert "The MAP is in our.map.html" in app.text()
        await app.press("w")
        assert book.with_name("our.map.docx").read_bytes().startswith(b"PK")
        assert "The MAP is in our.map.docx" in app.text()


async def test_what_somebody_edited_is_replaced_only_when_they_say_so(window: Opening, book: Path):
    page = book.with_name("our.map.html")
    page.write_text("mine")
    async with window(book) as app:
        await on_the_map(app)
        await app.press("b")
        assert "our.map.html was edited" in app.text()
        await app.press("n")
        assert page.read_text() == "mine"
        await app.press("b", "y")
        assert page.read_text() != "mine"


async def test_without_pandoc_a_sentence_says_what_to_install(
    window: Opening, book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    async with window(book, size=(120, 36)) as app:
        await on_the_map(app)
        await app.press("w")
        assert "Install it" in app.text()
        assert not book.with_name("our.map.docx").exists()


async def test_any_document_is_chosen_with_its_form(window: Opening, book: Path):
    async with window(book, size=(120, 36)) as app:
        await on_the_map(app)
        await app.press("d")
        await app.type("charter")
        await app.press("enter")
        assert "Coalition charter: written as" in app.text()
        await app.type("page")
        await app.press("enter")
        assert book.with_name("our.charter.html").exists()
        assert "Coalition charter is in" in app.text()


async def test_a_worksheet_is_of_the_step_that_one_came_from(window: Opening, book: Path):
    async with window(book, size=(120, 36)) as app:
        await on_the_map(app, "register")
        await app.press("s", "enter")
        assert book.with_name("our.register.sheet.md").read_text().startswith("# ")
        assert "is in our.register.sheet.md" in app.text()


async def test_the_palette_finds_them_and_on_a_step_its_worksheet(window: Opening, book: Path):
    async with window(book, size=(120, 36)) as app:
        await on_the_map(app)
        await app.press("ctrl+p")
        await app.type("web page")
        await app.press("enter")
        assert book.with_name("our.map.html").exists()
        await app.press("escape", "ctrl+p")
        await app.type("worksheet")
        await app.press("enter")
        assert book.with_name("our.theory.sheet.md").exists()
