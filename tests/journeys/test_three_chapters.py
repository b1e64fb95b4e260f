"""A coordinator's first evening through a real pseudo-terminal at 80x24: what is asserted stands
on the emulated screen, in the file, or in the bytes that reached the terminal."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path

import pytest

from tests.journeys.conftest import held, told
from tests.journeys.terminal import Terminal, workbook

PLACE = "Families in Halden and six towns"
WHY_NOW = "The board voted $60,000 [and a post]; we | start."
WALK = "Data walk, school gym"
PROMISE = "Your dots set the first two priorities"
VISION = "Every child becomes a confident reader."
WHOSE = "Two grandmothers on Fifth Street"
MARK = "Zebra"
EVIL = ("\x1b]52;c;ZXZpbA==\x07", "\x1b[2J", "\x9b2J", "\x1bc", "\u202egnp")


def test_written_in_three_chapters_quit_reopened_found_exported_and_found(tmp_path: Path):
    with workbook(home=tmp_path) as terminal:
        _write(terminal)
        terminal.type("^o")
        terminal.see("Next best step", "3 Engagement")
        terminal.type("esc")
        assert terminal.ended() == 0
        assert terminal.usable()
    [file] = tmp_path.glob("*.workbook.json")
    assert told(held(file)["answers"])["embarking.why-now"] == WHY_NOW

    with workbook(file, home=tmp_path) as terminal:
        _find(terminal)
        terminal.type("^g")
        terminal.see("Working draft", PLACE)
        terminal.type("e")
        terminal.see("The MAP is in")
        terminal.type("esc")  # up, level by level: the draft, its table, the overview, out
        terminal.see("Draft 1 of 1")
        terminal.type("esc", "esc", "esc")
        assert terminal.ended() == 0
    text = file.with_name("prairie-fork-county.map.md").read_text()
    for words in (PLACE, "$60,000 \\[and a post\\]", WALK, PROMISE, VISION, WHOSE):
        assert words in text
    assert "Working draft" in text


def _write(terminal: Terminal) -> None:
    """Begins through the first door and writes in chapters 1, 3 and 5."""
    terminal.see("Mobility Workbook", "The full process")
    terminal.type("1")
    terminal.see("coalition called")
    terminal.type("Prairie Fork County", "enter")
    terminal.see("step 1 of", "the place, then whose lives should change")
    terminal.type(PLACE, "tab")
    terminal.see(PLACE, "what happened, when, and who noticed")
    terminal.type(WHY_NOW)
    terminal.see(WHY_NOW)

    terminal.go("Activities", "Plan each time you meet people")
    terminal.type("+")
    terminal.see("Activity 1 of 1")
    terminal.type(WALK)
    terminal.tab_to("Our promise")
    terminal.type(PROMISE)
    terminal.see(PROMISE)
    terminal.type("esc")
    terminal.see("Plan each time you meet people", f"◐  {WALK}")

    terminal.go("Vision", "Say what daily life looks like")
    terminal.type("+")
    terminal.see("Draft 1 of 1")
    terminal.type(VISION)
    terminal.tab_to("Whose words")
    terminal.type(WHOSE)
    terminal.see(VISION, WHOSE)


def _find(terminal: Terminal) -> None:
    """Finds on the screens of a new process what the one before was told."""
    terminal.see("5 Actions › Vision", VISION)
    terminal.go("Place and people", "step 1 of 9")
    terminal.see(PLACE, WHY_NOW)
    terminal.go("Activities", "Plan each time you meet people")
    terminal.see(f"◐  {WALK}")
    terminal.type("enter")
    terminal.see("Activity 1 of 1", WALK)
    terminal.tab_to("Our promise")
    assert PROMISE in terminal.lit()
    terminal.go("Vision", "Say what daily life looks like")
    terminal.type("enter")
    terminal.see("Draft 1 of 1", VISION, WHOSE)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A new workbook, made in a terminal of its own."""
    file = tmp_path / "plan.workbook.json"
    with workbook("new", file, "--no-input", "--community", "Prairie", home=tmp_path) as terminal:
        assert terminal.ended() == 0
    return file


@pytest.mark.parametrize("way", ["the line drops", "SIGTERM", "SIGHUP"])
def test_what_stood_on_the_screen_for_50_ms_is_kept_whatever_ends_it(book: Path, way: str):
    with workbook(book, home=book.parent) as terminal:
        terminal.see("the place, then whose lives should change")
        terminal.type("Six towns", "tab")
        terminal.see("what happened, when, and who noticed")
        terminal.type("A letter came")
        terminal.see("A letter came")
        time.sleep(0.05)
        if way == "the line drops":
            assert terminal.hang_up() == 129
        else:
            number = signal.Signals[way]
            terminal.process.send_signal(number)
            assert terminal.ended() == 128 + number
            assert terminal.usable()
    answers = told(held(book)["answers"])
    assert answers["workbook.place"] == "Six towns"
    assert answers["embarking.why-now"] == "A letter came"


def test_no_escape_of_the_users_own_text_reaches_the_terminal(book: Path):
    text = "".join(f"{MARK}{one}" for one in EVIL)
    file = held(book)
    for id in ("workbook.community", "workbook.place", "embarking.why-now"):
        file["answers"][id] = {"value": text}
    file["activity"] = {"act-00000001": {"title": text, "promise": text, "order": "a0"}}
    book.write_text(json.dumps(file))
    with workbook(book, home=book.parent) as terminal:
        _walk(terminal)
        terminal.type("esc", "esc", "esc")
        assert terminal.ended() == 0
        raw = terminal.raw
    with workbook(home=book.parent) as terminal:  # Welcome names the workbooks of before
        terminal.see("Go on where you stopped", f"{MARK}␛]52")
        raw += terminal.raw
    sent = raw.decode(errors="replace").replace("\x1b]22;default\x07", "")  # Textual's pointer
    assert sent.count(MARK) > 20
    for evil in ("\x1b]", "\x07", "\x1b[2J", "\x9b", "\x1bc", "\u202e"):
        assert evil not in sent


def _walk(terminal: Terminal) -> None:
    """Six screens and a list; each shows the text, with marks for what has no shape."""
    shown = f"{MARK}␛]52;c;ZXZpbA==␇{MARK}␛[2J"
    terminal.see(MARK)
    terminal.go("Place and people", "step 1 of 9")
    terminal.see(shown)
    terminal.go("Activities", "Plan each time you meet people")
    terminal.see(shown[:20])
    terminal.type("enter")
    terminal.see("Activity 1 of 1", shown)
    terminal.type("^t")
    terminal.see("Go to a step")
    terminal.type("esc", "esc", "delete")
    terminal.see("Removed")
    terminal.type("^z")
    terminal.see("is back")
    terminal.type("f1")
    terminal.see("One step of the walk")
    terminal.type("esc", "^o")
    terminal.see("Next best step", MARK)
    terminal.type("^g")
    terminal.see("The Mobility Action Plan", MARK)
