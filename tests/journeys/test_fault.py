"""A fault of the program, in a real terminal: what was typed is kept, one sentence says it."""

import json
import sys
from pathlib import Path

from tests.journeys.terminal import Terminal

FAULTY = """
import sys
from screens.step import StepView
def renew(self): raise ZeroDivisionError("boom [/x]")
StepView.renew = renew
from workbook.cli.main import main
sys.exit(main())
"""


def test_a_fault_is_one_sentence_and_what_was_typed_before_it_is_there(tmp_path: Path):
    file = tmp_path / "plan.workbook.json"
    file.write_text('{"_meta":{"schema":{"version":1}},"answers":{}}')
    env = {"HOME": str(tmp_path), "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": ""}
    env["PYTHONPATH"] = str(Path(__file__).parents[2])
    terminal = Terminal([sys.executable, "-c", FAULTY, str(file)], size=(80, 24), env=env)
    try:
        terminal.see("step 1 of 9")
        terminal.type("Marten")
        assert terminal.ended() == 70
        terminal.see("This is a fault of the program")
        said = " ".join(terminal.raw.decode().split())
        assert "(ZeroDivisionError: boom [/x]). What you wrote is saved; --debug" in said
        assert "Traceback" not in terminal.raw.decode()
        assert terminal.usable()
    finally:
        terminal.close()
    answers = json.loads(file.read_text())["answers"]
    assert answers["workbook.community"]["value"] == "Marten"
