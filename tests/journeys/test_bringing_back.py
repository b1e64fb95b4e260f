"""A workbook that was lost, brought back by who does not know what a backup is: real terminals."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.journeys.terminal import Terminal, workbook
from workbook.curriculum import Curriculum
from workbook.session import new_session

NAME = "marten-county.workbook.json"


pytestmark = pytest.mark.slow


@pytest.fixture
def lost(tmp_path: Path, curriculum: Curriculum) -> Path:
    """A workbook of two sittings, the second of them on the screens."""
    file = tmp_path / "desk" / NAME
    file.parent.mkdir()
    session = new_session(file, curriculum, who="Ana", today=TODAY)
    session.plan.put("workbook.community", "Marten County")
    session.plan.put("workbook.place", "The river towns")
    session.save()
    session.close()
    with opened(tmp_path, NAME) as terminal:
        terminal.see("Marten County › 1 Embarking", "The river towns")
        terminal.tab_to("▌The river towns")
        terminal.type(" and Eastside")
        terminal.see("saved ")
        leave(terminal)
    assert "The river towns and Eastside" in file.read_text()
    return file


def opened(home: Path, *words: str, size: tuple[int, int] = (80, 24)):
    return workbook(*words, size=size, home=home, cwd=home / "desk")


def leave(terminal: Terminal) -> None:
    """Goes up and out."""
    terminal.type("esc")
    terminal.see("Next best step")
    terminal.type("esc")
    assert terminal.ended() == 0
    assert terminal.usable()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("left", [0, 150], ids=["emptied", "torn"])
def test_a_file_that_cannot_be_read_is_brought_back_from_welcome(
    lost: Path, tmp_path: Path, left: int, size: tuple[int, int]
):
    before = lost.read_bytes()
    lost.write_bytes(before[:left])
    with opened(tmp_path, size=size) as terminal:
        terminal.see("Bring back", "Marten County", "Its file cannot be read.")
        terminal.type("r")
        shown = terminal.see("The newest good backup", "y bring it back")
        assert "is kept beside it" in " ".join(shown.split())
        assert lost.read_bytes() == before[:left]
        terminal.type("y")
        terminal.see("Marten County › 1 Embarking", "The river towns and Eastside", "is back")
        leave(terminal)
    assert json.loads(lost.read_bytes()) == json.loads(before)
    [kept] = lost.parent.glob("*.corrupt-*")
    assert kept.read_bytes() == before[:left]
    with opened(tmp_path) as terminal:
        assert "Bring back" not in terminal.see("Go on where you stopped", "Marten County")


def test_the_command_with_a_file_that_cannot_be_read_offers_it_too(lost: Path, tmp_path: Path):
    before = lost.read_bytes()
    lost.write_bytes(b"")
    with opened(tmp_path, NAME) as terminal:
        terminal.see("is empty.", "The newest good backup")
        terminal.type("n")
        terminal.see("Bring back")
        terminal.type("esc")
        assert terminal.ended() == 0
    assert lost.read_bytes() == b""
    with opened(tmp_path, NAME) as terminal:
        terminal.see("The newest good backup")
        terminal.type("y")
        terminal.see("The river towns and Eastside")
        leave(terminal)
    assert json.loads(lost.read_bytes()) == json.loads(before)


def test_a_file_that_is_gone_is_brought_back(lost: Path, tmp_path: Path):
    before = lost.read_bytes()
    lost.unlink()
    with opened(tmp_path) as terminal:
        terminal.see("Bring back", "Its file is gone from where")
        terminal.type("r")
        terminal.see("y bring it back")
        terminal.type("y")
        terminal.see("The river towns and Eastside")
        leave(terminal)
    assert json.loads(lost.read_bytes()) == json.loads(before)


def test_a_file_that_is_older_than_its_backup_can_be_gone_on_with_or_brought_back(
    lost: Path, tmp_path: Path
):
    lost.write_text('{"_meta": {"schema": {"version": 1}}, "answers": {}}')
    old = time.time() - 3600
    os.utime(lost, (old, old))
    with opened(tmp_path) as terminal:
        terminal.see("Bring back", "Its file is older than", "Go on where you stopped")
        terminal.type("r")
        shown = terminal.see("The newest good backup")
        assert "The file as it is differs from it in" in " ".join(shown.replace("│", "").split())
        terminal.type("y")
        terminal.see("The river towns and Eastside")
        leave(terminal)


def test_a_file_that_is_emptied_while_it_is_open_loses_nothing(lost: Path, tmp_path: Path):
    with opened(tmp_path, NAME) as terminal:
        terminal.see("The river towns and Eastside")
        lost.write_bytes(b"")
        terminal.see("NOT SAVED: the file is damaged")
        terminal.tab_to("▌The river towns")
        terminal.type(" and the lake")
        terminal.see("kept as", "saved ", within=30)
        leave(terminal)
    assert "The river towns and Eastside and the lake" in lost.read_text()
    assert [one.read_bytes() for one in lost.parent.glob("*.corrupt-*")] == [b""]
