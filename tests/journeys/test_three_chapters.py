"""A coordinator's first hour, through a real pseudo-terminal at 80x24."""

import json
from pathlib import Path

from tests.journeys.terminal import workbook

WHY_NOW = "The commission voted $60,000 [and a post]; we | start."
VISION = "Every child becomes a confident reader."


def test_written_in_three_chapters_quit_reopened_found_and_exported(tmp_path: Path):
    with workbook(home=tmp_path) as terminal:
        terminal.see("Mobility Workbook", "The full process")
        terminal.type("1")
        terminal.see("coalition called")
        terminal.type("Prairie Fork County", "enter")
        terminal.see("step 1 of", "saved")
        terminal.type("Families in Halden and six towns")
        terminal.see("Families in Halden and six towns")

        _go(terminal, "Activities")
        terminal.see("Plan each time you meet people")
        terminal.type("+")
        terminal.see("Activity 1 of 1")
        terminal.type("Data walk, school gym", "esc")
        terminal.see("Data walk, school gym", "◐")

        _go(terminal, "Root causes")
        terminal.type("+")
        terminal.see("1 of 1")
        _field(terminal, "Because …", "screening rules treat a filing as a judgment")

        terminal.type("^o")
        terminal.see("Next best step", "3 Engagement")
        terminal.type("esc")
        assert terminal.ended() == 0

    [file] = tmp_path.glob("*.workbook.json")
    held = json.loads(file.read_text())
    assert "Families in Halden and six towns" in str(held["answers"])
    assert "screening rules" in str(held["root_cause"])

    with workbook(file, home=tmp_path) as terminal:
        terminal.see("Next best step")
        terminal.type("^g")
        terminal.see("Working draft")
        terminal.type("e")
        terminal.see("The MAP is in")
        terminal.type("esc", "esc")
        assert terminal.ended() == 0

    text = file.with_name("prairie-fork-county.map.md").read_text()
    assert "Families in Halden and six towns" in text
    assert "Data walk, school gym" in text
    assert "Working draft" in text


def test_a_line_that_drops_while_typing_loses_nothing(tmp_path: Path):
    file = tmp_path / "plan.workbook.json"
    with workbook("new", file, "--no-input", "--community", "Prairie", home=tmp_path) as terminal:
        assert terminal.ended() == 0
    with workbook(file, home=tmp_path) as terminal:
        terminal.see("step 1 of")
        terminal.type("Six towns and a city")
        terminal.see("Six towns and a city")
        assert terminal.hang_up() == 129
    assert "Six towns and a city" in file.read_text()


def _go(terminal, step: str) -> None:
    terminal.type("^t")
    terminal.see("Go to a step")
    terminal.type(step)
    terminal.see(f"› {step}")
    terminal.type("enter")
    terminal.see(f"› {step}")


def _field(terminal, asked: str, text: str) -> None:
    """Goes on until the field stands open that asks this, and writes there."""
    for _ in range(12):
        if asked in terminal.text():
            break
        terminal.type("tab")
    terminal.see(asked)
    terminal.type(text)
    terminal.see(text)
