"""A meeting is planned and written down in a real terminal that dies, and nothing is lost."""

from __future__ import annotations

import time
from pathlib import Path

from tests.cli.conftest import run
from tests.journeys.conftest import Command, held
from tests.journeys.terminal import Terminal, workbook

__all__ = ["run"]
F5 = "\x1b[15~"


def test_a_meeting_is_planned_written_down_and_answered(tmp_path: Path, command: Command):
    file = tmp_path / "plan.workbook.json"
    command("new", file, "--no-input", "--community", "Marten")
    with workbook(file, home=tmp_path) as terminal:
        terminal.see("Marten")
        _plan(terminal)
        terminal.go("What we heard", "Keep what people said")
        terminal.type("f8")
        terminal.see("no activity of the plan")
        terminal.type("Fees, [b]fees #money x9", "enter")
        terminal.see("#1 money", "said by 9")
        terminal.type("And bus", "es #1")
        terminal.see("And buses #1")
        _wait_for(file, "And buses #1")
        terminal.process.kill()
        terminal.process.wait()
    with workbook(file, home=tmp_path) as terminal:
        terminal.see("Keep what people said")
        terminal.type("f8")
        terminal.see("And buses #1")
        terminal.type("enter")
        terminal.see("And buses   money")
        _answer(terminal)
        terminal.type("esc", "esc", "esc")
        assert terminal.ended() == 0
        assert terminal.usable()
    found = held(file)
    said = sorted(found["heard"].values(), key=lambda one: one["order"])
    assert [one["text"] for one in said] == ["Fees, [b]fees", "And buses"]
    assert {one["theme"] for one in said} == {"money"}
    assert {(one["why_not"], one["told_on"]) for one in said} == {("The law.", "2026-05-20")}
    [supper] = found["activity"].values()
    assert [supper["decision"]] == [*found["open_decision"]]


def _plan(terminal: Terminal) -> None:
    """A decision, and an activity that feeds it."""
    terminal.go("Open decisions", "Say what is still open")
    terminal.type(F5)
    terminal.see("No decision")
    terminal.type("a")
    terminal.see("What is to be decided?")
    terminal.type("Which first?", "enter")
    terminal.see("› Which first?")
    terminal.type("esc")
    terminal.see("Which first?", "no activity feeds it")
    terminal.type("+")
    terminal.see("What would people who come call it?")
    terminal.type("Supper", "enter")
    terminal.see("› Supper")
    terminal.type("esc")
    terminal.see("Supper", "What is still open")


def _answer(terminal: Terminal) -> None:
    """Why nothing changed, and the day on which people were told."""
    terminal.type("esc")
    terminal.see("Keep what people said, and what it changed")
    terminal.type("\x1b[15~")
    terminal.see("2 of 2 open, 2 not told")
    terminal.type("n")
    terminal.see("Why did nothing change?")
    terminal.type("The law.", "enter")
    terminal.see("no: The law.")
    terminal.type("d")
    terminal.see("On which day were they told?")
    terminal.type("enter")
    terminal.see("answered and told")


def _wait_for(file: Path, words: str) -> None:
    """Waits until what was typed stands beside the workbook."""
    end = time.monotonic() + 15
    while not any(
        words in one.read_text() for one in file.parent.glob(f"*{file.name}*/drafts.json")
    ):
        assert time.monotonic() < end, "what was typed is not kept"
        time.sleep(0.05)
