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


@pytest.mark.parametrize("end", [":quit" + ENTER, "\x03"], ids=["quit", "ctrl-c"])
def test_leaving_the_questions_makes_nothing(
    terminal: Callable[..., Any], tmp_path: Path, end: str
):
    asked = terminal("new", "our.workbook.json")
    asked.wait_for("Community")
    asked.type(ENTER)
    asked.wait_for("The workbook needs this one.")
    asked.type(end)
    assert asked.end() == 130
    assert "Nothing was made." in asked.shown
    assert list(tmp_path.iterdir()) == []


def test_what_quit_does_is_told_as_it_is_where_there_is_no_workbook_yet(
    terminal: Callable[..., Any],
):
    asked = terminal("new")
    asked.wait_for("Community")
    asked.type(":help" + ENTER)
    asked.wait_for(":quit: stop; no workbook is made.")
    assert "everything is saved" not in asked.shown
    assert ":later" not in asked.shown


@pytest.mark.parametrize("env", [{}, {"ACCESSIBLE": "1"}], ids=["menus", "plain"])
def test_who_takes_some_chapters_is_asked_which(
    terminal: Callable[..., Any], tmp_path: Path, env: dict[str, str]
):
    asked = terminal("new", "--place", "Renters", "--coordinator", "Ana", **env)
    asked.wait_for("Community")
    asked.type("Marten County" + ENTER)
    asked.wait_for("Your door.")
    asked.wait_for("Answer:" if env else ":quit stop; no workbook is made")
    asked.type("2" + ENTER if env else DOWN * 2 + ENTER)
    asked.wait_for("Which chapters do you want to work on?")
    asked.wait_for("Answer:" if env else "Choose from the list")
    if not env:
        asked.type(ENTER)
        asked.wait_for("1 Embarking")
    asked.type("2; 3" + ENTER if env else DOWN + " " + DOWN + " " + ENTER)
    assert asked.end() == 0, asked.shown
    held = answers(tmp_path / "marten-county.workbook.json")
    assert (held["workbook.door"], held["workbook.chapters"]) == (
        "chapters",
        ["coalition", "engaging"],
    )


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


def test_a_row_is_edited_from_a_field_and_what_it_points_to_is_made_on_the_spot(
    terminal: Callable[..., Any], run: Callable[..., Any], book: Path
):
    run("add", book.name, "activity", "title=Supper")
    asked = terminal("ask", book.name, "--step", "activities")
    asked.wait_for("1. Supper")
    asked.wait_for(":quit stop")
    asked.type(DOWN * 2 + ENTER)
    asked.wait_for("Remove")
    asked.type(DOWN + ENTER)
    asked.wait_for("From which field on?")
    asked.type(DOWN + ENTER)
    asked.wait_for("Activity. Question 2 of")
    asked.wait_for("Add: a new open decision")
    asked.wait_for(":quit stop")
    asked.type(DOWN + ENTER)
    asked.wait_for("Name of the new open decision")
    asked.type("The bus line" + ENTER)
    asked.wait_for("Activity. Question 3 of")
    asked.type("\x03")
    assert asked.end() == 130
    held = json.loads(book.read_text())
    [(decision, made)] = held["open_decision"].items()
    assert made["decision"] == "The bus line"
    assert [one["decision"] for one in held["activity"].values()] == [decision]


def test_a_long_text_is_written_in_ones_own_editor(
    terminal: Callable[..., Any], book: Path, tmp_path: Path
):
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\ntest -t 0 && test -t 1 && echo "In an editor." > "$1"\n')
    editor.chmod(0o700)
    asked = terminal("ask", book.name, "--step", "convening", EDITOR=str(editor))
    asked.wait_for("Finish with Esc, then Enter; :edit opens your editor")
    asked.type(":edit" + ENTER)
    asked.wait_for("Kept: what you wrote in the editor.")
    asked.wait_for("Question 2 of")
    asked.type("\x03")
    assert asked.end() == 130
    assert answers(book)["coalition.convener-trust"] == "In an editor."


def chapters(terminal: Callable[..., Any], book: Path) -> Any:
    """The question which chapters, whose answer is any of a list."""
    asked = terminal("ask", book.name, "--step", "place")
    for name, keys in (("Community", ENTER), ("Place and people", ENTER), ("Why now", ENTER)):
        asked.wait_for(f"{name}.")
        asked.wait_for("Answer")
        asked.type(keys)
    asked.wait_for("Your door.")
    asked.wait_for(":quit stop")
    asked.type(ENTER)
    asked.wait_for("Choose from the list")
    asked.wait_for(":quit stop")
    return asked


def test_all_of_a_list_can_be_ticked_and_no_command_with_them(
    terminal: Callable[..., Any], book: Path
):
    asked = chapters(terminal, book)
    asked.type(ENTER)
    asked.wait_for("1 Embarking")
    asked.type("a" + ENTER)
    asked.wait_for("Coordinator.")
    assert len(answers(book)["workbook.chapters"]) == 7
    asked.type("\x03")
    assert asked.end() == 130


def test_the_ticks_of_a_list_can_be_inverted(terminal: Callable[..., Any], book: Path):
    asked = chapters(terminal, book)
    asked.type(ENTER)
    asked.wait_for("1 Embarking")
    asked.type(" i" + ENTER)
    asked.wait_for("Coordinator.")
    assert len(answers(book)["workbook.chapters"]) == 6


