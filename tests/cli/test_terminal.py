"""On a terminal: menus drawn by questionary, plain lines for who asks for them, the app."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DOWN, ENTER = "\x1b[B", "\r"


def answers(path: Path) -> dict[str, Any]:
    return {id: one["value"] for id, one in json.loads(path.read_text())["answers"].items()}


@pytest.mark.slow
def test_a_new_workbook_is_asked_for(terminal: Callable[..., Any], tmp_path: Path):
    asked = terminal("new", "our.workbook.json", "--place", "Its renters")
    asked.wait_for("Community")
    asked.type("Prairie Fork County" + ENTER)
    asked.wait_for("Coordinator")
    asked.type("Ana" + ENTER)
    asked.wait_for("Leave it as it is")
    asked.type(DOWN + ENTER)
    assert asked.end() == 0, asked.shown
    held = answers(tmp_path / "our.workbook.json")
    assert held["workbook.community"] == "Prairie Fork County"
    assert held["workbook.place"] == "Its renters"
    assert held["workbook.coordinator"] == "Ana"
    assert held["workbook.door"]


def test_leaving_the_questions_makes_nothing(terminal: Callable[..., Any], tmp_path: Path):
    asked = terminal("new", "our.workbook.json")
    asked.wait_for("Community")
    asked.type(ENTER)
    asked.wait_for("The workbook needs this one.")
    asked.type(":quit" + ENTER)
    assert asked.end() == 130
    assert list(tmp_path.iterdir()) == []


def test_the_questions_are_asked_with_menus_and_saved_one_by_one(
    terminal: Callable[..., Any], book: Path
):
    asked = terminal("ask", book.name, "--step", "place")
    asked.wait_for("Question 1 of")
    asked.type("Fork City" + ENTER)
    asked.wait_for("Question 2 of")
    assert answers(book)["workbook.community"] == "Fork City"
    asked.type(":back" + ENTER)
    asked.wait_for("Now: Fork City")
    asked.type("\x03")
    assert asked.end() == 130
    assert answers(book)["workbook.community"] == "Fork City"
    assert "Traceback" not in asked.shown


def test_a_row_is_added_from_the_menu_of_a_table(terminal: Callable[..., Any], book: Path):
    asked = terminal("ask", book.name, "--step", "activities")
    asked.wait_for("Activities: none so far.")
    asked.wait_for("Add: activity")
    asked.type(DOWN + ENTER)
    asked.wait_for("Activity. Question 1 of")
    asked.type("Supper in the park" + ENTER)
    asked.wait_for("Activity. Question 2 of")
    asked.type("\x03")
    assert asked.end() == 130
    (activity,) = json.loads(book.read_text())["activity"].values()
    assert activity["title"] == "Supper in the park"


@pytest.mark.parametrize("env", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}])
def test_who_asks_for_it_gets_lines_without_an_escape_on_a_terminal(
    terminal: Callable[..., Any], book: Path, env: dict[str, str]
):
    asked = terminal("ask", book.name, "--step", "place", **env)
    asked.wait_for("Answer:")
    asked.type("Fork City\n")
    asked.wait_for("Question 2 of")
    asked.type("\x04")
    assert asked.end() == 0, asked.shown
    assert b"\x1b" not in asked.raw
    assert answers(book)["workbook.community"] == "Fork City"


def test_a_missing_file_is_a_sentence_on_a_terminal_too(terminal: Callable[..., Any]):
    asked = terminal("none.workbook.json")
    assert asked.end() == 3
    assert "workbook: " in asked.shown
    assert b"\x1b[?1049h" not in asked.raw


def test_a_request_to_end_saves_and_gives_the_terminal_back(
    terminal: Callable[..., Any], book: Path
):
    asked = terminal("ask", book.name, "--step", "place")
    asked.wait_for("Question 1 of")
    asked.type("Fork City" + ENTER)
    asked.wait_for("Question 2 of")
    os.kill(asked.pid, signal.SIGTERM)
    assert asked.end() == 143
    assert asked.raw.rstrip().endswith(b"\x1b[?25h")
    assert answers(book)["workbook.community"] == "Fork City"


def test_a_line_that_the_terminal_cuts_is_told(terminal: Callable[..., Any], book: Path):
    asked = terminal("ask", book.name, "--plain", "--step", "place")
    asked.wait_for("Answer:")
    asked.type("\n\n")
    asked.wait_for("then a line with only a dot:")
    asked.type("x" * 5000 + "\n.\n")
    asked.wait_for("The terminal cuts a line")
