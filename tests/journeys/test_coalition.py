"""A coalition that can be seen, in a real terminal at 80x24: people come in from a spreadsheet, are
found on the map though twelve stand in one cell, moved, undone; a gap is closed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import held
from tests.journeys.terminal import Terminal, workbook

PEOPLE = "Name,Organization,Sector,Power,Interest,Affected,Status\n" + "".join(
    f"Member {n},House {n},Faith,3,3,{5 if n == 7 else 2},joined\n" for n in range(1, 13)
)


def person(file: Path, name: str) -> dict[str, Any]:
    return next(one for one in held(file)["stakeholder"].values() if one["name"] == name)


@pytest.mark.slow
def test_from_a_spreadsheet_to_the_map_to_a_gap_closed(tmp_path: Path):
    file = tmp_path / "our.workbook.json"
    file.write_text('{"_meta":{"schema":{"version":1}},"answers":{}}')
    (tmp_path / "people.csv").write_text(PEOPLE)
    with workbook(file, home=tmp_path) as terminal:
        terminal.see("step 1 of")
        _bring(terminal)
        terminal.type("\x1b[15~")
        terminal.see("Who has power, who has a stake", "12 people", "Keep informed")
        _move_each(terminal)
        _share(terminal)
        _close_a_gap(terminal)
        terminal.type(*["esc"] * 5)  # the form, coverage, the map, the register, the overview
        assert terminal.ended() == 0
    assert person(file, "Member 7")["power"] == 2
    assert person(file, "Member 7")["first_power"] == 3
    assert {person(file, f"Member {n}")["power"] for n in range(1, 13) if n != 7} == {3}
    assert person(file, "Nurse Kay")["sector"] == "health"
    history = (tmp_path / f"{file.name}.d" / "history.jsonl").read_text().splitlines()
    assert max(len(json.loads(one)["edits"]) for one in history) == 12


def _bring(terminal: Terminal) -> None:
    terminal.go("Register", "List everyone who has a part")
    terminal.type("^p")
    terminal.type("People from")
    terminal.see("People from a CSV file")
    terminal.type("enter")
    terminal.see("Which CSV file?")
    terminal.type("people.csv", "enter")
    terminal.see("12 added, 0 filled")
    terminal.type("y")
    terminal.see("Member 1")


def _move_each(terminal: Terminal) -> None:
    """Each of the twelve is found by its number, moved, and undone."""
    for number in range(1, 13):
        terminal.type("/")
        terminal.see("Show only those")
        terminal.type(str(number), "enter")
        terminal.see(f"‹{number}›", f"1 of 12 people with “{number}”", "Decide with.")
        terminal.type("right", "down", "down")
        terminal.see("◆ Share power with;" if number == 7 else "Keep informed.")
        terminal.type("^z", "^z", "^z")
        terminal.see("Decide with.")


def _share(terminal: Terminal) -> None:
    terminal.type("/")
    terminal.see("Show only those")
    terminal.type("7", "enter")
    terminal.see("‹7›")
    terminal.type("down")
    terminal.see("◆‹7›", "affected 5 and power 2 come first", "Share power with Member 7")


def _close_a_gap(terminal: Terminal) -> None:
    terminal.type("c")
    terminal.see("Who is at the table", "○ 1 missing")
    terminal.type(*["down"] * 6, "+")
    terminal.see("Whom do you add for “Health”?")
    terminal.type("Nurse Kay", "enter")
    terminal.see("Nurse Kay", "Health")