def test_a_command_is_given_before_the_list_is_opened(terminal: Callable[..., Any], book: Path):
    asked = chapters(terminal, book)
    asked.type(DOWN * 2 + ENTER)
    asked.wait_for("Question 4 of")
    assert "workbook.chapters" not in answers(book)


def test_what_is_said_of_a_list_fits_a_terminal_of_80_columns(
    terminal: Callable[..., Any], book: Path
):
    asked = chapters(terminal, book)
    asked.type(ENTER)
    asked.wait_for("1 Embarking")
    (line,) = [one for one in asked.shown.splitlines() if "Space ticks" in one]
    assert line.endswith(")")
    assert len(line) < 80


def test_a_command_within_a_long_text_keeps_what_stands_before_it(
    terminal: Callable[..., Any], book: Path
):
    asked = terminal("ask", book.name, "--step", "place")
    asked.wait_for("Question 1 of")
    asked.type(ENTER)
    asked.wait_for("Question 2 of")
    asked.type(ENTER)
    asked.wait_for("Finish with")
    asked.type("One." + ENTER + ":help" + ENTER)
    asked.wait_for("Kept: what you wrote before :help.")
    asked.wait_for("Finish with")
    asked.type("Two." + ENTER + ":quit" + ENTER)
    assert asked.end() == 0
    assert answers(book)["embarking.why-now"] == "One.\nTwo."


@pytest.mark.parametrize("mode", [("--plain",), ()], ids=["plain", "menus"])
def test_ctrl_c_keeps_what_was_answered_and_says_how_to_go_on(
    terminal: Callable[..., Any], book: Path, mode: tuple[str, ...]
):
    asked = terminal("ask", book.name, "--step", "place", *mode)
    asked.wait_for("Question 1 of")
    asked.wait_for("Answer")
    asked.type("Fork City" + ENTER)
    asked.wait_for("Question 2 of")
    asked.wait_for("Answer")
    asked.type(ENTER)
    asked.wait_for("Question 3 of")
    asked.wait_for("Answer")
    asked.type("One." + ENTER)
    asked.type("\x03")
    assert asked.end() == 130
    assert "Stopped. 2 changes saved in our.workbook.json." in asked.shown
    assert "To go on: workbook ask our.workbook.json" in asked.shown
    held = answers(book)
    assert (held["workbook.community"], held["embarking.why-now"].strip()) == ("Fork City", "One.")


def test_plain_lines_are_broken_between_words_and_never_redrawn(
    terminal: Callable[..., Any], book: Path
):
    asked = terminal("ask", book.name, "--plain", "--step", "place", COLUMNS="60")
    asked.wait_for("Answer:")
    asked.type("Fork City\n")
    asked.wait_for("Question 2 of")
    asked.wait_for("Answer:")
    asked.type(":quit\n")
    assert asked.end() == 0
    assert b"\x1b" not in asked.raw
    lines = asked.raw.decode().replace("\r\n", "\n").split("\n")
    assert max(map(len, lines)) < 60
    assert "Answer: Fork City\n\nQuestion 2 of 7." in "\n".join(lines)
    assert "the projector, so use the one that people here would say." in " ".join(lines)


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


@pytest.mark.parametrize("env", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_to_open_a_workbook_where_there_are_no_screens_is_to_be_asked_line_by_line(
    terminal: Callable[..., Any], book: Path, env: dict[str, str]
):
    asked = terminal(book.name, **env)
    asked.wait_for("plain questions, no screens.")
    asked.wait_for("Answer:")
    asked.type("Fork City\n")
    asked.wait_for("Question 2 of")
    asked.type(":quit\n")
    assert asked.end() == 0, asked.shown
    assert b"\x1b" not in asked.raw
    assert answers(book)["workbook.community"] == "Fork City"


def test_it_begins_where_one_wrote_last(terminal: Callable[..., Any], run: Any, book: Path):
    run("add", book.name, "activity", "title=Supper")
    asked = terminal("ask", book.name, "--plain")
    asked.wait_for("You wrote last on Activities: it begins there.")
    asked.wait_for("Activities: 1 so far.")
    asked.type(":back\n:quit\n")
    assert asked.end() == 0
    assert "Chapter 3, Who lives here" in asked.shown


def test_without_screens_and_without_a_file_it_says_what_to_name(terminal: Callable[..., Any]):
    asked = terminal(TERM="dumb")
    assert asked.end() == 2
    assert b"\x1b" not in asked.raw
    assert "TERM is dumb: no screens. Name a workbook" in " ".join(asked.shown.split())


@pytest.mark.parametrize(
    ("env", "shown"),
    [({"LANG": "C"}, 'Now: "Pena" ? Leon'), ({"LANG": "", "TERM": "dumb"}, 'Now: "Pena" ? Leon')],
)
def test_where_the_locale_shows_no_utf8_all_is_written_in_ascii(
    terminal: Callable[..., Any], book: Path, env: dict[str, str], shown: str
):
    data = json.loads(book.read_text())
    data["answers"]["workbook.community"]["value"] = "“Peña” 市 León"
    book.write_text(json.dumps(data))
    asked = terminal("ask", book.name, "--step", "place", **env)
    asked.wait_for("Answer:")
    asked.type("Peñas\n:help\n")
    asked.wait_for("Commands that you can type")
    asked.type(":quit\n")
    assert asked.end() == 0, asked.shown
    assert shown in asked.shown
    written = asked.raw.replace("Peñas".encode(), b"")  # the terminal's own echo
    assert written.isascii()
    assert b"\x1b" not in written
    assert answers(book)["workbook.community"] == "Peñas"


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
