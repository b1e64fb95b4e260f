"""Three raters score and a room agrees, and a meeting votes, each in a real terminal."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import run
from tests.journeys.conftest import Command, held
from tests.journeys.terminal import Terminal, workbook
from workbook.curriculum import Curriculum

__all__ = ["run"]
NAMES = ("Heron", "Maple", "Lantern")
GIVEN = {"Heron": "334322", "Maple": "321322", "Lantern": "311322"}
"""What each rater gives the six items of the first condition."""


def test_three_raters_score_one_after_another_and_the_room_agrees(
    tmp_path: Path, command: Command, curriculum: Curriculum
):
    file = tmp_path / "plan.workbook.json"
    command("new", file, "--no-input", "--community", "Marten")
    with workbook(file, home=tmp_path) as terminal:
        _begin(terminal)
        for number, name in enumerate(NAMES):
            if number:
                terminal.type("r")
                terminal.see("Who rates now?")
            terminal.type(name)
            terminal.see(f"  {name}")
            terminal.type("enter")
            terminal.see(f"› {name}", "item 1 of 30", "Nobody has raised it")
            _rate(terminal, GIVEN[name])
            terminal.type("esc")
            text = terminal.see("“Readiness, May 20” is open.", f"{number + 1} begun")
            assert "■" not in text
        terminal.type("o")
        terminal.see("3 of 3 raters have not rated everything.")
        terminal.type("y")
        terminal.see("nothing agreed yet")
        terminal.type("c")
        terminal.see("All gave 3.")
        for level in "321322":
            terminal.type(level)
            terminal.see("agreed")
            terminal.type("enter")
        terminal.see("item 7 of 30")
        terminal.type("esc")
        terminal.see("2.2", "Leaders: under way (2.2). 6 of 6 answered, 0 with evidence.")
        _judge(terminal)
        terminal.type("g")
        terminal.see("Which gap becomes a step?")
        terminal.type("enter")
        terminal.see("a step")
        terminal.type("esc", "esc")
        terminal.see("Preparedness steps · 1 promised")
        terminal.type("esc")
        assert terminal.ended() == 0
        assert terminal.usable()
    found = held(file)
    assert len(found["rating"]) == 18
    assert [one["judgement"] for one in found["judgement"].values()] == ["partly"]
    [step] = found["preparedness_step"].values()
    assert step["condition"] == "readiness.leaders"
    _alike(command, file)


def _begin(terminal: Terminal) -> None:
    """From the step to a round of three raters."""
    terminal.see("Marten")
    terminal.go("Readiness", "Judge five conditions")
    terminal.type("\x1b[15~")
    terminal.see("No round yet.")
    terminal.type("r")
    terminal.see("How do you rate readiness this time?")
    terminal.type("enter")
    terminal.see("Who rates? Names of their own choosing")
    for name in NAMES:
        terminal.type(name)
        terminal.see(f"Add the rater “{name}”")
        terminal.type("enter")
        terminal.see(f"✓ {name}")
    terminal.type("tab")
    terminal.see("Who rates now?")


def _rate(terminal: Terminal, levels: str) -> None:
    for number, level in enumerate(levels, 1):
        terminal.type(level)
        terminal.see(f"◉ {level}", f"{number} rated")
        terminal.type("enter")
        terminal.see(f"item {number + 1} of 30")


def _judge(terminal: Terminal) -> None:
    """The team's own word, with its reason."""
    terminal.type("j")
    terminal.see("what do you say yourselves?")
    terminal.type("partly", "enter")
    terminal.see("Your own word: Partly in place", "Rests on")
    terminal.type("The board voted in May")
    terminal.see("The board voted in May")
    terminal.type("esc")
    terminal.see("Partly in place", "Leaders")


def _alike(command: Command, file: Path) -> None:
    """The same levels in `status --json` and in the plan as on the screen."""
    leaders = json.loads(command("status", file, "--json").stdout)["readiness"][0]
    assert (leaders["level"], leaders["answered"], leaders["evidence"]) == (2.2, 6, 0)
    assert leaders["lowest"] == {"indicator": "readiness.leaders.amounts", "level": 1, "more": 0}
    assert leaders["judgement"] == "partly"
    assert "total" not in leaders
    to = file.with_name("plan.md")
    command("export", file, "-o", to)
    text = to.read_text()
    assert "under way (2.2)" in text
    assert text.index("The board voted in May") < text.index("under way (2.2)")


def test_a_meeting_votes_with_numbers_and_agrees(tmp_path: Path, command: Command):
    file = tmp_path / "plan.workbook.json"
    command("new", file, "--no-input", "--community", "Marten")
    with workbook(file, size=(120, 36), home=tmp_path) as terminal:
        terminal.see("Marten")
        terminal.go("Readiness", "Judge five conditions")
        terminal.type("\x1b[15~")
        terminal.see("No round yet.")
        terminal.type("r")
        terminal.see("How do you rate")
        terminal.type("meeting")
        terminal.see("  A meeting votes")
        terminal.type("enter")
        terminal.see("How many people vote in the room?")
        terminal.type("backspace", "4", "enter")
        terminal.see("G O V E R N M E N T", "0 of 4 in")
        for number, vote in enumerate("123", 1):
            terminal.type(vote)
            assert "●" not in terminal.see(f"{number} of 4 in")
        terminal.type("3")
        terminal.see("● ●", "From 1 to 3", "Then press the number that you agree on.")
        terminal.type("2")
        terminal.see("agreed")
        terminal.type("enter")
        terminal.see("C O M M U N I T Y", "0 of 4 in")
        terminal.type("esc")
        terminal.see("Readiness, May 20, 2026")
        terminal.type("esc", "esc", "esc")
        assert terminal.ended() == 0
        assert terminal.usable()
    found = held(file)
    assert sorted(one["level"] for one in found["rating"].values()) == [1, 2, 3, 3]
    assert [one["level"] for one in found["consensus"].values()] == [2]
