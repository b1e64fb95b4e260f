"""A workbook full of what a terminal would obey, on every screen, in a real terminal."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests import hostile
from tests.journeys.terminal import workbook
from workbook.curriculum import Curriculum

WALKER = (sys.executable, str(Path(__file__).with_name("walker.py")))


@pytest.mark.slow
def test_no_code_of_the_users_reaches_the_terminal_on_any_screen_and_none_fails(
    tmp_path: Path, curriculum: Curriculum
):
    file = tmp_path / "plan.workbook.json"
    file.write_text(json.dumps(hostile.workbook(curriculum)))
    with workbook(file, home=tmp_path, size=(80, 24), by=WALKER, drawn=False) as terminal:
        assert terminal.ended(480) == 0
        terminal.drain()
        sent = terminal.raw.decode(errors="replace")
    found = re.search(r"walked through (\d+) screens and (\d+) lists, (\S+)", sent)
    assert found, sent[-2000:]
    assert int(found[1]) > 90
    assert int(found[2]) > 5
    assert found[3] == "0"
    assert sent.count(hostile.MARK) > 2000
    ours = sent.replace("\x1b]22;default\x07", "")  # the pointer's shape, which Textual sends
    for code in hostile.CODES:
        assert code not in ours
    for code in ("\x1b]", "\x1bP", "\x1b_", "\x07", *map(chr, range(0x80, 0xA0))):
        assert code not in ours
