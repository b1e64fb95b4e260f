"""The app in terminals of few colours, of none, without UTF-8, and inside tmux and screen."""

import re
import shutil
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.terminal import Terminal, workbook
from tests.screens.conftest import EXAMPLE

STYLE = re.compile(rb"\x1b\[([0-9;]*)m")
NONE = {"", "0", "1", "2", "3", "4", "7", "9", "21", "22", "23", "24", "27", "29", "39", "49"}
"""What a text is that has no colour: plain, bold, dim, reversed, or the terminal's own."""
FEW = NONE | {str(one) for one in (*range(30, 38), *range(90, 98))}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    file = tmp_path / "plan.workbook.json"
    file.write_bytes(EXAMPLE.read_bytes())
    return file


def styles(raw: bytes) -> set[str]:
    """The colours and attributes that were written; a colour by number with its 38;5."""
    found = set()
    for match in STYLE.findall(raw):
        numbers = match.decode().split(";")
        while numbers:
            many = {"5": 3, "2": 5}.get(numbers[1], 1) if numbers[0] in ("38", "48") else 1
            found.add(";".join(numbers[:many]))
            del numbers[:many]
    return found


@pytest.mark.parametrize(
    ("env", "allowed"),
    [
        ({"NO_COLOR": "1"}, NONE),
        ({"TERM": "xterm", "COLORTERM": ""}, FEW),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, FEW | {"5"}),
    ],
    ids=["no colour", "16 colours", "256 colours"],
)
def test_only_the_colours_that_there_are(
    tmp_path: Path, example: Path, env: dict[str, str], allowed: set[str]
):
    with workbook(example, home=tmp_path, env=env) as terminal:
        terminal.see("Overview", "1 Embarking")
        terminal.go("Register", "List everyone who has a part")
        terminal.see("Dana Whitlock")
        terminal.type("f5")
        terminal.see("Who has power")
        terminal.type("esc", "^n")
        terminal.see("See who is missing")
        terminal.type("^p", "esc", "esc", "esc")
        assert terminal.ended() == 0
    found = {
        "5" if one.startswith(("38;5;", "48;5;")) else one for one in styles(bytes(terminal.raw))
    }
    assert found <= allowed
    assert {"1", "7"} & found


def test_without_utf_8_nothing_but_ascii_is_written(tmp_path: Path, example: Path):
    with workbook(example, home=tmp_path, env={"LANG": "C"}) as terminal:
        terminal.see("Prairie Fork County > Overview", "1 Embarking    ####")
        terminal.type("^g")
        terminal.see("The MAP")
        terminal.type("^t")
        terminal.see("Go to a step", "Enter choose")
        terminal.type("esc", "esc", "esc")
        assert terminal.ended() == 0
    assert bytes(terminal.raw).isascii()


WITHIN = {
    "tmux": ("tmux", "-f", "/dev/null", "new-session"),
    "screen": ("screen", "-c", "/dev/null", "-U"),
}


@pytest.mark.parametrize("name", WITHIN)
def test_within_another_it_is_the_same(tmp_path: Path, name: str):
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name} here")

    file = tmp_path / "plan.workbook.json"
    line = [*WITHIN[name], sys.executable, "-m", "workbook"]
    with workbook("new", file, "--no-input", "--community", "Marten", home=tmp_path) as terminal:
        assert terminal.ended() == 0
    with (
        tempfile.TemporaryDirectory() as own,  # a socket's path may not be as long as tmp_path
        workbook(
            file, home=tmp_path, by=line,
            env={"TMUX_TMPDIR": own, "SCREENDIR": own, "SHELL": "/bin/sh"},
        ) as terminal,
    ):  # fmt: skip
        terminal.see("Place and people", "step 1 of 9")
        terminal.type("tab", "Six towns")
        terminal.see("Six towns")
        terminal.type("f1")
        terminal.see("This screen")
        terminal.type("esc", "^o")
        terminal.see("Overview")
        terminal.type("esc")
        terminal.ended()
    assert "Six towns" in file.read_text()


EDITORS = {
    "writes": ("import sys, pathlib; f = pathlib.Path(sys.argv[1]); "
               "t = f.read_text(); f.write_text('Six towns\\n- [a](b) # c\\n' + t)"),
    "fails": "import sys; sys.exit(3)",
}  # fmt: skip


def test_a_long_text_is_written_in_ones_own_editor_and_the_screen_comes_back(tmp_path: Path):
    file, script = tmp_path / "plan.workbook.json", tmp_path / "my editor.py"
    with workbook("new", file, "--no-input", "--community", "Marten", home=tmp_path) as terminal:
        assert terminal.ended() == 0
    script.write_text(EDITORS["writes"])
    env = {"EDITOR": f'{sys.executable} "{script}"'}
    with workbook(file, home=tmp_path, env=env) as terminal:
        terminal.see("Place and people", "step 1 of 9")
        terminal.type("f7", "c", "f7", "O")
        terminal.see("Six towns", "- [a](b) # c", "step 1 of 9")
        terminal.type(" and more")
        terminal.see("# c and more")
        script.write_text(EDITORS["fails"])
        terminal.type("f7", "O")
        terminal.see("code 3")
        terminal.type("^z", "^z", "^z")
        assert "and more" not in terminal.text()
        terminal.type("^o")
        terminal.see("Overview")
        terminal.type("esc")
        assert terminal.ended() == 0
        assert terminal.usable()


def cells(terminal: Terminal) -> list[list[Any]]:
    """Every cell below the header, where the time stands, with its colours."""
    screen = terminal.screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(1, screen.lines)]


def through_everything(tmp_path: Path, draw: str) -> tuple[list[list[Any]], list[int]]:
    """A long way through the app: what the terminal shows at its end, and the bytes of each key."""
    home = tmp_path / (draw or "lean")
    home.mkdir()
    file, script = home / "plan.workbook.json", home / "editor.py"
    file.write_bytes(EXAMPLE.read_bytes())
    script.write_text(EDITORS["writes"])
    env = {"EDITOR": f"{sys.executable} {script}", "WORKBOOK_DRAW": draw}
    with workbook(file, home=home, env=env) as terminal:
        terminal.see("Overview", "1 Embarking")
        terminal.go("Convening", "Say who is calling")
        keys = []
        for one in "A word of ours, then more.":
            before = len(terminal.raw)
            terminal.type(one)
            keys.append(len(terminal.raw) - before)
        terminal.type("f7", "L", "high", "enter")
        terminal.resize(100, 40)
        terminal.type("^p", "esc", "f7", "b", "f7", "O")
        terminal.see("- [a](b) # c")
        terminal.process.send_signal(signal.SIGTSTP)
        time.sleep(0.5)
        with terminal._lock:
            terminal.screen.erase_in_display(2)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.see("- [a](b) # c")
        terminal.resize(80, 24)
        terminal.type("f1", "esc", "x", "^z")
        terminal.rest()
        time.sleep(8)  # what was said in passing is gone
        terminal.rest()
        before = len(terminal.raw)
        time.sleep(2)
        assert len(terminal.raw) == before, "nobody typed"
        shown = cells(terminal)
        terminal.type("^o", "esc")
        terminal.ended()
    return shown, keys


def test_what_is_left_out_is_on_the_terminal_already(tmp_path: Path):
    lean, few = through_everything(tmp_path, "")
    whole, many = through_everything(tmp_path, "whole")
    assert lean == whole
    assert statistics.median(few) <= 200  # a full text of Textual's own writes 6,200 a key
    assert statistics.median(few) < statistics.median(many) / 5
