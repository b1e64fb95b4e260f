"""By keyboard alone at 80x24: from nothing through all seven chapters to the MAP."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

from tests.journeys.terminal import Terminal, workbook
from tests.journeys.typist import stops
from workbook.curriculum import Curriculum, Step
from workbook.kinds import Line, Long

WALKED = 0.9
"""The least share of the steps in which something can be written at once."""


def test_every_step_is_come_to_and_written_in_by_a_letter(tmp_path: Path, curriculum: Curriculum):
    file, written = tmp_path / "marten.workbook.json", dict[str, str]()
    with workbook("new", file, "--no-input", "--community", "Marten", home=tmp_path) as terminal:
        assert terminal.ended() == 0
    with workbook(file, home=tmp_path) as terminal:
        terminal.see("step 1 of 9")
        for number, step in enumerate(curriculum.steps.values()):
            if number:
                terminal.send("^n")
            terminal.see(f"› {step.name}")
            word = f"Heron {number}"
            if write(terminal, step, word):
                written[step.id] = word
        terminal.type("^g")
        terminal.see("The Mobility Action Plan", "Marten")
        terminal.type("e")
        terminal.see("marten.map.md")
        terminal.type("esc", "^o")
        terminal.see("7 Sustaining")
        terminal.type("esc")
        assert terminal.ended() == 0
    kept = file.read_text()
    assert len(written) > WALKED * len(curriculum.steps)
    assert {curriculum.steps[one].chapter for one in written} == {
        one.id for one in curriculum.chapters
    }
    assert [word for word in written.values() if word not in kept] == []
    plan = (tmp_path / "marten.map.md").read_text()
    assert sum(word in plan for word in written.values()) > len(written) / 2


def write(terminal: Terminal, step: Step, word: str) -> bool:
    """Goes by its letter to the first text of a step, else to a table, and writes there."""
    for letter, (id, table) in zip(ascii_lowercase, stops(step), strict=False):
        if table is None:
            prompt = next(one for one in step.prompts if one.id == id)
            if isinstance(prompt.kind, Line | Long):
                terminal.send("f7", letter, word)
                terminal.see(word)
                return True
    for letter, (_, table) in zip(ascii_lowercase, stops(step), strict=False):
        texts = [n for n, one in enumerate(table.fields if table else ())
                 if isinstance(one.kind, Line | Long) and one.id != "code"]  # fmt: skip
        if texts:
            terminal.send("f7", letter, "+", *["tab"] * texts[0], word)
            terminal.see(word)
            terminal.send("escape")
            return True
    return False
